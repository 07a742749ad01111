//! Takes a folder, puts a new site into it: all of it, or nothing. Never writes over what is there.

mod folder;
mod leftovers;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};
use jiff::civil::Date;

use self::folder::{MadeFolders, STAGING, make_folder, refused, yield_to};
use self::leftovers::{alone, discard, finish, move_up};
use crate::diagnostic::Failure;
use crate::disk;

pub(crate) use folder::Yielded;

static FICTIONAL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/desk/new_site/starter");
static EMPTY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/desk/new_site/empty");

static GITHUB: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/desk/new_site/github");

/// Folders of an empty site in which nothing stands yet.
const EMPTY_FOLDERS: [&str; 4] = ["candidates", "candidates/parties", "candidates/documents", "content/pages"];

/// The line of the empty site that takes the day of the command.
const AS_OF: &str = "as_of: 2000-01-01";

/// What a new site begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Starter {
    /// A made-up contest that shows every kind of mark.
    Fictional,
    /// No records at all, as of a day.
    Empty {
        /// The day.
        as_of: Date,
    },
}

/// Writes a new site into a folder that does not exist or holds nothing of a site, making its parents. Gives what
/// it made way for.
///
/// Either the whole site is there afterwards, or the folder is as it was: everything is written into a folder beside its
/// place and then moved up. Killed while it writes, it begins anew the next time; killed while it moves, it goes on.
pub(crate) fn new_site(dir: &Path, starter: Starter) -> Result<Yielded, Failure> {
    if let Some(finished) = finish(dir)? {
        return Ok(finished);
    }
    let made = MadeFolders::folder(dir)?;
    let _alone = alone(dir)?;
    discard(dir)?;
    let staging = tempfile::Builder::new().prefix(STAGING).tempdir_in(dir).map_err(|e| refused(dir, e))?;
    match starter {
        Starter::Fictional => extract(&FICTIONAL, staging.path(), None)?,
        Starter::Empty { as_of } => {
            for folder in EMPTY_FOLDERS {
                make_folder(&staging.path().join(folder))?;
            }
            extract(&EMPTY, staging.path(), Some(as_of))?;
        }
    }
    let yielded = yield_to(dir, staging.path())?;
    move_up(staging, dir)?;
    made.keep();
    Ok(yielded)
}

fn extract(dir: &Dir<'_>, into: &Path, as_of: Option<Date>) -> Result<(), Failure> {
    for entry in dir.entries() {
        let path = into.join(entry.path());
        match entry {
            DirEntry::Dir(folder) => {
                make_folder(&path)?;
                extract(folder, into, as_of)?;
            }
            DirEntry::File(file) => {
                let mode = Permissions::from_mode(0o644);
                disk::write_new(&path, &dated(file.contents(), as_of), mode).map_err(|e| refused(&path, e))?;
            }
        }
    }
    Ok(())
}

/// A file with the day put in where the empty site waits for it.
fn dated(bytes: &[u8], as_of: Option<Date>) -> Vec<u8> {
    match (std::str::from_utf8(bytes), as_of) {
        (Ok(text), Some(day)) => text.replacen(AS_OF, &format!("as_of: {day}"), 1).into_bytes(),
        _ => bytes.to_vec(),
    }
}

/// Puts the forms and workflows for GitHub into the folder of a site, beside what is there. Gives those that were there already, which
/// stay as they are.
pub(crate) fn add_github(site: &Path) -> Result<Vec<String>, Failure> {
    let mut kept = Vec::new();
    add(&GITHUB, site, &mut kept)?;
    Ok(kept)
}

fn add(dir: &Dir<'_>, into: &Path, kept: &mut Vec<String>) -> Result<(), Failure> {
    for entry in dir.entries() {
        let path = into.join(entry.path());
        match entry {
            DirEntry::Dir(folder) => {
                make_folder(&path)?;
                add(folder, into, kept)?;
            }
            DirEntry::File(_) if path.symlink_metadata().is_ok() => kept.push(entry.path().display().to_string()),
            DirEntry::File(file) => {
                let mode = Permissions::from_mode(0o644);
                disk::write_new(&path, file.contents(), mode).map_err(|e| refused(&path, e))?;
            }
        }
    }
    Ok(())
}
