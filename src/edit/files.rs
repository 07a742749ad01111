use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::leftovers::half_written;
use crate::diagnostic::Failure;
use crate::disk::{self, Over};

/// A file to be made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// The file, relative to the site's root.
    pub path: PathBuf,
    /// What stood in it when the change was worked out; `None` when there was no such file.
    pub before: Option<String>,
    /// What is to stand in it.
    pub after: String,
}

/// Why not all files could be put in place, and how many were before it was noticed.
#[derive(Debug)]
pub struct WriteError {
    /// How many files were written; each of them is whole.
    pub written: usize,
    /// What went wrong.
    pub failure: Failure,
}

/// Puts every file in place, each one whole or not at all, and keeps the mode of those that exist.
///
/// The groups are put in place one after the other, so that files that others refer to can go first.
/// First it is seen that no file was changed since it was read: then nothing is written at all.
/// `done` is called once for each file, from several threads.
///
/// # Errors
/// When a file was changed by somebody else or cannot be written.
pub fn write_files(root: &Path, groups: &[Vec<FileChange>], done: &(dyn Fn() + Sync)) -> Result<(), WriteError> {
    let nothing_yet = |failure| WriteError { written: 0, failure };
    groups.par_iter().flatten().try_for_each(|change| unchanged(root, change)).map_err(nothing_yet)?;
    let written = AtomicUsize::new(0);
    let write = |change: &FileChange| {
        unchanged(root, change)?;
        put(root, change)?;
        written.fetch_add(1, Ordering::Relaxed);
        done();
        Ok(())
    };
    let result = groups.iter().try_for_each(|group| group.par_iter().try_for_each(write));
    result.map_err(|failure| WriteError { written: written.into_inner(), failure })
}

fn unchanged(root: &Path, change: &FileChange) -> Result<(), Failure> {
    let path = root.join(&change.path);
    let refuse = |why: &str, help: &str| Err(Failure::at(&path, "cannot change", why, help));
    let now = match fs::symlink_metadata(&path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => None,
        Err(e) => return Err(Failure::at(&path, "cannot read", e, "make the file readable and run the command again")),
        Ok(meta) if meta.is_symlink() => {
            return refuse("it is a symbolic link", "put the file itself in its place, then run the command again");
        }
        Ok(_) => Some(fs::read(&path).map_err(|e| Failure::at(&path, "cannot read", e, "make the file readable"))?),
    };
    if now.as_deref() == change.before.as_ref().map(String::as_bytes) {
        return Ok(());
    }
    refuse("another program changed it in the meantime", "run the command again")
}

fn put(root: &Path, change: &FileChange) -> Result<(), Failure> {
    let path = root.join(&change.path);
    let folder = path.parent().unwrap_or(root);
    write_whole(folder, &path, change).map_err(|e| {
        Failure::at(&path, "cannot write", e, "make room or give yourself the right to write there, then run it again")
    })
}

fn write_whole(folder: &Path, path: &Path, change: &FileChange) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let over = if change.before.is_some() { Over::Replace } else { Over::Refuse };
    disk::put(half_written(folder)?, change.after.as_bytes(), mode(path)?, path, over)
}

/// The mode of the file that is there, or the one for a new file: readable by all.
fn mode(path: &Path) -> std::io::Result<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    match fs::metadata(path) {
        Ok(meta) => Ok(meta.permissions()),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(fs::Permissions::from_mode(0o644)),
        Err(e) => Err(e),
    }
}
