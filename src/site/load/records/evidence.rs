use std::ops::Deref;

use hustings_derive::Record;

use super::Translations;
use crate::atoms::{
    DocumentId, EvidenceKind, LanguageTag, PartialDate, QuestionId, Slug, Stance, Text, WebUrl, WrittenVerification,
};
use crate::load::field::{At, Rare};

/// What a candidate answered to one version of one question, and how we know.
#[derive(Debug, Clone, Record)]
pub struct PositionRecord {
    /// Which question was answered.
    #[key(example = "duck-pond")]
    pub question: At<QuestionId>,
    /// Which version of its words. It must be the one that the election puts.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// The answer, and how we know.
    #[key(flatten)]
    pub mark: MarkRecord,
}

/// An answer, and how we know: what positions and party lines have in common.
#[derive(Debug, Clone, Record)]
pub struct MarkRecord {
    /// The answer.
    #[key(example = "supports")]
    pub stance: At<Stance>,
    /// When it was given, and how we know.
    #[key(flatten)]
    pub backing: BackingRecord,
}

impl Deref for MarkRecord {
    type Target = BackingRecord;

    fn deref(&self) -> &BackingRecord {
        &self.backing
    }
}

/// What stands behind an answer or a signature: when it was given, how we know, and who looked.
#[derive(Debug, Clone, Record)]
pub struct BackingRecord {
    /// When it was said.
    #[key(example = "2031-04-20")]
    pub date: At<PartialDate>,
    /// Why we think that it was then, when the source does not say.
    #[key(told = kept, example = "The page has no date; it was announced that week.")]
    pub date_inferred: Option<Rare<Text>>,
    /// The answer in our own words, one short sentence.
    #[key(told = words, needed = "for `mixed`, unless its evidence has words", example = "She would do it by 2033.")]
    pub says: Option<At<Text>>,
    /// A doubt that every reader must see beside the mark.
    #[key(told = words, example = "The leaflet only mentions one half.")]
    pub caveat: Option<Rare<At<Text>>>,
    /// Who entered it.
    #[key(value = "id of a checker", example = "pat")]
    pub entered_by: At<Slug>,
    /// When it was entered: the day on which the site changed, which is seldom the day on which it was said.
    /// Without it, the list of latest changes and the feeds begin with the first check.
    #[key(example = "2031-04-21")]
    pub entered: Option<At<PartialDate>>,
    /// The day from which it is shown, so that whoever said it can look at it first: until `as_of` reaches that day its cell says
    /// “Being checked”, and nothing else of it is on the site. A public repository shows it all the same.
    #[key(value = "day", example = "2031-04-24")]
    pub publish_after: Option<At<PartialDate>>,
    /// Where it was said.
    #[key(needed, needed = "yes, at least one", value = "list of [evidence](#evidence)")]
    pub evidence: Vec<At<EvidenceRecord>>,
    /// Who compared it with its evidence.
    #[key(value = "list of [checks](#checks)")]
    pub checked: Vec<At<CheckRecord>>,
    /// A state that is not worked out from `checked`.
    #[key(value = "[verification](#verification)")]
    pub verification: Option<Rare<VerificationRecord>>,
    /// What the person or party says about this mark.
    #[key(value = "[reply](#reply-and-takedown)")]
    pub reply: Option<Rare<ReplyRecord>>,
    /// Takes this mark off the site and leaves a note with its date.
    #[key(value = "[takedown](#reply-and-takedown)")]
    pub takedown: Option<Rare<TakedownRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// One piece of evidence.
#[derive(Debug, Clone, Record)]
pub struct EvidenceRecord {
    /// What kind of thing it is.
    #[key(example = "reply")]
    pub kind: At<EvidenceKind>,
    /// What it is called.
    #[key(told = words, needed = "yes, unless `document` is given", example = "Letter to the campaign")]
    pub title: Option<At<Text>>,
    /// Its record, when it has one.
    #[key(example = "asha-leaflet")]
    pub document: Option<At<DocumentId>>,
    /// The place in it: page, section, minute; of a letter, where it is kept.
    #[key(name = "where", told = kept, needed = "without `url` and `document`", example = "page 4")]
    pub place: Option<Rare<At<Text>>>,
    /// When it was said or published.
    #[key(needed = "unless its document has one", example = "2031-04-20")]
    pub date: Option<At<PartialDate>>,
    /// The very words.
    #[key(needed = "without `says`, here or on the mark", example = "I would clean it.")]
    pub quote: Option<At<Text>>,
    /// Our own words for what it says; labelled as ours.
    #[key(told = words, example = "Voted for the plan.")]
    pub says: Option<Rare<At<Text>>>,
    /// The language of the quote, when it is not the site's.
    #[key(language = quote, example = "cy")]
    pub lang: Option<LanguageTag>,
    /// Where it can be read.
    #[key(example = "https://example.org/a")]
    pub url: Option<At<WebUrl>>,
    /// A lasting copy in a web archive. Without one, `check` warns.
    #[key(example = "https://archive.example.org/a")]
    pub archived: Option<At<WebUrl>>,
    /// When we last read it at `url`.
    #[key(example = "2031-04-21")]
    pub accessed: Option<At<PartialDate>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// Somebody's check of a mark against its evidence.
#[derive(Debug, Clone, Record)]
pub struct CheckRecord {
    /// Who checked. Not the one who entered it, and nobody twice.
    #[key(value = "id of a checker", example = "sam")]
    pub by: At<Slug>,
    /// When.
    #[key(example = "2031-04-21")]
    pub date: At<PartialDate>,
}

/// A state of verification that a person wrote.
#[derive(Debug, Clone, Record)]
pub struct VerificationRecord {
    /// `disputed`: somebody concerned denies it. `unverified`: we tried and could not. `retracted`: withdrawn.
    #[key(value = "one of the three", example = "disputed")]
    pub state: At<WrittenVerification>,
    /// Who denies it, what was tried, or why it was withdrawn.
    #[key(told = kept, example = "She says it was about Sundays.")]
    pub because: Text,
    /// Since when.
    #[key(example = "2031-04-22")]
    pub date: At<PartialDate>,
    /// For `disputed`: the other text, kept beside ours.
    #[key(told = kept, example = "I would clean it in June.")]
    pub other_text: Option<Text>,
}

impl VerificationRecord {
    /// The other text of a mark that is disputed.
    #[must_use]
    pub fn denial(&self) -> Option<&Text> {
        self.other_text.as_ref().filter(|_| self.state == WrittenVerification::Disputed)
    }
}

/// The right of reply: what the person concerned says, in their own words.
#[derive(Debug, Clone, Record)]
pub struct ReplyRecord {
    /// When it reached us.
    #[key(example = "2031-04-23")]
    pub date: At<PartialDate>,
    /// The person's own words.
    #[key(told = kept, example = "I meant June.")]
    pub text: Text,
}

/// A mark taken off the site.
#[derive(Debug, Clone, Record)]
pub struct TakedownRecord {
    /// When the mark was taken down.
    #[key(example = "2031-04-23")]
    pub date: At<PartialDate>,
    /// Why, in words that may be published.
    #[key(told = kept, example = "The letter was private.")]
    pub reason: Text,
}
