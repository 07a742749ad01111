use std::collections::BTreeMap;

use tera::Value;

use super::document::received_text;
use crate::atoms::{PartialDate, QuestionId, Seen};
use crate::messages::{fill, msg};
use crate::model::{Document, Election, Reading, Subject};
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{documents, leaflets, link, phrase};
use crate::render::view::list;

/// The leaflets of each election, the first that came first: what was looked for in each, and what was found.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let elections = cx.campaign.elections.iter().filter_map(|election| {
        let mut leaflets: Vec<&Document> = of_election(cx, election).collect();
        leaflets.sort_by_key(|leaflet| (day(leaflet).map(PartialDate::earliest), leaflet.title.clone()));
        let entries = leaflets.iter().map(|leaflet| entry(cx, election, leaflet));
        (!leaflets.is_empty()).then(|| {
            view! {
                name: cx.election_name(election),
                entries: list(entries),
                ballots: list(by_ballot(cx, election, &leaflets)),
                parties: list(by_party(cx, election, &leaflets)),
            }
        })
    });
    view! { elections: list(elections) }
}

fn of_election<'c>(cx: &Context<'c>, election: &'c Election) -> impl Iterator<Item = &'c Document> {
    leaflets::leaflets(cx.campaign).filter(|document| document.election == election.id)
}

/// When it came, or else when it was published.
fn day(leaflet: &Document) -> Option<PartialDate> {
    let received = leaflet.received.as_ref().map(|received| *received.date);
    received.or_else(|| leaflet.date.map(|date| *date))
}

fn entry(cx: &Context<'_>, election: &Election, leaflet: &Document) -> Value {
    view! {
        id: leaflet.id.as_str(),
        link: cx.document_link(leaflet),
        title: &leaflet.title,
        under: documents::under(cx, leaflet),
        received: leaflet.received.as_ref().map(|received| received_text(cx, received)),
        readings: list(leaflet.readings.iter().map(|reading| list(sentences(cx, election, reading)))),
        unread: leaflet.readings.is_empty().then(|| cx.words.text(msg::DIARY_UNREAD)),
    }
}

/// What a reader looked for, and what they found.
fn sentences(cx: &Context<'_>, election: &Election, reading: &Reading) -> Vec<String> {
    let shorts = |ids: &[QuestionId]| {
        let put = ids.iter().filter_map(|id| election.put(id));
        put.map(|put| cx.words.told(put.wording().short)).collect::<Vec<_>>().join(" ")
    };
    let told = (reading.seen == Seen::Described).then(|| cx.words.text(msg::DIARY_DESCRIBED).into_owned());
    let looked = (!reading.looked_for.is_empty())
        .then(|| cx.words.with(msg::DIARY_LOOKED, fill::list(shorts(&reading.looked_for))));
    let found = match (reading.looked_for.is_empty(), reading.found.is_empty()) {
        (true, _) => None,
        (false, true) if told.is_some() => Some(cx.words.text(msg::READING_TOPICS_NONE_TOLD).into_owned()),
        (false, true) => Some(cx.words.text(msg::DIARY_FOUND_NONE).into_owned()),
        (false, false) => Some(cx.words.with(msg::DIARY_FOUND, fill::list(shorts(&reading.found)))),
    };
    let part = reading.part.as_ref().filter(|_| !reading.whole);
    let part = part.map(|part| match told {
        Some(_) => cx.words.told(&phrase::sentence(part)).into_owned(),
        None => cx.words.with(msg::DIARY_PART, fill::part(&phrase::clause(part))),
    });
    let besides = documents::besides(cx, Some(election), reading);
    [told, part, looked, found].into_iter().flatten().chain(besides).collect()
}

/// The ballots in whose areas leaflets came, or whose candidates they are of, each with those.
fn by_ballot(cx: &Context<'_>, election: &Election, leaflets: &[&Document]) -> Vec<Value> {
    let ballots = cx.elections().filter(|at| at.election.id == election.id).flat_map(ElectionAt::ballots);
    let mut groups: Vec<(String, Value)> = Vec::new();
    for at in ballots {
        let own = cx.leaflets.get(&at.ballot.id).map(Vec::as_slice).unwrap_or_default();
        let own = leaflets.iter().filter(|leaflet| own.iter().any(|one| one.id == leaflet.id));
        let name = cx.ballot_name(at.election, at.ballot);
        let key = cx.plain().ballot_name(at.election, at.ballot).to_lowercase();
        groups.extend(group(link::to(name, at.page), own.copied()).map(|group| (key, group)));
    }
    groups.sort_by(|(one, _), (other, _)| one.cmp(other));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The parties whose leaflets they are, or whose candidates'.
fn by_party(cx: &Context<'_>, election: &Election, leaflets: &[&Document]) -> Vec<Value> {
    let mut of = BTreeMap::<String, (Value, Vec<&Document>)>::new();
    for leaflet in leaflets {
        let party = match &leaflet.of {
            Subject::Party(id) => cx.campaign.parties.by_id(id),
            Subject::Person(id) => {
                let mut there = cx.candidacies.get(id).into_iter().flatten().filter(|at| at.election.id == election.id);
                there.next().map(|at| &at.person.party)
            }
        };
        let Some(party) = party else { continue };
        let key = format!("{} {}", party.name.as_str().to_lowercase(), party.id);
        of.entry(key).or_insert_with(|| (link::party(cx, party), Vec::new())).1.push(leaflet);
    }
    of.into_values().filter_map(|(party, leaflets)| group(party, leaflets.into_iter())).collect()
}

/// Whose or where, with a link to each entry.
fn group<'d>(of: Value, leaflets: impl Iterator<Item = &'d Document>) -> Option<Value> {
    let entries = leaflets.map(|leaflet| view! { id: leaflet.id.as_str(), title: &leaflet.title });
    let entries: Vec<Value> = entries.collect();
    (!entries.is_empty()).then(|| view! { of, entries: list(entries) })
}
