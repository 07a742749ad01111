use tera::Value;

use crate::messages::{Message, fill, msg};
use crate::model::{Election, Line, Party, PartyCell, PartyLine, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::parts::{MarkView, gap, link, mark, phrase, question_head};
use crate::render::view::list;

/// The parties of which anything is known in an election, by name.
pub(crate) fn known<'a>(cx: &Context<'a>, election: &Election) -> Vec<&'a Party> {
    let known = cx.campaign.parties.iter().filter(|party| election.knows_of(party));
    let mut known: Vec<&'a Party> = known.map(|party| &**party).collect();
    known.sort_by_key(|party| phrase::name_key(&party.name));
    known
}

/// The parties of which anything is known in an election, side by side, with their lines on some of its questions.
pub(crate) fn view(
    cx: &Context<'_>,
    election: &Election,
    questions: &[PutQuestion],
    (caption, columns): (Message<fill::Election>, Vec<Value>),
) -> Option<Value> {
    let parties = known(cx, election);
    (!parties.is_empty()).then(|| {
        view! {
            caption: cx.words.with(caption, fill::election(cx.election_name(election))),
            corner: cx.words.text(msg::PARTIES_PARTY),
            size: question_head::size_of_table(columns.len()),
            columns,
            rows: list(parties.into_iter().map(|party| row(cx, party, cells(cx, election, questions, party)))),
        }
    })
}

/// A party in a table, with what tells it from another of the same name.
pub(crate) fn row(cx: &Context<'_>, party: &Party, cells: impl Iterator<Item = Value>) -> Value {
    view! { party: link::party(cx, party), note: party.note.as_ref(), cells: list(cells) }
}

/// A party's lines on each of some questions, or that the question is not put to its candidates.
pub(crate) fn cells(
    cx: &Context<'_>,
    election: &Election,
    questions: &[PutQuestion],
    party: &Party,
) -> impl Iterator<Item = Value> {
    questions.iter().map(move |put| {
        let marks = line_marks(cx, election, party, &put.question);
        let not_put = (marks.is_empty() && !put.nations.is_empty()).then(|| cx.words.text(msg::NOT_PUT));
        view! { short: put.wording().short, not_put, marks }
    })
}

/// What a party says on a question: the line that holds everywhere, and those of single nations.
pub(crate) fn line_marks<'a>(
    cx: &Context<'a>,
    election: &'a Election,
    party: &'a Party,
    question: &'a Question,
) -> Vec<MarkView<'a>> {
    let everywhere = election.party_lines.get(&party.id, None, &question.id);
    let of_nations: Vec<&Line> = lines(election, party, question).filter(|line| !line.nations.is_empty()).collect();
    let nothing = |cell: &&PartyCell| matches!(cell.line, PartyLine::NotChecked) && !of_nations.is_empty();
    let everywhere = everywhere.filter(|cell| !nothing(cell));
    let everywhere = everywhere.map(|cell| gap::of_party(cx, party, cell, election.id.as_str()));
    everywhere.into_iter().chain(of_nations.into_iter().map(|line| nation_mark(cx, election, party, line))).collect()
}

fn nation_mark<'a>(cx: &Context<'a>, election: &Election, party: &Party, line: &'a Line) -> MarkView<'a> {
    let mut mark = mark::of_line(cx, party, election.id.as_str(), line);
    mark.subject = Some(cx.words.with(msg::PARTY_LINE, fill::party(party.called().as_str())));
    let nations = cx.words.with(msg::NATIONS_ONLY, fill::nations(phrase::nations_listed(cx, &line.nations)));
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
