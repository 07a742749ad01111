use std::fs::{self, DirEntry, read_dir};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::provenance::Provenance;
use super::{Progress, Stage};
use crate::atoms::{DataKind, Slug};
use crate::diagnostic::Failure;
use crate::edit::{self, Change, FileChange};
use crate::load::records::DataRecord;
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

/// An imported table with what is known of it.
pub(super) struct Imported<'r> {
    pub(super) id: Slug,
    pub(super) kind: DataKind,
    /// The table as text.
    pub(super) table: String,
    pub(super) provenance: Provenance,
    /// The record that stands there from an earlier import.
    pub(super) recorded: Option<&'r DataRecord>,
}

/// The files of a table: its own and that of its record.
pub(super) fn table_files(id: &Slug, kind: DataKind) -> [String; 2] {
    [format!("{TABLES}/{id}.{}", kind.ending()), format!("{TABLES}/{id}.yaml")]
}

/// Puts an imported table and its record in place, as far as they differ from what is there; gives the files written. In a record that
/// is there already, only what the import knows anew is changed.
///
/// # Errors
/// When the table would be too large, or a file cannot be read, changed or written.
pub(super) fn put_table(root: &Path, imported: Imported<'_>, progress: &dyn Progress) -> Result<Vec<PathBuf>, Failure> {
    let [table_file, record_file] = table_files(&imported.id, imported.kind);
    let size = imported.table.len() as u64;
    if size > LARGEST_TABLE {
        let why = format!("it would have {size} bytes, and tables have at most {LARGEST_TABLE}");
        return Err(Failure::at(root.join(table_file), "cannot write", why, "import less at once"));
    }
    let (table, record) = (present(&root.join(&table_file))?, present(&root.join(&record_file))?);
    let new_record = match (&record, imported.recorded) {
        (None, _) => imported.provenance.to_yaml(imported.kind),
        (Some(text), recorded) => {
            let changes = recorded.map(|recorded| imported.provenance.changes(recorded));
            edited(&root.join(&record_file), text, changes)?
        }
    };
    let changes = [(table_file, table, imported.table), (record_file, record, new_record)];
    let changes = changes.into_iter().filter(|(_, before, after)| before.as_ref() != Some(after));
    let changes: Vec<FileChange> =
        changes.map(|(path, before, after)| FileChange { path: path.into(), before, after }).collect();
    edit::discard_leftovers(&root.join(TABLES));
    progress.begin(Stage::Files, changes.len());
    let written = changes.iter().map(|change| change.path.clone()).collect();
    let all = changes.len();
    edit::write_files(root, &[changes], &|| progress.step()).map_err(|e| incomplete(e, all))?;
    Ok(written)
}

/// What stands in a file; nothing when there is none.
fn present(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Failure::at(path, "cannot read", e, "make the file readable, or move it away")),
    }
}

/// A record with changes made; there are none to make in one that could not be read.
fn edited(path: &Path, text: &str, changes: Option<Vec<Change>>) -> Result<String, Failure> {
    let help = "write it in a plainer way, as docs/record-format.md shows, or move it away; then run the command again";
    let cannot = |why: &dyn std::fmt::Display| Failure::at(path, "cannot change", why, help);
    let changes = changes.ok_or_else(|| cannot(&"the record that stands there cannot be read"))?;
    edit::apply(text, &changes).map_err(|why| cannot(&why))
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
