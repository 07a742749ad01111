use std::borrow::Cow;

use tera::Value;

use crate::atoms::{SitePath, WebUrl};
use crate::messages::{fill, msg};
use crate::model::{Ballot, Event};
use crate::render::context::Context;
use crate::render::parts::link;
use crate::render::view::list;

/// The events to which people can go: those to come, and those that are over.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let (past, coming): (Vec<_>, Vec<_>) = cx.campaign.content.events.iter().partition(|event| event.is_past);
    let items = |events: Vec<&Event>| list(events.into_iter().map(|event| item(cx, event, Some(place(cx, event)))));
    view! { coming: items(coming), past: items(past), calendar: calendar(cx) }
}

/// The events to come for the voters of a ballot, on its own page.
pub(crate) fn of_ballot(cx: &Context<'_>, ballot: &Ballot) -> Value {
    let events = cx.campaign.content.events.iter();
    let coming = events.filter(|event| !event.is_past);
    let own = coming.filter(|event| event.ballot.as_ref().is_some_and(|own| own.value == ballot.id));
    list(own.map(|event| item(cx, event, None)))
}

/// An event: what, when, where, and how everybody can take part.
fn item(cx: &Context<'_>, event: &Event, place: Option<Value>) -> Value {
    let sources = event.evidence.iter().map(|source| link::out(&source.title, source.url.as_ref().map(WebUrl::as_str)));
    view! {
        id: format!("event-{}", event.id),
        title: &event.title,
        when: when(cx, event),
        place,
        past: event.is_past,
        access: &event.access,
        url: event.url.as_ref(),
        sources: list(sources),
    }
}

/// When it is: a day or several, and when it begins.
pub(crate) fn when(cx: &Context<'_>, event: &Event) -> String {
    let first = cx.words.date(event.date.value);
    let days = match &event.until {
        Some(until) => cx.words.with(msg::EVENT_DAYS, (fill::first(first), fill::last(cx.words.date(until.value)))),
        None => first,
    };
    match event.time {
        Some(time) => cx.words.with(msg::EVENT_TIME, (fill::date(days), fill::time(time.to_string()))),
        None => days,
    }
}

/// The file with the dates to come, where there are any.
pub(crate) fn calendar<'a>(cx: &Context<'a>) -> Option<&'a str> {
    cx.plan.addresses.calendar.as_ref().map(SitePath::as_str)
}

/// What the place is called, unless it is everywhere.
pub(crate) fn place_name<'a>(cx: &Context<'a>, event: &'a Event) -> Option<Cow<'a, str>> {
    let ballot = event.ballot.as_ref().and_then(|ballot| cx.ballot(ballot));
    ballot.map(|at| cx.ballot_name(at.election, at.ballot)).or(event.area.as_ref().map(|area| cx.words.told(area)))
}

/// Where it is: the ballot's area with a link to its page, else as the record says; else everywhere.
fn place(cx: &Context<'_>, event: &Event) -> Value {
    match (event.ballot.as_ref().and_then(|ballot| cx.ballot(ballot)), &event.area) {
        (Some(at), _) => link::to(cx.ballot_name(at.election, at.ballot), at.page),
        (None, Some(area)) => link::out(area, None::<&str>),
        (None, None) => link::out(cx.words.text(msg::EVENT_EVERYWHERE), None::<&str>),
    }
}
