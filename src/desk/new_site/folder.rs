use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::diagnostic::Failure;
use crate::load::Litter;

/// The folders that were made for a site; gone again when dropped, unless they are kept.
pub(super) struct MadeFolders {
    /// The outermost first.
    folders: Vec<PathBuf>,
}

impl MadeFolders {
    /// Makes sure that a folder is there and holds nothing that could be part of a site.
    pub(super) fn folder(dir: &Path) -> Result<Self, Failure> {
        let mut made = Self { folders: Vec::new() };
        if dir.is_dir() {
            return match names(dir)?.iter().map(|name| name.to_string_lossy()).find(|name| !is_others(name)) {
                None => Ok(made),
                Some(name) => Err(not_empty(dir, &name)),
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

impl Drop for MadeFolders {
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

/// Files of a repository that say something of it, whatever their ending.
const SAYING: &[&str] = &[
    "authors",
    "changelog",
    "citation",
    "cname",
    "code_of_conduct",
    "codeowners",
    "contributing",
    "copying",
    "governance",
    "license",
    "licence",
    "maintainers",
    "notice",
    "readme",
    "security",
    "support",
];

/// Whether a file or folder is not part of a site: one of git, of a host of code, of a system, or one that says something of
/// the whole. Such are left alone.
fn is_others(name: &str) -> bool {
    let lower = name.to_lowercase();
    // LICENSE-MIT and README.cy.md too.
    let said = |word: &str| lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    Litter::is_passing(name) || SAYING.iter().any(|word| said(word))
}

/// How the name of the folder begins in which a site is put together.
pub(super) const STAGING: &str = ".hustings-init-";

/// How a new site made way for what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Yielded {
    /// The names that are left alone.
    pub(crate) kept: Vec<String>,
    /// The lines that git's list of what it leaves out gets.
    pub(crate) ignored: Vec<String>,
    /// Whether the site is the one that an earlier run had begun.
    pub(crate) finished: bool,
}

/// What git is to leave out.
pub(super) const IGNORE: &str = ".gitignore";

/// Sees to it that nothing of somebody else's is written over: takes from the new site what is there already, and adds to a
/// list of what git leaves out.
pub(super) fn yield_to(dir: &Path, staging: &Path) -> Result<Yielded, Failure> {
    let mut kept: Vec<String> = names(dir)?.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    kept.retain(|name| !name.starts_with(STAGING));
    let said = |name: &str| name.to_lowercase().split('.').next().map(str::to_owned).filter(|stem| !stem.is_empty());
    for name in names(staging)? {
        let shown = name.to_string_lossy();
        if shown != IGNORE
            && kept.iter().any(|there| *there == shown || said(there).is_some_and(|s| said(&shown) == Some(s)))
        {
            remove(&staging.join(&name));
        }
    }
    let theirs = dir.join(IGNORE);
    let ours = staging.join(IGNORE);
    if !theirs.symlink_metadata().is_ok_and(|meta| meta.is_file()) {
        return Ok(Yielded { kept, ignored: Vec::new(), finished: false });
    }
    let failed = |e| refused(&theirs, e);
    let mut text = fs::read(&theirs).map_err(failed)?;
    let (addition, ignored) = missing(&String::from_utf8_lossy(&text), &fs::read_to_string(&ours).unwrap_or_default());
    if ignored.is_empty() {
        remove(&ours);
        return Ok(Yielded { kept, ignored, finished: false });
    }
    kept.retain(|name| name != IGNORE);
    if !text.is_empty() && !text.ends_with(b"\n") {
        text.push(b'\n');
    }
    text.extend(addition.bytes());
    fs::write(&ours, text).map_err(failed)?;
    let permissions = fs::metadata(&theirs).map_err(failed)?.permissions();
    fs::set_permissions(&ours, permissions).map_err(failed)?;
    Ok(Yielded { kept, ignored, finished: false })
}

/// What a list of what git leaves out lacks of another, with the notes before it; and the lines alone.
fn missing(theirs: &str, ours: &str) -> (String, Vec<String>) {
    let plain = |line: &str| line.trim().trim_matches('/').to_owned();
    let known: Vec<String> = theirs.lines().map(plain).collect();
    let (mut addition, mut lines, mut notes) = (String::new(), Vec::new(), String::new());
    for line in ours.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            notes += &format!("{line}\n");
            continue;
        }
        if !known.contains(&plain(line)) {
            addition += &format!("{notes}{line}\n");
            lines.push(line.to_owned());
        }
        notes.clear();
    }
    (addition, lines)
}

pub(super) fn remove(path: &Path) {
    // This cleans up after a failure, and the failure is what the user must hear about.
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

/// The names in a folder, sorted.
pub(super) fn names(dir: &Path) -> Result<Vec<OsString>, Failure> {
    let entries = fs::read_dir(dir).and_then(|entries| entries.map(|e| e.map(|e| e.file_name())).collect());
    let mut names: Vec<OsString> = entries
        .map_err(|e| Failure::at(dir, "cannot read", e, "check that the folder may be read, or name another one"))?;
    names.sort();
    Ok(names)
}

fn not_empty(dir: &Path, name: &str) -> Failure {
    let why = format!("the folder is not empty: it contains “{name}”");
    let help = "name a new folder, or one with nothing in it but .git, README, LICENSE and the like";
    Failure::at(dir, "cannot make a site in", why, help)
}

/// The system did not let us write.
pub(super) fn refused(path: &Path, error: std::io::Error) -> Failure {
    Failure::at(path, "cannot write", error, "check that the folder may be written to and that the disk has room")
}
