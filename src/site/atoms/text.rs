use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use super::{Atom, LanguageTag, Malformed, Notation, first_control};

/// Words that a person wrote: trimmed, and never empty or unseen. Where they stand in another language than the page, they
/// know in which; all else is of the words alone.
///
/// It is no `str` by itself, so that nobody shows its words and forgets their language.
#[derive(Debug, Clone)]
pub struct Text(Stands);

/// In which language a text stands.
#[derive(Debug, Clone)]
enum Stands {
    /// In that of the page.
    Here(Arc<str>),
    /// In another: kept apart, so that it takes no room in the others.
    Elsewhere(Arc<(LanguageTag, Arc<str>)>),
}

impl Text {
    /// The words alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.words()
    }

    /// The language in which the words stand when it is not the page's.
    #[must_use]
    pub fn language(&self) -> Option<&LanguageTag> {
        match &self.0 {
            Stands::Here(_) => None,
            Stands::Elsewhere(told) => Some(&told.0),
        }
    }

    /// The same words, as standing in a language that is not the page's.
    #[must_use]
    pub fn within(&self, language: &LanguageTag) -> Self {
        Self(Stands::Elsewhere(Arc::new((language.clone(), self.words().clone()))))
    }

    /// Other words in the same language, made of these.
    #[must_use]
    pub fn saying(&self, words: impl Into<Arc<str>>) -> Self {
        let words = Self(Stands::Here(words.into()));
        self.language().map_or_else(|| words.clone(), |language| words.within(language))
    }

    fn words(&self) -> &Arc<str> {
        match &self.0 {
            Stands::Here(words) => words,
            Stands::Elsewhere(told) => &told.1,
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.words() == other.words()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.words().cmp(other.words())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.words().hash(state);
    }
}

impl FromStr for Text {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let text = text.trim();
        if !text.chars().any(is_seen) {
            return Err(Malformed::syntax("this text is empty", "write something, or leave the key out"));
        }
        if let Some((_, c)) = first_control(text) {
            let what = format!("this text contains the control character U+{:04X}", u32::from(c));
            return Err(Malformed::syntax(what, "delete it, or its escape code"));
        }
        Ok(Self(Stands::Here(text.into())))
    }
}

/// Whether a character can be seen, or is none that only joins, parts or turns others.
fn is_seen(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !unseen && !c.is_whitespace()
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Atom for Text {
    /// A page, a section or a set of boundaries may be a plain number.
    const NOTATION: Notation = Notation::of("Text").or_a_number().like("\\S");

    fn blank() -> Self {
        Self(Stands::Here("".into()))
    }

    fn words(&mut self) -> Option<&mut Text> {
        Some(self)
    }
}

/// A word with a capital at its beginning, for the start of a sentence.
#[must_use]
pub fn capitalised(word: &str) -> String {
    let Some((at, first)) = word.char_indices().find(|(_, c)| c.is_alphanumeric()) else { return word.to_owned() };
    let rest = word[at + first.len_utf8()..].chars();
    word[..at].chars().chain(first.to_uppercase()).chain(rest).collect()
}

/// A name that somebody gives: words on one line.
///
/// # Errors
/// When it is empty, or holds a line break or another character that is none of a name.
pub fn name(text: &str) -> Result<Text, Malformed> {
    match text.trim().chars().any(char::is_control) {
        true => {
            Err(Malformed::syntax("a name is one line", "write it without line breaks, tabs and control characters"))
        }
        false => text.parse(),
    }
}
