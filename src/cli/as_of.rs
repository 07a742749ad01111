use std::path::Path;

use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::atoms::AsOf;
use crate::desk::move_as_of;

/// Say on which day the records are true: “as_of” in hustings.yaml.
///
/// Every page shows that day, and nothing on record can be later. Move it forward before you enter what came since.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings as-of                today
  hustings as-of 2031-04-20")]
pub(super) struct AsOfArgs {
    /// The day; today when left out.
    #[arg(value_name = "DATE|today")]
    day: Option<AsOf>,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &AsOfArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let day = args.day.map_or(terminal.today, |day| day.resolve(terminal.today));
    args.agreeing.carry_out_once(move_as_of(&site, day)?, &[], terminal)
}
