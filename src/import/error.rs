use crate::diagnostic::{Diagnostics, Failure, Sources};

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

impl From<Failure> for ImportError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
