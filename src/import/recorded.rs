use std::collections::{BTreeMap, BTreeSet};

use super::candidates::is_local;
use crate::atoms::{ElectionId, PersonId, Standing};
use crate::diagnostic::FileName;
use crate::load::Records;
use crate::load::records::{BallotRecord, CandidacyRecord, ElectionRecord};

/// The records of a site by the elections in whose folders they stand, which is how a list knows them.
#[derive(Debug)]
pub(super) struct Recorded<'r> {
    pub(super) records: &'r Records,
    pub(super) elections: BTreeMap<ElectionId, &'r ElectionRecord>,
    pub(super) ballots: Vec<RecordedBallot<'r>>,
}

/// A ballot that is on record, and the election in whose folder it stands.
#[derive(Debug)]
pub(super) struct RecordedBallot<'r> {
    pub(super) election: ElectionId,
    pub(super) file: &'r FileName,
    pub(super) record: &'r BallotRecord,
}

impl RecordedBallot<'_> {
    /// Whether everybody who stands is on record.
    pub(super) fn is_complete(&self) -> bool {
        self.record.complete.as_ref().is_some_and(|complete| complete.value)
    }

    /// Whether somebody's place on a list is on record.
    pub(super) fn has_place(&self, person: &PersonId) -> bool {
        let is_them = |c: &CandidacyRecord| c.person == *person || c.former.iter().any(|former| *former == *person);
        self.record.candidates.iter().any(|candidacy| candidacy.list_position.is_some() && is_them(candidacy))
    }
}

impl<'r> Recorded<'r> {
    /// What is on record.
    pub(super) fn of(records: &'r Records) -> Self {
        let folder = |file: &FileName| file.split('/').nth(1).and_then(|name| name.parse().ok());
        let elections = records.elections.iter().filter_map(|e| Some((folder(&e.file)?, &e.record)));
        let ballots = records.ballots.iter().filter_map(|ballot| {
            Some(RecordedBallot { election: folder(&ballot.file)?, file: &ballot.file, record: &ballot.record })
        });
        Self { records, elections: elections.collect(), ballots: ballots.collect() }
    }

    /// Everybody who is on record, by election.
    pub(super) fn people(&self) -> BTreeSet<(&ElectionId, &PersonId)> {
        self.ballots.iter().flat_map(|b| b.record.candidates.iter().map(|c| (&b.election, &c.person.value))).collect()
    }

    /// How many people stand in an election whom a list could hold: those with ids of our own are on none.
    pub(super) fn standing(&self, election: &ElectionId) -> usize {
        let standing = self.candidacies(election).filter(|c| c.status == Standing::Standing && !is_local(&c.person));
        standing.map(|c| &c.person.value).collect::<BTreeSet<_>>().len()
    }

    /// Ids that were given up, with the ids of the people who have them now.
    pub(super) fn given_up(&self, election: &ElectionId) -> BTreeMap<&PersonId, &PersonId> {
        let current: BTreeSet<&PersonId> = self.candidacies(election).map(|c| &c.person.value).collect();
        let pairs = self.candidacies(election).flat_map(|c| c.former.iter().map(|old| (&old.value, &c.person.value)));
        pairs.filter(|(old, _)| !current.contains(old)).collect()
    }

    fn candidacies(&self, election: &ElectionId) -> impl Iterator<Item = &'r CandidacyRecord> {
        let ballots = self.ballots.iter().filter(move |ballot| ballot.election == *election);
        ballots.flat_map(|ballot| ballot.record.candidates.iter().map(|candidacy| &candidacy.value))
    }
}
