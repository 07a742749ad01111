use std::borrow::Cow;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

use super::footnotes::with_notes;
use super::scrolled::{Scrolled, in_boxes};
use super::terms::{Explained, with_terms};
use crate::atoms::printable;
use crate::load::{HeadingIds, MARKDOWN};

/// Turns Markdown into HTML that can run nothing: HTML in it becomes text, `resolve` says where every
/// link leads (the words of one that leads nowhere stay without it, and the description of such a picture), what may be wider
/// than a phone scrolls in a box that `called` names, tables carry no styles. The highest heading in it comes to the second level, below the page's
/// own title, and the others follow; all have ids made of their words. Footnotes follow the text, in the order in which it
/// names them. Gives the hard words too that the text uses, in the order in which it does.
pub(super) fn to_html(
    markdown: &str,
    resolve: &dyn Fn(&str) -> Option<String>,
    called: &dyn Fn(Scrolled, usize) -> String,
    terms: &[Explained],
) -> (String, Vec<usize>) {
    let parser = Parser::new_ext(markdown, MARKDOWN);
    let events: Vec<Event<'_>> = parser.collect();
    let mut writer = HtmlWriter { resolve, top: top(&events), links: Vec::new(), ids: HeadingIds::default() };
    let events = (0..events.len()).filter_map(|at| writer.event(&events, at)).collect::<Vec<_>>();
    let mut page = String::with_capacity(markdown.len() * 2);
    let (events, used) = with_terms(with_notes(in_boxes(&events, called)), terms);
    html::push_html(&mut page, events.into_iter());
    // Written as `&#1;` they come in unseen.
    let page = match printable(&page) {
        Cow::Borrowed(_) => page,
        Cow::Owned(clean) => clean,
    };
    (page, used)
}

struct HtmlWriter<'a> {
    resolve: &'a dyn Fn(&str) -> Option<String>,
    /// The highest level of heading, which becomes the second.
    top: usize,
    /// For each link or image that is open, whether it is written.
    links: Vec<bool>,
    ids: HeadingIds,
}

impl HtmlWriter<'_> {
    fn event<'e>(&mut self, events: &[Event<'e>], at: usize) -> Option<Event<'e>> {
        Some(match events[at].clone() {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Table(columns)) => Event::Start(Tag::Table(vec![Alignment::None; columns.len()])),
            Event::Start(Tag::Heading { level, .. }) => {
                let id = Some(self.ids.next(&events[at + 1..]).into());
                Event::Start(Tag::Heading { level: self.level(level), id, classes: Vec::new(), attrs: Vec::new() })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(self.level(level))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.open(&dest_url)?;
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            // No reader is made to fetch one from elsewhere.
            Event::Start(Tag::Image { dest_url, .. }) if self.leads_elsewhere(&dest_url) => {
                self.links.push(false);
                Event::Start(Tag::Emphasis)
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.open(&dest_url)?;
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            end @ Event::End(TagEnd::Link) => self.links.pop().unwrap_or(true).then_some(end)?,
            end @ Event::End(TagEnd::Image) => {
                if self.links.pop().unwrap_or(true) {
                    end
                } else {
                    Event::End(TagEnd::Emphasis)
                }
            }
            other => other,
        })
    }

    /// The level on the page of a heading.
    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        match level as usize - self.top {
            0 => HeadingLevel::H2,
            1 => HeadingLevel::H3,
            2 => HeadingLevel::H4,
            3 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        }
    }

    fn leads_elsewhere(&self, url: &str) -> bool {
        (self.resolve)(url).is_none_or(|target| target.contains("://"))
    }

    fn open<'e>(&mut self, url: &str) -> Option<CowStr<'e>> {
        let target = (self.resolve)(url);
        self.links.push(target.is_some());
        target.map(Into::into)
    }
}

/// The highest level among the headings; the first when there are none.
fn top(events: &[Event<'_>]) -> usize {
    let levels = events.iter().filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    });
    levels.min().unwrap_or(1)
}
