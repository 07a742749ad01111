mod figures;
mod map;
mod postcodes;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::saving::Saving;
use super::terminal::Loudness;
use super::{Exit, Ran, Terminal, open};
use crate::atoms::ElectionId;
use crate::desk::NotDone;
use crate::import::{CandidateOptions, MissingPeople, Progress, Proposal, Stage, candidates, figures, map, postcodes};

/// Read other people's lists into the records, keeping what people wrote.
#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    saving: Saving,
}

#[derive(Debug, Subcommand)]
enum What {
    Candidates(Candidates),
    Figures(Box<figures::Figures>),
    Map(Box<map::Map>),
    Postcodes(Box<postcodes::Postcodes>),
}

/// Make or update elections, ballots and parties from a list of candidates.
///
/// FILE is a CSV file as Democracy Club exports it, of any age, or a list of your own with names, parties and areas. New people are added by their family
/// names; merged ids, new names and new parties are followed; who is no longer listed is marked so. Positions,
/// comments and the order of a file stay as they are. Where the list contradicts a record in anything else,
/// the record stays and the summary says so. Columns with personal data are never read.
/// Running it again changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings import candidates parl.2031-05-01.csv
  hustings import candidates local.csv --election local.example-town.2031-05-01
  hustings import candidates early.csv --election parl.2015-05-07 --date 2015-05-07
  hustings import candidates our-own.csv --election parl.2031-05-01

The oldest lists (“name,id,party,constituency,…”) name no election: give --election. They are older
than any other list, so to a ballot that is on record they only add people.")]
struct Candidates {
    /// The list of candidates.
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,
    /// The election of a list that names none; of other lists, import this election only.
    #[arg(long, value_name = "ID")]
    election: Option<ElectionId>,
    /// The polling day, when neither the list nor the election's id says it.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    date: Option<Date>,
    /// The list holds only a part of the people: whoever is not in it stays as they are.
    #[arg(long)]
    partial: bool,
    /// Whoever is not in the list stands no more, even when that is more than a third of them.
    #[arg(long, conflicts_with = "partial")]
    really: bool,
}

impl Candidates {
    fn options(&self) -> CandidateOptions {
        let missing = match (self.partial, self.really) {
            (true, _) => MissingPeople::Stay,
            (false, true) => MissingPeople::Any,
            (false, false) => MissingPeople::Few,
        };
        CandidateOptions { election: self.election.clone(), date: self.date, missing }
    }
}

pub(super) fn run(args: &ImportArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = &open(directory, terminal)?;
    let (root, saving) = (&*site.root, args.saving);
    let bar = Bar::new(terminal.interactive && terminal.loudness > Loudness::Quiet);
    let proposed = match &args.what {
        What::Candidates(args) => candidates(root, &args.file, &args.options(), &bar),
        What::Figures(args) => figures(root, &args.file, &args.options),
        What::Map(args) => map(root, &args.file, &args.options),
        What::Postcodes(args) => postcodes(root, &args.files, &args.options, &bar),
    };
    let saved = proposed.map_err(NotDone::from).and_then(|Proposal { summary, changes }| {
        let files = changes.len();
        saving.save(site.propose(changes)?, &bar, terminal)?;
        Ok((summary.join("\n"), files))
    });
    bar.0.finish_and_clear();
    let (summary, files) = saved?;
    terminal.say(summary);
    match (files, &args.what) {
        (_, What::Map(_)) => {}
        _ if saving.dry_run => {}
        (0, _) => terminal.say("Nothing to change."),
        (1, _) => terminal.say("1 file written."),
        (n, _) => terminal.say(format!("{n} files written.")),
    }
    Ok(Exit::Clean)
}

/// A progress bar, shown only when a person watches.
struct Bar(ProgressBar);

impl Bar {
    fn new(shown: bool) -> Self {
        let bar = if shown { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{msg:18} {bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        Self(bar)
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, steps: usize) {
        self.0.set_message(match stage {
            Stage::Rows => "Reading rows",
            Stage::Megabytes => "Reading (MB)",
            Stage::Ballots => "Comparing ballots",
            Stage::Files => "Writing files",
        });
        self.0.set_length(steps as u64);
        self.0.set_position(0);
    }

    fn step(&self) {
        self.0.inc(1);
    }
}
