use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Diagnostics, Pos, Sources};

/// Words that call somebody a bad person, rather than say what they did or answered.
static RISKY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = "liar|liars|lied|lying|corrupt|crook|crooks|crooked|criminal|fraud|fraudster|racist|fascist|bigot|\
                 evil|coward|cowardly|heartless|cruel|callous|dishonest|hypocrite|murderer|killer|thief|bribed|drunk";
    Regex::new(&format!(r"(?i)\b(?:{words})\b")).ok()
});

/// Finds wording that a court could read as a false statement about personal character.
///
/// Quotations are the speaker's words and are left alone.
pub(super) fn risky(sources: &Sources, found: &mut Diagnostics) {
    let Some(risky) = &*RISKY else { return };
    for (file, text) in sources.iter().filter(|(file, _)| file.starts_with("candidates/")) {
        if !risky.is_match(text) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let key = line.trim_start().trim_start_matches("- ");
            let quoted = ["quote:", "text:", "other_text:", "title:"].iter().any(|k| key.starts_with(k));
            let Some(hit) = risky.find(line).filter(|_| !quoted && !key.starts_with('#')) else { continue };
            let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let pos = Pos { line: small(number + 1), column: small(line[..hit.start()].chars().count() + 1) };
            let message = format!("“{}” may read as a statement about somebody's character", hit.as_str());
            let help = "say what was done or said, and when; election law punishes false statements about a candidate";
            found.push(Code::RiskyWording, file, pos, message, help);
        }
    }
}
