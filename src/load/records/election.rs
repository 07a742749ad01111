use hustings_derive::Record;

use super::{DataSourceRecord, Translations};
use crate::atoms::{ClockTime, ElectionId, Nation, PartialDate, QuestionId, Text};
use crate::load::field::{At, Field};

/// One election: `candidates/<election-id>/election.yaml`.
#[derive(Debug, Clone, Record)]
pub struct ElectionRecord {
    /// The election's id, the same as the folder's name.
    #[key(needed)]
    pub id: Option<Field<ElectionId>>,
    /// Its name.
    #[key(needed, told = words)]
    pub name: Option<Field<Text>>,
    /// Polling day, to the day.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// When the polls close, in local time (`"22:00"`).
    pub polls_close: Option<Field<ClockTime>>,
    /// Dates that voters must not miss.
    pub deadlines: Option<Vec<At<DeadlineRecord>>>,
    /// The set of boundaries in force (`2010`, `2024`).
    pub boundaries: Option<Field<Text>>,
    /// How many ballots the whole election has, here or not.
    pub ballots_in_all: Option<At<u32>>,
    /// The questions, in the order of the scorecard.
    pub questions: Option<Vec<At<ElectionQuestion>>>,
    /// Whether election, people and parties are made up; puts a banner on every page.
    pub fictional: Option<At<bool>>,
    /// Whose list the candidates were taken from.
    pub source: Option<At<DataSourceRecord>>,
    /// Earlier ids, which leave a redirect page.
    pub former: Option<Vec<Field<ElectionId>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for the public.
    pub public_contact: Option<At<bool>>,
}

/// A date that voters must not miss.
#[derive(Debug, Clone, Record)]
pub struct DeadlineRecord {
    /// What has to be done by then.
    #[key(needed, told = words)]
    pub name: Option<Field<Text>>,
    /// The last day.
    #[key(needed)]
    pub date: Option<Field<PartialDate>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// A question as it is put in an election.
#[derive(Debug, Clone, Record)]
pub struct ElectionQuestion {
    /// The question's id.
    #[key(needed)]
    pub question: Option<Field<QuestionId>>,
    /// The version of its text that is put; 1 when left out.
    pub version: Option<At<u32>>,
    /// The nations in which it is put; all when left out.
    pub nations: Option<Vec<Field<Nation>>>,
}
