use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::time::SystemTime;

use rayon::prelude::*;
use rustix::fs::{Access, AtFlags};
use rustix::io::Errno;

use super::Written;
use super::folder::{Entry, FILE_MODE, Folder, Kind};
use super::manifest::{self, Hash};
use super::target::Target;
use super::tree::{Node, Tree};
use crate::diagnostic::Failure;

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
    removed: usize,
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

/// What becomes of an entry of the old folder.
enum Fate {
    /// It stands where a file of the site goes, and hustings made it.
    Compare,
    /// Hustings made it, and the site has it no more.
    Gone,
    /// A symlink at one of our addresses: replaced, and what it leads to left alone.
    Replaced,
    /// A folder to look into.
    Enter,
    /// Other people's: it stays.
    Kept,
    /// Other people's, at an address that the site needs.
    Blocked,
}

/// Compares the old folder with the site that is wanted, and writes nothing.
#[derive(Clone, Copy)]
pub(super) struct Survey<'t> {
    pub(super) target: &'t Target,
}

type Wanted<'w, 'a> = Option<&'w Tree<'a, &'a [u8]>>;
type Listed<'l> = Option<&'l Tree<'l, Hash>>;

impl Survey<'_> {
    /// The plan for the whole site; `listed` is the old site's manifest.
    pub(super) fn of_root<'a>(
        self,
        old: Option<&Folder>,
        wanted: &Tree<'a, &'a [u8]>,
        listed: Listed<'_>,
    ) -> Result<Plan<'a>, Failure> {
        if let (Some(old), None) = (old, listed) {
            self.judge_strange_folder(old)?;
        }
        let plan = self.of_folder(String::new(), old, Some(wanted), listed)?;
        Ok(Plan { needed: true, ..plan })
    }

    /// A folder without a manifest may hold what hosts and version control need, and nothing else.
    fn judge_strange_folder(self, old: &Folder) -> Result<(), Failure> {
        let for_hosts = |name: &OsStr| {
            name.as_encoded_bytes().starts_with(b".") || ["CNAME", "_headers", "_redirects"].iter().any(|n| name == *n)
        };
        let entries = old.entries().map_err(|errno| self.target.refused("", errno))?;
        match entries.iter().find(|entry| !for_hosts(&entry.name)) {
            Some(entry) => {
                let name = entry.name.to_string_lossy();
                Err(self.target.in_the_way(&name, "is in the folder, which hustings did not make"))
            }
            None => Ok(()),
        }
    }

    fn of_folder<'a>(
        self,
        rel: String,
        old: Option<&Folder>,
        wanted: Wanted<'_, 'a>,
        listed: Listed<'_>,
    ) -> Result<Plan<'a>, Failure> {
        let published = old.is_some_and(|old| old.is_published().unwrap_or(false));
        let mut plan = Plan {
            files: Vec::new(),
            folders: Vec::new(),
            kept: Vec::new(),
            stale: Vec::new(),
            removed: 0,
            existed: old.is_some(),
            needed: wanted.is_some(),
            published,
            rel,
        };
        let mut inside = BTreeSet::new();
        let mut compare = BTreeSet::new();
        if let Some(old) = old {
            let entries = old.entries().map_err(|errno| self.target.refused(&plan.rel, errno))?;
            for entry in entries {
                if plan.rel.is_empty() && entry.name == manifest::NAME {
                    continue;
                }
                let at = plan.address(&entry.name);
                let fate = fate(old, &entry, wanted, listed).map_err(|errno| self.target.refused(&at, errno))?;
                if matches!(fate, Fate::Enter | Fate::Kept) && old.mounted(&entry.name) {
                    return Err(self.target.in_the_way(&at, "is a mount point and cannot be carried over"));
                }
                let name = || entry.name.to_string_lossy().into_owned();
                match fate {
                    Fate::Compare => drop(compare.insert(name())),
                    Fate::Gone => plan.removed += 1,
                    Fate::Enter => drop(inside.insert(name())),
                    Fate::Blocked => {
                        return Err(self.target.in_the_way(&at, "stands where a page of the site goes"));
                    }
                    Fate::Replaced | Fate::Kept => {}
                }
                match fate {
                    Fate::Compare | Fate::Gone | Fate::Replaced => plan.stale.push(name()),
                    Fate::Kept => {
                        self.judge_kept(old, &entry, &at)?;
                        plan.kept.push(entry);
                    }
                    Fate::Enter | Fate::Blocked => {}
                }
            }
        }
        plan.files = wanted.map_or_else(Vec::new, |wanted| {
            let old_of = |name: &str| old.filter(|_| compare.contains(name));
            wanted.files.iter().map(|(name, bytes)| Placed::compare(name, bytes, old_of(name))).collect()
        });
        plan.folders = self.inner(&plan.rel, &inside, old, wanted, listed)?;
        plan.needed |= !plan.kept.is_empty() || plan.folders.iter().any(|folder| folder.needed);
        Ok(plan)
    }

    /// The plans of all folders in a folder: those of the site and those that are there.
    fn inner<'a>(
        self,
        rel: &str,
        inside: &BTreeSet<String>,
        old: Option<&Folder>,
        wanted: Wanted<'_, 'a>,
        listed: Listed<'_>,
    ) -> Result<Vec<Plan<'a>>, Failure> {
        let mut names: BTreeSet<&str> = inside.iter().map(String::as_str).collect();
        names.extend(wanted.iter().flat_map(|wanted| wanted.folders.keys().copied()));
        let plan = |name: &str| {
            let at = if rel.is_empty() { name.to_owned() } else { format!("{rel}/{name}") };
            let child = match old.filter(|_| inside.contains(name)) {
                Some(old) => Some(old.enter(name).map_err(|errno| self.target.refused(&at, errno))?),
                None => None,
            };
            let wanted_folder = wanted.and_then(|wanted| wanted.folder(name));
            let plan =
                self.of_folder(at, child.as_ref(), wanted_folder, listed.and_then(|listed| listed.folder(name)))?;
            match wanted.is_some_and(|wanted| wanted.files.contains_key(name)) && plan.needed {
                true => {
                    Err(self.target.in_the_way(&plan.rel, "holds other people's files where a page of the site goes"))
                }
                false => Ok(plan),
            }
        };
        if names.len() < MANY {
            return names.into_iter().map(plan).collect();
        }
        names.into_par_iter().map(plan).collect()
    }

    /// A folder can be carried over only by who may write in it: better to say so now.
    fn judge_kept(self, old: &Folder, entry: &Entry, at: &str) -> Result<(), Failure> {
        if entry.kind != Kind::Folder {
            return Ok(());
        }
        match rustix::fs::accessat(old, &*entry.name, Access::WRITE_OK, AtFlags::EACCESS) {
            Err(Errno::ACCESS) => {
                Err(self.target.in_the_way(at, "belongs to somebody else and cannot be carried over"))
            }
            _ => Ok(()),
        }
    }
}

fn fate(old: &Folder, entry: &Entry, wanted: Wanted<'_, '_>, listed: Listed<'_>) -> Result<Fate, Errno> {
    let name = entry.name.to_str();
    let wanted = name.and_then(|name| wanted?.get(name));
    let listed = name.and_then(|name| listed?.get(name));
    Ok(match (entry.kind, wanted, listed) {
        (Kind::Folder, None | Some(Node::File(_)), Some(Node::Folder(_))) => Fate::Enter,
        (Kind::Folder, Some(Node::Folder(_)), _) => Fate::Enter,
        (Kind::File, Some(Node::File(_)), Some(Node::File(_))) => Fate::Compare,
        (Kind::File, Some(Node::Folder(_)), Some(Node::File(hash))) => ours_or(Fate::Blocked, old, entry, hash)?,
        (Kind::File, None, Some(Node::File(hash))) => ours_or(Fate::Kept, old, entry, hash)?,
        (Kind::Link, Some(_), Some(_)) => Fate::Replaced,
        (_, None, _) => Fate::Kept,
        (_, Some(_), _) => Fate::Blocked,
    })
}

/// A file is only gone when its bytes are those that the manifest says hustings made.
fn ours_or(otherwise: Fate, old: &Folder, entry: &Entry, hash: &Hash) -> Result<Fate, Errno> {
    Ok(if holds(old, &entry.name, hash)? { Fate::Gone } else { otherwise })
}

/// Whether the file of that name has this hash.
pub(super) fn holds(folder: &Folder, name: &OsStr, hash: &Hash) -> Result<bool, Errno> {
    let mut bytes = Vec::new();
    let read = folder.read(name)?.read_to_end(&mut bytes);
    Ok(read.is_ok() && manifest::hash(&bytes) == *hash)
}

impl<'a> Placed<'a> {
    fn compare(name: &'a str, bytes: &'a [u8], old: Option<&Folder>) -> Self {
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
        let mut found = Vec::with_capacity(bytes.len() + 1);
        file.read_to_end(&mut found).ok()?;
        let modified = about.modified().ok()?;
        Some(match () {
            () if found != bytes => Self::Changed,
            () if about.mode() & 0o7777 != FILE_MODE.as_raw_mode() => Self::WrongMode(modified),
            () if about.nlink() > 1 => Self::Shared(modified),
            () => Self::Linkable(modified),
        })
    }
}

impl Plan<'_> {
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
        written.kept.extend(self.kept.iter().map(|entry| std::path::Path::new(&self.rel).join(&entry.name)));
        self.folders.iter().for_each(|folder| folder.count(written));
    }
}
