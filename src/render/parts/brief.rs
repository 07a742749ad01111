use std::borrow::Cow;

use crate::atoms::{EvidenceKind, PartialDate, WrittenVerification};
use crate::messages::{Message, fill, msg};
use crate::model::{Mark, Silence, Verification};
use crate::render::context::Context;
use crate::render::parts::mark::Whose;
use crate::render::record_words;

/// Where a mark comes from, on one small line: its source, its date, and how far it is checked.
pub(crate) fn of_mark(cx: &Context<'_>, mark: &Mark, whose: Whose) -> String {
    let confirmed = || cx.words.with(msg::BRIEF_CHECKS, fill::checks(mark.checks.len())).into();
    let checked = hedge(cx, mark).unwrap_or_else(confirmed);
    let own = mark.evidence.iter().find(|evidence| !evidence.kind.is_hearsay());
    let kind = own.or(mark.evidence.first()).map(|evidence| *evidence.kind);
    let source = kind.map(|kind| cx.words.text(source(kind, whose))).unwrap_or_default();
    let date = date(cx, *mark.date, mark.date_inferred.is_some());
    let brief = cx.words.with(msg::BRIEF, (fill::checked(checked), fill::date(date), fill::source(source)));
    match mark.caveat {
        Some(_) => cx.words.with(msg::BRIEF_NOTE, fill::brief(brief)),
        None => brief,
    }
}

/// How far a mark is checked; nothing when it is confirmed.
pub(crate) fn hedge<'a>(cx: &Context<'a>, mark: &Mark) -> Option<Cow<'a, str>> {
    let hedge = match &mark.verification {
        Verification::Confirmed => return None,
        Verification::Claimed if mark.is_hearsay() => msg::BRIEF_HEARSAY,
        Verification::Claimed => msg::BRIEF_CLAIMED,
        Verification::Written(written) => match written.state.value {
            WrittenVerification::Disputed => msg::BRIEF_DISPUTED,
            WrittenVerification::Unverified => msg::BRIEF_UNVERIFIED,
            WrittenVerification::Retracted => msg::BRIEF_RETRACTED,
        },
    };
    Some(cx.words.text(hedge))
}

/// Which document says nothing, of when, and how far the reading is checked.
pub(crate) fn of_silence(cx: &Context<'_>, silence: &Silence) -> String {
    let Silence { document, reading } = silence;
    let checked = match reading.confirmed {
        true => cx.words.with(msg::BRIEF_CHECKS, fill::checks(reading.checks.len())).into(),
        false => cx.words.text(msg::BRIEF_CLAIMED),
    };
    let source = fill::source(cx.words.text(record_words::document(document.kind)));
    match document.date {
        Some(of) => {
            let date = fill::date(date(cx, *of, document.date_inferred.is_some()));
            cx.words.with(msg::BRIEF, (fill::checked(checked), date, source))
        }
        None => cx.words.with(msg::BRIEF_UNDATED, (fill::checked(checked), source)),
    }
}

/// A date in small print.
pub(crate) fn date(cx: &Context<'_>, date: PartialDate, inferred: bool) -> String {
    let brief = cx.words.brief_date(date, cx.campaign.site.as_of.year());
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
        (_, kind) => record_words::evidence(kind),
    }
}

/// A word that stands before a mark of the party's line in a candidate's cell: whose line it is.
pub(crate) fn label<'a>(cx: &Context<'a>, lender: Option<&str>) -> Cow<'a, str> {
    match lender {
        Some(party) => cx.words.with(msg::CELL_OTHER_PARTY, fill::party(party)).into(),
        None => cx.words.text(msg::CELL_PARTY),
    }
}
