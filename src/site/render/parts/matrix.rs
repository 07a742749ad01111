use std::borrow::Cow;
use std::collections::BTreeSet;

use tera::{TeraResult, Value};

use crate::atoms::{PersonId, Text};
use crate::messages::{Message, fill, msg};
use crate::model::{ById, Cell, Election, Own, Party, PutQuestion};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::mark::{Checked, Depth};
use crate::render::parts::{MarkView, candidate, cell, gap, holder, link, party_table, question_head, unknown};
use crate::render::view::list;

/// The most questions that stand side by side, on a desk.
const WIDEST: usize = 8;
/// The most that leave room for names beside them on a screen of middle width.
const NARROW: usize = 4;

/// Draws a component of the templates once for all pages that show it: its name, and what it is given.
pub(crate) type Draw<'d> = &'d dyn Fn(&'static str, Value) -> TeraResult<Value>;

/// The rows of a ballot's candidacies as they were drawn, one for each group of questions.
pub(crate) type Rows = ById<PersonId, Vec<Value>>;

/// What is said elsewhere on the page, and so in no row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// That nobody was asked.
    pub(crate) none_asked: bool,
    /// The party and its line, at the head of a list.
    pub(crate) party: bool,
}

/// Questions in groups of about the same size, none larger than what stands side by side. Without any there is one group of
/// none: who stands is shown all the same.
pub(crate) fn groups<'g, 'q>(questions: &'g [&'q PutQuestion]) -> impl Iterator<Item = &'g [&'q PutQuestion]> + Clone {
    let size = questions.len().div_ceil(questions.len().div_ceil(WIDEST).max(1));
    questions.chunks(size.max(1)).chain(questions.is_empty().then_some(questions))
}

/// What stands over a table.
pub(crate) struct Head<'h> {
    pub(crate) caption: Cow<'h, str>,
    pub(crate) corner: Message<()>,
    /// What holds of all of its rows.
    pub(crate) holds: Option<String>,
    /// How far its marks are checked, where that is said once for all of them.
    pub(crate) alike: Alike,
}

/// What the marks of a table have in common in how far they are checked. Cells keep it in their markup, and out of sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alike {
    /// Nothing.
    Differ,
    /// Every mark waits for a second pair of eyes.
    Wait,
    /// Every mark that is confirmed, is so by as many people.
    By(usize),
}

impl Alike {
    /// Of marks with how far each is checked.
    pub(crate) fn of(marks: impl IntoIterator<Item = Checked>) -> Self {
        let marks: BTreeSet<Checked> = marks.into_iter().filter(|checked| *checked != Checked::Nothing).collect();
        let confirmed = || marks.iter().filter(|checked| matches!(checked, Checked::By(_)));
        match (marks.first(), confirmed().next(), confirmed().nth(1)) {
            (Some(Checked::Waits), None, None) if marks.len() == 1 => Self::Wait,
            (_, Some(Checked::By(checks)), None) => Self::By(*checks),
            _ => Self::Differ,
        }
    }

    /// The same in a sentence over the table.
    fn text<'a>(self, cx: &Context<'a>) -> Option<Cow<'a, str>> {
        match self {
            Self::Differ => None,
            Self::Wait => Some(cx.words.text(msg::HOLDS_UNCHECKED)),
            Self::By(checks) => Some(cx.words.with(msg::HOLDS_CHECKED, fill::checks(checks)).into()),
        }
    }

    /// What the style sheet calls it.
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Differ => None,
            Self::Wait => Some("unchecked"),
            Self::By(_) => Some("checked"),
        }
    }
}

/// A table for each group of questions: its heads, and its rows in bodies of `view! { rows }`, which are given for the
/// place of a group and its questions.
pub(crate) fn view<'q>(
    cx: &Context<'_>,
    head: &Head<'_>,
    questions: &[&'q PutQuestion],
    bodies: impl Fn(usize, &[&'q PutQuestion]) -> Vec<Value>,
) -> Value {
    let many = groups(questions).nth(1).is_some();
    let mut first = 1;
    let holds = [head.holds.as_deref().map(Cow::from), head.alike.text(cx)];
    let holds = holds.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_wide = groups(questions).any(|group| group.len() > NARROW);
    let groups = groups(questions).enumerate().map(|(place, group)| {
        let (from, to) = (first, first + group.len() - 1);
        first += group.len();
        view! {
            title: many.then(|| cx.words.with(msg::MATRIX_GROUP, (fill::from(from), fill::to(to)))),
            caption: &*head.caption,
            holds: &*holds,
            corner: cx.words.text(head.corner),
            columns: list(group.iter().map(|put| question_head::of(cx, put))),
            wide: group.len() > NARROW,
            bodies: bodies(place, group),
        }
    });
    view! { groups: list(groups), alike: head.alike.class(), wide: is_wide }
}

/// Draws the rows of a ballot.
pub(crate) fn rows_of_ballot(cx: &Context<'_>, at: BallotAt<'_>, draw: Draw<'_>) -> TeraResult<Rows> {
    let put: Vec<_> = at.election.put_in(at.ballot.nation).collect();
    let none_asked = unknown::none_asked(cx, at.election, at.ballot);
    let row = |at: PersonAt<'_>| {
        let said = Said { none_asked, party: candidate::is_listed(at) };
        let rows = groups(&put).map(|group| draw("row", view! { row: of_person(cx, at, group, said) }));
        Ok((at.person.person.clone(), rows.collect::<TeraResult<_>>()?))
    };
    at.people().map(row).collect()
}

/// A cell: the question in its shortest form, what holds of the whole cell, and its marks.
struct CellView<'a> {
    short: &'a Text,
    note: Option<Cow<'a, str>>,
    marks: Vec<MarkView<'a>>,
}

impl From<CellView<'_>> for Value {
    fn from(CellView { short, note, marks }: CellView<'_>) -> Self {
        view! { short, note, marks: list(marks) }
    }
}

/// The one mark that all cells of a row have: of a document that mentions none of the questions.
fn same<'a>(cx: &Context<'a>, cells: &mut Vec<CellView<'a>>) -> Option<MarkView<'a>> {
    let [first, others @ ..] = &cells[..] else { return None };
    let silent = |cell: &CellView<'_>| matches!(&cell.marks[..], [mark] if mark.shape == Some(gap::SILENT));
    if others.is_empty() || !silent(first) || others.iter().any(|other| other.marks != first.marks) {
        return None;
    }
    let word = cx.words.with(msg::ROW_SILENT, fill::all(cells.len())).into();
    let mark = cells.drain(..).next()?.marks.pop()?;
    Some(MarkView { word, ..mark })
}

/// That all marks of a row wait for a second pair of eyes, or all of the person's own: then the row says it once, and these
/// marks keep it to themselves.
fn waits(cx: &Context<'_>, cells: &[CellView<'_>]) -> Option<Value> {
    let known = cells.iter().flat_map(|cell| &cell.marks).filter(|mark| mark.checked != Checked::Nothing);
    let all = |marks: &mut dyn Iterator<Item = &MarkView<'_>>| {
        let marks: Vec<Checked> = marks.map(|mark| mark.checked).collect();
        marks.len() > 1 && Alike::of(marks) == Alike::Wait
    };
    let class = if all(&mut known.clone()) {
        "unchecked"
    } else if all(&mut known.filter(|mark| mark.label.is_none())) {
        "unchecked own"
    } else {
        return None;
    };
    Some(view! { class, text: cx.words.text(msg::BRIEF_CLAIMED) })
}

/// A candidate's row; or why there is nothing in it.
pub(crate) fn of_person(cx: &Context<'_>, at: PersonAt<'_>, group: &[&PutQuestion], said: Said) -> Value {
    let person = at.person;
    let cells: Vec<_> = group.iter().map(|put| person.cell(put.id())).collect();
    let whole = whole(cx, at, &cells, said);
    let cells = group.iter().zip(&cells).filter(|_| whole.is_none()).map(|(put, cell)| match cell {
        Some(cell) => of_cell(cx, at, cell, said),
        None => CellView { short: put.wording().short, note: Some(cx.words.text(msg::NOT_PUT)), marks: Vec::new() },
    });
    let mut cells: Vec<_> = cells.collect();
    let waits = waits(cx, &cells);
    view! {
        waits,
        name: cx.person_name(at.ballot, person),
        link: at.page,
        party: (!said.party).then(|| link::party_called(cx, &person.party)),
        notes: list(notes(cx, at)),
        same: same(cx, &mut cells),
        cells: list(cells),
        whole,
        columns: group.len(),
    }
}

/// The row of somebody who was elected among all who were: their own words only, with seat and party under the name.
pub(crate) fn of_elected(cx: &Context<'_>, at: PersonAt<'_>, group: &[&PutQuestion]) -> Value {
    let (person, said) = (at.person, Said { none_asked: true, party: true });
    let cells: Vec<_> = group.iter().map(|put| person.cell(put.id())).collect();
    let is_unknown = !cells.iter().flatten().any(|cell| cell::has_own(cell));
    let unknown = || is_unknown.then(|| link::out(cx.words.text(msg::ELECTED_UNKNOWN), None));
    let whole = if candidate::has_answers(cx, at) { unknown() } else { whole(cx, at, &cells, said) };
    let shown = group.iter().zip(&cells).filter(|_| whole.is_none()).map(|(put, cell)| match cell {
        Some(cell) => of_cell(cx, at, cell, said),
        None => CellView { short: put.wording().short, note: Some(cx.words.text(msg::NOT_PUT)), marks: Vec::new() },
    });
    let shown: Vec<_> = shown.collect();
    view! {
        waits: waits(cx, &shown),
        name: cx.person_name(at.ballot, person),
        link: at.page,
        seat: link::to(cx.ballot_name(at.election, at.ballot), at.ballot_page),
        notes: list([person.party.called()]),
        cells: list(shown),
        whole,
        columns: group.len(),
    }
}

/// What stands under a candidate's name.
fn notes(cx: &Context<'_>, at: PersonAt<'_>) -> impl Iterator<Item = String> {
    let support = at.person.support_withdrawn.as_ref();
    let support = support.map(|withdrawn| candidate::support_text(cx, at.person, withdrawn));
    let position = at.person.list_position.map(|n| cx.words.with(msg::LIST_POSITION, fill::n(*n)));
    let reply = at.person.reply.as_ref().map(|_| cx.words.text(msg::ROW_REPLY).into_owned());
    let elected = at.person.elected().map(|_| cx.words.text(msg::ELECTED).into_owned());
    elected.into_iter().chain(support).chain(position).chain(reply).chain(holder::said_then(cx, at))
}

/// What stands in a row in the place of its cells.
fn whole(cx: &Context<'_>, at: PersonAt<'_>, cells: &[Option<&Cell>], said: Said) -> Option<Value> {
    if let Some(elsewhere) = candidate::elsewhere(cx, at) {
        return Some(elsewhere);
    }
    if let Some(takedown) = &at.person.takedown {
        return Some(link::out(gap::taken_down_text(cx, takedown), None));
    }
    let cells: Vec<&Cell> = cells.iter().copied().flatten().collect();
    Some(link::out(unknown::why(cx, at.election, &cells, said)?, None))
}

/// A cell at a glance: the person's own word, then the party's line; where neither is known, that it is not.
fn of_cell<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell, said: Said) -> CellView<'a> {
    let line = cell::line_mark(cx, at, cell, Depth::Glance).filter(|_| !said.party);
    let (has_own, has_line) = (cell::has_own(cell), cell::has_line(cell) && line.is_some());
    // Of two gaps one is enough: that nobody was asked is said above.
    let only_line = has_line || said.none_asked && line.is_some();
    let own = if has_own || !only_line { cell::own_marks(cx, at, cell, Depth::Glance) } else { Vec::new() };
    // Below an own word a line that says nothing would say less than it takes room.
    let line = line.filter(|line| own.is_empty() || has_line && line.shape != Some(gap::SILENT));
    let note = matches!(cell.own, Own::Contradiction(_)).then(|| cx.words.text(msg::GAP_DIFFER));
    let line = line.map(|line| if own.is_empty() { line } else { below_own(line) });
    CellView { short: cell.wording().short, note, marks: own.into_iter().chain(line).collect() }
}

/// Below an own word a line is a word, and the hedge that belongs to it: the rest opens below the table.
fn below_own(line: MarkView<'_>) -> MarkView<'_> {
    MarkView { brief: None, noted: None, ..line }
}

/// The lines of a party as they stand in cells of its candidates, by themselves and below an own word.
pub(crate) fn lines_in_cells<'a>(cx: &Context<'a>, election: &'a Election, party: &Party) -> Vec<MarkView<'a>> {
    let line = |cell| gap::of_party(cx, election, party, cell, Depth::Glance);
    election.party_lines.of_party(&party.id).flat_map(|cell| [line(cell), below_own(line(cell))]).collect()
}

/// A party's row, with its lines as they hold in an election.
pub(crate) fn of_party(cx: &Context<'_>, election: &Election, party: &Party, group: &[&PutQuestion]) -> Value {
    of_party_noted(cx, (election, party), group, list(&party.note))
}

/// The same with something else to say under its name.
pub(crate) fn of_party_noted(
    cx: &Context<'_>,
    (election, party): (&Election, &Party),
    group: &[&PutQuestion],
    notes: Value,
) -> Value {
    of_lines(cx, party, notes, lines_of(cx, election, party, group))
}

/// An election's row on the page of a party, with the party's lines in it.
pub(crate) fn of_election(cx: &Context<'_>, at: ElectionAt<'_>, party: &Party, group: &[&PutQuestion]) -> Value {
    let mut cells = lines_of(cx, at.election, party, group);
    let waits = waits(cx, &cells);
    view! {
        waits,
        name: cx.election_name(at.election),
        link: at.page,
        notes: list(None::<Value>),
        same: same(cx, &mut cells),
        cells: list(cells),
        columns: group.len(),
    }
}

fn lines_of<'a>(
    cx: &Context<'a>,
    election: &'a Election,
    party: &'a Party,
    group: &[&'a PutQuestion],
) -> Vec<CellView<'a>> {
    let cells = group.iter().map(|put| {
        let marks = party_table::line_marks(cx, election, party, &put.question, Depth::Glance);
        let note = (marks.is_empty() && !put.nations.is_empty()).then(|| cx.words.text(msg::NOT_PUT));
        CellView { short: put.wording().short, note, marks }
    });
    cells.collect()
}

/// A row of a party's lines.
pub(crate) fn of_list(cx: &Context<'_>, at: PersonAt<'_>, group: &[&PutQuestion], notes: Vec<String>) -> Value {
    let party = &at.person.party;
    let cells = group.iter().map(|put| {
        let line = at.election.party_lines.get(&party.id, at.ballot.nation, put.id());
        let marks = line.map(|line| gap::of_party(cx, at.election, party, line, Depth::Glance));
        CellView { short: put.wording().short, note: None, marks: unlabelled(marks) }
    });
    of_lines(cx, party, notes.into(), cells.collect())
}

fn of_lines<'a>(cx: &Context<'a>, party: &Party, notes: Value, mut cells: Vec<CellView<'a>>) -> Value {
    let columns = cells.len();
    let waits = waits(cx, &cells);
    let same = same(cx, &mut cells);
    view! { waits, party: link::party(cx, party), notes, same, cells: list(cells), columns }
}

/// Marks in a row that says already whose line it is.
fn unlabelled<'a>(marks: impl IntoIterator<Item = MarkView<'a>>) -> Vec<MarkView<'a>> {
    marks.into_iter().map(|mark| MarkView { label: None, ..mark }).collect()
}
