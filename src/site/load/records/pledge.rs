use hustings_derive::Record;

use super::{AnnouncementRecord, BackingRecord, Translations};
use crate::atoms::{ElectionId, PartialDate, PartyId, PersonId, QuestionId, Stance, Text};
use crate::country::uk::Nation;
use crate::load::field::At;

/// A pledge that people and parties were asked to sign: `content/pledges/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct PledgeRecord {
    /// What it is called.
    #[key(told = words, example = "Keep the pond clean")]
    pub title: At<Text>,
    /// What people sign, in its own words, or what they are asked for, in ours.
    #[key(told = words, example = "I will vote for a clean pond.")]
    pub text: At<Text>,
    /// What it asks for, one by one.
    #[key(value = "list of the keys below")]
    pub measures: Vec<MeasureRecord>,
    /// Who asks people to sign it.
    #[key(told = kept, example = "[Example Friends of the Pond]")]
    pub organisers: Vec<Text>,
    /// Since when it can be signed.
    #[key(example = "2031-03-01")]
    pub opened: Option<At<PartialDate>>,
    /// Until when it could be signed.
    #[key(example = "2031-04-30")]
    pub closed: Option<At<PartialDate>>,
    /// Anything else about it that readers should know.
    #[key(told = words, example = "Two lists of who signed it differ.")]
    pub note: Option<At<Text>>,
    /// The election for which people sign it.
    #[key(example = "parl.2031-05-01")]
    pub election: At<ElectionId>,
    /// Which questions of that election it answers, and how. Then a signature is an answer of whoever signed.
    #[key(value = "list of the keys below")]
    pub answers: Vec<At<PledgeAnswerRecord>>,
    /// Where it was published.
    #[key(needed, needed = "yes, at least one", value = "list of [announcements](#event)")]
    pub evidence: Vec<AnnouncementRecord>,
    /// When it was put into the records. Then the latest changes and the feeds tell of it.
    #[key(example = "2031-04-02")]
    pub entered: Option<At<PartialDate>>,
    /// Who signed it, or is said to have.
    #[key(value = "list of the keys below")]
    pub signatures: Vec<At<SignatureRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// One thing that a pledge asks for.
#[derive(Debug, Clone, Record)]
pub struct MeasureRecord {
    /// What it asks for, one short sentence.
    #[key(told = words, example = "The pond is cleaned each May.")]
    pub says: At<Text>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// What a pledge answers to one question.
#[derive(Debug, Clone, Record)]
pub struct PledgeAnswerRecord {
    /// Which question it answers.
    #[key(example = "duck-pond")]
    pub question: At<QuestionId>,
    /// Which version of its words. It must be the one that the election puts.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// The answer of whoever signs: `supports` or `opposes`.
    #[key(example = "supports")]
    pub stance: At<Stance>,
}

/// That a person or a party signed a pledge, and how we know. It names exactly one of `person`, `party` and `name`.
#[derive(Debug, Clone, Record)]
pub struct SignatureRecord {
    /// Who signed, of those who stand in the election.
    #[key(needed = "one of the three", value = "id of a person", example = "4372")]
    pub person: Option<At<PersonId>>,
    /// Which party signed, as a party.
    #[key(needed = "one of the three", example = "pp9001")]
    pub party: Option<At<PartyId>>,
    /// The name of somebody who signed and stands on no ballot here. It is no answer of a candidate or a party.
    #[key(needed = "one of the three", told = person, example = "Gil Example")]
    pub name: Option<At<Text>>,
    /// As what they signed.
    #[key(told = words, needed = "with `name`", example = "Member of the town council")]
    pub capacity: Option<At<Text>>,
    /// Of a party: where its signature holds, if not everywhere.
    #[key(value = "list of nations", example = "[wales]")]
    pub nations: Vec<At<Nation>>,
    /// When, and how we know.
    #[key(flatten)]
    pub backing: BackingRecord,
}
