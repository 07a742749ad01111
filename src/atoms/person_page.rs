use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{Atom, Malformed, Notation, PersonId, slug_of};

/// The last part of the address of a person's page, which the id and the name make: `4372-asha-example`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonPage(Arc<str>);

/// The longest, in characters: an id, a hyphen and a slug.
const LONGEST: usize = 201;

impl PersonPage {
    /// The page of a person of this id and name; of a name of which no letter is left, that of the id alone.
    #[must_use]
    pub fn of(person: &PersonId, name: &str) -> Self {
        Self(slug_of(name).map_or_else(|| person.as_str().into(), |slug| format!("{person}-{slug}").into()))
    }
}

impl AsRef<str> for PersonPage {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for PersonPage {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let inner = |c: char| edge(c) || c == '.' || c == '-';
        let fits = text.len() <= LONGEST && text.chars().all(inner) && !text.contains("..");
        if fits && text.starts_with(edge) && text.ends_with(edge) {
            return Ok(Self(text.into()));
        }
        let help = "write the last part of the page's earlier address, for example 4372-asha-example";
        Err(Malformed::syntax(format!("“{text}” was no person's page"), help))
    }
}

impl fmt::Display for PersonPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Atom for PersonPage {
    const NOTATION: Notation = Notation::of("PersonPage").or_a_number().like("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$");
}
