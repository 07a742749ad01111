use csv::StringRecord;

use super::areas::{FigureAreas, code};
use crate::diagnostic::{Diagnostics, FileName, Pos};
use crate::import::tables::{FIRST_ROWS, Guess, Headings, Sheet};

/// A table of numbers as a publisher made it, in memory.
pub(super) struct NumberTable<'a> {
    sheet: Sheet<'a>,
    rows: Vec<StringRecord>,
}

impl<'a> NumberTable<'a> {
    /// Reads a text without byte order mark; `None` when it holds no table, which is then reported.
    ///
    /// The row that names the columns is the first with the `wanted` names; else the one above the first code of an area, or
    /// above the first name of one with a ballot; else the first of several cells.
    pub(super) fn read(
        file: &FileName,
        text: &'a str,
        wanted: &[&str],
        named: &FigureAreas,
        guessed: &mut Vec<Guess>,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let head = |rows: &[StringRecord]| {
            let first = || rows.iter().take(FIRST_ROWS).enumerate();
            let above =
                |fits: &dyn Fn(&str) -> bool| first().skip(1).find(|(_, row)| row.iter().any(fits)).map(|(n, _)| n - 1);
            let asked = || {
                let has_all = |row| wanted.iter().all(|name| Headings::of(row).find(&[name]).is_some());
                first().find(|(_, row)| !wanted.is_empty() && has_all(row)).map(|(n, _)| n)
            };
            let several = || first().find(|(_, row)| row.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
            let coded = || above(&|cell| code(cell).is_some());
            let known = || above(&|cell| named.knows(cell));
            asked().or_else(coded).or_else(known).or_else(|| several().map(|(n, _)| n)).unwrap_or(0)
        };
        let sheet = Sheet::read(file, text, head, guessed, found)?;
        // Titles above the names are usual in tables of numbers, and no guess.
        guessed.retain(|guess| !matches!(guess, Guess::Head(_)));
        let rows = sheet.rows(file, found).collect();
        (!found.has_errors()).then_some(Self { sheet, rows })
    }

    /// The names of the columns.
    pub(super) fn headings(&self) -> Headings {
        self.sheet.headings()
    }

    /// The rows below the names, none of them blank.
    pub(super) fn rows(&self) -> &[StringRecord] {
        &self.rows
    }

    /// The line on which a row begins.
    pub(super) fn line(&self, row: &StringRecord) -> u32 {
        self.sheet.line(row)
    }

    /// Where a cell begins.
    pub(super) fn place(&self, row: &StringRecord, column: usize) -> Pos {
        self.sheet.place(row, column)
    }

    /// Where the name of a column begins.
    pub(super) fn heading(&self, column: usize) -> Pos {
        self.sheet.heading(column)
    }
}
