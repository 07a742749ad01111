use std::path::Path;

use super::{Exit, Ran, Terminal, report, root};
use crate::atoms::Standing;
use crate::edit::Value;
use crate::model::{Ballot, Election, Overrides};
use crate::pipeline;

/// Print what a round of asking would put today, and to whom, to be copied into the round's file.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings round parl.2015-05-07            what to write below the dates of the round
  hustings round parl.2015-05-07 >> candidates/parl.2015-05-07/asks/first-letter.yaml

A round is a fact of its day: whoever comes onto a list later, a question that is added later and a newer version of
one were not part of it. So a round names its questions and its people. Take out whom you did not ask.")]
pub(super) struct Args {
    /// The election, by its id.
    #[arg(value_name = "ELECTION")]
    election: String,
}

pub(super) fn run(args: &Args, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = root::find(directory)?;
    let planned = pipeline::prepare(&root, &Overrides::on(terminal.today))?;
    let Some((campaign, _)) = &planned.site else {
        return Ok(report::errors(planned.found, &planned.sources, "there is no site to look at", terminal));
    };
    let Some(election) = campaign.elections.iter().find(|election| election.id.as_str() == args.election) else {
        let ids = campaign.elections.iter().map(|election| election.id.as_str());
        return Ok(terminal.unknown("election", &args.election, ids));
    };
    terminal.print(round(election))?;
    Ok(Exit::Clean)
}

/// The questions of an election and everybody who stands, as the keys of a round.
fn round(election: &Election) -> String {
    let questions = election.questions.iter().map(|put| {
        let version = ("version", Value::plain(put.version));
        Value::Map(vec![("question", Value::plain(put.id())), version])
    });
    let ballots = election.ballots.iter().filter_map(|ballot| {
        let people = people(ballot);
        let entry = vec![("ballot", Value::plain(&ballot.id)), ("people", Value::List(people))];
        matches!(&entry[1].1, Value::List(people) if !people.is_empty()).then_some(Value::Map(entry))
    });
    let list = |key: &str, entries: &mut dyn Iterator<Item = Value>| {
        let lines: String = entries.map(|entry| format!("  - {}\n", entry.to_block())).collect();
        format!("{key}:\n{lines}")
    };
    list("questions", &mut questions.into_iter()) + &list("ballots", &mut ballots.into_iter())
}

/// Who stands on a ballot; people who stand twice only where their answers are.
fn people(ballot: &Ballot) -> Vec<Value> {
    let standing = ballot.candidacies.iter().filter(|c| c.status == Standing::Standing && c.answers_in.is_none());
    standing.map(|candidacy| Value::plain(&candidacy.person)).collect()
}
