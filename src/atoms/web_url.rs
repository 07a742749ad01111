use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{Atom, Malformed, Notation};

/// An address on the web: `http` or `https`, with a host, and nothing that could run as script.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct WebUrl(Arc<str>);

impl WebUrl {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Atom for WebUrl {
    const NOTATION: Notation = Notation::of("WebUrl").of_format("uri");
}

impl FromStr for WebUrl {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let refuse = |why: &str| {
            Malformed::syntax(
                format!("“{text}” is no web address ({why})"),
                "write the whole address, beginning with https:// or http://",
            )
        };
        let url = url::Url::parse(text).map_err(|e| refuse(&e.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(refuse("only http and https are allowed"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Malformed::syntax(
                format!("“{text}” holds a user name or password, which every reader would see"),
                "leave out what stands before “@”, and the “@”",
            ));
        }
        Ok(Self(url.as_str().into()))
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
