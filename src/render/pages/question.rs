use std::slice;

use crate::atoms::{QuestionId, Stance, Standing};
use crate::load::records::EarlierVersion;
use crate::messages::{fill, msg};
use crate::model::{Cell, Election, Own, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::pages::questions;
use crate::render::parts::{
    LeafletsRow, MapView, MarkView, PartyName, PartyTable, Up, body, cell, leaflets, link, map, party_table,
    question_head,
};

/// Up to how many answers a question's page lists people; beyond, it counts them.
const MOST_PEOPLE: usize = 60;

views! {
    /// One question.
    QuestionPage<'a> {
        ask: &'a str, "Its text";
        wants: String, "What the campaign wants";
        version: Option<String>, "Which version it is, when there were others";
        mended: Option<String>, "That its spelling was mended after it was put, and why";
        body: String, "Why it matters, as HTML";
        parties: Vec<PartyTable<'a>>, "The parties' lines on it, by election, the latest first";
        people: Vec<PeopleTable<'a>>, "The candidates' own answers, by election, the latest first";
        maps: Vec<MapView<'a>>,
            "In which seats candidates answered, on a map for each election that has one, the latest first";
        leaflets: Vec<LeafletsRow<'a>>, "What the leaflets say of it, by election, the latest first";
        terms: Vec<SoughtView<'a>>, "The words we look for in documents";
        earlier: Vec<String>, "Its earlier texts";
    }

    /// Words we look for in documents.
    SoughtView<'a> {
        text: &'a str, "The words";
        lang: Option<&'a str>, "Their language, when not the site's";
    }

    /// The candidates' own answers to a question in one election.
    PeopleTable<'a> {
        caption: String, "What it shows";
        counts: Option<String>, "How the answers are spread, when there are too many to list; then there are no rows";
        asked: Option<String>, "In which words it was put, when in others than the page's heading";
        rows: Vec<PersonRow<'a>>, "Those who answered, by area";
        link: &'a str, "The election's page";
    }

    /// A candidate who answered.
    PersonRow<'a> {
        name: &'a str, "The name";
        link: &'a str, "The person's page";
        party: PartyName<'a>, "The party";
        seat: &'a str, "The area's name";
        seat_link: &'a str, "The ballot's page";
        marks: Vec<MarkView<'a>>, "The answer; both of two that differ";
    }
}

/// A candidate, and the cell of the question.
type Answered<'a> = (PersonAt<'a>, &'a Cell);

pub(crate) fn title(cx: &Context<'_>, question: &Question) -> (String, String) {
    let ask = question.ask.as_str();
    (ask.to_owned(), cx.words.with(msg::QUESTION_DESCRIPTION, fill::ask(ask)))
}

pub(crate) fn view<'a>(cx: &Context<'a>, question: &'a Question, up: &Up) -> QuestionPage<'a> {
    let elections: Vec<_> = cx.elections().filter_map(|at| Some((at, at.election.put(&question.id)?))).collect();
    let number = |n: u32| fill::version(usize::try_from(n).unwrap_or(usize::MAX));
    let has_versions = !question.earlier.is_empty();
    let terms = question.terms.iter();
    let terms = terms.map(|term| SoughtView { text: term.words.as_str(), lang: term.lang.as_deref() });
    QuestionPage {
        ask: question.ask.as_str(),
        wants: questions::wants(cx, question),
        version: has_versions.then(|| cx.words.with(msg::QUESTION_VERSION, number(question.version))),
        mended: question.wording_fix.as_deref().map(|fix| mended_text(cx, fix)),
        body: body::html_of(cx, &question.body, up),
        parties: elections.iter().filter_map(|(at, put)| lines_on(cx, at.election, put)).collect(),
        people: elections.iter().filter_map(|(at, put)| people_table(cx, *at, put)).collect(),
        maps: elections.iter().filter_map(|(at, put)| map::of_answers(cx, *at, put)).collect(),
        leaflets: elections.iter().filter_map(|(at, put)| leaflets::on_question(cx, at.election, put)).collect(),
        terms: terms.collect(),
        earlier: question.earlier.iter().map(|earlier| earlier_text(cx, earlier)).collect(),
    }
}

fn earlier_text(cx: &Context<'_>, earlier: &EarlierVersion) -> String {
    let (version, ask) = (fill::version(earlier.version.value), fill::ask(earlier.ask.as_str()));
    let text = match earlier.until {
        Some(until) => cx.words.with(msg::QUESTION_EARLIER_UNTIL, (ask, fill::date(cx.words.date(until)), version)),
        None => cx.words.with(msg::QUESTION_EARLIER_PLAIN, (ask, version)),
    };
    let mended = earlier.wording_fix.as_deref().map(|fix| mended_text(cx, fix));
    mended.map_or(text.clone(), |mended| format!("{text} {mended}"))
}

/// That the spelling of a question was mended after it was put, and why.
fn mended_text(cx: &Context<'_>, fix: &str) -> String {
    cx.words.with(msg::QUESTION_MENDED, fill::because(fix))
}

fn lines_on<'a>(cx: &Context<'a>, election: &'a Election, put: &'a PutQuestion) -> Option<PartyTable<'a>> {
    let heads = vec![question_head::of(cx, put, question_head::asked_where(cx, put))];
    party_table::of_questions(cx, election, slice::from_ref(put), (msg::QUESTION_PARTIES_CAPTION, heads))
}

fn people_table<'a>(cx: &Context<'a>, at: ElectionAt<'a>, put: &PutQuestion) -> Option<PeopleTable<'a>> {
    let found: Vec<Answered<'a>> = answering(at, put.id()).collect();
    if found.is_empty() {
        return None;
    }
    let name = fill::election(cx.election_name(at.election));
    let many = found.len() > MOST_PEOPLE;
    Some(PeopleTable {
        caption: cx.words.with(msg::QUESTION_PEOPLE_CAPTION, name),
        asked: question_head::asked_as(cx, put),
        counts: many.then(|| counts(cx, &found)),
        rows: if many { Vec::new() } else { found.into_iter().map(|found| person_row(cx, found)).collect() },
        link: at.page,
    })
}

fn counts(cx: &Context<'_>, found: &[Answered<'_>]) -> String {
    let of = |wanted: Stance| {
        found.iter().filter(|(_, cell)| matches!(&cell.own, Own::Stance(p) if p.mark.stance == wanted)).count()
    };
    let counts = (
        fill::n(found.len()),
        fill::no(of(Stance::Opposes)),
        fill::partly(of(Stance::Mixed)),
        fill::yes(of(Stance::Supports)),
    );
    cx.words.with(msg::QUESTION_PEOPLE_MANY, counts)
}

fn person_row<'a>(cx: &Context<'a>, (at, cell): Answered<'a>) -> PersonRow<'a> {
    PersonRow {
        name: cx.person_name(at.ballot, at.person),
        link: at.page,
        party: link::party_name(cx, &at.person.party),
        seat: cx.ballot_name(at.election, at.ballot),
        seat_link: at.ballot_page,
        marks: cell::own_marks(cx, at, cell),
    }
}

/// Who answered a question with an own word, in the order of the ballots; people who stand twice once.
fn answering<'a>(at: ElectionAt<'a>, question: &QuestionId) -> impl Iterator<Item = Answered<'a>> {
    at.ballots().flat_map(BallotAt::people).filter_map(move |at| {
        let cell = at.person.cell(question)?;
        let stands = at.person.status == Standing::Standing && at.person.answers_in.is_none();
        (stands && matches!(cell.own, Own::Stance(_) | Own::Contradiction(_))).then_some((at, cell))
    })
}
