use std::ffi::OsStr;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::SystemTime;

use super::Written;
use super::folder::{FILE_MODE, FolderEntry};

/// From how many entries on the work in a folder is shared among threads.
pub(super) const MANY: usize = 32;

/// What is to be done in one folder: what it will hold, and what of the old one goes.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The folder's address, empty for the root.
    pub(super) rel: String,
    /// The site's files in it.
    pub(super) files: Vec<Placed<'a>>,
    /// The folders in it, of the old site and of the new one.
    pub(super) folders: Vec<Self>,
    /// Other people's entries, which stay.
    pub(super) kept: Vec<FolderEntry>,
    /// The entries of the old folder that hustings made, or that stand at an address of the site.
    pub(super) stale: Vec<String>,
    /// How many files the new site no longer has.
    pub(super) removed: usize,
    /// Whether the old site has this folder.
    pub(super) existed: bool,
    /// Whether the new site has this folder, be it for other people's entries alone.
    pub(super) needed: bool,
    /// Whether the old folder has the published mode.
    published: bool,
}

/// A file of the site, and what stands at its address.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) name: &'a str,
    pub(super) state: State,
}

/// What the old site has at the address of a file.
#[derive(Debug, Clone, Copy)]
pub(super) enum State {
    /// Nothing, or other bytes.
    Changed,
    /// The same bytes, in a file that nothing else refers to: both sites may share it.
    Linkable(SystemTime),
    /// The same bytes, in a file that has further names elsewhere.
    Shared(SystemTime),
    /// The same bytes with another mode.
    WrongMode(SystemTime),
}

impl State {
    /// When the old file that is to be shared was changed, as it was when it was read.
    pub(super) fn modified(self) -> Option<SystemTime> {
        match self {
            Self::Changed => None,
            Self::Linkable(modified) | Self::Shared(modified) | Self::WrongMode(modified) => Some(modified),
        }
    }

    /// How a file of the old site can be shared; none if it is not a regular file.
    pub(super) fn of(about: &Metadata) -> Option<Self> {
        let modified = about.modified().ok().filter(|_| about.is_file())?;
        Some(match () {
            () if about.mode() & 0o7777 != FILE_MODE.as_raw_mode() => Self::WrongMode(modified),
            () if about.nlink() > 1 => Self::Shared(modified),
            () => Self::Linkable(modified),
        })
    }
}

impl Plan<'_> {
    /// A folder in which nothing has been found yet.
    pub(super) fn empty(rel: String, existed: bool, published: bool, needed: bool) -> Self {
        Self {
            rel,
            files: Vec::new(),
            folders: Vec::new(),
            kept: Vec::new(),
            stale: Vec::new(),
            removed: 0,
            existed,
            needed,
            published,
        }
    }

    /// The address of an entry of this folder.
    pub(super) fn address(&self, name: &OsStr) -> String {
        let name = name.to_string_lossy();
        if self.rel.is_empty() { name.into_owned() } else { format!("{}/{name}", self.rel) }
    }

    /// Whether the old folder is already what is wanted.
    pub(super) fn fits(&self) -> bool {
        let fits = |file: &Placed<'_>| matches!(file.state, State::Linkable(_) | State::Shared(_));
        self.existed
            && self.needed
            && self.published
            && self.removed == 0
            && self.files.iter().all(fits)
            && self.folders.iter().all(Self::fits)
    }

    /// Adds what is done in this folder to the sums.
    pub(super) fn count(&self, written: &mut Written) {
        let changed = self.files.iter().filter(|file| matches!(file.state, State::Changed)).count();
        written.files += self.files.len();
        written.changed += changed;
        written.unchanged += self.files.len() - changed;
        written.removed += self.removed;
        written.kept.extend(self.kept.iter().map(|entry| Path::new(&self.rel).join(&entry.name)));
        self.folders.iter().for_each(|folder| folder.count(written));
    }
}
