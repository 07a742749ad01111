use std::str::FromStr;

use csv::StringRecord;

use super::header::{Header, ListColumn};
use super::row::ListRows;
use crate::atoms::{Malformed, Text};
use crate::diagnostic::Code;
use crate::import::tables::Sheet;

/// The cells of one row, of the columns that are read.
pub(super) struct RowCells<'a, 'r> {
    pub(super) header: &'a Header,
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) record: &'a StringRecord,
    pub(super) rows: &'a mut ListRows<'r>,
}

impl RowCells<'_, '_> {
    pub(super) fn text(&self, column: ListColumn) -> Option<&str> {
        let cell = self.header.cell(column)?;
        self.record.get(cell).map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether every value can stand in a record; reports those that cannot.
    pub(super) fn are_printable(&mut self) -> bool {
        let header = self.header;
        let faults: Vec<_> = header.columns().filter_map(|column| Some((column, fault(self.text(column)?)?))).collect();
        let none = faults.is_empty();
        for (column, (message, help)) in faults {
            self.report(column, Code::Malformed, message, help);
        }
        none
    }

    pub(super) fn report(
        &mut self,
        column: ListColumn,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (sheet, record, cell) = (self.sheet, self.record, self.header.cell(column).unwrap_or(0));
        let message = format!("column “{}”: {}", self.header.name_of(column), message.into());
        self.rows.troubles.add(column as usize, code, message, help, || sheet.place(record, cell));
    }

    pub(super) fn optional<T: FromStr<Err = Malformed>>(&mut self, column: ListColumn) -> Option<T> {
        match self.text(column)?.parse() {
            Ok(value) => Some(value),
            Err(Malformed { what, help, .. }) => {
                self.report(column, Code::Malformed, what, help);
                None
            }
        }
    }

    pub(super) fn needed<T: FromStr<Err = Malformed>>(&mut self, column: ListColumn) -> Option<T> {
        if self.text(column).is_none() {
            self.report(
                column,
                Code::MissingKey,
                "this row leaves it blank",
                "fill it in; without the row this person would count as not listed",
            );
        }
        self.optional(column)
    }

    pub(super) fn number(&mut self, column: ListColumn) -> Option<u32> {
        let number = self.text(column)?.parse();
        if number.is_err() {
            self.report(column, Code::Malformed, "this is no whole number", "write a whole number, or leave it blank");
        }
        number.ok()
    }

    /// Whether a cell says yes: lists have `True` and `False`, later ones `t` and `f`.
    pub(super) fn yes(&mut self, column: ListColumn) -> Option<bool> {
        match self.text(column)?.to_ascii_lowercase().as_str() {
            "true" | "t" | "1" | "yes" => Some(true),
            "false" | "f" | "0" | "no" => Some(false),
            _ => {
                self.report(column, Code::Malformed, "this is neither true nor false", "write True or False");
                None
            }
        }
    }
}

/// A text with single spaces between its words.
pub(super) fn one_line(text: Text) -> Text {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").parse().unwrap_or(text)
}

/// The longest value that is read, in characters.
const LONGEST: usize = 1000;

/// Why the value of a cell cannot stand in a record, and how to mend it.
fn fault(value: &str) -> Option<(String, &'static str)> {
    if value.chars().nth(LONGEST).is_some() {
        let length = value.chars().count();
        let message = format!("this value has {length} characters, and at most {LONGEST} are read");
        return Some((message, "shorten it, or look for a quotation mark that is missing"));
    }
    let hidden = value.chars().find(|c| is_invisible(*c))?;
    let message = format!("this text holds the invisible character U+{:04X}", u32::from(hidden));
    Some((message, "write the value anew, without copying it"))
}

/// Whether a character shows nothing, or turns the text round that follows; joiners, which some
/// scripts need, are neither.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
