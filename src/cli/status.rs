use std::path::Path;

use super::{Exit, NOTHING_TO_SEE, Ran, Terminal, open};
use crate::desk;

/// List the documents that nobody has read whole, and what else is left to read.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings status                               every document of the site
  hustings status --election parl.2015-05-07    those of one election

A document counts as read once somebody has recorded a reading of the whole that looked for every
question of its election, and as many others as the site asks for have repeated it.")]
pub(super) struct StatusArgs {
    /// Documents of one election only.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
}

pub(super) fn run(args: &StatusArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let campaign = site.campaign(NOTHING_TO_SEE)?;
    let all = campaign.elections.iter();
    let elections = match &args.election {
        Some(id) => vec![desk::known("election", id, all, |election| election.id.as_str())?],
        None => all.collect(),
    };
    for election in elections {
        terminal.print(desk::status(campaign, election))?;
    }
    Ok(Exit::Clean)
}
