use std::ops::Range;

use super::plain::{Plain, Span, Token};
use super::word::Phrase;
use crate::atoms::{Compound, LanguageTag, Text};

/// How many words to each side of a hit count as near it.
const NEAR: usize = 40;
/// How many words to each side of a hit count as right beside it.
const BESIDE: usize = 12;
/// How many words of a sentence are shown to each side of a hit.
const SHOWN: usize = 40;
/// How much of a sentence is shown to each side of a hit, in characters.
const LONGEST: usize = 400;

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
    /// One of these has to stand near; empty when the words say enough.
    pub near: Vec<Text>,
    /// With one of these right beside it, something else is meant.
    pub unless: Vec<Text>,
}

/// Looks for the terms of a question in texts.
#[derive(Debug)]
pub struct Finder<'q> {
    terms: Vec<Ready<'q>>,
}

/// A term with its phrases ready to be compared.
#[derive(Debug)]
struct Ready<'q> {
    term: &'q SearchTerm,
    phrase: Phrase,
    near: Vec<Phrase>,
    unless: Vec<Phrase>,
}

/// A place in a text that has a term.
#[derive(Debug)]
pub struct Mention<'q> {
    /// The term.
    pub term: &'q SearchTerm,
    /// The words themselves.
    pub words: Span,
    /// The sentence in which they stand.
    pub sentence: Span,
}

/// The sentence of a mention on one line, in three parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the words.
    pub before: String,
    /// The words themselves.
    pub words: String,
    /// What stands after them.
    pub after: String,
}

impl Mention<'_> {
    /// The sentence as it stands in the text, cut where it goes on for long.
    #[must_use]
    pub fn excerpt(&self, text: &Plain<'_>) -> Excerpt {
        let (words, around) = (&self.words.bytes, &self.sentence.bytes);
        let parts = [around.start..words.start, words.clone(), words.end..around.end];
        let [before, hit, after] = parts.map(|bytes| text.show(bytes));
        let before = match before.char_indices().nth_back(LONGEST) {
            Some((at, _)) => format!("…{}", &before[at..]),
            None => before,
        };
        let after = match after.char_indices().nth(LONGEST) {
            Some((at, _)) => format!("{}…", &after[..at]),
            None => after,
        };
        Excerpt { before, words: hit, after }
    }
}

impl<'q> Finder<'q> {
    /// Makes the terms of a question ready.
    #[must_use]
    pub fn of(terms: &'q [SearchTerm]) -> Self {
        let ready = terms.iter().map(|term| {
            let welsh = term.lang.as_ref().is_some_and(|tag| tag.primary() == "cy");
            let all = |phrases: &[Text]| phrases.iter().map(|p| Phrase::of(p.as_str(), welsh, &[], None)).collect();
            let phrase = Phrase::of(term.words.as_str(), welsh, &term.endings, term.compound);
            Ready { term, phrase, near: all(&term.near), unless: all(&term.unless) }
        });
        Self { terms: ready.collect() }
    }

    /// Every mention in a text, in reading order; where terms overlap, the longest.
    #[must_use]
    pub fn find(&self, text: &Plain<'_>) -> Vec<Mention<'q>> {
        let (words, mut found, mut at) = (text.words(), Vec::new(), 0);
        while at < words.len() {
            let hits = self.terms.iter().filter_map(|ready| Some((ready.at(words, at)?, ready.term)));
            // The first of the longest.
            let longest = hits.reduce(|best, next| if next.0.end > best.0.end { next } else { best });
            at = longest.as_ref().map_or(at + 1, |(hit, _)| hit.end);
            found.extend(longest.map(|(hit, term)| Mention {
                term,
                words: text.span(hit.clone()),
                sentence: text.sentence(hit, SHOWN),
            }));
        }
        found
    }
}

impl Ready<'_> {
    /// The words of the term at a place, when what stands around them allows it.
    fn at(&self, words: &[Token], start: usize) -> Option<Range<usize>> {
        let hit = self.phrase.at(words, start)?;
        let around = |most: usize| hit.start.saturating_sub(most)..words.len().min(hit.end + most);
        let is_near = self.near.is_empty() || self.near.iter().any(|phrase| phrase.is_in(words, around(NEAR)));
        let meant = is_near && !self.unless.iter().any(|phrase| phrase.is_in(words, around(BESIDE)));
        meant.then_some(hit)
    }
}
