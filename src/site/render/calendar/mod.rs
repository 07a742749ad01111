//! Takes what views are made from, gives the dates to come as a file for calendars. Tells no more of them than the pages do.

mod ics;

use std::borrow::Cow;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::context::Context;
use super::pages::events;
use crate::country::clock;
use crate::diagnostic::Failure;
use crate::load::records::DeadlineRecord;
use crate::messages::{fill, msg};
use crate::model::{Coming, ComingKind, Election, Event};
use crate::plan::PageKind;
use crate::sink::Sink;
use ics::{Begins, IcsEntry, IcsFile};

/// The calendar in one language, where anything is to come.
pub(super) fn file(cx: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let Some(path) = cx.plan.addresses.calendar.as_ref().filter(|path| sink.wants(path)) else { return Ok(()) };
    let name = cx.words.with(msg::CALENDAR_NAME, fill::site(&cx.campaign.site.title));
    let site = &cx.campaign.site;
    let (as_of, clock) = (site.as_of, clock(site.country));
    let entries = cx.campaign.coming().iter().map(|coming| entry(cx, coming)).collect();
    sink.put(path, IcsFile { name, as_of, clock, entries }.text().as_bytes())
}

fn entry<'a>(cx: &Context<'a>, coming: &Coming<'a>) -> IcsEntry<'a> {
    let page = |kind: &PageKind| cx.whole(cx.built_in(kind));
    let whole_day = |id: String, summary: String, description: Option<String>, url| IcsEntry {
        id: of_site(cx, &id),
        begins: Begins::Day { first: coming.date, after: day_after(coming.date) },
        summary: summary.into(),
        description: description.map(Cow::Owned),
        location: None,
        url,
    };
    match coming.kind {
        ComingKind::Event(event) => of_event(cx, event, coming.date, page(&PageKind::Events)),
        ComingKind::Deadline(election, n, deadline) => {
            let gaps = (fill::election(cx.election_name(election)), fill::name(&deadline.name));
            let summary = made_up(cx, election.fictional, &cx.words.with(msg::CALENDAR_DEADLINE, gaps));
            whole_day(deadline_id(election, n, deadline), summary, None, cx.whole(cx.election(&election.id).page))
        }
        ComingKind::Polling(election) => {
            let summary = cx.words.with(msg::CALENDAR_POLLING, fill::election(cx.election_name(election)));
            let summary = made_up(cx, election.fictional, &summary);
            let closes = election.polls_close.map(|time| cx.words.with(msg::POLLS_CLOSE, fill::time(time.to_string())));
            whole_day(format!("polling-{}", election.id), summary, closes, cx.whole(cx.election(&election.id).page))
        }
    }
}

/// An event of several days takes all of them, and says when it begins.
fn of_event<'a>(cx: &Context<'a>, event: &'a Event, first: Date, page: Option<String>) -> IcsEntry<'a> {
    let last = event.until.as_ref().map(|until| until.latest());
    let begins = match (event.time, last) {
        (Some(time), None) => Begins::At { day: first, time },
        (_, last) => Begins::Day { first, after: day_after(last.unwrap_or(first)) },
    };
    let of_ballot = event.ballot.as_ref().and_then(|id| cx.ballot(id));
    let is_fictional = of_ballot.map_or_else(|| cx.is_all_fictional(), |at| at.election.fictional);
    let access = format!("{} {}", cx.words.text(msg::EVENT_ACCESS), event.access.as_str());
    let description = if last.is_some() { format!("{}\n{access}", events::when(cx, event)) } else { access };
    IcsEntry {
        id: of_site(cx, &format!("event-{}", event.id)),
        begins,
        summary: made_up(cx, is_fictional, event.title.as_str()).into(),
        description: Some(description.into()),
        location: events::place_name(cx, event),
        url: event.url.as_ref().map(ToString::to_string).or(page),
    }
}

fn day_after(day: Date) -> Date {
    day.saturating_add(1.day())
}

/// The id of a deadline: by its date, since others may come to stand before it, and its name is told in each language.
fn deadline_id(election: &Election, n: usize, deadline: &DeadlineRecord) -> String {
    let date = *deadline.date;
    let again = if n > 0 { format!("-{}", n + 1) } else { String::new() };
    format!("deadline-{}-{date}{again}", election.id)
}

/// Its words, with the label of what is made up before those.
fn made_up(cx: &Context<'_>, is_fictional: bool, summary: &str) -> String {
    if is_fictional { format!("{} {summary}", cx.words.text(msg::FICTIONAL_LABEL)) } else { summary.to_owned() }
}

/// An id that stays as it is while the thing does, and that no other site with an address of its own gives.
fn of_site(cx: &Context<'_>, id: &str) -> String {
    let at = cx.base_url().and_then(|url| url.split_once("://")).map_or("hustings.invalid", |(_, at)| at);
    format!("{id}@{}", at.trim_end_matches('/'))
}
