use super::marks::nations;
use super::table::columns;
use crate::atoms::{QuestionId, Slug, Words};
use crate::load::At;
use crate::model::{Campaign, Document, Reading, Says, Subject, Transcript};
use crate::render::context::Context;

/// A document with one reading of it, or without any, and its page.
pub(super) type ReadAt<'a> = (&'a Document, Option<&'a Reading>, &'a str);

columns!((document, reading, page) = ReadAt<'_> => {
    document: "string", "The document's id", &document.id;
    title: "string", "What it is called", &document.title;
    kind: "string", "manifesto, leaflet, letter, page or speech", document.kind.word();
    election: "string", "The election's id", document.election.as_str();
    party: "string", "The party's id, when it is a party's",
        if let Subject::Party(party) = &document.of { Some(party) } else { None };
    person: "string", "The person's id, when it is a person's",
        if let Subject::Person(person) = &document.of { Some(person) } else { None };
    nations: "string", "The nations for which it was made, with spaces between them; empty for all",
        nations(&document.nations);
    date: "string", "When it was published: year, month or day", document.date.map(|date| *date);
    date_inferred: "string", "Why we think that it was then, when the document does not say so",
        document.date_inferred.as_ref();
    received: "string", "When somebody received it: year, month or day",
        document.received.as_ref().map(|received| *received.date);
    outcode: "string", "The first half of the postcode where it was received",
        document.received.as_ref().and_then(|received| received.outcode.as_ref()).map(ToString::to_string);
    page: "string", "Its page on this site", *page;
    url: "string", "Where it can be read", document.url.as_ref();
    archived: "string", "A lasting copy", document.archived.as_ref();
    read_by: "string", "Who read it", reading.map(|reading| &*reading.by);
    read_on: "string", "When: year, month or day", reading.map(|reading| *reading.date);
    seen: "string", "original, facsimile, transcription or described", reading.map(|reading| reading.seen.word());
    whole: "boolean", "Whether the whole was read", reading.map(|reading| reading.whole);
    part: "string", "How much was read, when not the whole", reading.and_then(|reading| reading.part.as_ref());
    looked_for: "string", "The questions looked for, with spaces between them",
        reading.map(|reading| ids(&reading.looked_for));
    found: "string", "The questions that it mentions, with spaces between them",
        reading.map(|reading| ids(&reading.found));
    topics: "string", "What was looked for besides the questions, by the ids of the election’s record, with spaces between them",
        reading.map(|reading| slugs(&reading.topics));
    topics_found: "string", "Those of which it speaks, with spaces between them",
        reading.map(|reading| slugs(&reading.topics_found));
    sides_seen: "integer", "How many of its sides the reader saw", reading.and_then(|reading| Some(reading.sides.as_ref()?.seen));
    sides: "integer", "How many there are, where that is known", reading.and_then(|reading| reading.sides.as_ref()?.all);
    imprint: "string", "seen, or not_seen when the reader looked for an imprint and saw none",
        reading.and_then(|reading| Some(reading.imprint.as_ref()?.word()));
    note: "string", "Anything else about the reading", reading.and_then(|reading| reading.note.as_ref());
    document_note: "string", "Anything else about the document", document.note.as_ref();
});

/// One row for each reading of a document, or one without any.
pub(super) fn readings<'a>(cx: &Context<'a>, document: &'a Document) -> Vec<ReadAt<'a>> {
    let row = |reading| (document, reading, cx.document_link(document));
    match document.readings.is_empty() {
        true => vec![row(None)],
        false => document.readings.iter().map(|reading| row(Some(&**reading))).collect(),
    }
}

fn slugs(ids: &[At<Slug>]) -> String {
    ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ")
}

fn ids(ids: &[QuestionId]) -> String {
    ids.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(" ")
}

/// What is known of whether a document speaks of a question: material to read, never a stance.
pub(super) struct MentionAt<'a> {
    document: &'a Document,
    question: &'a QuestionId,
    says: Says<'a>,
}

columns!(MentionAt { document, question, says } = MentionAt<'_> => {
    document: "string", "The document's id", &document.id;
    question: "string", "The question's id", *question;
    known: "string", "differ: people who read it found different things; quoted: a mark rests on it, and no reading is on record; speaks: a reader found it. silent: a reader of the whole did not. words: a program found its words. no_words: a program found none on the pages that it could read. unreadable or not_looked: nobody can tell",
        known(says);
    read_by: "string", "The reader, for speaks and silent; for differ, the one who found it",
        reader(says).map(|reading| &*reading.by);
    read_on: "string", "When: year, month or day", reader(says).map(|reading| *reading.date);
    places: "integer", "In how many places a program found its words; empty when it did not look",
        document.transcript.as_ref().and_then(|transcript| transcript.mentions.get(question)).map(Vec::len);
    pages: "integer", "How many pages there are", searched(document, question).map(|transcript| transcript.pages.len());
    pages_read: "integer", "How many of them could be read", searched(document, question).map(Transcript::pages_read);
});

/// What is known of whether a document speaks of each question of its election.
pub(super) fn mentions<'a>(campaign: &'a Campaign, document: &'a Document) -> Vec<MentionAt<'a>> {
    let election = campaign.elections.by_id(&document.election);
    let put = election.map(|election| election.put_to(document)).unwrap_or_default();
    put.into_iter().map(|put| MentionAt { document, question: put.id(), says: document.says(put.id()) }).collect()
}

fn known(says: &Says<'_>) -> &'static str {
    match says {
        Says::Speaks(_) => "speaks",
        Says::Differ(..) => "differ",
        Says::Silent(_) => "silent",
        Says::Quoted => "quoted",
        Says::Mentions(_) => "words",
        Says::NoMention { .. } => "no_words",
        Says::Unreadable => "unreadable",
        Says::NotLooked => "not_looked",
    }
}

fn reader<'r>(says: &'r Says<'_>) -> Option<&'r Reading> {
    match says {
        Says::Speaks(reading) | Says::Differ(reading, _) | Says::Silent(reading) => Some(reading),
        Says::Quoted | Says::Mentions(_) | Says::NoMention { .. } | Says::Unreadable | Says::NotLooked => None,
    }
}

/// The words of a document, when a program has looked for a question in them.
fn searched<'a>(document: &'a Document, question: &QuestionId) -> Option<&'a Transcript> {
    document.transcript.as_ref().filter(|transcript| transcript.mentions.contains_key(question))
}
