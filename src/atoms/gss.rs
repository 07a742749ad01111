use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{Atom, Malformed, Notation};

/// A Government Statistical Service code of an area: one letter and eight digits (`E14000789`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Gss(Arc<str>);

impl Gss {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Atom for Gss {
    const NOTATION: Notation = Notation::of("Gss").like("^[A-Z][0-9]{8}$");
}

impl FromStr for Gss {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let mut chars = text.chars();
        let letter = chars.next().is_some_and(|c| c.is_ascii_uppercase());
        if letter && text.len() == 9 && chars.all(|c| c.is_ascii_digit()) {
            return Ok(Self(text.into()));
        }
        Err(Malformed::syntax(
            format!("“{text}” is no GSS code"),
            "write one capital letter and eight digits, for example E14000789",
        ))
    }
}

impl fmt::Display for Gss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
