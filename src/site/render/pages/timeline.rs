use std::borrow::Cow;

use tera::Value;

use crate::messages::{Message, fill, msg};
use crate::model::{Account, Ask, Election, Moment, MomentOf, Pledge};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::pages::lists;
use crate::render::parts::{account, corrected, link};
use crate::render::view::list;

/// The kinds of things on the timeline, in the order in which one can choose among them: each with the word that is its anchor
/// and the class of its lines.
const KINDS: [(&str, Message<()>); 6] = [
    ("accounts", msg::NAV_ACCOUNTS),
    ("pledges", msg::NAV_PLEDGES),
    ("documents", msg::NAV_DOCUMENTS),
    ("elections", msg::TIMELINE_ELECTIONS),
    ("asked", msg::TIMELINE_ASKED),
    ("corrections", msg::NAV_CORRECTIONS),
];

/// All that has a date, year by year, the earliest first.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let moments = cx.campaign.timeline();
    let there = |word: &str| moments.iter().any(|moment| kind(&moment.what) == word);
    let kinds: Vec<_> = KINDS.iter().filter(|(word, _)| there(word)).collect();
    let years = moments.chunk_by(|one, next| one.date.year() == next.date.year());
    let undated = cx.campaign.accounts.iter().filter(|account| account.date.is_none()).count();
    view! {
        kinds: list(kinds.iter().filter(|_| kinds.len() > 1).map(|(word, name)| {
            view! { id: *word, name: cx.words.text(*name) }
        })),
        years: list(years.map(|year| year_view(cx, year))),
        undated: (undated > 0).then(|| {
            link::to(cx.words.with(msg::TIMELINE_UNDATED, fill::n(undated)), cx.built_in(&PageKind::Accounts))
        }),
    }
}

fn year_view(cx: &Context<'_>, year: &[Moment<'_>]) -> Value {
    let mut kinds: Vec<&str> = year.iter().map(|moment| kind(&moment.what)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    view! {
        name: year.first().map(|moment| moment.date.year().to_string()),
        kinds: kinds.join(" "),
        list: list(year.iter().map(|moment| moment_view(cx, moment))),
    }
}

fn kind(what: &MomentOf<'_>) -> &'static str {
    match what {
        MomentOf::Account(_) => "accounts",
        MomentOf::PledgeOpened(_) | MomentOf::PledgeClosed(_) => "pledges",
        MomentOf::Document(_) | MomentOf::Documents(..) => "documents",
        MomentOf::PollingDay(_) | MomentOf::Event(_) => "elections",
        MomentOf::Asked(..) => "asked",
        MomentOf::Corrected(_) => "corrections",
    }
}

/// One line: when, what with a link, and what has to be said with it.
fn moment_view(cx: &Context<'_>, moment: &Moment<'_>) -> Value {
    let (text, link, says) = told(cx, &moment.what);
    let warning = if let MomentOf::Account(of) = &moment.what { account::warning(cx, of) } else { None };
    view! { kind: kind(&moment.what), date: date(cx, moment), warning, what: link::to(text, link), says }
}

/// The date, with how far it is one.
fn date(cx: &Context<'_>, moment: &Moment<'_>) -> String {
    let date = cx.words.date(moment.date);
    let (is_inferred, is_reported) = match &moment.what {
        MomentOf::Account(of) => (of.is_date_inferred(), of.is_dated_by_report()),
        MomentOf::Document(document) => (document.date_inferred.is_some(), false),
        MomentOf::Documents(_, _, is_inferred) => (*is_inferred, false),
        _ => (false, false),
    };
    let date = if is_inferred { cx.words.with(msg::TIMELINE_INFERRED, fill::date(date)) } else { date };
    if is_reported { cx.words.with(msg::TIMELINE_REPORTED, fill::date(date)) } else { date }
}

/// What is told, where it leads, and what more is said: of an account what it says, with how sure that is in the same sentence.
fn told(cx: &Context<'_>, what: &MomentOf<'_>) -> (String, String, Option<String>) {
    let (text, link, says) = match what {
        MomentOf::Account(of) => return of_account(cx, of),
        MomentOf::PledgeOpened(pledge) => {
            (of_pledge(cx, msg::TIMELINE_OPENED, pledge), cx.pledge_page(&pledge.id), None)
        }
        MomentOf::PledgeClosed(pledge) => {
            (of_pledge(cx, msg::TIMELINE_CLOSED, pledge), cx.pledge_page(&pledge.id), None)
        }
        MomentOf::Document(document) => {
            let (title, owner) = (cx.document_title(document), cx.owner(document));
            let says = Some(owner).filter(|owner| !title.contains(&**owner)).map(Cow::into_owned);
            (title.into_owned(), cx.document_link(document), says)
        }
        MomentOf::Documents(kind, n, _) => {
            let text = cx.words.with(lists::documents_of(*kind), fill::n(*n));
            (text, cx.built_in(&PageKind::Documents), None)
        }
        MomentOf::Event(event) => {
            let link = format!("{}#event-{}", cx.built_in(&PageKind::Events), event.id);
            return (cx.words.told(&event.title).into_owned(), link, None);
        }
        MomentOf::PollingDay(election) => {
            let name = fill::election(cx.election_name(election));
            (cx.words.with(msg::TIMELINE_POLLING_DAY, name), cx.election(&election.id).page, None)
        }
        MomentOf::Asked(election, ask) => return asked(cx, election, ask),
        MomentOf::Corrected(correction) => {
            let text = cx.words.with(msg::CHANGE_CORRECTED, fill::about(&correction.about));
            return (text, corrected::anchored(cx, correction), None);
        }
    };
    (text, link.to_owned(), says.filter(|says| !says.is_empty()))
}

fn of_account(cx: &Context<'_>, of: &Account) -> (String, String, Option<String>) {
    (cx.words.told(&of.about).into_owned(), cx.account_link(of).to_owned(), Some(account::sentence(cx, of)))
}

fn of_pledge(cx: &Context<'_>, message: Message<fill::Title>, pledge: &Pledge) -> String {
    cx.words.with(message, fill::title(&pledge.title))
}

fn asked(cx: &Context<'_>, election: &Election, ask: &Ask) -> (String, String, Option<String>) {
    let reached = ask.people.iter().filter(|person| ask.exception(person).is_none()).count();
    let gaps = (fill::election(cx.election_name(election)), fill::n(reached));
    (cx.words.with(msg::TIMELINE_ASKED_PEOPLE, gaps), cx.built_in(&PageKind::ForCandidates).to_owned(), None)
}
