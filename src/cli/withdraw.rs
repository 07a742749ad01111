use std::path::Path;

use super::asking::{somebody, told_if_any};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::atoms::{PartialDate, Standing, Text};
use crate::desk::{Withdrawal, Within, candidacies, withdraw};

/// Say that somebody does not stand any more.
///
/// The person stays on the pages of the site, with what became of them. What they answered stays too.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings withdraw greta
  hustings withdraw greta --on 2031-04-10 --because 'She has moved away.'
  hustings withdraw 900104 --on 2031-04-12 --died")]
pub(super) struct WithdrawArgs {
    /// Who: a part of the name, an id or the address of the page.
    #[arg(value_name = "PERSON")]
    person: Option<String>,
    /// Since when; 2031-04 when you do not know the day.
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// Why, as a sentence. It is published.
    #[arg(long, value_name = "TEXT")]
    because: Option<Text>,
    /// The person has died.
    #[arg(long)]
    died: bool,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &WithdrawArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let all = candidacies(site.campaign("nothing was written")?, &args.within)?;
    let asked = "Who does not stand any more? (a part of the name, or an id) ";
    let who = somebody(args.person.as_deref(), &all, asked, &site, terminal)?;
    let (mut date, mut because) = (args.on, args.because.clone());
    if args.person.is_none() {
        told_if_any(&mut date, "Since when? (2031-04-10; Enter: not known) ", terminal)?;
        told_if_any(&mut because, "Why, as a sentence? (it is published; Enter: leave it out) ", terminal)?;
    }
    let status = if args.died { Standing::Died } else { Standing::Withdrawn };
    let acted = withdraw(&site, &who, &Withdrawal { status, date, because })?;
    args.agreeing.carry_out_once(acted, &[who], terminal)
}
