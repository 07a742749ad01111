use std::borrow::{Borrow, Cow};

use crate::atoms::{PartialDate, Text, capitalised};
use crate::country::uk::Nation;
use crate::load::records::DataSourceRecord;
use crate::messages::{fill, msg};
use crate::model::Ballot;
use crate::render::context::Context;
use crate::render::record_words;

/// Nation and region of a ballot, as far as they are known.
pub(crate) fn place_name(cx: &Context<'_>, ballot: &Ballot) -> String {
    let nation = ballot.nation.map(|nation| cx.words.text(record_words::nation(nation)).into_owned());
    match (nation, &ballot.region) {
        (Some(nation), Some(region)) => cx.words.with(msg::PLACE, (fill::nation(nation), fill::region(region))),
        (Some(nation), None) => nation,
        (None, Some(region)) => cx.words.told(region).into_owned(),
        (None, None) => cx.words.text(msg::PLACE_UNKNOWN).into_owned(),
    }
}

/// The published name of somebody who enters or checks records.
pub(crate) fn checker<'a>(cx: &Context<'a>, id: &crate::atoms::Slug) -> Cow<'a, str> {
    cx.campaign.site.checkers.get(id).map(|name| cx.words.told(name)).unwrap_or_default()
}

/// Who published what, and when.
pub(crate) fn published(cx: &Context<'_>, source: &DataSourceRecord) -> String {
    let (publisher, title) = (fill::publisher(&source.publisher), fill::title(&source.title));
    match source.date {
        Some(date) => cx.words.with(msg::DATA_FROM_DATED, (fill::date(cx.words.date(date)), publisher, title)),
        None => cx.words.with(msg::DATA_FROM, (publisher, title)),
    }
}

/// A date, and why we think that it was then, when nobody wrote it down.
pub(crate) fn date_because(cx: &Context<'_>, date: PartialDate, inferred: Option<&Text>) -> String {
    let date = cx.words.date(date);
    match inferred {
        Some(because) => cx.words.with(msg::DATE_INFERRED, (fill::because(&clause(because)), fill::date(date))),
        None => date,
    }
}

/// Names as a sentence holds them.
pub(crate) fn names_listed<S: Borrow<str>>(cx: &Context<'_>, names: &[S]) -> String {
    match names.split_last() {
        Some((last, [])) => last.borrow().to_owned(),
        Some((last, others)) => {
            cx.words.with(msg::NAMES_LISTED, (fill::last(last.borrow()), fill::names(others.join(", "))))
        }
        None => String::new(),
    }
}

pub(crate) fn nations_listed(cx: &Context<'_>, nations: &[Nation]) -> String {
    let names: Vec<_> = nations.iter().map(|nation| cx.words.text(record_words::nation(*nation))).collect();
    names.join(", ")
}

/// A name with the nations in which alone holds what is said of it; they are none where it holds everywhere.
pub(crate) fn in_nations(cx: &Context<'_>, name: Cow<'_, str>, nations: &[Nation]) -> String {
    if nations.is_empty() {
        return name.into_owned();
    }
    cx.words.with(msg::PARTY_IN_NATIONS, (fill::nations(nations_listed(cx, nations)), fill::party(name)))
}

/// A sentence as part of another: without its full stop.
pub(crate) fn clause(sentence: &Text) -> Text {
    sentence.saying(sentence.as_str().trim_end_matches('.'))
}

/// What somebody wrote as a sentence of its own, whether it was written as one or not: with a capital and an end.
pub(crate) fn sentence(text: &Text) -> Text {
    let words = capitalised(text.as_str());
    let is_ended = words.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', ':']);
    text.saying(if is_ended { words } else { words + "." })
}

/// What may stand between the end of a sentence and that of its text.
const CLOSING: [char; 6] = ['”', '’', '"', '\'', ')', ']'];

/// Our words for something, said to be ours.
pub(crate) fn says(cx: &Context<'_>, text: &Text) -> String {
    cx.words.with(msg::SAYS, fill::text(text))
}

/// A doubt that every reader must see.
pub(crate) fn caveat(cx: &Context<'_>, text: &Text) -> String {
    cx.words.with(msg::CAVEAT, fill::text(text))
}

/// Digits with commas between the thousands.
pub(crate) fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
