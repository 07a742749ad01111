//! The records as people write them: one struct for each file or part of a file, which declares its keys.
//!
//! What stands at a key here is all that is said of it anywhere: it is read by it, its JSON Schema and its row in
//! `docs/record-format.md` are made of it (`UPDATE=1 cargo test --test it record_format`). What a record
//! needs and has not is blank: that was reported on the way, and all else in it can still be judged. What a rule speaks of is an
//! [`At`], which knows whether it could be read.

mod account;
mod ask;
mod ballot;
mod content;
mod correction;
mod data;
mod document;
mod easy_read;
mod election;
mod evidence;
mod letter;
mod party;
mod pledge;
mod report;
mod site;
mod transcript;

pub use account::{AccountRecord, NamedAreaRecord, NumberRecord, ResponseRecord, SourceRecord, TriedRecord};
pub use ask::{AskException, AskRecord, AskedBallot, AskedQuestion};
pub use ballot::{
    AreaRecord, BallotRecord, CancellationRecord, CandidacyRecord, CompleteRecord, ElectedRecord, PhotoRecord,
    SupportWithdrawnRecord,
};
pub use content::*;
pub use correction::{ConcernsRecord, CorrectionRecord, CorrectionsFile};
pub use data::{CountRecord, DataRecord, DataSourceRecord, FigureRecord, ImportedRecord};
pub use document::{
    CopyRecord, DocumentRecord, FileRecord, FormatRecord, FormatSearchRecord, ReadingRecord, ReceivedRecord,
    SidesRecord,
};
pub use easy_read::{EasyPictureRecord, EasyReadRecord};
pub use election::{DeadlineRecord, ElectionQuestion, ElectionRecord, TopicRecord};
pub use evidence::{
    BackingRecord, CheckRecord, EvidenceRecord, MarkRecord, PositionRecord, ReplyRecord, TakedownRecord,
    VerificationRecord,
};
pub use letter::{AdviceRecord, LetterRecord, OfficeContactRecord};
pub use party::{LineFromRecord, LineRecord, PartyRecord};
pub use pledge::{MeasureRecord, PledgeAnswerRecord, PledgeRecord, SignatureRecord};
pub use report::{ReportArea, ReportChoice, ReportCount, ReportPeriod, ReportRecord, ReportTotal};
pub use site::{
    CampaignRecord, CheckerRecord, ComplaintsRecord, ContactRecord, CreditRecord, FetchRecord, FormsRecord,
    GuidesRecord, ImprintRecord, LicenceRecord, PrinterRecord, SiteRecord,
};
pub use transcript::{TranscribedRecord, TranscriptRecord};

use std::collections::BTreeMap;

use super::field::{At, Rare};
use super::front_matter::Body;
use crate::atoms::{LanguageTag, Text};
use crate::diagnostic::FileName;

/// Texts of a record in further languages.
pub type Translations = Rare<BTreeMap<LanguageTag, At<TranslatedTexts>>>;

/// The texts of a record in another language, under the keys that they have in the record itself; of the groups in it that hold
/// no translations themselves, all keys stand together here.
#[derive(Debug, Clone, Default)]
pub struct TranslatedTexts(pub BTreeMap<&'static str, Text>);

impl TranslatedTexts {
    /// The text under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Text> {
        self.0.get(key)
    }
}

/// A page or question in a further language: `<id>.<language>.md`, beside that of the main language.
#[derive(Debug, Clone)]
pub struct TranslatedPage {
    /// The file of which it is the translation.
    pub of: FileName,
    /// Its language.
    pub language: LanguageTag,
    /// The front matter.
    pub texts: TranslatedTexts,
    /// The text.
    pub body: Body,
}
