//! Marks around words in another language than the page's, which stay with the words wherever they go: into
//! a sentence of the interface, a title or a table.
//!
//! They are Unicode's own, made for plain text: U+E0001, the language's tag in tag characters, the words, then
//! U+E0001 and U+E007F. No text that a person writes may hold them, and none leaves the program: HTML says the same
//! with `lang`.

use std::borrow::Cow;

use super::LanguageTag;

/// Begins every mark.
pub(super) const BEGIN: char = '\u{e0001}';

/// What comes between the words of a marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// From here on the words stand in this language.
    Begin(String),
    /// From here on they stand in the language of before.
    End,
}

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

fn begin(tag: &str) -> String {
    let tag = tag.chars().filter_map(|c| char::from_u32(SHIFT + u32::from(c)));
    std::iter::once(BEGIN).chain(tag).collect()
}

/// Takes a text apart at its marks.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let (first, rest) = text.split_once(BEGIN).map_or((text, None), |(first, rest)| (first, Some(rest)));
    let marks =
        rest.into_iter().flat_map(|rest| rest.split(BEGIN)).flat_map(|marked| match marked.strip_prefix(CANCEL) {
            Some(words) => [Piece::End, Piece::Words(words)],
            None => {
                let words = marked.trim_start_matches(|c| plain(c).is_some());
                let tag = marked[..marked.len() - words.len()].chars().filter_map(plain).collect();
                [Piece::Begin(tag), Piece::Words(words)]
            }
        });
    std::iter::once(Piece::Words(first)).chain(marks)
}

/// A text with its words changed where they stand, and its marks left alone.
pub fn map(text: &str, mut change: impl FnMut(&str) -> String) -> String {
    let changed = pieces(text).map(|piece| match piece {
        Piece::Words(words) => change(words),
        Piece::Begin(tag) => begin(&tag),
        Piece::End => END.to_owned(),
    });
    changed.collect()
}

/// A text without its marks.
#[must_use]
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains(BEGIN) {
        return Cow::Borrowed(text);
    }
    let words = pieces(text).filter_map(|piece| match piece {
        Piece::Words(words) => Some(words),
        Piece::Begin(_) | Piece::End => None,
    });
    Cow::Owned(words.collect())
}

/// The character of ASCII for which a tag character stands.
fn plain(c: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(SHIFT)?).filter(char::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_off_again() {
        let english: LanguageTag = "en-GB".parse().expect("a language");
        let text = format!("Etholiad: {}.", mark("Harbour Town", &english));
        assert_eq!(unmarked(&text), "Etholiad: Harbour Town.");
        let pieces: Vec<_> = pieces(&text).filter(|piece| *piece != Piece::Words("")).collect();
        let expected = [
            Piece::Words("Etholiad: "),
            Piece::Begin("en-GB".into()),
            Piece::Words("Harbour Town"),
            Piece::End,
            Piece::Words("."),
        ];
        assert_eq!(pieces, expected);
    }
}
