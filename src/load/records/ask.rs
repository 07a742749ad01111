use schemars::JsonSchema;
use serde::Deserialize;

use super::Translations;
use crate::atoms::{AskOutcome, BallotId, PartialDate, PersonId, QuestionId, Slug, Text};
use crate::load::field::{At, Field};

/// One round of asking: `candidates/<election-id>/asks/<round>.yaml`.
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
    /// The questions asked; all of the election's when left out.
    pub questions: Option<Vec<Field<QuestionId>>>,
    /// The ballots whose candidates were asked; all when left out.
    pub ballots: Option<Vec<Field<BallotId>>>,
    /// The people who were asked; all on those ballots when left out.
    pub people: Option<Vec<Field<PersonId>>>,
    /// People for whom it went otherwise.
    pub exceptions: Option<Vec<At<AskException>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
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
