use jiff::civil::Date;

use super::{UNDONE, complete};
use crate::atoms::Text;
use crate::cli::asking::told;
use crate::cli::{Terminal, day};
use crate::desk::{Act, CorrectionToAdd, NotDone, OpenSite, add_correction};

/// What was wrong on the site, and what it says now.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add correction
  hustings add correction --about 'Asha Example on the library' --was 'Marked “No”.' --now 'Marked “Yes”.' \\
      --because 'We had misread the letter.' --on 2031-04-12")]
pub(super) struct CorrectionArgs {
    /// What it concerns, in a few words.
    #[arg(long, value_name = "TEXT")]
    about: Option<Text>,
    /// What the site said before.
    #[arg(long, value_name = "TEXT")]
    was: Option<Text>,
    /// What it says now.
    #[arg(long, value_name = "TEXT")]
    now: Option<Text>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    because: Option<Text>,
    /// When it was corrected; today when left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Date>,
}

impl CorrectionArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.about.is_some(), "--about, what it concerns"),
            (self.was.is_some(), "--was, what the site said before"),
            (self.now.is_some(), "--now, what it says now"),
            (self.because.is_some(), "--because, why"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        // Before anything is asked that would be for nothing.
        site.campaign(UNDONE)?;
        let new = CorrectionToAdd {
            about: told(
                self.about.as_ref(),
                "What does it concern, in a few words? (all of it is published) ",
                terminal,
            )?,
            was: told(self.was.as_ref(), "What did the site say before? ", terminal)?,
            now: told(self.now.as_ref(), "What does it say now? ", terminal)?,
            because: told(self.because.as_ref(), "Why? ", terminal)?,
            date: self.on.unwrap_or_else(|| site.day()),
        };
        add_correction(site, &new)
    }
}
