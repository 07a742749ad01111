use std::collections::BTreeSet;

use csv::StringRecord;

use super::areas::{FigureAreas, code};
use super::cell::FigureCell;
use super::table::NumberTable;
use crate::diagnostic::{Code, Diagnostics, FileName};
use crate::import::boundaries::Ballots;
use crate::import::tables::{Guess, report_twice, shortened};

/// Where in a row stands what is read of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FigureColumns {
    pub(super) area: usize,
    /// Whether areas go by their codes, rather than their names.
    pub(super) coded: bool,
    pub(super) value: usize,
}

/// The table in which columns are looked for.
pub(super) struct Search<'a> {
    pub(super) file: &'a FileName,
    pub(super) table: &'a NumberTable<'a>,
    pub(super) guessed: &'a mut Vec<Guess>,
    pub(super) found: &'a mut Diagnostics,
}

/// What a column is wanted for, with the option by which it can be named.
#[derive(Clone, Copy)]
struct WantedColumn {
    option: &'static str,
    holds: &'static str,
}

const AREA: WantedColumn = WantedColumn { option: "--area", holds: "the codes or names of areas" };
const VALUE: WantedColumn = WantedColumn { option: "--value", holds: "the figures" };

impl Search<'_> {
    /// Finds the columns: those that were named, else the only ones that can be meant.
    pub(super) fn columns(
        &mut self,
        area: Option<&str>,
        value: Option<&str>,
        ballots: &Ballots,
    ) -> Option<FigureColumns> {
        let area = match area {
            Some(name) => self.named(name, AREA)?,
            None => self.area(ballots)?,
        };
        let value = match value {
            Some(name) => self.named(name, VALUE)?,
            None => self.one_of(&self.numbers(area, ballots), VALUE)?,
        };
        Some(FigureColumns { area, coded: self.is_coded(area), value })
    }

    /// The column of a name.
    fn named(&mut self, name: &str, wanted: WantedColumn) -> Option<usize> {
        match self.table.headings().all(name).collect::<Vec<_>>()[..] {
            [one] => Some(one),
            [] => self.refuse(format!("no column is called “{name}”"), wanted),
            [_, second, ..] => {
                report_twice(name, self.table.heading(second), self.file, self.found);
                None
            }
        }
    }

    /// The column of codes; of several, the only one with codes of ballots. Without one, the column of names that are those of ballots.
    fn area(&mut self, ballots: &Ballots) -> Option<usize> {
        let all: Vec<usize> =
            (0..self.table.headings().shown().len()).filter(|column| self.is_coded(*column)).collect();
        let codes = ballots.codes();
        let known = |cell: &str| code(cell).is_some_and(|code| codes.contains(&code));
        let of_ballots: Vec<usize> =
            all.iter().copied().filter(|column| self.cells(*column).any(|(_, cell)| known(cell))).collect();
        match (&of_ballots[..], self.names(ballots)) {
            ([one], _) => Some(*one),
            ([], Some(named)) if all.is_empty() => {
                let name = self.table.headings().shown().get(named).filter(|name| !name.is_empty()).cloned();
                self.guessed.push(Guess::AreaNames(name.unwrap_or_else(|| format!("{}", named + 1))));
                Some(named)
            }
            _ => self.one_of(&all, AREA),
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
        let columns = (0..self.table.headings().shown().len()).map(|column| (column, known(column)));
        let fitting = columns.filter(|(_, (known, could))| *known > 0 && known * 10 >= could * 8);
        fitting.max_by_key(|(column, (known, _))| (*known, std::cmp::Reverse(*column))).map(|(column, _)| column)
    }

    /// The columns, without that of the areas, that hold nothing but figures.
    fn numbers(&self, area: usize, ballots: &Ballots) -> Vec<usize> {
        let areas = FigureAreas::of(ballots, self.is_coded(area));
        // Notes below a table are no figures; of the rows, those of ballots are sure to be none of them.
        let of_ballot = |row: &StringRecord| row.get(area).is_some_and(|cell| areas.has_ballot(cell));
        let any = self.table.rows().iter().any(of_ballot);
        let counts = |row: &StringRecord| {
            if any { of_ballot(row) } else { row.get(area).is_some_and(|cell| !cell.trim().is_empty()) }
        };
        let only_figures = |column: &usize| {
            let mut cells = self.cells(*column).filter(|(row, _)| counts(row));
            let read: Option<Vec<FigureCell>> = cells.try_fold(Vec::new(), |mut read, (_, cell)| {
                read.push(FigureCell::read(cell).ok()?);
                Some(read)
            });
            read.is_some_and(|read| read.iter().any(|cell| *cell != FigureCell::NotPublished))
        };
        (0..self.table.headings().shown().len()).filter(|column| *column != area).filter(only_figures).collect()
    }

    fn one_of(&mut self, columns: &[usize], wanted: WantedColumn) -> Option<usize> {
        match columns {
            [one] => Some(*one),
            [] => self.refuse(format!("no column of this file is known to hold {}", wanted.holds), wanted),
            _ => self.refuse(format!("several columns could hold {}", wanted.holds), wanted),
        }
    }

    /// Says that a column cannot be told, and which there are.
    fn refuse(&mut self, message: String, WantedColumn { option, .. }: WantedColumn) -> Option<usize> {
        let names: Vec<String> = self
            .table
            .headings()
            .shown()
            .iter()
            .filter(|name| !name.is_empty())
            .map(|name| format!("“{name}”"))
            .collect();
        let help = match names[..] {
            [] => "name a table saved as CSV, with a row that names its columns".to_owned(),
            _ => format!("name one with {option}; the columns are {}", shortened(&names.join(", "), 600)),
        };
        self.found.push(Code::MissingKey, self.file, self.table.heading(0), message, help);
        None
    }

    /// Whether at least half of what a column holds are codes of areas.
    fn is_coded(&self, column: usize) -> bool {
        let cells = self.cells(column).filter(|(_, cell)| !cell.trim().is_empty());
        let (codes, all) =
            cells.fold((0, 0), |(codes, all), (_, cell)| (codes + usize::from(code(cell).is_some()), all + 1));
        codes > 0 && codes * 2 >= all
    }

    /// The rows with their cells of a column.
    fn cells(&self, column: usize) -> impl Iterator<Item = (&StringRecord, &str)> {
        self.table.rows().iter().filter_map(move |row| Some((row, row.get(column)?)))
    }
}
