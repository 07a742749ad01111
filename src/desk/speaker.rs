use std::fmt;

use super::find::meant_in_part;
use super::{BallotOf, Fitting, KnownBy, NotDone, ballots, fitting, known};
use crate::atoms::{PersonPage, QuestionId};
use crate::diagnostic::{FileName, Pos};
use crate::model::{Ballot, Campaign, Candidacy, Election, Mark, Party, PutQuestion};

/// Whose answers are on record: somebody who stands, or a party for an election.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Speaker<'c> {
    /// Somebody who stands; of several ballots, on the one that has the answers.
    Candidate {
        /// The election.
        election: &'c Election,
        /// The ballot whose file has the answers.
        ballot: &'c Ballot,
        /// The candidacy there.
        candidacy: &'c Candidacy,
    },
    /// A party, and an election for which it may have said something.
    Party {
        /// The election.
        election: &'c Election,
        /// The party.
        party: &'c Party,
    },
}

/// Among whose answers somebody is sought.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Within {
    /// The election, when a person stands or a party speaks in several.
    #[arg(long, value_name = "ID")]
    pub(crate) election: Option<String>,
    /// The ballot, when people of one name stand on several.
    #[arg(long, value_name = "ID")]
    pub(crate) ballot: Option<String>,
}

/// Everybody whose answers can be recorded, in the order of the ballots; then the parties.
pub(crate) fn speakers<'c>(campaign: &'c Campaign, within: &Within) -> Result<Vec<Speaker<'c>>, NotDone> {
    let elections = within.elections(campaign)?;
    let mut all = Vec::new();
    if let Some(id) = &within.ballot {
        let ballots = elections.iter().flat_map(|election| &election.ballots);
        known("ballot", id, ballots, |ballot| ballot.id.as_str())?;
    }
    for election in &elections {
        for ballot in &election.ballots {
            match &within.ballot {
                None => all.extend(Speaker::at_home(election, ballot)),
                Some(id) if *id == ballot.id.as_str() => all.extend(Speaker::standing(election, ballot)),
                Some(_) => {}
            }
        }
    }
    if within.ballot.is_none() {
        all.extend(Speaker::parties(campaign, &elections));
    }
    Ok(all)
}

/// Everybody who stands, on each of their ballots.
pub(crate) fn candidacies<'c>(campaign: &'c Campaign, within: &Within) -> Result<Vec<Speaker<'c>>, NotDone> {
    let of_elections = Within { election: within.election.clone(), ballot: None };
    let mut all = ballots(campaign, &of_elections)?;
    if let Some(id) = &within.ballot {
        known("ballot", id, all.clone().iter().map(|one| one.ballot), |ballot| ballot.id.as_str())?;
        all.retain(|one| one.ballot.id.as_str() == id);
    }
    let each = all.into_iter().flat_map(|BallotOf { election, ballot }| {
        ballot.candidacies.iter().map(move |candidacy| Speaker::Candidate { election, ballot, candidacy })
    });
    Ok(each.collect())
}

impl<'c> Speaker<'c> {
    /// Everybody who may have said something on some elections, in the order of the ballots; then the parties.
    pub(super) fn of(campaign: &'c Campaign, elections: &[&'c Election]) -> Vec<Self> {
        let ballots =
            elections.iter().flat_map(|election| election.ballots.iter().map(move |ballot| (*election, ballot)));
        let people = ballots.flat_map(|(election, ballot)| Self::at_home(election, ballot));
        people.chain(Self::parties(campaign, elections)).collect()
    }

    /// The parties, for each election.
    fn parties(campaign: &'c Campaign, elections: &[&'c Election]) -> Vec<Self> {
        let parties = || campaign.parties.iter().filter(|party| party.is_registered());
        elections.iter().flat_map(|election| parties().map(move |party| Self::Party { election, party })).collect()
    }

    /// Those whose answers a ballot has.
    fn at_home(election: &'c Election, ballot: &'c Ballot) -> impl Iterator<Item = Self> {
        let at_home = ballot.candidacies.iter().filter(|candidacy| candidacy.answers_in.is_none());
        at_home.map(move |candidacy| Self::Candidate { election, ballot, candidacy })
    }

    /// Those who stand on a ballot, each where the answers are.
    fn standing(election: &'c Election, ballot: &'c Ballot) -> impl Iterator<Item = Self> {
        ballot.candidacies.iter().filter_map(move |candidacy| {
            let Some(home) = &candidacy.answers_in else {
                return Some(Self::Candidate { election, ballot, candidacy });
            };
            let ballot = election.ballots.iter().find(|ballot| ballot.id == home.value)?;
            let candidacy = ballot.candidacies.by_id(&candidacy.person)?;
            Some(Self::Candidate { election, ballot, candidacy })
        })
    }

    /// The one among some who fits a few words.
    pub(crate) fn fitting(words: &str, all: &[Self]) -> Result<Fitting<Self>, String> {
        fitting(words, all, Self::names).ok_or_else(|| {
            let called: Vec<String> = all.iter().flat_map(|one| one.names().called).collect();
            let meant = meant_in_part(words, called.iter().map(String::as_str));
            format!("no candidate or party on record fits “{words}”{meant}")
        })
    }

    pub(super) fn names(&self) -> KnownBy {
        match self {
            Self::Candidate { candidacy, .. } => {
                let former = candidacy.former.iter().map(|id| id.value.to_string());
                let path = self.address();
                let ids = [candidacy.person.to_string(), path.clone()].into_iter().chain(former).collect();
                KnownBy { ids, called: vec![candidacy.name.to_string()], path }
            }
            Self::Party { election, party } => {
                let mut names = KnownBy { path: election.id.to_string(), ..party_names(party) };
                names.ids.push(format!("{}/{}", election.id, party.id));
                names
            }
        }
    }

    /// The address of the page of somebody who stands, which means nobody else; the id of a party.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Candidate { election, ballot, candidacy } => {
                let page = PersonPage::of(&candidacy.person, candidacy.name.as_str());
                format!("{}/{}/{page}", election.id, ballot.slug)
            }
            Self::Party { party, .. } => party.id.to_string(),
        }
    }

    /// The election.
    pub(crate) fn election(&self) -> &'c Election {
        match self {
            Self::Candidate { election, .. } | Self::Party { election, .. } => election,
        }
    }

    /// The name of the person or party.
    pub(crate) fn name(&self) -> &'c str {
        match self {
            Self::Candidate { candidacy, .. } => candidacy.name.as_str(),
            Self::Party { party, .. } => party.name.as_str(),
        }
    }

    /// The id of the person or party.
    pub(crate) fn id(&self) -> &'c str {
        match self {
            Self::Candidate { candidacy, .. } => candidacy.person.as_str(),
            Self::Party { party, .. } => party.id.as_str(),
        }
    }

    /// The file that has the answers.
    pub(crate) fn file(&self) -> &'c FileName {
        match self {
            Self::Candidate { ballot, .. } => &ballot.file,
            Self::Party { party, .. } => &party.file,
        }
    }

    /// Where the person stands in that file; nothing for a party, which has it alone.
    pub(super) fn place(&self) -> Option<Pos> {
        match self {
            Self::Candidate { candidacy, .. } => Some(candidacy.pos),
            Self::Party { .. } => None,
        }
    }

    /// The questions that they can answer, in the order of the election.
    pub(crate) fn questions(&self) -> Vec<&'c PutQuestion> {
        match self {
            Self::Candidate { election, ballot, .. } => election.put_in(ballot.nation).collect(),
            Self::Party { election, .. } => election.questions.iter().collect(),
        }
    }

    /// Whether all their answers were taken off the site.
    pub(crate) fn is_taken_down(&self) -> bool {
        matches!(self, Self::Candidate { candidacy, .. } if candidacy.takedown.is_some())
    }

    /// The marks on record, each with its question and version, in the order of the file.
    pub(crate) fn marks(&self) -> Vec<(&'c QuestionId, u32, &'c Mark)> {
        match self {
            Self::Candidate { candidacy, .. } => {
                candidacy.recorded().map(|one| (&one.question.id, one.version, &one.mark)).collect()
            }
            Self::Party { election, party } => {
                let lines = party.recorded().filter(|line| line.election == election.id);
                lines.map(|line| (&line.question.id, line.version, &line.mark)).collect()
            }
        }
    }
}

impl fmt::Display for Speaker<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Candidate { ballot, candidacy, .. } => {
                let party = candidacy.party.called();
                write!(f, "{}, {party} ({}, on {})", candidacy.name, candidacy.person, ballot.id)
            }
            Self::Party { election, party } => write!(f, "{} ({}, for {})", party.name, party.id, election.id),
        }
    }
}

/// What a party is known by.
pub(super) fn party_names(party: &Party) -> KnownBy {
    let ids = party.ids.iter().map(ToString::to_string);
    let former = party.former.iter().map(|id| id.value.to_string());
    let ids = [party.id.to_string()].into_iter().chain(ids).chain(former).collect();
    let called = [Some(&party.name), party.short_name.as_ref()].into_iter().flatten();
    KnownBy { ids, called: called.map(ToString::to_string).collect(), path: String::new() }
}

/// The question among some that fits a few words.
pub(crate) fn question_fitting<'c>(words: &str, put: &[&'c PutQuestion]) -> Result<Fitting<&'c PutQuestion>, String> {
    let names = |put: &&PutQuestion| KnownBy {
        ids: vec![put.id().to_string()],
        called: vec![put.wording().short.to_string(), put.id().to_string()],
        path: String::new(),
    };
    fitting(words, put, names).ok_or_else(|| {
        let ids: Vec<&str> = put.iter().map(|put| put.id().as_str()).collect();
        let called = put.iter().map(|put| put.wording().short.as_str());
        let (asked, meant) = (ids.join(", "), meant_in_part(words, ids.iter().copied().chain(called)));
        format!("no question that was put fits “{words}”; there are: {asked}{meant}")
    })
}
