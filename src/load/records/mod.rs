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

pub use ask::{AskException, AskRecord, AskedBallot, AskedQuestion};
pub use ballot::{
    AreaRecord, BallotRecord, CancellationRecord, CandidacyRecord, CompleteRecord, SupportWithdrawnRecord,
};
pub use content::{
    CorrectionRecord, CorrectionsFile, EarlierVersion, Fingerprints, GlossaryFile, PageRecord, QuestionRecord,
    SearchTermRecord, TermRecord,
};
pub use data::{CountRecord, DataRecord, DataSourceRecord, FigureRecord, ImportedRecord};
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
use super::front_matter::Body;
use crate::atoms::{LanguageTag, Text};
use crate::diagnostic::FileName;

/// Texts of a record in further languages: language tag → texts.
pub type Translations = BTreeMap<String, At<TranslatedTexts>>;

/// The texts of a record in another language, under the keys that they have in the record itself; of the groups in
/// `hustings.yaml` all keys stand together here.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslatedTexts {
    /// A name; of a ballot the area's, of the site the campaign's.
    pub name: Option<Field<Text>>,
    /// A short name.
    pub short_name: Option<Field<Text>>,
    /// A title.
    pub title: Option<Field<Text>>,
    /// One sentence on what it is; of a candidacy what stands on the ballot paper.
    pub description: Option<Field<Text>>,
    /// Our words.
    pub says: Option<Field<Text>>,
    /// What a figure says after the number 1.
    pub says_one: Option<Field<Text>>,
    /// A doubt that every reader must see.
    pub caveat: Option<Field<Text>>,
    /// A question's text.
    pub ask: Option<Field<Text>>,
    /// A question's shortest form.
    pub short: Option<Field<Text>>,
    /// What a yes says, for use after “says that”.
    pub statement: Option<Field<Text>>,
    /// A word or acronym of the glossary.
    pub term: Option<Field<Text>>,
    /// What an acronym stands for.
    pub stands_for: Option<Field<Text>>,
    /// What a word of the glossary means.
    pub means: Option<Field<Text>>,
    /// A region.
    pub region: Option<Field<Text>>,
    /// A remark.
    pub note: Option<Field<Text>>,
    /// How something is done: a complaint, an ask.
    pub how: Option<Field<Text>>,
    /// What happens after a complaint.
    pub then: Option<Field<Text>>,
    /// What a correction is about.
    pub about: Option<Field<Text>>,
    /// What the site said before.
    pub was: Option<Field<Text>>,
    /// What it says now.
    pub now: Option<Field<Text>>,
    /// Why.
    pub because: Option<Field<Text>>,
    /// Why nobody has to be named in the imprint.
    pub none_because: Option<Field<Text>>,
    /// What the campaign wants.
    pub aims: Option<Field<Text>>,
    /// Who pays for it.
    pub funders: Option<Field<Text>>,
    /// Who is listed, and by what rule.
    pub inclusion_rule: Option<Field<Text>>,
    /// Says that contact details in these texts are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
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

impl TranslatedTexts {
    /// All of them, each under its key.
    pub fn all_mut(&mut self) -> [(&'static str, &mut Option<Field<Text>>); 25] {
        [
            ("name", &mut self.name),
            ("short_name", &mut self.short_name),
            ("title", &mut self.title),
            ("description", &mut self.description),
            ("says", &mut self.says),
            ("says_one", &mut self.says_one),
            ("caveat", &mut self.caveat),
            ("ask", &mut self.ask),
            ("short", &mut self.short),
            ("statement", &mut self.statement),
            ("term", &mut self.term),
            ("stands_for", &mut self.stands_for),
            ("means", &mut self.means),
            ("region", &mut self.region),
            ("note", &mut self.note),
            ("how", &mut self.how),
            ("then", &mut self.then),
            ("about", &mut self.about),
            ("was", &mut self.was),
            ("now", &mut self.now),
            ("because", &mut self.because),
            ("none_because", &mut self.none_because),
            ("aims", &mut self.aims),
            ("funders", &mut self.funders),
            ("inclusion_rule", &mut self.inclusion_rule),
        ]
    }
}
