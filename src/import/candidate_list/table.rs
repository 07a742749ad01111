use csv::{ErrorKind, Position, ReaderBuilder, StringRecord};

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// A table of comma-separated values: its header and its records, none of them blank.
pub(super) struct Table<'a> {
    text: &'a str,
    pub(super) header: StringRecord,
    pub(super) records: Vec<StringRecord>,
}

impl<'a> Table<'a> {
    /// Reads a text without byte order mark.
    pub(super) fn read(file: &FileName, text: &'a str, found: &mut Diagnostics) -> Option<Self> {
        let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => return report(file, &error, found),
        };
        let mut records = Vec::new();
        for record in reader.into_records() {
            match record {
                Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(record) => records.push(record),
                Err(error) => return report(file, &error, found),
            }
        }
        Some(Self { text, header, records })
    }

    /// The line on which a record begins.
    pub(super) fn line(&self, record: &StringRecord) -> u32 {
        let Some(start) = record.position() else { return 1 };
        let from = usize::try_from(start.byte()).unwrap_or(0);
        let skipped = self.text.get(from..).unwrap_or_default().bytes().take_while(|b| matches!(b, b'\r' | b'\n'));
        small(usize::try_from(start.line()).unwrap_or(1) + skipped.filter(|b| *b == b'\n').count())
    }

    /// Where a cell begins, with its quotes.
    pub(super) fn place(&self, record: &StringRecord, cell: usize) -> Pos {
        let Some(start) = record.position() else { return Pos::START };
        let from = usize::try_from(start.byte()).unwrap_or(0);
        let text = self.text.get(from..).unwrap_or_default();
        let skipped = text.len() - text.trim_start_matches(['\r', '\n']).len();
        let at = skipped + cell_start(&text[skipped..], cell);
        let before = &self.text[..from + at];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        Pos { line: small(line) + 1, column: small(column) + 1 }
    }

    /// Where a column's name begins.
    pub(super) fn heading(&self, cell: usize) -> Pos {
        self.place(&self.header, cell)
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX - 1)
}

/// The byte at which a cell of a record begins.
fn cell_start(record: &str, cell: usize) -> usize {
    let (mut quoted, mut left) = (false, cell);
    for (at, byte) in record.bytes().enumerate() {
        if left == 0 {
            return at;
        }
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => left -= 1,
            _ => {}
        }
    }
    record.len()
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
