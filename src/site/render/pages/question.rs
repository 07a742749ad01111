use tera::Value;

use super::{accounts, lists, pledge, reports};
use crate::atoms::{QuestionId, Stance, Standing, Text};
use crate::load::records::EarlierVersion;
use crate::messages::{fill, msg};
use crate::model::{Cell, Election, Own, PutQuestion, Question};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::answers::{Answers, Who};
use crate::render::parts::mark::Depth;
use crate::render::parts::matrix::{Alike, Head};
use crate::render::parts::{Up, body, cell, leaflets, link, map, matrix, party_table, plain_words, question_head};
use crate::render::view::list;

/// Up to how many answers a question's page lists people; beyond, it counts them.
const MOST_PEOPLE: usize = 60;

/// A candidate, and the cell of the question.
type Answered<'a> = (PersonAt<'a>, &'a Cell);

pub(crate) fn title(cx: &Context<'_>, question: &Question) -> (String, String) {
    (cx.words.told(&question.ask).into_owned(), cx.words.with(msg::QUESTION_DESCRIPTION, fill::ask(&question.ask)))
}

/// One question: what it means, and who stands where.
pub(crate) fn view(cx: &Context<'_>, question: &Question, up: &Up) -> Value {
    let elections: Vec<_> = cx.elections().filter_map(|at| Some((at, at.election.put(&question.id)?))).collect();
    let number = |n: u32| fill::version(usize::try_from(n).unwrap_or(usize::MAX));
    let has_versions = !question.earlier.is_empty();
    let terms = question.terms.iter().map(|term| view! { text: &term.words, lang: term.lang.as_ref() });
    view! {
        ask: &question.ask,
        wants: lists::wants(cx, question),
        version: has_versions.then(|| cx.words.with(msg::QUESTION_VERSION, number(question.version))),
        mended: question.wording_fix.as_ref().map(|fix| mended_text(cx, fix)),
        means: plain_words::meanings(cx, &question.wording(question.version)),
        lead: list(elections.iter().filter_map(|(at, put)| lead(cx, at.election, put))),
        body: body::html_of(cx, &PageKind::Question(question.id.clone()), &question.body, up),
        parties: list(elections.iter().filter_map(|(at, put)| lines_on(cx, at.election, put))),
        people: list(elections.iter().filter_map(|(at, put)| people_table(cx, *at, put))),
        maps: list(elections.iter().filter_map(|(at, put)| map::of_answers(cx, *at, put))),
        leaflets: list(elections.iter().filter_map(|(at, put)| leaflets::on_question(cx, at.election, put))),
        accounts: accounts::of_question(cx, &question.id),
        pledges: pledge::on_question(cx, &question.id),
        reports: reports::of_question(cx, &question.id),
        terms: list(terms),
        earlier: list(question.earlier.iter().map(|earlier| earlier_text(cx, question, earlier))),
    }
}

fn earlier_text(cx: &Context<'_>, question: &Question, earlier: &EarlierVersion) -> String {
    let (version, ask) = (fill::version(earlier.version.value), fill::ask(&earlier.ask));
    let text = match earlier.until {
        Some(until) => cx.words.with(msg::QUESTION_EARLIER_UNTIL, (ask, fill::date(cx.words.date(until)), version)),
        None => cx.words.with(msg::QUESTION_EARLIER_PLAIN, (ask, version)),
    };
    let mended = earlier.wording_fix.as_ref().map(|fix| mended_text(cx, fix));
    let meanings = plain_words::meanings_in_line(cx, &question.wording(earlier.version.value));
    [Some(text), meanings, mended].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// That the spelling of a question was corrected after it was put, and why.
fn mended_text(cx: &Context<'_>, fix: &Text) -> String {
    cx.words.with(msg::QUESTION_MENDED, fill::because(fix))
}

/// Which parties say what in an election.
fn lead(cx: &Context<'_>, election: &Election, put: &PutQuestion) -> Option<Value> {
    let answers = Answers::of_parties(cx, election, put);
    answers.are_known().then(|| {
        view! { election: cx.election_name(election), asked: question_head::asked_as(cx, put), text: answers.text(cx, Who::of(answers.names())) }
    })
}

/// The parties' lines in one election.
pub(super) fn lines_on(cx: &Context<'_>, election: &Election, put: &PutQuestion) -> Option<Value> {
    party_table::view(cx, election, &[put], msg::QUESTION_PARTIES_CAPTION)
}

/// The candidates' own answers in one election; only how they are spread, when there are too many to list.
pub(super) fn people_table(cx: &Context<'_>, at: ElectionAt<'_>, put: &PutQuestion) -> Option<Value> {
    let found: Vec<Answered<'_>> = answering(at, put.id()).collect();
    if found.is_empty() {
        return None;
    }
    let caption = cx.words.with(msg::QUESTION_PEOPLE_CAPTION, fill::election(cx.election_name(at.election)));
    let many = found.len() > MOST_PEOPLE;
    let alike = Alike::of(found.iter().flat_map(|(_, cell)| cell::own_checked(cell)));
    let head = Head { caption: (&*caption).into(), corner: msg::BALLOT_CANDIDATE, holds: None, alike };
    let row = |found: &Answered<'_>| person_row(cx, *found, put);
    let table =
        (!many).then(|| matrix::view(cx, &head, &[put], |_, _| vec![view! { rows: list(found.iter().map(row)) }]));
    Some(view! {
        asked: question_head::asked_as(cx, put),
        counts: many.then(|| counts(cx, &found)),
        said: list(found.iter().filter(|_| !many).map(|(at, cell)| {
            let marks = list(cell::own_marks(cx, *at, cell, Depth::Whole));
            view! { name: cx.person_name(at.ballot, at.person), link: at.page, marks }
        })),
        table,
        caption: &*caption,
        link: at.page,
    })
}

/// How many spoke, and of what is confirmed how many gave which answer.
fn counts(cx: &Context<'_>, found: &[Answered<'_>]) -> String {
    let confirmed = |cell: &Cell, wanted: Stance| matches!(&cell.own, Own::Answer(own) if own.mark.is_confirmed() && own.mark.stance == wanted);
    let of = |wanted: Stance| found.iter().filter(|(_, cell)| confirmed(cell, wanted)).count();
    let counts = (
        fill::n(found.len()),
        fill::no(of(Stance::Opposes)),
        fill::partly(of(Stance::Mixed)),
        fill::yes(of(Stance::Supports)),
    );
    cx.words.with(msg::QUESTION_PEOPLE_MANY, counts)
}

/// A candidate's own answer, with where the candidate stands.
fn person_row(cx: &Context<'_>, (at, cell): Answered<'_>, put: &PutQuestion) -> Value {
    view! {
        name: cx.person_name(at.ballot, at.person),
        link: at.page,
        party: link::party(cx, &at.person.party),
        seat: link::to(cx.ballot_name(at.election, at.ballot), at.ballot_page),
        notes: list(None::<Value>),
        cells: vec![view! { short: put.wording().short, marks: list(cell::own_marks(cx, at, cell, Depth::Whole)) }],
        columns: 1_usize,
    }
}

/// Who answered a question with an own word, in the order of the ballots; people who stand twice once.
fn answering<'a>(at: ElectionAt<'a>, question: &QuestionId) -> impl Iterator<Item = Answered<'a>> {
    at.ballots().flat_map(BallotAt::people).filter_map(move |at| {
        let cell = at.person.cell(question)?;
        let stands = at.person.status == Standing::Standing && at.person.answers_in.is_none();
        (stands && matches!(cell.own, Own::Answer(_) | Own::Contradiction(_))).then_some((at, cell))
    })
}
