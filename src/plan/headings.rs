use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, TagEnd};

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
        let mut words = String::new();
        for event in inside.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_)))) {
            if let Event::Text(text) | Event::Code(text) = event {
                words.push_str(text);
            }
        }
        let id = slug_of(&words).map_or_else(|| "part".to_owned(), |slug| slug.to_string());
        let used = self.used.entry(id.clone()).or_default();
        *used += 1;
        if *used > 1 { format!("{id}-{used}") } else { id }
    }
}
