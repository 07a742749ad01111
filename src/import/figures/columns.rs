use std::cmp::Reverse;
use std::collections::BTreeSet;

use csv::StringRecord;

use super::FigureOptions;
use super::areas::{FigureAreas, code};
use super::cell::FigureCell;
use crate::diagnostic::{Code, Diagnostics, FileName};
use crate::import::boundaries::Ballots;
use crate::import::tables::{Headings, TableText, report_twice, shortened};

/// A table of numbers as a publisher made it.
pub(super) struct NumberTable<'a> {
    pub(super) file: &'a FileName,
    pub(super) sheet: TableText<'a>,
    headings: Headings,
    pub(super) rows: Vec<StringRecord>,
}

/// Which cells of a row are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct FigureColumns {
    pub(super) area: usize,
    /// Whether areas go by their codes, rather than their names.
    pub(super) coded: bool,
    pub(super) value: usize,
}

/// What a column is wanted for, with the option by which it can be named.
type WantedColumn = (&'static str, &'static str);
const AREA: WantedColumn = ("the codes or names of areas", "--area");
const VALUE: WantedColumn = ("the figures", "--value");

impl<'a> NumberTable<'a> {
    /// Reads a text without byte order mark; `None` when it holds no table, which is then reported.
    pub(super) fn read(
        file: &'a FileName,
        text: &'a str,
        options: &FigureOptions,
        ballots: &Ballots,
        guessed: &mut Vec<String>,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let wanted: Vec<&str> = options.area.iter().chain(&options.value).map(String::as_str).collect();
        let areas = FigureAreas::of(ballots, false);
        let sheet = TableText::read(file, text, |rows| head(rows, &wanted, &areas), guessed, found)?;
        let rows = sheet.rows(file, found);
        (!found.has_errors()).then(|| Self { file, headings: sheet.headings(), sheet, rows })
    }

    /// Finds the columns: those that were named, else the only ones that can be meant.
    pub(super) fn columns(
        &self,
        options: &FigureOptions,
        ballots: &Ballots,
        guessed: &mut Vec<String>,
        found: &mut Diagnostics,
    ) -> Option<FigureColumns> {
        let area = match &options.area {
            Some(name) => self.named(name, AREA, found)?,
            None => self.area(ballots, guessed, found)?,
        };
        let coded = self.is_coded(area);
        let value = match &options.value {
            Some(name) => self.named(name, VALUE, found)?,
            None => self.one_of(&self.numbers(area, &FigureAreas::of(ballots, coded)), VALUE, found)?,
        };
        Some(FigureColumns { area, coded, value })
    }

    /// The column of a name.
    fn named(&self, name: &str, wanted: WantedColumn, found: &mut Diagnostics) -> Option<usize> {
        match self.headings.all(name).collect::<Vec<_>>()[..] {
            [one] => return Some(one),
            [] => self.refuse(format!("no column is called “{name}”"), wanted, found),
            [_, second, ..] => report_twice(name, self.sheet.heading(second), self.file, found),
        }
        None
    }

    /// The column of codes, if several the one with codes of ballots; without codes, the column with names of ballots.
    fn area(&self, ballots: &Ballots, guessed: &mut Vec<String>, found: &mut Diagnostics) -> Option<usize> {
        let all: Vec<usize> = self.numbers_of_columns().filter(|column| self.is_coded(*column)).collect();
        let codes = ballots.codes();
        let known = |cell: &str| code(cell).is_some_and(|code| codes.contains(&code));
        let of_ballots = |column: &usize| self.cells(*column).any(|(_, cell)| known(cell));
        let of_ballots: Vec<usize> = all.iter().copied().filter(of_ballots).collect();
        match (&of_ballots[..], self.names(ballots)) {
            ([one], _) => Some(*one),
            ([], Some(named)) if all.is_empty() => {
                let name = self.headings.shown().get(named).filter(|name| !name.is_empty()).cloned();
                let name = name.unwrap_or_else(|| (named + 1).to_string());
                guessed.push(format!("areas known by their names, in the column “{name}”"));
                Some(named)
            }
            _ => self.one_of(&all, AREA, found),
        }
    }

    /// The column in which nearly all names of ballots stand, or nearly nothing but them: the one with most.
    fn names(&self, ballots: &Ballots) -> Option<usize> {
        let areas = FigureAreas::of(ballots, false);
        let known = |column: usize| {
            let cells: BTreeSet<&str> =
                self.cells(column).map(|(_, cell)| cell.trim()).filter(|c| !c.is_empty()).collect();
            let known = cells.iter().filter(|cell| areas.knows(cell)).count();
            (known, cells.len().min(ballots.areas.len()))
        };
        let columns = self.numbers_of_columns().map(|column| (column, known(column)));
        let fitting = columns.filter(|(_, (known, could))| *known > 0 && known * 10 >= could * 8);
        fitting.max_by_key(|(column, (known, _))| (*known, Reverse(*column))).map(|(column, _)| column)
    }

    /// The columns, without that of the areas, that hold nothing but figures.
    fn numbers(&self, area: usize, areas: &FigureAreas) -> Vec<usize> {
        // Notes below a table are no figures; of the rows, those of ballots are sure to be none of them.
        let of_ballot = |row: &StringRecord| row.get(area).is_some_and(|cell| areas.has_ballot(cell));
        let any = self.rows.iter().any(of_ballot);
        let counts = |row: &StringRecord| {
            if any { of_ballot(row) } else { row.get(area).is_some_and(|cell| !cell.trim().is_empty()) }
        };
        let only_figures = |column: &usize| {
            let cells = self.cells(*column).filter(|(row, _)| counts(row));
            let read: Option<Vec<FigureCell>> = cells.map(|(_, cell)| FigureCell::read(cell).ok()).collect();
            read.is_some_and(|read| read.iter().any(|cell| *cell != FigureCell::NotPublished))
        };
        self.numbers_of_columns().filter(|column| *column != area).filter(only_figures).collect()
    }

    fn one_of(&self, columns: &[usize], wanted: WantedColumn, found: &mut Diagnostics) -> Option<usize> {
        let (holds, _) = wanted;
        match columns {
            [one] => return Some(*one),
            [] => self.refuse(format!("no column of this file can be recognised as {holds}"), wanted, found),
            _ => self.refuse(format!("several columns could be {holds}"), wanted, found),
        }
        None
    }

    /// Reports that a column is unclear, and which there are.
    fn refuse(&self, message: String, (_, option): WantedColumn, found: &mut Diagnostics) {
        let names = self.headings.shown().iter().filter(|name| !name.is_empty()).map(|name| format!("“{name}”"));
        let names = names.collect::<Vec<_>>().join(", ");
        let help = match names.is_empty() {
            true => "name a table saved as CSV, with a row that names its columns".to_owned(),
            false => format!("name one with {option}; the columns are {}", shortened(&names, 600)),
        };
        found.push(Code::MissingKey, self.file, self.sheet.heading(0), message, help);
    }

    /// Whether at least half of what a column holds are codes of areas.
    fn is_coded(&self, column: usize) -> bool {
        let cells: Vec<&str> =
            self.cells(column).map(|(_, cell)| cell).filter(|cell| !cell.trim().is_empty()).collect();
        let codes = cells.iter().filter(|cell| code(cell).is_some()).count();
        codes > 0 && codes * 2 >= cells.len()
    }

    fn numbers_of_columns(&self) -> impl Iterator<Item = usize> {
        0..self.headings.shown().len()
    }

    /// The rows with their cells of a column.
    fn cells(&self, column: usize) -> impl Iterator<Item = (&StringRecord, &str)> {
        self.rows.iter().filter_map(move |row| Some((row, row.get(column)?)))
    }
}

/// The row that names the columns: the first with the `wanted` names; else the one above the first code of an area, or above
/// the first name of one with a ballot; else the first of several cells.
fn head(rows: &[StringRecord], wanted: &[&str], areas: &FigureAreas) -> usize {
    let above = |fits: &dyn Fn(&str) -> bool| rows.iter().skip(1).position(|row| row.iter().any(fits));
    let has_all = |row: &StringRecord| {
        let headings = Headings::of(row);
        wanted.iter().all(|name| headings.find(&[name]).is_some())
    };
    let asked = if wanted.is_empty() { None } else { rows.iter().position(has_all) };
    let several = |row: &StringRecord| row.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
    asked
        .or_else(|| above(&|cell| code(cell).is_some()))
        .or_else(|| above(&|cell| areas.knows(cell)))
        .or_else(|| rows.iter().position(several))
        .unwrap_or(0)
}
