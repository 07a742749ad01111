//! In which formats that more people can use a document appeared, and which of them somebody looked for in vain. What nobody
//! looked for is not said to be missing.

use std::collections::BTreeMap;

use tera::Value;

use crate::atoms::{DocumentFormat, DocumentKind, PartialDate, Words as _};
use crate::messages::{Message, fill, msg};
use crate::model::{Document, Election, FormatKnown, Subject};
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// Formats by the date of what is known of them, each list in the order of the formats.
type DatedFormat = BTreeMap<PartialDate, Vec<DocumentFormat>>;

/// What is known of the formats of a document: since when there is which, and by when somebody did not find which; nothing when
/// nothing is.
pub(crate) fn text(cx: &Context<'_>, document: &Document) -> Option<String> {
    let since = dated(document, |known| if let FormatKnown::Since(date) = known { Some(date) } else { None });
    let since: Vec<String> = since.into_iter().map(|one| with_date(cx, msg::FORMATS_SINCE, one)).collect();
    let since = (!since.is_empty()).then(|| cx.words.with(msg::FORMATS_KNOWN, fill::formats(since.join("; "))));
    let texts: Vec<String> = since.into_iter().chain(not_found(cx, document)).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

/// Which formats somebody looked for and did not find, a sentence for each day.
pub(crate) fn not_found(cx: &Context<'_>, document: &Document) -> Vec<String> {
    let missing = dated(document, |known| if let FormatKnown::NotFound(date) = known { Some(date) } else { None });
    missing.into_iter().map(|one| with_date(cx, msg::FORMATS_NOT_FOUND, one)).collect()
}

/// The formats of which one thing is known, by its date.
fn dated(document: &Document, date: fn(FormatKnown) -> Option<PartialDate>) -> DatedFormat {
    let mut formats = DatedFormat::new();
    for format in DocumentFormat::ALL.iter().copied() {
        if let Some(date) = document.format(format).and_then(date) {
            formats.entry(date).or_default().push(format);
        }
    }
    formats
}

fn with_date(
    cx: &Context<'_>,
    id: Message<(fill::Date, fill::Formats)>,
    (date, formats): (PartialDate, Vec<DocumentFormat>),
) -> String {
    cx.words.with(id, (fill::date(cx.words.date(date)), fill::formats(listed(cx, &formats))))
}

fn listed(cx: &Context<'_>, formats: &[DocumentFormat]) -> String {
    let names: Vec<_> = formats.iter().map(|format| cx.words.text(record_words::format(*format))).collect();
    phrase::names_listed(cx, &names)
}

/// A line for each document of which something is known, and for each manifesto for whose formats nobody has looked.
pub(crate) fn lines(cx: &Context<'_>, documents: &[&Document]) -> Value {
    list(documents.iter().filter_map(|document| match text(cx, document) {
        Some(text) => Some(of(cx, document, text)),
        None if document.kind == DocumentKind::Manifesto => {
            Some(cx.words.with(msg::FORMATS_NOT_LOOKED, fill::document(&document.title)))
        }
        None => None,
    }))
}

fn of(cx: &Context<'_>, document: &Document, text: String) -> String {
    cx.words.with(msg::FORMATS_OF, (fill::document(&document.title), fill::text(text)))
}

/// The parties of whose manifestos for an election that is still to come something is known, by name.
pub(crate) fn of_parties(cx: &Context<'_>, election: &Election) -> Value {
    let mut parties: Vec<_> = cx.campaign.parties.iter().filter(|_| !election.is_over).collect();
    parties.sort_by_key(|party| party.name.as_str().to_lowercase());
    list(parties.into_iter().filter_map(|party| {
        let documents = cx.documents_of(&Subject::Party(party.id.clone())).iter().copied();
        let manifestos = documents.filter(|one| one.kind == DocumentKind::Manifesto && one.election == election.id);
        let known: Vec<_> = manifestos.filter_map(|one| Some((one, text(cx, one)?))).collect();
        let texts = match &known[..] {
            [] => return None,
            [(_, text)] => vec![text.clone()],
            _ => known.into_iter().map(|(document, text)| of(cx, document, text)).collect(),
        };
        Some(view! { party: link::to(party.called(), cx.party_page(party)), texts: list(texts) })
    }))
}
