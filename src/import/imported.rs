use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::provenance::Provenance;
use crate::atoms::{DataKind, Slug};
use crate::diagnostic::Failure;
use crate::edit::{self, Change, FileChange};
use crate::load::LARGEST_TABLE;
use crate::load::records::DataRecord;

/// Where imported tables live.
pub(super) const TABLES: &str = "content/data";

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

impl Imported<'_> {
    /// The files of the table and its record, as far as they differ from what is there. In a record that is there already,
    /// only what the import knows anew is changed.
    ///
    /// # Errors
    /// When the table would be too large, or a file cannot be read or changed.
    pub(super) fn changes(self, root: &Path) -> Result<Vec<FileChange>, Failure> {
        let [table_file, record_file] = table_files(&self.id, self.kind);
        let size = self.table.len() as u64;
        if size > LARGEST_TABLE {
            let why = format!("it would have {size} bytes, and tables have at most {LARGEST_TABLE}");
            return Err(Failure::at(root.join(table_file), "cannot write", why, "import less at once"));
        }
        let (table, record) = (present(&root.join(&table_file))?, present(&root.join(&record_file))?);
        let new_record = match (&record, self.recorded) {
            (None, _) => self.provenance.to_yaml(self.kind),
            (Some(text), recorded) => {
                let changes = recorded.map(|recorded| self.provenance.changes(recorded));
                edited(&root.join(&record_file), text, changes)?
            }
        };
        let changes = [(table_file, table, self.table), (record_file, record, new_record)];
        let changes = changes.into_iter().filter(|(_, before, after)| before.as_ref() != Some(after));
        Ok(changes.map(|(path, before, after)| FileChange { path: path.into(), before, after }).collect())
    }
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
