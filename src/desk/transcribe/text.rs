use std::collections::BTreeMap;

use jiff::civil::Date;

use super::source::SourceFile;
use crate::atoms::{MadeFrom, PageText, Show, Words as _, join_pages};
use crate::country::{Patterns, Personal};
use crate::edit::Value;
use crate::leaflets::text::{ReadText, Unread};
use crate::load::LARGEST;

/// From how many pages on only sentences are published, unless somebody writes otherwise.
const LONG: usize = 9;

/// By how much what stands before a text may change with the number of its pages, in bytes.
const MARGIN: usize = 100;
/// What the line that begins a page takes at most besides what it has in any case, in bytes.
const MARK: usize = 8;

/// The text of a document as it stands in its file, without people's contact details and no longer than can be loaded
/// again; its pages, and what is to be said of it.
pub(super) fn text(
    read: ReadText,
    sources: &[SourceFile],
    date: Date,
    patterns: &Patterns,
) -> (String, Vec<PageText>, Vec<String>) {
    let mut said = said(&read);
    let made_from = read.made_from.unwrap_or(MadeFrom::Hand);
    let (mut pages, taken) = redacted(read.pages, patterns);
    said.extend(left_out(&taken, patterns));
    let room = LARGEST as usize - MARGIN - front_matter(made_from, sources, pages.len(), date).len();
    said.extend(cut(&mut pages, room));
    (front_matter(made_from, sources, pages.len(), date) + &join_pages(&pages), pages, said)
}

fn front_matter(made_from: MadeFrom, sources: &[SourceFile], pages: usize, date: Date) -> String {
    let show = if pages < LONG { Show::Whole } else { Show::Mentions };
    let sources = sources.iter().map(|SourceFile { sha256, from: (key, value), .. }| {
        format!("  - sha256: {sha256}\n    {key}: {}\n", Value::text(value.as_str()).to_block())
    });
    let sources: String = sources.collect();
    format!("---\nmade_from: {}\ndate: {}\nshow: {}\nsources:\n{sources}---\n", made_from.word(), date, show.word())
}

/// Leaves out the pages that would make a text longer than one that can be loaded again, and says so.
fn cut(pages: &mut Vec<PageText>, room: usize) -> Option<String> {
    // A page as it will be written, with its number and the line that sets it apart.
    let size = |page: &PageText| join_pages(std::slice::from_ref(page)).len() + MARK;
    let mut sum = 0;
    let fit = pages.iter().take_while(|page| {
        sum += size(page);
        sum <= room
    });
    let (fit, all) = (fit.count(), pages.len());
    if fit == all {
        return None;
    }
    pages.truncate(fit.max(1));
    if fit > 0 {
        return Some(format!(
            "it is longer than a text may be ({LARGEST} bytes); these are the first {fit} of its {all} pages"
        ));
    }
    let page = &mut pages[0];
    let most = room.saturating_sub(size(page) - page.text.len());
    let end = page.text[..page.text.floor_char_boundary(most)].rfind(char::is_whitespace).unwrap_or_default();
    page.text.truncate(end);
    Some(format!("it is longer than a text may be ({LARGEST} bytes); this is the beginning of its first page"))
}

/// The pages without people's contact details, and what was taken out.
fn redacted(pages: Vec<PageText>, patterns: &Patterns) -> (Vec<PageText>, Vec<Personal>) {
    let mut all = Vec::new();
    let pages = pages.into_iter().map(|page| {
        let (text, taken) = patterns.redact(&page.text);
        all.extend(taken.into_iter().map(|(kind, _)| kind));
        PageText { text: text.into_owned(), ..page }
    });
    (pages.collect(), all)
}

fn left_out(taken: &[Personal], patterns: &Patterns) -> Option<String> {
    let mut counts = BTreeMap::<Personal, usize>::new();
    taken.iter().for_each(|kind| *counts.entry(*kind).or_default() += 1);
    let parts: Vec<String> = counts
        .into_iter()
        .map(
            |(kind, n)| {
                if n == 1 { patterns.what(kind).to_owned() } else { format!("{} ({n} times)", patterns.what(kind)) }
            },
        )
        .collect();
    (!parts.is_empty()).then(|| format!("left out what looks like {}", parts.join(", ")))
}

/// What could not be read of it, and why.
pub(super) fn said(read: &ReadText) -> Vec<String> {
    let line = |(page, why): &(Option<usize>, Unread)| match page {
        Some(page) => format!("page {page} {why}"),
        None => format!("it {why}"),
    };
    read.unread.iter().map(line).collect()
}
