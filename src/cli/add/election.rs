use jiff::civil::Date;

use super::complete;
use crate::atoms::{ElectionId, Text};
use crate::cli::asking::{ask, told, told_if_any};
use crate::cli::{Terminal, day};
use crate::desk::{Act, ElectionDetails, NotDone, OpenSite, add_election};

/// A polling day, with its ballots and questions.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add election
  hustings add election 'Example Town elections' --date 2031-05-01 --polls-close 22:00
  hustings add election 'General election 2031' --date 2031-05-01 --id parl.2031-05-01 --boundaries 2024")]
pub(super) struct ElectionArgs {
    /// Its name.
    #[arg(value_name = "NAME", value_parser = crate::atoms::name)]
    name: Option<Text>,
    /// Polling day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<Date>,
    #[command(flatten)]
    details: ElectionDetails,
}

impl ElectionArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [(self.name.is_some(), "NAME of the election"), (self.date.is_some(), "--date, polling day")];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let name = told(self.name.as_ref(), "What is the election called? ", terminal)?;
        let date = match self.date {
            Some(date) => date,
            None => ask(terminal, "When is polling day? (2031-05-01) ", |said| day(said).map_err(str::to_owned))?,
        };
        let mut details = self.details.clone();
        if self.name.is_none() {
            let asked = "Which id does Democracy Club give it, such as parl.2031-05-01? (Enter: made of its name) ";
            told_if_any::<ElectionId>(&mut details.id, asked, terminal)?;
            told_if_any(&mut details.polls_close, "When do the polls close? (22:00; Enter: not known) ", terminal)?;
        }
        add_election(site, &name, date, &details)
    }
}
