use crate::atoms::{PersonId, SitePath, Slug};
use crate::model::{Ballot, ById, Candidacy, Election};
use crate::plan::{BallotAddresses, ElectionAddresses};

/// An election, and where its page is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ElectionAt<'a> {
    pub(crate) election: &'a Election,
    pub(crate) page: &'a str,
    /// The page of those elected, where it is known of anybody.
    pub(crate) elected: Option<&'a str>,
    ballots: &'a ById<Slug, BallotAddresses>,
}

/// A ballot of an election, and where their pages are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BallotAt<'a> {
    pub(crate) election: &'a Election,
    pub(crate) election_page: &'a str,
    pub(crate) ballot: &'a Ballot,
    pub(crate) page: &'a str,
    /// The feed of what changed on it, where the site has feeds.
    pub(crate) feed: Option<&'a SitePath>,
    /// The page of letters to those who stand on it, where there is one to write.
    pub(crate) letters: Option<&'a str>,
    people: &'a ById<PersonId, SitePath>,
}

/// A candidacy on a ballot, and where their pages are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PersonAt<'a> {
    pub(crate) election: &'a Election,
    pub(crate) ballot: &'a Ballot,
    pub(crate) ballot_page: &'a str,
    pub(crate) person: &'a Candidacy,
    pub(crate) page: &'a str,
}

impl<'a> ElectionAt<'a> {
    pub(crate) fn of(election: &'a Election, at: &'a ElectionAddresses) -> Self {
        Self {
            election,
            page: at.page.as_str(),
            elected: at.elected.as_ref().map(SitePath::as_str),
            ballots: &at.ballots,
        }
    }

    /// Its ballots, in its order.
    pub(crate) fn ballots(self) -> impl Iterator<Item = BallotAt<'a>> + Clone {
        self.election.ballots.iter().zip(self.ballots).map(move |(ballot, at)| self.at(ballot, at))
    }

    /// The ballot of a name.
    pub(crate) fn ballot(self, name: &Slug) -> BallotAt<'a> {
        self.at(&self.election.ballots[name], &self.ballots[name])
    }

    fn at(self, ballot: &'a Ballot, at: &'a BallotAddresses) -> BallotAt<'a> {
        let (election, election_page) = (self.election, self.page);
        BallotAt {
            election,
            election_page,
            ballot,
            page: at.page.as_str(),
            feed: at.feed.as_ref(),
            letters: at.letters.as_ref().map(SitePath::as_str),
            people: &at.people,
        }
    }
}

impl<'a> BallotAt<'a> {
    /// Its candidacies, in its order.
    pub(crate) fn people(self) -> impl Iterator<Item = PersonAt<'a>> + Clone {
        self.ballot.candidacies.iter().zip(self.people).map(move |(person, page)| self.at(person, page))
    }

    /// The candidacy of a person.
    pub(crate) fn person(self, id: &PersonId) -> PersonAt<'a> {
        self.at(&self.ballot.candidacies[id], &self.people[id])
    }

    fn at(self, person: &'a Candidacy, page: &'a SitePath) -> PersonAt<'a> {
        let Self { election, ballot, page: ballot_page, .. } = self;
        PersonAt { election, ballot, ballot_page, person, page: page.as_str() }
    }
}
