use std::slice;

use serde::Serialize;

use crate::atoms::{QuestionId, Stance, Standing};
use crate::model::{Candidacy, Cell, EarlierWording, Election, Own, PutQuestion, Question};
use crate::render::context::Context;
use crate::render::pages::questions::wants;
use crate::render::parts::cell::own_marks;
use crate::render::parts::leaflets::{LeafletsRow, leaflets_on};
use crate::render::parts::link::{PartyName, party_name};
use crate::render::parts::map::{MapView, map_of_answers};
use crate::render::parts::mark::MarkView;
use crate::render::parts::party_table::{PartyTable, lines_table};
use crate::render::parts::prose::{Up, prose};
use crate::render::parts::question_head::{asked_as, asked_where, question_head};

/// Up to how many answers a question's page lists people; beyond, it counts them.
const MOST_PEOPLE: usize = 60;

/// One question.
#[derive(Debug, Serialize)]
pub struct QuestionPage<'a> {
    /// Its text.
    pub ask: &'a str,
    /// What the campaign wants.
    pub wants: String,
    /// Which version it is, when there were others.
    pub version: Option<String>,
    /// That its spelling was mended after it was put, and why.
    pub mended: Option<String>,
    /// Why it matters, as HTML.
    pub body: String,
    /// The parties' lines on it, by election, the latest first.
    pub parties: Vec<PartyTable<'a>>,
    /// The candidates' own answers, by election, the latest first.
    pub people: Vec<PeopleTable<'a>>,
    /// In which seats candidates answered, on a map for each election that has one, the latest first.
    pub maps: Vec<MapView<'a>>,
    /// What the leaflets say of it, by election, the latest first.
    pub leaflets: Vec<LeafletsRow<'a>>,
    /// The words we look for in documents.
    pub terms: Vec<SoughtView<'a>>,
    /// Its earlier texts.
    pub earlier: Vec<String>,
}

/// Words we look for in documents.
#[derive(Debug, Serialize)]
pub struct SoughtView<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// The candidates' own answers to a question in one election.
#[derive(Debug, Serialize)]
pub struct PeopleTable<'a> {
    /// What it shows.
    pub caption: String,
    /// How the answers are spread, when there are too many to list; then there are no rows.
    pub counts: Option<String>,
    /// In which words it was put, when in others than the page's heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// Those who answered, by area.
    pub rows: Vec<PersonRow<'a>>,
    /// The election's page.
    pub link: &'a str,
}

/// A candidate who answered.
#[derive(Debug, Serialize)]
pub struct PersonRow<'a> {
    /// The name.
    pub name: &'a str,
    /// The person's page.
    pub link: &'a str,
    /// The party.
    pub party: PartyName<'a>,
    /// The area's name.
    pub seat: &'a str,
    /// The ballot's page.
    pub seat_link: &'a str,
    /// The answer; both of two that differ.
    pub marks: Vec<MarkView<'a>>,
}

/// Where a candidate stands: election, ballot, candidacy, and the cell of the question.
type Found<'a> = (usize, usize, usize, &'a Cell);

pub(crate) fn view<'a>(cx: &Context<'a>, q: usize, up: &Up) -> QuestionPage<'a> {
    let question: &'a Question = &cx.campaign.questions[q];
    let elections = cx.campaign.elections.iter().enumerate();
    let elections: Vec<_> = elections.filter_map(|(e, election)| Some((e, election.put(&question.id)?))).collect();
    let number = |n: u32| ("version", usize::try_from(n).unwrap_or(usize::MAX).into());
    let has_versions = !question.earlier.is_empty();
    let terms = question.terms.iter();
    let terms = terms.map(|term| SoughtView { text: term.words.as_str(), lang: term.lang.as_deref() });
    QuestionPage {
        ask: question.ask.as_str(),
        wants: wants(cx, question),
        version: has_versions.then(|| cx.words.with("question-version", [number(question.version)])),
        mended: question.wording_fix.as_deref().map(|fix| mended_text(cx, fix)),
        body: prose(cx, &question.body, up),
        parties: elections.iter().filter_map(|(e, put)| lines_on(cx, *e, put)).collect(),
        people: elections.iter().filter_map(|(e, put)| people_table(cx, *e, put)).collect(),
        maps: elections.iter().filter_map(|(e, put)| map_of_answers(cx, *e, put)).collect(),
        leaflets: elections.iter().filter_map(|(e, put)| leaflets_on(cx, *e, put)).collect(),
        terms: terms.collect(),
        earlier: question.earlier.iter().map(|earlier| earlier_text(cx, earlier)).collect(),
    }
}

fn earlier_text(cx: &Context<'_>, earlier: &EarlierWording) -> String {
    let (version, ask) = (("version", earlier.version.into()), ("ask", earlier.ask.as_str().into()));
    let text = match earlier.until {
        Some(until) => cx.words.with("question-earlier-until", [version, ask, ("date", cx.words.date(until).into())]),
        None => cx.words.with("question-earlier-plain", [version, ask]),
    };
    let mended = earlier.wording_fix.as_deref().map(|fix| mended_text(cx, fix));
    mended.map_or(text.clone(), |mended| format!("{text} {mended}"))
}

/// That the spelling of a question was mended after it was put, and why.
fn mended_text(cx: &Context<'_>, fix: &str) -> String {
    cx.words.with("question-mended", [("because", fix.into())])
}

fn lines_on<'a>(cx: &Context<'a>, e: usize, put: &'a PutQuestion) -> Option<PartyTable<'a>> {
    let heads = vec![question_head(cx, put, asked_where(cx, put))];
    lines_table(cx, &cx.campaign.elections[e], slice::from_ref(put), ("question-parties-caption", heads))
}

fn people_table<'a>(cx: &Context<'a>, e: usize, put: &PutQuestion) -> Option<PeopleTable<'a>> {
    let election = &cx.campaign.elections[e];
    let found: Vec<Found<'a>> = answering(e, election, put.id()).collect();
    if found.is_empty() {
        return None;
    }
    let name = cx.election_name(election).into();
    let many = found.len() > MOST_PEOPLE;
    Some(PeopleTable {
        caption: cx.words.with("question-people-caption", [("election", name)]),
        asked: asked_as(cx, put),
        counts: many.then(|| counts(cx, &found)),
        rows: if many { Vec::new() } else { found.into_iter().map(|found| person_row(cx, found)).collect() },
        link: cx.plan.addresses.elections[e].as_str(),
    })
}

fn counts<'a>(cx: &Context<'a>, found: &[Found<'a>]) -> String {
    let of = |wanted: Stance| {
        found.iter().filter(|(_, _, _, cell)| matches!(&cell.own, Own::Stance(p) if p.mark.stance == wanted)).count()
    };
    let counts = [
        ("n", found.len().into()),
        ("yes", of(Stance::Supports).into()),
        ("no", of(Stance::Opposes).into()),
        ("partly", of(Stance::Mixed).into()),
    ];
    cx.words.with("question-people-many", counts)
}

fn person_row<'a>(cx: &Context<'a>, (e, b, c, cell): Found<'a>) -> PersonRow<'a> {
    let election = &cx.campaign.elections[e];
    let ballot = &election.ballots[b];
    let person = &ballot.candidacies[c];
    let link = cx.plan.addresses.people[e][b][c].as_str();
    PersonRow {
        name: cx.person_name(ballot, person),
        link,
        party: party_name(cx, &person.party),
        seat: cx.ballot_name(election, ballot),
        seat_link: cx.plan.addresses.ballots[e][b].as_str(),
        marks: own_marks(cx, election, person, cell, link),
    }
}

/// Who answered a question with an own word, in the order of the ballots; people who stand twice once.
fn answering<'a>(e: usize, election: &'a Election, question: &QuestionId) -> impl Iterator<Item = Found<'a>> {
    let ballots = election.ballots.iter().enumerate();
    let people = ballots.flat_map(|(b, ballot)| ballot.candidacies.iter().enumerate().map(move |(c, p)| (b, c, p)));
    people.filter_map(move |(b, c, person): (usize, usize, &'a Candidacy)| {
        let cell = person.cell(question)?;
        let stands = person.status == Standing::Standing && person.answers_in.is_none();
        (stands && matches!(cell.own, Own::Stance(_) | Own::Contradiction(_))).then_some((e, b, c, cell))
    })
}
