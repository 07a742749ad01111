use std::ffi::{OsStr, OsString};

use rustix::fs::{AtFlags, FlockOperation, Mode, RenameFlags, flock, mkdirat, renameat, renameat_with, unlinkat};
use rustix::io::Errno;

use super::folder::{EntryKind, FOLDER_MODE, Folder, FolderEntry};
use super::manifest::{Hash, Manifest};
use super::settle::{Settle, rename_to_free};
use super::target::Target;
use super::tree::AddressTree;
use crate::diagnostic::Failure;

/// The folder beside the site in which the new site is made and the old one taken apart.
///
/// Its name follows from the site's, and the one lock on it lets one build in at a time; the lock goes with
/// the process. In it stand, by turns: `new`, empty; `site-N`, where N is the folder's own number on
/// the disk, so that after an exchange the name no longer fits and shows that this is the old site;
/// `old`, the old site.
#[derive(Debug)]
pub(super) struct Workshop<'t> {
    target: &'t Target,
    name: OsString,
    folder: Folder,
}

const NEW: &str = "new";
const OLD: &str = "old";
const SITE: &str = "site-";
/// Nobody else looks into a site that is not complete.
const PRIVATE: Mode = Mode::from_raw_mode(0o700);

impl<'t> Workshop<'t> {
    /// Opens the workshop of this site, and waits while another build is in it.
    pub(super) fn open(target: &'t Target) -> Result<Self, Failure> {
        let mut name = OsString::from(".");
        name.push(target.name());
        name.push(".hustings-build");
        let refused = |errno| target.refused("", errno);
        loop {
            match mkdirat(target.parent(), &*name, PRIVATE) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(Errno::NOENT) => return Err(target.takes_no_folders()),
                Err(errno) => return Err(refused(errno)),
            }
            let folder = match target.parent().enter(&*name) {
                Ok(folder) => folder,
                Err(Errno::NOENT) => continue,
                Err(Errno::NOTDIR | Errno::LOOP) => {
                    return Err(target.in_the_way(&name.to_string_lossy(), "is beside it and is not a folder"));
                }
                Err(errno) => return Err(target.refused(&name.to_string_lossy(), errno)),
            };
            rustix::io::retry_on_intr(|| flock(&folder, FlockOperation::LockExclusive)).map_err(refused)?;
            // The build that held the lock has removed the folder: then this one is nobody's.
            let about = rustix::fs::fstat(&folder).map_err(refused)?;
            if target.parent().inode(&*name).map_err(refused)? != Some(about.st_ino) {
                continue;
            }
            if about.st_mode & 0o777 != PRIVATE.as_raw_mode() {
                return Err(target.in_the_way(&name.to_string_lossy(), "is beside it, and hustings did not make it"));
            }
            return Ok(Self { target, name, folder });
        }
    }

    /// Clears up what a killed build left, and puts a site back that it had moved away.
    pub(super) fn recover(&self) -> Result<(), Failure> {
        let entries = self.folder.entries().map_err(|errno| self.refused(errno))?;
        for entry in &entries {
            self.recover_entry(entry)?;
        }
        if self.folder.inode(OLD).map_err(|errno| self.refused(errno))?.is_some() {
            return self.recover_old();
        }
        Ok(())
    }

    fn recover_entry(&self, entry: &FolderEntry) -> Result<(), Failure> {
        let refused = |errno| self.refused(errno);
        let numbered = entry.name.to_str().and_then(|name| u64::from_str_radix(name.strip_prefix(SITE)?, 16).ok());
        match (entry.kind, numbered) {
            (EntryKind::Folder, Some(number)) if self.folder.inode(&*entry.name).map_err(refused)? == Some(number) => {
                self.restore_old()?;
                self.folder.remove(&entry.name, EntryKind::Folder).map_err(refused)
            }
            (EntryKind::Folder, Some(_)) => self.rename(&entry.name, OLD),
            (EntryKind::Folder, None) if entry.name == NEW => {
                unlinkat(&self.folder, NEW, AtFlags::REMOVEDIR).map_err(refused)
            }
            (EntryKind::Folder, None) if entry.name == OLD => Ok(()),
            _ => {
                let at = format!("{}/{}", self.name.to_string_lossy(), entry.name.to_string_lossy());
                Err(self.target.in_the_way(&at, "is beside it, and hustings did not make it"))
            }
        }
    }

    /// A build was killed between the two renames: the old site goes back to its place.
    fn restore_old(&self) -> Result<(), Failure> {
        let refused = |errno| self.refused(errno);
        if self.folder.inode(OLD).map_err(refused)?.is_none() {
            return Ok(());
        }
        // An empty folder in its place would be replaced, anything else is EEXIST or ENOTEMPTY.
        renameat(&self.folder, OLD, self.target.parent(), self.target.name()).map_err(refused)
    }

    /// A build was killed after the swap: what is left of the old site is settled.
    fn recover_old(&self) -> Result<(), Failure> {
        let Some(new) = self.target.open_old()? else { return self.restore_old() };
        let old = self.folder.enter(OLD).map_err(|errno| self.refused(errno))?;
        let listed = Manifest::read(&old, self.target)?;
        let wanted = Manifest::read(&new, self.target)?;
        self.settle_folder(&old, &new, &tree_of(listed.as_ref(), self.target)?, &tree_of(wanted.as_ref(), self.target)?)
    }

    /// Makes room for the new site.
    pub(super) fn begin(&self) -> Result<New<'_>, Failure> {
        let refused = |errno| self.target.refused("", errno);
        mkdirat(&self.folder, NEW, FOLDER_MODE).map_err(refused)?;
        let folder = self.folder.enter(NEW).map_err(refused)?;
        let number = rustix::fs::fstat(&folder).map_err(refused)?.st_ino;
        let name = OsString::from(format!("{SITE}{number:x}"));
        renameat(&self.folder, NEW, &self.folder, &*name).map_err(refused)?;
        Ok(New { workshop: self, folder, name, swapped: false })
    }

    /// Puts the new site in the old one's place, and the old one into the workshop.
    fn swap(&self, site: &OsStr, over_old: bool) -> Result<(), Failure> {
        let (parent, name) = (self.target.parent(), self.target.name());
        let swapped = if over_old {
            match renameat_with(&self.folder, site, parent, name, RenameFlags::EXCHANGE) {
                // From here on the name `site` means the old site.
                Ok(()) => return self.rename(site, OLD),
                Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP | Errno::PERM) => self.swap_in_two(site),
                refused => refused,
            }
        } else {
            rename_to_free(&self.folder, site, parent, name)
        };
        swapped.map_err(|errno| {
            let _ = self.folder.remove(site, EntryKind::Folder);
            self.target.refused("", errno)
        })
    }

    /// Two renames, for systems that cannot exchange; a kill between them is put right by [`Self::recover`].
    fn swap_in_two(&self, site: &OsStr) -> Result<(), Errno> {
        let (parent, name) = (self.target.parent(), self.target.name());
        renameat(parent, name, &self.folder, OLD)?;
        renameat(&self.folder, site, parent, name).inspect_err(|_| {
            let _ = renameat(&self.folder, OLD, parent, name);
        })
    }

    fn rename(&self, from: &OsStr, to: &str) -> Result<(), Failure> {
        rename_to_free(&self.folder, from, &self.folder, to.as_ref()).map_err(|errno| self.refused(errno))
    }

    /// Takes the old site apart: ours goes, other people's moves into the new one.
    pub(super) fn settle<W>(&self, listed: &AddressTree<'_, Hash>, wanted: &AddressTree<'_, W>) -> Result<(), Failure> {
        let old = self.folder.enter(OLD).map_err(|errno| self.refused(errno))?;
        match self.target.open_old()? {
            Some(new) => self.settle_folder(&old, &new, listed, wanted),
            None => Err(self.refused(Errno::NOENT)),
        }
    }

    fn settle_folder<W>(
        &self,
        old: &Folder,
        new: &Folder,
        listed: &AddressTree<'_, Hash>,
        wanted: &AddressTree<'_, W>,
    ) -> Result<(), Failure> {
        Settle { new, wanted, target: self.target }.root(old, listed)?;
        unlinkat(&self.folder, OLD, AtFlags::REMOVEDIR).map_err(|errno| self.refused(errno))
    }

    /// Leaves the workshop, which goes if it is empty, and with it the lock.
    pub(super) fn close(self) {
        let _ = unlinkat(self.target.parent(), &*self.name, AtFlags::REMOVEDIR);
    }

    fn refused(&self, errno: Errno) -> Failure {
        self.target.refused(&format!("{}, beside it", self.name.to_string_lossy()), errno)
    }
}

/// The new site while it is made. It goes with all that is in it, unless it is swapped in.
pub(super) struct New<'w> {
    workshop: &'w Workshop<'w>,
    folder: Folder,
    name: OsString,
    swapped: bool,
}

impl New<'_> {
    /// Its folder.
    pub(super) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Puts it in the place of the old site, which goes into the workshop.
    pub(super) fn swap(&mut self, over_old: bool) -> Result<(), Failure> {
        // Once that has begun, the name may be the old site's.
        self.swapped = true;
        self.workshop.swap(&self.name, over_old)
    }
}

impl Drop for New<'_> {
    fn drop(&mut self) {
        if !self.swapped {
            let _ = self.workshop.folder.remove(&self.name, EntryKind::Folder);
        }
    }
}

fn tree_of<'m>(manifest: Option<&'m Manifest>, target: &Target) -> Result<AddressTree<'m, Hash>, Failure> {
    manifest
        .map_or_else(|| Ok(AddressTree::default()), |manifest| manifest.tree().map_err(|address| target.clash(address)))
}
