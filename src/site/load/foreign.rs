use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use crate::diagnostic::Failure;

/// A kind of file that is none of the site's own, and that somebody names to have it read.
#[derive(Debug, Clone, Copy)]
pub struct Foreign {
    /// What it is called: `CSV file`.
    pub kind: &'static str,
    /// The largest that is read, in bytes.
    pub largest: u64,
    /// What to do about a larger one.
    pub if_larger: &'static str,
}

impl Foreign {
    /// Reads a file whole.
    ///
    /// # Errors
    /// When it is not a regular file, which may have no end; when it is too large, or cannot be read.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        let Self { kind, largest, if_larger } = *self;
        let refuse = |why: &str, help: &str| Err(Failure::at(path, "cannot read", why, help));
        let failed = |e| Failure::at(path, "cannot read", e, &*format!("name a {kind} that you may read"));
        // Asked before it is opened: to open a pipe waits for whoever writes to it.
        let meta = fs::metadata(path).map_err(failed)?;
        if meta.is_dir() {
            return refuse("it is a folder", &format!("name the {kind} in it"));
        }
        if !meta.is_file() {
            return refuse("it is not a regular file", &format!("save it as a {kind} first, and name that"));
        }
        if meta.len() > largest {
            return refuse(&format!("it has {} bytes, and at most {largest} are read", meta.len()), if_larger);
        }
        let mut bytes = Vec::new();
        // Some files of the system have no size, and no end.
        File::open(path).and_then(|file| file.take(largest).read_to_end(&mut bytes)).map_err(failed)?;
        Ok(bytes)
    }
}
