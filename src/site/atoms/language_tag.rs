use unic_langid::LanguageIdentifier;

use super::{Malformed, Notation, Slug, text_atom};

text_atom!(
    /// A language as a tag of BCP 47 (`cy`, `en-GB`), in its usual spelling.
    LanguageTag,
    Notation::of("LanguageTag").like("^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"),
    language_tag
);

impl LanguageTag {
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

impl std::ops::Deref for LanguageTag {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

fn language_tag(text: &str) -> Result<String, Malformed> {
    match text.trim().parse::<LanguageIdentifier>() {
        Ok(language) if language.language != unic_langid::subtags::Language::default() => Ok(language.to_string()),
        _ => {
            let help = "write a language tag, for example “cy” for Welsh";
            Err(Malformed::syntax(format!("“{text}” is not a language"), help))
        }
    }
}
