//! Marks around words in another language than the page's, which stay with the words wherever they go: into
//! a sentence of the interface, a title or a table.
//!
//! They are Unicode's own, made for plain text: U+E0001, the language's tag in tag characters and U+E007F; then the words;
//! then U+E0001 and U+E007F. No text that enters may hold U+E0001, so that no mark is ever a stranger's, and whatever the
//! words begin with is none of the tag. None leaves the program: HTML says the same with `lang`.

use std::borrow::Cow;

use crate::atoms::{LanguageTag, Text};

/// Begins every mark.
const BEGIN: char = '\u{e0001}';

/// In what language the words after it stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LanguageMark {
    /// In this one.
    Begin(LanguageTag),
    /// In the one of before.
    End,
}

/// Ends a tag.
const CANCEL: char = '\u{e007f}';

/// Ends what a mark began.
const END: &str = "\u{e0001}\u{e007f}";

/// Tag characters are those of ASCII, so much higher.
const SHIFT: u32 = 0xe0000;

/// Marks words as standing in a language that is not the page's.
pub(super) fn mark(words: &str, language: &LanguageTag) -> String {
    let tag: String = language.chars().filter_map(|c| char::from_u32(SHIFT + u32::from(c))).collect();
    format!("{BEGIN}{tag}{CANCEL}{words}{END}")
}

/// The words of a text, marked where they stand in a language that is not the page's.
pub(super) fn told(text: &Text) -> Cow<'_, str> {
    text.language().map_or_else(|| text.as_str().into(), |language| mark(text.as_str(), language).into())
}

/// Takes a text apart at its marks, each with the words after it. A mark that names no language is left out.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (Option<LanguageMark>, &str)> {
    let mut pieces = text.split(BEGIN);
    let first = pieces.next().map(|words| (None, words));
    first.into_iter().chain(pieces.map(read))
}

/// What a mark says, of what follows its first character, and the words after it.
fn read(marked: &str) -> (Option<LanguageMark>, &str) {
    let after = marked.trim_start_matches(|c| plain(c).is_some());
    let (tag, Some(words)) = (&marked[..marked.len() - after.len()], after.strip_prefix(CANCEL)) else {
        return (None, after);
    };
    match tag.chars().filter_map(plain).collect::<String>() {
        tag if tag.is_empty() => (Some(LanguageMark::End), words),
        tag => (tag.parse().ok().map(LanguageMark::Begin), words),
    }
}

/// A text without its marks.
pub(super) fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains(BEGIN) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(pieces(text).map(|(_, words)| words).collect())
}

/// The character of ASCII for which a tag character stands.
fn plain(c: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(SHIFT)?).filter(char::is_ascii_graphic)
}
