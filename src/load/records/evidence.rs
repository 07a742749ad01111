use hustings_derive::Record;

use super::Translations;
use crate::atoms::{
    DocumentId, EvidenceKind, LanguageTag, PartialDate, QuestionId, Slug, Stance, Text, WebUrl, WrittenVerification,
};
use crate::load::field::{At, Field};

/// What a candidate answered to one version of one question, and how we know.
#[derive(Debug, Clone, Record)]
pub struct PositionRecord {
    /// The question's id.
    #[key(needed)]
    pub question: Option<Field<QuestionId>>,
    /// The version of the question that was answered; 1 when left out.
    pub version: Option<At<u32>>,
    /// The answer.
    #[key(needed)]
    pub stance: Option<Field<Stance>>,
    /// When it was said: year, month or day.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when the source does not say.
    #[key(told = kept)]
    pub date_inferred: Option<Field<Text>>,
    /// The answer in our own words, in one short sentence.
    #[key(told = words)]
    pub says: Option<Field<Text>>,
    /// A doubt that every reader must see beside the mark.
    #[key(told = words)]
    pub caveat: Option<Field<Text>>,
    /// Who put it into the records (an id of `checkers`).
    #[key(needed)]
    pub entered_by: Option<Field<Slug>>,
    /// Where it was said; at least one piece.
    #[key(needed)]
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
#[derive(Debug, Clone, Record)]
pub struct EvidenceRecord {
    /// What kind of thing it is.
    #[key(needed)]
    pub kind: Option<Field<EvidenceKind>>,
    /// What it is called; may be left out when `document` is given.
    #[key(told = words)]
    pub title: Option<Field<Text>>,
    /// The document's id, when it has a record of its own.
    pub document: Option<Field<DocumentId>>,
    /// The place in it: page, section, minute.
    #[key(name = "where", told = kept)]
    pub place: Option<Field<Text>>,
    /// When it was said or published.
    pub date: Option<Field<PartialDate>>,
    /// The very words.
    pub quote: Option<Field<Text>>,
    /// Our own words for what it says.
    #[key(told = words)]
    pub says: Option<Field<Text>>,
    /// The language of the quote, as a language tag, when it is not the site's.
    #[key(language = quote)]
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
#[derive(Debug, Clone, Record)]
pub struct CheckRecord {
    /// Who checked (an id of `checkers`).
    #[key(needed)]
    pub by: Option<Field<Slug>>,
    /// When.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
}

/// A state of verification that a person wrote.
#[derive(Debug, Clone, Record)]
pub struct VerificationRecord {
    /// The state.
    #[key(needed)]
    pub state: Option<Field<WrittenVerification>>,
    /// Why: what was tried, who denies it, why it was withdrawn.
    #[key(needed, told = kept)]
    pub because: Option<Field<Text>>,
    /// Since when.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// For `disputed`: the other text, kept beside ours.
    #[key(told = kept)]
    pub other_text: Option<Field<Text>>,
}

/// The right of reply: what the person concerned says, in their own words.
#[derive(Debug, Clone, Record)]
pub struct ReplyRecord {
    /// When it reached us.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// The reply, whole.
    #[key(needed, told = kept)]
    pub text: Option<Field<Text>>,
}

/// A mark taken off the site.
#[derive(Debug, Clone, Record)]
pub struct TakedownRecord {
    /// When.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// Why, in words that may be published.
    #[key(needed, told = kept)]
    pub reason: Option<Field<Text>>,
}
