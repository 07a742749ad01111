use std::ops::Range;

use super::plain::{After, Plain, Token, fold};
use crate::atoms::{Compound, Text};

/// A phrase to look for, ready to be compared with the words of a text.
#[derive(Debug)]
pub(super) struct Phrase {
    words: Vec<Sought>,
}

/// A word of a phrase, and what may become of it.
#[derive(Debug)]
struct Sought {
    /// An acronym counts only in capitals, with full stops or without: WCA or W.C.A., not the end of “dwca”.
    acronym: bool,
    /// The acronym, or any of some spellings in lower case.
    spellings: Vec<String>,
    /// What may stand at its end, in lower case.
    endings: Vec<String>,
    /// Where it may stand in a longer word.
    compound: Option<Compound>,
}

impl Phrase {
    /// Makes a phrase ready; in Welsh its first letters may have changed. What may stand at the end and whether it may be a
    /// part of a longer word holds for its last word.
    pub(super) fn of(phrase: &str, welsh: bool, endings: &[Text], compound: Option<Compound>) -> Self {
        let plain = Plain::of(phrase);
        let Some((last, before)) = plain.words().split_last() else { return Self { words: Vec::new() } };
        // Grammars write “-en”.
        let endings =
            endings.iter().map(|ending| fold(ending.as_str().trim_start_matches('-')).to_lowercase()).collect();
        if is_dotted(plain.words()) && is_letter(last) {
            let letters = plain.words().iter().map(|word| word.cased.to_uppercase()).collect();
            return Self { words: vec![Sought { acronym: true, spellings: vec![letters], endings, compound }] };
        }
        let mut words: Vec<Sought> = before.iter().map(|word| Sought::of(word, welsh)).collect();
        words.push(Sought { endings, compound, ..Sought::of(last, welsh) });
        Self { words }
    }

    /// The words of a text from one on that are this phrase.
    pub(super) fn at(&self, words: &[Token], start: usize) -> Option<Range<usize>> {
        let end = self.words.iter().try_fold(start, |at, sought| sought.end(words, at))?;
        (end > start).then_some(start..end)
    }

    /// Whether the phrase stands somewhere among some words of a text.
    pub(super) fn is_in(&self, words: &[Token], within: Range<usize>) -> bool {
        within.into_iter().any(|start| self.at(words, start).is_some())
    }
}

impl Sought {
    fn of(word: &Token, welsh: bool) -> Self {
        let letters = word.cased.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = letters > 1 && !word.cased.chars().any(char::is_lowercase);
        let mut spellings = vec![if acronym { word.cased.clone() } else { word.folded.clone() }];
        if welsh && !acronym {
            spellings.extend(mutated(&word.folded));
        }
        Self { acronym, spellings, endings: Vec::new(), compound: None }
    }

    /// Where the word ends that begins at a place, when it is this one: a hyphen or full stops may divide it.
    fn end(&self, words: &[Token], at: usize) -> Option<usize> {
        let word = words.get(at)?;
        if self.acronym
            && let Some(letters) = words.get(at..at + self.spellings[0].chars().count())
            && is_dotted(letters)
            && self.is(&letters.iter().map(|letter| letter.cased.as_str()).collect::<String>(), "")
        {
            return Some(at + letters.len());
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
        let has_ending = |ending: &str| self.endings.iter().any(|known| known == ending);
        let is_form =
            |spelling: &str, word: &str| is_form(spelling, word) || word.strip_prefix(spelling).is_some_and(has_ending);
        self.spellings.iter().map(String::as_str).any(|spelling| {
            if self.acronym {
                let rest = cased.strip_prefix(spelling);
                return rest.is_some_and(|rest| matches!(rest, "" | "s" | "'s") || has_ending(rest));
            }
            is_form(spelling, folded)
                || match self.compound {
                    None => false,
                    Some(Compound::First) => folded.starts_with(spelling),
                    Some(Compound::Last) => {
                        folded.match_indices(spelling).any(|(at, _)| is_form(spelling, &folded[at..]))
                    }
                    Some(Compound::Any) => folded.contains(spelling),
                }
        })
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
