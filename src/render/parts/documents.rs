use tera::Value;

use crate::atoms::{Seen, WebUrl};
use crate::load::records::FormatRecord;
use crate::messages::{fill, msg};
use crate::model::Document;
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// The accessible formats in which a document appeared: the words for each, and where it is.
pub(crate) fn formats<'d>(
    cx: &Context<'_>,
    document: &'d Document,
) -> impl Iterator<Item = (String, Option<&'d WebUrl>)> {
    document.formats.iter().map(|FormatRecord { format, date, url }| {
        let format = cx.words.text(record_words::format(*format));
        let gaps = (fill::date(cx.words.date(**date)), fill::document(document.title.as_str()), fill::format(format));
        (cx.words.with(msg::PARTY_FORMAT, gaps), url.as_ref())
    })
}

/// Links to documents.
pub(crate) fn links(cx: &Context<'_>, documents: &[&Document]) -> Value {
    list(documents.iter().map(|document| link::to(&document.title, cx.document_link(document))))
}

/// Kind, owner and date.
pub(crate) fn under(cx: &Context<'_>, document: &Document) -> String {
    let date = document.date.map(|date| cx.words.date(*date));
    of(
        cx,
        document,
        date.map(|date| match document.date_inferred {
            Some(_) => cx.words.with(msg::DATE_BRIEF_INFERRED, fill::date(date)),
            None => date,
        }),
    )
}

/// The same with the reason for a date that nobody wrote down.
pub(crate) fn under_because(cx: &Context<'_>, document: &Document) -> String {
    let date = document.date.map(|date| phrase::date_because(cx, *date, document.date_inferred.as_ref()));
    of(cx, document, date)
}

fn of(cx: &Context<'_>, document: &Document, date: Option<String>) -> String {
    let kind = cx.words.text(record_words::document(document.kind));
    let (kind, owner) = (fill::kind(phrase::capitalised(&kind)), fill::owner(cx.owner(document)));
    match date {
        Some(date) => cx.words.with(msg::DOCUMENT_OF, (fill::date(date), kind, owner)),
        None => cx.words.with(msg::DOCUMENT_OF_UNDATED, (kind, owner)),
    }
}

/// Whether somebody saw every one of some documents, rather than only what others wrote about one.
pub(crate) fn all_read(documents: &[&Document]) -> bool {
    documents.iter().all(|document| document.readings.iter().any(|reading| reading.seen != Seen::Described))
}
