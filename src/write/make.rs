use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;
use rustix::fs::AtFlags;
use rustix::io::Errno;

use super::folder::{FILE_MODE, FOLDER_MODE, Folder, Kind};
use super::manifest::{self, Manifest};
use super::plan::{MANY, Placed, Plan, State};
use super::target::Target;
use crate::diagnostic::Failure;

/// Makes the new site, complete, in the empty folder `new`; the old one is only read and linked from.
pub(super) fn make(
    plan: &Plan<'_>,
    old: Option<&Folder>,
    new: &Folder,
    manifest: &Manifest,
    target: &Target,
) -> Result<(), Failure> {
    let modes = Modes::under_umask(new).map_err(|errno| target.refused("", errno))?;
    let maker = Maker { new, modes, target };
    maker.fill(plan, old)?;
    let made = maker.write(manifest::NAME, manifest.text().as_bytes(), None);
    made.map_err(|errno| target.refused(manifest::NAME, errno))
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

/// Everything is made by its address from the root of the new site: nobody else can reach in there.
struct Maker<'m> {
    new: &'m Folder,
    modes: Modes,
    target: &'m Target,
}

impl Maker<'_> {
    fn fill(&self, plan: &Plan<'_>, old: Option<&Folder>) -> Result<(), Failure> {
        for file in &plan.files {
            let at = plan.address(file.name.as_ref());
            self.file(file, old, &at).map_err(|errno| self.target.refused(&at, errno))?;
        }
        for entry in plan.kept.iter().filter(|entry| entry.kind != Kind::Folder) {
            // Where linking is refused, the entry moves over after the swap.
            if let Some(old) = old {
                let at = Path::new(&plan.rel).join(&entry.name);
                let _ = rustix::fs::linkat(old, &*entry.name, self.new, at, AtFlags::empty());
            }
        }
        let folder = |inner: &Plan<'_>| self.folder(inner, old);
        let needed = plan.folders.iter().filter(|folder| folder.needed);
        if plan.folders.len() < MANY {
            return needed.into_iter().try_for_each(folder);
        }
        needed.collect::<Vec<_>>().into_par_iter().try_for_each(folder)
    }

    fn folder(&self, plan: &Plan<'_>, above: Option<&Folder>) -> Result<(), Failure> {
        let refused = |errno| self.target.refused(&plan.rel, errno);
        rustix::fs::mkdirat(self.new, &*plan.rel, FOLDER_MODE).map_err(refused)?;
        if matches!(self.modes, Modes::SetEach) {
            rustix::fs::chmodat(self.new, &*plan.rel, FOLDER_MODE, AtFlags::empty()).map_err(refused)?;
        }
        let name = plan.rel.rsplit('/').next().unwrap_or(&plan.rel);
        let old = above.filter(|_| plan.existed).map(|above| above.enter(name)).transpose().map_err(refused)?;
        self.fill(plan, old.as_ref())
    }

    fn file(&self, file: &Placed<'_>, old: Option<&Folder>, at: &str) -> rustix::io::Result<()> {
        let modified = match (&file.state, old) {
            (State::Changed, _) => None,
            (State::Linkable(modified), Some(old)) => {
                if rustix::fs::linkat(old, file.name, self.new, at, AtFlags::empty()).is_ok() {
                    return Ok(());
                }
                Some(*modified)
            }
            (State::Linkable(modified) | State::Shared(modified) | State::WrongMode(modified), _) => Some(*modified),
        };
        self.write(at, file.bytes, modified)
    }

    fn write(&self, at: &str, bytes: &[u8], modified: Option<SystemTime>) -> rustix::io::Result<()> {
        let mut file: File = self.new.create(at)?;
        file.write_all(bytes).map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))?;
        if matches!(self.modes, Modes::SetEach) {
            rustix::fs::fchmod(&file, FILE_MODE)?;
        }
        if let Some(modified) = modified {
            file.set_modified(modified).map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))?;
        }
        Ok(())
    }
}
