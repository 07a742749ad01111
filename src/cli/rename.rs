use std::path::Path;

use super::asking::{complete, one, somebody, told};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::atoms::Text;
use crate::desk::{Fitting, NewName, Speaker, Within, addressed, meant_address, readdress, rename, speakers};

/// Give a candidate, a party, a question or a ballot another name.
///
/// A candidate's page gets another address; the old one leads on to it. What they answered stays with them. A question or a ballot is
/// named by its whole id, and gets another one: its file is moved, every record that names it follows, and the old address leads on to
/// the new one.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings rename asha 'Asha Example-Sample' --sort-name 'Example-Sample, Asha'
  hustings rename pp9003 'Lantern and Candle Party'
  hustings rename clock-at-night night-clock         a question
  hustings rename old-quay old-harbour               the page of a ballot")]
pub(super) struct RenameArgs {
    /// Who: a part of the name, an id or the address of the page; or a party. A question or a ballot: its id, whole.
    #[arg(value_name = "WHO")]
    who: Option<String>,
    /// The new name, whole; of a question or a ballot the new id.
    #[arg(value_name = "NAME", value_parser = crate::atoms::name)]
    name: Option<Text>,
    /// Of a person, the name as it is sorted, family name first; guessed when left out.
    #[arg(long, value_name = "NAME", value_parser = crate::atoms::name)]
    sort_name: Option<Text>,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &RenameArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    complete(&[(args.who.is_some(), "WHO, by name or id"), (args.name.is_some(), "NAME, the new one")], terminal)?;
    let site = open(directory, terminal)?;
    let campaign = site.campaign("nothing was written")?;
    let words = args.who.as_deref().unwrap_or_default();
    let pages = addressed(words, campaign, &args.within)?;
    if !pages.is_empty() {
        let fits = if let [page] = pages[..] { Fitting::One(page) } else { Fitting::Several(pages) };
        let of = one(fits, words, ToString::to_string, terminal)?;
        let new = told(args.name.as_ref(), "Which id does it get? (a to z, 0 to 9 and hyphens) ", terminal)?;
        return args.agreeing.carry_out_once(readdress(&site, of, new.as_str())?, &[], terminal);
    }
    let all = speakers(campaign, &args.within)?;
    if let (Some(words), Err(why)) = (&args.who, Speaker::fitting(words, &all)) {
        return Err(site.not_found(meant_address(&why, words, campaign, &args.within)?));
    }
    let asked = "Who gets another name? (a part of the name, an id, or a party) ";
    let who = somebody(args.who.as_deref(), &all, asked, &site, terminal)?;
    let name = told(args.name.as_ref(), &format!("What is {} called from now on? ", who.name()), terminal)?;
    let acted = rename(&site, &who, &NewName { name, sort_name: args.sort_name.clone() })?;
    args.agreeing.carry_out_once(acted, &[who], terminal)
}
