use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::atoms::slug_of;

/// What Markdown may hold beyond the plain kind, wherever it is read: tables and footnotes.
pub const MARKDOWN: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Gives the headings of one Markdown text their ids, in order: made of their words, each once.
#[derive(Debug, Default)]
pub struct HeadingIds {
    used: BTreeMap<String, usize>,
}

impl HeadingIds {
    /// The id of the next heading, of which `inside` are the events after its start.
    pub fn next(&mut self, inside: &[Event<'_>]) -> String {
        let id = slug_of(&words_of(inside)).map_or_else(|| "part".to_owned(), |slug| slug.to_string());
        let used = self.used.entry(id.clone()).or_default();
        *used += 1;
        if *used > 1 { format!("{id}-{used}") } else { id }
    }
}

/// The words of a heading or paragraph that has begun, up to its end.
#[must_use]
pub fn words_of(inside: &[Event<'_>]) -> String {
    let ends = |event: &&Event<'_>| matches!(event, Event::End(TagEnd::Heading(_) | TagEnd::Paragraph));
    let words = inside.iter().take_while(|event| !ends(event)).map(|event| match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    });
    words.collect()
}

/// A heading of a text.
#[derive(Debug, Clone)]
pub struct Heading {
    /// The id that it has where the whole text is one page.
    pub id: String,
    /// Its words.
    pub words: String,
    /// How high it is, from 1.
    pub level: usize,
    /// Whether it stands in nothing else, such as a quotation.
    pub is_outermost: bool,
    /// Where it is, in bytes.
    pub bytes: Range<usize>,
}

/// The headings of a text, in order.
#[must_use]
pub fn headings(markdown: &str) -> Vec<Heading> {
    let (events, places): (Vec<_>, Vec<_>) = Parser::new_ext(markdown, MARKDOWN).into_offset_iter().unzip();
    let (mut ids, mut depth, mut headings) = (HeadingIds::default(), 0_usize, Vec::new());
    for (at, event) in events.iter().enumerate() {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            let (inside, bytes) = (&events[at + 1..], places[at].clone());
            let (id, words) = (ids.next(inside), words_of(inside));
            headings.push(Heading { id, words, level: *level as usize, is_outermost: depth == 0, bytes });
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    headings
}
