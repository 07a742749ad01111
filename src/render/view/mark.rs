use std::borrow::Cow;

use serde::Serialize;

use super::{LinkView, ReplyView, Source};
use crate::atoms::language_marks::unmarked;
use crate::atoms::{EvidenceKind, LanguageTag, PartialDate, SitePath, Stance, Words};
use crate::model::{Document, Evidence, Mark, Verification};

/// Up to how many characters a title or a place stands in a cell; the person's or party's page has it whole.
const LONGEST_TITLE: usize = 40;

/// One mark: its box, its word, and where it comes from.
#[derive(Debug, Default, Serialize)]
pub struct MarkView<'a> {
    /// Its colour: `yes`, `no`, `partly` or `gap`.
    pub tone: &'static str,
    /// Its shape, an id in `marks.html` without `m-`; marks that have no box have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<&'static str>,
    /// The voter's word for it, with “Reported:” or the like before it unless it is confirmed.
    pub word: Cow<'a, str>,
    /// Whose it is, when it is a party's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The very words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<&'a str>,
    /// The language of the quote, when it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote_lang: Option<&'a str>,
    /// Our words for it, when there is no quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// Its evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<LinkView<'a>>,
    /// Own word or party line, the date, and how far it is verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// A doubt that every reader must see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    /// Anything else, a sentence each.
    pub notes: Vec<Note<'a>>,
    /// What the person or party says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyView<'a>>,
}

/// A sentence that may lead to a page of this site.
pub type Note<'a> = LinkView<'a>;

impl<'a> Source<'a> {
    /// A mark for a recorded stance; `home` is where its evidence stands whole.
    pub(super) fn stance_mark(&self, mark: &'a Mark, kind: &'static str, home: &str) -> MarkView<'a> {
        let (tone, shape) = drawn(mark.stance, mark.is_confirmed());
        let quote = mark.quote();
        let says = mark.says.as_ref().filter(|_| quote.is_none() || mark.stance == Stance::Mixed);
        MarkView {
            tone,
            shape: Some(shape),
            word: self.word(mark),
            quote: quote.map(|(text, _)| text.as_str()),
            quote_lang: quote.and_then(|(_, lang)| lang).map(LanguageTag::as_str),
            says: says.map(|says| self.words.with("says", [("text", says.as_str().into())])),
            source: mark.evidence.first().map(|evidence| self.evidence_link(evidence, home)),
            status: Some(self.status(mark, kind)),
            caveat: mark.caveat.as_ref().map(|text| self.words.with("caveat", [("text", text.as_str().into())])),
            notes: self.other_text(mark).into_iter().map(|text| LinkView::out(text, None)).collect(),
            reply: mark.reply.as_ref().map(|reply| self.reply(reply)),
            subject: None,
        }
    }

    /// The voter's word for a stance, and before it how far it is known.
    pub(super) fn word(&self, mark: &Mark) -> Cow<'a, str> {
        let word = self.words.text(stance_id(mark.stance));
        let prefix = match mark.verification {
            Verification::Confirmed => return word,
            Verification::Claimed => "reported",
            Verification::Disputed { .. } => "disputed",
            Verification::Unverified { .. } => "unverified",
            Verification::Retracted { .. } => "retracted",
        };
        self.words.with(prefix, [("word", word.into())]).into()
    }

    fn status(&self, mark: &Mark, kind: &str) -> String {
        let id = if mark.date_inferred.is_some() { format!("{kind}-inferred") } else { kind.to_owned() };
        let date = self.words.with(&id, [("date", self.words.date(mark.date).into())]);
        format!("{date} {}", self.verified(mark))
    }

    /// How far a mark is verified, in a sentence.
    pub(super) fn verified(&self, mark: &Mark) -> Cow<'a, str> {
        let because = |id: &str, because: &str, date: PartialDate| {
            self.words.with(id, [("because", because.into()), ("date", self.words.date(date).into())]).into()
        };
        match &mark.verification {
            Verification::Confirmed => {
                self.words.with("verified-confirmed", [("checks", mark.checks.len().into())]).into()
            }
            Verification::Claimed if mark.is_hearsay() => self.words.text("verified-hearsay"),
            Verification::Claimed => self.claimed(mark.checks.len()),
            Verification::Disputed { because: why, date, .. } => because("verified-disputed", why.as_str(), *date),
            Verification::Unverified { because: why, date } => because("verified-unverified", why.as_str(), *date),
            Verification::Retracted { because: why, date } => because("verified-retracted", why.as_str(), *date),
        }
    }

    /// That something is not confirmed yet, and how many have checked it.
    pub(super) fn claimed(&self, checks: usize) -> Cow<'a, str> {
        if checks == 0 {
            return self.words.text("verified-claimed");
        }
        let counts = [("checks", checks.into()), ("required", self.campaign.site.checks_required.into())];
        self.words.with("verified-claimed-part", counts).into()
    }

    pub(super) fn other_text(&self, mark: &Mark) -> Option<String> {
        let Verification::Disputed { other_text: Some(text), .. } = &mark.verification else { return None };
        Some(self.words.with("disputed-other", [("text", text.as_str().into())]))
    }

    /// The nearest thing to the evidence itself that a link can lead to.
    pub(super) fn evidence_link(&self, evidence: &'a Evidence, home: &str) -> LinkView<'a> {
        let text = self.evidence_short(evidence);
        let url = evidence.url.as_ref().map(|at| &at.value).or(evidence.archived.as_ref());
        match (url, &evidence.document) {
            (Some(url), _) => LinkView::out(text, Some(url.as_str())),
            (None, Some(document)) => LinkView::to(text, self.document_link(document)),
            (None, None) => LinkView::to(text, home.to_owned()),
        }
    }

    /// The title of a document, or its kind when that is too long for a cell.
    pub(super) fn document_short(&self, document: &'a Document) -> Cow<'a, str> {
        if fits(&document.title) {
            return document.title.as_str().into();
        }
        capitalised(&self.words.text(&word_id("document-", document.kind))).into()
    }

    /// Title and place of a piece of evidence, as far as they fit into a cell.
    fn evidence_short(&self, evidence: &'a Evidence) -> Cow<'a, str> {
        let title = if fits(&evidence.title) {
            evidence.title.as_str().into()
        } else {
            Cow::Owned(capitalised(&self.words.text(evidence_kind(evidence.kind))))
        };
        match &evidence.place {
            Some(place) if fits(place) => {
                let gaps = [("title", title.into()), ("place", place.as_str().into())];
                self.words.with("evidence-place", gaps).into()
            }
            _ => title,
        }
    }

    pub(super) fn evidence_title(&self, evidence: &'a Evidence) -> Cow<'a, str> {
        match &evidence.place {
            Some(place) => {
                let gaps = [("title", evidence.title.as_str().into()), ("place", place.as_str().into())];
                self.words.with("evidence-place", gaps).into()
            }
            None => evidence.title.as_str().into(),
        }
    }

    pub(crate) fn document_link(&self, document: &Document) -> &'a str {
        self.plan.addresses.documents.get(&document.id).map_or("", SitePath::as_str)
    }
}

/// Whether a mark is a clear answer that a sentence in large type may state: not denied by anybody, not
/// found impossible to verify, and not taken off the site.
pub(super) fn is_known_answer(mark: &Mark) -> bool {
    let stands = matches!(mark.verification, Verification::Claimed | Verification::Confirmed);
    stands && mark.stance.is_clear() && mark.takedown.is_none()
}

/// Whether a title or a place is short enough for a cell.
fn fits(text: &str) -> bool {
    unmarked(text).chars().count() <= LONGEST_TITLE
}

/// The shapes of marks, in the order in which they are explained.
pub(super) const SHAPES: [&str; 14] = [
    "yes-sure",
    "yes",
    "no-sure",
    "no",
    "partly-sure",
    "partly",
    "unclear-sure",
    "unclear",
    "declined-sure",
    "declined",
    "waiting",
    "no-reply",
    "not-reached",
    "silent",
];

/// How a stance is drawn: its colour and its shape.
pub(super) fn drawn(stance: Stance, confirmed: bool) -> (&'static str, &'static str) {
    match (stance, confirmed) {
        (Stance::Supports, true) => ("yes", "yes-sure"),
        (Stance::Supports, false) => ("yes", "yes"),
        (Stance::Opposes, true) => ("no", "no-sure"),
        (Stance::Opposes, false) => ("no", "no"),
        (Stance::Mixed, true) => ("partly", "partly-sure"),
        (Stance::Mixed, false) => ("partly", "partly"),
        (Stance::Unclear, true) => ("gap", "unclear-sure"),
        (Stance::Unclear, false) => ("gap", "unclear"),
        (Stance::Declined, true) => ("gap", "declined-sure"),
        (Stance::Declined, false) => ("gap", "declined"),
    }
}

pub(super) fn stance_id(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "stance-supports",
        Stance::Opposes => "stance-opposes",
        Stance::Mixed => "stance-mixed",
        Stance::Unclear => "stance-unclear",
        Stance::Declined => "stance-declined",
    }
}

/// The message with the name of a word of the records: `document-` and `easy_read` give `document-easy-read`.
pub(super) fn word_id(prefix: &str, word: impl Words) -> String {
    format!("{prefix}{}", word.word().replace('_', "-"))
}

pub(super) fn evidence_kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Reply => "kind-reply",
        EvidenceKind::Leaflet => "kind-leaflet",
        EvidenceKind::Manifesto => "kind-manifesto",
        EvidenceKind::Site => "kind-site",
        EvidenceKind::Speech => "kind-speech",
        EvidenceKind::Hustings => "kind-hustings",
        EvidenceKind::Vote => "kind-vote",
        EvidenceKind::News => "kind-news",
        EvidenceKind::Campaign => "kind-campaign",
    }
}

/// A word with a capital at its beginning, for the start of a sentence.
pub(super) fn capitalised(word: &str) -> String {
    let Some((at, first)) = word.char_indices().find(|(_, c)| c.is_alphanumeric()) else { return word.to_owned() };
    let rest = word[at + first.len_utf8()..].chars();
    word[..at].chars().chain(first.to_uppercase()).chain(rest).collect()
}
