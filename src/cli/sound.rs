//! The road from a plan to pages, as far as “build” and “serve” go together.

use crate::diagnostic::{Diagnostics, Sources};
use crate::load::Theme;
use crate::model::Campaign;
use crate::pipeline::Planned;
use crate::plan::SitePlan;

/// A planned site that holds no error.
pub(super) struct Sound {
    pub(super) campaign: Campaign,
    pub(super) plan: SitePlan,
    pub(super) theme: Theme,
    pub(super) sources: Sources,
    /// How many warnings there are.
    pub(super) warnings: usize,
}

/// Why there is no site.
pub(super) struct Wrong {
    pub(super) found: Diagnostics,
    pub(super) sources: Sources,
}

/// Looks a planned site over, and gives it back unless something is wrong with it.
pub(super) fn sound(mut planned: Planned) -> Result<Sound, Wrong> {
    planned.check(None);
    let Planned { site, theme, found, sources, .. } = planned;
    match site {
        Some((campaign, plan)) if !found.has_errors() => {
            let (_, warnings) = found.counts();
            Ok(Sound { campaign, plan, theme, sources, warnings })
        }
        _ => Err(Wrong { found, sources }),
    }
}
