use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::atoms::slug_of;

/// Where a link in Markdown leads, once it is judged.
pub(crate) enum Target {
    /// To this address.
    To(String),
    /// Nowhere: its words stay, the link does not.
    Nowhere,
}

/// Turns Markdown into HTML that can run nothing: HTML in it becomes text, `resolve` judges every
/// link, tables carry no styles. Headings begin at the second level and have ids made of their words.
pub(crate) fn to_html(markdown: &str, resolve: &dyn Fn(&str) -> Target) -> String {
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut writer = Writer { resolve, links: Vec::new(), ids: BTreeMap::new() };
    let events: Vec<Event<'_>> = parser.collect();
    let events = (0..events.len()).filter_map(|at| writer.event(&events, at)).collect::<Vec<_>>();
    let mut page = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut page, events.into_iter());
    page
}

struct Writer<'a> {
    resolve: &'a dyn Fn(&str) -> Target,
    /// For each link or image that is open, whether it is written.
    links: Vec<bool>,
    /// How often each heading id was used.
    ids: BTreeMap<String, usize>,
}

impl Writer<'_> {
    fn event<'e>(&mut self, events: &[Event<'e>], at: usize) -> Option<Event<'e>> {
        Some(match events[at].clone() {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Table(columns)) => Event::Start(Tag::Table(vec![Alignment::None; columns.len()])),
            Event::Start(Tag::Heading { level, .. }) => {
                let id = Some(self.heading_id(&events[at + 1..]));
                Event::Start(Tag::Heading { level: lower(level), id, classes: Vec::new(), attrs: Vec::new() })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.open(&dest_url)?;
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.open(&dest_url)?;
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            end @ Event::End(TagEnd::Link | TagEnd::Image) => self.links.pop().unwrap_or(true).then_some(end)?,
            other => other,
        })
    }

    fn open<'e>(&mut self, url: &str) -> Option<CowStr<'e>> {
        let target = (self.resolve)(url);
        self.links.push(matches!(target, Target::To(_)));
        match target {
            Target::To(url) => Some(url.into()),
            Target::Nowhere => None,
        }
    }

    fn heading_id<'e>(&mut self, inside: &[Event<'e>]) -> CowStr<'e> {
        let mut words = String::new();
        for event in inside.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_)))) {
            if let Event::Text(text) | Event::Code(text) = event {
                words.push_str(text);
            }
        }
        let id = slug_of(&words).map_or_else(|| "part".to_owned(), |slug| slug.to_string());
        let used = self.ids.entry(id.clone()).or_default();
        *used += 1;
        if *used > 1 { format!("{id}-{used}").into() } else { id.into() }
    }
}

/// The page's own title is the only heading of the first level.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}
