use crate::atoms::{Compound, LanguageTag, Text};

/// Words that show where a document speaks of a question.
#[derive(Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// A word, a phrase or an acronym.
    pub words: Text,
    /// Its language, when not English.
    pub lang: Option<LanguageTag>,
    /// What may stand at the end of its last word, beside the plurals that are known.
    pub endings: Vec<Text>,
    /// Where in a longer word its last word may stand.
    pub compound: Option<Compound>,
    /// Of these, one has to stand near; none when the words say enough.
    pub near: Vec<Text>,
    /// With one of these right beside it, something else is meant.
    pub unless: Vec<Text>,
}
