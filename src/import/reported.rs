//! Tables in which a campaign counts what people told it. They stay with the campaign: nothing here goes into a record but bands.

use std::path::Path;

use jiff::civil::Date;

use super::ImportError;
use super::by_person::WholeDay;
use super::tables::{Columns, KnownColumns, TableRow, TableText, Troubles, read};
use crate::atoms::{Slug, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Sources};
use crate::load::Foreign;

/// A row for each report of some years takes a few million bytes at most.
const TABLE: Foreign = Foreign { kind: "CSV file", largest: 20_000_000, if_larger: "keep the rows of one year" };

/// How many people told one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reported {
    /// What they chose.
    pub(crate) choice: Slug,
    /// Where it happened.
    pub(crate) area: Option<Slug>,
    /// The first and the last day of the count.
    pub(crate) days: (Date, Date),
    /// How many people.
    pub(crate) n: u32,
}

/// What a report offers: its choices and areas, by id and name.
#[derive(Debug, Clone)]
pub(crate) struct Offered<'r> {
    pub(crate) choices: Vec<(&'r Slug, &'r Text)>,
    pub(crate) areas: Vec<(&'r Slug, &'r Text)>,
    /// The record in which they stand.
    pub(crate) file: &'r str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReportedColumn {
    Choice,
    Area,
    From,
    Until,
    Number,
}

use ReportedColumn::{Area, Choice, From, Number, Until};

const REPORTED: KnownColumns<ReportedColumn> = &[
    (Choice, &["what", "choice"]),
    (Area, &["area", "nation", "region"]),
    (From, &["from", "since"]),
    (Until, &["until", "to"]),
    (Number, &["n", "count", "number"]),
];

/// The most people that one row can count: more is a slip of the pen.
const MOST: u32 = 1_000_000;

/// Reads how many people told what. Rows of one thing on the same days are added up by whoever asks.
///
/// # Errors
/// [`ImportError::Data`] when a row cannot be used; [`ImportError::Failure`] when the system does not let us read.
pub(crate) fn reported(path: &Path, offered: &Offered<'_>) -> Result<Vec<Reported>, ImportError> {
    let text = read(path, &TABLE, "list of reports", &mut Vec::new())?;
    let file: FileName = path.to_string_lossy().as_ref().into();
    let mut found = Diagnostics::default();
    let rows = TableText::read(&file, &text, |_| 0, &mut Vec::new(), &mut found).map(|sheet| {
        let columns = Columns::of(REPORTED, sheet.headings());
        columns.report_doubles(&file, &sheet, &mut found);
        let needed = REPORTED.iter().filter(|(column, _)| *column != Area || !offered.areas.is_empty());
        for (column, _) in needed.filter(|(column, _)| columns.at(*column).is_none()) {
            let message = format!("this table has no column “{}”", columns.name(*column));
            let help = "name the columns on its first line: what, area, from, until, n";
            found.push(Code::WrongShape, &file, Pos::START, message, help);
        }
        let (records, mut troubles) = (sheet.rows(&file, &mut found), Troubles::default());
        let rows = records.iter().filter_map(|record| {
            let if_blank = "fill it in, or delete the row";
            let mut row = TableRow { sheet: &sheet, columns: &columns, record, troubles: &mut troubles, if_blank };
            one(&mut row, offered)
        });
        let rows: Vec<Reported> = rows.collect();
        troubles.report(&file, &mut found);
        rows
    });
    match rows {
        Some(rows) if !found.has_errors() => Ok(rows),
        // Without the text: a line of it would show counts, and whatever else stands beside them.
        _ => Err(ImportError::Data { found, sources: Sources::default() }),
    }
}

/// What a row counts; what is wrong with it is reported.
fn one(row: &mut TableRow<'_, ReportedColumn>, offered: &Offered<'_>) -> Option<Reported> {
    let choice = among(row, Choice, &offered.choices, ("choices", offered.file));
    let area = match offered.areas.is_empty() {
        true => Some(None),
        false => among(row, Area, &offered.areas, ("areas", offered.file)).map(Some),
    };
    let (from, until) = (row.needed::<WholeDay>(From), row.needed::<WholeDay>(Until));
    let n = row.number(Number);
    if row.text(Number).is_none() {
        row.report(Number, Code::MissingKey, "this row leaves it blank", "write how many people, or delete the row");
    }
    if n.is_some_and(|n| n > MOST) {
        row.report(Number, Code::TooLarge, "this is more than a million people", "correct the number");
    }
    let days = (from?.0, until?.0);
    if days.1 < days.0 {
        row.report(Until, Code::DateOrder, format!("{} is before {}", days.1, days.0), "correct one of the two dates");
        return None;
    }
    Some(Reported { choice: choice?, area: area?, days, n: n.filter(|n| *n <= MOST)? })
}

/// The one that a cell names, by its id or its name.
fn among(
    row: &mut TableRow<'_, ReportedColumn>,
    column: ReportedColumn,
    known: &[(&Slug, &Text)],
    (list, file): (&str, &str),
) -> Option<Slug> {
    let Some(said) = row.text(column) else {
        row.report(column, Code::MissingKey, "this row leaves it blank", "fill it in, or delete the row");
        return None;
    };
    let is_meant =
        |(id, name): &&(&Slug, &Text)| id.as_str() == said || name.as_str().to_lowercase() == said.to_lowercase();
    let meant = known.iter().find(is_meant).map(|(id, _)| (*id).clone());
    if meant.is_none() {
        let ids: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
        let help = format!("use one of these: {}; or add it to “{list}:” of {file}", ids.join(", "));
        row.report(column, Code::UnknownReference, format!("“{said}” is not among the {list}"), help);
    }
    meant
}
