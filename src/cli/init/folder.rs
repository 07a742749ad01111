use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::diagnostic::Failure;

/// The folders that were made for a site; gone again when dropped, unless they are kept.
pub(super) struct Made {
    /// The outermost first.
    folders: Vec<PathBuf>,
}

impl Made {
    /// Makes sure that a folder is there and empty.
    pub(super) fn folder(dir: &Path) -> Result<Self, Failure> {
        let mut made = Self { folders: Vec::new() };
        if dir.is_dir() {
            return match names(dir)?.first() {
                None => Ok(made),
                Some(name) => Err(not_empty(dir, &name.to_string_lossy())),
            };
        }
        let is_missing = |path: &&Path| !path.as_os_str().is_empty() && path.symlink_metadata().is_err();
        let missing: Vec<&Path> = dir.ancestors().take_while(is_missing).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|e| refused(folder, e))?;
            made.folders.push(folder.to_path_buf());
            set_mode(folder, 0o755)?;
        }
        if !dir.is_dir() {
            return Err(Failure::at(dir, "cannot make a site in", "it is not a folder", "name a folder instead"));
        }
        Ok(made)
    }

    /// Lets the folders stay.
    pub(super) fn keep(mut self) {
        self.folders.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for folder in self.folders.iter().rev() {
            // Only an empty folder can be removed this way, so nothing of anybody else's goes.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Makes a folder that everybody may read.
pub(super) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|e| refused(path, e))?;
    set_mode(path, 0o755)
}

/// Sets a mode whatever the umask is.
pub(super) fn set_mode(path: &Path, mode: u32) -> Result<(), Failure> {
    fs::set_permissions(path, Permissions::from_mode(mode)).map_err(|e| refused(path, e))
}

/// Moves what stands in one folder into another, all or nothing.
pub(super) fn move_up(staging: &Path, dir: &Path) -> Result<(), Failure> {
    let mut moved: Vec<PathBuf> = Vec::new();
    for name in names(staging)? {
        let to = dir.join(&name);
        if let Err(error) = fs::rename(staging.join(&name), &to) {
            moved.iter().for_each(|path| remove(path));
            return Err(refused(&to, error));
        }
        moved.push(to);
    }
    Ok(())
}

fn remove(path: &Path) {
    // This cleans up after a failure, and the failure is what the user must hear about.
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

/// The names in a folder, sorted.
fn names(dir: &Path) -> Result<Vec<OsString>, Failure> {
    let entries = fs::read_dir(dir).and_then(|entries| entries.map(|e| e.map(|e| e.file_name())).collect());
    let mut names: Vec<OsString> = entries
        .map_err(|e| Failure::at(dir, "cannot read", e, "check that the folder may be read, or name another one"))?;
    names.sort();
    Ok(names)
}

fn not_empty(dir: &Path, name: &str) -> Failure {
    let why = format!("the folder is not empty: it holds “{name}”");
    Failure::at(dir, "cannot make a site in", why, "name a new folder, or one that holds nothing")
}

/// The system did not let us write.
pub(super) fn refused(path: &Path, error: std::io::Error) -> Failure {
    Failure::at(path, "cannot write", error, "check that the folder may be written to and that the disk has room")
}
