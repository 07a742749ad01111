//! The road from a folder to a site, as far as “build” and “serve” go together.

use std::fmt::Arguments;

use crate::check::check;
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::Campaign;
use crate::pipeline::Planned;
use crate::plan::SitePlan;
use crate::render::{Site, render};

/// A site, with what it was made of.
pub(super) struct Made {
    pub(super) site: Site,
    pub(super) plan: SitePlan,
    pub(super) campaign: Campaign,
    /// How many warnings there are.
    pub(super) warnings: usize,
}

/// Why there is no site.
pub(super) struct Wrong {
    pub(super) found: Diagnostics,
    pub(super) sources: Sources,
}

/// Makes a site as it is planned, unless something is wrong with it; tells how far it has come.
pub(super) fn make(planned: Planned, tell: &mut dyn FnMut(Arguments<'_>)) -> Result<Made, Wrong> {
    let (mut found, sources) = (planned.found, planned.sources);
    let campaign = planned.site.as_ref().map(|(campaign, _)| campaign);
    found.extend(check(&sources, campaign, None, &found));
    let (campaign, plan) = match planned.site {
        Some(site) if !found.has_errors() => site,
        _ => return Err(Wrong { found, sources }),
    };
    tell(format_args!("read and planned {} pages", plan.pages.len()));
    let site = match render(&plan, &campaign, &planned.theme) {
        Ok(site) => site,
        Err(found) => return Err(Wrong { found, sources }),
    };
    tell(format_args!("rendered {} files", site.len()));
    let (_, warnings) = found.counts();
    Ok(Made { site, plan, campaign, warnings })
}
