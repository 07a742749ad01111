use tera::Value;

use crate::atoms::{PartyId, Text};
use crate::messages::msg;
use crate::model::{Election, Party};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};

/// The colour of a party that has none on record.
const NO_COLOUR: &str = "#8a8a8a";

/// Words that lead to a page of this site.
pub(crate) fn to(text: impl Into<Value>, link: impl Into<Value>) -> Value {
    view! { text: text.into(), link: link.into() }
}

/// Words that may lead to another site.
pub(crate) fn out<'u>(text: impl Into<Value>, url: impl Into<Option<&'u str>>) -> Value {
    view! { text: text.into(), url: url.into() }
}

/// A party's name with its page, and its colour as `#rrggbb`, for a stripe of at most 5 pixels.
pub(crate) fn party(cx: &Context<'_>, party: &Party) -> Value {
    party_named(cx, party, &party.name)
}

/// The same by its short name, where many stand close together.
pub(crate) fn party_called(cx: &Context<'_>, party: &Party) -> Value {
    party_named(cx, party, party.called())
}

fn party_named(cx: &Context<'_>, party: &Party, name: &Text) -> Value {
    view! {
        name,
        colour: party.colour.as_ref().map_or(NO_COLOUR, |colour| colour.as_str()),
        link: cx.plan.addresses.parties.get(&party.id),
    }
}

/// A link to a comparison that begins with all who stand on a ballot.
pub(crate) fn compare_people(cx: &Context<'_>, at: BallotAt<'_>) -> Value {
    to(cx.words.text(msg::COMPARE_SOME), compared(cx, at.election, &format!("{}/", at.ballot.slug)))
}

/// A link to a comparison that begins with one person.
pub(crate) fn compare_person(cx: &Context<'_>, at: PersonAt<'_>) -> Value {
    let chosen = format!("{}/{}", at.ballot.slug, at.person.person);
    to(cx.words.text(msg::COMPARE_WITH), compared(cx, at.election, &chosen))
}

/// A link to a comparison that begins with a party.
pub(crate) fn compare_party(cx: &Context<'_>, election: &Election, party: &PartyId) -> Value {
    to(cx.words.text(msg::COMPARE_WITH), compared(cx, election, party.as_str()))
}

fn compared(cx: &Context<'_>, election: &Election, chosen: &str) -> String {
    format!("{}#{}:{chosen}", cx.built_in(&PageKind::Compare), election.id)
}
