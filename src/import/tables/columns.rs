use std::str::FromStr;

use csv::StringRecord;

use super::{Headings, TableText, Troubles, report_twice};
use crate::atoms::{Malformed, Text};
use crate::diagnostic::{Code, Diagnostics, FileName};

/// The columns that are read of a kind of table, each with its names, the best first. No other column is ever looked at.
pub(in crate::import) type KnownColumns<C> = &'static [(C, &'static [&'static str])];

/// Where these columns stand in one table.
pub(in crate::import) struct Columns<C: 'static> {
    known: KnownColumns<C>,
    at: Vec<Option<usize>>,
    pub(in crate::import) headings: Headings,
}

impl<C: Copy + PartialEq> Columns<C> {
    /// Finds them by their names.
    pub(in crate::import) fn of(known: KnownColumns<C>, headings: Headings) -> Self {
        Self { known, at: known.iter().map(|(_, names)| headings.find(names)).collect(), headings }
    }

    /// Where a column stands, when the table has it.
    pub(in crate::import) fn at(&self, column: C) -> Option<usize> {
        self.at[self.number(column)]
    }

    /// What a column is called in this table, or usually, if the table lacks it.
    pub(in crate::import) fn name(&self, column: C) -> &'static str {
        let names = self.known[self.number(column)].1;
        let here = self.at(column).map(|at| &self.headings.keys()[at]);
        names.iter().find(|name| here.is_some_and(|here| here == **name)).unwrap_or(&names[0])
    }

    fn number(&self, column: C) -> usize {
        self.known.iter().position(|(known, _)| *known == column).unwrap_or_default()
    }

    /// Reports columns that stand twice.
    pub(in crate::import) fn report_doubles(&self, file: &FileName, sheet: &TableText<'_>, found: &mut Diagnostics) {
        for first in self.at.iter().flatten() {
            let name = &self.headings.keys()[*first];
            if let Some(second) = self.headings.all(name).find(|column| column > first) {
                report_twice(name, sheet.heading(second), file, found);
            }
        }
    }
}

/// A row of a table, read cell by cell; what is wrong with a cell is reported where it stands.
pub(in crate::import) struct TableRow<'a, C: 'static> {
    pub(in crate::import) sheet: &'a TableText<'a>,
    pub(in crate::import) columns: &'a Columns<C>,
    pub(in crate::import) record: &'a StringRecord,
    pub(in crate::import) troubles: &'a mut Troubles,
    /// What to do about a cell that is needed and blank.
    pub(in crate::import) if_blank: &'static str,
}

impl<'a, C: Copy + PartialEq> TableRow<'a, C> {
    /// The line on which it begins.
    pub(in crate::import) fn line(&self) -> u32 {
        self.sheet.line(self.record)
    }

    /// What a cell holds, unless it is blank.
    pub(in crate::import) fn text(&self, column: C) -> Option<&'a str> {
        self.record.get(self.columns.at(column)?).map(str::trim).filter(|text| !text.is_empty())
    }

    pub(in crate::import) fn report(
        &mut self,
        column: C,
        code: Code,
        message: impl AsRef<str>,
        help: impl Into<String>,
    ) {
        let (sheet, record, at) = (self.sheet, self.record, self.columns.at(column).unwrap_or(0));
        let message = format!("column “{}”: {}", self.columns.name(column), message.as_ref());
        self.troubles.add(self.columns.number(column), code, message, help, || sheet.place(record, at));
    }

    /// Whether every value can go into a record; reports those that cannot.
    pub(in crate::import) fn is_printable(&mut self) -> bool {
        let mut all = true;
        for (column, _) in self.columns.known {
            if let Some((message, help)) = self.text(*column).and_then(fault) {
                self.report(*column, Code::Malformed, message, help);
                all = false;
            }
        }
        all
    }

    /// The value of a cell; a malformed one is reported.
    pub(in crate::import) fn optional<T: FromStr<Err = Malformed>>(&mut self, column: C) -> Option<T> {
        let read = self.text(column)?.parse();
        read.map_err(|Malformed { what, help, .. }| self.report(column, Code::Malformed, what, help)).ok()
    }

    /// The value of a cell; a blank or malformed one is reported.
    pub(in crate::import) fn needed<T: FromStr<Err = Malformed>>(&mut self, column: C) -> Option<T> {
        if self.text(column).is_none() {
            self.report(column, Code::MissingKey, "this row leaves it blank", self.if_blank);
        }
        self.optional(column)
    }

    /// The text of a cell with single spaces between its words.
    pub(in crate::import) fn one_line(&mut self, column: C) -> Option<Text> {
        self.optional(column).map(one_line)
    }

    pub(in crate::import) fn number(&mut self, column: C) -> Option<u32> {
        let number = self.text(column)?.parse();
        if number.is_err() {
            self.report(
                column,
                Code::Malformed,
                "this is not a whole number",
                "write a whole number, or leave it blank",
            );
        }
        number.ok()
    }

    /// Whether a cell says yes: lists have `True` and `False`, later ones `t` and `f`.
    pub(in crate::import) fn yes(&mut self, column: C) -> Option<bool> {
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
pub(in crate::import) fn one_line(text: Text) -> Text {
    let words: Vec<&str> = text.as_str().split_whitespace().collect();
    words.join(" ").parse().unwrap_or(text)
}

/// The longest value that is read, in characters.
const LONGEST: usize = 1000;

/// Why a value cannot go into a record, and what to do.
pub(in crate::import) fn fault(value: &str) -> Option<(String, &'static str)> {
    if value.chars().nth(LONGEST).is_some() {
        let length = value.chars().count();
        let message = format!("this value has {length} characters, and at most {LONGEST} are read");
        return Some((message, "shorten it, or look for a quotation mark that is missing"));
    }
    // Characters that show nothing or reverse the text after them; not the joiners that some scripts need.
    let hidden = ['\u{200b}', '\u{2060}', '\u{feff}'];
    let is_hidden = |c: &char| hidden.contains(c) || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = value.chars().find(is_hidden)?;
    let message = format!("this text contains the invisible character U+{:04X}", u32::from(hidden));
    Some((message, "type the value again instead of copying it"))
}
