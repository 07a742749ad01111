use crate::atoms::{Seen, WebUrl};
use crate::messages::{fill, msg};
use crate::model::Document;
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase};
use crate::render::record_words;

/// The accessible formats in which a document appeared.
pub(crate) fn formats<'a>(cx: &Context<'a>, document: &'a Document) -> Vec<LinkView<'a>> {
    let formats = document.formats.iter().map(|(format, date, url)| {
        let format = cx.words.text(record_words::format(*format));
        let gaps = (fill::date(cx.words.date(*date)), fill::document(document.title.as_str()), fill::format(format));
        LinkView::out(cx.words.with(msg::PARTY_FORMAT, gaps), url.as_ref().map(WebUrl::as_str))
    });
    formats.collect()
}

/// Links to documents.
pub(crate) fn links<'a>(cx: &Context<'a>, documents: &[&'a Document]) -> Vec<LinkView<'a>> {
    documents.iter().map(|document| LinkView::to(document.title.as_str(), cx.document_link(document))).collect()
}

pub(crate) fn under(cx: &Context<'_>, document: &Document) -> String {
    let kind = cx.words.text(record_words::document(document.kind));
    let (kind, owner) = (fill::kind(phrase::capitalised(&kind)), fill::owner(cx.owner(document)));
    let Some(date) = document.date else {
        return cx.words.with(msg::DOCUMENT_OF_UNDATED, (kind, owner));
    };
    let date = phrase::date_because(cx, date, document.date_inferred.as_ref());
    cx.words.with(msg::DOCUMENT_OF, (fill::date(date), kind, owner))
}

pub(crate) fn lines(cx: &Context<'_>, document: &Document) -> Vec<String> {
    let publisher = document.publisher.as_deref().map(fill::publisher);
    let publisher = publisher.map(|publisher| cx.words.with(msg::DOCUMENT_PUBLISHER, publisher));
    let nations = phrase::nations_listed(cx, &document.nations);
    let nations = (!nations.is_empty()).then(|| cx.words.with(msg::DOCUMENT_NATIONS, fill::nations(&*nations)));
    let lang = document.lang.as_deref().map(|lang| cx.words.with(msg::DOCUMENT_LANG, fill::lang(lang)));
    let note = document.note.as_ref().map(ToString::to_string);
    [publisher, nations, lang, note].into_iter().flatten().collect()
}

/// Whether somebody saw every one of some documents.
pub(crate) fn all_read(documents: &[&Document]) -> bool {
    documents.iter().all(|document| document.readings.iter().any(|reading| reading.seen != Seen::Described))
}
