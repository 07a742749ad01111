use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use super::{Atom, Malformed, Notation, Slug};

/// A language as a tag of BCP 47 (`cy`, `en-GB`), in its usual spelling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct LanguageTag(Arc<str>);

impl LanguageTag {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder in which a site in several languages keeps its pages in this one: the tag in small letters.
    #[must_use]
    pub fn folder(&self) -> Slug {
        let folder = self.0.to_ascii_lowercase();
        folder.parse().unwrap_or_else(|malformed| unreachable!("letters, digits and hyphens make a slug: {malformed}"))
    }

    /// The language without script, region and so on: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The language for the libraries that know about languages.
    #[must_use]
    pub fn identifier(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

impl Default for LanguageTag {
    /// English, in which the theme has every word.
    fn default() -> Self {
        Self("en".into())
    }
}

impl FromStr for LanguageTag {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        match text.trim().parse::<LanguageIdentifier>() {
            Ok(language) if language.language != unic_langid::subtags::Language::default() => {
                Ok(Self(language.to_string().into()))
            }
            _ => {
                let help = "write a language tag, for example “cy” for Welsh";
                Err(Malformed::syntax(format!("“{text}” is no language"), help))
            }
        }
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::ops::Deref for LanguageTag {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Atom for LanguageTag {
    const NOTATION: Notation = Notation::of("LanguageTag");
}
