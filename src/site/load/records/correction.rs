use hustings_derive::Record;

use super::Translations;
use crate::atoms::{DocumentId, ElectionId, PartialDate, PartyId, PersonId, QuestionId, Slug, Text};
use crate::load::field::At;

/// The corrections: `content/corrections.yaml`.
#[derive(Debug, Clone, Record)]
pub struct CorrectionsFile {
    /// The corrections, in any order.
    #[key(value = "list of the keys below")]
    pub corrections: Vec<CorrectionRecord>,
}

/// One correction.
#[derive(Debug, Clone, Record)]
pub struct CorrectionRecord {
    /// When it was made.
    #[key(example = "2031-04-12")]
    pub date: At<PartialDate>,
    /// What it concerns, in a few words.
    #[key(told = words, example = "Asha Example on the pond")]
    pub about: At<Text>,
    /// What the site said before.
    #[key(told = words, example = "Marked “No”.")]
    pub was: At<Text>,
    /// What it says now.
    #[key(told = words, example = "Marked “Yes”.")]
    pub now: At<Text>,
    /// Why.
    #[key(told = words, example = "We had misread the letter.")]
    pub because: At<Text>,
    /// Where on the site it belongs. Then it stands there too, beside what was put right.
    #[key(value = "group of the keys below")]
    pub concerns: Option<At<ConcernsRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// What on the site a correction concerns: one answer, line, document, account, pledge, question or page.
#[derive(Debug, Clone, Record)]
pub struct ConcernsRecord {
    /// With `question`: the candidate whose answer was wrong here.
    #[key(value = "id of a person", example = "4372")]
    pub person: Option<At<PersonId>>,
    /// With `question` and `election`: the party whose line was wrong here.
    #[key(example = "pp9001")]
    pub party: Option<At<PartyId>>,
    /// The question of the answer or line; alone, the question’s own page.
    #[key(example = "duck-pond")]
    pub question: Option<At<QuestionId>>,
    /// The election of the answer or line. A candidate who stands in one election alone needs none.
    #[key(example = "parl.2031-05-01")]
    pub election: Option<At<ElectionId>>,
    /// A document.
    #[key(value = "id of a document", example = "pond-leaflet")]
    pub document: Option<At<DocumentId>>,
    /// An account.
    #[key(value = "id of an account", example = "pond-net")]
    pub account: Option<At<Slug>>,
    /// A pledge.
    #[key(value = "id of a pledge", example = "keep-the-pond")]
    pub pledge: Option<At<Slug>>,
    /// A page of the site’s own.
    #[key(value = "id of a page", example = "about")]
    pub page: Option<At<Slug>>,
}
