use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

use encoding_rs::WINDOWS_1252;
use flate2::read::MultiGzDecoder;

use super::{Guess, Other, small};
use crate::diagnostic::{Code, Failure};
use crate::import::ImportError;
use crate::load::Foreign;

/// The text of a table, without byte order mark.
pub(in crate::import) struct TableText {
    pub(in crate::import) text: String,
    pub(in crate::import) guessed: Vec<Guess>,
}

/// Reads a file whole, unpacked when it is packed by gzip whatever its name; `what` it should be: a list of candidates.
pub(in crate::import) fn read(path: &Path, kind: &Foreign, what: &str) -> Result<TableText, ImportError> {
    let bytes = unpacked(path, kind)?;
    if matches!(&bytes[..], [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0xff, ..] | [1..=0xff, 0, ..]) {
        let help = "save it as UTF-8 (spreadsheets call it “CSV UTF-8”)";
        return Err(ImportError::about(path, Code::NotUtf8, "this file is in UTF-16", help));
    }
    if let Some(other) = Other::of(&bytes) {
        let message = match other {
            Other::Archive => format!("this file is {other}"),
            _ => format!("this is no {what}: it is {other}"),
        };
        return Err(ImportError::about(path, Code::WrongShape, message, other.help()));
    }
    let (mut text, guessed) = match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) => by_lines(error.as_bytes()),
    };
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(TableText { text, guessed })
}

/// Lines that are no UTF-8 as in Windows-1252, in which spreadsheets save: some put both into one file.
fn by_lines(bytes: &[u8]) -> (String, Vec<Guess>) {
    let (mut text, mut first) = (String::with_capacity(bytes.len()), None);
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => {
                first.get_or_insert(number);
                text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0);
            }
        }
    }
    (text, first.map(|number| Guess::Windows1252(small(number + 1))).into_iter().collect())
}

/// Whether a file is packed by gzip: as it begins so, or its name says so.
pub(in crate::import) fn is_packed(path: &Path, start: &[u8]) -> bool {
    start.starts_with(&[0x1f, 0x8b]) || path.extension() == Some(OsStr::new("gz"))
}

/// The bytes of a file, unpacked when they are packed, and at most as many as are read of one that is not.
fn unpacked(path: &Path, kind: &Foreign) -> Result<Vec<u8>, Failure> {
    let bytes = kind.read(path)?;
    if !is_packed(path, &bytes) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    let mut packed = MultiGzDecoder::new(bytes.as_slice()).take(kind.largest + 1);
    let failed = |e| Failure::at(path, "cannot read", e, "get the file again, or unpack it first");
    let size = packed.read_to_end(&mut unpacked).map_err(failed)? as u64;
    if size > kind.largest {
        let why = format!("it holds more than {} bytes when unpacked", kind.largest);
        return Err(Failure::at(path, "cannot read", why, kind.if_larger));
    }
    Ok(unpacked)
}
