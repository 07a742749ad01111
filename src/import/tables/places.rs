use csv::StringRecord;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// Where rows and cells stand in the text of a table.
pub(super) struct Places<'a> {
    pub(super) text: &'a str,
    /// What stands between two cells.
    pub(super) delimiter: u8,
}

impl Places<'_> {
    /// The line on which a record begins.
    pub(super) fn line(&self, record: &StringRecord) -> u32 {
        let Some(start) = record.position() else { return 1 };
        let from = usize::try_from(start.byte()).unwrap_or(0);
        let skipped = self.text.get(from..).unwrap_or_default().bytes().take_while(|b| matches!(b, b'\r' | b'\n'));
        small(usize::try_from(start.line()).unwrap_or(1) + skipped.filter(|b| *b == b'\n').count())
    }

    /// Where a cell begins, with its quotes. Looks at the row alone: a table may have as many bad cells as it has rows.
    pub(super) fn cell(&self, record: &StringRecord, cell: usize) -> Pos {
        let Some(start) = record.position() else { return Pos::START };
        let from = usize::try_from(start.byte()).unwrap_or(0);
        let row = self.text.get(from..).unwrap_or_default().trim_start_matches(['\r', '\n']);
        let before = &row[..self.cell_start(row, cell)];
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        Pos { line: self.line(record) + small(before.matches('\n').count()), column: small(column) + 1 }
    }

    fn pos(&self, at: usize) -> Pos {
        let before = &self.text[..at];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        Pos { line: small(line) + 1, column: small(column) + 1 }
    }

    /// The byte at which a cell of a record begins.
    fn cell_start(&self, record: &str, cell: usize) -> usize {
        let (mut quoted, mut left) = (false, cell);
        for (at, byte) in record.bytes().enumerate() {
            if left == 0 {
                return at;
            }
            match byte {
                b'"' => quoted = !quoted,
                // The row ends before the cell.
                b'\n' if !quoted => return at,
                _ if byte == self.delimiter && !quoted => left -= 1,
                _ => {}
            }
        }
        record.len()
    }

    /// Reports a quotation mark that opens a value and is never closed; true if there is one.
    pub(super) fn report_unclosed(&self, file: &FileName, found: &mut Diagnostics) -> bool {
        let Some(at) = self.never_closed() else { return false };
        let help = "close it where the value ends, or delete it";
        found.push(Code::WrongShape, file, self.pos(at), "the quotation mark here is never closed", help);
        true
    }

    /// Where such a quotation mark stands.
    fn never_closed(&self) -> Option<usize> {
        let (mut opened, mut closed, mut value_begins) = (None, None, true);
        for (at, byte) in self.text.bytes().enumerate() {
            match byte {
                b'"' if opened.is_some() => closed = opened.take().map(|start| (start, at + 1)),
                b'"' if value_begins => opened = Some(at),
                // Two marks inside a value stand for one: they close it and open it again.
                b'"' => opened = closed.filter(|(_, end)| *end == at).map(|(start, _)| start),
                _ => {}
            }
            value_begins = opened.is_none() && (byte == self.delimiter || matches!(byte, b'\n' | b'\r'));
        }
        opened
    }
}

/// A number of lines or columns.
pub(in crate::import) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX - 1)
}
