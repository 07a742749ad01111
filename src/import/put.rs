use std::fs::{self, DirEntry, read_dir};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Progress, Stage};
use crate::diagnostic::Failure;
use crate::edit::{self, FileChange};
use crate::load::{LARGEST, LARGEST_TABLE};

/// Where imported tables live.
pub(super) const TABLES: &str = "content/data";

/// Puts the files of an import in place, after what a killed one left half-written is gone.
///
/// # Errors
/// When a file would be too large, was changed by somebody else or cannot be written; the message says how many were.
pub(super) fn put(root: &Path, changes: Vec<FileChange>, progress: &dyn Progress) -> Result<(), Failure> {
    changes.iter().try_for_each(|change| fits(root, change))?;
    folders(&root.join("candidates")).iter().for_each(|folder| edit::discard_leftovers(folder));
    let all = changes.len();
    progress.begin(Stage::Files, all);
    edit::write_files(root, &in_order(changes), &|| progress.step()).map_err(|e| incomplete(e, all))
}

/// Puts an imported table and its record in place, as far as they differ from what is there; gives the files written.
///
/// # Errors
/// When the table would be too large, or a file cannot be read or written.
pub(super) fn put_table(
    root: &Path,
    contents: [(String, String); 2],
    progress: &dyn Progress,
) -> Result<Vec<PathBuf>, Failure> {
    let mut changes = Vec::new();
    for (name, after) in contents {
        let path = root.join(&name);
        if after.len() as u64 > LARGEST_TABLE {
            let why = format!("it would have {} bytes, and tables have at most {LARGEST_TABLE}", after.len());
            return Err(Failure::at(path, "cannot write", why, "import less at once"));
        }
        let before = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(e) if e.kind() == ErrorKind::NotFound => None,
            Err(e) => return Err(Failure::at(path, "cannot read", e, "make the file readable, or move it away")),
        };
        if before.as_ref() != Some(&after) {
            changes.push(FileChange { path: name.into(), before, after });
        }
    }
    edit::discard_leftovers(&root.join(TABLES));
    progress.begin(Stage::Files, changes.len());
    let written = changes.iter().map(|change| change.path.clone()).collect();
    let all = changes.len();
    edit::write_files(root, &[changes], &|| progress.step()).map_err(|e| incomplete(e, all))?;
    Ok(written)
}

/// What is written has to be read again.
fn fits(root: &Path, change: &FileChange) -> Result<(), Failure> {
    let size = change.after.len() as u64;
    if size <= LARGEST {
        return Ok(());
    }
    let why = format!("it would have {size} bytes, and records have at most {LARGEST} (no file was written)");
    let help = "look whether the list puts the people of several ballots on one";
    Err(Failure::at(root.join(&change.path), "cannot write", why, help))
}

/// The folders in which an import may write: of parties and documents, of each election and its asks.
fn folders(candidates: &Path) -> Vec<PathBuf> {
    let is_ours = |e: &DirEntry| {
        e.file_type().is_ok_and(|kind| kind.is_dir()) && !e.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = read_dir(candidates).into_iter().flatten().flatten().filter(is_ours);
    let with_asks = |folder: PathBuf| [folder.join("asks"), folder];
    entries.flat_map(|entry| with_asks(entry.path())).filter(|folder| !folder.is_symlink()).collect()
}

/// Parties, then elections, then the rest, which refer to them: what was written of an import that
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
