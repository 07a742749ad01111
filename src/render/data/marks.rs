use super::rows::{EvidenceRow, MarkRow};
use crate::atoms::{Text, WebUrl, Words};
use crate::country::uk::Nation;
use crate::load::records::VerificationRecord;
use crate::model::{Evidence, Mark, Silence, Verification};

/// A recorded mark; of one that was taken off the site only that it was.
pub(super) fn recorded(mark: &Mark) -> MarkRow<'_> {
    if mark.takedown.is_some() {
        return without_evidence("taken_down");
    }
    let first = mark.evidence.first();
    let row = MarkRow {
        mark: mark.stance.word(),
        date: Some(mark.date.to_string()),
        date_inferred: text(mark.date_inferred.as_ref()),
        checks: count(mark.checks.len()),
        says: text(mark.says.as_deref()),
        caveat: text(mark.caveat.as_deref()),
        quote: mark.quote().map(|(quote, _)| quote.as_str()),
        document: mark.evidence.iter().find_map(|e| e.document.as_ref()).map(|document| document.id.as_str()),
        evidence_kind: first.map(|evidence| evidence.kind.word()),
        evidence_title: first.map(|evidence| evidence.title.as_str()),
        evidence_place: first.and_then(|evidence| text(evidence.place.as_ref())),
        evidence_url: first.and_then(|evidence| url(evidence.url.as_ref().map(|at| &at.value))),
        reply: mark.reply.as_ref().map(|reply| reply.text.as_str()),
        ..MarkRow::default()
    };
    verified(row, &mark.verification)
}

/// That a document does not speak of a question.
pub(super) fn silent(silence: &Silence) -> MarkRow<'_> {
    let (document, reading) = (&silence.document, &silence.reading);
    MarkRow {
        mark: "silent",
        date: document.date.map(|date| date.to_string()),
        date_inferred: text(document.date_inferred.as_ref()),
        verification: Some(if reading.confirmed { "confirmed" } else { "claimed" }),
        checks: count(reading.checks.len()),
        document: Some(document.id.as_str()),
        evidence_title: Some(document.title.as_str()),
        evidence_url: url(document.url.as_ref().map(|at| &at.value)),
        ..MarkRow::default()
    }
}

/// What stands in the place of a mark.
pub(super) fn without_evidence(word: &'static str) -> MarkRow<'static> {
    MarkRow { mark: word, ..MarkRow::default() }
}

/// All evidence for a mark; none for one that was taken off the site.
pub(super) fn evidence(mark: &Mark) -> Vec<EvidenceRow<'_>> {
    let shown = mark.evidence.iter().filter(|_| mark.takedown.is_none());
    shown.map(piece).collect()
}

/// Nations with spaces between them; nothing for all.
pub(super) fn nations(nations: &[Nation]) -> String {
    nations.iter().map(|nation| nation.word()).collect::<Vec<_>>().join(" ")
}

pub(super) fn text(text: Option<&Text>) -> Option<&str> {
    text.map(Text::as_str)
}

pub(super) fn url(url: Option<&WebUrl>) -> Option<&str> {
    url.map(WebUrl::as_str)
}

/// The row with how far its mark is verified, and what is said for that.
fn verified<'a>(row: MarkRow<'a>, verification: &'a Verification) -> MarkRow<'a> {
    let (state, written) = match verification {
        Verification::Claimed => ("claimed", None),
        Verification::Confirmed => ("confirmed", None),
        Verification::Written(written) => (written.state.word(), Some(written)),
    };
    MarkRow {
        verification: Some(state),
        verification_because: written.map(|written| written.because.as_str()),
        verification_date: written.map(|written| written.date.to_string()),
        other_text: text(written.and_then(VerificationRecord::denial)),
        ..row
    }
}

fn piece(evidence: &Evidence) -> EvidenceRow<'_> {
    EvidenceRow {
        kind: *evidence.kind,
        title: evidence.title.as_str(),
        document: evidence.document.as_ref().map(|document| document.id.as_str()),
        place: text(evidence.place.as_ref()),
        date: evidence.date.as_deref().copied(),
        quote: text(evidence.quote.as_ref()),
        says: text(evidence.says.as_deref()),
        lang: evidence.lang.as_deref(),
        url: url(evidence.url.as_ref().map(|at| &at.value)),
        archived: url(evidence.archived.as_ref()),
        accessed: evidence.accessed.as_deref().copied(),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
