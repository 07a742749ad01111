use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Parser, Tag};

use super::headings::MARKDOWN;

/// What is wrong with the footnotes of a text, and where, in bytes from its start.
pub(super) struct Trouble {
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Finds footnotes without words, which would be published as they are typed, and words that no footnote leads to or that
/// stand there twice, which would be lost.
pub(super) fn troubles(markdown: &str) -> Vec<Trouble> {
    let (mut named, mut notes) = (BTreeSet::<String>::new(), BTreeMap::<String, Vec<usize>>::new());
    let mut troubles = Vec::new();
    let mut plain: Option<std::ops::Range<usize>> = None;
    for (event, range) in Parser::new_ext(markdown, MARKDOWN).into_offset_iter() {
        match event {
            // A text comes in pieces, parted at its brackets.
            Event::Text(_) => {
                plain = match plain.filter(|before| before.end == range.start) {
                    Some(before) => Some(before.start..range.end),
                    None => Some(range),
                };
                if let Some((at, label)) = plain.clone().and_then(|range| wordless(markdown, range)) {
                    plain = None;
                    troubles.push(Trouble {
                        at,
                        message: format!("the footnote “[^{label}]” has no words"),
                        help: "write “[^1]: …” with them on a line of its own, or put it between backticks if you mean to show it",
                    });
                }
            }
            Event::FootnoteReference(label) => drop(named.insert(label.to_string())),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                notes.entry(label.to_string()).or_default().push(range.start);
            }
            _ => {}
        }
    }
    for (label, places) in notes {
        troubles.extend(places.iter().skip(1).map(|at| Trouble {
            at: *at,
            message: format!("the footnote “[^{label}]” has words twice"),
            help: "give each footnote a name of its own, or delete one of the two",
        }));
        if let Some(at) = places.first().filter(|_| !named.contains(&label)) {
            troubles.push(Trouble {
                at: *at,
                message: format!("no sentence leads to the footnote “[^{label}]”, so nobody would read it"),
                help: "write its name, for example “[^1]”, where the note belongs, or delete it",
            });
        }
    }
    troubles
}

/// The first footnote in a piece of plain text, with the place where it begins.
fn wordless(markdown: &str, range: std::ops::Range<usize>) -> Option<(usize, &str)> {
    let text = markdown.get(range.clone())?;
    let start = text.find("[^")?;
    let (label, _) = text[start + 2..].split_once(']')?;
    let is_label = !label.is_empty() && !label.contains(char::is_whitespace);
    is_label.then_some((range.start + start, label))
}
