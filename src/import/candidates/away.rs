use std::collections::BTreeSet;

use super::ballot::{MergeContext, Successor};
use super::compare::{ComparedBallot, Editor};
use super::merge::Merged;
use super::target::TargetBallot;
use crate::atoms::{BallotId, ElectionId, PersonId, Standing};
use crate::diagnostic::Failure;
use crate::edit::Value;
use crate::import::recorded::{Recorded, RecordedBallot, RecordedCandidacy};

impl Merged {
    /// Follows somebody to another ballot: answers stand once, and under the id of now.
    ///
    /// `target` is what the list has of the ballot that is left; nothing, when it does not hold it.
    pub(super) fn follow_away(
        &mut self,
        index: usize,
        ballot: &RecordedBallot,
        target: Option<&TargetBallot<'_>>,
        context: &MergeContext<'_>,
    ) {
        let known = &ballot.candidacies[index];
        let mut person = &known.person;
        if let Some(successor) = context.successor(&ballot.election, person) {
            let new = &successor.entry.person;
            if is_here(new, ballot, target) || (known.has_positions && context.is_recorded(&ballot.election, new)) {
                let (ballot, old) = (&ballot.id, &known.person);
                self.notes.push(format!(
                    "Look at {ballot}: {old} and {new} are one person; move what is recorded of {old} by hand."
                ));
            } else {
                self.follow_ids(index, known, successor.entry);
                self.keep_page(index, known, &known.name, successor.entry);
                self.note_moved(known, ballot, successor, target);
                person = new;
            }
        }
        let home = context.answers_in(&ballot.election, &ballot.id, person);
        if let Some(home) = home.filter(|_| !known.has_positions && !known.answers_elsewhere) {
            self.set(index, "answers_in", Value::text(home.as_str()));
        }
    }

    /// Only a person can say whether somebody still stands on a ballot that the list does not hold.
    fn note_moved(
        &mut self,
        known: &RecordedCandidacy,
        ballot: &RecordedBallot,
        successor: &Successor<'_>,
        target: Option<&TargetBallot<'_>>,
    ) {
        if target.is_none() && known.status == Standing::Standing {
            let (ballot, old, new, other) = (&ballot.id, &known.person, &successor.entry.person, &successor.ballot);
            self.notes.push(format!(
                "Look at {ballot}: the list does not hold this ballot, and has {new} (here {old} until now) on {other}. \
                 If {new} no longer stands here, write “status: not_listed”."
            ));
        }
    }
}

fn is_here(person: &PersonId, ballot: &RecordedBallot, target: Option<&TargetBallot<'_>>) -> bool {
    let mut listed = target.into_iter().flat_map(|target| &target.rows);
    ballot.candidacies.iter().any(|c| c.person == *person) || listed.any(|row| row.entry.person == *person)
}

/// Follows the people of the list on recorded ballots of its elections that it does not hold.
pub(super) fn follow_from_elsewhere(
    recorded: &Recorded,
    targets: &[TargetBallot<'_>],
    context: &MergeContext<'_>,
    editor: &Editor<'_>,
) -> Result<Vec<ComparedBallot>, Failure> {
    let held: BTreeSet<&BallotId> = targets.iter().map(|target| &target.id).collect();
    let people: BTreeSet<(&ElectionId, &PersonId)> =
        targets.iter().flat_map(|t| t.rows.iter().map(move |row| (&t.election, &row.entry.person))).collect();
    let mut compared = Vec::new();
    for ballot in recorded.ballots.iter().filter(|ballot| !held.contains(&ballot.id)) {
        let mut merged = Merged::default();
        for (index, candidacy) in ballot.candidacies.iter().enumerate() {
            let (election, person) = (&ballot.election, &candidacy.person);
            if people.contains(&(election, person)) || context.successor(election, person).is_some() {
                merged.follow_away(index, ballot, None, context);
            }
        }
        if !merged.is_empty() {
            let change = editor.edit_if_any(&ballot.file, &merged.changes)?;
            compared.push(ComparedBallot::NotHeld(ballot.election.clone(), change, merged));
        }
    }
    Ok(compared)
}
