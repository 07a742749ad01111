use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::atoms::is_control;

/// A text in reading order, cut into words, as documents give it: with line breaks inside phrases,
/// divided words, ligatures and typographic quotes. Pages end with a form feed.
#[derive(Debug)]
pub struct Plain<'t> {
    text: &'t str,
    words: Vec<Token>,
    /// Where each page but the first begins, in bytes.
    page_starts: Vec<usize>,
    /// Where each line but the first begins, in bytes.
    line_starts: Vec<usize>,
}

/// What ends a page.
const PAGE_END: char = '\u{c}';

/// A word of a text.
#[derive(Debug)]
pub(super) struct Token {
    /// The word as letters of the simplest form, in lower case: no accents, no ligatures.
    pub(super) folded: String,
    /// The same in the case in which it stands.
    pub(super) cased: String,
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
    /// What stands after it.
    pub(super) after: After,
    /// Whether a sentence, a point of a list, a paragraph or a page begins with it.
    pub(super) begins: bool,
}

/// What stands between a word and the next, as far as the two may belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// A hyphen, and then the next line or a space: what follows may be the second half of the word.
    Hyphen,
    /// A full stop alone, as in “W.C.A.”.
    Dot,
    /// A full stop, and then something else, as in “W. C. A.”.
    DotAndMore,
    /// Anything else.
    Else,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The page, from 1.
    pub page: usize,
    /// The line, from 1.
    pub line: usize,
    /// The bytes.
    pub bytes: Range<usize>,
}

impl<'t> Plain<'t> {
    /// Cuts a text into words.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let starts = |sign| text.match_indices(sign).map(|(at, _)| at + 1).collect();
        let (mut words, mut end) = (Vec::<Token>::new(), 0);
        while let Some(at) = next_word(text, end) {
            let gap = &text[end..at.start];
            if let Some(before) = words.last_mut() {
                before.after = After::of(gap);
            }
            let begins = words.is_empty() || ends_sentence(gap);
            let cased = fold(&text[at.clone()]);
            end = at.end;
            words.push(Token { folded: cased.to_lowercase(), cased, at, after: After::Else, begins });
        }
        if let Some(last) = words.last_mut() {
            last.after = After::of(&text[end..]);
        }
        Self { text, words, page_starts: starts(PAGE_END), line_starts: starts('\n') }
    }

    /// How many pages hold at least one word: those of which anything could be read.
    #[must_use]
    pub fn pages_read(&self) -> usize {
        let mut pages: Vec<usize> = self.words.iter().map(|word| after(&self.page_starts, word.at.start)).collect();
        pages.dedup();
        pages.len()
    }

    /// How many pages there are, empty ones with them. The form feed that ends the last page begins no other.
    #[must_use]
    pub fn pages(&self) -> usize {
        let text = self.text.trim_end_matches(|c: char| c.is_whitespace() && c != PAGE_END);
        1 + text.strip_suffix(PAGE_END).unwrap_or(text).matches(PAGE_END).count()
    }

    pub(super) fn words(&self) -> &[Token] {
        &self.words
    }

    /// Where some words stand.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let bytes = self.words[words.start].at.start..self.words[words.end - 1].at.end;
        let count = |starts: &[usize]| after(starts, bytes.start) + 1;
        Span { page: count(&self.page_starts), line: count(&self.line_starts), bytes }
    }

    /// The text of a part on one line, as it stands there but for line breaks.
    #[must_use]
    pub fn show(&self, bytes: Range<usize>) -> String {
        let (mut shown, mut gap, mut hyphen) = (String::with_capacity(bytes.len()), None, false);
        for c in self.text[bytes].chars() {
            match c {
                c if c.is_whitespace() => gap = Some(gap == Some(true) || c == '\n'),
                // Shows only where it divides a word at the end of a line.
                '\u{ad}' => hyphen = true,
                // A stranger's text has no business with the terminal.
                c if is_control(c) => {}
                c => {
                    let divided = gap == Some(true) && hyphen && c.is_lowercase();
                    if gap.is_some() && !divided {
                        shown.push(' ');
                    }
                    (gap, hyphen) = (None, matches!(c, '-' | '‐'));
                    shown.push(c);
                }
            }
        }
        if gap.is_some() {
            shown.push(' ');
        }
        shown
    }

    /// The sentence around some words, at most so many words to each side.
    pub(super) fn sentence(&self, words: Range<usize>, most: usize) -> Span {
        let start = (words.start.saturating_sub(most)..=words.start).rev().find(|&at| self.words[at].begins);
        let last = self.words.len().min(words.end + most);
        let end = (words.end..last).find(|&at| self.words[at].begins);
        let start = start.unwrap_or(words.start.saturating_sub(most));
        let mut span = self.span(start..end.unwrap_or(last));
        let rest = &self.text[span.bytes.end..];
        let marks = rest.find(|c: char| !matches!(c, '.' | '!' | '?' | ')' | ']' | '>' | '"' | '\'' | '”' | '’' | '%'));
        span.bytes.end += marks.unwrap_or(rest.len());
        span
    }
}

/// How many of some places lie at or before one.
fn after(starts: &[usize], at: usize) -> usize {
    starts.partition_point(|start| *start <= at)
}

/// The next word: letters and digits, with apostrophes and invisible hyphens inside.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(char::is_alphanumeric)?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || is_combining_mark(c) || is_inside(c)));
    let word = &rest[..end.unwrap_or(rest.len())];
    Some(start..start + word.trim_end_matches(is_inside).len())
}

/// Whether a sign may stand inside a word.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{ad}')
}

/// A word in its simplest letters.
pub(super) fn fold(word: &str) -> String {
    let plain = word.nfkd().filter(|c| !is_combining_mark(*c) && *c != '\u{ad}');
    plain.map(|c| if c == '’' { '\'' } else { c }).collect()
}

impl After {
    fn of(gap: &str) -> Self {
        let hyphen = gap.strip_prefix(['-', '‐', '\u{ad}']);
        match gap {
            _ if hyphen.is_some_and(|rest| !rest.is_empty() && rest.trim().is_empty()) => Self::Hyphen,
            "." => Self::Dot,
            _ if gap.starts_with('.') => Self::DotAndMore,
            _ => Self::Else,
        }
    }
}

/// Whether what stands between two words ends a sentence, a point of a list, a paragraph or a page.
fn ends_sentence(gap: &str) -> bool {
    let spaced = gap.contains(char::is_whitespace);
    let full_stop = spaced && gap.contains(['.', '!', '?']);
    let point = gap.contains(['•', '●', '▪', '■', '◆', '‣', '○', '\u{c}']);
    full_stop || point || gap.matches('\n').count() > 1
}
