use std::path::Path;

use super::asking::{complete, somebody, told};
use super::saving::Saving;
use super::{Ran, Terminal, open};
use crate::atoms::Text;
use crate::desk::{NewName, Within, rename, speakers};

/// Give a candidate or a party another name.
///
/// A candidate's page gets another address; the old one leads on to it. What they answered stays with them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings rename asha 'Asha Example-Sample' --sort-name 'Example-Sample, Asha'
  hustings rename pp9003 'Lantern and Candle Party'")]
pub(super) struct RenameArgs {
    /// Who: a part of the name, an id or the address of the page; or a party.
    #[arg(value_name = "WHO")]
    who: Option<String>,
    /// The new name, whole.
    #[arg(value_name = "NAME")]
    name: Option<Text>,
    /// Of a person, the name as it is sorted, family name first; guessed when left out.
    #[arg(long, value_name = "NAME")]
    sort_name: Option<Text>,
    /// Write without asking.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &RenameArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    complete(&[(args.who.is_some(), "WHO, by name or id"), (args.name.is_some(), "NAME, the new one")], terminal)?;
    let site = open(directory, terminal)?;
    let all = speakers(site.campaign("nothing was written")?, &args.within)?;
    let asked = "Who gets another name? (a part of the name, an id, or a party) ";
    let who = somebody(args.who.as_deref(), &all, asked, &site, terminal)?;
    let name = told(args.name.as_ref(), &format!("What is {} called from now on? ", who.name()), terminal)?;
    let acted = rename(&site, &who, &NewName { name, sort_name: args.sort_name.clone() })?;
    args.saving.carry_out_once(acted, args.yes, terminal)
}
