use serde::Serialize;
use tera::{TeraResult, Value};

use crate::atoms::{PersonId, Seen};
use crate::messages::{fill, msg};
use crate::model::{ById, Cell, Mark, Own, Position, Silence};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};
use crate::render::parts::{MarkView, candidate, gap, link, mark};
use crate::render::record_words;

/// One cell of a scorecard: the person's own word first, then the party's line.
#[derive(Serialize)]
pub(crate) struct CellView<'a> {
    /// The shortest form of the question, which cards on a phone repeat.
    pub(crate) short: &'a str,
    /// That two clear answers of the same date differ: a word for it, and that neither counts.
    pub(crate) differ: Option<Value>,
    /// The person's own word: one mark, or both of two that differ.
    pub(crate) own: Vec<MarkView<'a>>,
    /// The party's line; none for people without a party.
    pub(crate) line: Vec<MarkView<'a>>,
}

/// The cells of a ballot's candidacies as they were drawn, in its order: a ballot's page shows all of them, and each
/// person's page that person's. Somebody whose answers stand elsewhere or were taken down has none.
pub(crate) type Cells = ById<PersonId, Vec<Value>>;

/// The cells that stand on pages of a kind, drawn by `draw`; none where pages have no cells in common.
pub(crate) fn of_ballot<'a>(
    cx: &Context<'a>,
    kind: &PageKind,
    draw: impl Fn(CellView<'a>) -> TeraResult<Value>,
) -> TeraResult<Cells> {
    let ballot = kind.ballot().map(|(election, ballot)| cx.election(election).ballot(ballot));
    let people = ballot.into_iter().flat_map(BallotAt::people);
    let here = |at: PersonAt<'a>| candidate::elsewhere(cx, at).is_none() && at.person.takedown.is_none();
    let of_person =
        |at: PersonAt<'a>| at.person.cells.iter().filter(move |_| here(at)).map(move |cell| view(cx, at, cell));
    people.map(|at| Ok((at.person.person.clone(), of_person(at).map(&draw).collect::<TeraResult<_>>()?))).collect()
}

/// The cell of a candidacy.
pub(crate) fn view<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell) -> CellView<'a> {
    let differ = matches!(cell.own, Own::Contradiction(_));
    let differ =
        differ.then(|| view! { word: cx.words.text(msg::GAP_DIFFER), text: cx.words.text(msg::GAP_DIFFER_TEXT) });
    let mut own = own_marks(cx, at, cell);
    if let Some(first) = own.first_mut() {
        first.notes.extend(cell.silences.iter().map(|silence| own_silence(cx, silence)));
    }
    let line = cell.party.iter().map(|line| gap::of_party(cx, &at.person.party, line, at.election.id.as_str()));
    CellView { short: cell.wording().short.as_str(), differ, own, line: line.collect() }
}

/// The person's own word on a question: one mark, or both of two that differ.
pub(crate) fn own_marks<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell) -> Vec<MarkView<'a>> {
    let own = |position: &'a Position| own_mark(cx, at, position);
    match &cell.own {
        Own::Answer(position) => vec![own(position)],
        Own::Contradiction(positions) => positions.iter().map(|position| own(position)).collect(),
        Own::TakenDown(position) => vec![gap::taken_down(cx, position.mark.takedown.as_ref())],
        Own::AllTakenDown => vec![gap::taken_down(cx, at.person.takedown.as_ref())],
        Own::Gap(gap) => vec![gap::of_person(cx, gap, at.election.is_over, at.election.id.as_str())],
    }
}

fn own_mark<'a>(cx: &Context<'a>, at: PersonAt<'a>, position: &'a Position) -> MarkView<'a> {
    let home = format!("{}#{}", at.page, own_anchor(position.question.id.as_str()));
    let mut mark = mark::of_stance(cx, &position.mark, said_by(&position.mark), &home);
    mark.notes.extend(late(cx, at, position).map(|late| link::out(late, None)));
    mark
}

/// That a reply came after the deadline.
pub(crate) fn late(cx: &Context<'_>, at: PersonAt<'_>, position: &Position) -> Option<String> {
    let deadline = cx.words.day(at.election.late(&at.person.person, position)?);
    Some(cx.words.with(msg::LATE_REPLY, fill::deadline(deadline)))
}

/// That a document of the person's own does not speak of the question.
fn own_silence(cx: &Context<'_>, silence: &Silence) -> Value {
    let kind = cx.words.text(record_words::document(silence.document.kind));
    let id = match silence.reading.seen {
        Seen::Original => msg::SILENCE_OWN_ORIGINAL,
        Seen::Facsimile => msg::SILENCE_OWN_FACSIMILE,
        Seen::Transcription | Seen::Described => msg::SILENCE_OWN_TRANSCRIPTION,
    };
    link::to(cx.words.with(id, fill::kind(kind)), cx.document_link(&silence.document))
}

/// Whose word a mark in a person's own slot is, and when it was said.
fn said_by(mark: &Mark) -> mark::Dated {
    match mark.is_hearsay() {
        true => (msg::OTHERS_WORD, msg::OTHERS_WORD_INFERRED),
        false => (msg::OWN_WORD, msg::OWN_WORD_INFERRED),
    }
}

/// The anchor of a question on a person's page.
pub(crate) fn own_anchor(question: &str) -> String {
    format!("q-{question}")
}
