use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::{Other, delimiter, is_packed};
use crate::diagnostic::Failure;
use crate::import::Progress;

/// A table that can be read from start to end.
pub(in crate::import) struct Opened<'p> {
    /// Its bytes, unpacked.
    pub(in crate::import) table: Box<dyn Read + 'p>,
    /// What stands between two cells.
    pub(in crate::import) delimiter: u8,
    /// What it is, when it is no table of text.
    pub(in crate::import) other: Option<Other>,
}

/// How much of a table is looked at before it is read.
const START: u64 = 1 << 16;

/// Opens a file for reading, unpacked when it is packed by gzip, and tells how far it is.
pub(in crate::import) fn open<'p>(path: &Path, progress: &'p dyn Progress) -> Result<Opened<'p>, Failure> {
    let opened = File::open(path).map_err(|e| unreadable(path, e))?;
    let failed = |e| Failure::at(path, "cannot read", e, "get the file again, or unpack it first");
    let counted = Counted { inner: opened, since: 0, progress };
    let (mut start, mut table) = start(Box::new(BufReader::with_capacity(1 << 16, counted))).map_err(failed)?;
    if is_packed(path, &start) {
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
pub(in crate::import) const STEP: u64 = 1_000_000;

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

/// A file or folder that the system does not let us read.
pub(in crate::import) fn unreadable(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::at(path, "cannot read", why, "name a file or folder that you may read")
}
