use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::folder::{IGNORE, STAGING, Yielded, names, refused, remove, yield_to};
use crate::diagnostic::Failure;

/// What the folder of a new site is called once all of it is there, while it is moved up.
fn whole(dir: &Path) -> PathBuf {
    dir.join(format!("{STAGING}whole"))
}

/// Makes sure that no other run makes a site in a folder at the same time, for as long as what it gives is kept.
pub(super) fn alone(dir: &Path) -> Result<File, Failure> {
    let folder = File::open(dir).map_err(|e| refused(dir, e))?;
    match folder.try_lock() {
        Err(TryLockError::WouldBlock) => {
            let why = "another “hustings init” is at work there";
            Err(Failure::at(dir, "cannot make a site in", why, "wait until it has ended"))
        }
        // Where the file system knows no locks, two runs at once are only less safe.
        _ => Ok(folder),
    }
}

/// Takes away what runs that were killed have left half written.
pub(super) fn discard(dir: &Path) -> Result<(), Failure> {
    let is_left = |name: &str| {
        let random = name.strip_prefix(STAGING);
        random.is_some_and(|random| random.len() == 6 && random.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    for name in names(dir)?.iter().filter(|name| name.to_str().is_some_and(is_left)) {
        let path = dir.join(name);
        if path.symlink_metadata().is_ok_and(|meta| meta.is_dir()) {
            fs::remove_dir_all(&path).map_err(|e| refused(&path, e))?;
        }
    }
    Ok(())
}

/// Moves a new site into a folder, all or nothing. Killed meanwhile, the next run goes on with it.
pub(super) fn move_up(staging: TempDir, dir: &Path) -> Result<(), Failure> {
    let whole = whole(dir);
    fs::rename(staging.path(), &whole).map_err(|e| refused(&whole, e))?;
    // It has another name now.
    let _ = staging.keep();
    let mut moved: Vec<PathBuf> = Vec::new();
    let result = each(&whole, dir, |path| moved.push(path));
    if result.is_err() {
        moved.iter().chain([&whole]).for_each(|path| remove(path));
    }
    result
}

/// Goes on where a run was killed that had the whole site and was moving it up; nothing where there was none.
pub(super) fn finish(dir: &Path) -> Result<Option<Yielded>, Failure> {
    let whole = whole(dir);
    if !whole.symlink_metadata().is_ok_and(|meta| meta.is_dir()) {
        return Ok(None);
    }
    let _alone = alone(dir)?;
    discard(dir)?;
    let Yielded { ignored, .. } = yield_to(dir, &whole)?;
    each(&whole, dir, |_| ())?;
    // What is there beside it is mostly of this very site.
    Ok(Some(Yielded { kept: Vec::new(), ignored, finished: true }))
}

/// Moves what stands in one folder into another, and takes the empty folder away.
fn each(from: &Path, to: &Path, mut moved: impl FnMut(PathBuf)) -> Result<(), Failure> {
    let mut names = names(from)?;
    // Last, since it may take the place of somebody's own: then nothing can fail any more, and nothing is taken back.
    names.sort_by_key(|name| name == IGNORE);
    for name in names {
        let to = to.join(&name);
        fs::rename(from.join(&name), &to).map_err(|e| refused(&to, e))?;
        moved(to);
    }
    // It is in nobody's way, and the next run would take it away.
    let _ = fs::remove_dir(from);
    Ok(())
}
