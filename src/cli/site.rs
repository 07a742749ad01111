//! The site on which a command works, and the road from a plan to pages as far as “build” and “serve” go together.

use std::path::{Path, PathBuf};

use super::Terminal;
use crate::desk::{NotDone, OpenSite};
use crate::diagnostic::{Failure, Sources};
use crate::load::{SITE_FILE, Theme};
use crate::model::Campaign;
use crate::pipeline::Planned;
use crate::plan::SitePlan;

/// What an error means for somebody who wants to look at a site.
pub(super) const NOTHING_TO_SEE: &str = "there is no site to look at";

/// Opens the site in a folder, or the one around the current folder.
pub(super) fn open(directory: Option<&Path>, terminal: &Terminal<'_>) -> Result<OpenSite, Failure> {
    OpenSite::open(folder(directory)?, terminal.today)
}

/// The folder of the site: the one that was named, or the nearest one from here up that holds a site.
///
/// # Errors
/// When there is none.
pub(super) fn folder(named: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(named) = named {
        return Ok(named.to_path_buf());
    }
    let unknown = |e| Failure::new("cannot find the current folder", e, "name the site's folder with -C");
    let here = std::env::current_dir().map_err(unknown)?;
    let site = here.ancestors().find(|folder| folder.join(SITE_FILE).is_file());
    site.map(Path::to_path_buf).ok_or_else(|| {
        let help = "go to a site's folder, name it with -C, or make one with “hustings init FOLDER”";
        Failure::at(
            &here,
            "there is no site in",
            format!("there is no {SITE_FILE} in it, nor in any folder above it"),
            help,
        )
    })
}

/// A planned site that holds no error.
pub(super) struct Sound {
    pub(super) campaign: Campaign,
    pub(super) plan: SitePlan,
    pub(super) theme: Theme,
    pub(super) sources: Sources,
    /// How many warnings there are.
    pub(super) warnings: usize,
}

/// Looks a planned site over, and gives it back unless something is wrong with it; `undone` is what is not done then.
pub(super) fn sound(mut planned: Planned, undone: &'static str) -> Result<Sound, NotDone> {
    planned.check(None);
    let Planned { site, theme, found, sources, .. } = planned;
    match site {
        Some((campaign, plan)) if !found.has_errors() => {
            let (_, warnings) = found.counts();
            Ok(Sound { campaign, plan, theme, sources, warnings })
        }
        _ => Err(NotDone::Wrong { found, sources, undone }),
    }
}
