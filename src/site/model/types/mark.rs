use std::sync::Arc;

use jiff::civil::Date;

use super::{Document, Question, SignedPledge, Wording};
use crate::atoms::{ElectionId, LanguageTag, Text, WrittenVerification};
use crate::country::uk::Nation;
use crate::diagnostic::{FileName, Pos};
use crate::load::Rare;
use crate::load::records::{CheckRecord, EvidenceRecord, MarkRecord, VerificationRecord};

/// A stance with everything that supports it: what is behind every mark on a page.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Its record, without what was resolved.
    pub record: MarkRecord,
    /// Where it was said; never empty.
    pub evidence: Vec<Evidence>,
    /// Who checked it, in the order of the file.
    pub checks: Vec<CheckRecord>,
    /// How far it is verified.
    pub verification: Verification,
    /// The day from which it is shown, by its own record or by that of the round which it answers.
    pub shown_from: Option<Date>,
    /// The pledge by whose signature it is on record, if it is.
    pub pledge: Option<Arc<SignedPledge>>,
    /// Where it stands in the records.
    pub pos: Pos,
}

owns_record!(Mark: MarkRecord);

impl Mark {
    /// Whether it is drawn filled and counted in scores.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        matches!(self.verification, Verification::Confirmed)
    }

    /// Whether it rests on more than what others report, and was not found to be beyond verifying.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        !self.is_hearsay() && self.written() != Some(WrittenVerification::Unverified)
    }

    /// The file in which it stands, which is that of whoever gave the answer unless they signed a pledge.
    #[must_use]
    pub fn file<'f>(&'f self, own: &'f FileName) -> &'f FileName {
        self.pledge.as_ref().map_or(own, |pledge| &pledge.file)
    }

    /// Whether it was withdrawn by us, and is only history.
    #[must_use]
    pub fn is_retracted(&self) -> bool {
        self.written() == Some(WrittenVerification::Retracted)
    }

    fn written(&self) -> Option<WrittenVerification> {
        match &self.verification {
            Verification::Written(written) => Some(written.state.value),
            Verification::Claimed | Verification::Confirmed => None,
        }
    }

    /// Whether it rests on other people's word alone, and so can never be confirmed.
    #[must_use]
    pub fn is_hearsay(&self) -> bool {
        self.evidence.iter().all(|evidence| evidence.kind.is_hearsay())
    }

    /// The first quotation among the evidence, with its language.
    #[must_use]
    pub fn quote(&self) -> Option<(&Text, Option<&LanguageTag>)> {
        self.evidence.iter().find_map(|e| Some((e.quote.as_deref()?, e.lang.as_ref())))
    }
}

/// One piece of evidence.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// What it is called: by its own title, or by that of its document.
    pub title: Text,
    /// Its record among the documents.
    pub document: Option<Arc<Document>>,
    /// Its record.
    pub record: EvidenceRecord,
    /// Where it stands in the records.
    pub pos: Pos,
}

owns_record!(Evidence: EvidenceRecord);

/// How far a mark is verified.
#[derive(Debug, Clone)]
pub enum Verification {
    /// Somebody entered it, and too few others have checked it.
    Claimed,
    /// Enough people have checked it.
    Confirmed,
    /// As somebody wrote.
    Written(Rare<VerificationRecord>),
}

/// What a candidate answered to one question.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
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
