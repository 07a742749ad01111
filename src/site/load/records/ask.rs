use hustings_derive::Record;

use super::Translations;
use crate::atoms::{AskOutcome, BallotId, PartialDate, PersonId, QuestionId, Slug, Text};
use crate::load::field::At;

/// One round of asking, a fact of its day: `candidates/<election-id>/asks/<round>.yaml`.
///
/// What was put and to whom is written out, so that whoever or whatever comes later is not taken to have been part of it.
#[derive(Debug, Clone, Record)]
pub struct AskRecord {
    /// The same as the file's name.
    #[key(example = "first-letter")]
    pub id: At<Slug>,
    /// When we asked.
    #[key(value = "day", example = "2031-03-20")]
    pub date: At<PartialDate>,
    /// The last day on which an answer is in time.
    #[key(value = "day", example = "2031-04-10")]
    pub deadline: At<PartialDate>,
    /// The day from which the replies to this round are shown, all at once: the answers to its questions that the people whom it
    /// reached sent us since. Like `publish_after` of a mark.
    #[key(value = "day", example = "2031-04-12")]
    pub publish_after: Option<At<PartialDate>>,
    /// How we asked, in a few words.
    #[key(told = words, example = "by letter")]
    pub how: At<Text>,
    /// What we asked.
    #[key(
        needed,
        needed = "yes",
        value = "list of groups with `question` and `version` (1 when left out)",
        example = "[{question: duck-pond, version: 1}]"
    )]
    pub questions: Vec<At<AskedQuestion>>,
    /// Whom we asked.
    #[key(
        needed,
        needed = "yes",
        value = "list of groups with `ballot` and `people`",
        example = "[{ballot: example.pond-lane.2031-05-01, people: [4372]}]"
    )]
    pub ballots: Vec<At<AskedBallot>>,
    /// People for whom it went otherwise.
    pub exceptions: Vec<At<AskException>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// A question as a round put it.
#[derive(Debug, Clone, Record)]
pub struct AskedQuestion {
    /// The question that was asked.
    #[key(example = "duck-pond")]
    pub question: At<QuestionId>,
    /// The version that was asked.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
}

/// The people of a ballot whom a round asked.
#[derive(Debug, Clone, Record)]
pub struct AskedBallot {
    /// The ballot on which they stood.
    #[key(example = "example.pond-lane.2031-05-01")]
    pub ballot: At<BallotId>,
    /// Who was asked there.
    #[key(needed, value = "list of person ids", example = "[4372]")]
    pub people: Vec<At<PersonId>>,
}

/// Somebody whom a round did not reach, or many of whom the same is true.
#[derive(Debug, Clone, Record)]
pub struct AskException {
    /// Who.
    #[key(needed = "this or `people`", example = "4372")]
    pub person: Option<At<PersonId>>,
    /// Who, when the same is true of many.
    #[key(needed = "this or `person`", value = "list of person ids", example = "[4372, local-ben-sample]")]
    pub people: Vec<At<PersonId>>,
    /// `not_reached`: it bounced, or there was no address. `not_asked`: left out of this round.
    #[key(value = "one of the two", example = "not_reached")]
    pub outcome: AskOutcome,
    /// Why.
    #[key(told = kept, example = "The letter came back.")]
    pub because: Text,
    /// When we learned of it.
    #[key(value = "day", example = "2031-03-22")]
    pub date: Option<At<PartialDate>>,
}
