//! The first half of the road in one step: load, model, plan, and all that is wrong on the way.

use std::path::Path;

use crate::country::Patterns;
use crate::diagnostic::{Diagnostics, Failure, FileName, Sources};
use crate::load::{Reader, Theme};
use crate::model::{Campaign, Overrides, model};
use crate::plan::{SitePlan, plan};

/// A site on its way, as far as it came.
#[derive(Debug)]
pub struct Planned {
    /// The campaign and the plan of its pages; none when the site lacks what no site can lack.
    pub site: Option<(Campaign, SitePlan)>,
    /// The files of the theme.
    pub theme: Theme,
    /// What is wrong so far.
    pub found: Diagnostics,
    /// The texts of the files, for showing lines.
    pub sources: Sources,
    /// What personal details look like in the site's country.
    pub patterns: &'static Patterns,
    /// What programs left beside the records, which was passed over.
    pub litter: Vec<FileName>,
}

/// Takes a site's folder along the road up to the plan.
///
/// # Errors
/// When there is no site in the folder or the system does not let us read it.
pub fn prepare(root: &Path, overrides: &Overrides) -> Result<Planned, Failure> {
    prepare_with(&mut Reader::default(), root, overrides)
}

/// Takes a site's folder along the road up to the plan, with a reader that may have kept what it read before.
///
/// # Errors
/// When there is no site in the folder or the system does not let us read it.
pub fn prepare_with(reader: &mut Reader, root: &Path, overrides: &Overrides) -> Result<Planned, Failure> {
    let loaded = reader.load(root)?;
    let patterns = Patterns::of(loaded.records.country()).map_err(|why| {
        let help = "this is a fault of the program; please report it";
        Failure::new("cannot look for personal details", why, help)
    })?;
    let mut found = loaded.found;
    let (campaign, more) = model(loaded.records, overrides);
    found.extend(more);
    let site = campaign.map(|campaign| {
        let (plan, more) = plan(&campaign, &loaded.theme, &found.troubled());
        found.extend(more);
        (campaign, plan)
    });
    Ok(Planned { site, theme: loaded.theme, found, sources: loaded.sources, patterns, litter: loaded.litter })
}
