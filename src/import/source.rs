use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use crate::diagnostic::Failure;

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
