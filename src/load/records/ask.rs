use schemars::JsonSchema;
use serde::Deserialize;

use super::Translations;
use crate::atoms::{AskOutcome, BallotId, PartialDate, PersonId, QuestionId, Slug, Text};
use crate::load::field::{At, Field};

/// One round of asking, a fact of its day: `candidates/<election-id>/asks/<round>.yaml`.
///
/// What was put and to whom is written out, so that whoever or whatever comes later is not taken to have been part of it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskRecord {
    /// The round's id, the same as the file's name.
    #[schemars(required)]
    pub id: Option<Field<Slug>>,
    /// When we asked, to the day.
    #[schemars(required)]
    pub date: Option<Field<PartialDate>>,
    /// The last day on which an answer counts as in time.
    #[schemars(required)]
    pub deadline: Option<Field<PartialDate>>,
    /// How we asked, in a few words: `by e-mail`.
    #[schemars(required)]
    pub how: Option<Field<Text>>,
    /// The questions that were put.
    #[schemars(required)]
    pub questions: Option<Vec<At<AskedQuestion>>>,
    /// To whom they were put, ballot by ballot.
    #[schemars(required)]
    pub ballots: Option<Vec<At<AskedBallot>>>,
    /// People for whom it went otherwise.
    pub exceptions: Option<Vec<At<AskException>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// A question as a round put it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedQuestion {
    /// The question's id.
    #[schemars(required)]
    pub question: Option<Field<QuestionId>>,
    /// The version of its text that was put; 1 when left out.
    pub version: Option<At<u32>>,
}

/// The people of a ballot whom a round asked.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedBallot {
    /// The ballot on which they stood.
    #[schemars(required)]
    pub ballot: Option<Field<BallotId>>,
    /// The people.
    #[schemars(required)]
    pub people: Option<Vec<Field<PersonId>>>,
}

/// Somebody whom a round did not reach.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskException {
    /// The person.
    #[schemars(required)]
    pub person: Option<Field<PersonId>>,
    /// What happened.
    #[schemars(required)]
    pub outcome: Option<Field<AskOutcome>>,
    /// Why.
    #[schemars(required)]
    pub because: Option<Field<Text>>,
}
