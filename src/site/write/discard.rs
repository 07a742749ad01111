use rayon::prelude::*;
use rustix::fs::{AtFlags, unlinkat};

use super::folder::Folder;
use super::plan::{MANY, Plan};

/// Clears away what the survey knew to be ours in the folder that was swapped out.
///
/// Only names that the survey saw are touched, so that whatever came since stays. What cannot be
/// removed is left for [`super::settle`], which judges each entry anew; so is the manifest.
pub(super) fn discard(plan: &Plan<'_>, old: &Folder) {
    for name in &plan.stale {
        let _ = unlinkat(old, &**name, AtFlags::empty());
    }
    let folder = |inner: &Plan<'_>| {
        let name = inner.rel.rsplit('/').next().unwrap_or(&inner.rel);
        if let Ok(folder) = old.enter(name) {
            discard(inner, &folder);
        }
        let _ = unlinkat(old, name, AtFlags::REMOVEDIR);
    };
    if plan.folders.len() < MANY {
        plan.folders.iter().filter(|inner| inner.existed).for_each(folder);
    } else {
        plan.folders.par_iter().filter(|inner| inner.existed).for_each(folder);
    }
}
