use crate::atoms::{LanguageTag, Text};

/// Words that show where a document speaks of a question.
#[derive(Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// A word, a phrase or an acronym.
    pub words: Text,
    /// Its language, when not English.
    pub lang: Option<LanguageTag>,
    /// Of these, one has to stand near; none when the words say enough.
    pub near: Vec<Text>,
    /// With one of these right beside it, something else is meant.
    pub unless: Vec<Text>,
}
