use tera::Value;

use crate::atoms::{ImprintSeen, Seen, Slug, WebUrl, capitalised};
use crate::load::At;
use crate::load::records::FormatRecord;
use crate::messages::{fill, msg};
use crate::model::{Document, Election, Reading};
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
        let gaps = (fill::date(cx.words.date(**date)), fill::document(&document.title), fill::format(format));
        (cx.words.with(msg::PARTY_FORMAT, gaps), url.as_ref())
    })
}

/// What a reading tells besides what it says of the questions, a sentence each: sides, imprint, topics.
pub(crate) fn besides(cx: &Context<'_>, election: Option<&Election>, reading: &Reading) -> Vec<String> {
    let sides = reading.sides.as_ref().map(|sides| match sides.all {
        Some(all) => cx.words.with(msg::READING_SIDES, (fill::all(all as usize), fill::n(sides.seen as usize))),
        None => cx.words.with(msg::READING_SIDES_SEEN, fill::n(sides.seen as usize)),
    });
    let imprint = reading.imprint.as_ref().map(|imprint| match imprint.value {
        ImprintSeen::Seen => msg::READING_IMPRINT,
        ImprintSeen::NotSeen => msg::READING_NO_IMPRINT,
    });
    let imprint = imprint.map(|words| cx.words.text(words).into_owned());
    let named = |ids: &[At<Slug>]| {
        let topics = election.into_iter().flat_map(|election| &election.topics);
        let named = topics.filter(|topic| ids.iter().any(|id| *id == topic.id.value));
        named.map(|topic| cx.words.told(&topic.name)).collect::<Vec<_>>()
    };
    let (topics, found) = (named(&reading.topics), named(&reading.topics_found));
    let is_told = reading.seen == Seen::Described;
    let looked = (!topics.is_empty()).then(|| {
        let id = if is_told { msg::READING_TOPICS_TOLD } else { msg::READING_TOPICS };
        cx.words.with(id, fill::list(topics.join(", ")))
    });
    let outcome = (!topics.is_empty()).then(|| match (found.is_empty(), is_told) {
        (true, true) => cx.words.text(msg::READING_TOPICS_NONE_TOLD).into_owned(),
        (true, false) => cx.words.text(msg::READING_TOPICS_NONE).into_owned(),
        (false, _) => cx.words.with(msg::READING_TOPICS_FOUND, fill::list(found.join(", "))),
    });
    [sides, imprint, looked, outcome].into_iter().flatten().collect()
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
    let (kind, owner) = (fill::kind(capitalised(&kind)), fill::owner(cx.owner(document)));
    match date {
        Some(date) => cx.words.with(msg::DOCUMENT_OF, (fill::date(date), kind, owner)),
        None => cx.words.with(msg::DOCUMENT_OF_UNDATED, (kind, owner)),
    }
}

/// Whether somebody saw every one of some documents, rather than only what others wrote about one.
pub(crate) fn all_read(documents: &[&Document]) -> bool {
    documents.iter().all(|document| document.readings.iter().any(|reading| reading.seen != Seen::Described))
}
