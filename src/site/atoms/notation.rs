use std::fmt::Display;
use std::str::FromStr;

use super::{Malformed, Text};

/// A value that a record holds as one text.
pub trait Atom: FromStr<Err = Malformed> + Display {
    /// How it is written, for who completes and checks records.
    const NOTATION: Notation;

    /// One that says nothing, for where something stood that is none.
    fn blank() -> Self;

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
    /// Of what every such number is a multiple, from twice that.
    pub step: Option<u32>,
    /// The only words that it may be, each with what it says; any text where there are none.
    pub words: &'static [(&'static str, &'static str)],
}

impl Notation {
    pub(crate) const fn of(name: &'static str) -> Self {
        Self { name, meaning: "", pattern: None, format: None, or_number: false, step: None, words: &[] }
    }

    pub(super) const fn or_a_number(self) -> Self {
        Self { or_number: true, ..self }
    }

    /// Either a text that matches, or a whole number: a multiple of the step, from twice the step.
    pub(super) const fn a_word_or_steps(self, pattern: &'static str, step: u32) -> Self {
        Self { step: Some(step), ..self.or_a_number().like(pattern) }
    }

    pub(crate) const fn like(self, pattern: &'static str) -> Self {
        Self { pattern: Some(pattern), ..self }
    }

    pub(super) const fn of_format(self, format: &'static str) -> Self {
        Self { format: Some(format), ..self }
    }
}

/// Declares an atom that is kept as text: what it is, how it is written, and a function that takes what somebody wrote and
/// gives the text to keep, or says what is wrong.
macro_rules! text_atom {
    ($(#[$doc:meta])* $name:ident, $notation:expr, $read:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::atoms::Malformed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $read(text).map(|text| Self(text.into()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl $crate::atoms::Atom for $name {
            const NOTATION: $crate::atoms::Notation = $notation;

            fn blank() -> Self {
                Self("".into())
            }
        }
    };
}

pub(crate) use text_atom;
