use csv::{ErrorKind, Position, ReaderBuilder, StringRecord};

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::import::places::{Places, small};

/// A table of comma-separated values: its header and its records, none of them blank.
pub(super) struct Table<'a> {
    places: Places<'a>,
    pub(super) header: StringRecord,
    pub(super) records: Vec<StringRecord>,
}

impl<'a> Table<'a> {
    /// Reads the header of a text without byte order mark.
    pub(super) fn read(file: &FileName, text: &'a str, found: &mut Diagnostics) -> Option<Self> {
        let places = Places { text, delimiter: b',' };
        match ReaderBuilder::new().from_reader(text.as_bytes()).headers() {
            Ok(header) => Some(Self { places, header: header.clone(), records: Vec::new() }),
            Err(error) => report(file, &error, found),
        }
    }

    /// Reads the records; `None` when one cannot be read, which is then reported.
    pub(super) fn read_records(&mut self, file: &FileName, found: &mut Diagnostics) -> Option<()> {
        if self.places.report_unclosed(file, found) {
            return None;
        }
        for record in ReaderBuilder::new().from_reader(self.places.text.as_bytes()).into_records() {
            match record {
                Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(record) => self.records.push(record),
                Err(error) => return report(file, &error, found),
            }
        }
        Some(())
    }

    /// The line on which a record begins.
    pub(super) fn line(&self, record: &StringRecord) -> u32 {
        self.places.line(record)
    }

    /// Where a cell begins, with its quotes.
    pub(super) fn place(&self, record: &StringRecord, cell: usize) -> Pos {
        self.places.cell(record, cell)
    }

    /// Where a column's name begins.
    pub(super) fn heading(&self, cell: usize) -> Pos {
        self.place(&self.header, cell)
    }
}

fn report<T>(file: &FileName, error: &csv::Error, found: &mut Diagnostics) -> Option<T> {
    let line = error.position().map_or(1, |p: &Position| small(usize::try_from(p.line()).unwrap_or(1)));
    let pos = Pos { line, column: 1 };
    let (message, help) = match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => (
            format!("this row has {len} values, and the header names {expected_len} columns"),
            "look for a quotation mark that is missing or too many, here or in the row above",
        ),
        _ => (format!("the row cannot be read: {error}"), "export the list again as CSV in UTF-8"),
    };
    found.push(Code::WrongShape, file, pos, message, help);
    None
}
