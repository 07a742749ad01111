use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use walkdir::WalkDir;

use crate::diagnostic::Failure;
use crate::import::Progress;
use crate::import::tables::{Other, delimiter, is_packed};

/// A file of a directory of postcodes.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) path: PathBuf,
    /// Whether somebody named it, rather than a folder in which it lies.
    pub(super) named: bool,
    pub(super) bytes: u64,
}

/// The files that were named, and those in folders that were, sorted by name.
pub(super) fn list(named: &[PathBuf]) -> Result<Vec<Listed>, Failure> {
    let mut files = Vec::new();
    for path in named {
        let meta = fs::metadata(path).map_err(|e| unreadable(path, e))?;
        if meta.is_file() {
            files.push(Listed { path: path.clone(), named: true, bytes: meta.len() });
        } else if meta.is_dir() {
            in_folder(path, &mut files)?;
        } else {
            let help = "save it as a CSV file first, and name that";
            return Err(Failure::at(path, "cannot read", "it is no regular file", help));
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path, files: &mut Vec<Listed>) -> Result<(), Failure> {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|e| unreadable(folder, e))?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let table = name.ends_with(".csv") || name.ends_with(".csv.gz");
        if entry.file_type().is_file() && table && !is_header(&name) {
            let bytes = entry.metadata().map_err(|e| unreadable(entry.path(), e))?.len();
            files.push(Listed { path: entry.into_path(), named: false, bytes });
        }
    }
    Ok(())
}

fn unreadable(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::at(path, "cannot read", why, "name a file or folder that you may read")
}

/// Whether a file holds the names of columns for other files.
fn is_header(name: &str) -> bool {
    name.contains("header") && name.ends_with(".csv")
}

/// The file with the names of columns that belongs to one without them: in its folder, or in `Doc` of that above.
pub(super) fn header_beside(file: &Path) -> Option<String> {
    let folder = file.parent()?;
    let above = folder.parent().map(|above| above.join("Doc"));
    let folders = [Some(folder.to_path_buf()), above];
    let entries = folders.into_iter().flatten().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let mut headers: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| is_header(&name.to_string_lossy().to_lowercase())))
        .collect();
    headers.sort();
    let text = fs::read_to_string(headers.first()?).ok()?;
    // The publisher's own has two lines, the second of which has the long names.
    text.lines().find(|line| line.to_lowercase().contains("postcode")).map(str::to_owned)
}

/// A table that can be read from start to end.
pub(super) struct Opened<'p> {
    /// Its bytes, unpacked.
    pub(super) table: Box<dyn Read + 'p>,
    /// What stands between two cells.
    pub(super) delimiter: u8,
    /// What it is, when it is no table of text.
    pub(super) other: Option<Other>,
}

/// How much of a table is looked at before it is read.
const START: u64 = 1 << 16;

/// Opens a file for reading, unpacked when it is packed by gzip, and tells how far it is.
pub(super) fn open<'p>(file: &Listed, progress: &'p dyn Progress) -> Result<Opened<'p>, Failure> {
    let opened = File::open(&file.path).map_err(|e| unreadable(&file.path, e))?;
    let failed = |e| Failure::at(&file.path, "cannot read", e, "get the file again, or unpack it first");
    let counted = Counted { inner: opened, since: 0, progress };
    let (mut start, mut table) = start(Box::new(BufReader::with_capacity(1 << 16, counted))).map_err(failed)?;
    if is_packed(&file.path, &start) {
        (start, table) = self::start(Box::new(MultiGzDecoder::new(BufReader::new(table)))).map_err(failed)?;
    }
    Ok(Opened { table, delimiter: delimiter(&start), other: Other::of(&start) })
}

/// The first bytes, and all of them to be read again.
fn start<'p>(mut table: Box<dyn Read + 'p>) -> io::Result<(Vec<u8>, Box<dyn Read + 'p>)> {
    let mut start = Vec::new();
    table.by_ref().take(START).read_to_end(&mut start)?;
    Ok((start.clone(), Box::new(Cursor::new(start).chain(table))))
}

/// After how many bytes a step is done.
pub(super) const STEP: u64 = 1_000_000;

/// A file that tells how much of it was read.
struct Counted<'p> {
    inner: File,
    since: u64,
    progress: &'p dyn Progress,
}

impl Read for Counted<'_> {
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
