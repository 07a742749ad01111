use std::borrow::Cow;

use serde::Serialize;

use super::mark::evidence_kind;
use super::{ReplyView, Source};
use crate::atoms::WebUrl;
use crate::model::{Evidence, Mark};

/// A recorded answer with everything that supports it.
#[derive(Debug, Serialize)]
pub struct EntryView<'a> {
    /// The voter's word for it.
    pub word: Cow<'a, str>,
    /// When it was said.
    pub date: String,
    /// How far it is verified.
    pub status: Cow<'a, str>,
    /// Our words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// A doubt that every reader must see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    /// Where it was said; never empty, except for what was taken off the site.
    pub evidence: Vec<EvidenceView<'a>>,
    /// Who entered it and who checked it, a sentence each.
    pub checks: Vec<String>,
    /// Anything else, a sentence each.
    pub notes: Vec<String>,
    /// What the person or party says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyView<'a>>,
}

/// One piece of evidence.
#[derive(Debug, Serialize)]
pub struct EvidenceView<'a> {
    /// What it is called, and the place in it.
    pub title: Cow<'a, str>,
    /// What kind of thing it is.
    pub kind: Cow<'a, str>,
    /// When it was said or published, as a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// When we last read it, as a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<String>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
    /// A lasting copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<&'a str>,
    /// Its record among the documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<&'a str>,
    /// The very words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<&'a str>,
    /// Their language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    /// Our words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

impl<'a> Source<'a> {
    /// A mark with all its evidence; of one that was taken off the site only that it was.
    pub(super) fn entry(&self, mark: &'a Mark) -> EntryView<'a> {
        if mark.takedown.is_some() {
            return self.blank_entry(mark);
        }
        let our_words = |text: &crate::atoms::Text| self.words.with("says", [("text", text.as_str().into())]);
        EntryView {
            word: self.word(mark),
            date: self.date_because(mark.date, mark.date_inferred.as_ref()),
            status: self.verified(mark),
            says: mark.says.as_ref().map(our_words),
            caveat: mark.caveat.as_ref().map(|text| self.words.with("caveat", [("text", text.as_str().into())])),
            evidence: mark.evidence.iter().map(|evidence| self.evidence(evidence)).collect(),
            checks: self.checks(mark),
            notes: self.other_text(mark).into_iter().collect(),
            reply: mark.reply.as_ref().map(|reply| self.reply(reply)),
        }
    }

    fn blank_entry(&self, mark: &'a Mark) -> EntryView<'a> {
        EntryView {
            word: self.words.text("gap-taken-down"),
            date: mark.takedown.as_ref().map(|takedown| self.words.date(takedown.date)).unwrap_or_default(),
            status: self.taken_down(mark.takedown.as_ref()).status.unwrap_or_default().into(),
            says: None,
            caveat: None,
            evidence: Vec::new(),
            checks: Vec::new(),
            notes: Vec::new(),
            reply: mark.reply.as_ref().map(|reply| self.reply(reply)),
        }
    }

    pub(super) fn evidence(&self, evidence: &'a Evidence) -> EvidenceView<'a> {
        let dated = |id, date| self.words.with(id, [("date", self.words.date(date).into())]);
        EvidenceView {
            title: self.evidence_title(evidence),
            kind: self.words.text(evidence_kind(evidence.kind)),
            date: evidence.date.map(|date| dated("evidence-date", date)),
            accessed: evidence.accessed.map(|date| dated("evidence-accessed", date)),
            url: evidence.url.as_ref().map(|at| at.value.as_str()),
            archived: evidence.archived.as_ref().map(WebUrl::as_str),
            link: evidence.document.as_ref().map(|document| self.document_link(document)),
            quote: evidence.quote.as_deref(),
            lang: evidence.lang.as_deref(),
            says: evidence.says.as_ref().map(|text| self.words.with("says", [("text", text.as_str().into())])),
        }
    }

    fn checks(&self, mark: &Mark) -> Vec<String> {
        let name = |id: &crate::atoms::Slug| self.checker(id);
        let entered = self.words.with("entered-by", [("name", name(&mark.entered_by).into())]);
        let checks = mark.checks.iter().map(|check| {
            let gaps = [("name", name(&check.by).into()), ("date", self.words.date(check.date).into())];
            self.words.with("checks-by", gaps)
        });
        std::iter::once(entered).chain(checks).collect()
    }

    /// The published name of somebody who enters or checks records.
    pub(super) fn checker(&self, id: &crate::atoms::Slug) -> &'a str {
        self.campaign.site.checkers.get(id).map_or("", |name| name.as_str())
    }
}
