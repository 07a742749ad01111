use std::path::Path;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, Error, FromArgMatches, Subcommand};

use super::prompted::{answered, is_complete};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::desk::{Filled, How, NewRecord, Prompt};

/// Put a candidate, a ballot, a question or another record into the site.
///
/// On a terminal it asks for what you leave out, shows what it would write, and writes it when you say so. The whole site is checked with
/// the new record first: one that makes an error is not written. Nothing that is on record is replaced.
#[derive(Debug, clap::Args)]
#[command(after_help = overview())]
pub(super) struct AddArgs {
    #[command(subcommand)]
    what: Said,
    #[command(flatten)]
    agreeing: Agreeing,
}

/// What the command line says of a new record.
#[derive(Debug)]
struct Said {
    /// The name of its kind.
    name: String,
    filled: Filled,
}

pub(super) fn run(args: &AddArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let kind = named(&args.what.name);
    is_complete(&kind.asks, &args.what.filled, terminal)?;
    let site = open(directory, terminal)?;
    let filled = answered(&kind, args.what.filled.clone(), &site, terminal)?;
    args.agreeing.carry_out(kind.make(&site, &filled)?, &[], terminal)
}

fn named(name: &str) -> NewRecord {
    let found = NewRecord::all().into_iter().find(|kind| kind.name == name);
    found.unwrap_or_else(|| unreachable!("the command line knows no {name}"))
}

/// An example of each kind.
fn overview() -> String {
    let examples: String = NewRecord::all().iter().map(|kind| format!("  {}\n", kind.example)).collect();
    format!("Examples:\n{examples}\nWithout anything behind it, each asks for everything: hustings add candidate")
}

impl Subcommand for Said {
    fn augment_subcommands(command: Command) -> Command {
        command.subcommands(NewRecord::all().iter().map(command_of))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        NewRecord::all().iter().any(|kind| kind.name == name)
    }
}

impl FromArgMatches for Said {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let Some((name, matches)) = matches.subcommand() else {
            return Err(Error::new(clap::error::ErrorKind::MissingSubcommand));
        };
        let said = |prompt: &Prompt| match prompt.how {
            How::Flag => matches.get_flag(prompt.argument).then(|| vec!["yes".to_owned()]),
            _ => Some(matches.get_many::<String>(prompt.argument)?.cloned().collect()),
        };
        let kind = named(name);
        let filled = kind.asks.iter().filter_map(|prompt| Some((prompt.argument.to_owned(), said(prompt)?)));
        Ok(Self { name: name.to_owned(), filled: filled.collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn command_of(kind: &NewRecord) -> Command {
    // More examples stand among them; other notes below.
    let apart = if kind.notes.is_empty() || kind.notes.starts_with(' ') { "" } else { "\n" };
    let after = format!("Examples:\n  hustings add {}\n  {}\n{apart}{}", kind.name, kind.example, kind.notes);
    let command =
        Command::new(kind.name).about(kind.about.trim_end_matches('.')).after_help(after.trim_end().to_owned());
    command.args(kind.asks.iter().map(argument))
}

/// What is asked for, as an argument of the command.
fn argument(prompt: &Prompt) -> Arg {
    let arg = Arg::new(prompt.argument).help(prompt.described());
    let arg = if prompt.is_placed { arg } else { arg.long(prompt.argument) };
    let arg = arg.conflicts_with_all(prompt.not_with.iter().filter(|one| **one != prompt.argument));
    let arg = match prompt.with {
        Some(with) => arg.requires(with),
        None => arg,
    };
    if prompt.how == How::Flag {
        return arg.action(ArgAction::SetTrue);
    }
    let reader = prompt.clone();
    let arg = arg.value_name(prompt.value).value_parser(ValueParser::from(move |said: &str| reader.spelt(said)));
    match prompt.between {
        Some(between) => arg.action(ArgAction::Append).value_delimiter(between),
        None => arg,
    }
}
