use schemars::JsonSchema;
use serde::Deserialize;

use super::Translations;
use crate::atoms::{
    DocumentId, EvidenceKind, LanguageTag, PartialDate, QuestionId, Slug, Stance, Text, WebUrl, WrittenVerification,
};
use crate::load::field::{At, Field};

/// What a candidate answered to one version of one question, and how we know.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PositionRecord {
    /// The question's id.
    #[schemars(required)]
    pub question: Option<Field<QuestionId>>,
    /// The version of the question that was answered; 1 when left out.
    pub version: Option<At<u32>>,
    /// The answer.
    #[schemars(required)]
    pub stance: Option<Field<Stance>>,
    /// When it was said: year, month or day.
    #[schemars(required)]
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when the source does not say.
    pub date_inferred: Option<Field<Text>>,
    /// The answer in our own words, in one short sentence.
    pub says: Option<Field<Text>>,
    /// A doubt that every reader must see beside the mark.
    pub caveat: Option<Field<Text>>,
    /// Who put it into the records (an id of `checkers`).
    #[schemars(required)]
    pub entered_by: Option<Field<Slug>>,
    /// Where it was said; at least one piece.
    #[schemars(required)]
    pub evidence: Option<Vec<At<EvidenceRecord>>>,
    /// Who compared it with the evidence, and when.
    pub checked: Option<Vec<At<CheckRecord>>>,
    /// A state of verification that is not worked out from `checked`.
    pub verification: Option<At<VerificationRecord>>,
    /// What the person says about this mark.
    pub reply: Option<At<ReplyRecord>>,
    /// Takes this mark off the site, leaving a dated note.
    pub takedown: Option<At<TakedownRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// One piece of evidence.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// What kind of thing it is.
    #[schemars(required)]
    pub kind: Option<Field<EvidenceKind>>,
    /// What it is called; may be left out when `document` is given.
    pub title: Option<Field<Text>>,
    /// The document's id, when it has a record of its own.
    pub document: Option<Field<DocumentId>>,
    /// The place in it: page, section, minute.
    #[serde(rename = "where")]
    pub place: Option<Field<Text>>,
    /// When it was said or published.
    pub date: Option<Field<PartialDate>>,
    /// The very words.
    pub quote: Option<Field<Text>>,
    /// Our own words for what it says.
    pub says: Option<Field<Text>>,
    /// The language of the quote, as a language tag, when it is not the site's.
    pub lang: Option<Field<LanguageTag>>,
    /// Where it can be read.
    pub url: Option<Field<WebUrl>>,
    /// A lasting copy of it, in a web archive.
    pub archived: Option<Field<WebUrl>>,
    /// When we last read it at `url`.
    pub accessed: Option<Field<PartialDate>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// Somebody's check of a mark against its evidence.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckRecord {
    /// Who checked (an id of `checkers`).
    #[schemars(required)]
    pub by: Option<Field<Slug>>,
    /// When.
    #[schemars(required)]
    pub date: Option<Field<PartialDate>>,
}

/// A state of verification that a person wrote.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerificationRecord {
    /// The state.
    #[schemars(required)]
    pub state: Option<Field<WrittenVerification>>,
    /// Why: what was tried, who denies it, why it was withdrawn.
    #[schemars(required)]
    pub because: Option<Field<Text>>,
    /// Since when.
    #[schemars(required)]
    pub date: Option<Field<PartialDate>>,
    /// For `disputed`: the other text, kept beside ours.
    pub other_text: Option<Field<Text>>,
}

/// The right of reply: what the person concerned says, in their own words.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyRecord {
    /// When it reached us.
    #[schemars(required)]
    pub date: Option<Field<PartialDate>>,
    /// The reply, whole.
    #[schemars(required)]
    pub text: Option<Field<Text>>,
}

/// A mark taken off the site.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakedownRecord {
    /// When.
    #[schemars(required)]
    pub date: Option<Field<PartialDate>>,
    /// Why, in words that may be published.
    #[schemars(required)]
    pub reason: Option<Field<Text>>,
}
