use std::path::PathBuf;

use crate::edit::{FileChange, Value};

/// What an import would do, before any file is written.
#[derive(Debug)]
pub struct Proposal<T> {
    /// What it found, and what becomes of the records.
    pub outcome: T,
    /// The files to be made or changed, whole.
    pub changes: Vec<FileChange>,
}

/// The names of changed files, relative to the site's root.
pub(super) fn paths(changes: &[FileChange]) -> Vec<PathBuf> {
    changes.iter().map(|change| change.path.clone()).collect()
}

/// The text of a new record, a key a line.
pub(super) fn record_text(keys: impl IntoIterator<Item = (&'static str, Value)>) -> String {
    keys.into_iter().map(|(key, value)| format!("{key}: {}\n", value.to_block())).collect()
}
