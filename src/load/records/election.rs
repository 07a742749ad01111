use hustings_derive::Record;

use super::{DataSourceRecord, Translations};
use crate::atoms::{ClockTime, ElectionId, PartialDate, QuestionId, Text};
use crate::country::uk::Nation;
use crate::load::field::{At, Field};

/// One election: `candidates/<election-id>/election.yaml`.
#[derive(Debug, Clone, Record)]
pub struct ElectionRecord {
    /// The same as the folder's name.
    #[key(needed, value = "id", example = "example.2031-05-01")]
    pub id: Option<Field<ElectionId>>,
    /// Its name.
    #[key(needed, told = words, example = "Pond Lane by-election")]
    pub name: Option<Field<Text>>,
    /// Polling day.
    #[key(needed, value = "day", example = "2031-05-01")]
    pub date: Option<Field<PartialDate>>,
    /// When the polls close, in local time and quotes.
    #[key(value = "time, `00:00` to `23:59`", example = "\"22:00\"")]
    pub polls_close: Option<Field<ClockTime>>,
    /// Dates that voters must not miss.
    #[key(value = "list of groups with `name` and `date`, both needed, and [translations](#translations)")]
    pub deadlines: Option<Vec<At<DeadlineRecord>>>,
    /// The set of boundaries in force.
    #[key(example = "2024")]
    pub boundaries: Option<Field<Text>>,
    /// How many ballots it has, in your files or not.
    #[key(example = "650")]
    pub ballots_in_all: Option<At<u32>>,
    /// The questions, in the order of the scorecard.
    pub questions: Option<Vec<At<ElectionQuestion>>>,
    /// Whether it is made up; puts a banner on its pages.
    #[key(default = "false", example = "true")]
    pub fictional: Option<At<bool>>,
    /// Whose list the candidates were taken from. An import writes it; the credit stands on every page and on the data page.
    #[key(value = "group of the keys below")]
    pub source: Option<At<DataSourceRecord>>,
    /// Earlier ids, which leave a redirect page.
    pub former: Option<Vec<Field<ElectionId>>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
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
    /// The question.
    #[key(needed, example = "duck-pond")]
    pub question: Option<Field<QuestionId>>,
    /// Which version of its words is put.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// Where it is put. On ballots elsewhere it is no column and counts for nothing, and an answer to it is an error.
    #[key(default = "everywhere", value = "list of nations", example = "[england]")]
    pub nations: Option<Vec<Field<Nation>>>,
}
