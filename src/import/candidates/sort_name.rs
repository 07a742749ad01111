use crate::atoms::{Text, sort_key};
use crate::load::records::CandidacyRecord;

/// A name as it is sorted, family name first: `Example, Asha`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SortName {
    /// The name.
    pub(crate) text: String,
    /// Whether the family name was guessed.
    pub(crate) guessed: bool,
}

/// Small words that belong to the family name after them.
const PARTICLES: &[&str] = &[
    "ab", "al", "ap", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ferch",
    "ibn", "la", "le", "mac", "mc", "mhic", "ni", "ní", "nic", "ó", "st", "st.", "te", "ten", "ter", "ua", "uí", "van",
    "vande", "vander", "von", "vom", "zu", "zum", "zur",
];

/// What may follow a family name and is none.
const SUFFIXES: &[&str] = &[
    "jr", "jnr", "snr", "sr", "ii", "iii", "iv", "mbe", "obe", "cbe", "dbe", "kbe", "mp", "mep", "msp", "ms", "mla",
    "qc", "kc", "jp", "phd", "esq", "bem", "frsa",
];

/// The sort name of a person, from the family name that the list gives or else by guessing it.
pub(crate) fn sort_name(name: &str, family: Option<&str>) -> SortName {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    if words.len() < 2 {
        return SortName { text: name, guessed: false };
    }
    if let Some(given) = family.and_then(|family| without_ending(&name, family)) {
        return SortName { text: format!("{}, {given}", name[given.len()..].trim()), guessed: false };
    }
    let (family, rest) = guess(&words);
    let text = if rest.is_empty() { family } else { format!("{family}, {rest}") };
    SortName { text, guessed: true }
}

/// What a candidacy on record is sorted by.
pub(crate) fn sorts_by(known: &CandidacyRecord) -> (String, String, String) {
    let given = known.sort_name.as_ref().map(Text::as_str);
    given.map_or_else(|| sort_key(&sort_name(known.name.as_str(), None).text), sort_key)
}

/// The given names, when the name ends in this family name, whatever its capitals.
fn without_ending<'a>(name: &'a str, family: &str) -> Option<&'a str> {
    let family = family.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let starts = name.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
    starts.into_iter().find(|at| name[at + 1..].to_lowercase() == family).map(|at| &name[..at])
}

fn guess(words: &[&str]) -> (String, String) {
    let bare = |word: &str| word.trim_matches(['.', ',', '(', ')']).to_lowercase();
    let mut end = words.len();
    while end > 2 && SUFFIXES.contains(&bare(words[end - 1]).as_str()) {
        end -= 1;
    }
    let mut start = end - 1;
    while start > 1 && PARTICLES.contains(&words[start - 1].to_lowercase().as_str()) {
        start -= 1;
    }
    let family = words[start..end].join(" ").trim_end_matches(',').to_owned();
    let rest: Vec<&str> = words[..start].iter().chain(&words[end..]).copied().collect();
    (family, rest.join(" "))
}
