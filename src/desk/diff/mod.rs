//! What changed between two states of the records of a site, as far as the site shows it: what is held back is in neither.

mod answers;
mod around;
mod difference;
mod people;
mod shown_answer;

pub(crate) use difference::{Difference, DifferenceGroup, Differences};

use std::sync::Arc;

use super::preview::in_words;
use super::{NotDone, OpenSite};
use crate::model::{Ballot, Campaign, Candidacy, CorrectedPlace, Correction, Election, Line, Party};
use answers::answers;
use difference::{DifferenceKind, ElectionDifference};
use people::{StandingList, candidate, gone, is_same_ballot, is_same_party, person, standing};
use shown_answer::ShownAnswer;

/// What a comparison that cannot be made leaves undone.
pub(crate) const NOT_COMPARED: &str = "nothing was compared";

/// What changed from one state of a site's records to another.
pub(crate) fn differences(old: &OpenSite, new: &OpenSite) -> Result<Differences, NotDone> {
    let (was, is) = (old.campaign(NOT_COMPARED)?, new.campaign(NOT_COMPARED)?);
    let mut notes = Vec::new();
    let mut elections = Vec::new();
    for election in &is.elections {
        let before = was.elections.iter().find(|before| is_same_election(before, election));
        let told = ElectionDifference {
            id: election.id.to_string(),
            name: election.name.to_string(),
            fictional: election.fictional,
            groups: groups((was, before), (is, election), &mut notes),
        };
        elections.extend(Some(told).filter(|told| !told.groups.is_empty()));
    }
    for before in was.elections.iter().filter(|before| !is.elections.iter().any(|now| is_same_election(before, now))) {
        let sentence = format!("{} ({}) is not among the records any more.", before.name, before.id);
        notes.push(Difference::plain(DifferenceKind::Removed, Some(before.id.as_str()), sentence));
    }
    Ok(Differences {
        old_as_of: was.site.as_of,
        new_as_of: is.site.as_of,
        old_errors: old.errors().len(),
        new_errors: new.errors().len(),
        elections,
        around: around::told(was, is),
        corrections: corrections(was, is),
        notes,
    })
}

fn is_same_election(old: &Election, new: &Election) -> bool {
    old.id == new.id || new.former.iter().any(|id| id.value == old.id)
}

/// What changed in an election, ballot by ballot, then party by party.
fn groups(
    (was, before): (&Campaign, Option<&Election>),
    (is, election): (&Campaign, &Election),
    notes: &mut Vec<Difference>,
) -> Vec<DifferenceGroup> {
    let (old, new) = (StandingList::of(before), StandingList::of(Some(election)));
    let mut groups = Vec::new();
    for ballot in &election.ballots {
        let mut ballots = before.iter().flat_map(|before| &before.ballots);
        let there = ballots.find(|there| is_same_ballot(there, ballot));
        let mut changes = ballot_changes(there, ballot);
        changes.extend(around::elected(&old, ballot));
        for now in &ballot.candidacies {
            let mut told = candidate(&old, &new, (ballot, now));
            // A ballot that is new names everybody who is on it.
            told.retain(|one| there.is_some() || one.kind != DifferenceKind::NewCandidate);
            changes.extend(told);
            notes.extend(new_id(&old, now));
        }
        changes.extend(there.into_iter().flat_map(|there| gone(there, ballot, &old, &new)));
        groups.push(DifferenceGroup { ballot: Some(ballot.id.to_string()), name: ballot.area.to_string(), changes });
    }
    for there in before.iter().flat_map(|before| &before.ballots) {
        if !election.ballots.iter().any(|ballot| is_same_ballot(there, ballot)) {
            let sentence = format!("The ballot {} ({}) is not among the records any more.", there.area, there.id);
            notes.push(Difference::plain(DifferenceKind::Removed, Some(there.id.as_str()), sentence));
        }
    }
    let changes = is.parties.iter().flat_map(|party| party_changes((was, before), (party, election))).collect();
    groups.push(DifferenceGroup { ballot: None, name: "What parties say".to_owned(), changes });
    groups.retain(|group| !group.changes.is_empty());
    groups
}

fn ballot_changes(before: Option<&Ballot>, ballot: &Ballot) -> Vec<Difference> {
    let mut told = Vec::new();
    if before.is_none() {
        let names: Vec<String> = ballot.candidacies.iter().map(|one| person(one) + standing(one.status)).collect();
        let with = if names.is_empty() { String::new() } else { format!(", with {}", names.join(", ")) };
        let sentence = format!("New on the site: {}{with}.", ballot.area);
        told.push(Difference::plain(DifferenceKind::NewBallot, None, sentence));
    }
    if let Some(cancellation) = &ballot.cancellation
        && before.is_none_or(|before| before.cancellation.is_none())
    {
        let why = match &cancellation.reason {
            Some(reason) => format!(" {reason}"),
            None if cancellation.uncontested => " All who stand are elected without a vote.".to_owned(),
            None => String::new(),
        };
        let sentence = format!("The poll in {} is called off.{why}", ballot.area);
        told.push(Difference::plain(DifferenceKind::CalledOff, None, sentence));
    }
    told
}

fn new_id(old: &StandingList<'_>, now: &Candidacy) -> Option<Difference> {
    let (_, before) = old.places(now).first().filter(|(_, before)| before.person != now.person)?;
    let sentence = format!("{} has another id: {}, before {}.", now.name, now.person, before.person);
    Some(Difference::plain(DifferenceKind::NewId, Some(now.person.as_str()), sentence))
}

/// What changed in what a party says for an election.
fn party_changes(
    (was, before): (&Campaign, Option<&Election>),
    (party, election): (&Party, &Election),
) -> Vec<Difference> {
    fn said_by<'c>(lines: &'c [Arc<Line>], election: &Election) -> Vec<ShownAnswer<'c>> {
        lines.iter().filter(|line| line.election == election.id).map(|line| ShownAnswer::by_party(line)).collect()
    }
    let there = was.parties.iter().find(|there| is_same_party(there, party));
    let old = there.zip(before).map(|(there, before)| said_by(&there.lines, before)).unwrap_or_default();
    let (new, held) = (said_by(&party.lines, election), said_by(&party.held, election));
    answers((party.called().as_str(), party.id.as_str()), &old, &new, &held)
}

fn corrections(was: &Campaign, is: &Campaign) -> Vec<Difference> {
    let known = |one: &Correction| {
        was.corrections.iter().any(|known| {
            (known.date.value, &known.about.value, &known.now.value)
                == (one.date.value, &one.about.value, &one.now.value)
        })
    };
    let new = is.corrections.iter().filter(|one| !known(one));
    let told = new.map(|one| {
        let (about, when) = (&one.about.value, in_words(*one.date));
        let (before, now, because) = (&one.was.value, &one.now.value, &one.because.value);
        let sentence = format!("{about} ({when}). Before: {before} Now: {now} Why: {because}");
        let (id, question) = match &one.place {
            Some(CorrectedPlace::Answer(_, person, question)) => (Some(person.as_str()), Some(question)),
            Some(CorrectedPlace::Line(_, party, question)) => (Some(party.as_str()), Some(question)),
            Some(CorrectedPlace::Question(question)) => (None, Some(question)),
            Some(CorrectedPlace::Document(id)) => (Some(id.as_str()), None),
            Some(CorrectedPlace::Account(id) | CorrectedPlace::Pledge(id) | CorrectedPlace::Page(id)) => {
                (Some(id.as_str()), None)
            }
            None => (None, None),
        };
        let question = question.map(ToString::to_string);
        Difference { question, ..Difference::plain(DifferenceKind::Correction, id, sentence) }
    });
    told.collect()
}
