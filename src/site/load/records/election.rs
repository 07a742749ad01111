use hustings_derive::Record;

use super::{DataSourceRecord, Translations};
use crate::atoms::{ClockTime, ElectionId, PartialDate, QuestionId, Slug, Text};
use crate::country::uk::{AreaKind, Nation};
use crate::load::field::At;

/// One election: `candidates/<election-id>/election.yaml`.
#[derive(Debug, Clone, Record)]
pub struct ElectionRecord {
    /// The same as the folder's name.
    #[key(value = "id", example = "example.2031-05-01")]
    pub id: At<ElectionId>,
    /// Its name.
    #[key(told = words, example = "Pond Lane by-election")]
    pub name: At<Text>,
    /// Polling day.
    #[key(value = "day", example = "2031-05-01")]
    pub date: At<PartialDate>,
    /// When the polls close, in local time and quotes.
    #[key(value = "time, `00:00` to `23:59`", example = "\"22:00\"")]
    pub polls_close: Option<ClockTime>,
    /// Dates that voters must not miss.
    #[key(value = "list of groups with `name` and `date`, both needed, and [translations](#translations)")]
    pub deadlines: Vec<DeadlineRecord>,
    /// The set of boundaries in force.
    #[key(example = "2024")]
    pub boundaries: Option<Text>,
    /// How many ballots it has, in your files or not.
    #[key(example = "650")]
    pub ballots_in_all: Option<u32>,
    /// In what kind of area people vote.
    #[key(default = "worked out from the id, where `local` means `ward`", example = "division")]
    pub votes_in: Option<AreaKind>,
    /// The questions, in the order of the scorecard.
    pub questions: Vec<At<ElectionQuestion>>,
    /// What readers of leaflets look for besides the questions, so that it can be told what a leaflet leaves out.
    #[key(value = "list of groups with `id` and `name`, both needed, and [translations](#translations)")]
    pub topics: Vec<At<TopicRecord>>,
    /// Whether it is made up; puts a banner on its pages.
    #[key(default = "false", example = "true")]
    pub fictional: bool,
    /// Whose list the candidates were taken from. An import writes it; the credit is on every page and on the data page.
    #[key(value = "group of the keys below")]
    pub source: Option<DataSourceRecord>,
    /// Earlier ids, which leave a redirect page.
    pub former: Vec<At<ElectionId>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// A date that voters must not miss.
#[derive(Debug, Clone, Record)]
pub struct DeadlineRecord {
    /// What has to be done by then.
    #[key(told = words)]
    pub name: At<Text>,
    /// The last day.
    pub date: At<PartialDate>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// Something that leaflets may speak of, and that is no question to candidates.
#[derive(Debug, Clone, Record)]
pub struct TopicRecord {
    /// Its id, by which readings name it.
    #[key(example = "bandstand")]
    pub id: At<Slug>,
    /// What it is called, in a few words.
    #[key(told = words, example = "the bandstand")]
    pub name: At<Text>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// A question as it is put in an election.
#[derive(Debug, Clone, Record)]
pub struct ElectionQuestion {
    /// The question.
    #[key(example = "duck-pond")]
    pub question: At<QuestionId>,
    /// Which version of its words is asked.
    #[key(default = "1", example = "2")]
    pub version: Option<At<u32>>,
    /// Where it is asked. On ballots elsewhere it has no column and counts for nothing, and an answer to it is an error.
    #[key(default = "everywhere", value = "list of nations", example = "[england]")]
    pub nations: Vec<Nation>,
}
