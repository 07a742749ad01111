use tera::Value;

use super::reports;
use crate::atoms::{AccountKind, PartyId, PersonId, QuestionId, SourceKind, WebUrl, Words as _};
use crate::load::records::{NamedAreaRecord, NumberRecord, ResponseRecord, SourceRecord};
use crate::messages::{Message, fill, msg};
use crate::model::{Account, AccountStatus, Ballot};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{account, figures, link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// Up to how many ballots of an area are listed without opening anything.
const MOST_OPEN: usize = 12;

pub(crate) fn title(cx: &Context<'_>, of: &Account) -> (String, String) {
    (account::named(cx, of), account::sentence(cx, of))
}

/// All accounts, by kind, each in one line.
pub(crate) fn list_of_all(cx: &Context<'_>) -> Value {
    let kinds = AccountKind::ALL.iter().filter_map(|kind| {
        let of: Vec<_> = cx.campaign.accounts.iter().filter(|account| account.kind == *kind).collect();
        (!of.is_empty())
            .then(|| view! { name: cx.words.text(kind_title(*kind)), list: account::lines(cx, of.into_iter()) })
    });
    view! { kinds: list(kinds) }
}

fn kind_title(kind: AccountKind) -> Message<()> {
    match kind {
        AccountKind::Rule => msg::ACCOUNTS_RULES,
        AccountKind::Pilot => msg::ACCOUNTS_PILOTS,
        AccountKind::Claim => msg::ACCOUNTS_CLAIMS,
        AccountKind::Report => msg::ACCOUNTS_REPORTS,
        AccountKind::Call => msg::ACCOUNTS_CALLS,
    }
}

/// The accounts that are about a question.
pub(crate) fn of_question(cx: &Context<'_>, id: &QuestionId) -> Value {
    let all = cx.campaign.accounts.iter();
    account::lines(cx, all.filter(|account| account.questions.iter().any(|one| one == id)))
}

/// The accounts that concern a party.
pub(crate) fn of_party(cx: &Context<'_>, id: &PartyId) -> Value {
    let all = cx.campaign.accounts.iter();
    account::lines(cx, all.filter(|account| account.parties.iter().any(|one| one == id)))
}

/// The accounts that concern a person.
pub(crate) fn of_person(cx: &Context<'_>, id: &PersonId) -> Value {
    let all = cx.campaign.accounts.iter();
    account::lines(cx, all.filter(|account| account.people.iter().any(|one| one == id)))
}

/// The accounts that name the area of a ballot and still hold, as short as its page needs them.
pub(crate) fn of_ballot(cx: &Context<'_>, ballot: &Ballot) -> Value {
    let all = cx.campaign.accounts.iter();
    let here = all.filter(|account| account.is_current() && account.names(ballot));
    list(here.map(|of| {
        let link = cx.account_link(of);
        view! { warning: account::warning(cx, of), text: account::named(cx, of), link }
    }))
}

/// One account: what it says, how sure that is, whom and what it concerns, what they say, and how we know.
pub(crate) fn view(cx: &Context<'_>, of: &Account) -> Value {
    let newer = of.superseded_by.as_ref().and_then(|id| cx.campaign.accounts.by_id(&id.value));
    let people = of.people.iter().filter_map(|id| cx.candidacies.get(&id.value)?.first());
    let parties = of.parties.iter().filter_map(|id| cx.party(&id.value));
    let questions = of.questions.iter().filter_map(|id| cx.campaign.questions.by_id(&id.value));
    let concerns = questions
        .map(|question| link::to(&question.ask, cx.question_link(&question.id)))
        .chain(parties.map(|party| link::to(cx.party_title(party), cx.party_page(party))))
        .chain(people.map(|at| link::to(cx.person_name(at.ballot, at.person), at.page)));
    view! {
        warning: account::warning(cx, of),
        about: &of.about,
        under: account::under(cx, of),
        says: account::sentence(cx, of),
        means: list(of.statuses.iter().map(|status| means(cx, of, *status))),
        newer: newer.map(|newer| link::to(account::named(cx, newer), cx.account_link(newer))),
        note: of.note.as_ref(),
        facts: list(facts(cx, of)),
        areas: list(of.areas.iter().filter_map(|area| area_view(cx, area))),
        unmatched: unmatched(cx, of),
        responses: list(of.responses.iter().map(|response| response_view(cx, response))),
        sources: list(of.evidence.iter().map(|source| source_view(cx, source))),
        concerns: list(concerns),
        reports: reports::of_account(cx, &of.id),
    }
}

/// Why that is said of an account, in a sentence.
fn means(cx: &Context<'_>, of: &Account, status: AccountStatus) -> String {
    let tried = of.verification.as_ref().filter(|_| status == AccountStatus::Unverified);
    if let Some(tried) = tried {
        let sentence = phrase::sentence(&tried.tried);
        let text = fill::tried(&sentence);
        return match tried.date {
            Some(date) => cx.words.with(msg::ACCOUNT_TRIED_ON, (fill::date(cx.words.date(*date)), text)),
            None => cx.words.with(msg::ACCOUNT_TRIED, text),
        };
    }
    let message = match status {
        AccountStatus::Superseded => msg::ACCOUNT_MEANS_SUPERSEDED,
        AccountStatus::Disputed => msg::ACCOUNT_MEANS_DISPUTED,
        AccountStatus::Unverified | AccountStatus::Claimed => msg::ACCOUNT_MEANS_CLAIMED,
        AccountStatus::Confirmed => msg::ACCOUNT_MEANS_CONFIRMED,
    };
    cx.words.text(message).into_owned()
}

/// Version, place, days, who carries it out, and numbers: as far as they are known.
fn facts(cx: &Context<'_>, of: &Account) -> impl Iterator<Item = Value> {
    let numbers: Vec<String> = of.numbers.iter().map(|number| number_text(cx, number)).collect();
    let day = |date: Option<&_>| date.map(|date| Value::from(cx.words.date(*date)));
    let known = [
        (msg::ACCOUNT_VERSION, of.version.as_ref().map(Value::from)),
        (msg::ACCOUNT_SECTION, of.section.as_ref().map(Value::from)),
        (msg::ACCOUNT_FROM, day(of.from.as_deref())),
        (msg::ACCOUNT_UNTIL, day(of.until.as_deref())),
        (msg::ACCOUNT_PROVIDER, of.provider.as_ref().map(Value::from)),
        (msg::ACCOUNT_NUMBERS, (!numbers.is_empty()).then(|| numbers.join("; ").into())),
    ];
    let shown = known.into_iter().filter_map(|(term, text)| Some(view! { term: cx.words.text(term), text: text? }));
    shown.collect::<Vec<_>>().into_iter()
}

fn number_text(cx: &Context<'_>, NumberRecord { n, of, unit, about, .. }: &NumberRecord) -> String {
    let n = figures::counted(cx, *n, *unit, *about);
    cx.words.with(msg::ACCOUNT_NUMBER, (fill::n(n), fill::of(of)))
}

/// The ballots that are known to lie in an area.
fn ballots_in<'a>(cx: &Context<'a>, area: &NamedAreaRecord) -> Vec<BallotAt<'a>> {
    cx.elections().flat_map(ElectionAt::ballots).filter(|at| area.is_known_to_hold(at.ballot)).collect()
}

/// An area with the ballots that are known to lie in it; nothing where none is.
fn area_view(cx: &Context<'_>, area: &NamedAreaRecord) -> Option<Value> {
    let ballots = ballots_in(cx, area);
    let (name, n) = (fill::area(&area.name), fill::n(ballots.len()));
    let links = ballots.iter().map(|at| link::to(cx.ballot_name(at.election, at.ballot), at.page));
    (!ballots.is_empty()).then(|| {
        view! {
            text: cx.words.with(msg::ACCOUNT_AREA, (name, n)),
            many: ballots.len() > MOST_OPEN,
            ballots: list(links),
        }
    })
}

/// The areas in which no ballot is known to lie. That is our gap: nobody is told that they are outside.
fn unmatched(cx: &Context<'_>, of: &Account) -> Option<String> {
    let unmatched = of.areas.iter().filter(|area| ballots_in(cx, area).is_empty());
    let names: Vec<_> = unmatched.map(|area| cx.words.told(&area.name)).collect();
    (!names.is_empty())
        .then(|| cx.words.with(msg::ACCOUNT_AREAS_UNMATCHED, fill::areas(phrase::names_listed(cx, &names))))
}

fn response_view(cx: &Context<'_>, of: &ResponseRecord) -> Value {
    view! {
        text: cx.words.with(record_words::response(of.response), fill::by(&of.by)),
        says: of.says.as_ref().map(|says| phrase::says(cx, says)),
        date: of.date.map(|date| cx.words.with(msg::EVIDENCE_DATE, fill::date(cx.words.date(*date)))),
        sources: list(of.source.iter().map(|source| source_view(cx, source))),
    }
}

/// A source, as a piece of evidence is shown.
pub(crate) fn source_view(cx: &Context<'_>, of: &SourceRecord) -> Value {
    let title = match &of.place {
        Some(place) => cx.words.with(msg::EVIDENCE_PLACE, (fill::place(place), fill::title(&of.title))),
        None => cx.words.told(&of.title).into_owned(),
    };
    let date = of.date.map(|date| phrase::date_because(cx, *date, of.date_inferred.as_ref()));
    let says = match of.kind {
        SourceKind::Source => None,
        SourceKind::Repeat => Some(msg::ACCOUNT_SOURCE_REPEAT),
        SourceKind::Unread => Some(msg::ACCOUNT_SOURCE_UNREAD),
    };
    view! {
        title,
        kind: &of.publisher,
        date: date.map(|date| cx.words.with(msg::EVIDENCE_DATE, fill::date(date))),
        accessed: of.accessed.map(|date| cx.words.with(msg::EVIDENCE_ACCESSED, fill::date(cx.words.date(*date)))),
        url: of.url.as_ref().map(|url| WebUrl::as_str(url)),
        archived: of.archived.as_ref(),
        says: says.map(|says| cx.words.text(says)),
    }
}
