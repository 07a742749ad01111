use std::borrow::Cow;
use std::collections::BTreeMap;

use tera::Value;

use crate::atoms::WebUrl;
use crate::messages::{Message, fill, msg};
use crate::model::{Candidate, Pledge, PledgeAnswer, Signature, Signer};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::mark::{self, Depth, Whose};
use crate::render::parts::{cell, entry, link, phrase, signer};
use crate::render::record_words;
use crate::render::view::list;

/// Up to how many are named in the first sentence.
const MOST_NAMED: usize = 5;

pub(crate) fn title(cx: &Context<'_>, pledge: &Pledge) -> (String, String) {
    (cx.words.told(&pledge.title).into_owned(), cx.words.with(msg::PLEDGE_DESCRIPTION, fill::title(&pledge.title)))
}

/// All pledges.
pub(crate) fn all(cx: &Context<'_>) -> Value {
    let item = |pledge: &Pledge| {
        view! { title: &pledge.title, link: cx.pledge_page(&pledge.id), text: lead(cx, pledge) }
    };
    view! { list: list(cx.campaign.pledges.iter().map(item)) }
}

/// One pledge: what it says, who signed it, and who was asked and is not known to have.
pub(crate) fn view(cx: &Context<'_>, pledge: &Pledge) -> Value {
    let sources =
        pledge.evidence.iter().map(|source| link::out(&source.title, source.url.as_ref().map(WebUrl::as_str)));
    view! {
        title: &pledge.title,
        lead: lead(cx, pledge),
        note: pledge.note.as_ref(),
        text: &pledge.text,
        measures: list(pledge.measures.iter().map(|measure| &measure.says.value)),
        facts: facts(cx, pledge),
        sources: list(sources),
        answers: list(pledge.answers.iter().map(|answer| answered(cx, answer))),
        signatures: list(pledge.signatures.iter().map(|signature| signed(cx, pledge, signature))),
        reports: reports(cx, pledge),
        unsigned: unsigned(cx, pledge),
    }
}

/// Links to the pledges that answer a question.
pub(crate) fn on_question(cx: &Context<'_>, question: &crate::atoms::QuestionId) -> Value {
    let of = |pledge: &&Pledge| pledge.answers.iter().any(|answer| answer.question.id == *question);
    list(cx.campaign.pledges.iter().filter(of).map(|pledge| link::to(&pledge.title, cx.pledge_page(&pledge.id))))
}

/// Who asks for it, and when it could be signed.
fn facts(cx: &Context<'_>, pledge: &Pledge) -> Vec<String> {
    let names: Vec<_> = pledge.organisers.iter().map(|name| cx.words.told(name)).collect();
    let organisers = (!names.is_empty())
        .then(|| cx.words.with(msg::PLEDGE_ORGANISERS, fill::names(phrase::names_listed(cx, &names))));
    let opened =
        pledge.opened.as_ref().map(|date| cx.words.with(msg::PLEDGE_OPENED, fill::date(cx.words.date(date.value))));
    let closed =
        pledge.closed.as_ref().map(|date| cx.words.with(msg::PLEDGE_CLOSED, fill::date(cx.words.date(date.value))));
    [organisers, opened, closed].into_iter().flatten().collect()
}

/// What whoever signs answers to a question.
fn answered(cx: &Context<'_>, answer: &PledgeAnswer) -> Value {
    view! {
        ask: answer.question.wording(answer.version).ask,
        link: cx.question_link(&answer.question.id),
        word: cx.words.text(record_words::stance(answer.stance)),
    }
}

/// Who signed, and that others report more. How many those are nobody can tell: two reports may mean one signature.
fn lead(cx: &Context<'_>, pledge: &Pledge) -> String {
    let shown = || pledge.signatures.iter().filter(|signature| cx.campaign.takedown_of(pledge, signature).is_none());
    let given = |is_checked: bool| -> Vec<_> {
        let of = shown().filter(|one| mark::is_given(&one.mark) && one.mark.is_confirmed() == is_checked);
        of.map(|one| signer::name(cx, pledge, one)).collect()
    };
    let (sure, waiting) = (given(true), given(false));
    let is_more_reported = shown().any(|one| mark::stands(&one.mark) && one.mark.is_hearsay());
    if sure.is_empty() && waiting.is_empty() {
        let only = if is_more_reported { msg::PLEDGE_LEAD_ONLY_REPORTED } else { msg::PLEDGE_LEAD_NONE };
        return cx.words.text(only).into_owned();
    }
    let told = |names: &[Cow<'_, str>], few: Message<fill::Names>, many: Message<fill::N>| match names.len() {
        0 => None,
        1..=MOST_NAMED => Some(cx.words.with(few, fill::names(phrase::names_listed(cx, names)))),
        n => Some(cx.words.with(many, fill::n(n))),
    };
    let more = is_more_reported.then(|| cx.words.text(msg::PLEDGE_LEAD_REPORTED).into_owned());
    let sentences = [
        told(&sure, msg::PLEDGE_LEAD, msg::PLEDGE_LEAD_MANY),
        told(&waiting, msg::PLEDGE_LEAD_UNCHECKED, msg::PLEDGE_LEAD_UNCHECKED_MANY),
        more,
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A signature with everything that shows it.
fn signed(cx: &Context<'_>, pledge: &Pledge, signature: &Signature) -> Value {
    let at = signer::candidacy(cx, pledge, signature);
    let whose = if matches!(signature.who, Signer::Party(_)) { Whose::Party } else { Whose::Own };
    view! {
        name: phrase::in_nations(cx, signer::name(cx, pledge, signature), &signature.nations),
        link: signer::page(cx, pledge, signature),
        capacity: signature.capacity.as_ref(),
        party: at.map(|at| link::party(cx, &at.person.party)),
        seat: at.map(|at| link::to(cx.ballot_name(at.election, at.ballot), at.ballot_page)),
        entry: entry::of_signature(cx, &signature.mark, whose, cx.campaign.takedown_of(pledge, signature)),
    }
}

/// What others report of who signed, each report as it is: those of whom it tells.
fn reports(cx: &Context<'_>, pledge: &Pledge) -> Value {
    let mut order = Vec::new();
    let mut told = BTreeMap::<_, Vec<Value>>::new();
    let shown = pledge.signatures.iter().filter(|signature| cx.campaign.takedown_of(pledge, signature).is_none());
    for signature in shown.filter(|signature| !signature.mark.is_retracted()) {
        let named = view! {
            name: signer::name(cx, pledge, signature),
            capacity: signature.capacity.as_ref(),
            link: signer::page(cx, pledge, signature),
        };
        for piece in signature.mark.evidence.iter().filter(|piece| piece.kind.is_hearsay()) {
            let report = (&piece.title, piece.url.as_ref().map(|url| url.as_str()));
            if !order.contains(&report) {
                order.push(report);
            }
            told.entry(report).or_default().push(named.clone());
        }
    }
    // One report alone stands with each signature already.
    let differ = order.len() > 1;
    list(order.iter().filter(|_| differ).map(|report| {
        let (title, url) = *report;
        view! { source: link::out(title, url), names: told.remove(report).unwrap_or_default() }
    }))
}

/// Who was asked and is not known to have signed, by ballot, each with what they answered instead.
fn unsigned(cx: &Context<'_>, pledge: &Pledge) -> Value {
    let mut ballots: Vec<(Value, Vec<Value>)> = Vec::new();
    let mut last = None;
    for Candidate { election, ballot, person } in cx.campaign.asked_and_unsigned(pledge) {
        let on = cx.election(&election.id).ballot(&ballot.slug);
        if last.replace(&ballot.slug) != Some(&ballot.slug) {
            ballots.push((link::to(cx.ballot_name(election, ballot), on.page), Vec::new()));
        }
        let row = asked(cx, pledge, on.person(&person.person));
        ballots.last_mut().into_iter().for_each(|(_, rows)| rows.push(row.clone()));
    }
    list(ballots.into_iter().map(|(seat, people)| view! { seat, people }))
}

fn asked(cx: &Context<'_>, pledge: &Pledge, at: PersonAt<'_>) -> Value {
    let cells = pledge.answers.iter().filter_map(|answer| at.person.cell(&answer.question.id));
    let marks = cells.map(|cell| {
        let marks = cell::own_marks(cx, at, cell, Depth::Glance);
        view! { short: cell.wording().short, marks: list(marks) }
    });
    view! {
        name: cx.person_name(at.ballot, at.person),
        link: at.page,
        party: link::party(cx, &at.person.party),
        cells: list(marks),
    }
}
