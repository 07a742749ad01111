use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{is_local, sort_name};
use crate::atoms::{
    BallotId, BallotKind, BallotOrder, ElectionId, PartialDate, PartyId, PartyKind, PersonId, PersonPage, Standing,
    sort_key,
};
use crate::country::uk::{Gss, Nation};
use crate::diagnostic::FileName;
use crate::load::records::{BallotRecord, CandidacyRecord, PartyRecord};
use crate::load::{InFile, Records};

/// The records, as far as an import compares with them.
#[derive(Debug)]
pub(super) struct Recorded {
    pub(super) ballots: Vec<RecordedBallot>,
    pub(super) parties: Vec<RecordedParty>,
    /// The elections, each with its polling day.
    pub(super) elections: BTreeMap<ElectionId, Option<PartialDate>>,
    /// What the elections are called.
    pub(super) names: BTreeSet<String>,
}

/// A ballot that is on record.
#[derive(Debug)]
pub(super) struct RecordedBallot {
    pub(super) file: FileName,
    pub(super) election: ElectionId,
    pub(super) id: BallotId,
    pub(super) area: Option<String>,
    pub(super) gss: Option<Gss>,
    pub(super) complete: bool,
    pub(super) cancelled: Option<bool>,
    pub(super) nation: Option<Nation>,
    pub(super) region: Option<String>,
    pub(super) seats: Option<u32>,
    pub(super) kind: Option<BallotKind>,
    pub(super) order: Option<BallotOrder>,
    pub(super) candidacies: Vec<RecordedCandidacy>,
}

impl RecordedBallot {
    /// Whether somebody's place on a list is on record.
    pub(super) fn has_place(&self, person: &PersonId) -> bool {
        self.candidacies.iter().any(|c| c.list_position.is_some() && (c.person == *person || c.former.contains(person)))
    }
}

/// A candidacy that is on record.
#[derive(Debug)]
pub(super) struct RecordedCandidacy {
    pub(super) person: PersonId,
    pub(super) former: Vec<PersonId>,
    pub(super) former_pages: Vec<PersonPage>,
    pub(super) name: String,
    pub(super) sort_name: Option<String>,
    pub(super) sort_key: (String, String, String),
    pub(super) guessed: bool,
    pub(super) party: Option<PartyId>,
    pub(super) description: Option<String>,
    pub(super) status: Standing,
    pub(super) list_position: Option<u32>,
    pub(super) answers_elsewhere: bool,
    pub(super) has_positions: bool,
}

/// A party that is on record.
#[derive(Debug)]
pub(super) struct RecordedParty {
    pub(super) id: PartyId,
    pub(super) name: String,
    /// What else it is called: in short, or in another language.
    also: Vec<String>,
    pub(super) kind: PartyKind,
    /// All ids by which others may name it, in small letters.
    pub(super) known_as: BTreeSet<String>,
}

impl RecordedParty {
    /// Whether one of its names fits.
    pub(super) fn is_called(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.also.iter().chain([&self.name]).any(|name| fits(name))
    }
}

impl Recorded {
    /// What is on record.
    pub(super) fn of(records: &Records) -> Self {
        let folder = |file: &FileName| file.split('/').nth(1).and_then(|name| name.parse().ok());
        let ballots = records.ballots.iter().filter_map(|b| Some(RecordedBallot::of(b, folder(&b.file)?))).collect();
        let elections = records.elections.iter();
        let elections = elections.filter_map(|e| Some((folder(&e.file)?, Some(e.record.date.value)))).collect();
        let names = records.elections.iter().map(|e| &e.record.name);
        let parties = records.parties.iter().map(|party| RecordedParty::of(&party.record)).collect();
        Self { ballots, parties, elections, names: names.map(ToString::to_string).collect() }
    }

    /// Everybody who is on record, by election.
    pub(super) fn people(&self) -> BTreeSet<(&ElectionId, &PersonId)> {
        self.ballots.iter().flat_map(|b| b.candidacies.iter().map(move |c| (&b.election, &c.person))).collect()
    }

    /// How many people stand in an election whom a list could hold: those with ids of our own are on none.
    pub(super) fn standing(&self, election: &ElectionId) -> usize {
        let candidacies = self.ballots.iter().filter(|b| b.election == *election).flat_map(|b| &b.candidacies);
        let standing = candidacies.filter(|c| c.status == Standing::Standing && !is_local(&c.person));
        standing.map(|c| &c.person).collect::<BTreeSet<_>>().len()
    }

    /// Ids that were given up, with the ids of the people who have them now.
    pub(super) fn given_up(&self, election: &ElectionId) -> BTreeMap<&PersonId, &PersonId> {
        let candidacies = || self.ballots.iter().filter(|b| b.election == *election).flat_map(|b| &b.candidacies);
        let current: BTreeSet<&PersonId> = candidacies().map(|c| &c.person).collect();
        let pairs = candidacies().flat_map(|c| c.former.iter().map(move |old| (old, &c.person)));
        pairs.filter(|(old, _)| !current.contains(old)).collect()
    }
}

impl RecordedBallot {
    fn of(InFile { file, record, .. }: &InFile<BallotRecord>, election: ElectionId) -> Self {
        Self {
            file: file.clone(),
            election,
            id: record.id.value.clone(),
            area: Some(record.area.name.to_string()),
            gss: record.area.gss.clone(),
            complete: record.complete.as_ref().is_some_and(|complete| complete.value),
            cancelled: record.cancelled.as_ref().map(|at| at.value),
            nation: record.nation.as_ref().map(|at| at.value),
            region: record.region.as_ref().map(ToString::to_string),
            seats: record.seats.as_ref().map(|at| at.value),
            kind: record.kind,
            order: record.order,
            candidacies: record.candidates.iter().map(|candidacy| RecordedCandidacy::of(candidacy)).collect(),
        }
    }
}

impl RecordedParty {
    fn of(record: &PartyRecord) -> Self {
        let id = record.id.value.clone();
        let mut known_as: BTreeSet<String> = record.ids.iter().map(|id| id.to_lowercase()).collect();
        known_as.insert(id.to_string());
        known_as.extend(record.former.iter().map(ToString::to_string));
        let translated = record.translations.iter().flat_map(|all| all.values());
        let translated = translated.flat_map(|texts| ["name", "short_name"].map(|key| texts.get(key)));
        let also = translated.flatten().chain(&record.short_name).map(ToString::to_string).collect();
        Self { id, name: record.name.to_string(), also, kind: record.kind, known_as }
    }
}

impl RecordedCandidacy {
    fn of(record: &CandidacyRecord) -> Self {
        let name = record.name.to_string();
        let written = record.sort_name.as_ref().map(ToString::to_string);
        let key = written.as_deref().map_or_else(|| sort_key(&sort_name(&name, None).text), sort_key);
        Self {
            person: record.person.value.clone(),
            former: record.former.iter().map(|at| at.value.clone()).collect(),
            former_pages: record.former_pages.iter().map(|at| at.value.clone()).collect(),
            name,
            sort_name: written,
            sort_key: key,
            guessed: record.guessed,
            party: Some(record.party.value.clone()),
            description: record.description.as_ref().map(ToString::to_string),
            status: record.status,
            list_position: record.list_position.as_ref().map(|at| at.value),
            answers_elsewhere: record.answers_in.is_some(),
            has_positions: !record.positions.is_empty(),
        }
    }
}
