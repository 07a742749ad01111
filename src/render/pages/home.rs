use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use tera::Value;

use super::find;
use crate::messages::{fill, msg};
use crate::model::{Election, PutQuestion};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{MarkView, Up, body, changes, mark, party_table, polling_day, question_head, seats};
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>) -> (String, String) {
    let site = &cx.campaign.site;
    let lead = || cx.words.text(msg::HOME_LEAD).into_owned();
    (site.title.to_string(), site.description.as_ref().map_or_else(lead, ToString::to_string))
}

/// The home page: the elections, and of the latest its questions or how many parties say what on each.
pub(crate) fn view(cx: &Context<'_>, up: &Up) -> Value {
    let latest = cx.campaign.elections.first();
    view! {
        elections: list(cx.elections().map(|at| home_election(cx, at))),
        finder: find::finder(cx),
        body: body::added(cx, &PageKind::Home, up),
        questions: latest.map(|election| question_head::links(cx, election)),
        parties: latest.map(|election| glance(cx, election)),
        changes: changes::latest(cx),
    }
}

fn home_election(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    let election = at.election;
    let n = election.ballots.len();
    let name = fill::election(cx.election_name(election));
    let find = if seats::part_only(election) {
        let all = fill::all(election.ballots_in_all.unwrap_or_default());
        cx.words_of(election).with(msg::HOME_FIND_OF, (all, name, fill::n(n)))
    } else {
        cx.words_of(election).with(msg::HOME_FIND_TEXT, (name, fill::n(n)))
    };
    // All seats, when there are few.
    let seats = at.ballots().filter(|_| n <= seats::MOST_AT_HOME);
    view! {
        name: cx.election_name(election),
        date: cx.words.day(election.date),
        polling_day: polling_day::ahead(cx, election),
        find,
        link: at.page,
        seats: list(seats.map(|ballot| seats::seat(cx, ballot))),
        deadlines: seats::deadlines(cx, election),
    }
}

/// How many parties say what in an election, by question; nothing when no line is on record.
fn glance(cx: &Context<'_>, election: &Election) -> Option<Value> {
    let parties = party_table::known(cx, election);
    let count = |(MarkView { tone, shape, word, .. }, parties): (MarkView<'_>, BTreeSet<_>)| {
        view! { tone, shape, word, count: cx.words.with(msg::GLANCE_COUNT, fill::n(parties.len())) }
    };
    let glance = |put: &PutQuestion| {
        let mut groups: BTreeMap<(usize, Cow<'_, str>), (MarkView<'_>, BTreeSet<_>)> = BTreeMap::new();
        for party in &parties {
            for mark in party_table::line_marks(cx, election, party, &put.question) {
                let group = groups.entry((place(&mark), mark.word.clone()));
                group.or_insert_with(|| (mark, BTreeSet::new())).1.insert(&party.id);
            }
        }
        let groups = list(groups.into_values().map(count));
        view! { ask: question_head::asked_where(cx, put), link: cx.question_link(put.id()), groups }
    };
    (!parties.is_empty()).then(|| list(election.questions.iter().map(glance)))
}

/// The place of a mark among the groups: the answers first, as they are explained; confirmed ones before others.
fn place(mark: &MarkView<'_>) -> usize {
    mark::SHAPES.iter().position(|shape| mark.shape == Some(shape)).unwrap_or(mark::SHAPES.len())
}
