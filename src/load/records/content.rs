use std::collections::BTreeMap;

use hustings_derive::Record;

use super::Translations;
use crate::atoms::{Compound, LanguageTag, PartialDate, QuestionId, Slug, Text, Wanted, WebUrl};
use crate::load::field::{At, Field};

/// The fingerprints of a text, by language.
pub type Fingerprints = BTreeMap<LanguageTag, Field<Text>>;

/// The front matter of a question: `content/questions/<id>.md`. The body says why it matters.
#[derive(Debug, Clone, Record)]
pub struct QuestionRecord {
    /// The neutral text of the question, ending in a question mark.
    #[key(needed, told = words)]
    pub ask: Option<Field<Text>>,
    /// The shortest form of it, for narrow places: `Open on Saturdays?`
    #[key(needed, told = words)]
    pub short: Option<Field<Text>>,
    /// What a yes says, for use after “says that”: `the library should open on Saturdays`.
    #[key(needed, told = words)]
    pub statement: Option<Field<Text>>,
    /// The version of the text; 1 when left out.
    pub version: Option<At<u32>>,
    /// What the campaign would like the answer to be.
    #[key(needed)]
    pub campaign_wants: Option<Field<Wanted>>,
    /// What to look for in documents.
    pub terms: Option<Vec<At<SearchTermRecord>>>,
    /// The fingerprint of the text as it was put, by language. “hustings check” says it once an answer is on record.
    pub fingerprint: Option<Fingerprints>,
    /// Why the spelling of the text was mended after it was put.
    #[key(told = kept)]
    pub wording_fix: Option<Field<Text>>,
    /// Earlier texts of the question.
    pub earlier: Option<Vec<At<EarlierVersion>>>,
    /// Earlier ids, which leave a redirect page.
    pub former: Option<Vec<Field<QuestionId>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// Words that show where a document speaks of a question.
#[derive(Debug, Clone, Record)]
pub struct SearchTermRecord {
    /// A word, a phrase or an acronym. Plurals are found too; an acronym only in capitals.
    #[key(needed)]
    pub words: Option<Field<Text>>,
    /// Its language, when not English: with `cy`, changed first letters are found too.
    pub lang: Option<Field<LanguageTag>>,
    /// What may stand at the end of its last word, in any language; English plurals are found without.
    pub endings: Option<Vec<Field<Text>>>,
    /// Where in a longer word its last word may stand; nowhere when left out.
    pub compound: Option<Field<Compound>>,
    /// Of these words, one has to stand within 40 words of it.
    pub near: Option<Vec<Field<Text>>>,
    /// With one of these words within 12 words of it, something else is meant.
    pub unless: Option<Vec<Field<Text>>>,
}

/// An earlier text of a question.
#[derive(Debug, Clone, Record)]
pub struct EarlierVersion {
    /// Its number.
    #[key(needed)]
    pub version: Option<At<u32>>,
    /// Its text.
    #[key(needed, told = kept)]
    pub ask: Option<Field<Text>>,
    /// Its shortest form; the text itself when left out.
    #[key(told = kept)]
    pub short: Option<Field<Text>>,
    /// What a yes to it said; sentences do without when left out.
    #[key(told = kept)]
    pub statement: Option<Field<Text>>,
    /// What the campaign wanted the answer to be; nothing is said of agreement when left out.
    pub campaign_wants: Option<Field<Wanted>>,
    /// The fingerprint of the text as it was put, by language.
    pub fingerprint: Option<Fingerprints>,
    /// Why the spelling of the text was mended after it was put.
    #[key(told = kept)]
    pub wording_fix: Option<Field<Text>>,
    /// The last day on which it was put.
    pub until: Option<Field<PartialDate>>,
}

/// The front matter of a prose page: `content/pages/<id>.md`.
///
/// `about`, `privacy`, `accessibility`, `complaints`, `method`, `for-candidates` and `home` add
/// their words to the page of that name; any other id makes a page of its own.
#[derive(Debug, Clone, Record)]
pub struct PageRecord {
    /// The page's title.
    #[key(needed, told = words)]
    pub title: Option<Field<Text>>,
    /// One sentence for search engines.
    #[key(told = words)]
    pub description: Option<Field<Text>>,
    /// Earlier ids, which leave a redirect page.
    pub former: Option<Vec<Field<Slug>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// The glossary: `content/glossary.yaml`.
#[derive(Debug, Clone, Record)]
pub struct GlossaryFile {
    /// The terms, in any order.
    pub terms: Option<Vec<At<TermRecord>>>,
}

/// One term of the glossary.
#[derive(Debug, Clone, Record)]
pub struct TermRecord {
    /// The anchor on the glossary's page.
    #[key(needed)]
    pub id: Option<Field<Slug>>,
    /// The word or acronym.
    #[key(needed, told = words)]
    pub term: Option<Field<Text>>,
    /// What an acronym stands for.
    #[key(told = words)]
    pub stands_for: Option<Field<Text>>,
    /// What it means, in plain words.
    #[key(needed, told = words)]
    pub means: Option<Field<Text>>,
    /// Where to read more.
    pub url: Option<Field<WebUrl>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// The corrections: `content/corrections.yaml`.
#[derive(Debug, Clone, Record)]
pub struct CorrectionsFile {
    /// The corrections, in any order.
    pub corrections: Option<Vec<At<CorrectionRecord>>>,
}

/// One correction.
#[derive(Debug, Clone, Record)]
pub struct CorrectionRecord {
    /// When it was made.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// What it concerns, in a few words.
    #[key(needed, told = words)]
    pub about: Option<Field<Text>>,
    /// What the site said before.
    #[key(needed, told = words)]
    pub was: Option<Field<Text>>,
    /// What it says now.
    #[key(needed, told = words)]
    pub now: Option<Field<Text>>,
    /// Why.
    #[key(needed, told = words)]
    pub because: Option<Field<Text>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}
