use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use super::failing::{MOUNT_POINT, forbidden, refused};
use super::folder::Folder;
use crate::diagnostic::Failure;

/// The folder that the site goes to, resolved once: from here on only its name in the open folder
/// above it counts, whatever becomes of the path.
#[derive(Debug)]
pub(super) struct Target {
    parent: Folder,
    name: OsString,
    path: PathBuf,
}

impl Target {
    /// Resolves the output folder and refuses one that no site may replace.
    pub(super) fn resolve(out: &Path, root: &Path) -> Result<Self, Failure> {
        let path = resolved(out)?;
        let root = std::fs::canonicalize(root).map_err(|error| forbidden(root, error.to_string(), ""))?;
        judge(&path, &root)?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(forbidden(&path, "it is the root of the disk", ELSEWHERE));
        };
        let folder = Folder::at(parent).map_err(|errno| refused(&path, "", errno))?;
        if folder.mounted(name) {
            return Err(forbidden(&path, "it is a mount point", MOUNT_POINT));
        }
        Ok(Self { parent: folder, name: name.to_os_string(), path: path.clone() })
    }

    /// The folder above.
    pub(super) fn parent(&self) -> &Folder {
        &self.parent
    }

    /// The folder's name in the folder above.
    pub(super) fn name(&self) -> &OsStr {
        &self.name
    }

    /// The whole path, for messages.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens the folder as it is now, if there is one.
    pub(super) fn open_old(&self) -> Result<Option<Folder>, Failure> {
        match self.parent.enter(&*self.name) {
            Ok(folder) => Ok(Some(folder)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(refused(&self.path, "", errno)),
        }
    }

    /// What the system refused, at this part of the site.
    pub(super) fn refused(&self, at: &str, errno: Errno) -> Failure {
        refused(&self.path, at, errno)
    }

    /// An entry of other people stands where the site, or the workshop, needs room.
    pub(super) fn in_the_way(&self, at: &str, why: &str) -> Failure {
        let help = "move it away, or choose another folder with --out, and build again";
        forbidden(&self.path, format!("{at} {why}"), help)
    }

    /// Somebody changed a file of the old site that the new one was to share.
    pub(super) fn touched(&self, at: &str) -> Failure {
        forbidden(&self.path, format!("{at} was changed while the site was being built"), "build again")
    }

    /// The folder above is there, and is not one in which folders can be made.
    pub(super) fn takes_no_folders(&self) -> Failure {
        forbidden(&self.path, "no folder can be made in the folder above it", ELSEWHERE)
    }

    /// Two files want one address.
    pub(super) fn clash(&self, address: &str) -> Failure {
        forbidden(&self.path, format!("{address} would be a file and a folder at once"), "give one of them another id")
    }
}

/// Folders of programs, in which nobody looks for a site and much would be lost.
const KEPT_BY_PROGRAMS: [&str; 4] = [".git", ".hg", ".svn", ".hustings"];

const ELSEWHERE: &str = "choose a folder for the site alone, such as --out public";

fn resolved(out: &Path) -> Result<PathBuf, Failure> {
    let refuse = |why: &str, help: &str| Err(forbidden(out, why, help));
    match std::fs::canonicalize(out) {
        Ok(path) if path.is_dir() => return Ok(path),
        Ok(_) => return refuse("it is a file", "choose a folder with --out"),
        Err(error) if error.kind() != ErrorKind::NotFound => return refuse(&error.to_string(), ELSEWHERE),
        Err(_) => {}
    }
    if out.is_symlink() {
        return refuse("it is a symlink that leads nowhere", "make the folder it leads to, or remove the symlink");
    }
    let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
        return refuse("it is not the name of a folder", ELSEWHERE);
    };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    match std::fs::canonicalize(parent) {
        Ok(parent) if parent.is_dir() => Ok(parent.join(name)),
        Ok(_) => refuse("the entry above it is not a folder", ELSEWHERE),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            refuse("the folder above it does not exist", "make that folder first, or choose another with --out")
        }
        Err(error) => refuse(&error.to_string(), ELSEWHERE),
    }
}

/// Refuses folders whose replacement would be a disaster.
fn judge(path: &Path, root: &Path) -> Result<(), Failure> {
    let home = std::env::home_dir().and_then(|home| std::fs::canonicalize(home).ok());
    let homes = [Path::new("/home"), Path::new("/Users")];
    let why = if path == Path::new("/") {
        "it is the root of the disk"
    } else if path == root {
        "it is the folder of the records themselves"
    } else if root.starts_with(path) {
        "it contains the folder of the records"
    } else if home.is_some_and(|home| home.starts_with(path)) || path == Path::new("/root") {
        "it is a home folder or contains one"
    } else if homes.iter().any(|homes| path == *homes || path.parent() == Some(homes)) {
        "it is a home folder or contains them"
    } else if path.iter().any(|name| KEPT_BY_PROGRAMS.iter().any(|kept| name == *kept)) {
        "a program keeps its own files there: git its history, or hustings what it fetched"
    } else {
        return Ok(());
    };
    Err(forbidden(path, why, ELSEWHERE))
}
