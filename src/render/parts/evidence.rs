use std::borrow::Cow;

use crate::atoms::WebUrl;
use crate::atoms::language_marks::unmarked;
use crate::messages::{fill, msg};
use crate::model::{Document, Evidence};
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase};
use crate::render::record_words;

/// Up to how many characters a title or a place stands in a cell; the person's or party's page has it whole.
const LONGEST_TITLE: usize = 40;

views! {
    /// One piece of evidence.
    EvidenceView<'a> {
        title: Cow<'a, str>, "What it is called, and the place in it";
        kind: Cow<'a, str>, "What kind of thing it is";
        date: Option<String>, "When it was said or published, as a sentence";
        accessed: Option<String>, "When we last read it, as a sentence";
        url: Option<&'a str>, "Where it can be read";
        archived: Option<&'a str>, "A lasting copy";
        link: Option<&'a str>, "Its record among the documents";
        quote: Option<&'a str>, "The very words";
        lang: Option<&'a str>, "Their language, when not the site's";
        says: Option<String>, "Our words for it";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, evidence: &'a Evidence) -> EvidenceView<'a> {
    let dated = |id, date| cx.words.with(id, fill::date(cx.words.date(date)));
    EvidenceView {
        title: evidence_title(cx, evidence),
        kind: cx.words.text(record_words::evidence(evidence.kind)),
        date: evidence.date.map(|date| dated(msg::EVIDENCE_DATE, date)),
        accessed: evidence.accessed.map(|date| dated(msg::EVIDENCE_ACCESSED, date)),
        url: evidence.url.as_ref().map(|at| at.value.as_str()),
        archived: evidence.archived.as_ref().map(WebUrl::as_str),
        link: evidence.document.as_ref().map(|document| cx.document_link(document)),
        quote: evidence.quote.as_deref(),
        lang: evidence.lang.as_deref(),
        says: evidence.says.as_ref().map(|text| phrase::says(cx, text)),
    }
}

/// The nearest thing to the evidence itself that a link can lead to.
pub(crate) fn link<'a>(cx: &Context<'a>, evidence: &'a Evidence, home: &str) -> LinkView<'a> {
    let text = evidence_short(cx, evidence);
    let url = evidence.url.as_ref().map(|at| &at.value).or(evidence.archived.as_ref());
    match (url, &evidence.document) {
        (Some(url), _) => LinkView::out(text, Some(url.as_str())),
        (None, Some(document)) => LinkView::to(text, cx.document_link(document)),
        (None, None) => LinkView::to(text, home.to_owned()),
    }
}

/// The title of a document, or its kind when that is too long for a cell.
pub(crate) fn document_short<'a>(cx: &Context<'a>, document: &'a Document) -> Cow<'a, str> {
    if fits(&document.title) {
        return document.title.as_str().into();
    }
    phrase::capitalised(&cx.words.text(record_words::document(document.kind))).into()
}

/// Title and place of a piece of evidence, as far as they fit into a cell.
fn evidence_short<'a>(cx: &Context<'a>, evidence: &'a Evidence) -> Cow<'a, str> {
    let title = if fits(&evidence.title) {
        evidence.title.as_str().into()
    } else {
        Cow::Owned(phrase::capitalised(&cx.words.text(record_words::evidence(evidence.kind))))
    };
    match &evidence.place {
        Some(place) if fits(place) => {
            let gaps = (fill::place(place.as_str()), fill::title(title));
            cx.words.with(msg::EVIDENCE_PLACE, gaps).into()
        }
        _ => title,
    }
}

fn evidence_title<'a>(cx: &Context<'a>, evidence: &'a Evidence) -> Cow<'a, str> {
    match &evidence.place {
        Some(place) => {
            let gaps = (fill::place(place.as_str()), fill::title(evidence.title.as_str()));
            cx.words.with(msg::EVIDENCE_PLACE, gaps).into()
        }
        None => evidence.title.as_str().into(),
    }
}

/// Whether a title or a place is short enough for a cell.
fn fits(text: &str) -> bool {
    unmarked(text).chars().count() <= LONGEST_TITLE
}
