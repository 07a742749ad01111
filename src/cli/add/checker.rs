use super::complete;
use crate::atoms::{Slug, Text};
use crate::cli::Terminal;
use crate::cli::asking::told;
use crate::desk::{Act, NotDone, OpenSite, add_checker};

/// Somebody who enters and checks records.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add checker 'Pat Promoter'
  hustings add checker 'Pat Promoter' --id pat")]
pub(super) struct CheckerArgs {
    /// The name that is published.
    #[arg(value_name = "NAME", value_parser = crate::atoms::name)]
    name: Option<Text>,
    /// The id for --by; the first name when left out.
    #[arg(long, value_name = "ID")]
    id: Option<Slug>,
}

impl CheckerArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        complete(&[(self.name.is_some(), "NAME of whoever enters and checks records")], terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let name = told(self.name.as_ref(), "What is their name? (it is published) ", terminal)?;
        add_checker(site, &name, self.id.as_ref())
    }
}
