//! Takes the words of a command line and a [`Terminal`], gives an [`Exit`]. One file for each
//! command: its arguments and a run of a few lines. Never decides what a record means.

mod add;
mod ask;
mod asking;
mod build;
mod check;
mod completions;
mod confirm;
mod deed;
#[cfg(feature = "serve")]
mod desk;
mod diff;
mod explain;
#[cfg(feature = "fetch")]
mod fetch;
mod form;
mod import;
mod import_asking;
mod init;
mod mail_words;
mod man;
mod mentions;
mod preview_for;
mod prompted;
mod read;
mod record;
mod rename;
mod report;
mod reports;
mod saving;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod sheet;
mod shown_mark;
mod site;
mod status;
mod status_page;
mod terminal;
mod transcribe;
mod worker;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

pub use terminal::{Loudness, Terminal};

use crate::atoms::day;
use crate::desk::NotDone;
use crate::threads;
use site::{NOTHING_TO_SEE, open};

/// How a run ended; its number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Clean = 0,
    /// There are errors in the data.
    Errors = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// The system did not let us: a missing folder, a full disk.
    Environment = 3,
}

/// Builds scorecard sites for campaigns that ask candidates where they stand.
#[derive(Debug, Parser)]
#[command(name = "hustings", version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Cli {
    /// Work on the site in this folder instead of the current one.
    #[arg(short = 'C', long = "directory", value_name = "DIR", global = true)]
    directory: Option<PathBuf>,
    /// Print errors only.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Print what each stage did and how long it took.
    #[arg(short, long, global = true)]
    verbose: bool,
    /// Print every problem, however many there are.
    #[arg(long, global = true)]
    all: bool,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  hustings init my-site          write a starter site to learn from
  hustings check                 report everything that is wrong with the site here
  hustings import candidates FILE.csv
                                 read a list of candidates into the records
  hustings as-of                 say that the records are true today
  hustings add candidate         put a candidate, question or ballot into the records; asks for the rest
  hustings ask first-letter      ask candidates: letters for them, and a record of who was asked what
  hustings record asha library yes
                                 record an answer; asks for the rest
  hustings sign meadow-free asha --kind signature
                                 record who signed a pledge; asks for the rest
  hustings confirm               go through what waits for a second pair of eyes
  hustings preview-for asha --out for-asha
                                 make what you will say of somebody, to send to them first
  hustings withdraw greta        say that somebody does not stand any more
  hustings elected asha --source 'Declaration of result'
                                 say who was elected, and how you know it
  hustings rename asha 'Asha Sample'
                                 give a candidate or a party another name
  hustings reports              tell how many people reported what, in bands
  hustings takedown ben library  take an answer off the site, with a dated note
  hustings sheet export answers.csv
                                 all answers as a spreadsheet, to fill in and import
  hustings serve                 show it in a browser while you work on it
  hustings desk                  record, confirm and add in a browser, without a command
  hustings fetch                 get the documents that records point at
  hustings transcribe            make texts of them
  hustings mentions leaflet.txt  show where a text speaks of the site's questions
  hustings read asha-leaflet     read a document at the desk, and record what you found
  hustings status                say what is to be done next, and how far you are
  hustings diff HEAD~5           say what changed, in sentences for a newsletter
  hustings build                 build the site here into public/
  hustings explain stray-file    say what a code of “check” means

Exit codes: 0 clean, 1 errors in the data, 2 wrong usage, 3 the system would not let us.";

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::InitArgs),
    Check(check::CheckArgs),
    Build(build::BuildArgs),
    Import(import::ImportArgs),
    #[cfg(feature = "fetch")]
    Fetch(Box<fetch::FetchArgs>),
    Mentions(mentions::MentionsArgs),
    Read(read::ReadArgs),
    Add(Box<add::AddArgs>),
    Record(Box<record::RecordArgs>),
    Confirm(confirm::ConfirmArgs),
    Diff(diff::DiffArgs),
    PreviewFor(preview_for::PreviewForArgs),
    #[command(flatten)]
    Changed(deed::SaidDeed<deed::ChangingDeeds>),
    Rename(rename::RenameArgs),
    Reports(reports::ReportsArgs),
    Ask(Box<ask::AskArgs>),
    Sheet(sheet::SheetArgs),
    Transcribe(transcribe::TranscribeArgs),
    Schema(schema::SchemaArgs),
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
    #[cfg(feature = "serve")]
    Desk(desk::DeskArgs),
    Status(status::StatusArgs),
    Explain(explain::ExplainArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
    #[command(hide = true)]
    Worker(worker::WorkerArgs),
}

/// Runs a command line.
pub fn run(words: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> Exit {
    let cli = match Cli::try_parse_from(words) {
        Ok(cli) => cli,
        Err(error) => return terminal.usage(&error),
    };
    terminal.set_loudness(cli.quiet, cli.verbose);
    terminal.all_problems = cli.all;
    let directory = cli.directory.as_deref();
    // One step of reading a file needs no help, and many such processes may run at once.
    if !matches!(cli.command, Command::Worker(_)) {
        threads::hire();
    }
    carry_out(cli.command, directory, terminal).unwrap_or_else(|not_done| report::not_done(not_done, terminal))
}

fn carry_out(command: Command, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    match command {
        Command::Init(args) => init::run(&args, directory, terminal),
        Command::Check(args) => check::run(&args, directory, terminal),
        Command::Build(args) => build::run(&args, directory, terminal),
        Command::Import(args) => import::run(&args, directory, terminal),
        #[cfg(feature = "fetch")]
        Command::Fetch(args) => fetch::run(&args, directory, terminal),
        Command::Mentions(args) => mentions::run(&args, directory, terminal),
        Command::Transcribe(args) => transcribe::run(&args, directory, terminal),
        Command::Worker(args) => worker::run(&args, terminal),
        Command::Read(args) => read::run(&args, directory, terminal),
        Command::Add(args) => add::run(&args, directory, terminal),
        Command::Record(args) => record::run(&args, directory, terminal),
        Command::Ask(args) => ask::run(&args, directory, terminal),
        Command::Diff(args) => diff::run(&args, directory, terminal),
        Command::Confirm(args) => confirm::run(&args, directory, terminal),
        Command::PreviewFor(args) => preview_for::run(&args, directory, terminal),
        Command::Changed(args) => args.run(args.agreeing, directory, terminal),
        Command::Rename(args) => rename::run(&args, directory, terminal),
        Command::Reports(args) => reports::run(&args, directory, terminal),
        Command::Sheet(args) => sheet::run(&args, directory, terminal),
        Command::Status(args) => status::run(&args, directory, terminal),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args, directory, terminal),
        #[cfg(feature = "serve")]
        Command::Desk(args) => desk::run(&args, directory, terminal),
        Command::Explain(args) => explain::run(&args, terminal),
        Command::Schema(args) => schema::run(&args, terminal),
        Command::Completions(args) => completions::run(&args, terminal),
        Command::Man(args) => man::run(&args, terminal),
    }
}

/// What every command's run gives.
type Ran = Result<Exit, NotDone>;
