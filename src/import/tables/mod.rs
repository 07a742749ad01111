//! Takes tables as others made them, gives their rows: unpacked, decoded, with the names of their columns. Never allocates
//! what a file merely claims to hold, and says what it had to guess.
//!
//! For a new kind of table write an enum of its columns with their names ([`KnownColumns`]) and a function that makes a value
//! of a [`TableRow`]; [`read`] gives the text of a file, [`TableText`] its rows, [`Columns`] where in them the columns stand and
//! [`Troubles`] what is wrong, at its place and in few words. `candidates::list` does it so. What reads workbooks only has to
//! give [`TableText`] the same rows.

mod columns;
mod dates;
mod headings;
mod open;
mod other;
mod places;
mod report;
mod rows;
mod troubles;

use std::borrow::Cow;

use csv::StringRecord;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

pub(super) use columns::{Columns, KnownColumns, TableRow, fault, one_line};
pub(crate) use dates::day_as_written;
pub(super) use headings::{Headings, key, report_twice};
pub(super) use open::{STEP, open, read, unreadable};
pub(super) use other::Other;
pub(super) use places::small;
pub(super) use report::{LeftOut, guess_lines, leave_out, left_out_lines, named, revised_codes};
pub(super) use rows::{BoundedRows, RowTrouble, delimiter};
pub(super) use troubles::Troubles;

use places::Places;

/// A table: its column names, and where its rows stand in the text.
pub(super) struct TableText<'a> {
    places: Places<'a>,
    head: StringRecord,
    /// How many rows stand above the first that counts, without blank ones.
    above: usize,
}

/// How many rows are searched for the column names and the delimiter.
pub(super) const FIRST_ROWS: usize = 50;

/// The most rows that are read: more than all candidates of a country in twenty years.
const MOST_ROWS: usize = 1_000_000;

impl<'a> TableText<'a> {
    /// Reads a text without byte order mark; `None` when it holds no table, which is then reported.
    ///
    /// `head` says which of the first rows, none of them blank, names the columns.
    pub(super) fn read(
        file: &FileName,
        text: &'a str,
        head: impl FnOnce(&[StringRecord]) -> usize,
        guessed: &mut Vec<String>,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let places = Places { text, delimiter: delimiter(text.as_bytes()) };
        if places.report_unclosed(file, found) {
            return None;
        }
        let first: Vec<StringRecord> =
            BoundedRows::of(text.as_bytes(), places.delimiter).take(FIRST_ROWS).map_while(Result::ok).collect();
        let at = head(&first);
        let head = first.get(at).cloned().unwrap_or_default();
        match places.delimiter {
            b',' => {}
            _ if head.len() < 2 => {}
            b'\t' => guessed.push("columns divided by tabs".to_owned()),
            sign => guessed.push(format!("columns divided by “{}”", char::from(sign))),
        }
        Some(Self { places, head, above: at + 1 })
    }

    /// The line with the column names, if it is not the first.
    pub(super) fn late_head(&self) -> Option<u32> {
        (self.above > 1).then(|| self.line(&self.head))
    }

    /// The rows below the names, without blank ones; a row that cannot be read is reported and ends them.
    pub(super) fn rows(&self, file: &FileName, found: &mut Diagnostics) -> Vec<StringRecord> {
        let mut rows = Vec::new();
        for row in BoundedRows::of(self.places.text.as_bytes(), self.places.delimiter).skip(self.above) {
            match row {
                Ok(_) if rows.len() == MOST_ROWS => {
                    let (message, help) = (
                        format!("this table has more than {MOST_ROWS} rows"),
                        "split it, for example by election or by month",
                    );
                    found.push(Code::TooLarge, file, Pos::START, message, help);
                    break;
                }
                Ok(row) => rows.push(row),
                Err(trouble) => {
                    trouble.report(file, found);
                    break;
                }
            }
        }
        rows
    }

    /// The names of the columns.
    pub(super) fn headings(&self) -> Headings {
        Headings::of(&self.head)
    }

    /// The line on which a row begins.
    pub(super) fn line(&self, row: &StringRecord) -> u32 {
        self.places.line(row)
    }

    /// Where a cell begins, with its quotes.
    pub(super) fn place(&self, row: &StringRecord, column: usize) -> Pos {
        self.places.cell(row, column)
    }

    /// Where the name of a column begins.
    pub(super) fn heading(&self, column: usize) -> Pos {
        self.places.cell(&self.head, column)
    }
}

/// A value cut to a length that fits a message.
pub(super) fn shortened(value: &str, longest: usize) -> Cow<'_, str> {
    match value.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &value[..end]).into(),
        None => value.into(),
    }
}
