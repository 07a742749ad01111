use std::borrow::Cow;

use tera::TeraResult;

use crate::atoms::Seen;
use crate::messages::{fill, msg};
use crate::model::{Cell, Mark, Own, Position, PutQuestion, Silence};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{LinkView, MarkView, candidate, gap, mark};
use crate::render::record_words;

views! {
    /// One cell of a scorecard: the person's own word first, then the party's line.
    CellView<'a> {
        short: &'a str, "The shortest form of the question, which cards on a phone repeat";
        #[serde(skip_serializing_if = "Option::is_none")]
        not_put: Option<Cow<'a, str>>,
            "That the question is not put here; then there is nothing else. Only where cells of several ballots stand \
            side by side.";
        #[serde(skip_serializing_if = "Option::is_none")]
        differ: Option<DifferView<'a>>, "That two clear answers of the same date differ";
        own: Vec<MarkView<'a>>, "The person's own word: one mark, or both of two that differ";
        line: Vec<MarkView<'a>>, "The party's line; none for people without a party";
    }

    /// That two clear answers of the same date differ.
    DifferView<'a> {
        word: Cow<'a, str>, "A word for it";
        text: Cow<'a, str>, "That both are shown and neither counts";
    }

    /// A cell with its marks drawn, for all pages that show it.
    DrawnCell<'a> {
        #[serde(flatten)]
        cell: CellView<'a>, "The cell";
        own_html: String, "The person's own word, and that two differ, as HTML";
        line_html: String, "The party's line, as HTML";
    }
}

/// The cells of a ballot's candidacies, in its order: a ballot's page shows all of them, and each person's
/// page that person's. Somebody whose answers stand elsewhere or were taken down has none.
pub(crate) type Cells<'a> = Vec<Vec<DrawnCell<'a>>>;

/// The cells that stand on pages of a kind, drawn by `draw`; none where pages have no cells in common.
pub(crate) fn of_ballot<'a>(
    cx: &Context<'a>,
    kind: PageKind,
    draw: impl Fn(CellView<'a>) -> TeraResult<DrawnCell<'a>>,
) -> TeraResult<Cells<'a>> {
    let Some((e, b)) = kind.ballot() else { return Ok(Cells::default()) };
    let people = cx.election(e).ballot(b).people();
    people.map(|at| of_person(cx, at).map(&draw).collect()).collect()
}

/// The cells of one candidacy.
fn of_person<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> impl Iterator<Item = CellView<'a>> {
    let here = candidate::elsewhere(cx, at).is_none() && at.person.takedown.is_none();
    at.person.cells.iter().filter(move |_| here).map(move |cell| cell_view(cx, at, cell))
}

/// The cells of one candidacy for all questions of the election, put where the person stands or not.
pub(crate) fn for_comparing<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> Vec<CellView<'a>> {
    if candidate::elsewhere(cx, at).is_some() || at.person.takedown.is_some() {
        return Vec::new();
    }
    let cell = |put: &'a PutQuestion| match at.person.cell(put.id()) {
        Some(cell) => cell_view(cx, at, cell),
        None => CellView {
            short: put.wording().short.as_str(),
            not_put: Some(cx.words.text(msg::NOT_PUT)),
            differ: None,
            own: Vec::new(),
            line: Vec::new(),
        },
    };
    at.election.questions.iter().map(cell).collect()
}

/// The cell of a candidacy.
fn cell_view<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell) -> CellView<'a> {
    let differ = matches!(cell.own, Own::Contradiction(_))
        .then(|| DifferView { word: cx.words.text(msg::GAP_DIFFER), text: cx.words.text(msg::GAP_DIFFER_TEXT) });
    let mut own = own_marks(cx, at, cell);
    if let Some(first) = own.first_mut() {
        first.notes.extend(cell.silences.iter().map(|silence| own_silence(cx, silence)));
    }
    let line =
        cell.party.iter().map(|line| gap::of_party(cx, &at.person.party, line, at.election.id.as_str())).collect();
    CellView { short: cell.wording().short.as_str(), not_put: None, differ, own, line }
}

/// The person's own word on a question: one mark, or both of two that differ.
pub(crate) fn own_marks<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell) -> Vec<MarkView<'a>> {
    let own = |position: &'a Position| own_mark(cx, at, position);
    match &cell.own {
        Own::Stance(position) => vec![own(position)],
        Own::Contradiction(positions) => positions.iter().map(|position| own(position)).collect(),
        Own::TakenDown(position) => vec![gap::taken_down(cx, position.mark.takedown.as_ref())],
        Own::AllTakenDown => vec![gap::taken_down(cx, at.person.takedown.as_ref())],
        Own::Gap(gap) => vec![gap::of_person(cx, gap, at.election.is_over, at.election.id.as_str())],
    }
}

fn own_mark<'a>(cx: &Context<'a>, at: PersonAt<'a>, position: &'a Position) -> MarkView<'a> {
    let home = format!("{}#{}", at.page, own_anchor(position.question.id.as_str()));
    let mut mark = mark::of_stance(cx, &position.mark, said_by(&position.mark), &home);
    mark.notes.extend(late(cx, at, position).map(|late| LinkView::out(late, None)));
    mark
}

/// That a reply came after the deadline.
pub(crate) fn late(cx: &Context<'_>, at: PersonAt<'_>, position: &Position) -> Option<String> {
    let deadline = cx.words.day(at.election.late(&at.person.person, position)?);
    Some(cx.words.with(msg::LATE_REPLY, fill::deadline(deadline)))
}

/// That a document of the person's own does not speak of the question.
fn own_silence<'a>(cx: &Context<'a>, silence: &'a Silence) -> LinkView<'a> {
    let kind = cx.words.text(record_words::document(silence.document.kind));
    let id = match silence.reading.seen {
        Seen::Original => msg::SILENCE_OWN_ORIGINAL,
        Seen::Facsimile => msg::SILENCE_OWN_FACSIMILE,
        Seen::Transcription | Seen::Described => msg::SILENCE_OWN_TRANSCRIPTION,
    };
    LinkView::to(cx.words.with(id, fill::kind(kind)), cx.document_link(&silence.document))
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
