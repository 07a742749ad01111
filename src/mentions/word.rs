use std::ops::Range;

use super::plain::{Plain, Token};

/// A phrase to look for, ready to be compared with the words of a text.
#[derive(Debug)]
pub(super) struct Phrase {
    words: Vec<Sought>,
}

/// A word of a phrase.
#[derive(Debug)]
enum Sought {
    /// An acronym counts only in capitals: WCA, not the end of “dwca”.
    Acronym(String),
    /// Any of some spellings, in lower case.
    Word(Vec<String>),
}

impl Phrase {
    /// Makes a phrase ready; in Welsh its first letters may have changed.
    pub(super) fn of(phrase: &str, welsh: bool) -> Self {
        let plain = Plain::of(phrase);
        let sought = plain.words().iter().map(|word| {
            let letters = word.cased.chars().filter(|c| c.is_alphabetic()).count();
            if letters > 1 && !word.cased.chars().any(char::is_lowercase) {
                return Sought::Acronym(word.cased.clone());
            }
            let mut spellings = vec![word.folded.clone()];
            if welsh {
                spellings.extend(mutated(&word.folded));
            }
            Sought::Word(spellings)
        });
        Self { words: sought.collect() }
    }

    /// The words of a text from one on that are this phrase.
    pub(super) fn at(&self, words: &[Token], start: usize) -> Option<Range<usize>> {
        let mut at = start;
        for sought in &self.words {
            at = sought.end(words, at)?;
        }
        (at > start).then_some(start..at)
    }

    /// Whether the phrase stands somewhere among some words of a text.
    pub(super) fn is_in(&self, words: &[Token], within: Range<usize>) -> bool {
        within.into_iter().any(|start| self.at(words, start).is_some())
    }
}

impl Sought {
    /// Where the word ends that begins at a place, when it is this one: a line may divide it.
    fn end(&self, words: &[Token], at: usize) -> Option<usize> {
        let word = words.get(at)?;
        if self.is(&word.cased, &word.folded) {
            return Some(at + 1);
        }
        let second = words.get(at + 1).filter(|_| word.divided)?;
        let whole = |first: &str, second: &str| format!("{first}{second}");
        self.is(&whole(&word.cased, &second.cased), &whole(&word.folded, &second.folded)).then_some(at + 2)
    }

    fn is(&self, cased: &str, folded: &str) -> bool {
        match self {
            Self::Acronym(acronym) => {
                let rest = cased.strip_prefix(acronym.as_str());
                rest.is_some_and(|rest| matches!(rest, "" | "s" | "'s"))
            }
            Self::Word(spellings) => spellings.iter().any(|spelling| is_form(spelling, folded)),
        }
    }
}

/// Whether a word is another, its plural or its possessive.
fn is_form(word: &str, folded: &str) -> bool {
    if folded == word {
        return true;
    }
    let bare = folded.strip_suffix("'s").unwrap_or(folded);
    let Some(ending) = bare.strip_prefix(word) else {
        let stem = word.strip_suffix('y').filter(|stem| stem.len() > 1);
        return stem.is_some_and(|stem| bare.strip_suffix("ies") == Some(stem));
    };
    match ending {
        "" | "s" => true,
        "es" => word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh"),
        _ => false,
    }
}

/// How the first letters of a Welsh word change after certain words: soft, nasal and aspirate.
const MUTATIONS: &[(&str, &[&str])] = &[
    ("ll", &["l"]),
    ("rh", &["r"]),
    ("p", &["b", "mh", "ph"]),
    ("t", &["d", "nh", "th"]),
    ("c", &["g", "ngh", "ch"]),
    ("b", &["f", "m"]),
    ("d", &["dd", "n"]),
    ("g", &["", "ng"]),
    ("m", &["f"]),
];

fn mutated(word: &str) -> Vec<String> {
    let first = MUTATIONS.iter().find_map(|(first, changed)| Some((word.strip_prefix(first)?, *changed)));
    let Some((rest, changed)) = first.filter(|_| !word.starts_with("ch") && !word.starts_with("dd")) else {
        return Vec::new();
    };
    changed.iter().map(|first| format!("{first}{rest}")).collect()
}
