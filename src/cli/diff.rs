use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::site::folder;
use super::{Exit, Ran, Terminal};
use crate::desk::{Difference, DifferenceGroup, Differences, NOT_COMPARED, NotDone, OpenSite, Revision, differences};
use crate::diagnostic::harmless_json;
use crate::load::SITE_FILE;

/// Say what changed between two states of the records, in sentences for a newsletter.
///
/// New and changed answers with their sources, what was double-checked, disputed, withdrawn or taken down, new replies, what parties
/// say, who is new on the list or has withdrawn, who was elected, pledges, claims and reports, and corrections. Only what the site shows: an answer that is held back is in neither.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings diff HEAD~5                  what changed since five commits ago
  hustings diff v1 v2                   from one revision of git to another
  hustings diff ../last-week            from a copy of the site's folder to the records as they are
  hustings diff main --format json      for a program

A state is a folder with a hustings.yaml, from where you are, or else a revision of the git repository that the site's folder is in. Nothing in the
repository changes, and git asks no other machine.")]
pub(super) struct DiffArgs {
    /// The earlier state: a folder, or a revision of git.
    #[arg(value_name = "OLD")]
    old: String,
    /// The later state; the records as they are when it is left out.
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// In what form to print.
    #[arg(long, value_enum, default_value_t)]
    format: DiffShape,
}

/// In what form changes are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum DiffShape {
    /// Sentences, by election and ballot.
    #[default]
    Text,
    /// One JSON object.
    Json,
}

/// One of the two states.
enum RecordsState {
    Folder(PathBuf, String),
    Revision(Revision, String),
}

impl RecordsState {
    fn named(name: &str, directory: Option<&Path>) -> Result<Self, NotDone> {
        let path = Path::new(name);
        if !name.is_empty() && path.join(SITE_FILE).is_file() {
            return Ok(Self::Folder(path.to_path_buf(), name.to_owned()));
        }
        let revision = Revision::of(&folder(directory)?, name)?;
        let called = format!("{name} ({})", revision.name);
        Ok(Self::Revision(revision, called))
    }

    fn open(&self, terminal: &mut Terminal<'_>) -> Result<OpenSite, NotDone> {
        let (Self::Folder(_, name) | Self::Revision(_, name)) = self;
        let path = match self {
            Self::Folder(path, _) => path,
            Self::Revision(revision, _) => revision.path(),
        };
        let site = OpenSite::open(path.to_path_buf(), terminal.today)?;
        if site.campaign(NOT_COMPARED).is_err() {
            terminal.complain(format_args!("In {name}:\n"));
        }
        site.campaign(NOT_COMPARED)?;
        Ok(site)
    }

    fn name(&self) -> &str {
        let (Self::Folder(_, name) | Self::Revision(_, name)) = self;
        name
    }
}

pub(super) fn run(args: &DiffArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let old = RecordsState::named(&args.old, directory)?;
    let new = match &args.new {
        Some(new) => RecordsState::named(new, directory)?,
        None => RecordsState::Folder(folder(directory)?, "the records as they are".to_owned()),
    };
    let (was, is) = (old.open(terminal)?, new.open(terminal)?);
    let told = differences(&was, &is)?;
    for (state, errors) in [(&old, told.old_errors), (&new, told.new_errors)].iter().filter(|(_, errors)| *errors > 0) {
        let (s, name) = (if *errors == 1 { "" } else { "s" }, state.name());
        terminal.say(format_args!("Note: {errors} error{s} in {name}: what they hide may look new or gone."));
    }
    match args.format {
        DiffShape::Json => {
            let json = serde_json::to_string_pretty(&told).unwrap_or_else(|error| unreachable!("{error}"));
            terminal.print_shown(format!("{}\n", harmless_json(&json)))?;
        }
        DiffShape::Text => terminal.print(text(&told, (old.name(), new.name())))?,
    }
    Ok(Exit::Clean)
}

fn text(told: &Differences, (old, new): (&str, &str)) -> String {
    let Differences { old_as_of, new_as_of, elections, around, corrections, notes, .. } = told;
    let mut out = format!("What changed from {old} (as of {old_as_of}) to {new} (as of {new_as_of})\n");
    if told.is_empty() {
        out.push_str("\nNothing changed that the site shows.\n");
    }
    for election in elections {
        let fictional = if election.fictional { " (made up)" } else { "" };
        let _ = writeln!(out, "\n{}{fictional}", election.name);
        for DifferenceGroup { name, changes, .. } in &election.groups {
            list(&mut out, name, changes);
        }
    }
    list(&mut out, "Claims, rules and pledges", around);
    list(&mut out, "Corrections", corrections);
    list(&mut out, "For those who keep the records", notes);
    out
}

fn list(out: &mut String, heading: &str, changes: &[Difference]) {
    if changes.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{heading}");
    for change in changes {
        let _ = writeln!(out, "- {}", change.sentence);
    }
}
