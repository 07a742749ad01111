use hustings_derive::Record;

use super::Translations;
use crate::atoms::{
    DocumentId, EvidenceKind, LanguageTag, PartialDate, QuestionId, Slug, Stance, Text, WebUrl, WrittenVerification,
};
use crate::load::field::{At, Field};

/// What a candidate answered to one version of one question, and how we know.
#[derive(Debug, Clone, Record)]
pub struct PositionRecord {
    /// Which question was answered.
    #[key(needed, example = "duck-pond")]
    pub question: Option<Field<QuestionId>>,
    /// Which version of its words. It must be the one that the election puts.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// The answer.
    #[key(needed, example = "supports")]
    pub stance: Option<Field<Stance>>,
    /// When it was said.
    #[key(needed, example = "2031-04-20")]
    pub date: Option<Field<PartialDate>>,
    /// Why we think that it was then, when the source does not say.
    #[key(told = kept, example = "The page has no date; it was announced that week.")]
    pub date_inferred: Option<Field<Text>>,
    /// The answer in our own words, one short sentence.
    #[key(told = words, needed = "for `mixed`, unless its evidence has words", example = "She would do it by 2033.")]
    pub says: Option<Field<Text>>,
    /// A doubt that every reader must see beside the mark.
    #[key(told = words, example = "The leaflet speaks of one half only.")]
    pub caveat: Option<Field<Text>>,
    /// Who put it into the records.
    #[key(needed, value = "id of a checker", example = "pat")]
    pub entered_by: Option<Field<Slug>>,
    /// Where it was said.
    #[key(needed, needed = "yes, at least one", value = "list of [evidence](#evidence)")]
    pub evidence: Option<Vec<At<EvidenceRecord>>>,
    /// Who compared it with its evidence.
    #[key(value = "list of [checks](#checks)")]
    pub checked: Option<Vec<At<CheckRecord>>>,
    /// A state that is not worked out from `checked`.
    #[key(value = "[verification](#verification)")]
    pub verification: Option<At<VerificationRecord>>,
    /// What the person or party says about this mark.
    #[key(value = "[reply](#reply-and-takedown)")]
    pub reply: Option<At<ReplyRecord>>,
    /// Takes this mark off the site and leaves a note with its date.
    #[key(value = "[takedown](#reply-and-takedown)")]
    pub takedown: Option<At<TakedownRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// One piece of evidence.
#[derive(Debug, Clone, Record)]
pub struct EvidenceRecord {
    /// What kind of thing it is.
    #[key(needed, example = "reply")]
    pub kind: Option<Field<EvidenceKind>>,
    /// What it is called.
    #[key(told = words, needed = "yes, unless `document` is given", example = "Letter to the campaign")]
    pub title: Option<Field<Text>>,
    /// Its record, when it has one.
    #[key(example = "asha-leaflet")]
    pub document: Option<Field<DocumentId>>,
    /// The place in it: page, section, minute; of a letter, where it is kept.
    #[key(name = "where", told = kept, needed = "without `url` and `document`", example = "page 4")]
    pub place: Option<Field<Text>>,
    /// When it was said or published.
    #[key(needed = "unless its document has one", example = "2031-04-20")]
    pub date: Option<Field<PartialDate>>,
    /// The very words.
    #[key(needed = "without `says`, here or on the mark", example = "I would clean it.")]
    pub quote: Option<Field<Text>>,
    /// Our own words for what it says; labelled as ours.
    #[key(told = words, example = "Voted for the plan.")]
    pub says: Option<Field<Text>>,
    /// The language of the quote, when it is not the site's.
    #[key(language = quote, example = "cy")]
    pub lang: Option<LanguageTag>,
    /// Where it can be read.
    #[key(example = "https://example.org/a")]
    pub url: Option<Field<WebUrl>>,
    /// A lasting copy in a web archive. Without one, `check` warns.
    #[key(example = "https://archive.example.org/a")]
    pub archived: Option<Field<WebUrl>>,
    /// When we last read it at `url`.
    #[key(example = "2031-04-21")]
    pub accessed: Option<Field<PartialDate>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// Somebody's check of a mark against its evidence.
#[derive(Debug, Clone, Record)]
pub struct CheckRecord {
    /// Who checked. Not the one who entered it, and nobody twice.
    #[key(needed, value = "id of a checker", example = "sam")]
    pub by: Option<Field<Slug>>,
    /// When.
    #[key(needed, example = "2031-04-21")]
    pub date: Option<Field<PartialDate>>,
}

/// A state of verification that a person wrote.
#[derive(Debug, Clone, Record)]
pub struct VerificationRecord {
    /// `disputed`: somebody concerned denies it. `unverified`: we tried and could not. `retracted`: withdrawn.
    #[key(needed, value = "one of the three", example = "disputed")]
    pub state: Option<Field<WrittenVerification>>,
    /// Who denies it, what was tried, or why it was withdrawn.
    #[key(needed, told = kept, example = "She says it was about Sundays.")]
    pub because: Option<Field<Text>>,
    /// Since when.
    #[key(needed, example = "2031-04-22")]
    pub date: Option<Field<PartialDate>>,
    /// For `disputed`: the other text, kept beside ours.
    #[key(told = kept, example = "I would clean it in June.")]
    pub other_text: Option<Field<Text>>,
}

/// The right of reply: what the person concerned says, in their own words.
#[derive(Debug, Clone, Record)]
pub struct ReplyRecord {
    /// When it reached us.
    #[key(needed, example = "2031-04-23")]
    pub date: Option<Field<PartialDate>>,
    /// The person's own words.
    #[key(needed, told = kept, example = "I meant June.")]
    pub text: Option<Field<Text>>,
}

/// A mark taken off the site.
#[derive(Debug, Clone, Record)]
pub struct TakedownRecord {
    /// When the mark was taken down.
    #[key(needed, example = "2031-04-23")]
    pub date: Option<Field<PartialDate>>,
    /// Why, in words that may be published.
    #[key(needed, told = kept, example = "The letter was private.")]
    pub reason: Option<Field<Text>>,
}
