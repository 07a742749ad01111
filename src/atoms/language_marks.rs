//! Marks around words in another language than the page's, which stay with the words wherever they go: into
//! a sentence of the interface, a title or a table.
//!
//! They are Unicode's own, made for plain text: U+E0001, the language's tag in tag characters and U+E007F; then the words;
//! then U+E0001 and U+E007F. No text that enters may hold U+E0001, so that no mark is ever a stranger's, and whatever the
//! words begin with is none of the tag. None leaves the program: HTML says the same with `lang`.

use std::borrow::Cow;

use super::LanguageTag;

/// Begins every mark.
const BEGIN: char = '\u{e0001}';

/// The first and last of the characters with which marks could begin: of them Unicode uses [`BEGIN`] alone.
pub(super) const FIRST: char = '\u{e0000}';
pub(super) const LAST: char = '\u{e001f}';

/// In what language the words after it stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LanguageMark {
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
#[must_use]
pub fn mark(words: &str, language: &LanguageTag) -> String {
    format!("{}{words}{END}", begin(language))
}

fn begin(tag: &LanguageTag) -> String {
    let tag = tag.chars().filter_map(|c| char::from_u32(SHIFT + u32::from(c)));
    std::iter::once(BEGIN).chain(tag).chain([CANCEL]).collect()
}

/// Takes a text apart at its marks, each with the words after it. A mark that names no language is left out.
pub fn pieces(text: &str) -> impl Iterator<Item = (Option<LanguageMark>, &str)> {
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

/// A text with its words changed where they stand, and its marks left alone.
pub fn map(text: &str, change: impl Fn(&str) -> &str) -> String {
    let changed = pieces(text).map(|(mark, words)| {
        let mark = match mark {
            Some(LanguageMark::Begin(tag)) => begin(&tag),
            Some(LanguageMark::End) => END.to_owned(),
            None => String::new(),
        };
        mark + change(words)
    });
    changed.collect()
}

/// A text with something more at its end, inside its marks.
#[must_use]
pub fn ended(text: &str, more: &str) -> String {
    let words = text.strip_suffix(END).unwrap_or(text);
    format!("{words}{more}{}", &text[words.len()..])
}

/// The lines of a text, each with the language that marks around it give it.
pub fn lines(text: &str) -> impl Iterator<Item = (Option<LanguageTag>, &str)> {
    let with_language = pieces(text).scan(None, |language, (mark, words)| {
        match mark {
            Some(LanguageMark::Begin(tag)) => *language = Some(tag),
            Some(LanguageMark::End) => *language = None,
            None => {}
        }
        Some((language.clone(), words))
    });
    with_language.flat_map(|(language, words)| words.lines().map(move |line| (language.clone(), line)))
}

/// A text without its marks.
#[must_use]
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains(BEGIN) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(pieces(text).map(|(_, words)| words).collect())
}

/// The character of ASCII for which a tag character stands.
fn plain(c: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(SHIFT)?).filter(char::is_ascii_graphic)
}
