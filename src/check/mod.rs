//! Takes what was read and the campaign made of it, gives what a person should look at: lints over
//! texts and marks. Never needs a rendered site.

mod marks;
mod names;
mod personal;
mod placeholders;
mod site;
mod surroundings;
mod untranslated;
mod wording;

use jiff::civil::Date;
pub use untranslated::untranslated;

use crate::country::Patterns;
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::Campaign;

/// Looks over the texts of the records, and over the campaign when there is one.
///
/// `today` is the day on which a person asks; without it nothing is said about stale records. `so_far` is
/// what was found before: of a file with errors not everything has come into the campaign.
#[must_use]
pub fn check(
    (sources, patterns): (&Sources, &Patterns),
    campaign: Option<&Campaign>,
    today: Option<Date>,
    so_far: &Diagnostics,
) -> Diagnostics {
    let troubled = so_far.troubled();
    let mut found = personal::personal_texts(sources, patterns);
    if let Some(campaign) = campaign {
        wording::risky(sources, &mut found);
        marks::marks(campaign, &troubled, &mut found);
        site::site(campaign, today, &troubled, &mut found);
        names::names(campaign, &mut found);
        placeholders::placeholders(campaign, sources, &mut found);
    }
    found
}
