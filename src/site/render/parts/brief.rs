use std::borrow::Cow;

use crate::atoms::{EvidenceKind, PartialDate};
use crate::messages::{BlankValue, Message, fill, msg};
use crate::model::{Election, Mark, Silence};
use crate::render::context::Context;
use crate::render::parts::mark::{Checked, Whose};
use crate::render::record_words;

/// Where a mark comes from, on one small line: its source and date.
pub(crate) fn of_mark(cx: &Context<'_>, election: &Election, mark: &Mark, whose: Whose) -> String {
    let own = mark.evidence.iter().find(|evidence| !evidence.kind.is_hearsay());
    let kind = own.or(mark.evidence.first()).map(|evidence| *evidence.kind);
    let source = match &mark.pledge {
        Some(_) if mark.is_hearsay() => Some(msg::BRIEF_PLEDGE_REPORTED),
        Some(_) => Some(msg::BRIEF_PLEDGE),
        None => kind.map(|kind| source(kind, whose)),
    };
    let source = source.map(|source| cx.words.text(source)).unwrap_or_default();
    let date = date(cx, election, *mark.date, mark.date_inferred.is_some());
    cx.words.with(msg::BRIEF, (fill::date(date), fill::source(source)))
}

/// By how many a mark is confirmed; nothing when it is not.
pub(crate) fn checks(cx: &Context<'_>, checked: Checked) -> Option<String> {
    match checked {
        Checked::By(checks) => Some(cx.words.with(msg::BRIEF_CHECKS, fill::checks(checks))),
        Checked::Nothing | Checked::Waits | Checked::Doubted => None,
    }
}

/// That a mark waits for a second pair of eyes, where it does. Why else it may not be confirmed, its word says.
pub(crate) fn hedge<'a>(cx: &Context<'a>, checked: Checked) -> Option<Cow<'a, str>> {
    (checked == Checked::Waits).then(|| cx.words.text(msg::BRIEF_CLAIMED))
}

/// Which document says nothing, and of when.
pub(crate) fn of_silence(cx: &Context<'_>, election: &Election, silence: &Silence) -> String {
    let document = &silence.document;
    let date = document.date.map(|of| date(cx, election, *of, document.date_inferred.is_some()));
    let source = cx.words.text(record_words::document(document.kind));
    match date {
        Some(date) => cx.words.with(msg::BRIEF, (fill::date(date), fill::source(source))),
        None => source.into_owned(),
    }
}

/// A date in small print: of the election's own year without the year.
pub(crate) fn date(cx: &Context<'_>, election: &Election, date: PartialDate, inferred: bool) -> String {
    let brief = cx.words.brief_date(date, election.date.year());
    if inferred { cx.words.with(msg::DATE_BRIEF_INFERRED, fill::date(brief)) } else { brief }
}

/// What kind of source it is; of a candidate's own word, that it is their own.
fn source(kind: EvidenceKind, whose: Whose) -> Message<()> {
    match (whose, kind) {
        (Whose::Own, EvidenceKind::Reply) => msg::BRIEF_OWN_REPLY,
        (Whose::Own, EvidenceKind::Leaflet) => msg::BRIEF_OWN_LEAFLET,
        (Whose::Own, EvidenceKind::Site) => msg::BRIEF_OWN_SITE,
        (Whose::Own, EvidenceKind::Speech) => msg::BRIEF_OWN_SPEECH,
        (Whose::Own, EvidenceKind::Hustings) => msg::BRIEF_OWN_HUSTINGS,
        (Whose::Own, EvidenceKind::Vote) => msg::BRIEF_OWN_VOTE,
        (Whose::Own, EvidenceKind::Signature) => msg::BRIEF_OWN_SIGNATURE,
        (_, kind) => record_words::evidence(kind),
    }
}

/// A word that stands before the mark of a party's line: whose it is, or where alone it holds; without a name, that it is the party's.
pub(crate) fn label<'a>(cx: &Context<'a>, name: Option<BlankValue<'_>>) -> Cow<'a, str> {
    match name {
        Some(name) => cx.words.with(msg::CELL_NAMED, fill::name(name)).into(),
        None => cx.words.text(msg::CELL_PARTY),
    }
}
