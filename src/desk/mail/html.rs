use std::sync::LazyLock;

use mail_parser::decoders::html::html_to_text;
use regex::{Captures, Regex};

/// Tags that decide where lines end and what is repeated of others.
static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)<(/?)(blockquote|div|p|li|tr|h[1-6]|ul|ol|table|pre|hr|center|section|article)\b[^>]*>").ok()
});

/// The words of a page in lines; what it repeats of others begins with “>”, as in plain mail.
///
/// It goes through the tags one by one and builds no tree, so that no nesting is too deep for it.
pub(super) fn html_lines(page: &str) -> String {
    let Some(tags) = TAG.as_ref() else { return html_to_text(page) };
    let broken = tags.replace_all(page, |tag: &Captures<'_>| match tag[2].to_ascii_lowercase().as_str() {
        "blockquote" if tag[1].is_empty() => format!("<br>{OPEN}<br>"),
        "blockquote" => format!("<br>{CLOSE}<br>"),
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "table" | "hr" => "<br><br>".to_owned(),
        _ => "<br>".to_owned(),
    });
    let text = html_to_text(&broken);
    let mut depth = 0_usize;
    let mut lines = String::with_capacity(text.len());
    for line in text.lines() {
        match line.trim() {
            OPEN => depth += 1,
            CLOSE => depth = depth.saturating_sub(1),
            line if depth > 0 => lines += &format!("> {line}\n"),
            line => lines += &format!("{line}\n"),
        }
    }
    lines
}

/// Stand for the marks of a repeated text while a page becomes lines; they are no characters, so that no words hold them.
const OPEN: &str = "\u{fdd0}";
const CLOSE: &str = "\u{fdd1}";
