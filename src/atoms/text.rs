use std::str::FromStr;
use std::sync::Arc;

use super::{Atom, LanguageTag, Malformed, Notation, first_control, language_marks};

/// Words that a person wrote: trimmed, and never empty or unseen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Text(Arc<str>);

impl Text {
    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same words, marked as standing in a language that is not the page's; see [`language_marks`].
    #[must_use]
    pub fn marked(&self, language: &LanguageTag) -> Self {
        Self(language_marks::mark(&self.0, language).into())
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
        Ok(Self(text.into()))
    }
}

/// Whether a character can be seen, or is none that only joins, parts or turns others.
fn is_seen(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !unseen && !c.is_whitespace()
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Atom for Text {
    /// A page, a section or a set of boundaries may be a plain number.
    const NOTATION: Notation = Notation::of("Text").or_a_number().like("\\S");

    fn blank() -> Self {
        Self("".into())
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
