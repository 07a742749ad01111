use std::sync::Arc;

use tera::Value;

use crate::atoms::{DocumentKind, Wanted, Words as _};
use crate::messages::{Message, fill, msg};
use crate::model::{Document, Election, Party, Question, ToRead};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{corrected, documents, link, mark, party_table, terms};
use crate::render::view::list;

/// All questions.
pub(crate) fn questions(cx: &Context<'_>) -> Value {
    let questions = cx.campaign.questions.iter();
    let item = |question: &Arc<Question>| view! { ask: &question.ask, link: cx.question_link(&question.id), wants: wants(cx, question) };
    view! { list: list(questions.map(item)) }
}

/// What the campaign wants.
pub(crate) fn wants(cx: &Context<'_>, question: &Question) -> String {
    let id = match question.campaign_wants {
        Wanted::Supports => msg::QUESTION_WANTS_SUPPORTS,
        Wanted::Opposes => msg::QUESTION_WANTS_OPPOSES,
        Wanted::None => msg::QUESTION_WANTS_NONE,
    };
    cx.words.text(id).into_owned()
}

/// The party lines side by side, a table for each election, and the parties of which no line is on record.
pub(crate) fn parties(cx: &Context<'_>) -> Value {
    let elections = cx.campaign.elections.iter();
    let table = |election: &Election| {
        let questions: Vec<_> = election.questions.iter().collect();
        party_table::view(cx, election, &questions, msg::PARTIES_CAPTION)
    };
    let unknown = |party: &&Arc<Party>| {
        party.is_registered() && !cx.campaign.elections.iter().any(|election| election.knows_of(party))
    };
    let mut others: Vec<_> = cx.campaign.parties.iter().filter(unknown).collect();
    others.sort_by_key(|party| party.name.as_str().to_lowercase());
    view! {
        tables: list(elections.filter_map(table)),
        others: list(others.into_iter().map(|party| view! { party: link::party(cx, party), note: party.note.as_ref() })),
        empty: cx.campaign.parties.is_empty(),
    }
}

/// Up to how many documents of an election are seen without opening anything.
const MOST_OPEN: usize = 40;

/// The words for so many documents of a kind.
pub(super) fn documents_of(kind: DocumentKind) -> Message<fill::N> {
    match kind {
        DocumentKind::Manifesto => msg::DOCUMENTS_MANIFESTOS,
        DocumentKind::Leaflet => msg::DOCUMENTS_LEAFLETS,
        DocumentKind::Letter => msg::DOCUMENTS_LETTERS,
        DocumentKind::Page => msg::DOCUMENTS_PAGES,
        DocumentKind::Speech => msg::DOCUMENTS_SPEECHES,
    }
}

/// The documents that we know of, by election.
pub(crate) fn documents(cx: &Context<'_>) -> Value {
    let elections = cx.campaign.elections.iter().filter_map(|election| {
        let of = cx.campaign.documents.iter().filter(|document| document.election == election.id);
        let of: Vec<&Document> = of.map(|document| &**document).collect();
        let open = of.len() <= MOST_OPEN;
        let kinds = DocumentKind::ALL.iter().filter_map(|&kind| {
            let of = of.iter().filter(|document| document.kind == kind);
            let items: Vec<_> = of.map(|document| document_item(cx, election, document)).collect();
            (!items.is_empty())
                .then(|| view! { name: cx.words.with(documents_of(kind), fill::n(items.len())), list: items })
        });
        (!of.is_empty()).then(|| view! { name: cx.election_name(election), open, kinds: list(kinds) })
    });
    let diary = (PageKind::Leaflets.row().when)(cx.campaign);
    view! { elections: list(elections), diary }
}

/// A document in the list, and how far it has been read.
fn document_item(cx: &Context<'_>, election: &Election, document: &Document) -> Value {
    let state = match document.to_read(&election.put_to(document)) {
        ToRead::All => msg::DOCUMENT_STATE_ALL,
        ToRead::Rest => msg::DOCUMENT_STATE_REST,
        ToRead::Questions(_) => msg::DOCUMENT_STATE_QUESTIONS,
        ToRead::Checks(_) => msg::DOCUMENT_STATE_CHECKS,
        ToRead::Nothing => msg::DOCUMENT_STATE_NOTHING,
    };
    view! {
        id: document.id.as_str(),
        title: &document.title,
        link: cx.document_link(document),
        under: documents::under(cx, document),
        state: cx.words.text(state),
    }
}

/// The glossary: an entry for each meaning of a term.
pub(crate) fn glossary(cx: &Context<'_>) -> Value {
    let terms = cx.campaign.content.terms().into_iter().flat_map(|meanings| meanings.into_iter().enumerate());
    let terms = terms.map(|(n, term)| {
        view! {
            // The first entry of a term has its anchor.
            id: (n == 0).then(|| term.id.as_str()),
            term: &term.term,
            when: terms::when(cx, term),
            stands_for: terms::stands_for(cx, term),
            means: &term.means,
            url: term.url.as_ref(),
            more: cx.words.with(msg::GLOSSARY_MORE, fill::term(&term.term)),
        }
    });
    view! { terms: list(terms) }
}

/// The corrections.
pub(crate) fn corrections(cx: &Context<'_>) -> Value {
    let corrections = cx.campaign.corrections.iter().map(|correction| {
        view! {
            // The anchor of one to which something leads.
            id: correction.place.as_ref().map(|_| &*correction.id),
            place: corrected::place(cx, correction),
            date: cx.words.date(correction.date.value),
            about: &correction.about,
            was: &correction.was,
            now: &correction.now,
            because: &correction.because,
        }
    });
    view! { list: list(corrections) }
}

/// The elections of which answers can be compared, and every shape that a mark can have, since any may be chosen.
pub(crate) fn compare(cx: &Context<'_>) -> Value {
    let elections = cx.elections().map(|at| {
        view! { id: at.election.id.as_str(), name: cx.election_name(at.election), link: at.page }
    });
    view! { elections: list(elections), shapes: list(mark::SHAPES) }
}
