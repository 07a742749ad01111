use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Editor;
use super::ballot::{MergeContext, by_sort_name, item, new_ballot};
use super::contradiction::{Contradiction, Fact, Holder, with_record};
use super::list::ListRow;
use super::matched::{Matched, is_local, same_name};
use super::outcome::{CandidatesOutcome, PeopleCounts};
use super::sort_name::{sort_name, sorts_by};
use super::target::TargetBallot;
use crate::atoms::{BallotId, BallotKind, BallotOrder, PersonId, Standing, Text, Words as _, sort_key};
use crate::diagnostic::Failure;
use crate::edit::{Change, FileChange, GroupPlace, Value};
use crate::import::Progress;
use crate::import::recorded::{Recorded, RecordedBallot};
use crate::load::At;
use crate::load::records::CandidacyRecord;

/// The key of the candidacies in a ballot's file.
pub(super) const CANDIDATES: &str = "candidates";

/// What becomes of one ballot: its file, if that is made or changed, and the comparison with its record.
pub(super) enum Merged<'a> {
    New(FileChange, usize),
    Known(Option<FileChange>, Box<BallotMerge<'a>>),
    /// On record, and not held by the list, which has people of it elsewhere.
    Elsewhere(Option<FileChange>, Box<BallotMerge<'a>>),
}

impl<'a> Merged<'a> {
    /// How it was compared with what is on record.
    pub(super) fn merge(&self) -> Option<&BallotMerge<'a>> {
        match self {
            Self::New(..) => None,
            Self::Known(_, merge) | Self::Elsewhere(_, merge) => Some(merge),
        }
    }

    /// Counts it; gives its file.
    pub(super) fn add_to(self, outcome: &mut CandidatesOutcome) -> Option<FileChange> {
        match &self {
            Self::New(_, people) => {
                outcome.ballots_added += 1;
                outcome.people.added += people;
            }
            Self::Known(None, _) => outcome.ballots_unchanged += 1,
            Self::Known(Some(_), _) | Self::Elsewhere(Some(_), _) => outcome.ballots_changed += 1,
            Self::Elsewhere(None, _) => {}
        }
        let (file, merge) = match self {
            Self::New(file, _) => return Some(file),
            Self::Known(file, merge) | Self::Elsewhere(file, merge) => (file, merge),
        };
        outcome.people.add(merge.people);
        outcome.skipped.extend(merge.skipped);
        outcome.contradictions.extend(merge.contradictions);
        outcome.notes.extend(merge.notes);
        file
    }
}

/// Compares the ballots that the list holds with the records.
pub(super) fn merge_all<'a>(
    targets: &'a [TargetBallot<'a>],
    context: &'a MergeContext<'a>,
    editor: &Editor<'_>,
    progress: &dyn Progress,
) -> Result<Vec<Merged<'a>>, Failure> {
    let merged = targets.par_iter().map(|target| {
        progress.step();
        let Some(ballot) = target.recorded else {
            let (path, after) = ((&*target.file).into(), new_ballot(target, context));
            return Ok(Merged::New(FileChange { path, before: None, after }, target.rows.len()));
        };
        let merge = Box::new(BallotMerge::of(ballot, target, context));
        Ok(Merged::Known(editor.edit_if_any(&target.file, &merge.changes)?, merge))
    });
    merged.collect()
}

/// What a list changes on one recorded ballot.
pub(super) struct BallotMerge<'a> {
    pub(super) ballot: &'a RecordedBallot<'a>,
    /// What the list has of it, when it holds the ballot.
    pub(super) target: Option<&'a TargetBallot<'a>>,
    pub(super) context: &'a MergeContext<'a>,
    pub(super) changes: Vec<Change>,
    pub(super) people: PeopleCounts,
    /// Rows that were left out: their lines and why.
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

impl<'a> BallotMerge<'a> {
    fn new(
        ballot: &'a RecordedBallot<'a>,
        target: Option<&'a TargetBallot<'a>>,
        context: &'a MergeContext<'a>,
    ) -> Self {
        Self {
            ballot,
            target,
            context,
            changes: Vec::new(),
            people: PeopleCounts::default(),
            skipped: Vec::new(),
            contradictions: Vec::new(),
            notes: Vec::new(),
            gone: 0,
            moved: Vec::new(),
            becomes_lists: false,
            sorted_anew: BTreeMap::new(),
        }
    }

    /// Compares the rows of a ballot with what is on record of it.
    ///
    /// A list that is older than the records only adds people; it can say nothing of those who are there.
    pub(super) fn of(
        ballot: &'a RecordedBallot<'a>,
        target: &'a TargetBallot<'a>,
        context: &'a MergeContext<'a>,
    ) -> Self {
        let mut merge = Self::new(ballot, Some(target), context);
        let Matched { known, new, unmatched } = Matched::of(&target.rows, ballot.record);
        if !context.adds_only {
            known.into_iter().for_each(|(index, row)| merge.update(index, row));
            unmatched.into_iter().for_each(|index| merge.not_listed(index));
            merge.complete(target);
            merge.contradictions.extend(with_record(target, ballot));
            merge.note_beyond_complete(&new);
        }
        merge.forget_order();
        merge.add(target, new);
        merge
    }

    /// Adds what the list says of the ballot itself and the record does not.
    fn complete(&mut self, target: &TargetBallot<'_>) {
        let (contest, ballot, parties) = (&target.contest, self.ballot.record, self.context.parties);
        let placed = |c: &At<CandidacyRecord>| {
            c.list_position.is_some() || !parties.has_list(&c.party) || target.holds(&c.person)
        };
        self.becomes_lists =
            target.is_on_lists(parties) && ballot.kind.is_none() && ballot.candidates.iter().all(placed);
        let nation = contest.nation.filter(|_| ballot.nation.is_none());
        let region = contest.region.as_ref().filter(|_| ballot.region.is_none());
        let seats = contest.seats.filter(|n| ballot.seats.is_none() && *n != 1);
        let cancelled = contest.cancelled == Some(true) && ballot.cancelled.is_none();
        let new = [
            ("nation", nation.map(|nation| Value::plain(nation.word()))),
            ("region", region.map(|region| Value::text(region.as_str()))),
            ("seats", seats.map(Value::plain)),
            ("kind", self.becomes_lists.then(|| Value::plain(BallotKind::Lists.word()))),
            ("cancelled", cancelled.then(|| Value::plain(true))),
        ];
        for (key, value) in new {
            self.changes.extend(value.map(|value| Change::Set { place: GroupPlace::Root, key, value }));
        }
    }

    /// Notes who is put on a ballot that is said to be complete without them.
    fn note_beyond_complete(&mut self, new: &[&ListRow]) {
        for row in new.iter().filter(|_| self.ballot.is_complete()) {
            let other = format!("{} ({}) stands too", row.entry.name, row.entry.person);
            let (fact, kept) = (Fact::Complete, true.to_string());
            let holder = Holder::Record(self.ballot.file.clone(), None);
            self.contradictions.push(Contradiction { fact, kept, other, holder, line: row.line });
        }
    }

    /// People keep their places; where a new sort name no longer fits, or lists are shown one after another, the order is
    /// not by family name any more.
    fn forget_order(&mut self) {
        let ballot = self.ballot.record;
        let is_sorted = || {
            let keys = ballot.candidates.iter().enumerate();
            keys.map(|(index, known)| self.sorted_anew.get(&index).cloned().unwrap_or_else(|| sorts_by(known)))
                .is_sorted()
        };
        if ballot.order == Some(BallotOrder::FamilyName)
            && (self.becomes_lists || (!self.sorted_anew.is_empty() && !is_sorted()))
        {
            self.changes.push(Change::Remove { place: GroupPlace::Root, key: "order" });
        }
    }

    fn not_listed(&mut self, index: usize) {
        let (known, election) = (&self.ballot.record.candidates[index], &self.ballot.election);
        // People without an id of the list's were never on it.
        if known.status == Standing::Standing && !is_local(&known.person) && !self.context.missing_stay {
            self.set(index, "status", Value::plain(Standing::NotListed.word()));
            self.people.not_listed += 1;
            self.gone += usize::from(!self.context.is_listed(election, &known.person));
            self.forget_result(index);
        }
        self.follow_away(index);
    }

    fn add(&mut self, target: &TargetBallot<'_>, mut new: Vec<&ListRow>) {
        let (ballot, context) = (self.ballot, self.context);
        if context.adds_only {
            new.retain(|row| {
                let reason = reason_against(row, ballot, context);
                self.skipped.extend(reason.clone().map(|reason| (row.line, reason)));
                reason.is_none()
            });
        }
        if new.is_empty() {
            return;
        }
        if ballot.record.order == Some(BallotOrder::BallotPaper) {
            self.changes.push(Change::Remove { place: GroupPlace::Root, key: "order" });
            self.notes.push(format!(
                "Look at {}: with somebody new, it is no longer known to be in the order of the ballot paper; \
                 put the candidates in that order and write “order: ballot_paper” again.",
                ballot.record.id
            ));
        }
        let keys: Vec<_> = ballot.record.candidates.iter().map(|c| sorts_by(c)).collect();
        for entry in by_sort_name(&new) {
            let key = sort_key(&sort_name(entry.name.as_str(), entry.family_name.as_ref().map(Text::as_str)).text);
            let on_lists = self.becomes_lists || ballot.record.kind == Some(BallotKind::Lists);
            let party = context.parties.of(&entry.party);
            let after = match on_lists {
                true => {
                    ballot.record.candidates.iter().rposition(|c| Some(&c.party.value) == party).map(|last| last + 1)
                }
                false => keys.iter().position(|known| *known > key),
            };
            let index = after.unwrap_or(ballot.record.candidates.len());
            let (place, item) = (GroupPlace::Root, item(target, entry, context));
            self.changes.push(Change::Insert { place, list: CANDIDATES, index, item });
            self.people.added += 1;
        }
    }
}

/// Why a list that is older than the records may not add somebody.
fn reason_against(row: &ListRow, ballot: &RecordedBallot<'_>, context: &MergeContext<'_>) -> Option<String> {
    let entry = &row.entry;
    if ballot.is_complete() {
        return Some("the records say that this ballot is complete without this person".to_owned());
    }
    if let Some(home) = context.answers_in(&ballot.election, &ballot.record.id, &entry.person) {
        return Some(format!("the records have this person on {home}"));
    }
    let party = context.parties.of(&entry.party);
    let same =
        |c: &&At<CandidacyRecord>| same_name(c.name.as_str(), entry.name.as_str()) && Some(&c.party.value) == party;
    ballot.record.candidates.iter().find(same).map(|c| format!("the records have this person as {}", c.person))
}

/// Follows the people of the list on recorded ballots of its elections that it does not hold; gives only ballots of which
/// there is something to change or to say.
pub(super) fn follow_from_elsewhere<'a>(
    recorded: &'a Recorded<'_>,
    targets: &[TargetBallot<'_>],
    context: &'a MergeContext<'a>,
    editor: &Editor<'_>,
) -> Result<Vec<Merged<'a>>, Failure> {
    let held: BTreeSet<&BallotId> = targets.iter().map(|target| &target.id).collect();
    let mut merged = Vec::new();
    for ballot in recorded.ballots.iter().filter(|ballot| !held.contains(&ballot.record.id.value)) {
        let mut merge = Box::new(BallotMerge::new(ballot, None, context));
        for (index, candidacy) in ballot.record.candidates.iter().enumerate() {
            if context.is_listed(&ballot.election, &candidacy.person) {
                merge.follow_away(index);
            }
        }
        if !merge.changes.is_empty() || !merge.notes.is_empty() {
            merged.push(Merged::Elsewhere(editor.edit_if_any(ballot.file, &merge.changes)?, merge));
        }
    }
    Ok(merged)
}
