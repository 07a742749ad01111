use std::borrow::Cow;

use crate::messages::{Message, fill, msg};
use crate::model::{Election, Line, Party, PartyCell, PartyLine, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::parts::{LinkView, MarkView, PartyName, QuestionHead, gap, link, mark, phrase, question_head};

views! {
    /// A table of parties and their lines.
    PartyTable<'a> {
        caption: String, "What it shows";
        corner: String, "The word at the head of the parties";
        size: &'static str, "`few` for a table, `many` for cards at any width";
        columns: Vec<QuestionHead<'a>>, "The questions, which head the columns";
        rows: Vec<PartyRow<'a>>, "The parties, by name";
    }

    /// A party in a table.
    PartyRow<'a> {
        party: PartyName<'a>, "The party";
        note: Option<&'a str>, "What tells it from another of the same name";
        cells: Vec<LineCell<'a>>, "One for each question";
    }

    /// A party's lines on a question.
    LineCell<'a> {
        short: &'a str, "The shortest form of the question, which cards on a phone repeat";
        #[serde(skip_serializing_if = "Option::is_none")]
        not_put: Option<Cow<'a, str>>, "That the question is not put to the party's candidates; then there is no line";
        marks: Vec<MarkView<'a>>, "The line; several where it differs between nations";
    }
}

/// The parties of which anything is known in an election, side by side.
pub(crate) fn view<'a>(cx: &Context<'a>, election: &'a Election) -> Option<PartyTable<'a>> {
    of_questions(cx, election, &election.questions, (msg::PARTIES_CAPTION, question_head::all(cx, election)))
}

pub(crate) fn of_questions<'a>(
    cx: &Context<'a>,
    election: &'a Election,
    questions: &'a [PutQuestion],
    (caption, columns): (Message<fill::Election>, Vec<QuestionHead<'a>>),
) -> Option<PartyTable<'a>> {
    let known = cx.campaign.parties.iter().filter(|party| election.knows_of(party));
    let mut parties: Vec<&'a Party> = known.map(|party| &**party).collect();
    parties.sort_by_key(|party| phrase::name_key(&party.name));
    let rows: Vec<_> = parties.into_iter().map(|party| of_party(cx, election, questions, party)).collect();
    (!rows.is_empty()).then(|| PartyTable {
        caption: cx.words.with(caption, fill::election(cx.election_name(election))),
        corner: cx.words.text(msg::PARTIES_PARTY).into_owned(),
        size: question_head::size_of_table(columns.len()),
        columns,
        rows,
    })
}

/// A party with its lines on some questions of an election.
pub(crate) fn of_party<'a>(
    cx: &Context<'a>,
    election: &'a Election,
    questions: &'a [PutQuestion],
    party: &'a Party,
) -> PartyRow<'a> {
    let cells = questions.iter().map(|put| {
        let marks = line_marks(cx, election, party, &put.question);
        let not_put = (marks.is_empty() && !put.nations.is_empty()).then(|| cx.words.text(msg::NOT_PUT));
        LineCell { short: put.wording().short.as_str(), not_put, marks }
    });
    row(cx, party, cells.collect())
}

pub(crate) fn row<'a>(cx: &Context<'a>, party: &'a Party, cells: Vec<LineCell<'a>>) -> PartyRow<'a> {
    PartyRow { party: link::party_name(cx, party), note: party.note.as_deref(), cells }
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
    let mut marks: Vec<_> =
        everywhere.map(|cell| gap::of_party(cx, party, cell, election.id.as_str())).into_iter().collect();
    marks.extend(of_nations.into_iter().map(|line| nation_mark(cx, election, party, line)));
    marks
}

fn nation_mark<'a>(cx: &Context<'a>, election: &Election, party: &'a Party, line: &'a Line) -> MarkView<'a> {
    let page = cx.plan.addresses.parties.get(&party.id).map_or("", |path| path.as_str());
    let home = format!("{page}#{}", gap::line_anchor(election.id.as_str(), line.question.id.as_str()));
    let mut mark = match &line.mark.takedown {
        None => mark::of_stance(cx, &line.mark, (msg::LINE_DATE, msg::LINE_DATE_INFERRED), &home),
        takedown => gap::taken_down(cx, takedown.as_ref()),
    };
    mark.subject = Some(cx.words.with(msg::PARTY_LINE, fill::party(party.called().as_str())));
    let nations = cx.words.with(msg::NATIONS_ONLY, fill::nations(phrase::nations_listed(cx, &line.nations)));
    mark.notes.push(LinkView::out(nations, None));
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
