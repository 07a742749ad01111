use std::any::TypeId;
use std::error::Error as _;
use std::path::{Path, PathBuf};

use clap::builder::ArgAction;
use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory as _, Parser as _};
use jiff::civil::Date;

use super::acts::DeskAct;
use crate::atoms::capitalised;
use crate::cli::report::not_done;
use crate::cli::{Cli, Exit, Loudness, Terminal, carry_out};
use crate::desk::Filled;

/// What a command would do, or did.
pub(super) struct Done {
    /// The change, as a diff; empty when there is none.
    pub(super) diff: String,
    /// What it says besides.
    pub(super) said: String,
}

/// Why a command was not carried out.
pub(super) struct Amiss {
    /// The arguments in which it lies, if it lies in some.
    pub(super) arguments: Vec<String>,
    /// What is wrong.
    pub(super) what: String,
}

/// Arguments of commands with which a form has nothing to do, or which it gives by itself. None that names a file is asked for.
const NOT_ASKED: [&str; 10] =
    ["help", "version", "quiet", "verbose", "all", "yes", "dry_run", "paper", "deadline", "how"];

/// An argument that a form can give.
pub(super) struct Argument {
    /// Its name in the form.
    pub(super) name: String,
    /// What it is called on a command line.
    pub(super) flag: Option<String>,
    /// What it is.
    pub(super) help: String,
    /// Whether it is given or not, without a value.
    pub(super) is_flag: bool,
}

impl DeskAct {
    /// The command, as it is declared.
    fn declared(&self) -> clap::Command {
        let mut command = Cli::command();
        command.build();
        let found = self.command.iter().try_fold(command, |of, word| of.find_subcommand(word).cloned());
        found.unwrap_or_default()
    }

    /// Its arguments: those in their places first, in that order.
    pub(super) fn arguments(&self) -> Vec<Argument> {
        let command = self.declared();
        let mut all: Vec<&clap::Arg> = command.get_arguments().collect();
        all.sort_by_key(|one| one.get_index().unwrap_or(usize::MAX));
        let names_file = |one: &clap::Arg| one.get_value_parser().type_id() == TypeId::of::<PathBuf>();
        let is_asked = |id: &str| self.asks.iter().any(|ask| ask.argument == id) || !NOT_ASKED.contains(&id);
        let all = all.into_iter().filter(|one| !names_file(one) && is_asked(one.get_id().as_str()));
        let argument = |one: &clap::Arg| Argument {
            name: one.get_id().to_string(),
            flag: one.get_long().map(|long| format!("--{long}")),
            help: one.get_help().map(ToString::to_string).unwrap_or_default(),
            is_flag: matches!(one.get_action(), ArgAction::SetTrue),
        };
        all.map(argument).collect()
    }

    /// The words of a command line. What a form gives can be nothing but a value there.
    fn words(&self, filled: &Filled, is_trial: bool) -> Vec<String> {
        let mut words: Vec<String> = self.command.iter().map(|word| (*word).to_owned()).collect();
        let mut placed = vec!["--".to_owned()];
        for argument in self.arguments() {
            let Some(values) = filled.get(&argument.name) else { continue };
            match &argument.flag {
                Some(flag) if argument.is_flag => words.push(flag.clone()),
                Some(flag) => words.extend(values.iter().map(|value| format!("{flag}={value}"))),
                None => placed.extend(values.iter().cloned()),
            }
        }
        words.extend(is_trial.then(|| "--dry-run".to_owned()));
        words.extend(placed);
        words
    }

    /// Shows what the command would change.
    pub(super) fn trial(&self, filled: &Filled, root: &Path, today: Date) -> Result<Done, Amiss> {
        self.run(filled, true, root, today)
    }

    /// Carries the command out.
    pub(super) fn carry_out(&self, filled: &Filled, root: &Path, today: Date) -> Result<Done, Amiss> {
        self.run(filled, false, root, today)
    }

    fn run(&self, filled: &Filled, is_trial: bool, root: &Path, today: Date) -> Result<Done, Amiss> {
        let words = std::iter::once("hustings".to_owned()).chain(self.words(filled, is_trial));
        let command = Cli::try_parse_from(words).map_err(|error| self.misread(&error))?.command;
        let (exit, done) = overheard(today, |terminal| {
            carry_out(command, Some(root), terminal).unwrap_or_else(|why| not_done(why, terminal))
        });
        match exit {
            Exit::Clean => Ok(done),
            _ => Err(Amiss { arguments: Vec::new(), what: self.in_words_of_the_form(failure(&done.said)) }),
        }
    }

    /// Why a value cannot be read, and in which argument it is.
    fn misread(&self, error: &clap::Error) -> Amiss {
        let of = match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::String(of)) => of.split(['<', '=', ' ']).next().unwrap_or_default().trim().to_owned(),
            _ => String::new(),
        };
        let is = |one: &Argument| one.flag.as_deref().map_or(one.name.eq_ignore_ascii_case(&of), |flag| flag == of);
        let in_place = || {
            // One in its place is named by its value.
            let name = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
            let called = name.trim_matches(['<', '>', '[', ']', '.']).to_lowercase();
            self.arguments().into_iter().find(|one| one.flag.is_none() && one.name == called)
        };
        let argument = self.arguments().into_iter().find(is).or_else(in_place).map(|one| one.name);
        let what = match error.source() {
            Some(source) => source.to_string(),
            None => error.to_string().trim_start_matches("error: ").lines().next().unwrap_or_default().to_owned(),
        };
        Amiss { arguments: argument.into_iter().collect(), what: self.in_words_of_the_form(&what) }
    }

    /// A message of the command, in which options are called by what the form calls them.
    fn in_words_of_the_form(&self, message: &str) -> String {
        let message = message.replace(crate::cli::asking::MISSING, "Please fill in:");
        let mut arguments = self.arguments();
        // So that no name is taken for the beginning of another.
        arguments.sort_by_key(|one| std::cmp::Reverse(one.flag.as_ref().map_or(0, String::len)));
        arguments.iter().fold(message, |message, one| match &one.flag {
            Some(flag) => message.replace(flag.as_str(), &format!("“{}”", self.label(one))),
            None => message,
        })
    }

    /// What the form calls an argument.
    pub(super) fn label(&self, argument: &Argument) -> String {
        let asked = self.asks.iter().find(|ask| ask.argument == argument.name);
        asked.map_or_else(
            || capitalised(&argument.name.replace(['_', '-'], " ")),
            |ask| ask.label.trim_end_matches('?').to_owned(),
        )
    }
}

/// What a command says that went wrong, without the change that it showed before.
fn failure(said: &str) -> &str {
    said.rsplit_once("\nerror: ").map_or(said, |(_, why)| why)
}

/// What something prints at a terminal where nobody sits.
pub(super) fn overheard<T>(today: Date, run: impl FnOnce(&mut Terminal<'_>) -> T) -> (T, Done) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        answers: None,
        out_colour: false,
        err_colour: false,
        interactive: false,
        today,
        loudness: Loudness::default(),
        all_problems: false,
    };
    let ran = run(&mut terminal);
    let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
    let (diff, said) = (text(out), text(err));
    (ran, Done { diff, said: said.trim().trim_start_matches("error: ").to_owned() })
}
