use crate::atoms::{Seen, WebUrl};
use crate::model::Document;
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase};

/// The accessible formats in which a document appeared.
pub(crate) fn formats<'a>(cx: &Context<'a>, document: &'a Document) -> Vec<LinkView<'a>> {
    let formats = document.formats.iter().map(|(format, date, url)| {
        let format = cx.words.text(&phrase::word_id("format-", *format)).into_owned();
        let gaps = [
            ("document", document.title.as_str().into()),
            ("format", format.into()),
            ("date", cx.words.date(*date).into()),
        ];
        LinkView::out(cx.words.with("party-format", gaps), url.as_ref().map(WebUrl::as_str))
    });
    formats.collect()
}

/// Links to documents.
pub(crate) fn links<'a>(cx: &Context<'a>, documents: &[&'a Document]) -> Vec<LinkView<'a>> {
    documents.iter().map(|document| LinkView::to(document.title.as_str(), cx.document_link(document))).collect()
}

pub(crate) fn under(cx: &Context<'_>, document: &Document) -> String {
    let kind = cx.words.text(&phrase::word_id("document-", document.kind)).into_owned();
    let (kind, owner) = (("kind", phrase::capitalised(&kind).into()), ("owner", cx.owner(document).into()));
    let Some(date) = document.date else {
        return cx.words.with("document-of-undated", [kind, owner]);
    };
    let date = phrase::date_because(cx, date, document.date_inferred.as_ref());
    cx.words.with("document-of", [kind, owner, ("date", date.into())])
}

pub(crate) fn lines(cx: &Context<'_>, document: &Document) -> Vec<String> {
    let sentence = |id, name, text: &str| cx.words.with(id, [(name, text.into())]);
    let publisher = document.publisher.as_ref().map(|text| sentence("document-publisher", "publisher", text));
    let nations = phrase::nations_listed(cx, &document.nations);
    let nations = (!nations.is_empty()).then(|| sentence("document-nations", "nations", &nations));
    let lang = document.lang.as_ref().map(|lang| sentence("document-lang", "lang", lang));
    let note = document.note.as_ref().map(ToString::to_string);
    [publisher, nations, lang, note].into_iter().flatten().collect()
}

/// Whether somebody saw every one of some documents.
pub(crate) fn all_read(documents: &[&Document]) -> bool {
    documents.iter().all(|document| document.readings.iter().any(|reading| reading.seen != Seen::Described))
}
