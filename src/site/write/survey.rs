use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Read as _;

use rayon::prelude::*;
use rustix::fs::{Access, AtFlags};
use rustix::io::Errno;

use super::folder::{About, EntryKind, Folder, FolderEntry};
use super::manifest::{self, Hash};
use super::plan::{MANY, Placed, Plan, State};
use super::target::Target;
use super::tree::{AddressTree, TreeNode};
use crate::diagnostic::Failure;

/// What becomes of an entry of the old folder.
enum Fate {
    /// Hustings made it, and the site has it no more.
    Gone,
    /// It stands where a file of the site goes, and hustings made it; or it is a symlink there, and what it leads to is left
    /// alone.
    Replaced,
    /// A folder to look into.
    Enter,
    /// Other people's: it stays.
    Kept,
    /// Other people's, at an address that the site needs.
    Blocked,
    /// Ours, and changed since the build began.
    Touched,
}

/// Compares the old folder with the site that is wanted, and writes nothing.
#[derive(Clone, Copy)]
pub(super) struct Survey<'t> {
    pub(super) target: &'t Target,
}

type Wanted<'w, 'a> = Option<&'w AddressTree<'a, State>>;
type Listed<'l> = Option<&'l AddressTree<'l, Hash>>;

impl Survey<'_> {
    /// The plan for the whole site; `listed` is the old site's manifest.
    pub(super) fn of_root<'a>(
        self,
        old: Option<&Folder>,
        wanted: &AddressTree<'a, State>,
        listed: Listed<'_>,
    ) -> Result<Plan<'a>, Failure> {
        self.of_folder(String::new(), old, Some(wanted), listed)
    }

    /// A folder without a manifest may hold what hosts and version control need, and nothing else.
    pub(super) fn of_strangers(self, old: Option<&Folder>, listed: Listed<'_>) -> Result<(), Failure> {
        let (Some(old), None) = (old, listed) else { return Ok(()) };
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
        let about = old.map_or_else(|| Ok(About::default()), Folder::about);
        let about = about.map_err(|errno| self.target.refused(&rel, errno))?;
        if about.mounted {
            return Err(self.mounted(&rel));
        }
        let mut plan = Plan::empty(rel, old.is_some(), about.published, wanted.is_some());
        let mut inside = BTreeSet::new();
        if let Some(old) = old {
            inside = self.look(&mut plan, old, wanted, listed)?;
        }
        let placed = |(name, state): (&&'a str, &State)| Placed { name, state: *state };
        plan.files = wanted.map_or_else(Vec::new, |wanted| wanted.files.iter().map(placed).collect());
        plan.folders = self.inner(&plan.rel, &inside, old, wanted, listed)?;
        plan.needed |= !plan.kept.is_empty() || plan.folders.iter().any(|folder| folder.needed);
        Ok(plan)
    }

    /// Decides on every entry of an old folder, and gives the folders to look into.
    fn look(
        self,
        plan: &mut Plan<'_>,
        old: &Folder,
        wanted: Wanted<'_, '_>,
        listed: Listed<'_>,
    ) -> Result<BTreeSet<String>, Failure> {
        let mut inside = BTreeSet::new();
        for entry in old.entries().map_err(|errno| self.target.refused(&plan.rel, errno))? {
            if plan.rel.is_empty() && entry.name == manifest::NAME {
                continue;
            }
            let at = plan.address(&entry.name);
            let name = || entry.name.to_string_lossy().into_owned();
            match fate(old, &entry, wanted, listed).map_err(|errno| self.target.refused(&at, errno))? {
                Fate::Gone => {
                    plan.stale.push(name());
                    plan.removed += 1;
                }
                Fate::Replaced => plan.stale.push(name()),
                Fate::Enter => drop(inside.insert(name())),
                Fate::Kept => {
                    self.judge_movable(old, &entry, &at)?;
                    plan.kept.push(entry);
                }
                Fate::Touched => return Err(self.target.touched(&at)),
                Fate::Blocked => return Err(self.target.in_the_way(&at, "is where a page of the site should go")),
            }
        }
        Ok(inside)
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
                true => Err(self
                    .target
                    .in_the_way(&plan.rel, "has other people's files where a page of the site should go")),
                false => Ok(plan),
            }
        };
        if names.len() < MANY {
            return names.into_iter().map(plan).collect();
        }
        names.into_par_iter().map(plan).collect()
    }

    /// What cannot be carried over had better be named before anything is done.
    fn judge_movable(self, old: &Folder, entry: &FolderEntry, at: &str) -> Result<(), Failure> {
        if old.mounted(&entry.name) {
            return Err(self.mounted(at));
        }
        if entry.kind == EntryKind::Folder
            && rustix::fs::accessat(old, &*entry.name, Access::WRITE_OK, AtFlags::EACCESS) == Err(Errno::ACCESS)
        {
            return Err(self.target.in_the_way(at, "belongs to somebody else and cannot be carried over"));
        }
        Ok(())
    }

    fn mounted(self, at: &str) -> Failure {
        let at = if at.is_empty() { "the folder" } else { at };
        self.target.in_the_way(at, "is a mount point and cannot be carried over")
    }
}

fn fate(old: &Folder, entry: &FolderEntry, wanted: Wanted<'_, '_>, listed: Listed<'_>) -> Result<Fate, Errno> {
    let name = entry.name.to_str();
    let wanted = name.and_then(|name| wanted?.get(name));
    let listed = name.and_then(|name| listed?.get(name));
    Ok(match (entry.kind, wanted, listed) {
        (EntryKind::Folder, None | Some(TreeNode::File(_)), Some(TreeNode::Folder(_))) => Fate::Enter,
        (EntryKind::Folder, Some(TreeNode::Folder(_)), _) => Fate::Enter,
        (EntryKind::File, Some(TreeNode::File(state)), Some(TreeNode::File(_))) => match state.modified() {
            Some(then) if old.modified(&entry.name)? != then => Fate::Touched,
            _ => Fate::Replaced,
        },
        (EntryKind::File, Some(TreeNode::Folder(_)), Some(TreeNode::File(hash))) => {
            ours_or(Fate::Blocked, old, entry, hash)?
        }
        (EntryKind::File, None, Some(TreeNode::File(hash))) => ours_or(Fate::Kept, old, entry, hash)?,
        (EntryKind::Link, Some(_), Some(_)) => Fate::Replaced,
        (_, None, _) => Fate::Kept,
        (_, Some(_), _) => Fate::Blocked,
    })
}

/// A file is only gone when its bytes are those that the manifest says hustings made.
fn ours_or(otherwise: Fate, old: &Folder, entry: &FolderEntry, hash: &Hash) -> Result<Fate, Errno> {
    Ok(if holds(old, &entry.name, hash)? { Fate::Gone } else { otherwise })
}

/// Whether the file of that name has this hash.
pub(super) fn holds(folder: &Folder, name: &OsStr, hash: &Hash) -> Result<bool, Errno> {
    let mut bytes = Vec::new();
    let read = folder.read(name)?.read_to_end(&mut bytes);
    Ok(read.is_ok() && manifest::hash(&bytes) == *hash)
}
