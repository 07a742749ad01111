use std::path::Path;

use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::desk::{Recounted, tell_reports};

/// Tell how many people reported what, from your own counts, so that nobody can be known by it.
///
/// Reads private/reports/ID.csv, with the columns what, area, from, until and n: rows for the same thing on the same days are added up. Into
/// content/reports/ID.yaml it writes bands only: “fewer than 10”, or the number rounded down to a multiple of 5. A total is written only where
/// nobody can work out more of a part from it. Days that were told once are not told anew.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings reports              tell what is new in all tables of private/reports/
  hustings reports fines --dry-run
                                show what would be written for one report
  hustings reports fines --again --yes
                                write other bands for days that were told before")]
pub(super) struct ReportsArgs {
    /// The ids of reports; all that have a table when left out.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Write other bands for days that were told before. Whoever kept the earlier ones can compare.
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &ReportsArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let recounted = if args.again { Recounted::Rewritten } else { Recounted::Refused };
    args.agreeing.carry_out_once(tell_reports(&site, &args.ids, recounted)?, &[], terminal)
}
