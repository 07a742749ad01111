use csv::{ErrorKind, Position, ReaderBuilder, StringRecord};

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// A table of comma-separated values: its header and its records, none of them blank.
pub(super) struct Table<'a> {
    text: &'a str,
    pub(super) header: StringRecord,
    pub(super) records: Vec<StringRecord>,
}

impl<'a> Table<'a> {
    /// Reads the header of a text without byte order mark.
    pub(super) fn read(file: &FileName, text: &'a str, found: &mut Diagnostics) -> Option<Self> {
        match ReaderBuilder::new().from_reader(text.as_bytes()).headers() {
            Ok(header) => Some(Self { text, header: header.clone(), records: Vec::new() }),
            Err(error) => report(file, &error, found),
        }
    }

    /// Reads the records; `None` when one cannot be read, which is then reported.
    pub(super) fn read_records(&mut self, file: &FileName, found: &mut Diagnostics) -> Option<()> {
        if let Some(at) = never_closed(self.text) {
            let help = "close it where the value ends, or delete it";
            found.push(Code::WrongShape, file, self.pos(at), "the quotation mark here is never closed", help);
            return None;
        }
        for record in ReaderBuilder::new().from_reader(self.text.as_bytes()).into_records() {
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
        self.pos(from + at)
    }

    fn pos(&self, at: usize) -> Pos {
        let before = &self.text[..at];
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

/// The byte at which a quotation mark opens a value that nothing closes.
fn never_closed(text: &str) -> Option<usize> {
    let (mut opened, mut closed, mut value_begins) = (None, None, true);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' if opened.is_some() => closed = opened.take().map(|start| (start, at + 1)),
            b'"' if value_begins => opened = Some(at),
            // Two marks inside a value stand for one: they close it and open it again.
            b'"' => opened = closed.filter(|(_, end)| *end == at).map(|(start, _)| start),
            _ => {}
        }
        value_begins = opened.is_none() && matches!(byte, b',' | b'\n' | b'\r');
    }
    opened
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
