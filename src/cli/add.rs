use std::path::Path;

use super::deed::{SaidDeed, WhichDeeds};
use super::saving::Agreeing;
use super::{Ran, Terminal};
use crate::desk::Deed;

/// Put a candidate, a ballot, a question or another record into the site.
///
/// On a terminal it asks for what you leave out, shows what it would write, and writes it when you say so. The whole site is checked with
/// the new record first: one that makes an error is not written. Nothing that is on record is replaced.
#[derive(Debug, clap::Args)]
#[command(after_help = overview())]
pub(super) struct AddArgs {
    #[command(subcommand)]
    what: SaidDeed<AddingDeeds>,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &AddArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    args.what.run(args.agreeing, directory, terminal)
}

/// An example of each kind.
fn overview() -> String {
    let examples: String = Deed::added().iter().map(|kind| format!("  {}\n", kind.example)).collect();
    format!("Examples:\n{examples}\nWithout anything behind it, each asks for everything: hustings add candidate")
}

/// Those that make records.
#[derive(Debug)]
pub(super) struct AddingDeeds;

impl WhichDeeds for AddingDeeds {
    fn all() -> Vec<Deed> {
        Deed::added()
    }
}
