use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;
use rustix::fs::AtFlags;
use rustix::io::Errno;

use super::folder::{EntryKind, FILE_MODE, FOLDER_MODE, Folder};
use super::manifest;
use super::plan::{MANY, Placed, Plan, State};
use super::target::Target;
use crate::diagnostic::Failure;

/// Makes the new site in its folder, to which nobody else can reach: everything by its address from there. The old one is
/// only read and linked from.
pub(super) struct Maker<'m> {
    new: &'m Folder,
    modes: Modes,
    target: &'m Target,
}

/// How the published modes come about.
#[derive(Clone, Copy)]
enum Modes {
    /// The umask lets them through.
    AsAsked,
    /// The umask, or an inherited access list, bends them: each has to be set.
    SetEach,
}

impl Modes {
    /// Gives the site's root its mode and learns from it how the others fare.
    fn under_umask(new: &Folder) -> rustix::io::Result<Self> {
        if new.about()?.published {
            return Ok(Self::AsAsked);
        }
        rustix::fs::fchmod(new, FOLDER_MODE)?;
        Ok(Self::SetEach)
    }
}

impl<'m> Maker<'m> {
    /// Begins in an empty folder.
    pub(super) fn of(new: &'m Folder, target: &'m Target) -> Result<Self, Failure> {
        let modes = Modes::under_umask(new).map_err(|errno| target.refused("", errno))?;
        Ok(Self { new, modes, target })
    }

    /// Writes a file that differs from the old site's.
    pub(super) fn write(&self, at: &str, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Failure> {
        self.create(at, None, fill).map_err(|errno| match errno {
            // All in here is ours.
            Errno::EXIST | Errno::NOTDIR => self.target.clash(at),
            errno => self.target.refused(at, errno),
        })
    }

    /// Removes a file that turned out to be the old site's.
    pub(super) fn take_back(&self, at: &str) -> Result<(), Failure> {
        rustix::fs::unlinkat(self.new, at, AtFlags::empty()).map_err(|errno| self.target.refused(at, errno))
    }

    /// Adds all that the old site has and the new one keeps, and the manifest.
    pub(super) fn finish(&self, plan: &Plan<'_>, old: Option<&Folder>, manifest: &str) -> Result<(), Failure> {
        if let Some(old) = old {
            self.keep(plan, old)?;
        }
        self.write(manifest::NAME, |file| file.write_all(manifest.as_bytes()))
    }

    fn keep(&self, plan: &Plan<'_>, old: &Folder) -> Result<(), Failure> {
        for file in &plan.files {
            let at = plan.address(file.name.as_ref());
            self.share(file, old, &at).map_err(|errno| self.target.refused(&at, errno))?;
        }
        for entry in plan.kept.iter().filter(|entry| entry.kind != EntryKind::Folder) {
            // Where linking is refused, the entry moves over after the swap.
            let at = Path::new(&plan.rel).join(&entry.name);
            let _ = rustix::fs::linkat(old, &*entry.name, self.new, at, AtFlags::empty());
        }
        let inner = |inner: &Plan<'_>| self.inner(inner, old);
        let kept = plan.folders.iter().filter(|folder| folder.needed && folder.existed);
        if plan.folders.len() < MANY {
            return kept.into_iter().try_for_each(inner);
        }
        kept.collect::<Vec<_>>().into_par_iter().try_for_each(inner)
    }

    fn inner(&self, plan: &Plan<'_>, above: &Folder) -> Result<(), Failure> {
        let refused = |errno| self.target.refused(&plan.rel, errno);
        self.folder(&plan.rel).map_err(refused)?;
        let name = plan.rel.rsplit('/').next().unwrap_or(&plan.rel);
        self.keep(plan, &above.enter(name).map_err(refused)?)
    }

    /// Gives the new site a file that the old one has.
    fn share(&self, file: &Placed<'_>, old: &Folder, at: &str) -> rustix::io::Result<()> {
        let modified = match file.state {
            State::Changed => return Ok(()),
            State::Linkable(_) if rustix::fs::linkat(old, file.name, self.new, at, AtFlags::empty()).is_ok() => {
                return Ok(());
            }
            State::Linkable(modified) | State::Shared(modified) | State::WrongMode(modified) => modified,
        };
        let mut from = old.read(file.name)?;
        self.create(at, Some(modified), |to| io::copy(&mut from, to).map(drop))
    }

    /// Makes a file, and the folders above it that are not there yet.
    fn create(
        &self,
        at: &str,
        modified: Option<SystemTime>,
        fill: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> rustix::io::Result<()> {
        let mut file = match self.new.create(at) {
            // With an odd umask, another thread's new folder may not be open to us yet.
            Err(Errno::NOENT | Errno::ACCESS) => {
                self.folders_above(at)?;
                self.new.create(at)?
            }
            made => made?,
        };
        let failed = |error: io::Error| Errno::from_io_error(&error).unwrap_or(Errno::IO);
        fill(&mut file).map_err(failed)?;
        if matches!(self.modes, Modes::SetEach) {
            rustix::fs::fchmod(&file, FILE_MODE)?;
        }
        modified.map_or(Ok(()), |modified| file.set_modified(modified)).map_err(failed)
    }

    fn folders_above(&self, at: &str) -> rustix::io::Result<()> {
        let Some((above, _)) = at.rsplit_once('/') else { return Ok(()) };
        match self.folder(above) {
            Err(Errno::NOENT | Errno::ACCESS) => {
                self.folders_above(above)?;
                self.folder(above)
            }
            made => made,
        }
    }

    /// Makes a folder, unless another thread was quicker.
    fn folder(&self, at: &str) -> rustix::io::Result<()> {
        match rustix::fs::mkdirat(self.new, at, FOLDER_MODE) {
            Ok(()) | Err(Errno::EXIST) => {}
            refused => return refused,
        }
        match self.modes {
            Modes::AsAsked => Ok(()),
            Modes::SetEach => rustix::fs::chmodat(self.new, at, FOLDER_MODE, AtFlags::empty()),
        }
    }
}
