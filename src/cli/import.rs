use std::path::{Path, PathBuf};

use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::saving::Saving;
use super::terminal::Loudness;
use super::{Exit, Ran, Terminal, import_asking, open};
use crate::atoms::ElectionId;
use crate::country::uk::Nation;
use crate::desk::NotDone;
use crate::import::{
    CandidateOptions, FigureOptions, MapOptions, MissingPeople, PostcodeOptions, Progress, Proposal, SaidColumn,
    SaidParty, Stage, candidates, column_named, figures, map, postcodes,
};

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
    /// Make or update elections, ballots and parties from a list of candidates.
    ///
    /// FILE is a CSV file as Democracy Club exports it, of any age, or a list of your own with names, parties and areas. New people are added by their family
    /// names; merged ids, new names and new parties are followed; who is no longer listed is marked so. Positions,
    /// comments and the order of a file stay as they are. Where the list contradicts a record in anything else,
    /// the record stays and the summary says so. Columns with personal data are never read.
    /// Running it again changes nothing.
    #[command(after_help = "\
Examples:
  hustings import candidates parl.2031-05-01.csv
  hustings import candidates local.csv --election local.example-town.2031-05-01
  hustings import candidates early.csv --election parl.2015-05-07 --date 2015-05-07
  hustings import candidates our-own.csv --election parl.2031-05-01
  hustings import candidates our-own.csv --column name='Standing' --party 'The Harbour=pp9001' --nation wales …

At a terminal it asks for what a list of your own does not say.

The oldest lists (“name,id,party,constituency,…”) name no election: give --election. They are older
than any other list, so to a ballot that is on record they only add people.")]
    Candidates {
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
        /// What the list calls a column: name, party, area, gss or another that is read; once for each.
        #[arg(long = "column", value_name = "COLUMN=HEADING", value_parser = said_column)]
        columns: Vec<SaidColumn>,
        /// Which party on record a name in a list of your own means, or “new”; once for each.
        #[arg(long = "party", value_name = "NAME=ID|new", value_parser = said_party)]
        parties: Vec<(String, SaidParty)>,
        /// The nation of the areas of which the list does not say it.
        #[arg(long, value_name = "NATION")]
        nation: Option<Nation>,
    },
    /// Make or update figures: a number for each area, shown on the ballot pages.
    ///
    /// FILE is a table with a row for each area, as CSV (with commas, semicolons or tabs) or packed as .csv.gz. It has codes or
    /// names of areas in one column and figures in another. Rows of countries and regions are left out. A sign such as “..”, “*” or
    /// “c” means that no figure is published. Fewer than 10 people are never kept as a number. What --title, --says and the
    /// like said stands in the record, so an update needs only what is new. Running it again changes nothing.
    #[command(after_help = "\
Examples:
  hustings import figures borrowers.csv --title 'Library borrowers' --says 'people borrowed a book' --date 2030-05 \\
      --publisher 'Example Office' --licence CC0 --credit 'Figures: Example Office'
  hustings import figures homes.csv --value 'Empty (%)' --unit percent --says 'of all homes stood empty' …
  hustings import figures thousands.csv --value 'Total (000s)' --times 1000 …

The page says: “In Example Town, 2,345 people borrowed a book in May 2030.”")]
    Figures {
        /// The table.
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
        #[command(flatten)]
        options: Box<FigureOptions>,
    },
    /// Put a hexagon map of the areas on the pages of elections and questions.
    ///
    /// FILE is a map in the HexJSON format whose keys are GSS codes. The areas and their places are kept in content/data/,
    /// with a record of where the map comes from; anything else in the file is left out. An
    /// election whose boundaries have the same name gets the map. A map that stands there already is never written over; of its record
    /// only what you say anew is changed.
    #[command(after_help = "\
Example:
  hustings import map areas.hexjson --boundaries 2030 --title 'Map of the areas' \\
      --publisher 'Example Office' --licence CC0 --credit 'Map: Example Office'")]
    Map {
        /// The map.
        #[arg(value_name = "FILE.hexjson")]
        file: PathBuf,
        #[command(flatten)]
        options: Box<MapOptions>,
    },
    /// Make or update the table by which postcodes lead to areas.
    ///
    /// A FILE is a directory of the Office for National Statistics (ONSPD or NSPL), Code-Point Open with --lookup, or
    /// a table with the columns “postcode” and “gss”; as CSV, or packed as .csv.gz. A FOLDER is read with all such files in it.
    /// The table and a record of where it comes from are written into content/data/. Running it again changes nothing; of a record that
    /// stands there, only what is known anew is changed.
    #[command(after_help = "\
Examples:
  hustings import postcodes ONSPD_NOV_2031/Data/multi_csv
  hustings import postcodes codepo_gb/Data/CSV --lookup wards-to-areas.csv --date 2031-02
  hustings import postcodes list.csv --source-title 'Our list' --publisher Us --licence CC0 --credit 'Our list'

Northern Ireland's postcodes (BT) are licensed apart, so they are left out unless you say that you may publish them.")]
    Postcodes {
        /// The directory, or a folder with its files.
        #[arg(value_name = "FILE|FOLDER", required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        options: Box<PostcodeOptions>,
    },
}

pub(super) fn run(args: &ImportArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = &open(directory, terminal)?;
    let (root, saving) = (&*site.root, args.saving);
    let bar = Bar::new(terminal.interactive && terminal.loudness > Loudness::Quiet);
    let proposed = match &args.what {
        What::Candidates { file, election, date, partial, really, columns, parties, nation } => {
            let missing = match (partial, really) {
                (true, _) => MissingPeople::Stay,
                (false, true) => MissingPeople::Any,
                (false, false) => MissingPeople::Few,
            };
            let (columns, parties) = (columns.clone(), parties.clone());
            let mut options = CandidateOptions {
                election: election.clone(),
                date: *date,
                missing,
                columns,
                parties,
                nation: *nation,
            };
            if terminal.has_somebody() {
                import_asking::complete(root, file, &mut options, terminal)?;
            }
            candidates(root, file, &options, &bar)
        }
        What::Figures { file, options } => figures(root, file, options),
        What::Map { file, options } => map(root, file, options),
        What::Postcodes { files, options } => postcodes(root, files, options, &bar),
    };
    let saved = proposed.map_err(NotDone::from).and_then(|Proposal { summary, doubts, changes }| {
        let (files, change) = (changes.len(), site.propose(changes)?);
        bar.0.suspend(|| doubts.iter().for_each(|doubt| terminal.say(format_args!("Warning: {doubt}"))));
        saving.save(change, &bar, terminal)?;
        Ok((summary.join("\n"), files))
    });
    bar.0.finish_and_clear();
    let (summary, files) = saved?;
    terminal.say(summary);
    match (files, &args.what) {
        (_, What::Map { .. }) => {}
        _ if saving.dry_run => {}
        (0, _) => terminal.say("Nothing to change."),
        (1, _) => terminal.say("1 file written."),
        (n, _) => terminal.say(format!("{n} files written.")),
    }
    Ok(Exit::Clean)
}

/// `name=Heading`: what a list calls a column.
fn said_column(said: &str) -> Result<SaidColumn, String> {
    let (name, heading) = said.split_once('=').ok_or("write it as name=“Heading in the list”")?;
    let column = column_named(name).ok_or_else(|| {
        format!(
            "no column “{name}” is read of lists; it may be name, first_name, surname, party, area, gss, region or id"
        )
    })?;
    Ok(SaidColumn { column, heading: heading.trim().to_owned() })
}

/// `Name in the list=pp53`: which party a name means.
fn said_party(said: &str) -> Result<(String, SaidParty), String> {
    let (name, party) =
        said.rsplit_once('=').ok_or("write it as “Name in the list=pp53”, or “Name in the list=new”")?;
    let party = match party.trim() {
        "new" => SaidParty::New,
        id => SaidParty::Known(id.parse().map_err(|malformed| format!("{malformed}"))?),
    };
    Ok((name.trim().to_owned(), party))
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
        self.0.set_position(0);
        self.0.set_length(steps as u64);
        self.0.set_message(match stage {
            Stage::Rows => "Reading rows",
            Stage::Megabytes => "Reading (MB)",
            Stage::Ballots => "Comparing ballots",
            Stage::Files => "Writing files",
        });
    }

    fn step(&self) {
        self.0.inc(1);
    }
}
