use std::fs::{self, DirEntry, read_dir};
use std::path::{Path, PathBuf};

use crate::diagnostic::Failure;
use crate::edit::{self, Change, FileChange};
use crate::import::{Progress, Stage};

/// Puts all files of an act in place, each one whole, after what a killed run left half-written is gone. Those that
/// others refer to go first.
///
/// # Errors
/// When a file was changed by somebody else or cannot be written; the message says how many were.
pub fn save(root: &Path, changes: Vec<FileChange>, progress: &dyn Progress) -> Result<(), Failure> {
    folders(root).iter().for_each(|folder| edit::discard_leftovers(folder));
    let all = changes.len();
    progress.begin(Stage::Files, all);
    edit::write_files(root, &in_order(changes), &|| progress.step()).map_err(|e| incomplete(e, all))
}

/// Changes one file, leaving every other line as it is; `by_hand` says how a person can do the same.
pub(super) fn change(
    root: &Path,
    file: &str,
    changes: &[Change],
    by_hand: impl FnOnce() -> String,
) -> Result<(), Failure> {
    let path = root.join(file);
    let before = fs::read_to_string(&path)
        .map_err(|e| Failure::at(&path, "cannot read", e, "make the file readable and run the command again"))?;
    let after = edit::apply(&before, changes).map_err(|why| Failure::at(&path, "cannot change", why, by_hand()))?;
    save(root, vec![FileChange { path: file.into(), before: Some(before), after }], &())
}

/// The folders in which records are written: of parties and documents, of each election and its asks, of tables.
fn folders(root: &Path) -> Vec<PathBuf> {
    let is_ours = |e: &DirEntry| {
        e.file_type().is_ok_and(|kind| kind.is_dir()) && !e.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = read_dir(root.join("candidates")).into_iter().flatten().flatten().filter(is_ours);
    let with_asks = entries.map(|entry| entry.path()).flat_map(|folder| [folder.join("asks"), folder]);
    with_asks.chain([root.join("content/data")]).filter(|folder| !folder.is_symlink()).collect()
}

/// Parties, then elections, then the rest, which refer to them: what was written of an act that
/// was stopped is then a site that checks.
fn in_order(changes: Vec<FileChange>) -> [Vec<FileChange>; 3] {
    let mut groups = [Vec::new(), Vec::new(), Vec::new()];
    for change in changes {
        let group = if change.path.starts_with("candidates/parties") {
            0
        } else if change.path.ends_with("election.yaml") {
            1
        } else {
            2
        };
        groups[group].push(change);
    }
    groups
}

fn incomplete(error: edit::WriteError, all: usize) -> Failure {
    let mut failure = error.failure;
    failure.why = match error.written {
        0 => format!("{} (no file was written)", failure.why),
        written => {
            format!("{} ({written} of {all} files were written; a second run does the rest)", failure.why)
        }
    };
    failure
}
