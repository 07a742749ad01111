use std::ffi::OsStr;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

use encoding_rs::WINDOWS_1252;
use flate2::read::MultiGzDecoder;

use super::{Other, delimiter};
use crate::diagnostic::{Code, Failure};
use crate::import::{ImportError, Progress};
use crate::load::Foreign;

/// Reads a whole file as text without byte order mark, unpacking gzip. `what` says what it should be: a list of candidates.
pub(in crate::import) fn read(
    path: &Path,
    kind: &Foreign,
    what: &str,
    guessed: &mut Vec<String>,
) -> Result<String, ImportError> {
    let bytes = unpacked(path, kind)?;
    if matches!(&bytes[..], [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0xff, ..] | [1..=0xff, 0, ..]) {
        let help = "save it as UTF-8 (spreadsheets call it “CSV UTF-8”)";
        return Err(ImportError::about(path, Code::NotUtf8, "this file is in UTF-16", help));
    }
    if let Some(other) = Other::of(&bytes) {
        let message = match other.is_archive() {
            true => format!("this file is {}", other.name),
            false => format!("this is not a {what}: it is {}", other.name),
        };
        return Err(ImportError::about(path, Code::WrongShape, message, other.help));
    }
    let mut text = String::from_utf8(bytes).unwrap_or_else(|error| by_lines(error.as_bytes(), guessed));
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Reads each line that is not UTF-8 as Windows-1252, which spreadsheets write; some files mix the two.
fn by_lines(bytes: &[u8], guessed: &mut Vec<String>) -> String {
    let (mut text, mut first) = (String::with_capacity(bytes.len()), None);
    for (line, number) in bytes.split_inclusive(|byte| *byte == b'\n').zip(1..) {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => {
                first.get_or_insert(number);
                text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0);
            }
        }
    }
    guessed.extend(first.map(|line: u32| {
        format!(
            "letters as in Windows-1252, since the file is not in UTF-8 (first on line {line}); look at names with accents"
        )
    }));
    text
}

/// Whether a file is packed by gzip, by its first bytes or its name.
fn is_packed(path: &Path, start: &[u8]) -> bool {
    start.starts_with(&[0x1f, 0x8b]) || path.extension() == Some(OsStr::new("gz"))
}

/// The bytes of a file, unpacked if need be; the limit on its size holds either way.
fn unpacked(path: &Path, kind: &Foreign) -> Result<Vec<u8>, Failure> {
    let bytes = kind.read(path)?;
    if !is_packed(path, &bytes) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    let mut packed = MultiGzDecoder::new(bytes.as_slice()).take(kind.largest + 1);
    let size = packed.read_to_end(&mut unpacked).map_err(|e| broken(path, e))? as u64;
    if size > kind.largest {
        let why = format!("it has more than {} bytes when unpacked", kind.largest);
        return Err(Failure::at(path, "cannot read", why, kind.if_larger));
    }
    Ok(unpacked)
}

/// A table that can be read from start to end, however large.
pub(in crate::import) struct Opened<'p> {
    /// Its bytes, unpacked.
    pub(in crate::import) table: Box<dyn Read + 'p>,
    /// What stands between two cells.
    pub(in crate::import) delimiter: u8,
    /// What it is, if not a table of text.
    pub(in crate::import) other: Option<Other>,
}

/// How much of a table is looked at before it is read.
const START: u64 = 1 << 16;

/// Opens a file for reading, unpacking gzip and reporting progress.
pub(in crate::import) fn open<'p>(path: &Path, progress: &'p dyn Progress) -> Result<Opened<'p>, Failure> {
    let inner = File::open(path).map_err(|e| unreadable(path, e))?;
    let counted = CountedFile { inner, since: 0, progress };
    let buffered = BufReader::with_capacity(1 << 16, counted);
    let (mut start, mut table) = start(Box::new(buffered)).map_err(|e| broken(path, e))?;
    if is_packed(path, &start) {
        let packed = MultiGzDecoder::new(BufReader::new(table));
        (start, table) = self::start(Box::new(packed)).map_err(|e| broken(path, e))?;
    }
    Ok(Opened { table, delimiter: delimiter(&start), other: Other::of(&start) })
}

/// The first bytes, and a reader that starts with them again.
fn start<'p>(mut table: Box<dyn Read + 'p>) -> io::Result<(Vec<u8>, Box<dyn Read + 'p>)> {
    let mut start = Vec::new();
    table.by_ref().take(START).read_to_end(&mut start)?;
    Ok((start.clone(), Box::new(Cursor::new(start).chain(table))))
}

/// How many bytes make a step of progress.
pub(in crate::import) const STEP: u64 = 1_000_000;

/// A file that reports how much of it was read.
struct CountedFile<'p> {
    inner: File,
    since: u64,
    progress: &'p dyn Progress,
}

impl Read for CountedFile<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.since += n as u64;
        while self.since >= STEP {
            self.since -= STEP;
            self.progress.step();
        }
        Ok(n)
    }
}

/// A file or folder that the system does not let us read.
pub(in crate::import) fn unreadable(path: &Path, why: impl Display) -> Failure {
    Failure::at(path, "cannot read", why, "name a file or folder that you may read")
}

/// A file that ends early or is not really gzip.
pub(in crate::import) fn broken(path: &Path, why: impl Display) -> Failure {
    Failure::at(path, "cannot read", why, "get the file again, or unpack it first")
}
