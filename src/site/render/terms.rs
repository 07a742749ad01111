use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd, html};

use super::language_marks::told;
use crate::atoms::Text;

/// A hard word that texts may explain.
pub(super) struct Explained {
    /// Its id in the glossary.
    pub(super) id: String,
    /// The word or acronym.
    pub(super) word: Text,
    /// What it means: a paragraph for each meaning.
    pub(super) says: Vec<String>,
    /// The words that lead back to where the text uses it.
    pub(super) back: String,
}

/// Lets a text lead to the meaning of each hard word where it uses the word first: by its author's link to the glossary, or of
/// itself. Gives the words that it uses, in the order of their first use.
///
/// The ids hold a `_`, which those made of headings never do.
pub(super) fn with_terms<'e>(events: Vec<Event<'e>>, terms: &[Explained]) -> (Vec<Event<'e>>, Vec<usize>) {
    let mut reader = TermLinker { terms, used: Vec::new(), closed: 0, opened: Vec::new() };
    let events = events.into_iter().flat_map(|event| reader.event(event)).collect();
    (events, reader.used)
}

/// The address on the same page at which a word is explained.
pub(super) fn anchor(id: &str) -> String {
    format!("#word_{id}")
}

struct TermLinker<'t> {
    terms: &'t [Explained],
    /// The words that were used so far.
    used: Vec<usize>,
    /// How many headings, links and the like are open, in which no word becomes a link.
    closed: usize,
    /// For each open link, whether it leads to a word that is explained.
    opened: Vec<bool>,
}

impl<'t> TermLinker<'t> {
    fn event<'e>(&mut self, event: Event<'e>) -> Vec<Event<'e>> {
        match &event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.closed += 1;
                let term = self.terms.iter().position(|term| anchor(&term.id) == **dest_url);
                self.opened.push(term.is_some());
                term.map_or_else(|| vec![event.clone()], |term| vec![self.open(term)])
            }
            Event::End(TagEnd::Link) => {
                self.closed = self.closed.saturating_sub(1);
                let own = self.opened.pop().unwrap_or(false);
                if own { vec![Event::InlineHtml("</a>".into())] } else { vec![event] }
            }
            Event::Start(Tag::Heading { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                self.closed += 1;
                vec![event]
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Image | TagEnd::CodeBlock) => {
                self.closed = self.closed.saturating_sub(1);
                vec![event]
            }
            Event::Text(text) if self.closed == 0 => self.text(text),
            _ => vec![event],
        }
    }

    /// The beginning of a link to what a word means; where the text uses it first, its meaning leads back to.
    fn open<'e>(&mut self, term: usize) -> Event<'e> {
        let id = &self.terms[term].id;
        let first = if self.used.contains(&term) { String::new() } else { format!(" id=\"from_word_{id}\"") };
        if !first.is_empty() {
            self.used.push(term);
        }
        Event::InlineHtml(format!("<a{first} href=\"{}\">", anchor(id)).into())
    }

    fn text<'e>(&mut self, text: &str) -> Vec<Event<'e>> {
        let mut events = Vec::new();
        let mut from = 0;
        while let Some((term, at)) = self.next(text, from) {
            events.push(Event::Text(text[from..at.start].to_owned().into()));
            events.push(self.open(term));
            events.push(Event::Text(text[at.clone()].to_owned().into()));
            events.push(Event::InlineHtml("</a>".into()));
            from = at.end;
        }
        events.push(Event::Text(text[from..].to_owned().into()));
        events
    }

    /// The next word that was not used yet; of several in one place the longest.
    fn next(&self, text: &str, from: usize) -> Option<(usize, Range<usize>)> {
        let unused = self.terms.iter().enumerate().filter(|(term, _)| !self.used.contains(term));
        let found = unused.filter_map(|(term, explained)| Some((term, place(explained.word.as_str(), text, from)?)));
        found.min_by_key(|(_, at)| (at.start, std::cmp::Reverse(at.end)))
    }
}

/// Where a text uses a word, in one number or the other: an acronym only as it is written.
fn place(word: &str, text: &str, from: usize) -> Option<Range<usize>> {
    let as_written = !word.contains(char::is_lowercase);
    let (word, text) = match as_written {
        true => (word.to_owned(), text.to_owned()),
        // Letters beyond ASCII stay, so that every place does.
        false => (word.to_ascii_lowercase(), text.to_ascii_lowercase()),
    };
    let is_border = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text[from..].match_indices(&word).find_map(|(at, found)| {
        let (start, end) = (from + at, from + at + found.len());
        let end = if text[end..].starts_with('s') { end + 1 } else { end };
        let stands_alone = is_border(text[..start].chars().next_back()) && is_border(text[end..].chars().next());
        stands_alone.then_some(start..end)
    })
}

/// What the words of a text mean, as HTML.
pub(super) fn meanings(title: &str, terms: &[Explained], used: &[usize]) -> String {
    if used.is_empty() {
        return String::new();
    }
    let text = |text: &str| Event::Text(text.to_owned().into());
    let tag = |tag: String| Event::InlineHtml(tag.into());
    let mut events = vec![tag("<section>\n<h2>".to_owned()), text(title), tag("</h2>\n<dl>\n".to_owned())];
    for term in used.iter().map(|term| &terms[*term]) {
        events.extend([
            tag(format!("<div id=\"word_{}\"><dt>", term.id)),
            text(&told(&term.word)),
            tag("</dt>\n".to_owned()),
        ]);
        for says in &term.says {
            events.extend([tag("<dd>".to_owned()), text(says), tag("</dd>\n".to_owned())]);
        }
        events.extend([tag(format!("<dd><a href=\"#from_word_{}\">", term.id)), text(&term.back)]);
        events.push(tag("</a></dd></div>\n".to_owned()));
    }
    events.push(tag("</dl>\n</section>\n".to_owned()));
    let mut page = String::new();
    html::push_html(&mut page, events.into_iter());
    page
}
