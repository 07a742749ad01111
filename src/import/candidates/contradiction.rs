use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::list::{Contest, ListRow};
use super::target::TargetBallot;
use crate::atoms::{BallotKind, ElectionId, PersonId, Words as _, slug_of};
use crate::country::uk::Gss;
use crate::country::uk::other_code_of_seat;
use crate::diagnostic::FileName;
use crate::import::recorded::{Recorded, RecordedBallot};
use crate::import::tables::shortened;

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
}

impl Fact {
    /// What the facts of a ballot's rows can contradict each other in.
    const OF_BALLOT: [Self; 7] =
        [Self::Area, Self::Gss, Self::Nation, Self::Region, Self::Seats, Self::Kind, Self::Cancelled];

    fn in_list(self, contest: &Contest) -> Option<String> {
        match self {
            Self::Date => contest.date.map(|date| date.to_string()),
            Self::Area => Some(contest.area.to_string()),
            Self::Gss => contest.gss.as_ref().map(ToString::to_string),
            Self::Nation => contest.nation.map(|nation| nation.word().to_owned()),
            Self::Region => contest.region.as_ref().map(ToString::to_string),
            Self::Seats => contest.seats.map(|seats| seats.to_string()),
            Self::Kind => contest.lists.map(|lists| kind(lists).word().to_owned()),
            Self::Cancelled => contest.cancelled.map(|cancelled| cancelled.to_string()),
            Self::Complete | Self::Status => None,
        }
    }

    fn on_record(self, ballot: &RecordedBallot) -> Option<String> {
        match self {
            Self::Area => ballot.area.clone(),
            Self::Gss => ballot.gss.as_ref().map(ToString::to_string),
            Self::Nation => ballot.nation.map(|nation| nation.word().to_owned()),
            Self::Region => ballot.region.clone(),
            Self::Seats => ballot.seats.map(|seats| seats.to_string()),
            Self::Kind => ballot.kind.map(|kind| kind.word().to_owned()),
            Self::Cancelled => ballot.cancelled.map(|cancelled| cancelled.to_string()),
            Self::Date | Self::Complete | Self::Status => None,
        }
    }

    /// Whether two values say the same; names may differ in accents and signs.
    fn is_same(self, one: &str, other: &str) -> bool {
        let named = matches!(self, Self::Area | Self::Region);
        let seat =
            || one.parse::<Gss>().is_ok_and(|one| other_code_of_seat(&one).is_some_and(|code| code.as_str() == other));
        if self == Self::Gss && seat() {
            return true;
        }
        one == other || (named && slug_of(one).is_some_and(|slug| slug_of(other) == Some(slug)))
    }
}

fn kind(lists: bool) -> BallotKind {
    if lists { BallotKind::Lists } else { BallotKind::People }
}

/// What the record of a ballot says otherwise than the list.
pub(super) fn with_record(target: &TargetBallot<'_>, ballot: &RecordedBallot) -> Vec<Contradiction> {
    let line = target.rows.first().map_or(1, |row| row.line);
    let contradiction = |fact: Fact| {
        let (kept, other) = (fact.on_record(ballot)?, fact.in_list(&target.contest)?);
        if fact.is_same(&kept, &other) {
            return None;
        }
        let holder = Holder::Record(ballot.file.clone(), None);
        Some(Contradiction { fact, kept, other, holder, line })
    };
    Fact::OF_BALLOT.into_iter().filter_map(contradiction).collect()
}

/// What the rows of one ballot say otherwise than its first.
pub(super) fn between_rows(target: &TargetBallot<'_>) -> Vec<Contradiction> {
    let about = target.id.to_string();
    Fact::OF_BALLOT.into_iter().flat_map(|fact| in_rows(fact, &target.rows, &about)).collect()
}

fn in_rows(fact: Fact, rows: &[&ListRow], about: &str) -> Vec<Contradiction> {
    let mut values = rows.iter().filter_map(|row| Some((fact.in_list(&row.entry.contest)?, row.line)));
    let Some((kept, first)) = values.next() else { return Vec::new() };
    let others = values.filter(|(other, _)| !fact.is_same(&kept, other));
    let note = |(other, line)| {
        let holder = Holder::Row(first, about.to_owned());
        Contradiction { fact, kept: kept.clone(), other, holder, line }
    };
    others.map(note).collect()
}

/// What polling days the list says otherwise than the record of an election, or else its first row.
pub(super) fn of_days(targets: &[TargetBallot<'_>], recorded: &Recorded, adds_only: bool) -> Vec<Contradiction> {
    let mut rows: BTreeMap<&ElectionId, Vec<&ListRow>> = BTreeMap::new();
    for target in targets {
        rows.entry(&target.election).or_default().extend(&target.rows);
    }
    let mut notes = Vec::new();
    for (election, mut rows) in rows {
        rows.sort_by_key(|row| row.line);
        let Some(day) = recorded.elections.get(election) else {
            notes.extend(in_rows(Fact::Date, &rows, election.as_str()));
            continue;
        };
        let Some(day) = day.as_ref().filter(|_| !adds_only) else { continue };
        let mut seen = BTreeSet::new();
        for (other, line) in rows.iter().filter_map(|row| Some((row.entry.contest.date?, row.line))) {
            if day.as_day() != Some(other) && seen.insert(other) {
                let file: FileName = format!("candidates/{election}/election.yaml").into();
                let (kept, other, holder) = (day.to_string(), other.to_string(), Holder::Record(file, None));
                notes.push(Contradiction { fact: Fact::Date, kept, other, holder, line });
            }
        }
    }
    notes
}

impl Contradiction {
    /// Whether another one says the same of another record or row. What is about a person stands alone.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let in_record = |one: &Self| matches!(one.holder, Holder::Record(..));
        self.fact == other.fact
            && !matches!(self.fact, Fact::Status | Fact::Complete)
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
                f.write_str("The earlier line counts; mend the list if it is wrong.")
            }
        }
    }
}
