use std::path::Path;

use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use crate::edit::{FileChange, Item, Value};

/// What an import would do, before any file is written.
#[derive(Debug)]
pub struct Proposal {
    /// What it found and what becomes of the records, line by line.
    pub summary: Vec<String>,
    /// What it took for something new and may not be, line by line.
    pub doubts: Vec<String>,
    /// The files to be made or changed, whole.
    pub changes: Vec<FileChange>,
}

/// Why nothing was imported, or not all.
#[derive(Debug)]
pub enum ImportError {
    /// The list or a record has to be corrected first; nothing was written.
    Data {
        /// What is wrong.
        found: Diagnostics,
        /// The texts, for showing lines.
        sources: Sources,
    },
    /// The system did not let us go on.
    Failure(Failure),
}

impl ImportError {
    /// One thing that is wrong with a file as a whole.
    pub(super) fn about(file: &Path, code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        let mut found = Diagnostics::default();
        let file: FileName = file.to_string_lossy().as_ref().into();
        found.push(code, &file, Pos::START, message, help);
        Self::Data { found, sources: Sources::default() }
    }

    /// What is wrong within a file, of which the text is at hand.
    pub(super) fn within(file: FileName, text: String, found: Diagnostics) -> Self {
        let mut sources = Sources::default();
        sources.insert(file, text.into());
        Self::Data { found, sources }
    }
}

impl From<Failure> for ImportError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the rows of the list.
    Rows,
    /// Reading a large table, by millions of bytes.
    Megabytes,
    /// Comparing the list with the recorded ballots.
    Ballots,
    /// Putting changed files in place.
    Files,
}

/// Whoever wants to know how far an import is. Called from several threads.
pub trait Progress: Sync {
    /// A stage begins, with so many steps.
    fn begin(&self, stage: Stage, steps: usize);
    /// One step of the stage is done.
    fn step(&self);
}

/// Nobody wants to know.
impl Progress for () {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// The text of a new record, a key a line.
pub(super) fn record_text(keys: impl IntoIterator<Item = (&'static str, Value)>) -> String {
    Item(keys.into_iter().collect()).to_record()
}
