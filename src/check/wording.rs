use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Diagnostics, Pos, Sources};

/// Words that call somebody a bad person, rather than say what they did or answered.
static RISKY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = "liar|liars|lied|lying|corrupt|crook|crooks|crooked|criminal|fraud|fraudster|racist|fascist|bigot|\
                 evil|coward|cowardly|heartless|cruel|callous|dishonest|hypocrite|murderer|killer|thief|bribed|drunk";
    // Borders of ASCII words: with others the engine goes slow at the first curly apostrophe.
    Regex::new(&format!(r"(?i)(?-u:\b)(?:{words})(?-u:\b)")).ok()
});

/// The keys of records whose texts are our own words, not a name, a title or what somebody else said.
const OWN_WORDS: &[&str] =
    &["says", "caveat", "because", "reason", "note", "part", "date_inferred", "about", "was", "now"];

/// Finds wording of ours that a court could read as a false statement about personal character.
pub(super) fn risky(sources: &Sources, found: &mut Diagnostics) {
    let Some(risky) = &*RISKY else { return };
    for (file, text) in sources.iter().filter(|(file, text)| file.ends_with(".yaml") && risky.is_match(text)) {
        let mut key = "";
        for (number, line) in text.lines().enumerate() {
            key = key_of(line).unwrap_or(key);
            let Some(hit) = risky.find(line).filter(|_| OWN_WORDS.contains(&key)) else { continue };
            let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let pos = Pos { line: small(number + 1), column: small(line[..hit.start()].chars().count() + 1) };
            let message = format!("“{}” may read as a statement about somebody's character", hit.as_str());
            let help = "say what was done or said, and when; election law punishes false statements about a candidate";
            found.push(Code::RiskyWording, file, pos, message, help);
        }
    }
}

/// The key that a line begins with; a line without one continues the text before.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.trim_start().trim_start_matches("- ").split_once(':')?;
    key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_').then_some(key)
}
