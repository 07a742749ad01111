use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::SystemTime;

use super::Written;
use super::folder::{Entry, FILE_MODE, Folder};

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
    pub(super) kept: Vec<Entry>,
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
    pub(super) bytes: &'a [u8],
    pub(super) state: State,
}

/// What the old site has at the address of a file.
#[derive(Debug)]
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

thread_local! {
    /// Room for the bytes of one old file.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

impl<'a> Placed<'a> {
    /// Compares a file of the site with what the old folder has under its name.
    pub(super) fn compare(name: &'a str, bytes: &'a [u8], old: Option<&Folder>) -> Self {
        // A file that cannot be read is as good as changed: it is replaced, not touched.
        let state = old.and_then(|old| State::of(old.read(name).ok()?, bytes)).unwrap_or(State::Changed);
        Self { name, bytes, state }
    }
}

impl State {
    fn of(mut file: File, bytes: &[u8]) -> Option<Self> {
        let about = file.metadata().ok()?;
        if !about.is_file() || about.len() != bytes.len() as u64 {
            return None;
        }
        let modified = about.modified().ok()?;
        let same = BUFFER.with_borrow_mut(|buffer| {
            buffer.resize(buffer.len().max(bytes.len()), 0);
            let found = &mut buffer[..bytes.len()];
            file.read_exact(found).is_ok() && *found == *bytes
        });
        Some(match () {
            () if !same => Self::Changed,
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
