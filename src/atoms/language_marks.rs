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

/// What comes between the words of a marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// From here on the words stand in this language.
    Begin(LanguageTag),
    /// From here on they stand in the language of before.
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

/// Takes a text apart at its marks. One that names no language is left out.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let (first, rest) = text.split_once(BEGIN).map_or((text, None), |(first, rest)| (first, Some(rest)));
    let marked = rest.into_iter().flat_map(|rest| rest.split(BEGIN)).flat_map(|marked| {
        let (mark, words) = read(marked);
        mark.into_iter().chain([Piece::Words(words)])
    });
    std::iter::once(Piece::Words(first)).chain(marked)
}

/// What a mark says, of what follows its first character, and the words after it.
fn read(marked: &str) -> (Option<Piece<'_>>, &str) {
    let after = marked.trim_start_matches(|c| plain(c).is_some());
    let (tag, Some(words)) = (&marked[..marked.len() - after.len()], after.strip_prefix(CANCEL)) else {
        return (None, after);
    };
    match tag.chars().filter_map(plain).collect::<String>() {
        tag if tag.is_empty() => (Some(Piece::End), words),
        tag => (tag.parse().ok().map(Piece::Begin), words),
    }
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
            Piece::Begin(english),
            Piece::Words("Harbour Town"),
            Piece::End,
            Piece::Words("."),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn words_that_look_like_a_tag_stay_words() {
        let tags = |text: &str| text.chars().filter_map(|c| char::from_u32(SHIFT + u32::from(c))).collect::<String>();
        let words = format!("{}Town", tags("\"><script>"));
        let welsh: LanguageTag = "cy".parse().expect("a language");
        let marked = mark(&words, &welsh);
        assert_eq!(unmarked(&marked), words);
        assert!(pieces(&marked).any(|piece| piece == Piece::Begin(welsh.clone())));
        let forged = format!("a{BEGIN}{}{CANCEL}b{BEGIN}c", tags("cy\"><script>"));
        assert_eq!(unmarked(&forged), "abc");
        assert!(pieces(&forged).all(|piece| matches!(piece, Piece::Words(_))));
    }
}
