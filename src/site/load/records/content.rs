use std::collections::BTreeMap;

use hustings_derive::Record;

use super::{EasyReadRecord, Translations};
use crate::atoms::{BallotId, ClockTime, Compound, LanguageTag, PartialDate, QuestionId, Slug, Text, Wanted, WebUrl};
use crate::country::uk::Nation;
use crate::load::field::At;

/// The fingerprints of a text, by language.
pub type Fingerprints = BTreeMap<LanguageTag, Text>;

/// The front matter of a question: `content/questions/<id>.md`. The body says why it matters.
#[derive(Debug, Clone, Record)]
pub struct QuestionRecord {
    /// The neutral text, ending in a question mark.
    #[key(told = words, example = "Should the duck pond be cleaned?")]
    pub ask: At<Text>,
    /// The shortest form of it.
    #[key(told = words, example = "Clean the pond?")]
    pub short: At<Text>,
    /// What a yes means, in one plain sentence.
    #[key(told = words, example = "The pond should be cleaned.")]
    pub supports_means: Option<At<Text>>,
    /// An older name of `supports_means`, which stands for it where there is none.
    #[key(told = words, example = "the pond should be cleaned")]
    pub statement: Option<At<Text>>,
    /// What a no means, in one plain sentence.
    #[key(told = words, example = "The pond should stay as it is.")]
    pub opposes_means: Option<At<Text>>,
    /// What “partly” means, in one plain sentence.
    #[key(told = words, example = "Only a part of the pond should be cleaned.")]
    pub mixed_means: Option<At<Text>>,
    /// The version of the text. Raise it whenever you change the words that people are asked.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// What the campaign would like the answer to be. With `none` nothing is printed about agreement.
    #[key(example = "supports")]
    pub campaign_wants: Wanted,
    /// What `hustings mentions` looks for in documents.
    pub terms: Vec<SearchTermRecord>,
    /// The fingerprint of `ask` as it was asked, by language. Once an answer is on record, `check` says what to write; then a
    /// change of the words without a new `version` is an error.
    #[key(needed = "no, but `check` warns", example = "{en: \"drckjnabpeqf\"}")]
    pub fingerprint: Option<Fingerprints>,
    /// Why the spelling of `ask` was corrected after people were asked. It is shown on the question's page.
    #[key(told = kept, example = "A letter was missing.")]
    pub wording_fix: Option<Text>,
    /// Earlier texts.
    pub earlier: Vec<EarlierVersion>,
    /// Earlier ids, which leave a redirect page.
    pub former: Vec<At<QuestionId>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
    /// What of it is in Easy Read.
    #[key(flatten)]
    pub easy: EasyReadRecord,
}

/// Words that show where a document speaks of a question.
#[derive(Debug, Clone, Record)]
pub struct SearchTermRecord {
    /// A word, a phrase or an acronym. Plurals are found too; an acronym only in capitals.
    #[key(example = "duck")]
    pub words: At<Text>,
    /// Its language, when not English: with `cy`, Welsh words whose first letters have changed are found too.
    #[key(value = "text", example = "cy")]
    pub lang: Option<LanguageTag>,
    /// What may stand at the end of its last word, in any language: German `[en, s]` finds “Sanktionen”. English plurals are
    /// found without.
    #[key(example = "[en, s]")]
    pub endings: Vec<Text>,
    /// Where in a longer word its last word may stand: `first` finds “Sanktionsmoratorium” by “Sanktion”, `last`
    /// “Leistungssanktion”, `any` both. An acronym is found in none.
    #[key(default = "nowhere", example = "first")]
    pub compound: Option<Compound>,
    /// Of these words, one has to be within 40 words of it.
    #[key(example = "[pond, water]")]
    pub near: Vec<Text>,
    /// With one of these words within 12 words of it, something else is meant.
    #[key(example = "[Donald]")]
    pub unless: Vec<Text>,
}

/// An earlier text of a question.
#[derive(Debug, Clone, Record)]
pub struct EarlierVersion {
    /// Its number.
    #[key(example = "1")]
    pub version: At<u32>,
    /// Its text.
    #[key(told = kept, example = "Is the duck pond dirty?")]
    pub ask: At<Text>,
    /// Its shortest form. Without it, the text itself is used in narrow places.
    #[key(told = kept, example = "Dirty pond?")]
    pub short: Option<Text>,
    /// What a yes to it meant.
    #[key(told = kept)]
    pub supports_means: Option<Text>,
    /// An older name of `supports_means`, which stands for it where there is none.
    #[key(told = kept)]
    pub statement: Option<Text>,
    /// What a no to it meant.
    #[key(told = kept)]
    pub opposes_means: Option<Text>,
    /// What “partly” meant.
    #[key(told = kept)]
    pub mixed_means: Option<Text>,
    /// What the campaign wanted the answer to be. Without it, nothing is said of agreement with answers to these words.
    #[key(default = "`none`", example = "supports")]
    pub campaign_wants: Option<Wanted>,
    /// The fingerprint of its text, moved here with it.
    #[key(needed = "no, but `check` warns when it was answered", example = "{en: \"drckjnabpeqf\"}")]
    pub fingerprint: Option<Fingerprints>,
    /// Why its spelling was corrected after people were asked.
    #[key(told = kept)]
    pub wording_fix: Option<Text>,
    /// The last day on which it was asked.
    #[key(example = "2031-03-01")]
    pub until: Option<PartialDate>,
}

/// The front matter of a prose page: `content/pages/<id>.md`.
///
/// `about`, `privacy`, `accessibility`, `complaints`, `method`, `for-candidates` and `home` add
/// their words to the page of that name; any other id makes a page of its own.
#[derive(Debug, Clone, Record)]
pub struct PageRecord {
    /// The page's title.
    #[key(told = words, example = "About us")]
    pub title: At<Text>,
    /// One sentence for search engines.
    #[key(told = words)]
    pub description: Option<At<Text>>,
    /// Earlier ids, which leave a redirect page.
    #[key(example = "[who-we-are]")]
    pub former: Vec<At<Slug>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
    /// What of it is in Easy Read.
    #[key(flatten)]
    pub easy: EasyReadRecord,
}

/// The front matter of a guide, which may do without: a file of the folder that `guides` names.
#[derive(Debug, Clone, Record)]
pub struct GuideRecord {
    /// Its title.
    #[key(told = words, default = "its first line, a heading", example = "How we ask")]
    pub title: Option<At<Text>>,
    /// One sentence on it, for the list of guides and for search engines.
    #[key(told = words, default = "its first words", example = "Letters to candidates, step by step.")]
    pub description: Option<At<Text>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this guide are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// The glossary: `content/glossary.yaml`.
#[derive(Debug, Clone, Record)]
pub struct GlossaryFile {
    /// The terms, in any order.
    #[key(value = "list of the keys below")]
    pub terms: Vec<TermRecord>,
}

/// One term of the glossary.
#[derive(Debug, Clone, Record)]
pub struct TermRecord {
    /// The anchor on the page. Entries with the same id are one term, with a meaning for each time or place.
    #[key(example = "spn")]
    pub id: At<Slug>,
    /// The word or acronym.
    #[key(told = words, example = "SPN")]
    pub term: At<Text>,
    /// What an acronym stands for.
    #[key(told = words, example = "Statement of persons nominated")]
    pub stands_for: Option<At<Text>>,
    /// What it means, in plain words.
    #[key(told = words, example = "The official list.")]
    pub means: At<Text>,
    /// Since when it means this.
    #[key(example = "2013")]
    pub from: Option<At<PartialDate>>,
    /// Until when it means this.
    #[key(example = "2017-03-31")]
    pub until: Option<At<PartialDate>>,
    /// Where it means this.
    #[key(default = "everywhere", value = "list of nations", example = "[wales]")]
    pub nations: Vec<Nation>,
    /// Where to read more.
    pub url: Option<WebUrl>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// An event to which people can go: `content/events/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct EventRecord {
    /// What it is.
    #[key(told = words, example = "Questions at the duck pond")]
    pub title: At<Text>,
    /// The day, or the first of several.
    #[key(example = "2031-04-25")]
    pub date: At<PartialDate>,
    /// The last day, when there are several.
    #[key(example = "2031-04-26")]
    pub until: Option<At<PartialDate>>,
    /// When it begins, on the clock of the place.
    #[key(value = "time of day in quotes", example = "\"19:30\"")]
    pub time: Option<ClockTime>,
    /// Where it is, in words. Without `area` and `ballot` it is for people everywhere.
    #[key(told = name, example = "Example Town")]
    pub area: Option<At<Text>>,
    /// The ballot for whose voters it is, instead of `area`: its page shows the event too.
    #[key(example = "parl.example-town.2031-05-01")]
    pub ballot: Option<At<BallotId>>,
    /// How people can take part who cannot climb stairs, hear, see or travel.
    #[key(told = words, example = "No steps. There is a sign language interpreter.")]
    pub access: At<Text>,
    /// Where to read more, or to take part from home.
    #[key(example = "https://example.org/evening")]
    pub url: Option<WebUrl>,
    /// Where it was announced.
    #[key(needed, needed = "yes, at least one", value = "list of the keys below")]
    pub evidence: Vec<AnnouncementRecord>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// Where an event or a pledge was announced.
#[derive(Debug, Clone, Record)]
pub struct AnnouncementRecord {
    /// What it is called.
    #[key(told = kept, example = "Poster of the Pond Club")]
    pub title: At<Text>,
    /// Where it can be read.
    #[key(example = "https://example.org/poster")]
    pub url: Option<WebUrl>,
    /// When we last read it.
    #[key(example = "2031-04-20")]
    pub accessed: Option<At<PartialDate>>,
}
