//! The first half of the road in one step: load, model, plan, and all that is wrong on the way.

use std::path::Path;

use jiff::civil::Date;

use crate::check::{check, look, patterns};
use crate::country::Patterns;
use crate::diagnostic::{Diagnostics, Failure, FileName, Sources};
use crate::load::{Loaded, Reader, Theme};
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
    /// What a person should look at in the texts of the records.
    seen: Diagnostics,
    /// The texts of the files, for showing lines.
    pub sources: Sources,
    /// What personal details look like in the site's country.
    pub patterns: &'static Patterns,
    /// What programs left beside the records, which was passed over.
    pub litter: Vec<FileName>,
}

impl Planned {
    /// Looks the site over, and adds what a person should look at to what is wrong.
    ///
    /// `today` is the day on which a person asks; without it nothing is said about stale records.
    pub fn check(&mut self, today: Option<Date>) {
        self.found.extend(std::mem::take(&mut self.seen));
        if let Some((campaign, _)) = &self.site {
            self.found.extend(check(campaign, &self.sources, today, &self.found));
        }
    }
}

/// Takes a site's folder along the road up to the plan.
///
/// # Errors
/// When there is no site in the folder or the system does not let us read it.
pub fn prepare(root: &Path, overrides: &Overrides) -> Result<Planned, Failure> {
    prepare_with(&mut reader(), root, overrides)
}

/// A reader that looks over the texts of the records and of the guides.
#[must_use]
pub fn reader() -> Reader {
    Reader::that_looks(look).that_reads_guides()
}

/// Takes a site's folder along the road up to the plan, with a reader that may have kept what it read before.
///
/// # Errors
/// When there is no site in the folder or the system does not let us read it.
pub fn prepare_with(reader: &mut Reader, root: &Path, overrides: &Overrides) -> Result<Planned, Failure> {
    let Loaded { records, theme, mut found, seen, sources, litter } = reader.load(root)?;
    let patterns = patterns(records.country())?;
    let (campaign, more) = model(records, overrides);
    found.extend(more);
    let site = campaign.map(|campaign| {
        let (plan, more) = plan(&campaign, &theme, &found.troubled());
        found.extend(more);
        (campaign, plan)
    });
    Ok(Planned { site, theme, found, seen, sources, patterns, litter })
}
