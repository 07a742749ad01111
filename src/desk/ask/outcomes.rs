use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr;

use jiff::civil::Date;

use crate::atoms::{AskOutcome, Malformed, MalformedKind, PersonId, Slug, Text, Words as _, near};
use crate::desk::in_order::in_order;
use crate::desk::{NotDone, OpenSite, SoundChange};
use crate::edit::{Change, GroupPlace, Value};
use crate::import::{ToldOutcome, outcomes};
use crate::load::records::AskException;
use crate::model::{Ask, AskExceptions, Campaign, Election};

/// What campaigns say of somebody whom a round did not reach, as what that is recorded, and the reason that is then given.
const SAID: [(&str, AskOutcome, Option<&str>); 6] = [
    ("bounced", AskOutcome::NotReached, Some("The e-mail came back.")),
    ("returned", AskOutcome::NotReached, Some("The letter came back.")),
    ("no-address", AskOutcome::NotReached, Some(super::NO_ADDRESS)),
    ("not-sent", AskOutcome::NotAsked, Some("Our letter was not sent.")),
    ("not-reached", AskOutcome::NotReached, None),
    ("not-asked", AskOutcome::NotAsked, None),
];

/// A word for what came of asking somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OutcomeWord {
    said: &'static str,
    outcome: AskOutcome,
    because: Option<&'static str>,
}

impl FromStr for OutcomeWord {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let plain = text.trim().to_lowercase().replace([' ', '_'], "-");
        if let Some((said, outcome, because)) = SAID.into_iter().find(|(said, ..)| *said == plain) {
            return Ok(Self { said, outcome, because });
        }
        // What follows from the records is never written: an answer, and that none came.
        if let Err(malformed) = text.trim().to_lowercase().parse::<AskOutcome>()
            && malformed.kind == MalformedKind::Derived
        {
            return Err(malformed);
        }
        let all = SAID.map(|(said, ..)| said);
        let meant = near(&plain, all).map(|near| format!("did you mean “{near}”? ")).unwrap_or_default();
        Err(Malformed::syntax(format!("“{text}” is not an outcome"), format!("{meant}It may be: {}", all.join(", "))))
    }
}

/// What came of a round for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewOutcome {
    person: PersonId,
    outcome: AskOutcome,
    because: Text,
    date: Option<Date>,
}

impl NewOutcome {
    /// What came of it for a person; the reason is the usual one unless another is given.
    ///
    /// # Errors
    /// When the word has no usual reason, and none is given.
    pub(crate) fn of(
        person: PersonId,
        word: OutcomeWord,
        because: Option<Text>,
        date: Option<Date>,
    ) -> Result<Self, String> {
        let usual = || word.because.and_then(|because| because.parse().ok());
        let because = because.or_else(usual);
        let said = word.said;
        let because = because.ok_or_else(|| format!("say why, since “{said}” does not: with --because TEXT"))?;
        Ok(Self { person, outcome: word.outcome, because, date })
    }

    /// Reads a table of them; `because` and `date` hold where the table is silent.
    ///
    /// # Errors
    /// When it cannot be read or used.
    pub(crate) fn read(path: &Path, because: Option<&Text>, date: Option<Date>) -> Result<Vec<Self>, NotDone> {
        let told = outcomes::<OutcomeWord>(path)?.into_iter();
        let made = told.map(|ToldOutcome { person, outcome, date: own, because: reason }| {
            Self::of(person.clone(), outcome, reason.or_else(|| because.cloned()), own.or(date)).map_err(|why| {
                NotDone::Refused(format!("{}: {person}: {why}, or in a column “because”", path.display()))
            })
        });
        made.collect()
    }
}

/// What was recorded.
#[derive(Debug)]
pub(crate) struct RecordedOutcomes<'s> {
    /// What that changes.
    pub(crate) change: SoundChange<'s>,
    /// The file of the round.
    pub(crate) file: String,
    /// For how many people it is new.
    pub(crate) new: usize,
    /// For how many it was on record.
    pub(crate) known: usize,
}

/// The round with an id, and its election.
///
/// # Errors
/// When there is none, or several elections have one of this name.
pub(crate) fn round_of<'c>(
    id: &Slug,
    election: Option<&str>,
    campaign: &'c Campaign,
) -> Result<(&'c Election, &'c Ask), NotDone> {
    let elections = campaign.elections.iter().filter(|one| election.is_none_or(|id| one.id.as_str() == id));
    let rounds: Vec<_> = elections.flat_map(|election| election.asks.iter().map(move |ask| (election, ask))).collect();
    let fitting: Vec<_> = rounds.iter().filter(|(_, ask)| ask.id == *id).collect();
    match fitting[..] {
        [one] => Ok(*one),
        [] => Err(NotDone::unknown("round", id.as_str(), rounds.iter().map(|(_, ask)| ask.id.as_str()))),
        _ => Err(NotDone::Refused(format!("several elections have a round “{id}”; say which with --election"))),
    }
}

/// Writes what came of a round into its record: one entry for all of whom the same is true.
///
/// # Errors
/// When somebody was no part of the round, or something else is on record of them.
pub(crate) fn record_outcomes<'s>(
    site: &'s OpenSite,
    (election, ask): (&Election, &Ask),
    outcomes: &[NewOutcome],
) -> Result<RecordedOutcomes<'s>, NotDone> {
    let file = format!("candidates/{}/asks/{}.yaml", election.id, ask.id);
    let mut groups = BTreeMap::<(AskOutcome, &Text, Option<Date>), BTreeSet<&PersonId>>::new();
    let mut known = 0;
    for one in outcomes {
        match ask.exception(&one.person) {
            Some(entry) if entry.outcome == one.outcome => known += 1,
            Some(AskExceptions { because, .. }) => {
                let person = &one.person;
                let why = format!(
                    "something else is on record of {person} in this round ({because}); correct {file} by hand"
                );
                return Err(NotDone::Refused(why));
            }
            None => {
                is_part(one, election, ask).map_err(NotDone::Refused)?;
                groups.entry((one.outcome, &one.because, one.date)).or_default().insert(&one.person);
            }
        }
    }
    let new = groups.values().map(BTreeSet::len).sum();
    let changes: Vec<Change> = groups.into_iter().map(|(group, people)| said_of(ask, group, &people)).collect();
    let changes = match changes.is_empty() {
        true => Vec::new(),
        false => vec![site.edit(&file, &changes, || "add the people by hand under “exceptions:”".to_owned())?],
    };
    Ok(RecordedOutcomes { change: site.propose(changes)?, file, new, known })
}

/// Ok when something can have come of a round for somebody.
fn is_part(one: &NewOutcome, election: &Election, ask: &Ask) -> Result<(), String> {
    let (person, id) = (&one.person, &ask.id);
    let stands = election.ballots.iter().any(|ballot| ballot.candidacies.iter().any(|c| c.person == *person));
    if !stands {
        return Err(format!("nobody with the id “{person}” stands in {}", election.id));
    }
    if one.outcome == AskOutcome::NotReached && !ask.people.contains(person) {
        return Err(format!("{person} was not asked in the round “{id}”, so nothing can have come back"));
    }
    match one.date {
        Some(date) if date < ask.date => Err(format!("{date} is before the day of asking, {}", ask.date)),
        _ => Ok(()),
    }
}

/// The change that says the same of more people: in the entry that does, or in a new one.
fn said_of(
    ask: &Ask,
    (outcome, because, date): (AskOutcome, &Text, Option<Date>),
    people: &BTreeSet<&PersonId>,
) -> Change {
    let ids: Vec<Value> = people.iter().map(Value::id).collect();
    let same = |entry: &AskExceptions| {
        entry.is_list && entry.outcome == outcome && entry.because == *because && entry.date == date
    };
    let list = "exceptions";
    match ask.entries.iter().position(same) {
        Some(index) => Change::Extend { place: GroupPlace::InList { list, index }, key: "people", values: ids },
        None => {
            let mut keys = vec![
                ("people", Value::List(ids)),
                ("outcome", Value::plain(outcome.word())),
                ("because", Value::text(because.as_str())),
            ];
            keys.extend(date.map(|date| ("date", Value::plain(date))));
            let item = in_order::<AskException>(keys);
            Change::Insert { place: GroupPlace::Root, list, index: ask.entries.len(), item }
        }
    }
}
