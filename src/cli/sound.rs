//! The road from a plan to pages, as far as “build” and “serve” go together.

use crate::check::check;
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
pub(super) fn sound(planned: Planned) -> Result<Sound, Wrong> {
    let Planned { site, theme, mut found, mut sources, patterns, .. } = planned;
    found.extend(check((&sources, patterns), site.as_ref().map(|(campaign, _)| campaign), None, &found));
    match site {
        Some((campaign, plan)) if !found.has_errors() => {
            let (_, warnings) = found.counts();
            // From here on only the theme's files can be wrong, and the texts of the records take much memory.
            sources.retain(|file, _| file.starts_with("themes/"));
            Ok(Sound { campaign, plan, theme, sources, warnings })
        }
        _ => Err(Wrong { found, sources }),
    }
}
