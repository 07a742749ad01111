use jiff::civil::Date;

use crate::atoms::{Band, Slug, Text};
use crate::diagnostic::{FileName, Pos};
use crate::load::records::ReportRecord;

/// What people told the campaign, in numbers from which nobody can be told.
#[derive(Debug)]
pub struct ToldReport {
    /// Its id, which is its anchor on the page.
    pub id: Slug,
    /// What was counted, the earliest first.
    pub tables: Vec<ReportTable>,
    /// Its file.
    pub file: FileName,
    /// Its record, without what was counted.
    pub record: ReportRecord,
}

owns_record!(ToldReport: ReportRecord);

impl ToldReport {
    /// Whether people can print a form for it.
    #[must_use]
    pub fn has_form(&self) -> bool {
        self.record.form.as_ref().is_some_and(|form| form.value)
    }

    /// What a choice is called; nothing of one that it does not offer.
    #[must_use]
    pub fn choice(&self, id: &Slug) -> Option<&Text> {
        self.record.choices.iter().find(|choice| choice.id.value == *id).map(|choice| &choice.name.value)
    }

    /// What an area is called.
    #[must_use]
    pub fn area(&self, id: &Slug) -> Option<&Text> {
        self.record.areas.iter().find(|area| area.id.value == *id).map(|area| &area.name.value)
    }
}

/// What was counted within some days, which no other table of the report counts.
#[derive(Debug, Clone)]
pub struct ReportTable {
    /// Where it stands in the file.
    pub pos: Pos,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// The areas beside each other; none where they were not asked for.
    pub areas: Vec<Slug>,
    /// The choices, in the order of the record.
    pub rows: Vec<ReportRow>,
    /// What the record tells of all of them together.
    pub all: Option<Band>,
}

/// How many made a choice.
#[derive(Debug, Clone)]
pub struct ReportRow {
    /// The choice.
    pub choice: Slug,
    /// How many in each area; one where there are none.
    pub cells: Vec<ReportCell>,
    /// At least how many in all areas: as the record tells it, else as the bands do.
    pub total: Band,
}

impl ReportRow {
    /// The bands of its cells.
    #[must_use]
    pub fn bands(&self) -> Vec<Band> {
        self.cells.iter().map(|cell| cell.band).collect()
    }
}

/// How many told one thing in one place.
#[derive(Debug, Clone, Copy)]
pub struct ReportCell {
    /// How many, never exactly.
    pub band: Band,
    /// Where that stands in the file.
    pub pos: Pos,
}
