use std::path::Path;

use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};

/// Why nothing was imported, or not all.
#[derive(Debug)]
pub enum ImportError {
    /// The list or a record has to be mended first; nothing was written.
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
}

impl From<Failure> for ImportError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
