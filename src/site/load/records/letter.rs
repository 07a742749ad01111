use hustings_derive::Record;

use super::{SourceRecord, Translations};
use crate::atoms::{EmailAddress, LetterTo, PartialDate, QuestionId, Slug, Text, WebUrl};
use crate::country::uk::Nation;
use crate::load::field::At;

/// The front matter of a letter that people can send: `content/letters/<id>.md`. The body is the letter.
#[derive(Debug, Clone, Record)]
pub struct LetterRecord {
    /// What it is called in lists.
    #[key(told = words, example = "Ask about the pond")]
    pub title: At<Text>,
    /// To whom it goes.
    #[key(example = "unanswered")]
    pub to: At<LetterTo>,
    /// Its subject. Blanks are filled in here too.
    #[key(told = words, example = "A question from a voter in {area}")]
    pub subject: At<Text>,
    /// When nobody should send it, as the rest of a sentence. It stands above the letter.
    #[key(told = words, example = "you do not vote here.")]
    pub does_not_apply_when: At<Text>,
    /// The day on which somebody last read it and found it right.
    #[key(value = "day", example = "2031-04-12")]
    pub checked_on: At<PartialDate>,
    /// Who did.
    #[key(needed = "to an office", value = "id of a checker", example = "sam")]
    pub checked_by: Option<At<Slug>>,
    /// The nation whose rules it goes by. A letter to candidates that names one is for ballots of that nation.
    #[key(needed = "to an office", example = "wales")]
    pub nation: Option<At<Nation>>,
    /// The rule or letter of the office on which it rests.
    #[key(needed = "to an office", value = "[source](#account)")]
    pub source: Option<At<SourceRecord>>,
    /// Which questions it asks. Without it, all that the ballot puts.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub questions: Vec<At<QuestionId>>,
    /// Where people can get advice before they send it.
    pub advice: Vec<AdviceRecord>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// Where people can get advice.
#[derive(Debug, Clone, Record)]
pub struct AdviceRecord {
    /// Who gives it.
    #[key(told = words, example = "Example Advice Centre")]
    pub name: At<Text>,
    /// Where that is.
    #[key(needed, example = "https://example.org/advice")]
    pub url: WebUrl,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// An e-mail address at which a candidate is to be written to as a candidate, and where it was published. Never a private one.
#[derive(Debug, Clone, Record)]
pub struct OfficeContactRecord {
    /// The address.
    #[key(example = "asha@example.org")]
    pub email: EmailAddress,
    /// Where the candidate, the party or the office published it for everyone.
    #[key(told = kept, example = "Leaflet of the Harbour Alliance")]
    pub source: Text,
    /// Where that can be read.
    #[key(example = "https://example.org/asha")]
    pub url: Option<WebUrl>,
    /// When we last read it there.
    #[key(example = "2031-04-12")]
    pub accessed: Option<At<PartialDate>>,
}
