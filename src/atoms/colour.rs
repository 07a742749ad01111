use std::fmt;
use std::str::FromStr;

use super::{Atom, Malformed, Notation};

/// A colour as `#` and six hexadecimal digits, kept in small letters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Colour(String);

impl Colour {
    /// The colour as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Atom for Colour {
    const NOTATION: Notation = Notation::of("Colour").like("^#[0-9a-fA-F]{6}$");
}

impl FromStr for Colour {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return Ok(Self(text.to_ascii_lowercase()));
        }
        Err(Malformed::syntax(
            format!("“{text}” is no colour"),
            "write “#” and six hexadecimal digits in quotes, for example \"#0a4a94\"",
        ))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
