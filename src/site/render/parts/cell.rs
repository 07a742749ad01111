use tera::Value;

use crate::atoms::Seen;
use crate::messages::{fill, msg};
use crate::model::{Cell, Gap, Own, PartyLine, Position, Silence};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::mark::{Checked, Depth, Whose};
use crate::render::parts::{MarkView, corrected, gap, link, mark};
use crate::render::record_words;

/// Whether anything is known of a person's own word, if only that we asked.
pub(crate) fn has_own(cell: &Cell) -> bool {
    !matches!(cell.own, Own::Gap(Gap::NotAsked | Gap::NotChecked))
}

/// Whether anything is known of the party's line.
pub(crate) fn has_line(cell: &Cell) -> bool {
    cell.party.as_ref().is_some_and(|party| !matches!(party.line, PartyLine::NotChecked))
}

/// How far each mark that is known on a question is checked.
pub(crate) fn checked(cell: &Cell) -> impl Iterator<Item = Checked> {
    own_checked(cell).chain(cell.party.as_ref().and_then(|party| line_checked(&party.line)))
}

/// The same of the person's own word alone.
pub(crate) fn own_checked(cell: &Cell) -> impl Iterator<Item = Checked> {
    let own = match &cell.own {
        Own::Answer(position) => std::slice::from_ref(position),
        Own::Contradiction(positions) => &positions[..],
        Own::TakenDown(_) | Own::AllTakenDown | Own::Gap(_) => &[],
    };
    own.iter().map(|position| Checked::of(&position.mark))
}

/// The same of a party's line.
pub(crate) fn line_checked(line: &PartyLine) -> Option<Checked> {
    match line {
        PartyLine::Stance(line) => Some(Checked::of(&line.mark)),
        PartyLine::Silent(silence) => Some(Checked::of_reading(&silence.reading)),
        PartyLine::TakenDown(_) | PartyLine::BeingChecked | PartyLine::NotChecked => None,
    }
}

/// The person's own word on a question, with what their own documents leave out: one mark, or both of two that differ.
pub(crate) fn own_marks<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell, depth: Depth) -> Vec<MarkView<'a>> {
    let own = |position: &'a Position| match depth {
        Depth::Glance => mark::at_a_glance(cx, at.election, &position.mark, Whose::Own),
        Depth::Whole => own_mark(cx, at, position),
    };
    let mut marks = match &cell.own {
        Own::Answer(position) => vec![own(position)],
        Own::Contradiction(positions) => positions.iter().map(|position| own(position)).collect(),
        Own::TakenDown(position) => vec![gap::taken_down(cx, position.mark.takedown.as_deref())],
        Own::AllTakenDown => vec![gap::taken_down(cx, at.person.takedown.as_deref())],
        Own::Gap(gap) => vec![gap::of_person(cx, at.election, gap)],
    };
    if let Some(first) = marks.first_mut().filter(|_| depth == Depth::Whole) {
        first.notes.extend(cell.silences.iter().map(|silence| own_silence(cx, silence)));
        first.notes.extend(corrected::of_answer(cx, at, cell));
    }
    marks
}

/// The line of the person's party; nothing of those who have none.
pub(crate) fn line_mark<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell, depth: Depth) -> Option<MarkView<'a>> {
    let line = cell.party.as_ref()?;
    let mut mark = gap::of_party(cx, at.election, &at.person.party, line, depth);
    if depth == Depth::Whole && !matches!(line.line, PartyLine::TakenDown(_)) {
        mark.notes.extend(corrected::of_line(cx, (&at.election.id, &line.party.id, &cell.question.id)));
    }
    Some(mark)
}

/// That two clear answers of the same date differ: a word for it, and that neither counts.
pub(crate) fn differ(cx: &Context<'_>, cell: &Cell) -> Option<Value> {
    let differ = matches!(cell.own, Own::Contradiction(_));
    differ.then(|| view! { word: cx.words.text(msg::GAP_DIFFER), text: cx.words.text(msg::GAP_DIFFER_TEXT) })
}

fn own_mark<'a>(cx: &Context<'a>, at: PersonAt<'a>, position: &'a Position) -> MarkView<'a> {
    let home = format!("{}#{}", at.page, own_anchor(position.question.id.as_str()));
    let mut mark = mark::of_stance(cx, at.election, &position.mark, Whose::Own, &home);
    mark.notes.extend(late(cx, at, position).map(|late| link::out(late, None)));
    mark
}

/// That a reply came after the deadline.
pub(crate) fn late(cx: &Context<'_>, at: PersonAt<'_>, position: &Position) -> Option<String> {
    let deadline = cx.words.day(at.election.late(&at.person.person, position)?);
    Some(cx.words.with(msg::LATE_REPLY, fill::deadline(deadline)))
}

/// That a document of the person's own does not speak of the question.
pub(crate) fn own_silence(cx: &Context<'_>, silence: &Silence) -> Value {
    let kind = cx.words.text(record_words::document(silence.document.kind));
    let id = match *silence.reading.seen {
        Seen::Original => msg::SILENCE_OWN_ORIGINAL,
        Seen::Facsimile => msg::SILENCE_OWN_FACSIMILE,
        Seen::Transcription | Seen::Described => msg::SILENCE_OWN_TRANSCRIPTION,
    };
    link::to(cx.words.with(id, fill::kind(kind)), cx.document_link(&silence.document))
}

/// The anchor of a question on a person's page.
pub(crate) fn own_anchor(question: &str) -> String {
    format!("q-{question}")
}
