use std::str::FromStr;

use super::{Malformed, Text};

/// A value that a record holds as one text.
pub trait Atom: FromStr<Err = Malformed> {
    /// How it is written, for who completes and checks records.
    const NOTATION: Notation;

    /// The words, where it is nothing but words that a person wrote.
    fn words(&mut self) -> Option<&mut Text> {
        None
    }
}

/// How a value is written.
#[derive(Debug, Clone, Copy)]
pub struct Notation {
    /// The name of its kind.
    pub name: &'static str,
    /// What it is, when its name does not say.
    pub meaning: &'static str,
    /// A regular expression that it matches.
    pub pattern: Option<&'static str>,
    /// Its format, as JSON Schema names it.
    pub format: Option<&'static str>,
    /// Whether YAML may take it for a whole number.
    pub or_number: bool,
    /// The only words that it may be, each with what it says; any text where there are none.
    pub words: &'static [(&'static str, &'static str)],
}

impl Notation {
    pub(super) const fn of(name: &'static str) -> Self {
        Self { name, meaning: "", pattern: None, format: None, or_number: false, words: &[] }
    }

    pub(super) const fn or_a_number(self) -> Self {
        Self { or_number: true, ..self }
    }

    pub(super) const fn like(self, pattern: &'static str) -> Self {
        Self { pattern: Some(pattern), ..self }
    }

    pub(super) const fn of_format(self, format: &'static str) -> Self {
        Self { format: Some(format), ..self }
    }
}
