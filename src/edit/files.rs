use std::fs::{self, DirBuilder, File, Permissions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tempfile::TempPath;

use crate::diagnostic::Failure;
use crate::disk;

/// How the name of a half-written file begins and ends; six letters and digits stand between.
const HALF_WRITTEN: (&str, &str) = (".hustings-", ".tmp");

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

/// A file to be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRemoval {
    /// The file, relative to the site's root.
    pub path: PathBuf,
    /// What stood in it when that was decided.
    pub before: String,
}

/// For how long a run waits for another one, and how often it looks.
const PATIENCE: (Duration, Duration) = (Duration::from_secs(30), Duration::from_millis(20));

/// Waits until no other run changes files below a folder, and keeps others waiting for as long as what it gives is kept.
///
/// Nothing where the file system knows no locks: two runs at once are then less safe.
///
/// # Errors
/// When another run does not end.
pub fn alone(root: &Path) -> Result<Option<File>, Failure> {
    let Ok(folder) = File::open(root) else { return Ok(None) };
    let begun = Instant::now();
    loop {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::Error(_)) => return Ok(None),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE.0 => thread::sleep(PATIENCE.1),
            Err(TryLockError::WouldBlock) => {
                let why = "another run of hustings is changing it (no file was written)";
                return Err(Failure::at(
                    root,
                    "cannot change the site in",
                    why,
                    "wait until that run ends, or stop it",
                ));
            }
        }
    }
}

/// Takes away what runs that were killed left half-written in a folder. Only for a run that is [`alone`].
///
/// What cannot go does no harm, as nothing reads it.
pub fn discard_leftovers(folder: &Path) {
    let is_half_written = |name: &str| {
        let middle = name.strip_prefix(HALF_WRITTEN.0).and_then(|rest| rest.strip_suffix(HALF_WRITTEN.1));
        middle.is_some_and(|m| m.len() == 6 && m.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let named = entry.file_name().to_str().is_some_and(is_half_written);
        if named && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Puts all files in place, or none: each is written whole beside its place first, and then they only change their names,
/// in the order given; what is to be taken away goes last. Those that exist keep their modes; new ones are for everybody to
/// read, and what lies in the folder `private` for nobody else. `done` is called once for each file, from several threads.
///
/// # Errors
/// When a file was changed by somebody else or cannot be written. The message says how many files were changed for all
/// that, as those could not be taken back.
pub fn write_files(
    root: &Path,
    changes: &[FileChange],
    removals: &[FileRemoval],
    private: &Path,
    done: &(dyn Fn() + Sync),
) -> Result<(), Failure> {
    let none = |failure: Failure| Failure { why: format!("{} (no file was written)", failure.why), ..failure };
    changes.par_iter().try_for_each(|change| unchanged(root, &change.path, change.before.as_deref())).map_err(none)?;
    let untouched = |removal: &FileRemoval| unchanged(root, &removal.path, Some(&removal.before));
    removals.iter().try_for_each(untouched).map_err(none)?;
    let write = |change: &FileChange| beside(root, change, &change.after, private).inspect(|_| done());
    let written = changes.par_iter().map(write).collect::<Result<Vec<TempPath>, Failure>>().map_err(none)?;
    for (n, (change, file)) in changes.iter().zip(written).enumerate() {
        let is_free = unchanged(root, &change.path, change.before.as_deref());
        let Err(failure) = is_free.and_then(|()| put(root, change, file)) else { continue };
        let stay = changes[..n].iter().filter(|change| take_back(root, change, private).is_err()).count();
        let all = changes.len();
        return Err(match stay {
            0 => none(failure),
            _ => {
                let why = format!("{} ({stay} of {all} files were written; a second run does the rest)", failure.why);
                Failure { why, ..failure }
            }
        });
    }
    removals.iter().try_for_each(|removal| {
        let path = root.join(&removal.path);
        untouched(removal).and_then(|()| fs::remove_file(&path).map_err(|e| refused(&path, e)))
    })
}

/// Ok when a file is as it was when the change was worked out.
fn unchanged(root: &Path, file: &Path, before: Option<&str>) -> Result<(), Failure> {
    let path = root.join(file);
    let refuse = |why: &str, help: &str| Err(Failure::at(&path, "cannot change", why, help));
    let unreadable = |e| Failure::at(&path, "cannot read", e, "make the file readable and run the command again");
    let now = match fs::symlink_metadata(&path) {
        Err(e) if e.kind() == ErrorKind::NotFound => None,
        Err(e) => return Err(unreadable(e)),
        Ok(meta) if meta.is_symlink() => {
            return refuse("it is a symbolic link", "put the file itself in its place, then run the command again");
        }
        Ok(_) => Some(fs::read(&path).map_err(unreadable)?),
    };
    if now.as_deref() == before.map(str::as_bytes) {
        return Ok(());
    }
    refuse("another program changed it in the meantime", "run the command again")
}

/// Writes a text beside the place of a file, with the mode of the one that is there, or readable by all; in the private folder
/// by its owner alone.
fn beside(root: &Path, change: &FileChange, text: &str, private: &Path) -> Result<TempPath, Failure> {
    let path = root.join(&change.path);
    let folder = path.parent().unwrap_or(root);
    let write = || {
        let is_private = change.path.starts_with(private);
        DirBuilder::new().recursive(true).mode(if is_private { 0o700 } else { 0o777 }).create(folder)?;
        let mode = match fs::metadata(&path) {
            _ if is_private => Permissions::from_mode(0o600),
            Err(e) if e.kind() == ErrorKind::NotFound => Permissions::from_mode(0o644),
            meta => meta?.permissions(),
        };
        let named = tempfile::Builder::new().prefix(HALF_WRITTEN.0).suffix(HALF_WRITTEN.1).tempfile_in(folder);
        let mut file = named?;
        disk::fill(file.as_file_mut(), text.as_bytes(), mode)?;
        Ok(file.into_temp_path())
    };
    write().map_err(|e| refused(&path, e))
}

/// Gives a file that is written whole its name; one that came in the meantime stays.
fn put(root: &Path, change: &FileChange, file: TempPath) -> Result<(), Failure> {
    let path = root.join(&change.path);
    let put = if change.before.is_some() { file.persist(&path) } else { file.persist_noclobber(&path) };
    put.map_err(|e| refused(&path, e.error))
}

/// Undoes a change that was made.
fn take_back(root: &Path, change: &FileChange, private: &Path) -> Result<(), Failure> {
    let path = root.join(&change.path);
    match &change.before {
        Some(before) => put(root, change, beside(root, change, before, private)?),
        None => fs::remove_file(&path).map_err(|e| refused(&path, e)),
    }
}

fn refused(path: &Path, why: io::Error) -> Failure {
    Failure::at(path, "cannot write", why, "make room or give yourself the right to write there, then run it again")
}
