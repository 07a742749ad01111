use super::ask::OnRecord;
use super::command::Filled;
use crate::desk::{BallotOf, Fitting, NotDone, Speaker, Within, ballots, round_of, speakers};
use crate::model::{Campaign, PutQuestion};

/// How many things are offered to choose from; of more, somebody types a part of the name.
const MOST: usize = 400;

/// A thing that somebody may choose: what is sent, and what is shown.
pub(super) type Choice = (String, String);

/// Among what somebody chooses, as far as what is filled in already says; nothing when there are too many.
pub(super) fn choices(known: OnRecord, campaign: &Campaign, filled: &Filled) -> Option<Vec<Choice>> {
    let all: Vec<Choice> = match known {
        OnRecord::Checkers => {
            let checkers = &campaign.site.checkers;
            checkers.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect()
        }
        OnRecord::Elections => {
            let elections = campaign.elections.iter();
            elections.map(|one| (one.id.to_string(), one.name.value.to_string())).collect()
        }
        OnRecord::Ballots => {
            let all = ballots(campaign, &Within::default()).unwrap_or_default();
            all.iter().map(|one| (one.ballot.id.to_string(), ballot_label(one, campaign))).collect()
        }
        OnRecord::Parties => {
            let parties = campaign.parties.iter().filter(|party| party.is_registered());
            let parties = parties.map(|party| (party.id.to_string(), format!("{} ({})", party.name, party.id)));
            parties.chain([("independent".to_owned(), "None: independent".to_owned())]).collect()
        }
        OnRecord::Speakers => {
            let all = speakers(campaign, &within(filled)).unwrap_or_default();
            all.iter().map(|one| (one.address(), one.to_string())).collect()
        }
        OnRecord::People => {
            let all = speakers(campaign, &within(filled)).unwrap_or_default();
            let people = all.iter().filter(|one| matches!(one, Speaker::Candidate { .. }));
            people.map(|one| (one.address(), one.to_string())).collect()
        }
        OnRecord::Pledges => {
            campaign.pledges.iter().map(|pledge| (pledge.id.to_string(), pledge.title.to_string())).collect()
        }
        OnRecord::Questions => questions(campaign, filled),
        OnRecord::Asked => asked(campaign, filled).unwrap_or_default(),
    };
    (all.len() <= MOST).then_some(all)
}

fn ballot_label(one: &BallotOf<'_>, campaign: &Campaign) -> String {
    match campaign.elections.len() {
        1 => one.ballot.area.to_string(),
        _ => format!("{}, {}", one.ballot.area, one.election.name.value),
    }
}

/// Where somebody is sought, by what is filled in.
pub(super) fn within(filled: &Filled) -> Within {
    let one = |name| filled.get(name).and_then(|values| values.first()).cloned();
    Within { election: one("election"), ballot: one("ballot") }
}

/// Who is meant by what is filled in, when that is one.
pub(super) fn speaker<'c>(campaign: &'c Campaign, filled: &Filled, argument: &str) -> Option<Speaker<'c>> {
    let words = filled.get(argument)?.first()?;
    let all = speakers(campaign, &within(filled)).ok()?;
    match Speaker::fitting(words, &all).ok()? {
        Fitting::One(one) => Some(one),
        Fitting::Several(_) => None,
    }
}

fn questions(campaign: &Campaign, filled: &Filled) -> Vec<Choice> {
    let choice = |put: &&PutQuestion| (put.id().to_string(), put.wording().short.to_string());
    let mut all: Vec<Choice> = match speaker(campaign, filled, "person") {
        Some(speaker) => speaker.questions().iter().map(choice).collect(),
        None => {
            campaign.elections.iter().flat_map(|election| election.questions.iter()).map(|put| choice(&put)).collect()
        }
    };
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|(id, _)| seen.insert(id.clone()));
    all
}

/// Those who were asked in a round, and of whom nothing else is on record.
fn asked(campaign: &Campaign, filled: &Filled) -> Result<Vec<Choice>, NotDone> {
    let one = |name| filled.get(name).and_then(|values| values.first());
    let Some(id) = one("round").and_then(|id| id.parse().ok()) else { return Ok(Vec::new()) };
    let (election, ask) = round_of(&id, one("election").map(String::as_str), campaign)?;
    let all = speakers(campaign, &Within { election: Some(election.id.to_string()), ballot: None })?;
    let is_open = |speaker: &&Speaker<'_>| match speaker {
        Speaker::Candidate { candidacy, .. } => {
            ask.people.contains(&candidacy.person) && !ask.exceptions.contains_key(&candidacy.person)
        }
        Speaker::Party { .. } => false,
    };
    Ok(all.iter().filter(is_open).map(|one| (one.address(), one.to_string())).collect())
}
