use std::fmt::Write as _;

use super::{Malformed, printable};

/// The text of one page of a document, and how surely it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageText {
    /// How sure optical character recognition was of its words on average, in per cent; nothing when the
    /// words need no guessing, or a person has corrected them.
    pub confidence: Option<u8>,
    /// Its words, in lines.
    pub text: String,
}

/// Below what confidence a page counts as one that could not be read, in per cent.
pub const READABLE_FROM: u8 = 60;

impl PageText {
    /// Whether it holds words that can be relied upon.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.confidence.is_none_or(|confidence| confidence >= READABLE_FROM)
            && self.text.contains(char::is_alphanumeric)
    }
}

/// Writes pages one after another, each begun by a line such as `[page 2, confidence 91]`; what others wrote in them is
/// cleaned of what has no place in a text.
#[must_use]
pub fn join_pages(pages: &[PageText]) -> String {
    let mut body = String::new();
    for (number, page) in (1..).zip(pages) {
        if number > 1 {
            body.push('\n');
        }
        let _ = match page.confidence {
            Some(confidence) => writeln!(body, "[page {number}, confidence {confidence}]"),
            None => writeln!(body, "[page {number}]"),
        };
        for line in printable(&page.text).trim_end().lines() {
            // A line of the document's own that looks like ours would begin a page, and one like Git's be taken for what a merge left.
            let ours = line.trim_start().starts_with("[page ");
            let space = if ours || line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") { " · " } else { "" };
            let _ = writeln!(body, "{space}{}", line.trim_end());
        }
    }
    body
}

/// Reads pages as [`join_pages`] writes them, each with the number of its first line, from 0; text without
/// any mark is one page.
///
/// # Errors
/// When a page mark is wrong, with its line from 0: pages are numbered from 1 without a gap.
pub fn split_pages(body: &str) -> Result<Vec<(usize, PageText)>, (usize, Malformed)> {
    let mut pages: Vec<(usize, PageText)> = Vec::new();
    for (number, line) in body.lines().enumerate() {
        let refuse = |what: String| {
            let next = pages.len() + 1;
            let help =
                format!("write “[page {next}]”, or “[page {next}, confidence 91]” while nobody has corrected it");
            Err((number, Malformed::syntax(what, help)))
        };
        if let Some(mark) = line.trim_end().strip_prefix("[page ").and_then(|rest| rest.strip_suffix(']')) {
            let Some((page, confidence)) = read_mark(mark) else {
                return refuse(format!("“{}” begins no page", line.trim_end()));
            };
            if page != pages.len() + 1 {
                return refuse(format!("this is page {} of the text, and is called {page}", pages.len() + 1));
            }
            pages.push((number + 1, PageText { confidence, text: String::new() }));
        } else if let Some((_, page)) = pages.last_mut() {
            page.text.push_str(line);
            page.text.push('\n');
        } else if !line.trim().is_empty() {
            pages.push((number, PageText { confidence: None, text: format!("{line}\n") }));
        }
    }
    Ok(pages)
}

/// `2` or `2, confidence 91`.
fn read_mark(mark: &str) -> Option<(usize, Option<u8>)> {
    match mark.split_once(',') {
        None => Some((mark.trim().parse().ok()?, None)),
        Some((page, confidence)) => {
            let confidence = confidence.trim().strip_prefix("confidence ")?.trim().parse().ok()?;
            (confidence <= 100).then_some((page.trim().parse().ok()?, Some(confidence)))
        }
    }
}
