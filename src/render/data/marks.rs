use super::rows::EvidenceRow;
use crate::atoms::{Nation, Text, WebUrl, Words};
use crate::model::{Evidence, Mark, Verification};

/// How far a mark is verified, with what is said for that.
pub(super) struct Verified<'a> {
    pub(super) state: &'static str,
    pub(super) because: Option<&'a str>,
    pub(super) date: Option<String>,
    pub(super) other_text: Option<&'a str>,
    /// How many people have checked it.
    pub(super) checks: u32,
}

pub(super) fn verified(mark: &Mark) -> Verified<'_> {
    let (state, said, other_text) = match &mark.verification {
        Verification::Claimed => ("claimed", None, None),
        Verification::Confirmed => ("confirmed", None, None),
        Verification::Disputed { because, date, other_text } => {
            ("disputed", Some((because, date)), other_text.as_ref())
        }
        Verification::Unverified { because, date } => ("unverified", Some((because, date)), None),
        Verification::Retracted { because, date } => ("retracted", Some((because, date)), None),
    };
    Verified {
        state,
        because: said.map(|(because, _)| because.as_str()),
        date: said.map(|(_, date)| date.to_string()),
        other_text: text(other_text),
        checks: u32::try_from(mark.checks.len()).unwrap_or(u32::MAX),
    }
}

pub(super) fn evidence(evidence: &Evidence) -> EvidenceRow<'_> {
    EvidenceRow {
        kind: evidence.kind,
        title: evidence.title.as_str(),
        document: evidence.document.as_ref().map(|document| document.id.as_str()),
        place: text(evidence.place.as_ref()),
        date: evidence.date,
        quote: text(evidence.quote.as_ref()),
        says: text(evidence.says.as_ref()),
        lang: text(evidence.lang.as_ref()),
        url: url(evidence.url.as_ref()),
        archived: url(evidence.archived.as_ref()),
        accessed: evidence.accessed,
    }
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
