use std::path::Path;

use super::asking::{somebody, told};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::atoms::{PartialDate, Text, WebUrl};
use crate::desk::{ElectionResult, Within, candidacies, elect};

/// Say who was elected, and how you know it.
///
/// After polling day the site counts what those elected had said. Many at once come with a list of candidates: `hustings
/// import candidates` reads its column “elected”.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings elected asha --source 'Declaration of result' --on 2031-05-02
  hustings elected asha ben 900104 --source 'Declaration of result' --url https://example.org/result
  hustings elected asha --source 'Declaration of result' --votes 1234")]
pub(super) struct ElectedArgs {
    /// Who: a part of the name, an id or the address of the page, of one or several.
    #[arg(value_name = "PERSON")]
    people: Vec<String>,
    /// How you know it. It is published.
    #[arg(long, value_name = "TEXT")]
    source: Option<Text>,
    /// Where that can be read.
    #[arg(long, value_name = "ADDRESS")]
    url: Option<WebUrl>,
    /// When the result was declared.
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// How many votes the person got.
    #[arg(long, value_name = "N")]
    votes: Option<u32>,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &ElectedArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let all = candidacies(site.campaign("nothing was written")?, &args.within)?;
    let asked = "Who was elected? (a part of the name, or an id) ";
    let people = if args.people.is_empty() { vec![None] } else { args.people.iter().map(Some).collect() };
    let who = people.into_iter().map(|words| somebody(words.map(String::as_str), &all, asked, &site, terminal));
    let who = who.collect::<Result<Vec<_>, _>>()?;
    let source = told(args.source.as_ref(), "How do you know it? (it is published) ", terminal)?;
    let result = ElectionResult { source, url: args.url.clone(), date: args.on, votes: args.votes };
    let acted = elect(&site, &who, &result)?;
    args.agreeing.carry_out_once(acted, &who, terminal)
}
