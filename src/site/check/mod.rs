//! Takes what was read and the campaign made of it, gives what a person should look at: lints over
//! texts and marks. Never needs a rendered site.

mod concessions;
mod letters;
mod long_letters;
mod marks;
mod names;
mod personal;
mod photographs;
mod placeholders;
mod site;
mod surroundings;
mod untranslated;
mod wording;

use jiff::civil::Date;
pub use letters::undrawn;
pub use long_letters::long_letters;
pub use untranslated::untranslated;

use crate::country::Country;
use crate::country::Patterns;
use crate::diagnostic::{Diagnostics, Failure, FileName, Sources};
use crate::model::Campaign;

/// What personal details look like in a country.
///
/// # Errors
/// When that cannot be looked for: then no text may pass for looked over.
pub fn patterns(country: Country) -> Result<&'static Patterns, Failure> {
    Patterns::of(country).map_err(|why| {
        let help = "this is a fault of the program; please report it";
        Failure::new("cannot look for personal details", why, help)
    })
}

/// Looks over the text of one file of records. Nothing is found when the country's patterns cannot be used, which
/// [`patterns`] says.
#[must_use]
pub fn look(country: Country, file: &FileName, text: &str) -> Diagnostics {
    let mut found = Diagnostics::default();
    if let Ok(patterns) = Patterns::of(country) {
        personal::personal(file, text, patterns, &mut found);
    }
    wording::risky(file, text, &mut found);
    found
}

/// Looks over a campaign. `sources` are the texts of its records.
///
/// `today` is the day on which a person asks; without it nothing is said about stale records. `so_far` is
/// what was found before: of a file with errors not everything has come into the campaign.
#[must_use]
pub fn check(campaign: &Campaign, sources: &Sources, today: Option<Date>, so_far: &Diagnostics) -> Diagnostics {
    let troubled = so_far.troubled();
    let mut found = Diagnostics::default();
    marks::marks(campaign, &troubled, &mut found);
    site::site(campaign, today, &troubled, &mut found);
    names::names(campaign, &mut found);
    concessions::concessions(campaign, &mut found);
    photographs::photographs(campaign, &mut found);
    if campaign.site.is_published {
        found.extend(placeholders(campaign, sources));
    }
    found
}

/// What “hustings init” wrote and nobody has put in order yet, whether the site is to be published by now or not.
#[must_use]
pub fn placeholders(campaign: &Campaign, sources: &Sources) -> Diagnostics {
    let mut found = Diagnostics::default();
    placeholders::placeholders(campaign, sources, &mut found);
    found
}
