use std::ffi::OsStr;

use rustix::fs::{AtFlags, RenameFlags, mkdirat, renameat, renameat_with, unlinkat};
use rustix::io::Errno;

use super::folder::{EntryKind, FOLDER_MODE, Folder, FolderEntry};
use super::manifest::{self, Hash};
use super::survey::holds;
use super::target::Target;
use super::tree::{AddressTree, TreeNode};
use crate::diagnostic::Failure;

/// Empties a folder that was swapped out, one entry after the other: what hustings made goes, what
/// other people made moves into the new site. Every step is one system call that loses nothing, so
/// that a later run can go on where this one was killed.
pub(super) struct Settle<'s, W> {
    /// The new site, in its place.
    pub(super) new: &'s Folder,
    /// What it has.
    pub(super) wanted: &'s AddressTree<'s, W>,
    pub(super) target: &'s Target,
}

impl<W> Settle<'_, W> {
    /// Empties the old folder; its manifest goes last, since it says what was ours.
    pub(super) fn root(&self, old: &Folder, listed: &AddressTree<'_, Hash>) -> Result<(), Failure> {
        self.folder("", old, Some(listed), Some(self.wanted))?;
        match unlinkat(old, manifest::NAME, AtFlags::empty()) {
            Ok(()) | Err(Errno::NOENT) => Ok(()),
            Err(errno) => Err(self.target.refused(manifest::NAME, errno)),
        }
    }

    fn folder(
        &self,
        rel: &str,
        old: &Folder,
        listed: Option<&AddressTree<'_, Hash>>,
        wanted: Option<&AddressTree<'_, W>>,
    ) -> Result<(), Failure> {
        for entry in old.entries().map_err(|errno| self.target.refused(rel, errno))? {
            if rel.is_empty() && entry.name == manifest::NAME {
                continue;
            }
            let at = join(rel, &entry.name);
            let name = entry.name.to_str();
            let wanted = name.and_then(|name| wanted?.get(name));
            let listed = name.and_then(|name| listed?.get(name));
            let refused = |errno| self.target.refused(&at, errno);
            match (entry.kind, &listed, &wanted) {
                (EntryKind::Folder, Some(TreeNode::Folder(_)), _)
                | (EntryKind::Folder, _, Some(TreeNode::Folder(_))) => {
                    let inner = old.enter(&*entry.name).map_err(refused)?;
                    self.folder(&at, &inner, folder_of(listed), folder_of(wanted))?;
                    unlinkat(old, &*entry.name, AtFlags::REMOVEDIR).map_err(refused)?;
                }
                _ if self.is_spare(rel, old, &entry, listed.as_ref(), wanted.is_some()).map_err(refused)? => {
                    unlinkat(old, &*entry.name, AtFlags::empty()).map_err(refused)?;
                }
                _ => self.carry_over(rel, old, &entry)?,
            }
        }
        Ok(())
    }

    /// Whether nothing is lost with this entry: hustings made it, or the new site has the very same.
    fn is_spare(
        &self,
        rel: &str,
        old: &Folder,
        entry: &FolderEntry,
        listed: Option<&TreeNode<'_, '_, Hash>>,
        wanted: bool,
    ) -> Result<bool, Errno> {
        Ok(match (entry.kind, listed) {
            (EntryKind::Folder, _) => false,
            (EntryKind::File, Some(TreeNode::File(_))) | (EntryKind::Link, Some(_)) if wanted => true,
            (EntryKind::File, Some(TreeNode::File(hash))) if holds(old, &entry.name, hash)? => true,
            _ => {
                let here = old.inode(&*entry.name)?;
                here.is_some() && self.reach(rel)?.map_or(Ok(None), |new| new.inode(&*entry.name))? == here
            }
        })
    }

    /// Moves an entry to its place in the new site, unless something stands there.
    fn carry_over(&self, rel: &str, old: &Folder, entry: &FolderEntry) -> Result<(), Failure> {
        let at = join(rel, &entry.name);
        let refused = |errno| self.target.refused(&at, errno);
        let new = self.reach_or_make(rel).map_err(refused)?;
        let new = new.as_ref().unwrap_or(self.new);
        match rename_to_free(old, &entry.name, new, &entry.name) {
            Ok(()) => Ok(()),
            Err(Errno::EXIST | Errno::NOTEMPTY) => Err(self.target.in_the_way(
                &at,
                "is there twice, once in the folder of a build that was stopped, beside the site: compare the two",
            )),
            Err(errno) => Err(refused(errno)),
        }
    }

    /// The folder of the new site with this address, if it is there; none for a folder that is not.
    fn reach(&self, rel: &str) -> Result<Option<Folder>, Errno> {
        let mut folder = self.new.enter(".")?;
        for name in rel.split('/').filter(|name| !name.is_empty()) {
            folder = match folder.enter(name) {
                Ok(inner) => inner,
                Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => return Ok(None),
                Err(errno) => return Err(errno),
            };
        }
        Ok(Some(folder))
    }

    fn reach_or_make(&self, rel: &str) -> Result<Option<Folder>, Errno> {
        let mut reached: Option<Folder> = None;
        for name in rel.split('/').filter(|name| !name.is_empty()) {
            let above = reached.as_ref().unwrap_or(self.new);
            let inner = match above.enter(name) {
                Err(Errno::NOENT) => {
                    mkdirat(above, name, FOLDER_MODE)?;
                    let inner = above.enter(name)?;
                    rustix::fs::fchmod(&inner, FOLDER_MODE)?;
                    inner
                }
                entered => entered?,
            };
            reached = Some(inner);
        }
        Ok(reached)
    }
}

/// Renames an entry to a name that must be free, in one step where the system has it.
pub(super) fn rename_to_free(from: &Folder, name: &OsStr, to: &Folder, new_name: &OsStr) -> rustix::io::Result<()> {
    match renameat_with(from, name, to, new_name, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP | Errno::PERM) => {
            if to.inode(new_name)?.is_some() {
                return Err(Errno::EXIST);
            }
            renameat(from, name, to, new_name)
        }
        done => done,
    }
}

fn folder_of<'t, 'a, T>(node: Option<TreeNode<'t, 'a, T>>) -> Option<&'t AddressTree<'a, T>> {
    match node? {
        TreeNode::Folder(tree) => Some(tree),
        TreeNode::File(_) => None,
    }
}

fn join(rel: &str, name: &OsStr) -> String {
    let name = name.to_string_lossy();
    if rel.is_empty() { name.into_owned() } else { format!("{rel}/{name}") }
}
