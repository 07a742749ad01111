use csv::StringRecord;

use super::cell::Cell;
use super::sheet::{Sheet, code};
use crate::diagnostic::{Code, Diagnostics, FileName};
use crate::import::boundaries::Ballots;
use crate::import::candidate_list::shortened;

/// Where in a row stands what is read of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) area: usize,
    /// Whether areas go by their codes, rather than their names.
    pub(super) coded: bool,
    pub(super) value: usize,
}

/// The sheet in which columns are looked for.
pub(super) struct Search<'a> {
    pub(super) file: &'a FileName,
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) found: &'a mut Diagnostics,
}

/// What a column is wanted for, with the option by which it can be named.
#[derive(Clone, Copy)]
struct Wanted {
    option: &'static str,
    holds: &'static str,
}

const AREA: Wanted = Wanted { option: "--area", holds: "the codes or names of areas" };
const VALUE: Wanted = Wanted { option: "--value", holds: "the figures" };

impl Search<'_> {
    /// Finds the columns: those that were named, else the only ones that can be meant.
    pub(super) fn columns(&mut self, area: Option<&str>, value: Option<&str>, ballots: &Ballots) -> Option<Columns> {
        let area = match area {
            Some(name) => self.named(name, AREA)?,
            None => self.area(ballots)?,
        };
        let value = match value {
            Some(name) => self.named(name, VALUE)?,
            None => self.one_of(&self.numbers(area), VALUE)?,
        };
        Some(Columns { area, coded: self.is_coded(area), value })
    }

    /// The column of a name.
    fn named(&mut self, name: &str, wanted: Wanted) -> Option<usize> {
        match self.sheet.columns(name)[..] {
            [one] => Some(one),
            [] => self.refuse(format!("no column is called “{name}”"), wanted),
            [_, second, ..] => {
                let message = format!("the column “{name}” stands here twice");
                let help = "rename or delete the one that should not count";
                self.found.push(Code::DuplicateKey, self.file, self.sheet.heading(second), message, help);
                None
            }
        }
    }

    /// The column of codes; of several, the only one with codes of ballots.
    fn area(&mut self, ballots: &Ballots) -> Option<usize> {
        let all: Vec<usize> = (0..self.sheet.names().len()).filter(|column| self.is_coded(*column)).collect();
        let codes = ballots.codes();
        let known = |cell: &str| code(cell).is_some_and(|code| codes.contains(&code));
        let of_ballots: Vec<usize> =
            all.iter().copied().filter(|column| self.cells(*column).any(|(_, cell)| known(cell))).collect();
        match of_ballots[..] {
            [one] => Some(one),
            _ => self.one_of(&all, AREA),
        }
    }

    /// The columns, without that of the areas, that hold nothing but figures.
    fn numbers(&self, area: usize) -> Vec<usize> {
        let only_figures = |column: &usize| {
            let mut cells =
                self.cells(*column).filter(|(row, _)| row.get(area).is_some_and(|cell| !cell.trim().is_empty()));
            let read: Option<Vec<Cell>> = cells.try_fold(Vec::new(), |mut read, (_, cell)| {
                read.push(Cell::read(cell).ok()?);
                Some(read)
            });
            read.is_some_and(|read| read.iter().any(|cell| *cell != Cell::NotPublished))
        };
        (0..self.sheet.names().len()).filter(|column| *column != area).filter(only_figures).collect()
    }

    fn one_of(&mut self, columns: &[usize], wanted: Wanted) -> Option<usize> {
        match columns {
            [one] => Some(*one),
            [] => self.refuse(format!("no column of this file is known to hold {}", wanted.holds), wanted),
            _ => self.refuse(format!("several columns could hold {}", wanted.holds), wanted),
        }
    }

    /// Says that a column cannot be told, and which there are.
    fn refuse(&mut self, message: String, Wanted { option, .. }: Wanted) -> Option<usize> {
        let names: Vec<String> =
            self.sheet.names().iter().filter(|name| !name.is_empty()).map(|name| format!("“{name}”")).collect();
        let help = match names[..] {
            [] => "name a table saved as CSV, with a row that names its columns".to_owned(),
            _ => format!("name one with {option}; the columns are {}", shortened(&names.join(", "), 600)),
        };
        self.found.push(Code::MissingKey, self.file, self.sheet.heading(0), message, help);
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
        self.sheet.rows().iter().filter_map(move |row| Some((row, row.get(column)?)))
    }
}
