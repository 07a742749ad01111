use crate::atoms::near;
use crate::diagnostic::{Diagnostics, Failure, Sources};
use crate::import::ImportError;

/// Why an act was not done. The records are as they were.
#[derive(Debug)]
pub enum NotDone {
    /// There are errors in the records or in a file that somebody gave.
    Wrong {
        /// The errors.
        found: Diagnostics,
        /// The texts, for showing lines.
        sources: Sources,
        /// What is not done because of them: `nothing was written`.
        undone: &'static str,
    },
    /// What was asked for makes no sense for this site, and why.
    Refused(String),
    /// The system did not let us.
    Failure(Failure),
}

/// How many ids are listed when somebody names one that is not there.
const SHOWN: usize = 30;

impl NotDone {
    /// The site has no record of an id; says which it has.
    pub fn unknown<'i>(kind: &str, id: &str, known: impl Iterator<Item = &'i str>) -> Self {
        let known: Vec<&str> = known.collect();
        let has = match known.len() {
            0 => "the site has none yet".to_owned(),
            1..=SHOWN => format!("the site has: {}", known.join(", ")),
            many => format!("the site has {many} others"),
        };
        let help = match near(id, known) {
            Some(near) => format!("did you mean “{near}”? {}{}", has[..1].to_uppercase(), &has[1..]),
            None => has,
        };
        Self::Refused(format!("there is no {kind} “{id}”; {help}"))
    }
}

impl From<Failure> for NotDone {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<ImportError> for NotDone {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Data { found, sources } => Self::Wrong { found, sources, undone: "nothing was written" },
            ImportError::Failure(failure) => Self::Failure(failure),
        }
    }
}
