use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use crate::load::MARKDOWN;

/// What is wrong with the footnotes of a text, and where, in bytes from its start.
pub(super) struct NoteTrouble {
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Finds footnotes without words, which would be published as they are typed, and words that no footnote leads to or that
/// stand there twice, which would be lost.
pub(super) fn troubles(markdown: &str) -> Vec<NoteTrouble> {
    let (mut named, mut notes) = (BTreeSet::<String>::new(), BTreeMap::<String, Vec<usize>>::new());
    let mut troubles = Vec::new();
    let mut plain: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(markdown, MARKDOWN).into_offset_iter() {
        match event {
            // A text comes in pieces, parted at its brackets.
            Event::Text(_) => match plain.last_mut().filter(|before| before.end == range.start) {
                Some(before) => before.end = range.end,
                None => plain.push(range),
            },
            Event::FootnoteReference(label) => drop(named.insert(label.to_string())),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                notes.entry(label.to_string()).or_default().push(range.start);
            }
            _ => {}
        }
    }
    troubles.extend(plain.into_iter().flat_map(|text| wordless(markdown, text)).map(|(at, label)| NoteTrouble {
        at,
        message: format!("the footnote “[^{label}]” has no words"),
        help: "write “[^1]: …” with them on a line of its own, or put it between backticks if you mean to show it",
    }));
    for (label, places) in notes {
        troubles.extend(places.iter().skip(1).map(|at| NoteTrouble {
            at: *at,
            message: format!("the footnote “[^{label}]” has words twice"),
            help: "give each footnote a name of its own, or delete one of the two",
        }));
        if let Some(at) = places.first().filter(|_| !named.contains(&label)) {
            troubles.push(NoteTrouble {
                at: *at,
                message: format!("no sentence leads to the footnote “[^{label}]”, so nobody would read it"),
                help: "write its name, for example “[^1]”, where the note belongs, or delete it",
            });
        }
    }
    troubles
}

/// The footnotes in a piece of plain text, each with the place where it begins.
fn wordless(markdown: &str, range: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let text = markdown.get(range.clone()).unwrap_or_default();
    text.match_indices("[^").filter_map(move |(at, begin)| {
        let rest = &text[at + begin.len()..];
        let end = rest.find(|c: char| matches!(c, ']' | '[') || c.is_whitespace())?;
        (end > 0 && rest[end..].starts_with(']')).then(|| (range.start + at, &rest[..end]))
    })
}
