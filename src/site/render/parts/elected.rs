//! Who was elected, and what they had said of the questions: their own words counted, their parties' lines apart.

use std::collections::BTreeMap;

use tera::Value;

use crate::atoms::Text;
use crate::messages::{fill, msg};
use crate::model::{Ballot, Election, PutQuestion};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::answers::{self, Answers, Known, Who};
use crate::render::parts::{phrase, seats};
use crate::render::view::list;

/// Everybody who was elected on the ballots that are on the site, from A to Z of their areas.
pub(crate) fn of_election(at: ElectionAt<'_>) -> Vec<PersonAt<'_>> {
    let people = seats::from_a_to_z(at).into_iter().flat_map(BallotAt::people);
    people.filter(|at| at.person.elected().is_some()).collect()
}

/// What those elected had said, a line for each question.
pub(crate) fn lead(cx: &Context<'_>, election: &Election, elected: &[PersonAt<'_>]) -> Value {
    let lines = election.questions.iter().map(|put| answers::line(cx, put, on_question(cx, election, elected, put)));
    list(lines)
}

/// What those elected had said of one question; and, by name, what their parties say.
fn on_question(cx: &Context<'_>, election: &Election, elected: &[PersonAt<'_>], put: &PutQuestion) -> String {
    let named = elected.iter().map(|at| (cx.person_name(at.ballot, at.person), at.person));
    let own = Answers::of_people(cx, named, put);
    let lines = Answers::of_lines(cx, elected.iter().filter_map(|at| at.person.cell(put.id())));
    let who = whom(cx, election, (elected.len(), own.all()));
    let said: Vec<String> = own.counts().map(|counted| said(cx, counted)).collect();
    let first = match own.all() {
        0 => cx.words.text(msg::ELECTED_NOT_PUT).into_owned(),
        _ if said.is_empty() => cx.words.with(msg::ELECTED_NONE, fill::who(who)),
        _ => cx.words.with(msg::ELECTED_ANSWERS, (fill::answers(phrase::names_listed(cx, &said)), fill::who(who))),
    };
    let rest =
        (!said.is_empty() && own.unknown() > 0).then(|| cx.words.with(msg::ELECTED_REST, fill::n(own.unknown())));
    let lines = lines.lines_text(cx, Who::of(lines.names()));
    let is_asked = |at: &PersonAt<'_>| election.asks.iter().any(|ask| ask.reaches(&at.person.person));
    let unasked = (own.all() > 0 && said.is_empty() && !elected.iter().any(is_asked))
        .then(|| cx.words.text(msg::ELECTED_NOT_ASKED).into_owned());
    std::iter::once(first).chain(unasked).chain(own.silent(cx)).chain(rest).chain(lines).collect::<Vec<_>>().join(" ")
}

/// How many gave an answer, and how surely that is known.
fn said(cx: &Context<'_>, (known, word, n): (Known, &str, usize)) -> String {
    let id = match known {
        Known::Confirmed => msg::ELECTED_SAID,
        Known::Waits => msg::ELECTED_SAID_UNCHECKED,
        Known::Reported => msg::ELECTED_SAID_REPORTED,
    };
    cx.words.with(id, (fill::n(n), fill::word(word)))
}

/// Out of whom: all who were elected; those of them in the seats on the site, or on record there; or those who were put the
/// question.
fn whom(cx: &Context<'_>, election: &Election, (elected, put): (usize, usize)) -> String {
    let words = cx.words_of(election);
    if put < elected {
        return words.with(msg::ELECTED_OF_PUT, fill::n(put));
    }
    let filled: usize = election.ballots.iter().map(seats_filled).sum();
    let id = match elected < filled {
        true => msg::ELECTED_OF_KNOWN,
        false if seats::is_whole(election) => msg::ELECTED_OF_ALL,
        false => msg::ELECTED_OF_SHOWN,
    };
    words.with(id, fill::n(elected))
}

/// How many a ballot elected: nobody, where the poll was called off.
fn seats_filled(ballot: &Ballot) -> usize {
    let is_off = ballot.cancellation.as_ref().is_some_and(|cancellation| !cancellation.uncontested);
    if is_off { 0 } else { usize::try_from(ballot.seats).unwrap_or(usize::MAX) }
}

/// From whom we know who was elected, each source with how many.
pub(crate) fn sources(cx: &Context<'_>, elected: &[PersonAt<'_>]) -> Value {
    let mut sources: BTreeMap<&Text, usize> = BTreeMap::new();
    for result in elected.iter().filter_map(|at| at.person.elected()) {
        *sources.entry(&result.source).or_default() += 1;
    }
    list(sources.into_iter().map(|(source, n)| cx.words.with(msg::ELECTED_SOURCE, (fill::n(n), fill::source(source)))))
}

/// That somebody was elected, with votes and day as far as they are known, and from whom we know it.
pub(crate) fn result(cx: &Context<'_>, at: PersonAt<'_>) -> Option<Value> {
    let result = at.person.elected()?;
    let votes =
        result.votes.map(|votes| cx.words.with(msg::ELECTED_VOTES, fill::votes(phrase::grouped(&votes.to_string()))));
    let date =
        result.date.as_ref().map(|date| cx.words.with(msg::ELECTED_DECLARED, fill::date(cx.words.date(date.value))));
    let more: Vec<String> = votes.into_iter().chain(date).collect();
    let source = cx.words.with(msg::ELECTED_FROM, fill::source(&result.source));
    Some(view! {
        word: cx.words.text(msg::ELECTED),
        more: more.join(" "),
        source,
        url: result.url.as_ref(),
    })
}
