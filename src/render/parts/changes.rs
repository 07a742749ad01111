use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::atoms::{PartialDate, Seen, SitePath};
use crate::model::{Document, Mark, Verification};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::cell::own_anchor;
use crate::render::parts::gap::line_anchor;
use crate::render::parts::link::LinkView;

/// How many changes the home page shows.
const MOST: usize = 5;

/// The latest changes of one date.
#[derive(Debug, Serialize)]
pub struct ChangesView<'a> {
    /// The date.
    pub date: String,
    /// What happened to what, and where it stands.
    pub list: Vec<LinkView<'a>>,
}

/// What happened, in the order in which changes of one day are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    TakenDown,
    Retracted,
    Disputed,
    Unverified,
    Replied,
    Checked,
    Said,
}

/// To what it happened: an index into the campaign's own lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Concern {
    /// A correction.
    Correction(usize),
    /// The marks of a candidacy: election, ballot, candidacy.
    Person(What, usize, usize, usize),
    /// The lines of a party.
    Party(What, usize),
    /// Documents that were read.
    Documents,
}

/// Each change with what it befell: the question of a mark or the title of a document, and where it stands.
type Found<'a> = BTreeMap<(Reverse<PartialDate>, Concern), Vec<(&'a str, String)>>;

/// The latest changes, the latest first: from the dates of the records and nothing else. What
/// happened on one day to several marks of one person or party is one change, and so is all reading.
pub(crate) fn changes<'a>(cx: &Context<'a>) -> Vec<ChangesView<'a>> {
    let mut found = Found::new();
    for (i, correction) in cx.campaign.corrections.iter().enumerate() {
        keep(cx, &mut found, correction.date, Concern::Correction(i), None);
    }
    for document in &cx.campaign.documents {
        if let Some(date) = last_read(document) {
            let link = || cx.document_link(document).to_owned();
            keep(cx, &mut found, date, Concern::Documents, Some((document.title.as_str(), &link)));
        }
    }
    of_parties(cx, &mut found);
    of_people(cx, &mut found);
    let mut dates = BTreeMap::<_, Vec<_>>::new();
    for ((date, subject), befell) in found {
        dates.entry(date).or_default().push(change(cx, subject, befell));
    }
    dates.into_iter().map(|(date, list)| ChangesView { date: cx.words.date(date.0), list }).collect()
}

fn of_parties<'a>(cx: &Context<'a>, found: &mut Found<'a>) {
    for (p, party) in cx.campaign.parties.iter().enumerate() {
        let Some(page) = cx.plan.addresses.parties.get(&party.id) else { continue };
        for line in &party.lines {
            let (what, date) = last_change(&line.mark);
            let anchor = || format!("{page}#{}", line_anchor(line.election.as_str(), line.question.id.as_str()));
            keep(cx, found, date, Concern::Party(what, p), Some((line.wording().short.as_str(), &anchor)));
        }
    }
}

fn of_people<'a>(cx: &Context<'a>, found: &mut Found<'a>) {
    for (e, election) in cx.campaign.elections.iter().enumerate() {
        for (b, ballot) in election.ballots.iter().enumerate() {
            let people = ballot.candidacies.iter().enumerate();
            // Who stands twice has answers once, and whose marks are all off the site has none to show.
            for (c, person) in people.filter(|(_, p)| p.answers_in.is_none() && p.takedown.is_none()) {
                let page = &cx.plan.addresses.people[e][b][c];
                for position in &person.positions {
                    let (what, date) = last_change(&position.mark);
                    let anchor = || format!("{page}#{}", own_anchor(position.question.id.as_str()));
                    let short = position.wording().short.as_str();
                    keep(cx, found, date, Concern::Person(what, e, b, c), Some((short, &anchor)));
                }
            }
        }
    }
}

/// Keeps a change when it is among the latest so far.
fn keep<'a>(
    cx: &Context<'a>,
    found: &mut Found<'a>,
    date: PartialDate,
    subject: Concern,
    what: Option<(&'a str, &dyn Fn() -> String)>,
) {
    let key = (Reverse(date), subject);
    let too_early = found.len() >= MOST && found.last_key_value().is_some_and(|(last, _)| *last < key);
    if too_early || date.earliest() > cx.campaign.site.as_of {
        return;
    }
    found.entry(key).or_default().extend(what.map(|(name, link)| (name, link())));
    if found.len() > MOST {
        found.pop_last();
    }
}

fn change<'a>(cx: &Context<'a>, subject: Concern, befell: Vec<(&'a str, String)>) -> LinkView<'a> {
    let campaign = cx.campaign;
    match subject {
        Concern::Correction(i) => {
            let about = campaign.corrections[i].about.as_str();
            let text = cx.words.with("change-corrected", [("about", about.into())]);
            LinkView::to(text, cx.built_in(PageKind::Corrections))
        }
        Concern::Documents => befallen(cx, "change-read", "", befell, cx.built_in(PageKind::Documents)),
        Concern::Party(what, p) => {
            let party = &campaign.parties[p];
            let page = cx.plan.addresses.parties.get(&party.id).map_or("", SitePath::as_str);
            befallen(cx, message(what), party.name.as_str(), befell, page)
        }
        Concern::Person(what, e, b, c) => {
            let person = &campaign.elections[e].ballots[b].candidacies[c];
            let page = cx.plan.addresses.people[e][b][c].as_str();
            befallen(cx, message(what), person.name.as_str(), befell, page)
        }
    }
}

/// What happened to one thing, or to several: then the link leads to the page of them all.
fn befallen<'a>(cx: &Context<'a>, id: &str, name: &str, befell: Vec<(&'a str, String)>, all: &'a str) -> LinkView<'a> {
    let n = befell.len();
    let (what, link) = befell.into_iter().next().unwrap_or_default();
    let gaps = [("name", name.into()), ("n", n.into()), ("what", what.into())];
    LinkView::to(cx.words.with(id, gaps), if n == 1 { link } else { all.to_owned() })
}

fn message(what: What) -> &'static str {
    match what {
        What::TakenDown => "change-taken-down",
        What::Retracted => "change-retracted",
        What::Disputed => "change-disputed",
        What::Unverified => "change-unverified",
        What::Replied => "change-replied",
        What::Checked => "change-checked",
        What::Said => "change-said",
    }
}

/// What happened to a mark last, and when. Of several things on one day the weightier counts.
fn last_change(mark: &Mark) -> (What, PartialDate) {
    let stated = match &mark.verification {
        Verification::Disputed { date, .. } => Some((What::Disputed, *date)),
        Verification::Unverified { date, .. } => Some((What::Unverified, *date)),
        Verification::Retracted { date, .. } => Some((What::Retracted, *date)),
        Verification::Claimed | Verification::Confirmed => None,
    };
    if let Some(takedown) = &mark.takedown {
        return (What::TakenDown, takedown.date);
    }
    let replied = mark.reply.iter().map(|reply| (What::Replied, reply.date));
    let checked = mark.checks.iter().map(|check| (What::Checked, check.date));
    let all = stated.into_iter().chain(replied).chain(checked);
    let weight = |(what, date): &(What, PartialDate)| (*date, Reverse(*what));
    all.chain([(What::Said, mark.date)]).max_by_key(weight).unwrap_or((What::Said, mark.date))
}

/// When somebody last read a document or a copy of it, or repeated a reading.
fn last_read(document: &Document) -> Option<PartialDate> {
    let readings = document.readings.iter().filter(|reading| reading.seen != Seen::Described);
    readings.flat_map(|reading| reading.checks.iter().map(|check| check.date).chain([reading.date])).max()
}
