use tera::Value;

use crate::messages::{Message, fill, msg};
use crate::model::{AccountNews, Candidate, Changed, Happened, SiteChange};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{account, cell, corrected, gap, link, signer};
use crate::render::view::list;

/// How many changes the home page shows.
const MOST: usize = 5;

/// The latest changes, day by day, the latest first. What happened on one day to several marks of one person or party is
/// one change, and so is all reading.
pub(crate) fn latest(cx: &Context<'_>) -> Value {
    let changes = cx.campaign.changes();
    let together: Vec<_> = changes.chunk_by(belong_together).take(MOST).collect();
    list(together.chunk_by(|one, next| one[0].date == next[0].date).map(|day| {
        let changes = day.iter().map(|changes| link::to(title(cx, changes), place(cx, changes)));
        view! { date: cx.words.date(day[0][0].date), list: list(changes) }
    }))
}

fn belong_together(one: &SiteChange<'_>, next: &SiteChange<'_>) -> bool {
    let together = match (one.what, next.what) {
        (Changed::Position(one, at, _), Changed::Position(next, too, _)) => {
            one == next && std::ptr::eq(at.person, too.person)
        }
        (Changed::Line(one, party, _), Changed::Line(next, too, _)) => one == next && party.id == too.id,
        (Changed::Read(_), Changed::Read(_)) => true,
        (Changed::Account(AccountNews::Entered, _), Changed::Account(AccountNews::Entered, _)) => true,
        _ => false,
    };
    together && one.date == next.date
}

/// What happened to one thing, or on one day to several that belong together.
pub(crate) fn title(cx: &Context<'_>, changes: &[SiteChange<'_>]) -> String {
    let n = fill::n(changes.len());
    match changes[0].what {
        Changed::Corrected(correction) => cx.words.with(msg::CHANGE_CORRECTED, fill::about(&correction.about)),
        Changed::AllTakenDown(at) => cx.words.with(msg::CHANGE_TAKEN_DOWN_ALL, fill::name(&at.person.name)),
        Changed::RepliedToAll(at) => cx.words.with(msg::CHANGE_REPLIED_TO_ALL, fill::name(&at.person.name)),
        Changed::Position(happened, at, position) => {
            let question = fill::what(position.wording().short);
            cx.words.with(message(happened), (n, fill::name(&at.person.name), question))
        }
        Changed::Line(happened, party, line) => {
            let question = fill::what(line.wording().short);
            cx.words.with(message(happened), (n, fill::name(&party.name), question))
        }
        Changed::Results(election, n) => {
            cx.words.with(msg::CHANGE_RESULTS, (fill::election(cx.election_name(election)), fill::n(n)))
        }
        Changed::Elected(at) => cx.words.with(msg::CHANGE_ELECTED, fill::name(&at.person.name)),
        Changed::Signature(happened, pledge, signature) => {
            let title = fill::what(&pledge.title);
            cx.words.with(message(happened), (n, fill::name(signer::name(cx, pledge, signature)), title))
        }
        Changed::Pledge(pledge) => cx.words.with(msg::CHANGE_PLEDGE, fill::title(&pledge.title)),
        Changed::Account(AccountNews::Entered, of) => {
            cx.words.with(msg::CHANGE_ACCOUNT, (n, fill::what(account::named(cx, of))))
        }
        Changed::Account(AccountNews::Responded(response), of) => {
            let gaps = (fill::by(&response.by), fill::what(account::named(cx, of)));
            cx.words.with(msg::CHANGE_RESPONSE, gaps)
        }
        Changed::Account(AccountNews::Stands(_), of) => {
            cx.words.with(msg::CHANGE_STATUS, fill::what(account::named(cx, of)))
        }
        Changed::Read(document) => cx.words.with(msg::CHANGE_READ, (n, fill::what(&document.title))),
    }
}

fn message(happened: Happened) -> Message<(fill::N, fill::Name, fill::What)> {
    match happened {
        Happened::TakenDown => msg::CHANGE_TAKEN_DOWN,
        Happened::Retracted => msg::CHANGE_RETRACTED,
        Happened::Disputed => msg::CHANGE_DISPUTED,
        Happened::Unverified => msg::CHANGE_UNVERIFIED,
        Happened::Replied => msg::CHANGE_REPLIED,
        Happened::Checked => msg::CHANGE_CHECKED,
        Happened::Entered => msg::CHANGE_ENTERED,
    }
}

/// Where to see what happened: of several things, the page of them all.
pub(crate) fn place(cx: &Context<'_>, changes: &[SiteChange<'_>]) -> String {
    let one = changes.len() == 1;
    match changes[0].what {
        Changed::Corrected(correction) => corrected::anchored(cx, correction),
        Changed::Results(election, _) => cx.election(&election.id).elected.unwrap_or_default().to_owned(),
        Changed::Elected(at) => person_page(cx, at).to_owned(),
        Changed::Signature(_, pledge, _) | Changed::Pledge(pledge) => cx.pledge_page(&pledge.id).to_owned(),
        Changed::Account(_, of) if one => cx.account_link(of).to_owned(),
        Changed::Account(..) => cx.built_in(&PageKind::Accounts).to_owned(),
        Changed::AllTakenDown(at) | Changed::RepliedToAll(at) => person_page(cx, at).to_owned(),
        Changed::Position(_, at, position) if one => {
            format!("{}#{}", person_page(cx, at), cell::own_anchor(position.question.id.as_str()))
        }
        Changed::Position(_, at, _) => person_page(cx, at).to_owned(),
        Changed::Line(_, party, line) if one => {
            let anchor = gap::line_anchor(line.election.as_str(), line.question.id.as_str());
            format!("{}#{anchor}", cx.party_page(party))
        }
        Changed::Line(_, party, _) => cx.party_page(party).to_owned(),
        Changed::Read(document) if one => cx.document_link(document).to_owned(),
        Changed::Read(_) => cx.built_in(&PageKind::Documents).to_owned(),
    }
}

fn person_page<'a>(cx: &Context<'a>, at: Candidate<'_>) -> &'a str {
    cx.election(&at.election.id).ballot(&at.ballot.slug).person(&at.person.person).page
}
