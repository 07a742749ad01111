//! Trouble, in its two kinds: a [`Diagnostic`] is about the author's data (many per run), a
//! [`Failure`] is "cannot go on" (one, with the path it concerns). They are never mixed.

mod code;
mod render;
mod ruler;
mod sources;
mod summary;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::atoms::shown_name;

pub use code::Code;
pub use render::{Format, harmless_json, render};
pub use ruler::Ruler;
pub use sources::Sources;
pub use summary::told_together;

/// How much a diagnostic matters: an error stops a build, a warning does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site cannot be built as it stands.
    Error,
    /// The site builds, but a person should look at this.
    Warning,
}

/// A place in a file: line and column, both counted from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pos {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
}

impl Pos {
    /// The first character of a file: where a diagnostic about the whole file points.
    pub const START: Self = Self { line: 1, column: 1 };

    /// Where what could not be read stands, which is reported already.
    pub const NOWHERE: Self = Self { line: 0, column: 0 };
}

/// A file of the site, relative to the site's root, with `/` between folders.
pub type FileName = Arc<str>;

/// Where a diagnostic points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, relative to the site's root.
    pub file: FileName,
    /// The place in it.
    pub pos: Pos,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.pos.line, self.pos.column)
    }
}

/// One thing wrong with the author's data, where it is and how to correct it.
///
/// The order of the fields is the order in which diagnostics are sorted: by place, then by code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// Its stable name; says the severity too.
    pub code: Code,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// How to correct it, as one sentence without a full stop.
    pub help: String,
}

impl Diagnostic {
    /// Whether this stops a build.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A collection of diagnostics: everything found so far, in no particular order until sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one diagnostic.
    pub fn push(&mut self, code: Code, file: &FileName, pos: Pos, message: impl Into<String>, help: impl Into<String>) {
        let place = Place { file: file.clone(), pos };
        self.0.push(Diagnostic { place, code, message: message.into(), help: help.into() });
    }

    /// Takes over all diagnostics of another collection.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether at least one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity() == Severity::Error)
    }

    /// The files that hold errors. What stands in them may have come no further, so nothing follows from
    /// its absence.
    #[must_use]
    pub fn troubled(&self) -> BTreeSet<FileName> {
        let errors = self.0.iter().filter(|d| d.severity() == Severity::Error);
        errors.map(|d| d.place.file.clone()).collect()
    }

    /// Those in some files only.
    #[must_use]
    pub fn within(mut self, wanted: impl Fn(&FileName) -> bool) -> Self {
        self.0.retain(|diagnostic| wanted(&diagnostic.place.file));
        self
    }

    /// How many errors and how many warnings there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.0.iter().filter(|d| d.severity() == Severity::Error).count();
        (errors, self.0.len() - errors)
    }

    /// Each of them once.
    #[must_use]
    pub fn distinct(mut self) -> Self {
        self.0.sort();
        self.0.dedup();
        self
    }

    /// The first of each place and code: what is one slip of the author's, however often it was met.
    #[must_use]
    pub fn one_a_place(mut self) -> Self {
        self.0.sort();
        self.0.dedup_by(|a, b| a.place == b.place && a.code == b.code);
        self
    }

    /// All of them, sorted by file, line, column and code, each once.
    #[must_use]
    pub fn sorted(self) -> Vec<Diagnostic> {
        self.distinct().0
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// "Cannot go on": what was being done, the path or address it concerns, and a remedy.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done, e.g. `cannot write the site`.
    pub what: String,
    /// The path it concerns.
    pub path: Option<PathBuf>,
    /// What the system said, or why.
    pub why: String,
    /// What the user can do about it.
    pub help: String,
}

impl Failure {
    /// A failure about a path.
    pub fn at(
        path: impl AsRef<Path>,
        what: impl Into<String>,
        why: impl fmt::Display,
        help: impl Into<String>,
    ) -> Self {
        Self { what: what.into(), path: Some(path.as_ref().to_path_buf()), why: why.to_string(), help: help.into() }
    }

    /// A failure that concerns no path.
    pub fn new(what: impl Into<String>, why: impl fmt::Display, help: impl Into<String>) -> Self {
        Self { what: what.into(), path: None, why: why.to_string(), help: help.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        if let Some(path) = &self.path {
            write!(f, " {}", shown_name(&path.to_string_lossy()))?;
        }
        write!(f, ": {}", self.why)?;
        if !self.help.is_empty() {
            write!(f, "\n  help: {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}
