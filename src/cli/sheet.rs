use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::saving::Saving;
use super::{Exit, Ran, Terminal, open};
use crate::atoms::Slug;
use crate::desk::{
    SheetExport, SheetImport, SheetTally, SignatureImport, Within, export_sheet, import_sheet, import_signatures,
};
use crate::disk::Over;

/// Answers as a spreadsheet: out, filled in, and back.
#[derive(Debug, clap::Args)]
pub(super) struct SheetArgs {
    #[command(subcommand)]
    what: SheetCommand,
}

#[derive(Debug, Subcommand)]
enum SheetCommand {
    /// Write a sheet with a row for each candidate and question, with what is on record.
    ///
    /// Fill in “answer”, “said on”, “kind”, “quote” and “where” of the rows that are blank, and bring the sheet back with
    /// “hustings sheet import”.
    #[command(after_help = "\
Examples:
  hustings sheet export answers.csv
  hustings sheet export answers.xlsx --election parl.2031-05-01
  hustings sheet export one.csv --ballot parl.example-town.2031-05-01
  hustings sheet export parties.csv --parties

An Excel workbook (.xlsx) has lists to choose words from. CSV opens in every spreadsheet.")]
    Export {
        /// The sheet to write; it ends with .csv or .xlsx.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        within: Within,
        /// A row for each party and question instead, with what the party says.
        #[arg(long, conflicts_with = "ballot")]
        parties: bool,
        /// Replace a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Show who in a list signed a pledge and is not on record yet, and record them with --apply.
    ///
    /// FILE has a row for each signature: in the columns “id” or “name” a candidate, or in “party” a party; then “date”, “kind” (signature
    /// for their own, campaign or news for what others report), “source” (what it is called), “where” or “url”, and if you know it “capacity” (as what they signed). Rows of those
    /// who are on record change nothing. When one row is wrong, nothing is written.
    #[command(after_help = "\
Examples:
  hustings sheet signatures list.csv --pledge meadow-free --by pat          show what would change
  hustings sheet signatures list.csv --pledge meadow-free --by pat --apply  write it, entered by Pat")]
    Signatures {
        /// The list: CSV, or a workbook.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The pledge's id.
        #[arg(long, value_name = "ID")]
        pledge: String,
        /// Who you are: your id among the checkers of hustings.yaml; for rows that do not say who entered them.
        #[arg(long, value_name = "CHECKER")]
        by: Option<Slug>,
        /// Write it.
        #[arg(long, conflicts_with = "dry_run")]
        apply: bool,
        /// Show what would change, and write nothing, as it is without --apply.
        #[arg(long)]
        dry_run: bool,
    },
    /// Show which answers in a sheet are new, and record them with --apply.
    ///
    /// FILE is a sheet that “sheet export” wrote, or one of your own with the columns id, question and answer: CSV, or a
    /// workbook of Excel (.xlsx) or LibreOffice (.ods). Rows that say what is on record change nothing, and neither do blank
    /// ones. A new answer comes after what is on record, which stays as history. When one row is wrong, nothing is written.
    #[command(after_help = "\
Examples:
  hustings sheet import answers.csv                   show what would change
  hustings sheet import answers.csv --by pat --apply  write it, entered by Pat")]
    Import {
        /// The sheet.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Who you are: your id among the checkers of hustings.yaml; for rows that do not say who entered them.
        #[arg(long, value_name = "CHECKER")]
        by: Option<Slug>,
        /// Write it.
        #[arg(long, conflicts_with = "dry_run")]
        apply: bool,
        /// Show what would change, and write nothing, as it is without --apply.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What became of the rows of a list of signatures.
fn signed(told: &SignatureImport<'_>, (new, file, applied): (usize, &Path, bool), terminal: &mut Terminal<'_>) {
    let known = told.rows - new;
    terminal.say(format!(
        "{}: {}; {}, {known} on record already.",
        file.display(),
        counted(told.rows, "row"),
        counted(new, "new signature")
    ));
    if !told.unread.is_empty() {
        terminal.say(format!("Not read: the column “{}”.", told.unread.join("”, “")));
    }
    terminal.say(match (new, applied) {
        (0, _) => "Nothing to change.",
        (_, true) => "Written. Next, somebody else confirms what is not only reported: hustings confirm",
        (_, false) => "To write it, add --apply.",
    });
}

pub(super) fn run(args: &SheetArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    match &args.what {
        SheetCommand::Export { file, within, parties, force } => {
            let over = if *force { Over::Replace } else { Over::Refuse };
            let site = open(directory, terminal)?;
            let (rows, answered) = export_sheet(&site, &SheetExport { file, within, parties: *parties, over })?;
            terminal.say(format!("{}: {}, {answered} of them with an answer.", file.display(), counted(rows, "row")));
            terminal.say(format!("Fill it in; then: hustings sheet import {} --by YOUR-ID", file.display()));
        }
        SheetCommand::Signatures { file, pledge, by, apply, .. } => {
            let site = open(directory, terminal)?;
            let mut read = import_signatures(&site, file, (pledge, by.as_ref()))?;
            if let Some(change) = read.change.take() {
                Saving { dry_run: !apply }.save(change, &(), terminal)?;
            }
            signed(&read, (read.new, file, *apply), terminal);
        }
        SheetCommand::Import { file, by, apply, .. } => {
            let site = open(directory, terminal)?;
            let SheetImport { change, tally } = import_sheet(&site, file, by.as_ref())?;
            if tally.new > 0 {
                Saving { dry_run: !apply }.save(change, &(), terminal)?;
            }
            told(&tally, file, *apply).iter().for_each(|line| terminal.say(line));
        }
    }
    Ok(Exit::Clean)
}

/// What became of the rows of a sheet, line by line.
fn told(tally: &SheetTally, file: &Path, applied: bool) -> Vec<String> {
    let SheetTally { rows, new, same, blank, .. } = tally;
    let new = counted(*new, "new answer");
    let mut lines: Vec<String> = tally.guessed.iter().map(|guess| format!("Read as: {guess}")).collect();
    lines.push(format!(
        "{}: {}; {new}, {same} on record already, {blank} without an answer.",
        file.display(),
        counted(*rows, "row")
    ));
    let mut note = |n: usize, one: &str, many: &str| match n {
        0 => {}
        1 => lines.push(format!("1 {one}")),
        n => lines.push(format!("{n} {many}")),
    };
    note(
        tally.later,
        "of them is on a question with an answer on record, which stays as history.",
        "of them are on questions with an answer on record, which stays as history.",
    );
    note(
        tally.kept,
        "row is blank where an answer is on record: it stays, since a sheet takes nothing away.",
        "rows are blank where an answer is on record: it stays, since a sheet takes nothing away.",
    );
    note(
        tally.other_checks,
        "row has other checks than the records: checks are made with “hustings confirm”.",
        "rows have other checks than the records: checks are made with “hustings confirm”.",
    );
    if !tally.unread.is_empty() {
        lines.push(format!("Not read: the column “{}”.", tally.unread.join("”, “")));
    }
    match (tally.new, applied) {
        (0, _) => lines.push("Nothing to change.".to_owned()),
        (_, true) => {
            lines.push(format!(
                "{} written. Next, somebody else confirms: hustings confirm",
                counted(tally.files, "file")
            ));
        }
        (_, false) => lines.push("To write it, add --apply.".to_owned()),
    }
    lines
}

fn counted(n: usize, what: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {what}{s}")
}
