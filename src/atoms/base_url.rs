use std::fmt;
use std::str::FromStr;

use super::{Atom, Malformed, Notation, WebUrl};

/// Where a site is served: a web address of a folder, always ending in `/`, to which the address of any
/// page can be added.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BaseUrl {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let url: WebUrl = text.parse()?;
        if url.as_str().contains(['?', '#']) {
            return Err(Malformed::syntax(
                format!("“{text}” cannot be the address of a site, since pages are added to its end"),
                "leave out “?” or “#” and what follows",
            ));
        }
        Ok(Self(format!("{}/", url.as_str().trim_end_matches('/'))))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Atom for BaseUrl {
    const NOTATION: Notation = Notation::of("BaseUrl").like("^https?://[^?#]+$").of_format("uri");
}
