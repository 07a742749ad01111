use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;
use std::rc::Rc;

use csv::{ByteRecord, ErrorKind, ReaderBuilder, StringRecord};

use super::FIRST_ROWS;
use super::open::broken;
use crate::atoms::spreadsheet::unguarded;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::import::ImportError;

/// The most bytes that one row may take; a longer one lacks a quotation mark, or is meant to do harm.
const LONGEST_ROW: usize = 1_200_000;

/// What can stand between two cells, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The rows of a table, one at a time: memory is bounded by one row, however large the table.
pub(in crate::import) struct BoundedRows<R> {
    reader: csv::Reader<Metered<R>>,
    meter: Rc<Cell<usize>>,
    row: ByteRecord,
}

/// Why a row cannot be read.
#[derive(Debug)]
pub(in crate::import) struct RowTrouble {
    pub(in crate::import) line: u32,
    pub(in crate::import) what: String,
    /// The system's error, if that is why.
    pub(in crate::import) system: Option<io::Error>,
}

/// What to do about a row that cannot be read.
const HELP: &str = "look for a quotation mark that is missing or too many, or save the table again as CSV";

impl RowTrouble {
    /// What is to be said of a file in which a row cannot be read.
    pub(in crate::import) fn of(self, path: &Path) -> ImportError {
        match self.system {
            Some(system) => broken(path, system).into(),
            None => ImportError::about(path, Code::WrongShape, format!("line {}: {}", self.line, self.what), HELP),
        }
    }

    pub(super) fn report(self, file: &FileName, found: &mut Diagnostics) {
        found.push(Code::WrongShape, file, Pos { line: self.line, column: 1 }, self.what, HELP);
    }
}

impl<R: Read> BoundedRows<R> {
    pub(in crate::import) fn of(table: R, delimiter: u8) -> Self {
        let meter = Rc::new(Cell::new(0));
        let metered = Metered { inner: table, since: meter.clone() };
        let reader = ReaderBuilder::new().flexible(true).has_headers(false).delimiter(delimiter).from_reader(metered);
        Self { reader, meter, row: ByteRecord::new() }
    }

    /// Reads the next row, blank or not; nothing at the end.
    pub(in crate::import) fn next_row(&mut self) -> Result<Option<&ByteRecord>, RowTrouble> {
        self.meter.set(0);
        match self.reader.read_byte_record(&mut self.row) {
            Ok(true) => Ok(Some(&self.row)),
            Ok(false) => Ok(None),
            Err(error) => {
                let line = self.reader.position().line();
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                let (what, system) = match error.into_kind() {
                    _ if self.meter.get() > LONGEST_ROW => {
                        (format!("the row that begins here takes more than {LONGEST_ROW} bytes"), None)
                    }
                    ErrorKind::Io(e) => (format!("the row cannot be read: {e}"), Some(e)),
                    kind => (format!("the row cannot be read: {kind:?}"), None),
                };
                Err(RowTrouble { line, what, system })
            }
        }
    }
}

/// Of text that is UTF-8: the rows that are not blank. Ends after the first that cannot be read.
impl<R: Read> Iterator for BoundedRows<R> {
    type Item = Result<StringRecord, RowTrouble>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next_row() {
                Ok(None) => return None,
                Ok(Some(row)) if row.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
                Ok(Some(row)) => {
                    let position = row.position().cloned();
                    let mut row = plain(StringRecord::from_byte_record_lossy(row.clone()));
                    row.set_position(position);
                    return Some(Ok(row));
                }
                Err(trouble) => return Some(Err(trouble)),
            }
        }
    }
}

/// A row without the marks that keep a spreadsheet from running its cells.
fn plain(row: StringRecord) -> StringRecord {
    match row.iter().all(|cell| unguarded(cell).len() == cell.len()) {
        true => row,
        false => row.iter().map(unguarded).collect(),
    }
}

/// Passes on what it reads, until one row takes too much.
struct Metered<R> {
    inner: R,
    /// How much was read since the last row ended.
    since: Rc<Cell<usize>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.since.set(self.since.get() + n);
        if self.since.get() > LONGEST_ROW { Err(io::Error::other("the row is too long")) } else { Ok(n) }
    }
}

/// The delimiter: the one that gives the most rows the same number of cells.
pub(in crate::import) fn delimiter(start: &[u8]) -> u8 {
    let alike = |delimiter: u8| {
        let widths: Vec<usize> =
            BoundedRows::of(start, delimiter).take(FIRST_ROWS).map_while(Result::ok).map(|row| row.len()).collect();
        let alike = |width: usize| (widths.iter().filter(|other| **other == width).count(), width);
        widths.iter().filter(|width| **width > 1).map(|width| alike(*width)).max()
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| alike(*delimiter));
    best.unwrap_or(b',')
}
