use std::collections::BTreeSet;

use tera::Value;

use crate::atoms::{LetterTo, WebUrl, Words as _};
use crate::messages::{Message, fill, msg};
use crate::model::{LetterToCandidate, PublicLetter, ToWrite};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::pages::accounts;
use crate::render::parts::{letter, link, phrase};
use crate::render::record_words;
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>, of: &PublicLetter) -> (String, String) {
    (cx.words.told(&of.title).into_owned(), cx.words.with(msg::LETTER_DESCRIPTION, fill::title(&of.title)))
}

pub(crate) fn title_on_ballot(cx: &Context<'_>, at: BallotAt<'_>) -> (String, String) {
    let area = || fill::area(cx.ballot_name(at.election, at.ballot));
    (cx.words.with(msg::WRITE_TITLE, area()), cx.words.with(msg::WRITE_DESCRIPTION, area()))
}

/// All letters, by whom they go to.
pub(crate) fn list_of_all(cx: &Context<'_>) -> Value {
    let kinds = LetterTo::ALL.iter().filter_map(|to| {
        let of: Vec<_> = cx.campaign.letters.iter().filter(|letter| letter.to.value == *to).collect();
        let letters = of.iter().map(|of| {
            view! {
                title: &of.title,
                link: cx.letter_link(of),
                warning: letter::warning(cx, of),
                under: under(cx, of),
            }
        });
        let find = finder(cx, *to);
        (!of.is_empty()).then(|| view! { name: cx.words.text(whom(*to)), find, list: list(letters) })
    });
    view! { kinds: list(kinds), advice: advice(cx.campaign.letters.iter()) }
}

fn whom(to: LetterTo) -> Message<()> {
    match to {
        LetterTo::Unanswered => msg::LETTERS_UNANSWERED,
        LetterTo::Answered => msg::LETTERS_ANSWERED,
        LetterTo::Office => msg::LETTERS_OFFICE,
    }
}

/// Where letters to candidates are filled in.
fn finder(cx: &Context<'_>, to: LetterTo) -> Option<Value> {
    let is_there =
        to != LetterTo::Office && cx.elections().flat_map(ElectionAt::ballots).any(|at| at.letters.is_some());
    is_there.then(|| link::to(cx.words.text(msg::LETTERS_FIND), cx.built_in(&PageKind::Find)))
}

/// Where it holds, and who found it right when.
fn under(cx: &Context<'_>, of: &PublicLetter) -> String {
    let date = fill::date(cx.words.day(of.checked_on));
    let checked = match &of.checked_by {
        Some(by) => cx.words.with(msg::LETTER_CHECKED_BY, (date, fill::name(phrase::checker(cx, &by.value)))),
        None => cx.words.with(msg::LETTER_CHECKED, date),
    };
    let nation = of.nation.as_ref().map(|nation| cx.words.text(record_words::nation(nation.value)));
    match nation {
        Some(nation) => format!("{} {checked}", cx.words.with(msg::LETTER_NATION, fill::nation(nation))),
        None => checked,
    }
}

/// Where to get advice, each place once.
fn advice<'a>(letters: impl Iterator<Item = &'a PublicLetter>) -> Value {
    let mut seen = BTreeSet::new();
    let all = letters.flat_map(|letter| &letter.advice).filter(|advice| seen.insert(advice.url.as_str()));
    list(all.map(|advice| link::out(&advice.name, WebUrl::as_str(&advice.url))))
}

/// One letter: when it does not apply, then the letter, then advice and what it rests on.
pub(crate) fn view(cx: &Context<'_>, of: &PublicLetter) -> Value {
    view! {
        warning: letter::warning(cx, of),
        title: &of.title,
        whom: cx.words.text(whom(of.to.value)),
        under: under(cx, of),
        letter: letter::unaddressed(cx, of).view(None),
        find: finder(cx, of.to.value),
        advice: advice(std::iter::once(of)),
        sources: list(of.source.iter().map(|source| accounts::source_view(cx, source))),
    }
}

/// What can be written to those who stand on a ballot.
pub(crate) fn on_ballot(cx: &Context<'_>, at: BallotAt<'_>) -> Value {
    let all = cx.campaign.letters_on(at.election, at.ballot);
    let mut used: Vec<&PublicLetter> = Vec::new();
    for to in &all {
        if let ToWrite::Asks(letter, _) | ToWrite::Thanks(letter) = to.what
            && used.iter().all(|known| known.id != letter.id)
        {
            used.push(letter);
        }
    }
    let (date, election) = (fill::date(cx.words.day(at.election.date)), cx.election_beside_day(at.election));
    view! {
        ballot: link::to(cx.ballot_name(at.election, at.ballot), at.page),
        under: cx.words.with(msg::EMBED_UNDER, (date, fill::election(election))),
        warnings: list(used.iter().map(|of| letter::warning(cx, of)).collect::<BTreeSet<_>>()),
        people: list(all.iter().map(|to| person(cx, at, to))),
        advice: advice(used.iter().copied()),
    }
}

/// The letter to one candidate, and where to send it as far as we know.
fn person(cx: &Context<'_>, on: BallotAt<'_>, to: &LetterToCandidate<'_>) -> Value {
    let at = on.person(&to.candidacy.person);
    let name = cx.person_name(at.ballot, at.person);
    let contact = to.candidacy.office_contact.as_ref();
    let filled = letter::addressed(cx, on, to);
    let what = match &to.what {
        ToWrite::Asks(_, open) => cx.words.with(msg::WRITE_ASKS, fill::n(open.len())),
        ToWrite::Thanks(_) => cx.words.text(msg::WRITE_THANKS).into_owned(),
        ToWrite::Waits => cx.words.text(msg::WRITE_WAITS).into_owned(),
    };
    let address = contact.filter(|_| filled.is_some()).map(|contact| {
        let gaps = (fill::email(contact.email.as_str()), fill::source(&contact.source));
        link::out(cx.words.with(msg::LETTER_ADDRESS, gaps), contact.url.as_ref().map(WebUrl::as_str))
    });
    view! {
        name: &*name,
        link: at.page,
        party: link::party(cx, &at.person.party),
        what,
        letter: filled.as_ref().map(|filled| filled.view(contact.map(|contact| &contact.email))),
        address,
        open: match contact {
            Some(_) => cx.words.with(msg::LETTER_MAIL_TO, fill::name(&*name)),
            None => cx.words.text(msg::LETTER_MAIL).into_owned(),
        },
        no_address: contact.is_none().then(|| cx.words.with(msg::LETTER_NO_ADDRESS, fill::name(&*name))),
    }
}
