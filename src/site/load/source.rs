use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::leftovers;
use crate::atoms::first_control;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// The largest record of a site, in bytes.
pub const LARGEST: u64 = 1_000_000;

/// The largest imported table, in bytes: some times what the whole country's postcodes take.
pub const LARGEST_TABLE: u64 = 10_000_000;

/// A text file of the site, known to be UTF-8 and without a byte order mark.
#[derive(Debug, Clone)]
pub(super) struct SourceText {
    /// Its name, relative to the site's root.
    pub(super) file: FileName,
    /// What it holds.
    pub(super) text: Arc<str>,
}

/// Reads a text file, or what is proposed in its place; `None` when it cannot be used, which the diagnostics then say.
///
/// # Errors
/// When the system does not let us read it.
pub(super) fn read(
    root: &Path,
    file: &FileName,
    proposed: Option<&str>,
    largest: u64,
    found: &mut Diagnostics,
) -> Result<Option<SourceText>, Failure> {
    let path = root.join(&**file);
    let failed = |e| Failure::at(&path, "cannot read", e, "check that the file exists and that you may read it");
    let size = match proposed {
        Some(text) => text.len() as u64,
        None => fs::metadata(&path).map_err(failed)?.len(),
    };
    if size > largest {
        let message = format!("this file has {size} bytes, and files of its kind have at most {largest}");
        found.push(Code::TooLarge, file, Pos::START, message, "split it into smaller records");
        return Ok(None);
    }
    let bytes = match proposed {
        Some(text) => text.as_bytes().to_vec(),
        None => fs::read(&path).map_err(failed)?,
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text: Arc<str> = match text.strip_prefix('\u{feff}') {
                Some(rest) => rest.into(),
                None => text.into(),
            };
            Ok(is_fit(&text, file, found).then(|| SourceText { file: file.clone(), text }))
        }
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let pos = place_after(&String::from_utf8_lossy(&error.as_bytes()[..good]));
            let message = format!("the byte 0x{:02x} here is not UTF-8", error.as_bytes()[good]);
            found.push(Code::NotUtf8, file, pos, message, "save the file as UTF-8 (your editor's “save as” offers it)");
            Ok(None)
        }
    }
}

/// Whether a text is one that people wrote and finished: it holds no control characters, and nothing that a merge left behind.
/// What it is not is reported.
pub(super) fn is_fit(text: &str, file: &FileName, found: &mut Diagnostics) -> bool {
    printable(text, file, found) && !leftovers::of_a_merge(text, file, found)
}

/// Whether a text holds no control characters, which no page can show; reported when it does.
fn printable(text: &str, file: &FileName, found: &mut Diagnostics) -> bool {
    let Some((at, c)) = first_control(text) else { return true };
    let message = format!("the control character U+{:04X} here cannot be published", u32::from(c));
    found.push(
        Code::Malformed,
        file,
        place_after(&text[..at]),
        message,
        "delete it; it may be invisible in your editor",
    );
    false
}

/// The place just after a text.
pub(super) fn place_after(text: &str) -> Pos {
    let last = text.rsplit('\n').next().unwrap_or_default();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Pos { line: count(text.matches('\n').count()) + 1, column: count(last.chars().count()) + 1 }
}
