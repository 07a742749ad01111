use super::{KnownBy, NotDone, Within, known};
use crate::model::{Ballot, Campaign, Election};

/// A ballot, with the election to which it belongs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BallotOf<'c> {
    /// The election.
    pub(crate) election: &'c Election,
    /// The ballot.
    pub(crate) ballot: &'c Ballot,
}

/// The ballots on record, in the order of the elections.
pub(crate) fn ballots<'c>(campaign: &'c Campaign, within: &Within) -> Result<Vec<BallotOf<'c>>, NotDone> {
    let elections = within.elections(campaign)?;
    let all = elections.iter().flat_map(|election| election.ballots.iter().map(|ballot| BallotOf { election, ballot }));
    Ok(all.collect())
}

impl BallotOf<'_> {
    pub(super) fn names(&self) -> KnownBy {
        let Self { election, ballot } = self;
        KnownBy {
            ids: vec![ballot.id.to_string(), ballot.slug.to_string(), format!("{}/{}", election.id, ballot.slug)],
            called: vec![ballot.area.to_string()],
            path: election.id.to_string(),
        }
    }
}

impl std::fmt::Display for BallotOf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.ballot.area, self.ballot.id)
    }
}

impl Within {
    /// The elections among which something is sought.
    pub(crate) fn elections<'c>(&self, campaign: &'c Campaign) -> Result<Vec<&'c Election>, NotDone> {
        Ok(match &self.election {
            Some(id) => vec![known("election", id, campaign.elections.iter(), |election| election.id.as_str())?],
            None => campaign.elections.iter().collect(),
        })
    }
}
