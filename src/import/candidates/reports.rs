use std::collections::{BTreeMap, BTreeSet};

use super::merge::Merged;
use super::outcome::CandidatesOutcome;
use super::target::TargetBallot;
use super::{CandidateList, CandidateOptions, Job, ListRow};
use crate::atoms::{BallotKind, ElectionId, near};
use crate::diagnostic::Code;
use crate::import::parties::Parties;
use crate::import::recorded::Recorded;

/// What is wrong with a list as a whole, compared with the records.
impl Job {
    pub(super) fn report_unnamed(&mut self, unnamed: &[&ListRow]) {
        for row in unnamed {
            let message = format!("no file can be named after the area “{}”", row.entry.contest.area);
            self.wrong(Code::Malformed, row.line, message, "give the area a name with letters, at most 100 long");
        }
    }

    /// A ballot stays in the election in which it is on record.
    pub(super) fn report_elsewhere(&mut self, targets: &[TargetBallot<'_>], recorded: &Recorded<'_>) {
        for target in targets.iter().filter(|target| target.recorded.is_none()) {
            let known = recorded.ballots.iter().find(|ballot| ballot.record.id == target.id);
            if let (Some(known), Some(row)) = (known, target.rows.first()) {
                let TargetBallot { id, election, .. } = target;
                let message =
                    format!("{id} is said to belong to {election}, and the records have it in {}", known.file);
                self.wrong(Code::DuplicateId, row.line, message, "move the file, or correct the election in the list");
            }
        }
    }

    /// The election that was asked for has to be in the list.
    pub(super) fn report_absent(&mut self, list: &CandidateList, options: &CandidateOptions) {
        let held: BTreeSet<_> = list.rows.iter().filter_map(|row| row.entry.contest.election.as_ref()).collect();
        let Some(wanted) = options.election.as_ref().filter(|id| !held.is_empty() && !held.contains(id)) else {
            return;
        };
        let names: Vec<&str> = held.iter().map(|id| id.as_str()).collect();
        let message = format!("this list has no candidates for “{wanted}”");
        let help = match near(wanted.as_str(), names.iter().copied()) {
            Some(near) => {
                format!("did you mean “{near}”? If not, leave --election out; the list has {}", names.join(", "))
            }
            None => format!("leave --election out, or name one that the list has: {}", names.join(", ")),
        };
        self.wrong(Code::UnknownReference, 1, message, &help);
    }

    /// A list that lacks more than a third of the people who stand is more likely a part of one.
    pub(super) fn report_many_gone(&mut self, merged: &[Merged<'_>], recorded: &Recorded<'_>) {
        let mut gone: BTreeMap<&ElectionId, usize> = BTreeMap::new();
        for merge in merged.iter().filter_map(Merged::merge) {
            *gone.entry(&merge.ballot.election).or_default() += merge.gone;
        }
        for (election, gone) in gone {
            let stand = recorded.standing(election);
            // On a small ballot one person is a third.
            if gone < 2 || gone * 3 <= stand {
                continue;
            }
            let message = format!("{gone} of the {stand} people on record in {election} are not on this list");
            let help = "if the list has only some of them, add --partial and they stay; if they really no longer stand, add --really";
            self.wrong(Code::MissingKey, 1, message, help);
        }
    }

    /// A ballot of lists needs the place of everybody who is on one; on a new one `kind: lists` can wait for them.
    pub(super) fn report_unplaced(
        &mut self,
        targets: &[TargetBallot<'_>],
        parties: &Parties<'_>,
        outcome: &mut CandidatesOutcome,
    ) {
        for target in targets {
            let Some(row) = target.without_place(parties) else { continue };
            let known = |row: &ListRow| target.recorded.is_some_and(|b| b.has_place(&row.entry.person));
            if target.recorded.is_none_or(|b| b.record.kind != Some(BallotKind::Lists)) {
                let (ballot, line) = (&target.id, row.line);
                outcome.notes.push(format!(
                    "Look at {ballot}: line {line} gives no place on its list, so the ballot is not yet one of lists."
                ));
            } else if let Some(row) = target.rows.iter().find(|r| parties.lacks_place(&r.entry) && !known(r)) {
                let message = "this row gives no place on its list, and the ballot is one of lists";
                self.wrong(Code::MissingKey, row.line, message, "fill in the column “party_list_position”");
            }
        }
    }
}
