use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use crate::diagnostic::{Code, Failure};

/// The largest list, in bytes: some hundred times the largest that has been published.
const LARGEST: u64 = 256_000_000;

/// Reads a list whole.
///
/// # Errors
/// When it is no regular file, which may have no end; when it is too large, or cannot be read.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let refuse = |why: &str, help: &str| Err(Failure::at(path, "cannot read", why, help));
    let failed = |e| Failure::at(path, "cannot read", e, "name a CSV file that you may read");
    // Asked before it is opened: to open a pipe waits for whoever writes to it.
    let meta = fs::metadata(path).map_err(failed)?;
    if meta.is_dir() {
        return refuse("it is a folder", "name the CSV file in it");
    }
    if !meta.is_file() {
        return refuse("it is no regular file", "save the list as a CSV file first, and name that");
    }
    if meta.len() > LARGEST {
        let why = format!("it has {} bytes, and a list has at most {LARGEST} (256 MB)", meta.len());
        return refuse(&why, "export one election at a time");
    }
    let mut bytes = Vec::new();
    // Some files of the system have no size, and no end.
    File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}

/// Why the bytes of a list are no text.
pub(super) struct NoText {
    pub(super) code: Code,
    pub(super) line: u32,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// The text of a list, without byte order mark.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    let utf_8 = "save it as UTF-8 (spreadsheets call it “CSV UTF-8”)";
    let no_text = |code, line, message, help| Err(NoText { code, line, message, help });
    match &bytes[..] {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0xff, ..] | [1..=0xff, 0, ..] => {
            return no_text(Code::NotUtf8, 1, "this file is in UTF-16", utf_8);
        }
        [b'P', b'K', 3, 4, ..] => {
            let help = "open it, and save the list as CSV in UTF-8";
            return no_text(Code::WrongShape, 1, "this file is a spreadsheet or an archive", help);
        }
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + good.iter().filter(|b| **b == b'\n').count();
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            no_text(Code::NotUtf8, line, "this row holds a byte that is not UTF-8", utf_8)
        }
    }
}
