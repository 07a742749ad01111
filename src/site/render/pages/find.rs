use tera::Value;

use crate::messages::{Message, msg};
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{link, seats};
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>) -> (String, String) {
    (cx.words.text(msg::FIND_TITLE).into_owned(), cx.words.text(lead(cx)).into_owned())
}

/// Where a voter finds the ballots.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let areas = cx.plan.addresses.postcode_areas.iter();
    view! {
        lead: cx.words.text(lead(cx)),
        finder: finder(cx),
        elections: list(cx.elections().map(|at| find_election(cx, at))),
        areas: list(areas.map(|(area, path)| link::to(area.as_str(), path))),
        credits: credits(cx),
    }
}

/// The ways to the ballots of an election that need no script.
fn find_election(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    let few = !seats::is_folded(at.election);
    view! {
        name: cx.election_name(at.election),
        link: at.page,
        empty: at.election.ballots.is_empty(),
        seats: list(seats::from_a_to_z(at).into_iter().filter(|_| few).map(|ballot| seats::seat(cx, ballot))),
        letters: list(seats::letters(at).into_iter().map(|group| group.links(cx))),
    }
}

/// Whether there is anything to find, and if so whether by postcode too.
fn by_postcode(cx: &Context<'_>) -> Option<bool> {
    let any = cx.campaign.elections.iter().any(|election| !election.ballots.is_empty());
    any.then_some(!cx.plan.addresses.outcodes.is_empty())
}

/// The box in which a voter types a postcode or a name. Only a script can answer, so it stays hidden without one.
pub(crate) fn finder(cx: &Context<'_>) -> Option<Value> {
    let postcodes = by_postcode(cx)?;
    let label = if postcodes { msg::FIND_LABEL } else { msg::FIND_LABEL_NAMES };
    Some(view! { label: cx.words.text(label), postcodes })
}

/// By what a ballot can be found: only what is there is promised.
fn lead(cx: &Context<'_>) -> Message<()> {
    match by_postcode(cx) {
        None => msg::FIND_LEAD_NONE,
        Some(true) => msg::FIND_LEAD,
        Some(false) => msg::FIND_LEAD_NAMES,
    }
}

/// The attribution that the postcodes ask for.
pub(crate) fn credits(cx: &Context<'_>) -> Value {
    let with_postcodes = cx.campaign.data.iter().filter(|dataset| dataset.postcodes().is_some());
    list(with_postcodes.map(|dataset| &dataset.source.credit))
}
