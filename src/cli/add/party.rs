use super::complete;
use crate::atoms::Text;
use crate::cli::Terminal;
use crate::cli::asking::{ask, told, told_if_any};
use crate::desk::{Act, NotDone, OpenSite, PartyDetails, add_party, party_id};

/// A party for which people stand.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add party
  hustings add party 'Harbour Alliance' --id PP9001 --colour '#0b6e75'

Who stands for no party needs none: hustings add candidate NAME --party independent")]
pub(super) struct PartyArgs {
    /// Its name, as registered.
    #[arg(value_name = "NAME", value_parser = crate::atoms::name)]
    name: Option<Text>,
    #[command(flatten)]
    details: PartyDetails,
}

impl PartyArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        complete(&[(self.name.is_some(), "NAME of the party, as registered")], terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let name = told(self.name.as_ref(), "What is the party called, as registered? ", terminal)?;
        let mut details = self.details.clone();
        if self.name.is_none() {
            if details.id.is_none() {
                let asked = "What is its registration number, such as PP9001? (Enter: not known) ";
                details.id = ask(terminal, asked, |said| match said {
                    "" => Ok(None),
                    said => party_id(said).map(Some).map_err(|malformed| malformed.to_string()),
                })?;
            }
            told_if_any(&mut details.short_name, "A shorter name for narrow places? (Enter: none) ", terminal)?;
        }
        add_party(site, &name, &details)
    }
}
