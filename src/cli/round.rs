use std::path::Path;

use super::{Exit, NOTHING_TO_SEE, Ran, Terminal, open};
use crate::desk;

/// Print what a round of asking would put today, and to whom, to be copied into the round's file.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings round parl.2015-05-07            what to write below the dates of the round
  hustings round parl.2015-05-07 >> candidates/parl.2015-05-07/asks/first-letter.yaml

A round is a fact of its day: whoever comes onto a list later, a question that is added later and a newer version of
one were not part of it. So a round names its questions and its people. Take out whom you did not ask.")]
pub(super) struct RoundArgs {
    /// The election, by its id.
    #[arg(value_name = "ELECTION")]
    election: String,
}

pub(super) fn run(args: &RoundArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let campaign = site.campaign(NOTHING_TO_SEE)?;
    let election = desk::known("election", &args.election, campaign.elections.iter(), |one| one.id.as_str())?;
    terminal.print(desk::round(election))?;
    Ok(Exit::Clean)
}
