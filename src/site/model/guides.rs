use pulldown_cmark::{Event, Parser, Tag};

use super::judge::Judge;
use super::refer::instead;
use crate::atoms::{LanguageTag, Slug, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::GuidesRecord;
use crate::load::{At, Body, GuideText, Heading, InFile, MARKDOWN, Records, SITE_FILE, headings, words_of};

/// How long a sentence for search engines is at most, in characters, where nobody wrote one.
const LONGEST: usize = 200;

/// A text for those who help or want to know how it is done.
#[derive(Debug)]
pub struct Guide {
    /// Its id, which is its address among the guides.
    pub id: Slug,
    /// Its title.
    pub title: Text,
    /// Its pages: its own first, then one for each of its parts.
    pub pages: Vec<GuidePage>,
}

/// A page of a guide.
#[derive(Debug)]
pub struct GuidePage {
    /// Its id within the guide, when it is one of its parts.
    pub part: Option<Slug>,
    /// Its title; on the guide's own page the guide's.
    pub title: Text,
    /// One sentence on it.
    pub description: Text,
    /// The text, without the title.
    pub body: Body,
}

impl Guide {
    /// The guide's own page, or one of its parts that is known to be there.
    #[must_use]
    pub fn page(&self, part: Option<&Slug>) -> &GuidePage {
        self.pages.iter().find(|page| page.part.as_ref() == part).unwrap_or(&self.pages[0])
    }
}

/// Judges the guides, and puts them in order.
pub(super) fn guides(
    texts: Vec<InFile<GuideText>>,
    site: Option<&GuidesRecord>,
    unreadable: &[FileName],
    found: &mut Diagnostics,
) -> Vec<Guide> {
    let Some(site) = site else { return Vec::new() };
    let ids: Vec<Slug> = texts.iter().filter_map(|text| text.stem().parse().ok()).collect();
    let is_known = |name: &Slug| {
        let file = format!("{}/{name}.md", *site.folder);
        ids.contains(name) || unreadable.iter().any(|unread| **unread == *file)
    };
    // Whoever reads a site without its guides knows none.
    for name in site.order.iter().chain(&site.in_parts).filter(|name| !ids.is_empty() && name.is_read()) {
        if !is_known(name) {
            let help = instead(name.as_str(), ids.iter().map(Slug::as_str), "name the file without its ending");
            let message = format!("there is no guide {}/{name}.md", *site.folder);
            found.push(Code::UnknownReference, &SITE_FILE.into(), name.pos, message, help);
        }
    }
    let mut guides: Vec<Guide> = texts.into_iter().filter_map(|text| guide(text, site, found)).collect();
    let place = |guide: &Guide| site.order.iter().position(|name| name.value == guide.id).unwrap_or(usize::MAX);
    guides.sort_by_cached_key(|guide| (place(guide), guide.title.as_str().to_lowercase(), guide.id.clone()));
    guides
}

fn guide(in_file: InFile<GuideText>, site: &GuidesRecord, found: &mut Diagnostics) -> Option<Guide> {
    let mut judge = Judge::of(&in_file);
    let id: Slug = in_file.stem().parse().ok()?;
    let GuideText { record, mut body, headings } = in_file.record;
    let title = record.title.filter(At::is_read).map(|title| title.value);
    let Some(title) = taken_title(&mut body).filter(|_| title.is_none()).or(title) else {
        let help =
            "begin it with a line such as “# How we ask”, or write “title:” between two lines of “---” at its top";
        let pos = Pos { line: body.line, column: 1 };
        judge.report(Code::MissingKey, pos, "this guide has no title", help);
        found.extend(judge.found);
        return None;
    };
    let in_parts = site.in_parts.iter().any(|name| name.value == id);
    let mut pages = pages(&title, &body, if in_parts { &headings } else { &[] });
    if let Some(description) = record.description.filter(At::is_read) {
        pages[0].description = description.value;
    }
    found.extend(judge.found);
    Some(Guide { id, title, pages })
}

/// Takes the title out of a text that begins with one.
fn taken_title(body: &mut Body) -> Option<Text> {
    let first = headings(&body.text).into_iter().next()?;
    let begins = first.level == 1 && body.text[..first.bytes.start].trim().is_empty();
    let title = text_in(&first.words, body.language.as_ref()).filter(|_| begins)?;
    *body = piece(body, first.bytes.end, body.text.len());
    Some(title)
}

/// Words in a language, or in that of the page.
fn text_in(words: &str, language: Option<&LanguageTag>) -> Option<Text> {
    let text: Text = words.parse().ok()?;
    Some(language.map_or_else(|| text.clone(), |language| text.within(language)))
}

/// A piece of a text, from the line after one place to another.
fn piece(body: &Body, from: usize, to: usize) -> Body {
    let from = if from == 0 || body.text[..from].ends_with('\n') {
        from
    } else {
        body.text[from..].find('\n').map_or(body.text.len(), |end| from + end + 1)
    };
    let above = u32::try_from(body.text[..from].matches('\n').count()).unwrap_or(u32::MAX);
    let text = body.text[from..to.max(from)].to_owned();
    Body { file: body.file.clone(), text, line: body.line.saturating_add(above), language: body.language.clone() }
}

/// The headings that begin parts of a text.
fn second(text: &str) -> Vec<Heading> {
    headings(text).into_iter().filter(|heading| heading.level == 2 && heading.is_outermost).collect()
}

/// The pages of a guide: its own, and one for each of these parts. Where a translation has fewer or more of them, it has as many
/// pages all the same.
fn pages(title: &Text, body: &Body, parts: &[String]) -> Vec<GuidePage> {
    let begins = if parts.is_empty() { Vec::new() } else { second(&body.text) };
    let end_of = |at: usize| begins.get(at).map_or(body.text.len(), |heading| heading.bytes.start);
    let own = piece(body, 0, end_of(0));
    let mut pages =
        vec![GuidePage { part: None, title: title.clone(), description: first_words(&own, title), body: own }];
    for (at, id) in parts.iter().enumerate() {
        let end = if at + 1 == parts.len() { body.text.len() } else { end_of(at + 1) };
        let heading = begins.get(at);
        let part = piece(body, heading.map_or(body.text.len(), |heading| heading.bytes.end), end);
        let words = heading.and_then(|heading| text_in(&heading.words, body.language.as_ref()));
        let title = words.unwrap_or_else(|| title.clone());
        let description = first_words(&part, &title);
        pages.push(GuidePage { part: id.parse().ok(), title, description, body: part });
    }
    pages
}

/// The first sentences of a text, as many as a search engine shows; its title where it begins with something else.
fn first_words(body: &Body, title: &Text) -> Text {
    let events: Vec<Event<'_>> = Parser::new_ext(&body.text, MARKDOWN).collect();
    let first = events.first().filter(|event| matches!(event, Event::Start(Tag::Paragraph)));
    let words = first.map(|_| words_of(&events[1..])).unwrap_or_default();
    let end = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
    let shown = &words[..end];
    let sentence = [". ", "? "].iter().filter_map(|end| shown.rfind(end)).max();
    let shortened = match sentence {
        _ if end == words.len() => shown.to_owned(),
        Some(at) => shown[..=at].to_owned(),
        None => shown.rsplit_once(' ').map_or_else(String::new, |(words, _)| format!("{words} …")),
    };
    let shortened = shortened.trim_end_matches(':');
    text_in(shortened, body.language.as_ref()).unwrap_or_else(|| title.clone())
}

/// Reports translations of guides in parts that have other parts than the guide itself.
pub(super) fn judge(records: &Records, languages: &[LanguageTag], found: &mut Diagnostics) {
    let Some(site) = records.site.as_ref().and_then(|site| site.record.guides.as_ref()) else { return };
    for guide in records.guides.iter().filter(|guide| site.in_parts.iter().any(|name| name.as_str() == guide.stem())) {
        let pages = records.translated.iter().map(|page| &page.record).filter(|page| page.of == guide.file);
        for page in pages.filter(|page| languages[1..].contains(&page.language)) {
            let (own, wanted) = (second(&page.body.text).len(), guide.record.headings.len());
            if own != wanted {
                let message = format!(
                    "this is {} in “{}”: that is in {wanted} parts, and this in {own}",
                    guide.file, page.language
                );
                let help = "give it a heading that begins with “## ” for each of them, in the same order";
                found.push(Code::Malformed, &page.body.file, Pos { line: page.body.line, column: 1 }, message, help);
            }
        }
    }
}
