//! Takes tables as others made them, gives their rows: unpacked, in letters that are known, with what names the columns.
//! Never asks for memory because a file says so, and tells what it had to guess.

mod guess;
mod headings;
mod open;
mod other;
mod places;
mod report;
mod rows;
mod text;
mod troubles;

use std::borrow::Cow;

use csv::StringRecord;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

pub use guess::Guess;
pub(super) use headings::{Headings, key, report_twice};
pub(super) use open::{STEP, open, unreadable};
pub(super) use other::Other;
pub(super) use places::small;
pub use report::LeftOut;
pub(super) use report::{leave_out, named, tell, tell_files, tell_left_out};
pub(super) use rows::{BoundedRows, RowTrouble, delimiter};
pub(super) use text::{TableText, is_packed, read};
pub(super) use troubles::Troubles;

use places::Places;

/// A table: what stands above its rows, and where they stand.
pub(super) struct Sheet<'a> {
    places: Places<'a>,
    head: StringRecord,
    /// How many rows stand above the first that counts, without blank ones.
    above: usize,
}

/// In how many rows the names of the columns, and what stands between two cells, are looked for.
pub(super) const FIRST_ROWS: usize = 50;

/// The most rows that are read: more than all candidates of a country in twenty years.
const MOST_ROWS: usize = 1_000_000;

impl<'a> Sheet<'a> {
    /// Reads a text without byte order mark; `None` when it holds no table, which is then reported.
    ///
    /// `head` says which of the first rows, none of them blank, names the columns.
    pub(super) fn read(
        file: &FileName,
        text: &'a str,
        head: impl FnOnce(&[StringRecord]) -> usize,
        guessed: &mut Vec<Guess>,
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
        let sheet = Self { places, head, above: at + 1 };
        if sheet.places.delimiter != b',' && sheet.head.len() > 1 {
            guessed.push(Guess::Delimiter(char::from(sheet.places.delimiter)));
        }
        if at > 0 {
            guessed.push(Guess::Head(sheet.places.line(&sheet.head)));
        }
        Some(sheet)
    }

    /// Leaves out the first row, which names the columns once more.
    pub(super) fn leave_out_first(&mut self, guessed: &mut Vec<Guess>) {
        let first = self.below().next().and_then(Result::ok);
        guessed.extend(first.map(|row| Guess::SecondHead(self.places.line(&row))));
        self.above += 1;
    }

    /// The rows below the names, none of them blank, as far as they can be read; what ends them early is reported.
    pub(super) fn rows<'f>(
        &self,
        file: &'f FileName,
        found: &'f mut Diagnostics,
    ) -> impl Iterator<Item = StringRecord> + use<'a, 'f> {
        self.below().take(MOST_ROWS + 1).enumerate().map_while(move |(number, row)| match row {
            Ok(_) if number == MOST_ROWS => {
                let message = format!("this table has more than {MOST_ROWS} rows");
                found.push(Code::TooLarge, file, Pos::START, message, "split it, for example by election or by month");
                None
            }
            Ok(row) => Some(row),
            Err(trouble) => {
                let help = "look for a quotation mark that is missing or too many, or save the table again as CSV";
                found.push(Code::WrongShape, file, Pos { line: trouble.line, column: 1 }, trouble.what, help);
                None
            }
        })
    }

    fn below(&self) -> impl Iterator<Item = Result<StringRecord, rows::RowTrouble>> + use<'a> {
        BoundedRows::of(self.places.text.as_bytes(), self.places.delimiter).skip(self.above)
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

/// A value at a length that a message can show.
pub(super) fn shortened(value: &str, longest: usize) -> Cow<'_, str> {
    match value.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &value[..end]).into(),
        None => value.into(),
    }
}
