use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Diagnostics, FileName, Ruler};
use crate::yaml::{Node, NodeValue, tree};

/// Words that call somebody a bad person, rather than say what they did or answered.
static RISKY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = "liar|liars|lied|lying|corrupt|crook|crooks|crooked|criminal|fraud|fraudster|racist|fascist|bigot|\
                 evil|coward|cowardly|heartless|cruel|callous|dishonest|hypocrite|murderer|killer|thief|bribed|drunk";
    // Borders of ASCII words: with others the engine goes slow at the first curly apostrophe.
    Regex::new(&format!(r"(?i)(?-u:\b)(?:{words})(?-u:\b)")).ok()
});

/// The keys of records whose texts are our own words, not a name, a title or what somebody else said.
const OWN_WORDS: &[&str] = &[
    "says",
    "caveat",
    "because",
    "reason",
    "note",
    "part",
    "date_inferred",
    "about",
    "was",
    "now",
    "tried",
    "does_not_apply_when",
];

/// Finds wording of ours that a court could read as a false statement about personal character.
pub(super) fn risky(file: &FileName, text: &str, found: &mut Diagnostics) {
    let Some(risky) = RISKY.as_ref().filter(|risky| file.ends_with(".yaml") && risky.is_match(text)) else { return };
    let mut ours = Vec::new();
    tree(text).root.iter().for_each(|root| own_words(root, false, &mut ours));
    let mut ruler = Ruler::of(text);
    for bytes in ours {
        let mut start = bytes.start;
        for line in text[bytes].split_inclusive('\n') {
            if let Some(hit) = risky.find(line) {
                let message = format!("“{}” may read as a statement about somebody's character", hit.as_str());
                let help =
                    "say what was done or said, and when; election law punishes false statements about a candidate";
                found.push(Code::RiskyWording, file, ruler.place(start + hit.start()), message, help);
            }
            start += line.len();
        }
    }
}

/// Finds where our own words stand in a value.
fn own_words(node: &Node<'_>, is_ours: bool, found: &mut Vec<Range<usize>>) {
    match &node.value {
        NodeValue::Scalar(_) if is_ours => found.push(node.begin.offset as usize..node.end.offset as usize),
        NodeValue::Scalar(_) => {}
        NodeValue::List(entries) => entries.iter().for_each(|entry| own_words(entry, is_ours, found)),
        NodeValue::Group(pairs) => {
            for (key, value) in pairs {
                own_words(value, key.text().is_some_and(|key| OWN_WORDS.contains(&key)), found);
            }
        }
    }
}
