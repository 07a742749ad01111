use std::borrow::Cow;

use tera::Value;

use crate::atoms::{Text, capitalised};
use crate::load::records::{ReplyRecord, TakedownRecord};
use crate::messages::{BlankValue, fill, msg};
use crate::model::{Candidacy, Document, Evidence, Mark};
use crate::render::context::Context;
use crate::render::parts::mark::Whose;
use crate::render::parts::{gap, link, mark, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// Up to how many characters a title or a place stands in a cell; the person's or party's page has it whole.
const LONGEST_TITLE: usize = 40;

/// A recorded answer with all its evidence, and further notes; of one that was taken off the site only that it was.
pub(crate) fn view(cx: &Context<'_>, mark: &Mark, whose: Whose, notes: impl Iterator<Item = String>) -> Value {
    match &mark.takedown {
        Some(takedown) => gone(cx, mark, takedown),
        None => whole(cx, mark, whose, (mark::word(cx, mark), mark::pledge(cx, mark)), notes),
    }
}

/// A signature on the page of its pledge; of one that was taken off the site only that it was.
pub(crate) fn of_signature(cx: &Context<'_>, mark: &Mark, whose: Whose, takedown: Option<&TakedownRecord>) -> Value {
    match takedown {
        Some(takedown) => gone(cx, mark, takedown),
        None => whole(cx, mark, whose, (mark::signed_word(cx, mark), None), std::iter::empty()),
    }
}

/// That an answer was taken off the site.
fn gone(cx: &Context<'_>, mark: &Mark, takedown: &TakedownRecord) -> Value {
    view! {
        tone: "gap",
        word: cx.words.text(msg::GAP_TAKEN_DOWN),
        status: gap::taken_down_text(cx, takedown),
        evidence: evidence(cx, &[]),
        notes: list(None::<Value>),
        reply: mark.reply.as_ref().map(|given| reply(cx, given)),
    }
}

/// An answer under a word, and the pledge to which that leads.
fn whole(
    cx: &Context<'_>,
    mark: &Mark,
    whose: Whose,
    (word, pledge): (Cow<'_, str>, Option<Value>),
    notes: impl Iterator<Item = String>,
) -> Value {
    let (tone, shape) = mark::drawn(*mark.stance, mark.is_confirmed());
    view! {
        tone,
        shape,
        word,
        pledge,
        status: mark::status(cx, mark, whose),
        because: mark.date_inferred.as_ref().map(|because| concluded(cx, because)),
        says: mark.says.as_ref().map(|text| phrase::says(cx, text)),
        caveat: mark.caveat.as_ref().map(|text| phrase::caveat(cx, text)),
        evidence: evidence(cx, &mark.evidence),
        checks: checks(cx, mark),
        notes: list(mark::other_text(cx, mark).into_iter().chain(notes)),
        reply: mark.reply.as_ref().map(|given| reply(cx, given)),
    }
}

/// Why we think that it was then, when nobody wrote it down.
fn concluded(cx: &Context<'_>, because: &Text) -> String {
    cx.words.with(msg::DATE_CONCLUDED, fill::because(because))
}

/// Who entered a mark and who checked it, a sentence each.
fn checks(cx: &Context<'_>, mark: &Mark) -> Vec<String> {
    let entered = cx.words.with(msg::ENTERED_BY, fill::name(phrase::checker(cx, &mark.entered_by)));
    let checks = mark.checks.iter().map(|check| {
        let gaps = (fill::date(cx.words.date(*check.date)), fill::name(phrase::checker(cx, &check.by)));
        cx.words.with(msg::CHECKS_BY, gaps)
    });
    std::iter::once(entered).chain(checks).collect()
}

/// What the person or party concerned says.
pub(crate) fn reply(cx: &Context<'_>, reply: &ReplyRecord) -> Value {
    view! { label: cx.words.with(msg::REPLY_LABEL, fill::date(cx.words.date(*reply.date))), text: &reply.text }
}

/// What a person says about the whole page.
pub(crate) fn reply_of(cx: &Context<'_>, person: &Candidacy) -> Option<Value> {
    let reply = person.reply.as_ref()?;
    Some(view! { label: cx.words.with(msg::PERSON_REPLY, fill::name(&person.name)), text: &reply.text })
}

/// Where something was said, each with all that is known of it.
pub(crate) fn evidence(cx: &Context<'_>, evidence: &[Evidence]) -> Value {
    let dated = |id, date| cx.words.with(id, fill::date(cx.words.date(date)));
    list(evidence.iter().map(|evidence| {
        view! {
            title: match &evidence.place {
                Some(place) => placed(cx, &evidence.title, place).into(),
                None => Value::from(&evidence.title),
            },
            kind: cx.words.text(record_words::evidence(*evidence.kind)),
            date: evidence.date.map(|date| dated(msg::EVIDENCE_DATE, *date)),
            accessed: evidence.accessed.map(|date| dated(msg::EVIDENCE_ACCESSED, *date)),
            url: evidence.url.as_ref(),
            archived: evidence.archived.as_ref(),
            link: evidence.document.as_ref().map(|document| cx.document_link(document)),
            quote: evidence.quote.as_ref(),
            lang: evidence.lang.as_ref(),
            says: evidence.says.as_ref().map(|text| phrase::says(cx, text)),
        }
    }))
}

/// The nearest thing to a piece of evidence that a link can lead to; `home` is where all that is known of it stands.
pub(crate) fn source(cx: &Context<'_>, evidence: &Evidence, home: &str) -> Value {
    let title = short(cx, &evidence.title, || cx.words.text(record_words::evidence(*evidence.kind)));
    let text = match &evidence.place {
        Some(place) if fits(place) => placed(cx, title, place).into(),
        _ => title,
    };
    let url = evidence.url.as_ref().or(evidence.archived.as_ref()).map(|at| &at.value);
    match (url, &evidence.document) {
        (Some(url), _) => link::out(text, url.as_str()),
        (None, Some(document)) => link::to(text, cx.document_link(document)),
        (None, None) => link::to(text, home),
    }
}

/// The title of a document, or its kind when that is too long for a cell.
pub(crate) fn document_short<'d>(cx: &Context<'_>, document: &'d Document) -> Cow<'d, str> {
    short(cx, &document.title, || cx.words.text(record_words::document(document.kind)))
}

fn short<'t, 'k>(cx: &Context<'_>, title: &'t Text, kind: impl Fn() -> Cow<'k, str>) -> Cow<'t, str> {
    if fits(title) { cx.words.told(title) } else { capitalised(&kind()).into() }
}

/// Whether a title or a place is short enough for a cell.
fn fits(text: &Text) -> bool {
    text.as_str().chars().count() <= LONGEST_TITLE
}

pub(crate) fn placed<'t>(cx: &Context<'_>, title: impl Into<BlankValue<'t>>, place: &Text) -> String {
    cx.words.with(msg::EVIDENCE_PLACE, (fill::place(place), fill::title(title)))
}
