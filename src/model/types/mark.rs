use std::sync::Arc;

use super::{Document, Question, Wording};
use crate::atoms::{ElectionId, EvidenceKind, LanguageTag, PartialDate, Slug, Stance, Text, WebUrl};
use crate::country::uk::Nation;
use crate::diagnostic::Pos;
use crate::load::At;

/// A stance with everything that supports it: what is behind every mark on a page.
#[derive(Debug)]
pub struct Mark {
    /// The answer.
    pub stance: Stance,
    /// When it was said.
    pub date: PartialDate,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// The answer in our words.
    pub says: Option<Text>,
    /// A doubt that every reader must see.
    pub caveat: Option<Text>,
    /// Who entered it.
    pub entered_by: Slug,
    /// Where it was said; never empty.
    pub evidence: Vec<Evidence>,
    /// Who checked it, in the order of the file.
    pub checks: Vec<Check>,
    /// How far it is verified.
    pub verification: Verification,
    /// What the subject says about it.
    pub reply: Option<Reply>,
    /// Since when and why it is off the site.
    pub takedown: Option<Takedown>,
    /// Where it stands in the records.
    pub pos: Pos,
}

impl Mark {
    /// Whether it is drawn filled and counted in scores.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        matches!(self.verification, Verification::Confirmed)
    }

    /// Whether it rests on more than what others report, and was not found to be beyond verifying.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        let hearsay = self.evidence.iter().all(|evidence| evidence.kind.is_hearsay());
        !hearsay && !matches!(self.verification, Verification::Unverified { .. })
    }

    /// Whether it was withdrawn by us, and is only history.
    #[must_use]
    pub fn is_retracted(&self) -> bool {
        matches!(self.verification, Verification::Retracted { .. })
    }

    /// Whether it rests on other people's word alone, and so can never be confirmed.
    #[must_use]
    pub fn is_hearsay(&self) -> bool {
        self.evidence.iter().all(|evidence| evidence.kind.is_hearsay())
    }

    /// The first quotation among the evidence, with its language.
    #[must_use]
    pub fn quote(&self) -> Option<(&Text, Option<&LanguageTag>)> {
        self.evidence.iter().find_map(|e| Some((e.quote.as_ref()?, e.lang.as_ref())))
    }
}

/// One piece of evidence.
#[derive(Debug)]
pub struct Evidence {
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is called.
    pub title: Text,
    /// Its record among the documents.
    pub document: Option<Arc<Document>>,
    /// The place in it.
    pub place: Option<Text>,
    /// When it was said or published.
    pub date: Option<PartialDate>,
    /// The very words.
    pub quote: Option<Text>,
    /// Our words for it.
    pub says: Option<Text>,
    /// The language of the quote.
    pub lang: Option<LanguageTag>,
    /// Where it can be read.
    pub url: Option<At<WebUrl>>,
    /// A lasting copy.
    pub archived: Option<WebUrl>,
    /// When we last read it.
    pub accessed: Option<PartialDate>,
    /// Where it stands in the records.
    pub pos: Pos,
}

/// Somebody's check.
#[derive(Debug)]
pub struct Check {
    /// Who.
    pub by: Slug,
    /// When.
    pub date: PartialDate,
}

/// How far a mark is verified.
#[derive(Debug)]
pub enum Verification {
    /// Somebody entered it, and too few others have checked it.
    Claimed,
    /// Enough people have checked it.
    Confirmed,
    /// Somebody concerned denies it.
    Disputed {
        /// Who, and why.
        because: Text,
        /// Since when.
        date: PartialDate,
        /// The other text.
        other_text: Option<Text>,
    },
    /// We tried to verify it and could not.
    Unverified {
        /// What was tried.
        because: Text,
        /// When.
        date: PartialDate,
    },
    /// It was withdrawn.
    Retracted {
        /// Why.
        because: Text,
        /// When.
        date: PartialDate,
    },
}

/// What the person or party concerned says.
#[derive(Debug)]
pub struct Reply {
    /// When it reached us.
    pub date: PartialDate,
    /// The reply, whole.
    pub text: Text,
}

/// Why something is off the site.
#[derive(Debug, Clone)]
pub struct Takedown {
    /// When.
    pub date: PartialDate,
    /// Why.
    pub reason: Text,
}

/// What a candidate answered to one question.
#[derive(Debug)]
pub struct Position {
    /// The question.
    pub question: Arc<Question>,
    /// The version that was answered.
    pub version: u32,
    /// The answer and what supports it.
    pub mark: Mark,
}

impl Position {
    /// The words that were answered.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        self.question.wording(self.version)
    }
}

/// What a party said on one question for one election.
#[derive(Debug)]
pub struct Line {
    /// The election.
    pub election: ElectionId,
    /// The question.
    pub question: Arc<Question>,
    /// The version that was answered.
    pub version: u32,
    /// The nations in which it holds; empty for all.
    pub nations: Vec<Nation>,
    /// The answer and what supports it.
    pub mark: Mark,
}

impl Line {
    /// The words that were answered.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        self.question.wording(self.version)
    }
}
