use std::fs;
use std::path::Path;

use super::ballot::{MergeContext, new_ballot};
use super::merge::{Merged, merge};
use super::outcome::CandidatesOutcome;
use super::target::TargetBallot;
use crate::atoms::{ElectionId, PersonId};
use crate::diagnostic::{Failure, FileName};
use crate::edit::{self, Change, FileChange};
use crate::load::Loaded;

/// Makes changes in the files that were loaded.
pub(super) struct Editor<'a> {
    pub(super) root: &'a Path,
    pub(super) site: &'a Loaded,
}

impl Editor<'_> {
    /// The file with the changes made, not yet in place.
    pub(super) fn edit(&self, file: &FileName, changes: &[Change]) -> Result<FileChange, Failure> {
        let path = self.root.join(&**file);
        let help = "run the command again";
        let before = fs::read_to_string(&path).map_err(|e| Failure::at(&path, "cannot read", e, help))?;
        let loaded = self.site.sources.get(file);
        if loaded.as_deref() != Some(before.strip_prefix('\u{feff}').unwrap_or(&before)) {
            return Err(Failure::at(&path, "cannot change", "another program changed it in the meantime", help));
        }
        let help = "write this file in a plainer way, as docs/record-format.md shows, and run the command again";
        let after = edit::apply(&before, changes).map_err(|e| Failure::at(&path, "cannot change", e, help))?;
        Ok(FileChange { path: (&**file).into(), before: Some(before), after })
    }

    /// The file with the changes made, when there are any.
    pub(super) fn edit_if_any(&self, file: &FileName, changes: &[Change]) -> Result<Option<FileChange>, Failure> {
        if changes.is_empty() { Ok(None) } else { self.edit(file, changes).map(Some) }
    }
}

/// What becomes of one ballot.
pub(super) enum ComparedBallot {
    New(FileChange, usize),
    Known(ElectionId, Option<FileChange>, Merged),
    /// A recorded ballot that the list does not hold, with people whom it has elsewhere.
    NotHeld(ElectionId, Option<FileChange>, Merged),
}

impl ComparedBallot {
    /// The ids that were given up on this ballot, with the ids that took their place.
    pub(super) fn moved(&self) -> impl Iterator<Item = (&ElectionId, &PersonId, &PersonId)> {
        let (election, moved) = match self {
            Self::New(..) => (None, None),
            Self::Known(election, _, merged) | Self::NotHeld(election, _, merged) => {
                (Some(election), Some(&merged.moved))
            }
        };
        moved.into_iter().flatten().filter_map(move |(old, new)| Some((election?, old, new)))
    }

    /// How many people of an election this ballot has on record whom the list does not hold.
    pub(super) fn gone(&self) -> Option<(&ElectionId, usize)> {
        match self {
            Self::Known(election, _, merged) => Some((election, merged.gone)),
            Self::New(..) | Self::NotHeld(..) => None,
        }
    }

    /// Counts it, and hands over its file.
    pub(super) fn add_to(self, outcome: &mut CandidatesOutcome, changes: &mut Vec<FileChange>) {
        match self {
            Self::New(change, people) => {
                outcome.ballots_added += 1;
                outcome.people.added += people;
                changes.push(change);
            }
            Self::Known(_, change, merged) => {
                match &change {
                    Some(_) => outcome.ballots_changed += 1,
                    None => outcome.ballots_unchanged += 1,
                }
                merged.add_to(outcome);
                changes.extend(change);
            }
            Self::NotHeld(_, change, merged) => {
                outcome.ballots_changed += usize::from(change.is_some());
                merged.add_to(outcome);
                changes.extend(change);
            }
        }
    }
}

/// Compares one ballot of the list with the records.
pub(super) fn compare(
    target: &TargetBallot<'_>,
    context: &MergeContext<'_>,
    editor: &Editor<'_>,
) -> Result<ComparedBallot, Failure> {
    let Some(ballot) = target.recorded else {
        let change = FileChange { path: (&*target.file).into(), before: None, after: new_ballot(target, context) };
        return Ok(ComparedBallot::New(change, target.rows.len()));
    };
    let merged = merge(target, ballot, context);
    let change = editor.edit_if_any(&target.file, &merged.changes)?;
    Ok(ComparedBallot::Known(target.election.clone(), change, merged))
}
