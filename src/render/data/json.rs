use std::io::{Result, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Compact JSON with each entry of the outermost lists on a line of its own, so that a change of one
/// record is a change of one line.
pub(super) fn record_lines(value: &impl Serialize, mut to: &mut dyn Write) -> Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut to, RecordLines { lists: 0 }))?;
    to.write_all(b"\n")
}

/// Knows in how many lists it is.
struct RecordLines {
    lists: usize,
}

impl Formatter for RecordLines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.lists += 1;
        writer.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        match (first, self.lists) {
            (true, 1) => writer.write_all(b"\n"),
            (false, 1) => writer.write_all(b",\n"),
            (true, _) => Ok(()),
            (false, _) => writer.write_all(b","),
        }
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.lists -= 1;
        writer.write_all(if self.lists == 0 { b"\n]" } else { b"]" })
    }
}
