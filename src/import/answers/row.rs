use std::fmt::Display;

use csv::StringRecord;

#[cfg(feature = "sheets")]
use super::book;
use super::columns::COLUMNS;
use super::{AnswerColumn, AnswerContent, AnswerTable};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::import::tables::{fault, small};

/// A row of a sheet.
#[derive(Clone, Copy)]
pub(crate) struct AnswerRow<'t> {
    pub(super) table: &'t AnswerTable<'t>,
    pub(super) record: &'t StringRecord,
}

impl<'t> AnswerRow<'t> {
    /// What a cell holds; nothing when the sheet has no such column, blank when the cell is.
    pub(crate) fn cell(&self, column: AnswerColumn) -> Option<&'t str> {
        let at = self.table.columns.at(column)?;
        Some(self.record.get(at).unwrap_or_default().trim())
    }

    /// What a cell holds, unless it is blank.
    pub(crate) fn text(&self, column: AnswerColumn) -> Option<&'t str> {
        self.cell(column).filter(|text| !text.is_empty())
    }

    /// The number of its line.
    pub(crate) fn line(&self) -> u32 {
        match &self.table.text {
            Some(text) => text.line(self.record),
            None => self.record.position().map_or(1, |at| small(at.line() as usize)),
        }
    }

    /// Reports what is wrong with a cell, at its place.
    pub(crate) fn report(
        &self,
        column: AnswerColumn,
        code: Code,
        message: impl Display,
        help: impl Into<String>,
        found: &mut Diagnostics,
    ) {
        let at = self.table.columns.at(column);
        let name = at.map_or_else(|| column.heading(), |at| self.table.columns.headings.shown()[at].clone());
        let number = at.unwrap_or(0);
        let pos = match &self.table.text {
            Some(text) => text.place(self.record, number),
            None => Pos { line: self.line(), column: small(number) + 1 },
        };
        let address = self.address(number);
        found.push(code, &self.table.file.name, pos, format!("{address}column “{name}”: {message}"), help);
    }

    /// What a spreadsheet calls a cell: `Answers!F17, `; nothing in a text.
    fn address(&self, _column: usize) -> String {
        match &self.table.file.content {
            AnswerContent::Text(_) => String::new(),
            #[cfg(feature = "sheets")]
            AnswerContent::Book(sheet) => format!("{}!{}{}, ", sheet.name, book::letters(_column), self.line()),
        }
    }

    /// Reports values that cannot go into a record, and whether there are none.
    pub(crate) fn is_fit(&self, found: &mut Diagnostics) -> bool {
        let mut fit = true;
        for (column, _) in COLUMNS {
            if let Some((message, help)) = self.text(*column).and_then(fault) {
                self.report(*column, Code::Malformed, message, help, found);
                fit = false;
            }
        }
        fit
    }

    /// Whether it has more cells than there are columns, so that what it says may stand in the wrong ones.
    pub(crate) fn is_too_long(&self) -> bool {
        self.record.len() > self.width()
    }

    /// Whether anything stands behind the last column.
    pub(crate) fn runs_over(&self) -> bool {
        self.record.iter().skip(self.width()).any(|cell| !cell.trim().is_empty())
    }

    fn width(&self) -> usize {
        self.table.columns.headings.keys().len()
    }

    /// Reports that it has too many cells.
    pub(crate) fn report_too_long(&self, found: &mut Diagnostics) {
        let (cells, width) = (self.record.len(), self.width());
        let message = format!("this row has {cells} cells, and the sheet {width} columns: a text in it was cut in two");
        let help = "put quotation marks around a text that holds a comma: \"Yes, on Saturdays.\" (a mark within it is written \
                    twice); a spreadsheet that saves as CSV does so by itself";
        let pos = Pos { line: self.line(), column: 1 };
        found.push(Code::WrongShape, &self.table.file.name, pos, message, help);
    }
}
