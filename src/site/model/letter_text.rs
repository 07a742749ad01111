//! Takes the Markdown of a letter, gives what people copy and send: plain text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::load::MARKDOWN;

/// What a line between two parts becomes, or one to be filled in by hand.
const RULE: &str = "________";

/// The paragraphs of a letter as plain text. Lines that belong together stay one paragraph; what was wrapped in the file is not.
pub(super) fn paragraphs(markdown: &str) -> Vec<String> {
    let mut writer = LetterWriter::default();
    Parser::new_ext(markdown, MARKDOWN).for_each(|event| writer.event(event));
    writer.end();
    writer.done
}

#[derive(Default)]
struct LetterWriter {
    done: Vec<String>,
    now: String,
    /// For each list that is open, the number of the next entry.
    lists: Vec<Option<u64>>,
    /// For each link that is open, where it leads and where its words begin.
    links: Vec<(String, usize)>,
}

impl LetterWriter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.now.push_str(&text);
            }
            Event::SoftBreak => self.now.push(' '),
            Event::HardBreak => self.now.push('\n'),
            Event::Rule => {
                self.end();
                self.done.push(RULE.to_owned());
            }
            Event::Start(Tag::List(first)) => self.lists.push(first),
            Event::Start(Tag::Item) => self.item(),
            Event::Start(Tag::Link { dest_url, .. }) => self.links.push((dest_url.into_string(), self.now.len())),
            Event::End(TagEnd::Link) => self.link(),
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                self.end_outside_lists();
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                self.end_outside_lists();
            }
            Event::End(TagEnd::TableCell) => self.now.push(' '),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => self.end(),
            _ => {}
        }
    }

    /// Begins an entry of a list on a line of its own.
    fn item(&mut self) {
        if !self.now.is_empty() {
            self.now.push('\n');
        }
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.now += &format!("{number}. ");
                *number += 1;
            }
            _ => self.now.push_str("- "),
        }
    }

    /// Says after the words of a link where it leads, unless they say so.
    fn link(&mut self) {
        let Some((url, begin)) = self.links.pop() else { return };
        let url = url.strip_prefix("mailto:").unwrap_or(&url);
        if self.now.get(begin..) != Some(url) {
            self.now += &format!(" ({url})");
        }
    }

    fn end_outside_lists(&mut self) {
        if self.lists.is_empty() {
            self.end();
        }
    }

    fn end(&mut self) {
        let paragraph = std::mem::take(&mut self.now);
        self.done.extend(Some(paragraph.trim()).filter(|text| !text.is_empty()).map(str::to_owned));
    }
}
