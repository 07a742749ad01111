use crate::messages::msg;
use crate::model::{Document, Election, ToRead};
use crate::render::context::Context;
use crate::render::parts::documents;

views! {
    /// The documents that we know of.
    DocumentsView<'a> {
        elections: Vec<ElectionDocuments<'a>>, "The documents of each election, the latest first";
    }

    /// The documents made for one election.
    ElectionDocuments<'a> {
        name: &'a str, "The election's name";
        list: Vec<DocumentItem<'a>>, "The documents, by id";
    }

    /// A document in the list.
    DocumentItem<'a> {
        id: &'a str, "The anchor";
        title: &'a str, "What it is called";
        link: &'a str, "Its page";
        under: String, "Kind, owner and date";
        state: String, "How far it has been read";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> DocumentsView<'a> {
    let elections = cx.campaign.elections.iter().map(|election| {
        let of = cx.campaign.documents.iter().filter(|document| document.election == election.id);
        let list = of.map(|document| document_item(cx, election, document)).collect();
        ElectionDocuments { name: cx.election_name(election), list }
    });
    DocumentsView {
        elections: elections.filter(|election: &ElectionDocuments<'_>| !election.list.is_empty()).collect(),
    }
}

fn document_item<'a>(cx: &Context<'a>, election: &Election, document: &'a Document) -> DocumentItem<'a> {
    let state = match document.to_read(&election.put_to(document)) {
        ToRead::All => msg::DOCUMENT_STATE_ALL,
        ToRead::Rest => msg::DOCUMENT_STATE_REST,
        ToRead::Questions(_) => msg::DOCUMENT_STATE_QUESTIONS,
        ToRead::Checks(_) => msg::DOCUMENT_STATE_CHECKS,
        ToRead::Nothing => msg::DOCUMENT_STATE_NOTHING,
    };
    DocumentItem {
        id: document.id.as_str(),
        title: document.title.as_str(),
        link: cx.document_link(document),
        under: documents::under(cx, document),
        state: cx.words.text(state).into_owned(),
    }
}
