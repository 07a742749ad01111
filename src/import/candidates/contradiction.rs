use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::list::{Contest, ListRow};
use super::matched::same_name;
use super::target::TargetBallot;
use crate::atoms::{BallotKind, ElectionId, PersonId, Words as _};
use crate::country::uk::other_code_of_seat;
use crate::diagnostic::FileName;
use crate::import::recorded::{Recorded, RecordedBallot};
use crate::import::tables::shortened;
use crate::load::records::BallotRecord;

/// What a list and a record, or two rows of a list, say differently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Contradiction {
    /// What it is about.
    pub(super) fact: Fact,
    /// The value that counts.
    pub(super) kept: String,
    /// The value that does not.
    pub(super) other: String,
    /// Where the value that counts stands.
    pub(super) holder: Holder,
    /// The line of the list that holds the other.
    pub(super) line: u32,
}

/// Where the value that counts stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holder {
    /// In a record, of the record itself or of one person in it.
    Record(FileName, Option<PersonId>),
    /// On an earlier line of the list, about this ballot or election.
    Row(u32, String),
}

/// What a list says that a record says too, by the record's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// The polling day.
    Date,
    /// The name of the area.
    Area,
    /// The code of the area.
    Gss,
    /// The nation.
    Nation,
    /// The region.
    Region,
    /// How many are elected.
    Seats,
    /// How the ballot elects.
    Kind,
    /// Whether the poll is called off.
    Cancelled,
    /// Whether everybody who stands is on record.
    Complete,
    /// Whether a person stands.
    Status,
    /// Whether a person was elected.
    Elected,
    /// How many votes a person got.
    Votes,
}

/// What the rows of a ballot can contradict its record or each other in.
const OF_BALLOT: [Fact; 7] =
    [Fact::Area, Fact::Gss, Fact::Nation, Fact::Region, Fact::Seats, Fact::Kind, Fact::Cancelled];

/// What a row of a list says of these.
fn in_list(contest: &Contest) -> [Option<String>; 7] {
    let kind = |lists| if lists { BallotKind::Lists } else { BallotKind::People };
    [
        Some(contest.area.to_string()),
        contest.gss.as_ref().map(ToString::to_string),
        contest.nation.map(|nation| nation.word().to_owned()),
        contest.region.as_ref().map(ToString::to_string),
        contest.seats.map(|seats| seats.to_string()),
        contest.lists.map(|lists| kind(lists).word().to_owned()),
        contest.cancelled.map(|cancelled| cancelled.to_string()),
    ]
}

/// What the record of a ballot says of these.
fn on_record(ballot: &BallotRecord) -> [Option<String>; 7] {
    [
        Some(ballot.area.name.to_string()),
        ballot.area.gss.as_ref().map(ToString::to_string),
        ballot.nation.as_ref().map(|nation| nation.word().to_owned()),
        ballot.region.as_ref().map(ToString::to_string),
        ballot.seats.as_ref().map(ToString::to_string),
        ballot.kind.map(|kind| kind.word().to_owned()),
        ballot.cancelled.as_ref().map(ToString::to_string),
    ]
}

/// Whether two values of a fact say the same; names may differ in accents and signs, and a seat may have two codes.
fn is_same(fact: Fact, one: &str, other: &str) -> bool {
    let revised = || one.parse().ok().and_then(|code| other_code_of_seat(&code));
    one == other
        || fact == Fact::Gss && revised().is_some_and(|code| code.as_str() == other)
        || matches!(fact, Fact::Area | Fact::Region) && same_name(one, other)
}

/// What the record of a ballot says otherwise than the list.
pub(super) fn with_record(target: &TargetBallot<'_>, ballot: &RecordedBallot<'_>) -> Vec<Contradiction> {
    let line = target.rows.first().map_or(1, |row| row.line);
    let values = on_record(ballot.record).into_iter().zip(in_list(&target.contest));
    let differ = OF_BALLOT.into_iter().zip(values).filter_map(|(fact, (kept, other))| {
        let (kept, other) = (kept?, other?);
        let holder = Holder::Record(ballot.file.clone(), None);
        (!is_same(fact, &kept, &other)).then_some(Contradiction { fact, kept, other, holder, line })
    });
    differ.collect()
}

/// What the rows of one ballot say otherwise than its first.
pub(super) fn between_rows(target: &TargetBallot<'_>) -> Vec<Contradiction> {
    let mut values: [Vec<(String, u32)>; 7] = Default::default();
    for row in &target.rows {
        for (values, value) in values.iter_mut().zip(in_list(&row.entry.contest)) {
            values.extend(value.map(|value| (value, row.line)));
        }
    }
    let about = target.id.as_str();
    OF_BALLOT.into_iter().zip(values).flat_map(|(fact, values)| in_rows(fact, values, about)).collect()
}

/// Which values of rows are another than the first.
fn in_rows(fact: Fact, values: impl IntoIterator<Item = (String, u32)>, about: &str) -> Vec<Contradiction> {
    let mut values = values.into_iter();
    let Some((kept, first)) = values.next() else { return Vec::new() };
    let others = values.filter(|(other, _)| !is_same(fact, &kept, other));
    let contradiction = |(other, line)| {
        let holder = Holder::Row(first, about.to_owned());
        Contradiction { fact, kept: kept.clone(), other, holder, line }
    };
    others.map(contradiction).collect()
}

/// What polling days the list says otherwise than the record of an election, or else its first row.
pub(super) fn of_days(targets: &[TargetBallot<'_>], recorded: &Recorded<'_>, adds_only: bool) -> Vec<Contradiction> {
    let mut rows: BTreeMap<&ElectionId, Vec<&ListRow>> = BTreeMap::new();
    for target in targets {
        rows.entry(&target.election).or_default().extend(&target.rows);
    }
    let mut found = Vec::new();
    for (election, mut rows) in rows {
        rows.sort_by_key(|row| row.line);
        let days = rows.iter().filter_map(|row| Some((row.entry.contest.date?, row.line)));
        let Some(recorded) = recorded.elections.get(election) else {
            found.extend(in_rows(Fact::Date, days.map(|(day, line)| (day.to_string(), line)), election.as_str()));
            continue;
        };
        if adds_only {
            continue;
        }
        let day = &recorded.date;
        let mut seen = BTreeSet::new();
        for (other, line) in days.filter(|(other, _)| day.as_day() != Some(*other) && seen.insert(*other)) {
            let file: FileName = format!("candidates/{election}/election.yaml").into();
            let (kept, other, holder) = (day.to_string(), other.to_string(), Holder::Record(file, None));
            found.push(Contradiction { fact: Fact::Date, kept, other, holder, line });
        }
    }
    found
}

impl Contradiction {
    /// Whether another one says the same of another record or row. What is about a person stands alone.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let in_record = |one: &Self| matches!(one.holder, Holder::Record(..));
        self.fact == other.fact
            && !matches!(self.fact, Fact::Status | Fact::Complete | Fact::Elected | Fact::Votes)
            && self.kept == other.kept
            && self.other == other.other
            && in_record(self) == in_record(other)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date => "date",
            Self::Area => "area",
            Self::Gss => "gss",
            Self::Nation => "nation",
            Self::Region => "region",
            Self::Seats => "seats",
            Self::Kind => "kind",
            Self::Cancelled => "cancelled",
            Self::Complete => "complete",
            Self::Status => "status",
            Self::Elected => "elected",
            Self::Votes => "votes",
        })
    }
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fact, holder, line, .. } = self;
        let (kept, other) = (shortened(&self.kept, 80), shortened(&self.other, 80));
        match holder {
            Holder::Record(file, person) => {
                write!(f, "Look at {file}: it says “{fact}: {kept}”")?;
                if let Some(person) = person {
                    write!(f, " of person {person}")?;
                }
                write!(f, ", line {line} of the list says “{other}”. ")?;
                f.write_str("The record stays; change it by hand if the list is right.")
            }
            Holder::Row(first, about) => {
                write!(f, "Look at line {line}: it says “{other}” for {about}, ")?;
                write!(f, "and line {first} said “{fact}: {kept}”. ")?;
                f.write_str("The earlier line counts; correct the list if it is wrong.")
            }
        }
    }
}
