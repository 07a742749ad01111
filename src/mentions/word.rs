use std::ops::Range;

use super::plain::{After, Plain, Token, fold};
use crate::atoms::Compound;

/// A phrase to look for, ready to be compared with the words of a text.
#[derive(Debug)]
pub(super) struct Phrase {
    words: Vec<Sought>,
}

/// A word of a phrase.
#[derive(Debug)]
enum Sought {
    /// An acronym counts only in capitals, with full stops or without: WCA or W.C.A., not the end of “dwca”.
    Acronym(String, Rules),
    /// A word in lower case.
    Word(Word),
}

/// Any of some spellings, in lower case, and what may become of them.
#[derive(Debug)]
struct Word {
    spellings: Vec<String>,
    rules: Rules,
}

/// What a language does to a word, as the term states it.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    /// What may stand at its end, in lower case.
    endings: Vec<String>,
    /// Where it may stand in a longer word.
    compound: Option<Compound>,
}

impl Rules {
    pub(super) fn of<'t>(endings: impl IntoIterator<Item = &'t str>, compound: Option<Compound>) -> Self {
        // Grammars write “-en”.
        let plain = |ending: &str| fold(ending.trim_start_matches('-')).to_lowercase();
        Self { endings: endings.into_iter().map(plain).collect(), compound }
    }

    fn has_ending(&self, ending: &str) -> bool {
        self.endings.iter().any(|known| known == ending)
    }
}

impl Phrase {
    /// Makes a phrase ready; in Welsh its first letters may have changed. The rules hold for its last word.
    pub(super) fn of(phrase: &str, welsh: bool, rules: &Rules) -> Self {
        let plain = Plain::of(phrase);
        if is_dotted(plain.words()) && plain.words().last().is_some_and(is_letter) {
            let letters = plain.words().iter().map(|word| word.cased.to_uppercase());
            return Self { words: vec![Sought::Acronym(letters.collect(), rules.clone())] };
        }
        let last = plain.words().len().saturating_sub(1);
        let sought = plain.words().iter().enumerate().map(|(at, word)| {
            let rules = if at == last { rules.clone() } else { Rules::default() };
            let letters = word.cased.chars().filter(|c| c.is_alphabetic()).count();
            if letters > 1 && !word.cased.chars().any(char::is_lowercase) {
                return Sought::Acronym(word.cased.clone(), rules);
            }
            let mut spellings = vec![word.folded.clone()];
            if welsh {
                spellings.extend(mutated(&word.folded));
            }
            Sought::Word(Word { spellings, rules })
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
    /// Where the word ends that begins at a place, when it is this one: a hyphen or full stops may divide it.
    fn end(&self, words: &[Token], at: usize) -> Option<usize> {
        let word = words.get(at)?;
        if let Self::Acronym(acronym, _) = self
            && let Some(letters) = words.get(at..at + acronym.chars().count()).filter(|letters| is_dotted(letters))
        {
            let whole: String = letters.iter().map(|letter| letter.cased.as_str()).collect();
            if self.is(&whole, "") {
                return Some(at + letters.len());
            }
        }
        if self.is(&word.cased, &word.folded) {
            return Some(at + 1);
        }
        let divided = |second: &&Token| word.after == After::Hyphen && !JOINING.contains(&second.folded.as_str());
        let second = words.get(at + 1).filter(divided)?;
        let whole = |first: &str, second: &str| format!("{first}{second}");
        self.is(&whole(&word.cased, &second.cased), &whole(&word.folded, &second.folded)).then_some(at + 2)
    }

    fn is(&self, cased: &str, folded: &str) -> bool {
        match self {
            Self::Acronym(acronym, rules) => {
                let rest = cased.strip_prefix(acronym.as_str());
                rest.is_some_and(|rest| matches!(rest, "" | "s" | "'s") || rules.has_ending(rest))
            }
            Self::Word(word) => word.is(folded),
        }
    }
}

impl Word {
    fn is(&self, folded: &str) -> bool {
        self.spellings.iter().any(|spelling| {
            let within = match self.rules.compound {
                None => false,
                Some(Compound::First) => folded.starts_with(spelling.as_str()),
                Some(Compound::Last) => {
                    folded.match_indices(spelling.as_str()).any(|(at, _)| self.is_form(spelling, &folded[at..]))
                }
                Some(Compound::Any) => folded.contains(spelling.as_str()),
            };
            within || self.is_form(spelling, folded)
        })
    }

    /// Whether a word is a spelling, or one with an ending.
    fn is_form(&self, spelling: &str, folded: &str) -> bool {
        let ending = folded.strip_prefix(spelling);
        is_form(spelling, folded) || ending.is_some_and(|ending| self.rules.has_ending(ending))
    }
}

/// After a hyphen, these do not end a word: in “pre- and post-war”, “pre-” waits for “war”. English, Welsh, German.
const JOINING: &[&str] = &["and", "or", "a", "ac", "neu", "und", "oder"];

/// Whether words are the letters of an acronym with full stops; where these stand apart, the last has one, too.
/// The last may have an ending: “W.C.A’s”.
fn is_dotted(words: &[Token]) -> bool {
    let [between @ .., last] = words else { return false };
    let dotted = |word: &Token| matches!(word.after, After::Dot | After::DotAndMore);
    let tight = between.iter().all(|word| word.after == After::Dot);
    !between.is_empty() && between.iter().all(|word| is_letter(word) && dotted(word)) && (tight || dotted(last))
}

fn is_letter(word: &Token) -> bool {
    word.cased.chars().count() == 1 && word.cased.chars().all(char::is_alphabetic)
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
    // Of “g” alone nothing would be left, which stands in every word.
    changed.iter().map(|first| format!("{first}{rest}")).filter(|spelling| !spelling.is_empty()).collect()
}
