//! Takes the files of a site as they are made and a folder's path, gives the whole site in that folder or leaves the old one.
//! Never leaves half a site, never deletes what hustings did not make, never follows a symlink out.
//!
//! The new site is made in a workshop folder beside the old one, then the two change places in one
//! step. `docs/decisions/0001-swap-the-site-whole.md` says why, and what a kill leaves behind.

mod arrivals;
mod discard;
mod failing;
mod folder;
mod make;
mod manifest;
mod plan;
mod settle;
mod survey;
mod target;
mod tree;
mod workshop;

pub use manifest::NAME as MANIFEST;

use std::path::{Path, PathBuf};

use crate::diagnostic::Failure;
use crate::sink::Sink;
use arrivals::Arrivals;
use make::Maker;
use manifest::Manifest;
use plan::Plan;
use survey::Survey;
use target::Target;
use tree::AddressTree;
use workshop::Workshop;

/// What writing a site did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many files the site has, the manifest not counted.
    pub files: usize,
    /// How many of them are new or have other bytes than before.
    pub changed: usize,
    /// How many have the bytes, and the modification time, that they had before.
    pub unchanged: usize,
    /// How many files of the former site are gone.
    pub removed: usize,
    /// Other people's entries that stayed, relative to the folder, sorted; a folder stands for all in it.
    pub kept: Vec<PathBuf>,
    /// The folder that holds the site: absolute, every symlink resolved.
    pub out: PathBuf,
}

/// Puts the site whose files `fill` hands over into the folder `out`, where it replaces the site that was there.
///
/// `root` is the site's source folder; the output may stand in it but may not hold it. A second
/// build of the same folder waits until the first is done.
///
/// # Errors
/// When `out` may not be written to (the root of the disk, the source folder or one above it, a home
/// folder, a file, a mount point, a folder of other people's things), when an entry that hustings
/// did not make stands at an address of the site, when the disk is full, read-only or refuses, or when
/// `fill` cannot go on. The old site then stands as before.
pub fn write<E: From<Failure>>(
    out: &Path,
    root: &Path,
    fill: impl FnOnce(&dyn Sink) -> Result<(), E>,
) -> Result<Written, E> {
    let target = Target::resolve(out, root)?;
    let workshop = Workshop::open(&target)?;
    let placed = place(&target, &workshop, fill);
    workshop.close();
    placed
}

/// Looks at what is there, makes the new site, swaps it in and clears the old one away.
fn place<E: From<Failure>>(
    target: &Target,
    workshop: &Workshop<'_>,
    fill: impl FnOnce(&dyn Sink) -> Result<(), E>,
) -> Result<Written, E> {
    workshop.recover()?;
    let old = target.open_old()?;
    let former = old.as_ref().map(|old| Manifest::read(old, target)).transpose()?.flatten();
    let listed = former.as_ref().map(Manifest::tree).transpose().map_err(|address| target.clash(address))?;
    let survey = Survey { target };
    survey.of_strangers(old.as_ref(), listed.as_ref())?;
    let mut new = workshop.begin()?;
    let maker = Maker::of(new.folder(), target)?;
    let standing = old.as_ref().zip(listed.as_ref()).map(|(old, listed)| AddressTree::standing(listed, old));
    let arrivals = Arrivals::new(&maker, standing.unwrap_or_default());
    fill(&arrivals)?;
    let files = arrivals.sorted();
    let manifest = manifest::of_files(&files);
    let wanted = AddressTree::of_files(&files).map_err(|address| target.clash(address))?;
    let plan = survey.of_root(old.as_ref(), &wanted, listed.as_ref())?;
    let written = summary(&plan, target);
    if plan.fits() && former.as_ref().is_some_and(|former| former.text() == manifest) {
        return Ok(written);
    }
    maker.finish(&plan, old.as_ref(), &manifest)?;
    new.swap(old.is_some())?;
    if let Some(old) = &old {
        discard::discard(&plan, old);
        workshop.settle(listed.as_ref().unwrap_or(&AddressTree::default()), &wanted)?;
    }
    Ok(written)
}

fn summary(plan: &Plan<'_>, target: &Target) -> Written {
    let mut written =
        Written { files: 0, changed: 0, unchanged: 0, removed: 0, kept: Vec::new(), out: target.path().to_path_buf() };
    plan.count(&mut written);
    written.kept.sort();
    written
}
