use hustings_derive::Record;

use super::Translations;
use crate::atoms::{AskOutcome, BallotId, PartialDate, PersonId, QuestionId, Slug, Text};
use crate::load::field::{At, Field};

/// One round of asking, a fact of its day: `candidates/<election-id>/asks/<round>.yaml`.
///
/// What was put and to whom is written out, so that whoever or whatever comes later is not taken to have been part of it.
#[derive(Debug, Clone, Record)]
pub struct AskRecord {
    /// The round's id, the same as the file's name.
    #[key(needed)]
    pub id: Option<Field<Slug>>,
    /// When we asked, to the day.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// The last day on which an answer counts as in time.
    #[key(needed)]
    pub deadline: Option<Field<PartialDate>>,
    /// How we asked, in a few words: `by e-mail`.
    #[key(needed, told = words)]
    pub how: Option<Field<Text>>,
    /// The questions that were put.
    #[key(needed)]
    pub questions: Option<Vec<At<AskedQuestion>>>,
    /// To whom they were put, ballot by ballot.
    #[key(needed)]
    pub ballots: Option<Vec<At<AskedBallot>>>,
    /// People for whom it went otherwise.
    pub exceptions: Option<Vec<At<AskException>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// A question as a round put it.
#[derive(Debug, Clone, Record)]
pub struct AskedQuestion {
    /// The question's id.
    #[key(needed)]
    pub question: Option<Field<QuestionId>>,
    /// The version of its text that was put; 1 when left out.
    pub version: Option<At<u32>>,
}

/// The people of a ballot whom a round asked.
#[derive(Debug, Clone, Record)]
pub struct AskedBallot {
    /// The ballot on which they stood.
    #[key(needed)]
    pub ballot: Option<Field<BallotId>>,
    /// The people.
    #[key(needed)]
    pub people: Option<Vec<Field<PersonId>>>,
}

/// Somebody whom a round did not reach.
#[derive(Debug, Clone, Record)]
pub struct AskException {
    /// The person.
    #[key(needed)]
    pub person: Option<Field<PersonId>>,
    /// What happened.
    #[key(needed)]
    pub outcome: Option<Field<AskOutcome>>,
    /// Why.
    #[key(needed, told = kept)]
    pub because: Option<Field<Text>>,
}
