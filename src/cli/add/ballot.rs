use super::{UNDONE, complete, election};
use crate::atoms::Text;
use crate::cli::Terminal;
use crate::cli::asking::{told, told_if_any};
use crate::desk::{Act, BallotDetails, NotDone, OpenSite, add_ballot};

/// An area that votes, in an election.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add ballot
  hustings add ballot 'Example Town' --nation england --gss E14999901
  hustings add ballot 'Old Quay' --election example.2031-05-01 --nation wales --seats 3")]
pub(super) struct BallotArgs {
    /// The area's name.
    #[arg(value_name = "AREA", value_parser = crate::atoms::name)]
    area: Option<Text>,
    /// The election: its id or a part of its name; not needed when there is one alone.
    #[arg(long, value_name = "ELECTION")]
    election: Option<String>,
    #[command(flatten)]
    details: BallotDetails,
}

impl BallotArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        complete(&[(self.area.is_some(), "AREA, the name of the area that votes")], terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let election = election(self.election.as_deref(), site.campaign(UNDONE)?, terminal)?;
        let area = told(self.area.as_ref(), "Which area votes? (its name) ", terminal)?;
        let mut details = self.details.clone();
        if self.area.is_none() {
            let asked = "In which nation? (england, scotland, wales or northern-ireland; Enter: not known) ";
            told_if_any(&mut details.nation, asked, terminal)?;
            told_if_any(&mut details.gss, "What is the area’s GSS code? (Enter: not known) ", terminal)?;
            told_if_any(&mut details.seats, "How many are elected? (Enter: 1) ", terminal)?;
        }
        add_ballot(site, election, &area, &details)
    }
}
