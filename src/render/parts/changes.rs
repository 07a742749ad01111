use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use tera::Value;

use crate::atoms::{PartialDate, Seen, WrittenVerification};
use crate::messages::{Message, fill, msg};
use crate::model::{Document, Mark, Verification};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{cell, gap, link};
use crate::render::view::list;

/// How many changes the home page shows.
const MOST: usize = 5;

/// What happened, in the order in which changes of one day are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Happened {
    TakenDown,
    Retracted,
    Disputed,
    Unverified,
    Replied,
    Checked,
    Said,
}

/// To what it happened: its place in the campaign's own order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Concern {
    /// A correction.
    Correction(usize),
    /// The marks of a candidacy.
    Person(Happened, usize),
    /// The lines of a party.
    Party(Happened, usize),
    /// Documents that were read.
    Documents,
}

/// One thing that something happened to: its name, its page, and what of it was befallen: the question of a mark or the
/// title of a document, and where that stands.
struct Changed<'a> {
    name: &'a str,
    page: &'a str,
    befell: Vec<(&'a str, String)>,
}

/// The latest changes so far.
struct Latest<'a> {
    as_of: Date,
    found: BTreeMap<(Reverse<PartialDate>, Concern), Changed<'a>>,
}

/// The latest changes, the latest first: from the dates of the records and nothing else. What
/// happened on one day to several marks of one person or party is one change, and so is all reading.
pub(crate) fn latest(cx: &Context<'_>) -> Value {
    let mut latest = Latest { as_of: cx.campaign.site.as_of, found: BTreeMap::new() };
    let corrections = cx.built_in(&PageKind::Corrections);
    for (i, correction) in cx.campaign.content.corrections.iter().enumerate() {
        latest.keep(correction.date.value, Concern::Correction(i), (correction.about.as_str(), corrections), None);
    }
    let documents = cx.built_in(&PageKind::Documents);
    for document in &cx.campaign.documents {
        if let Some(date) = last_read(document) {
            let link = || cx.document_link(document).to_owned();
            latest.keep(date, Concern::Documents, ("", documents), Some((document.title.as_str(), &link)));
        }
    }
    of_parties(cx, &mut latest);
    of_people(cx, &mut latest);
    let mut dates = BTreeMap::<_, Vec<_>>::new();
    for ((date, concern), change) in latest.found {
        dates.entry(date).or_default().push(change_link(cx, concern, change));
    }
    list(dates.into_iter().map(|(Reverse(date), changes)| view! { date: cx.words.date(date), list: changes }))
}

fn of_parties<'a>(cx: &Context<'a>, latest: &mut Latest<'a>) {
    for (p, party) in cx.campaign.parties.iter().enumerate() {
        let page = cx.party_page(party);
        for line in &party.lines {
            let (what, date) = last_change(&line.mark);
            let link = || format!("{page}#{}", gap::line_anchor(line.election.as_str(), line.question.id.as_str()));
            let befell = Some((line.wording().short.as_str(), &link as &dyn Fn() -> String));
            latest.keep(date, Concern::Party(what, p), (party.name.as_str(), page), befell);
        }
    }
}

fn of_people<'a>(cx: &Context<'a>, latest: &mut Latest<'a>) {
    let people = cx.elections().flat_map(ElectionAt::ballots).flat_map(BallotAt::people).enumerate();
    // Who stands twice has answers once, and whose marks are all off the site has none to show.
    for (n, at) in people.filter(|(_, at)| at.person.answers_in.is_none() && at.person.takedown.is_none()) {
        for position in &at.person.positions {
            let (what, date) = last_change(&position.mark);
            let link = || format!("{}#{}", at.page, cell::own_anchor(position.question.id.as_str()));
            let befell = Some((position.wording().short.as_str(), &link as &dyn Fn() -> String));
            latest.keep(date, Concern::Person(what, n), (at.person.name.as_str(), at.page), befell);
        }
    }
}

impl<'a> Latest<'a> {
    /// Keeps a change when it is among the latest so far.
    fn keep(
        &mut self,
        date: PartialDate,
        concern: Concern,
        (name, page): (&'a str, &'a str),
        befell: Option<(&'a str, &dyn Fn() -> String)>,
    ) {
        let key = (Reverse(date), concern);
        let too_early = self.found.len() >= MOST && self.found.last_key_value().is_some_and(|(last, _)| *last < key);
        if too_early || date.earliest() > self.as_of {
            return;
        }
        let change = self.found.entry(key).or_insert(Changed { name, page, befell: Vec::new() });
        change.befell.extend(befell.map(|(what, link)| (what, link())));
        if self.found.len() > MOST {
            self.found.pop_last();
        }
    }
}

/// What happened to one thing, or to several: then the link leads to the page of them all.
fn change_link(cx: &Context<'_>, concern: Concern, change: Changed<'_>) -> Value {
    let Changed { name, page, befell } = change;
    let n = befell.len();
    let (what, place) = befell.into_iter().next().unwrap_or_default();
    let (several, what) = (fill::n(n), fill::what(what));
    let text = match concern {
        Concern::Correction(_) => {
            return link::to(cx.words.with(msg::CHANGE_CORRECTED, fill::about(name)), page);
        }
        Concern::Documents => cx.words.with(msg::CHANGE_READ, (several, what)),
        Concern::Party(which, _) | Concern::Person(which, _) => {
            cx.words.with(message(which), (several, fill::name(name), what))
        }
    };
    link::to(text, if n == 1 { &place } else { page })
}

fn message(what: Happened) -> Message<(fill::N, fill::Name, fill::What)> {
    match what {
        Happened::TakenDown => msg::CHANGE_TAKEN_DOWN,
        Happened::Retracted => msg::CHANGE_RETRACTED,
        Happened::Disputed => msg::CHANGE_DISPUTED,
        Happened::Unverified => msg::CHANGE_UNVERIFIED,
        Happened::Replied => msg::CHANGE_REPLIED,
        Happened::Checked => msg::CHANGE_CHECKED,
        Happened::Said => msg::CHANGE_SAID,
    }
}

/// What happened to a mark last, and when. Of several things on one day the weightier counts.
fn last_change(mark: &Mark) -> (Happened, PartialDate) {
    let stated = match &mark.verification {
        Verification::Written(written) => {
            let happened = match written.state {
                WrittenVerification::Disputed => Happened::Disputed,
                WrittenVerification::Unverified => Happened::Unverified,
                WrittenVerification::Retracted => Happened::Retracted,
            };
            Some((happened, *written.date))
        }
        Verification::Claimed | Verification::Confirmed => None,
    };
    if let Some(takedown) = &mark.takedown {
        return (Happened::TakenDown, *takedown.date);
    }
    let replied = mark.reply.iter().map(|reply| (Happened::Replied, *reply.date));
    let checked = mark.checks.iter().map(|check| (Happened::Checked, *check.date));
    let all = stated.into_iter().chain(replied).chain(checked);
    let weight = |(what, date): &(Happened, PartialDate)| (*date, Reverse(*what));
    all.chain([(Happened::Said, *mark.date)]).max_by_key(weight).unwrap_or((Happened::Said, *mark.date))
}

/// When somebody last read a document or a copy of it, or repeated a reading.
fn last_read(document: &Document) -> Option<PartialDate> {
    let readings = document.readings.iter().filter(|reading| reading.seen != Seen::Described);
    readings.flat_map(|reading| reading.checks.iter().map(|check| *check.date).chain([reading.date])).max()
}
