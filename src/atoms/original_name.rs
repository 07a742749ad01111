use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schemars::JsonSchema;

use super::{Malformed, Slug};

/// The name of a file in `content/documents/`: a slug with one of the endings that we can read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[serde(transparent)]
pub struct OriginalName(#[schemars(with = "String")] Arc<str>);

/// The endings, each with what its files are.
const ENDINGS: &[(&str, OriginalKind)] = &[
    ("pdf", OriginalKind::Pdf),
    ("jpg", OriginalKind::Picture),
    ("jpeg", OriginalKind::Picture),
    ("png", OriginalKind::Picture),
    ("webp", OriginalKind::Picture),
    ("html", OriginalKind::WebPage),
    ("txt", OriginalKind::PlainText),
];

/// What a file of a document is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginalKind {
    /// A PDF.
    Pdf,
    /// A photograph or scan.
    Picture,
    /// A page of a website.
    WebPage,
    /// Plain text.
    PlainText,
}

impl OriginalName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the file is, by its name.
    #[must_use]
    pub fn kind(&self) -> OriginalKind {
        kind_of(&self.0).unwrap_or(OriginalKind::PlainText)
    }
}

fn kind_of(name: &str) -> Option<OriginalKind> {
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

impl FromStr for OriginalName {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Slug::from_str(text)?;
        if kind_of(text).is_none() {
            let endings: Vec<&str> = ENDINGS.iter().map(|(ending, _)| *ending).collect();
            let help = format!("name a file that ends in {}", endings.join(", "));
            return Err(Malformed::syntax(format!("“{text}” is no file that can be read"), help));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for OriginalName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
