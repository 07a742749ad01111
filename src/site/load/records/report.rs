use hustings_derive::Record;

use super::Translations;
use crate::atoms::{Band, PartialDate, QuestionId, Slug, Text};
use crate::load::field::At;

/// What people told the campaign, and how many told it, never exactly: `content/reports/<id>.yaml`.
#[derive(Debug, Clone, Record)]
pub struct ReportRecord {
    /// What the reports are about.
    #[key(told = words, example = "Wet feet at the duck pond")]
    pub title: At<Text>,
    /// What people were asked.
    #[key(told = words, example = "What happened to you at the pond?")]
    pub asked: At<Text>,
    /// How people could tell it.
    #[key(told = words, example = "We left forms in the library.")]
    pub how: Option<At<Text>>,
    /// What somebody checked, and how. Without it the page says that nothing was checked.
    #[key(told = words, default = "nothing was checked", example = "We rang every second person.")]
    pub checked: Option<At<Text>>,
    /// What people could choose from.
    #[key(needed, needed = "yes, at least one", value = "list of the keys below")]
    pub choices: Vec<ReportChoice>,
    /// Where it can have happened, when they were asked that.
    #[key(value = "list of the keys below")]
    pub areas: Vec<ReportArea>,
    /// The questions that it is about; their pages name it.
    #[key(value = "list of question ids", example = "[duck-pond]")]
    pub questions: Vec<At<QuestionId>>,
    /// The accounts that it is about; their pages name it.
    #[key(value = "list of ids of accounts", example = "[pond-net]")]
    pub accounts: Vec<At<Slug>>,
    /// Whether people can print a form and send it in. It needs `reports` in `hustings.yaml`.
    #[key(default = "false", example = "true")]
    pub form: Option<At<bool>>,
    /// The counts, period by period. `hustings reports` writes them.
    #[key(value = "list of the keys below")]
    pub periods: Vec<At<ReportPeriod>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
    /// Says that contact details in this record are published by their owner for everyone.
    #[key(default = "false", example = "true")]
    pub public_contact: bool,
}

/// Something that people could say happened to them.
#[derive(Debug, Clone, Record)]
pub struct ReportChoice {
    /// Its id, by which counts name it.
    #[key(example = "wet-feet")]
    pub id: At<Slug>,
    /// What it is, in a few words.
    #[key(told = words, example = "I got wet feet")]
    pub name: At<Text>,
    /// The text in further languages.
    pub translations: Option<Translations>,
}

/// Somewhere where it can have happened.
#[derive(Debug, Clone, Record)]
pub struct ReportArea {
    /// Its id, by which counts name it.
    #[key(example = "pond-lane")]
    pub id: At<Slug>,
    /// Its name.
    #[key(told = name, example = "Pond Lane")]
    pub name: At<Text>,
    /// The text in further languages.
    pub translations: Option<Translations>,
}

/// How many told what within some days.
#[derive(Debug, Clone, Record)]
pub struct ReportPeriod {
    /// The first day.
    #[key(value = "day", example = "2031-03-01")]
    pub from: At<PartialDate>,
    /// The last day, which is over.
    #[key(value = "day", example = "2031-03-31")]
    pub until: At<PartialDate>,
    /// How many told what, a line for each choice in each area.
    #[key(needed, needed = "yes, at least one", value = "list of the keys below")]
    pub counts: Vec<At<ReportCount>>,
    /// What else can be told of how many there are in all areas together, and gives nobody away. `hustings reports` works it out.
    #[key(value = "list of the keys below")]
    pub totals: Vec<At<ReportTotal>>,
}

/// How many told one thing.
#[derive(Debug, Clone, Record)]
pub struct ReportCount {
    /// What they chose.
    #[key(value = "id of one of the `choices`", example = "wet-feet")]
    pub choice: At<Slug>,
    /// Where it happened.
    #[key(needed = "with `areas`", value = "id of one of the `areas`", example = "pond-lane")]
    pub area: Option<At<Slug>>,
    /// How many, never exactly: `fewer_than_10`, or a multiple of 5 from 10, which says “at least so many”.
    #[key(value = "`fewer_than_10`, or a multiple of 5 from 10", example = "15")]
    pub n: At<Band>,
}

/// How many there are in all areas together.
#[derive(Debug, Clone, Record)]
pub struct ReportTotal {
    /// Of which choice; without it, of all.
    #[key(
        needed = "with two `areas` or more, and only there",
        value = "id of one of the `choices`",
        example = "wet-feet"
    )]
    pub choice: Option<At<Slug>>,
    /// At least how many.
    #[key(value = "multiple of 5 from 10", example = "40")]
    pub n: At<Band>,
}
