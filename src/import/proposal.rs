use std::path::PathBuf;

use crate::edit::FileChange;

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
