use crate::atoms::{MadeFrom, Show};
use crate::messages::{fill, msg};
use crate::model::{Document, Transcript};
use crate::render::context::Context;
use crate::render::parts::phrase;
use crate::render::record_words;

views! {
    /// The words of a document.
    TranscriptView<'a> {
        notes: Vec<String>,
            "How they came to be known, who compared them, and how much of them is shown: a sentence each";
        pages: Vec<PageTextView<'a>>, "The pages; none when only sentences are shown";
        lang: Option<&'a str>, "The language, when not the site's";
    }

    /// One page of a document.
    PageTextView<'a> {
        id: String, "The anchor";
        title: String, "Which page it is";
        warning: Option<String>, "That its words cannot be relied upon, or that there are none";
        paragraphs: Vec<Vec<&'a str>>, "Its paragraphs, each in lines";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, document: &'a Document, transcript: &'a Transcript) -> TranscriptView<'a> {
    let date = fill::date(cx.words.date(transcript.date));
    let mut notes = vec![cx.words.with(record_words::made_from(transcript.made_from), date)];
    notes.extend(transcript.corrected.iter().map(|check| {
        let gaps = (fill::by(phrase::checker(cx, &check.by)), fill::date(cx.words.date(check.date)));
        cx.words.with(msg::TRANSCRIPT_CORRECTED, gaps)
    }));
    if transcript.corrected.is_empty() && transcript.made_from != MadeFrom::Hand {
        notes.push(cx.words.text(msg::TRANSCRIPT_UNCHECKED).into_owned());
    }
    notes.extend(transcript.note.iter().map(ToString::to_string));
    let whole = transcript.show == Show::Whole;
    if !whole {
        notes.push(cx.words.text(msg::TRANSCRIPT_SENTENCES).into_owned());
    }
    let pages = (1..=transcript.pages.len()).filter(|_| whole);
    let pages = pages.map(|page| page_text(cx, transcript, page)).collect();
    TranscriptView { notes, pages, lang: document.lang.as_deref() }
}

fn page_text<'a>(cx: &Context<'a>, transcript: &'a Transcript, number: usize) -> PageTextView<'a> {
    let page = &transcript.pages[number - 1];
    let paragraphs = paragraphs(&page.text);
    let confidence = usize::from(page.confidence.unwrap_or_default());
    let warning = match (transcript.is_readable(number), paragraphs.is_empty()) {
        (true, _) => None,
        (false, true) => Some(cx.words.text(msg::TRANSCRIPT_NO_WORDS).into_owned()),
        (false, false) => Some(cx.words.with(msg::TRANSCRIPT_UNSURE, fill::n(confidence))),
    };
    PageTextView {
        id: format!("page-{number}"),
        title: cx.words.with(msg::TRANSCRIPT_PAGE, fill::n(number)),
        warning,
        paragraphs,
    }
}

/// The paragraphs of a page, each in lines.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(<[&str]>::to_vec).collect()
}
