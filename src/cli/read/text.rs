use std::fmt::Write as _;
use std::ops::Range;

use crate::atoms::{PageText, shown};
use crate::desk::OpenDocument;
use crate::mentions::{Finder, Plain};
use crate::model::{Says, Transcript};

/// The text of a document, page by page, with the words of the questions marked; then what is known of each.
pub(super) fn marked(open: &OpenDocument<'_>, colour: bool) -> String {
    let mut out = format!("{} ({})\n", open.document.title, open.document.file);
    match &open.document.transcript {
        Some(transcript) => pages(&mut out, open, transcript, colour),
        None => {
            let id = &open.document.id;
            let _ = writeln!(out, "\nIt has no text yet: “hustings transcribe {id}” makes one from its files.");
        }
    }
    out.push('\n');
    for question in &open.questions {
        let _ = writeln!(out, "{}: {}", question.id(), says(open.document.says(question.id())));
    }
    out
}

fn pages(out: &mut String, open: &OpenDocument<'_>, transcript: &Transcript, colour: bool) {
    let finders: Vec<_> =
        open.questions.iter().map(|question| (question, Finder::of(&question.question.terms))).collect();
    for (number, page) in (1..).zip(&transcript.pages) {
        let _ = match (page.confidence, transcript.is_readable(number)) {
            (_, true) => writeln!(out, "\n—— page {number} ——"),
            (Some(confidence), false) => writeln!(out, "\n—— page {number}, not readable: {confidence} % sure ——"),
            (None, false) => writeln!(out, "\n—— page {number}, not readable: no words ——"),
        };
        let text = Plain::of(&page.text);
        let hits = finders.iter().flat_map(|(question, finder)| {
            finder
                .find(&text)
                .into_iter()
                .map(|mention| (mention.words.bytes, question.id().as_str()))
                .collect::<Vec<_>>()
        });
        mark(out, page, hits.collect(), colour);
    }
}

/// Writes a page with its hits set off, each with the question of which it speaks.
fn mark(out: &mut String, page: &PageText, mut hits: Vec<(Range<usize>, &str)>, colour: bool) {
    hits.sort_by_key(|(at, _)| at.start);
    let (on, off) = if colour { ("\x1b[1m", "\x1b[0m") } else { ("[", "]") };
    let (mut text, mut end) = (String::new(), 0);
    for (at, question) in hits {
        if at.start < end {
            let _ = write!(text, " (→ {question})");
            continue;
        }
        let (before, words) = (shown(&page.text[end..at.start]), shown(&page.text[at.clone()]));
        let _ = write!(text, "{before}{on}{words} → {question}{off}");
        end = at.end;
    }
    text.push_str(&shown(&page.text[end..]));
    out.push_str(text.trim_end());
    out.push('\n');
}

fn says(says: Says<'_>) -> String {
    match says {
        Says::Speaks(reading) => format!("{} found it on {}", reading.by, reading.date),
        Says::Differ(found, silent) => format!(
            "{} found it on {}, and {} read the whole on {} and did not",
            found.by, found.date, silent.by, silent.date
        ),
        Says::Quoted => "a mark quotes it; no reading is on record".to_owned(),
        Says::Silent(reading) => format!("{} read the whole on {} and did not find it", reading.by, reading.date),
        Says::Mentions(heard) if heard.len() == 1 => "its words stand in 1 place; nobody has read the whole".to_owned(),
        Says::Mentions(heard) => format!("its words stand in {} places; nobody has read the whole", heard.len()),
        Says::NoMention { read, pages } if read == pages => match pages {
            1 => "no mention found in the page we could read".to_owned(),
            _ => format!("no mention found in the {pages} pages we could read"),
        },
        Says::NoMention { read, pages } => format!("no mention found in the {read} of {pages} pages we could read"),
        Says::Unreadable => "none of its pages could be read".to_owned(),
        Says::NotLooked => "nobody has looked for it yet".to_owned(),
    }
}
