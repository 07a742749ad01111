//! The records as people write them: one struct for each file or part of a file, in the words of
//! `docs/record-format.md`.
//!
//! Every key is optional here, so that a missing one is reported with all else that is wrong; keys
//! that a record needs are marked `required` for the JSON Schema, and the model insists on them.

mod ask;
mod ballot;
mod content;
mod data;
mod document;
mod election;
mod evidence;
mod party;
mod site;
mod transcript;

pub use ask::{AskException, AskRecord};
pub use ballot::{AreaRecord, BallotRecord, CancellationRecord, CandidacyRecord, CompleteRecord};
pub use content::{
    CorrectionRecord, CorrectionsFile, EarlierVersion, GlossaryFile, PageRecord, QuestionRecord, SearchTermRecord,
    TermRecord,
};
pub use data::{CountRecord, DataRecord, DataSourceRecord, ImportedRecord};
pub use document::{CopyRecord, DocumentRecord, FileRecord, FormatRecord, ReadingRecord, ReceivedRecord};
pub use election::{DeadlineRecord, ElectionQuestion, ElectionRecord};
pub use evidence::{CheckRecord, EvidenceRecord, PositionRecord, ReplyRecord, TakedownRecord, VerificationRecord};
pub use party::{LineFromRecord, LineRecord, PartyRecord};
pub use site::{
    CampaignRecord, CheckerRecord, ComplaintsRecord, ContactRecord, CreditRecord, FetchRecord, ImprintRecord,
    LicenceRecord, PrinterRecord, SiteRecord,
};
pub use transcript::{TranscribedRecord, TranscriptRecord};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{At, Field};
use crate::atoms::Text;

/// Texts of a record in further languages: language tag → texts.
pub type Translations = BTreeMap<String, At<TranslatedTexts>>;

/// The texts of a record that can be given in another language.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslatedTexts {
    /// The name in that language.
    pub name: Option<Field<Text>>,
    /// The short name in that language.
    pub short_name: Option<Field<Text>>,
    /// The title in that language.
    pub title: Option<Field<Text>>,
    /// Our words in that language.
    pub says: Option<Field<Text>>,
    /// The question's text in that language.
    pub ask: Option<Field<Text>>,
    /// The short label in that language.
    pub short: Option<Field<Text>>,
    /// What it means, in that language.
    pub means: Option<Field<Text>>,
}
