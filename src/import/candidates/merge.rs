use std::collections::BTreeMap;

use super::ballot::{MergeContext, by_sort_name, item};
use super::contradiction::{Contradiction, Fact, Holder, with_record};
use super::list::ListRow;
use super::matched::{Matched, is_local, same_name};
use super::outcome::{CandidatesOutcome, PeopleCounts};
use super::sort_name::sort_name;
use super::target::TargetBallot;
use crate::atoms::{BallotKind, BallotOrder, PersonId, Standing, Words as _, sort_key};
use crate::edit::{Change, Place, Value};
use crate::import::parties::Parties;
use crate::import::recorded::{RecordedBallot, RecordedCandidacy};

/// The key of the candidacies in a ballot's file.
pub(super) const CANDIDATES: &str = "candidates";

/// What a list changes on one recorded ballot.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) changes: Vec<Change>,
    pub(super) people: PeopleCounts,
    pub(super) skipped: Vec<(u32, String)>,
    pub(super) contradictions: Vec<Contradiction>,
    pub(super) notes: Vec<String>,
    /// How many of those who are not listed here are listed nowhere.
    pub(super) gone: usize,
    /// Ids that were given up on this ballot, with the ids that took their place.
    pub(super) moved: Vec<(PersonId, PersonId)>,
    /// Whether the ballot is one of lists from now on.
    becomes_lists: bool,
    /// What candidacies with a new sort name sort by, by their place on the ballot.
    pub(super) sorted_anew: BTreeMap<usize, (String, String, String)>,
}

/// Compares the rows of a ballot with what is on record of it.
///
/// A list that is older than the records only adds people; it can say nothing of those who are there.
pub(super) fn merge(target: &TargetBallot<'_>, ballot: &RecordedBallot, context: &MergeContext<'_>) -> Merged {
    let mut merged = Merged::default();
    let Matched { known, new, unmatched } = Matched::of(&target.rows, ballot);
    if !context.adds_only {
        for (index, row) in known {
            merged.update(index, ballot, row, context);
        }
        for index in unmatched {
            merged.not_listed(index, ballot, target, context);
        }
        merged.complete(target, ballot, context.parties);
        merged.contradictions.extend(with_record(target, ballot));
        merged.note_beyond_complete(&new, ballot);
    }
    merged.forget_order(ballot, merged.becomes_lists);
    merged.add(target, ballot, new, context);
    merged
}

pub(super) fn set(place: Place, key: &'static str, value: Value, after: &'static [&'static str]) -> Change {
    Change::Set { place, key, value, after }
}

impl Merged {
    /// Whether there is nothing to change, and nothing to look at.
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.notes.is_empty()
    }

    pub(super) fn add_to(self, outcome: &mut CandidatesOutcome) {
        outcome.people.add(self.people);
        outcome.skipped.extend(self.skipped);
        outcome.contradictions.extend(self.contradictions);
        outcome.notes.extend(self.notes);
    }

    /// Adds what the list says of the ballot itself and the record does not.
    fn complete(&mut self, target: &TargetBallot<'_>, ballot: &RecordedBallot, parties: &Parties<'_>) {
        const KEYS: [&str; 7] = ["id", "area", "nation", "region", "seats", "kind", "cancelled"];
        let contest = &target.contest;
        let mut add = |n: usize, value| self.changes.push(set(Place::Root, KEYS[n], value, &KEYS[..n]));
        if let Some(nation) = contest.nation.filter(|_| ballot.nation.is_none()) {
            add(2, Value::plain(nation.word()));
        }
        if let Some(region) = contest.region.as_ref().filter(|_| ballot.region.is_none()) {
            add(3, Value::text(&**region));
        }
        if let Some(seats) = contest.seats.filter(|n| ballot.seats.is_none() && *n != 1) {
            add(4, Value::plain(seats));
        }
        let placed = |c: &RecordedCandidacy| {
            c.list_position.is_some()
                || c.party.as_ref().is_some_and(|party| !parties.has_list(party))
                || target.rows.iter().any(|r| r.entry.person == c.person || r.entry.former.contains(&c.person))
        };
        self.becomes_lists =
            target.is_on_lists(parties) && ballot.kind.is_none() && ballot.candidacies.iter().all(placed);
        let mut add = |n: usize, value| self.changes.push(set(Place::Root, KEYS[n], value, &KEYS[..n]));
        if self.becomes_lists {
            add(5, Value::plain(BallotKind::Lists.word()));
        }
        if contest.cancelled == Some(true) && ballot.cancelled.is_none() {
            add(6, Value::plain(true));
        }
    }

    /// Notes who is put on a ballot that is said to be complete without them.
    fn note_beyond_complete(&mut self, new: &[&ListRow], ballot: &RecordedBallot) {
        for row in new.iter().filter(|_| ballot.complete) {
            let other = format!("{} ({}) stands too", row.entry.name, row.entry.person);
            let (fact, kept) = (Fact::Complete, true.to_string());
            let holder = Holder::Record(ballot.file.clone(), None);
            self.contradictions.push(Contradiction { fact, kept, other, holder, line: row.line });
        }
    }

    /// People keep their places; where a new sort name no longer fits, or lists are shown one after another, the order is
    /// not by family name any more.
    fn forget_order(&mut self, ballot: &RecordedBallot, becomes_lists: bool) {
        let keys = ballot.candidacies.iter().enumerate();
        let keys = keys.map(|(index, known)| self.sorted_anew.get(&index).unwrap_or(&known.sort_key));
        if ballot.order == Some(BallotOrder::FamilyName)
            && (becomes_lists || (!self.sorted_anew.is_empty() && !keys.is_sorted()))
        {
            self.changes.push(Change::Remove { place: Place::Root, key: "order" });
        }
    }

    fn not_listed(
        &mut self,
        index: usize,
        ballot: &RecordedBallot,
        target: &TargetBallot<'_>,
        context: &MergeContext<'_>,
    ) {
        let known = &ballot.candidacies[index];
        // People without an id of the list's were never on it.
        if known.status == Standing::Standing && !is_local(&known.person) && !context.missing_stay {
            self.set(index, "status", Value::plain("not_listed"));
            self.people.not_listed += 1;
            self.gone += usize::from(!context.is_listed(&ballot.election, &known.person));
        }
        self.follow_away(index, ballot, Some(target), context);
    }

    fn add(
        &mut self,
        target: &TargetBallot<'_>,
        ballot: &RecordedBallot,
        mut new: Vec<&ListRow>,
        context: &MergeContext<'_>,
    ) {
        if context.adds_only {
            new.retain(|row| match reason_against(row, target, ballot, context) {
                Some(reason) => {
                    self.skipped.push((row.line, reason));
                    false
                }
                None => true,
            });
        }
        if !new.is_empty() && ballot.order == Some(BallotOrder::BallotPaper) {
            self.changes.push(Change::Remove { place: Place::Root, key: "order" });
            self.notes.push(format!(
                "Look at {}: with somebody new, it is no longer known to be in the order of the ballot paper; \
                 put the candidates in that order and write “order: ballot_paper” again.",
                ballot.id
            ));
        }
        for entry in by_sort_name(&new) {
            let key = sort_key(&sort_name(&entry.name, entry.family_name.as_deref()).text);
            let on_lists = self.becomes_lists || ballot.kind == Some(BallotKind::Lists);
            let party = context.parties.of(&entry.party);
            let after = match on_lists {
                true => ballot.candidacies.iter().rposition(|c| c.party.as_ref() == party).map(|last| last + 1),
                false => ballot.candidacies.iter().position(|c| c.sort_key > key),
            };
            let index = after.unwrap_or(ballot.candidacies.len());
            self.changes.push(Change::Insert { list: CANDIDATES, index, item: item(target, entry, context) });
            self.people.added += 1;
        }
    }
}

/// Why a list that is older than the records may not add somebody.
fn reason_against(
    row: &ListRow,
    target: &TargetBallot<'_>,
    ballot: &RecordedBallot,
    context: &MergeContext<'_>,
) -> Option<String> {
    let entry = &row.entry;
    if ballot.complete {
        return Some("the records say that this ballot is complete without this person".to_owned());
    }
    if let Some(home) = context.answers_in(&target.election, &target.id, &entry.person) {
        return Some(format!("the records have this person on {home}"));
    }
    let party = context.parties.of(&entry.party);
    let same = |c: &&RecordedCandidacy| same_name(&c.name, &entry.name) && c.party.as_ref() == party;
    ballot.candidacies.iter().find(same).map(|c| format!("the records have this person as {}", c.person))
}
