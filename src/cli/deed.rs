//! What people do to the records, as commands: each has the arguments that it declares, and asks at a terminal for the rest.

use std::marker::PhantomData;
use std::path::Path;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Args as _, Command, Error, FromArgMatches, Subcommand};

use super::prompted::{answered, is_complete};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::desk::{Deed, Filled, How, Prompt};

/// Some of what people do to the records.
pub(super) trait WhichDeeds {
    /// Which.
    fn all() -> Vec<Deed>;
}

/// What the command line says of one of them.
#[derive(Debug)]
pub(super) struct SaidDeed<D> {
    /// Its name.
    name: String,
    filled: Filled,
    /// How it is agreed to.
    pub(super) agreeing: Agreeing,
    deeds: PhantomData<D>,
}

/// Those that change what is on record.
#[derive(Debug)]
pub(super) struct ChangingDeeds;

impl WhichDeeds for ChangingDeeds {
    fn all() -> Vec<Deed> {
        Deed::changed()
    }
}

impl<D: WhichDeeds> SaidDeed<D> {
    fn named(name: &str) -> Deed {
        let found = D::all().into_iter().find(|deed| deed.name == name);
        found.unwrap_or_else(|| unreachable!("the command line knows no {name}"))
    }

    pub(super) fn run(&self, agreeing: Agreeing, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
        let deed = Self::named(&self.name);
        is_complete(&deed.asks, &self.filled, terminal)?;
        let site = open(directory, terminal)?;
        let filled = answered(&deed, self.filled.clone(), &site, terminal)?;
        let whom = deed.whom(site.campaign("nothing was written")?, &filled);
        agreeing.carry_out_once(deed.act(&site, &filled)?, &whom, terminal)
    }
}

impl<D: WhichDeeds> Subcommand for SaidDeed<D> {
    fn augment_subcommands(command: Command) -> Command {
        D::all().iter().fold(command, |command, deed| command.subcommand(command_of(deed)))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        D::all().iter().any(|deed| deed.name == name)
    }
}

impl<D: WhichDeeds> FromArgMatches for SaidDeed<D> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let Some((name, matches)) = matches.subcommand() else {
            return Err(Error::new(clap::error::ErrorKind::MissingSubcommand));
        };
        let said = |prompt: &Prompt| match prompt.how {
            How::Flag => matches.get_flag(prompt.argument).then(|| vec!["yes".to_owned()]),
            _ => Some(matches.get_many::<String>(prompt.argument)?.cloned().collect()),
        };
        let deed = Self::named(name);
        let filled = deed.asks.iter().filter_map(|prompt| Some((prompt.argument.to_owned(), said(prompt)?)));
        let agreeing = Agreeing::from_arg_matches(matches)?;
        Ok(Self { name: name.to_owned(), filled: filled.collect(), agreeing, deeds: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn command_of(deed: &Deed) -> Command {
    // More examples stand among them; other notes below.
    let apart = if deed.notes.is_empty() || deed.notes.starts_with(' ') { "" } else { "\n" };
    let bare = if deed.is_new() { "hustings add" } else { "hustings" };
    let after = format!("Examples:\n  {bare} {}\n  {}\n{apart}{}", deed.name, deed.example, deed.notes);
    let command = Command::new(deed.name).after_help(after.trim_end().to_owned());
    let command = command.args(deed.asks.iter().map(argument));
    match deed.is_new() {
        true => command.about(deed.about.trim_end_matches('.')),
        false => {
            Agreeing::augment_args(command).about(deed.title).long_about(format!("{}.\n\n{}", deed.title, deed.about))
        }
    }
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
    let value = if prompt.value.is_empty() { "TEXT" } else { prompt.value };
    let arg = arg.value_name(value).value_parser(ValueParser::from(move |said: &str| reader.spelt(said)));
    match prompt.between {
        Some(_) if prompt.is_placed => arg.num_args(1..).action(ArgAction::Append),
        Some(between) => arg.action(ArgAction::Append).value_delimiter(between),
        None => arg,
    }
}
