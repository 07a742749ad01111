use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{Malformed, Slug};

/// The address of one file of the published site, relative to its root: `parties/pp53/index.html`.
///
/// Its segments are slugs that may also hold `_`; none is empty, `.` or `..`, so joining one to a
/// folder can never lead out of the folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// The address of a page that is a folder's `index.html`; no segments give the home page.
    ///
    /// # Errors
    /// When a segment is not part of an address.
    pub fn page<S: AsRef<str>>(segments: &[S]) -> Result<Self, Malformed> {
        let mut path = String::new();
        for segment in segments {
            path.push_str(segment.as_ref());
            path.push('/');
        }
        path.push_str("index.html");
        path.parse()
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The link from the page at this address to another file of the same site.
    ///
    /// ```
    /// # use hustings_site::atoms::SitePath;
    /// let from: SitePath = "parties/pp53/index.html".parse().unwrap();
    /// let to: SitePath = "parties/index.html".parse().unwrap();
    /// assert_eq!(from.link_to(&to), "../index.html");
    /// ```
    #[must_use]
    pub fn link_to(&self, to: &Self) -> String {
        let here: Vec<&str> = self.0.split('/').collect();
        let there: Vec<&str> = to.0.split('/').collect();
        let folders = here.len() - 1;
        let shared = here[..folders].iter().zip(&there[..there.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(folders - shared);
        link.push_str(&there[shared..].join("/"));
        link
    }

    /// The same address below a folder at the top of the site.
    #[must_use]
    pub fn below(&self, folder: &Slug) -> Self {
        Self(format!("{folder}/{self}").into())
    }

    /// The way from this page up to the site's root: empty, `../`, `../../`…
    #[must_use]
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl FromStr for SitePath {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
        let good = |segment: &str| !segment.is_empty() && !segment.starts_with('.') && segment.chars().all(allowed);
        if text.split('/').all(good) {
            return Ok(Self(text.into()));
        }
        Err(Malformed::syntax(
            format!("“{text}” cannot be an address on the site"),
            "use only a–z, 0–9, “.”, “_” and “-”, with “/” between folders",
        ))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
