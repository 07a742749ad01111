use std::collections::BTreeMap;

use tera::Value;

use crate::messages::{fill, msg};
use crate::model::{Election, Party, PutQuestion};
use crate::plan::DataFile;
use crate::render::context::Context;
use crate::render::located::{ElectionAt, PersonAt};
use crate::render::parts::matrix::{Alike, Head};
use crate::render::parts::{cell, elected, matrix, party_table, phrase, seats};
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>, election: &Election) -> (String, String) {
    let name = || fill::election(cx.election_name(election));
    (cx.words.with(msg::ELECTED_TITLE, name()), cx.words.with(msg::ELECTED_DESCRIPTION, name()))
}

/// Everybody who was elected, as far as it is on record: their own words in a row each, and what their parties say apart.
pub(crate) fn view(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    let (election, people) = (at.election, elected::of_election(at));
    let put: Vec<&PutQuestion> = election.questions.iter().collect();
    let groups = by_place(cx, election, &people);
    let one = groups.len() == 1;
    view! {
        title: title(cx, election).0,
        election_link: at.page,
        trail: cx.election_name(election),
        lead: view! { questions: elected::lead(cx, election, &people) },
        sources: elected::sources(cx, &people),
        groups: list(groups.into_iter().map(|(name, people)| {
            let name = (!one).then(|| cx.words.with(msg::ELECTED_GROUP, (fill::group(name), fill::n(people.len()))));
            view! { name, matrix: table(cx, &put, &people) }
        })),
        parties: parties(cx, election, &put, &people),
        data: DataFile::Elected.path().as_str(),
    }
}

/// People by nation and region, where the seats of the election are so many that its own page has them so; else all in one.
fn by_place<'a>(cx: &Context<'a>, election: &Election, people: &[PersonAt<'a>]) -> Vec<(String, Vec<PersonAt<'a>>)> {
    if !seats::is_folded(election) {
        return vec![(String::new(), people.to_vec())];
    }
    let mut places: BTreeMap<_, Vec<PersonAt<'a>>> = BTreeMap::new();
    for at in people {
        places.entry((at.ballot.nation, at.ballot.region.as_ref())).or_default().push(*at);
    }
    let named = |people: Vec<PersonAt<'a>>| {
        let name = people.first().map(|at| phrase::place_name(cx, at.ballot)).unwrap_or_default();
        (name, people)
    };
    places.into_values().map(named).collect()
}

/// Some of those elected in a row each, with their own words alone.
fn table(cx: &Context<'_>, put: &[&PutQuestion], people: &[PersonAt<'_>]) -> Value {
    let cells = people.iter().flat_map(|at| &at.person.cells);
    let head = Head {
        caption: cx.words.text(msg::ELECTED_CAPTION),
        corner: msg::ELECTED,
        holds: None,
        alike: Alike::of(cells.flat_map(cell::own_checked)),
    };
    matrix::view(cx, &head, put, |_, group| {
        vec![view! { rows: list(people.iter().map(|at| matrix::of_elected(cx, *at, group))) }]
    })
}

/// What the parties of those elected say, each with how many of them it has; nothing when no line of theirs is known.
fn parties(cx: &Context<'_>, election: &Election, put: &[&PutQuestion], people: &[PersonAt<'_>]) -> Option<Value> {
    let known = party_table::known(cx, election).into_iter().filter_map(|party| {
        let n = people.iter().filter(|at| at.person.party.id == party.id).count();
        (n > 0).then_some((party, n))
    });
    let known: Vec<(&Party, usize)> = known.collect();
    let parties: Vec<&Party> = known.iter().map(|(party, _)| *party).collect();
    let head = Head {
        caption: cx.words.with(msg::PARTIES_CAPTION, fill::election(cx.election_name(election))).into(),
        corner: msg::PARTIES_PARTY,
        holds: None,
        alike: Alike::of(party_table::checked(election, &parties, put)),
    };
    let notes = |n| list([cx.words.with(msg::ELECTED_COUNT, fill::n(n))]);
    let rows = |group: &[&PutQuestion]| {
        list(known.iter().map(|(party, n)| matrix::of_party_noted(cx, (election, party), group, notes(*n))))
    };
    (!known.is_empty()).then(|| matrix::view(cx, &head, put, |_, group| vec![view! { rows: rows(group) }]))
}
