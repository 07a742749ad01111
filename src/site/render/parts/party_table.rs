use tera::Value;

use crate::messages::{Message, fill, msg};
use crate::model::{Election, Line, Party, PartyCell, PartyLine, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::parts::mark::{Checked, Depth};
use crate::render::parts::matrix::{Alike, Head};
use crate::render::parts::{MarkView, brief, cell, gap, link, mark, matrix, phrase, question_head};
use crate::render::view::list;

/// The parties of which anything is known in an election, by name.
pub(crate) fn known<'a>(cx: &Context<'a>, election: &Election) -> Vec<&'a Party> {
    let known = cx.campaign.parties.iter().filter(|party| election.knows_of(party));
    let mut known: Vec<&'a Party> = known.map(|party| &**party).collect();
    known.sort_by_key(|party| party.name.as_str().to_lowercase());
    known
}

/// The parties of which anything is known in an election, side by side, with their lines on some of its questions; nothing
/// when no line is known.
pub(crate) fn view(
    cx: &Context<'_>,
    election: &Election,
    questions: &[&PutQuestion],
    caption: Message<fill::Election>,
) -> Option<Value> {
    let parties = known(cx, election);
    let caption = cx.words.with(caption, fill::election(cx.election_name(election)));
    let bodies = |_, group: &[&PutQuestion]| {
        let rows = parties.iter().map(|party| matrix::of_party(cx, election, party, group));
        vec![view! { rows: list(rows) }]
    };
    let alike = Alike::of(checked(election, &parties, questions));
    let head = Head { caption: caption.into(), corner: msg::PARTIES_PARTY, holds: None, alike };
    (!parties.is_empty()).then(|| {
        view! {
            matrix: matrix::view(cx, &head, questions, bodies),
            said: list(parties.iter().map(|party| said(cx, election, party, questions))),
        }
    })
}

/// How far what is known of some parties' lines is checked.
pub(crate) fn checked<'a>(
    election: &'a Election,
    parties: &'a [&Party],
    questions: &'a [&PutQuestion],
) -> impl Iterator<Item = Checked> + 'a {
    let all = parties.iter().flat_map(|party| questions.iter().map(move |put| (*party, *put)));
    all.flat_map(move |(party, put)| {
        let everywhere = election.party_lines.get(&party.id, None, put.id());
        let lines = lines(election, party, &put.question).filter(|line| line.mark.takedown.is_none());
        let lines = lines.map(|line| Checked::of(&line.mark));
        everywhere.and_then(|cell| cell::line_checked(&cell.line)).into_iter().chain(lines)
    })
}

/// What a party said, in its words and with where.
fn said(cx: &Context<'_>, election: &Election, party: &Party, questions: &[&PutQuestion]) -> Value {
    let answers = questions.iter().map(|put| {
        let marks = line_marks(cx, election, party, &put.question, Depth::Whole);
        view! { ask: question_head::asked_where(cx, put), marks: list(marks) }
    });
    view! { party: link::party(cx, party), answers: list(answers) }
}

/// What a party says on a question: the line that holds everywhere, and those of single nations, which they name.
pub(crate) fn line_marks<'a>(
    cx: &Context<'a>,
    election: &'a Election,
    party: &'a Party,
    question: &'a Question,
    depth: Depth,
) -> Vec<MarkView<'a>> {
    let everywhere = election.party_lines.get(&party.id, None, &question.id);
    let of_nations: Vec<&Line> = lines(election, party, question).filter(|line| !line.nations.is_empty()).collect();
    let nothing = |cell: &&PartyCell| matches!(cell.line, PartyLine::NotChecked) && !of_nations.is_empty();
    let everywhere = everywhere.filter(|cell| !nothing(cell));
    let everywhere = everywhere.map(|cell| MarkView { label: None, ..gap::of_party(cx, election, party, cell, depth) });
    everywhere
        .into_iter()
        .chain(of_nations.into_iter().map(|line| nation_mark(cx, election, party, line, depth)))
        .collect()
}

fn nation_mark<'a>(cx: &Context<'a>, election: &Election, party: &Party, line: &'a Line, depth: Depth) -> MarkView<'a> {
    let mut mark = mark::of_line(cx, party, election, line, depth);
    let nations = phrase::nations_listed(cx, &line.nations);
    mark.label = Some(brief::label(cx, Some((&nations).into())));
    if depth == Depth::Glance {
        return mark;
    }
    mark.subject = Some(cx.words.with(msg::PARTY_LINE, fill::party(party.called())));
    let nations = cx.words.with(msg::NATIONS_ONLY, fill::nations(nations));
    mark.notes.push(link::out(nations, None));
    mark
}

/// The lines that count: not withdrawn by us.
pub(crate) fn lines<'a>(
    election: &'a Election,
    party: &'a Party,
    question: &'a Question,
) -> impl Iterator<Item = &'a Line> {
    election.lines_of(party, question).filter(|line| !line.mark.is_retracted())
}
