use std::borrow::Cow;

use memchr::memchr;

use super::language_marks::{self, LanguageMark};

/// The first byte of a language mark; no other character of living scripts begins with it.
const MARK: u8 = 0xf3;

/// Says with `lang` what language marks say, where HTML can say it: in texts between tags. Elsewhere they are taken out.
pub(super) fn with_lang(html: &[u8]) -> Cow<'_, [u8]> {
    if memchr(MARK, html).is_none() {
        return Cow::Borrowed(html);
    }
    let html = String::from_utf8_lossy(html);
    let mut writer = LangWriter { html: String::with_capacity(html.len() + 1024), closed: None, open: 0 };
    let mut rest = &*html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        writer.text(text);
        writer.tag(&tag[..end]);
        rest = &tag[end..];
    }
    writer.text(rest);
    Cow::Owned(writer.html.into_bytes())
}

struct LangWriter<'h> {
    html: String,
    /// The element inside which no other element may stand, while it is open.
    closed: Option<&'h str>,
    /// How many marks are open.
    open: u32,
}

/// Elements whose content is plain text, or not HTML.
const CLOSED: [&str; 6] = ["title", "svg", "script", "style", "textarea", "option"];

impl<'h> LangWriter<'h> {
    fn tag(&mut self, tag: &'h str) {
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if tag.starts_with("</") {
            if self.closed == Some(name) {
                self.closed = None;
            }
        } else if self.closed.is_none() && CLOSED.contains(&name) {
            self.closed = Some(name);
        }
        self.html.push_str(&language_marks::unmarked(tag));
    }

    fn text(&mut self, text: &str) {
        if self.closed.is_some() {
            self.html.push_str(&language_marks::unmarked(text));
            return;
        }
        for (mark, words) in language_marks::pieces(text) {
            match mark {
                // A tag is letters, digits and hyphens: nothing in it needs an escape.
                Some(LanguageMark::Begin(tag)) => {
                    self.open += 1;
                    self.html.extend(["<span lang=\"", tag.as_str(), "\">"]);
                }
                Some(LanguageMark::End) => {
                    if let Some(rest) = self.open.checked_sub(1) {
                        self.open = rest;
                        self.html.push_str("</span>");
                    }
                }
                None => {}
            }
            self.html.push_str(words);
        }
    }
}
