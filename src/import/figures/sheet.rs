use csv::{ReaderBuilder, StringRecord};

use crate::atoms::Gss;
use crate::diagnostic::{Diagnostics, FileName, Pos};
use crate::import::places::Places;

/// A table as a publisher made it: its rows, whatever stands above them, and what names the columns.
pub(super) struct Sheet<'a> {
    places: Places<'a>,
    rows: Vec<StringRecord>,
    head: usize,
}

/// What can stand between two cells, the most usual first.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// In how many rows the names of the columns, and what stands between two cells, are looked for.
const FIRST_ROWS: usize = 50;

impl<'a> Sheet<'a> {
    /// Reads a text without byte order mark; `None` when it holds no table, which is then reported.
    ///
    /// The row that names the columns is the first with the `wanted` names; else the one above the first code of an area; else
    /// the first of several cells.
    pub(super) fn read(file: &FileName, text: &'a str, wanted: &[&str], found: &mut Diagnostics) -> Option<Self> {
        let places = Places { text, delimiter: delimiter(text) };
        if places.report_unclosed(file, found) {
            return None;
        }
        let rows: Vec<StringRecord> = rows(text, places.delimiter).collect();
        let first = || rows.iter().take(FIRST_ROWS).enumerate();
        let named = || first().find(|(_, row)| !wanted.is_empty() && wanted.iter().all(|name| at(row, name).is_some()));
        let coded = || first().skip(1).find(|(_, row)| row.iter().any(|cell| code(cell).is_some())).map(|(n, _)| n - 1);
        let several = || first().find(|(_, row)| row.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
        let head = named().map(|(n, _)| n).or_else(coded).or_else(|| several().map(|(n, _)| n)).unwrap_or(0);
        Some(Self { places, rows, head })
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> Vec<String> {
        self.rows.get(self.head).into_iter().flatten().map(plain).collect()
    }

    /// The rows below the names, none of them blank.
    pub(super) fn rows(&self) -> &[StringRecord] {
        self.rows.get(self.head + 1..).unwrap_or_default()
    }

    /// The columns of a name.
    pub(super) fn columns(&self, name: &str) -> Vec<usize> {
        let names = self.names();
        let same = |known: &String| known.eq_ignore_ascii_case(&plain(name));
        names.iter().enumerate().filter(|(_, known)| same(known)).map(|(n, _)| n).collect()
    }

    /// The line on which a row begins.
    pub(super) fn line(&self, row: &StringRecord) -> u32 {
        self.places.line(row)
    }

    /// Where a cell begins.
    pub(super) fn place(&self, row: &StringRecord, column: usize) -> Pos {
        self.places.cell(row, column)
    }

    /// Where the name of a column begins.
    pub(super) fn heading(&self, column: usize) -> Pos {
        self.rows.get(self.head).map_or(Pos::START, |head| self.place(head, column))
    }
}

/// The code of an area that a cell holds, in letters of either kind.
pub(super) fn code(cell: &str) -> Option<Gss> {
    cell.trim().to_ascii_uppercase().parse().ok()
}

/// A cell with single spaces between its words: names of columns may stand on several lines.
fn plain(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The column of a name in a row.
fn at(row: &StringRecord, name: &str) -> Option<usize> {
    row.iter().position(|cell| plain(cell).eq_ignore_ascii_case(&plain(name)))
}

fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    let mut builder = ReaderBuilder::new();
    let reader = builder.flexible(true).has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    // Of a text that is UTF-8, with rows of any length, each row can be read.
    reader.into_records().map_while(Result::ok).filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
}

/// What stands between two cells: that by which the most rows have equally many.
fn delimiter(text: &str) -> u8 {
    let alike = |delimiter: u8| {
        let widths: Vec<usize> = rows(text, delimiter).take(FIRST_ROWS).map(|row| row.len()).collect();
        let alike = |width: usize| (widths.iter().filter(|other| **other == width).count(), width);
        widths.iter().filter(|width| **width > 1).map(|width| alike(*width)).max()
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| alike(*delimiter));
    best.unwrap_or(b',')
}
