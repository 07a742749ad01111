use super::marks::{nations, text, url};
use super::rows::{DocumentRow, MentionRow};
use crate::atoms::{PartialDate, QuestionId, Words};
use crate::model::{Campaign, Document, Reading, Says, Subject};
use crate::render::context::Context;

/// One row for each reading of a document, or one without any.
pub(super) fn readings<'a>(source: &Context<'a>, document: &'a Document) -> Vec<DocumentRow<'a>> {
    if document.readings.is_empty() {
        return vec![row(source, document, None)];
    }
    document.readings.iter().map(|reading| row(source, document, Some(reading))).collect()
}

fn row<'a>(source: &Context<'a>, document: &'a Document, reading: Option<&'a Reading>) -> DocumentRow<'a> {
    let (party, person) = match &document.of {
        Subject::Party(party) => (Some(party.as_str()), None),
        Subject::Person(person) => (None, Some(person.as_str())),
    };
    let ids = |ids: Option<&[QuestionId]>| {
        ids.unwrap_or_default().iter().map(QuestionId::as_str).collect::<Vec<_>>().join(" ")
    };
    DocumentRow {
        document: document.id.as_str(),
        title: document.title.as_str(),
        kind: document.kind.word(),
        election: document.election.as_str(),
        party,
        person,
        nations: nations(&document.nations),
        date: document.date.map(|date: PartialDate| date.to_string()),
        date_inferred: text(document.date_inferred.as_ref()),
        received: document.received.as_ref().map(|received| received.date.to_string()),
        page: source.document_link(document),
        url: url(document.url.as_ref().map(|at| &at.value)),
        archived: url(document.archived.as_ref()),
        read_by: reading.map(|reading| reading.by.as_str()),
        read_on: reading.map(|reading| reading.date.to_string()),
        seen: reading.map(|reading| reading.seen.word()),
        whole: reading.map(|reading| reading.whole),
        part: reading.and_then(|reading| text(reading.part.as_ref())),
        looked_for: ids(reading.map(|reading| reading.looked_for.as_slice())),
        found: ids(reading.map(|reading| reading.found.as_slice())),
        note: reading.and_then(|reading| text(reading.note.as_ref())),
        document_note: text(document.note.as_ref()),
    }
}

/// What is known of whether a document speaks of each question of its election.
pub(super) fn mentions<'a>(campaign: &'a Campaign, document: &'a Document) -> Vec<MentionRow<'a>> {
    let election = campaign.elections.iter().find(|election| election.id == document.election);
    let put = election.map(|election| election.put_to(document)).unwrap_or_default();
    put.into_iter().map(|put| mention(document, put.id())).collect()
}

fn mention<'a>(document: &'a Document, question: &'a QuestionId) -> MentionRow<'a> {
    let says = document.says(question);
    let (known, reading) = match &says {
        Says::Speaks(reading) => ("speaks", Some(reading)),
        Says::Differ(found, _) => ("differ", Some(found)),
        Says::Silent(reading) => ("silent", Some(reading)),
        Says::Quoted => ("quoted", None),
        Says::Mentions(_) => ("words", None),
        Says::NoMention { .. } => ("no_words", None),
        Says::Unreadable => ("unreadable", None),
        Says::NotLooked => ("not_looked", None),
    };
    let transcript = document.transcript.as_ref();
    let places = transcript.and_then(|transcript| transcript.mentions.get(question));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    MentionRow {
        document: document.id.as_str(),
        question: question.as_str(),
        known,
        read_by: reading.map(|reading| reading.by.as_str()),
        read_on: reading.map(|reading| reading.date.to_string()),
        places: places.map(|places| count(places.len())),
        pages: places.and(transcript).map(|transcript| count(transcript.pages.len())),
        pages_read: places.and(transcript).map(|transcript| count(transcript.pages_read())),
    }
}
