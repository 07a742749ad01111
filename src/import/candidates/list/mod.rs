//! Takes the bytes of a candidate list as Democracy Club exports it, gives its rows as values.
//! Never reads a column of personal data: only the columns named in `header` exist for it.

mod header;
mod merged;
mod row;

use std::collections::{BTreeMap, BTreeSet};

use crate::atoms::{BallotId, ElectionId, PersonId, Text};
use crate::country::uk::{Gss, Nation};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use jiff::civil::Date;

use super::SaidColumn;
use crate::import::tables::{TableRow, TableText, Troubles};
use crate::import::{Progress, Stage};
pub(in crate::import) use header::Generation;
pub use header::column_named;

/// A list of candidates.
#[derive(Debug)]
pub(in crate::import) struct CandidateList {
    pub(in crate::import) generation: Generation,
    pub(in crate::import) rows: Vec<ListRow>,
    /// What the list does not say itself.
    pub(in crate::import) guessed: Vec<String>,
}

impl CandidateList {
    /// Whether somebody has to say which election it is of.
    pub(in crate::import) fn names_no_election(&self) -> bool {
        self.generation != Generation::Later
    }
}

/// One candidacy of the list, with the line on which it begins.
#[derive(Debug)]
pub(in crate::import) struct ListRow {
    pub(in crate::import) line: u32,
    pub(in crate::import) entry: ListEntry,
    /// Whether the list gives the person's id; else it is made of the name.
    pub(in crate::import) numbered: bool,
}

/// What the list says of one candidacy.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) struct ListEntry {
    pub(in crate::import) person: PersonId,
    pub(in crate::import) former: Vec<PersonId>,
    pub(in crate::import) name: Text,
    pub(in crate::import) family_name: Option<Text>,
    pub(in crate::import) party: PartyLabel,
    pub(in crate::import) description: Option<Text>,
    pub(in crate::import) list_position: Option<u32>,
    pub(in crate::import) result: Option<ListResult>,
    pub(in crate::import) contest: Contest,
}

/// What became of a candidacy, as the list says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct ListResult {
    pub(in crate::import) elected: bool,
    pub(in crate::import) votes: Option<u32>,
    /// How the list's maker knows it, in a list of one's own.
    pub(in crate::import) source: Option<Text>,
}

/// A party as the list names it; the id is blank in early lists for labels that are no registration.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) struct PartyLabel {
    pub(in crate::import) id: Option<Text>,
    pub(in crate::import) name: Text,
}

/// The ballot on which somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Contest {
    /// The election, which lists of the first generation do not name.
    pub(in crate::import) election: Option<ElectionId>,
    /// The ballot, which lists of the first generation do not name.
    pub(in crate::import) ballot: Option<BallotId>,
    pub(in crate::import) date: Option<Date>,
    pub(in crate::import) area: Text,
    pub(in crate::import) gss: Option<Gss>,
    pub(in crate::import) nation: Option<Nation>,
    pub(in crate::import) region: Option<Text>,
    pub(in crate::import) seats: Option<u32>,
    /// Whether people stand on lists, when the list says it.
    pub(in crate::import) lists: Option<bool>,
    /// Whether the poll is called off, when the list says it.
    pub(in crate::import) cancelled: Option<bool>,
    /// The council or other body to which people are elected.
    pub(in crate::import) organisation: Option<Text>,
}

impl Contest {
    /// Takes what it leaves blank from another row of the same ballot.
    pub(in crate::import) fn complete_from(&mut self, other: &Self) {
        self.date = self.date.or(other.date);
        self.gss = self.gss.take().or_else(|| other.gss.clone());
        self.nation = self.nation.or(other.nation);
        self.region = self.region.take().or_else(|| other.region.clone());
        self.seats = self.seats.or(other.seats);
        self.lists = self.lists.or(other.lists);
        self.cancelled = self.cancelled.or(other.cancelled);
        self.organisation = self.organisation.take().or_else(|| other.organisation.clone());
    }

    /// Whether it may be of this election; every contest is when none is wanted.
    pub(in crate::import) fn is_of(&self, wanted: Option<&ElectionId>) -> bool {
        self.election.as_ref().is_none_or(|own| wanted.is_none_or(|wanted| wanted == own))
    }
}

/// A ballot belongs to one election.
fn report_split_ballots(rows: &[ListRow], file: &FileName, found: &mut Diagnostics) {
    let mut first: BTreeMap<&BallotId, (&ElectionId, u32)> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    for row in rows {
        let Contest { ballot: Some(ballot), election: Some(election), .. } = &row.entry.contest else { continue };
        let (known, line) = *first.entry(ballot).or_insert((election, row.line));
        if known != election && reported.insert((ballot, election)) {
            let message = format!("{ballot} is said to belong to {election}, and on line {line} to {known}");
            let pos = Pos { line: row.line, column: 1 };
            found.push(Code::DuplicateId, file, pos, message, "correct the election or the ballot in one of the rows");
        }
    }
}

/// The columns that a list of one's own would need and this lacks, and the names of those that it has; nothing when it has all.
pub(super) fn lacking(file: &FileName, text: &str, said: &[SaidColumn]) -> Option<(Vec<&'static str>, Vec<String>)> {
    let head = |rows: &[_]| header::head(rows, said);
    let sheet = TableText::read(file, text, head, &mut Vec::new(), &mut Diagnostics::default())?;
    header::lacking(&sheet, said)
}

/// Who was elected stands in a record with how we know it; only Democracy Club's own lists are a source themselves.
fn report_unsourced_results(generation: Generation, rows: &[ListRow], file: &FileName, found: &mut Diagnostics) {
    let unsourced = |row: &&ListRow| row.entry.result.as_ref().is_some_and(|result| result.source.is_none());
    if let Some(row) = rows.iter().find(unsourced).filter(|_| generation == Generation::Own) {
        let message = "this list says who was elected, and not how you know it";
        let help = "say it in a column “elected_source”, for example: Declaration of result";
        found.push(Code::NoEvidence, file, Pos { line: row.line, column: 1 }, message, help);
    }
}

/// Reads a list; `None` when it cannot be used, which the diagnostics then say.
pub(in crate::import) fn read(
    file: &FileName,
    text: &str,
    (mut guessed, said): (Vec<String>, &[SaidColumn]),
    progress: &dyn Progress,
    found: &mut Diagnostics,
) -> Option<CandidateList> {
    let sheet = TableText::read(file, text, |rows| header::head(rows, said), &mut guessed, found)?;
    guessed.extend(sheet.late_head().map(|line| format!("line {line} names the columns")));
    let (generation, columns) = header::columns(file, &sheet, said, found)?;
    let mut records = sheet.rows(file, found);
    if records.first().is_some_and(|row| header::is_head_again(&columns, row)) {
        let line = sheet.line(&records.remove(0));
        guessed.push(format!("line {line} names the columns once more, and is not a row"));
    }
    let (mut troubles, mut guessed_of_rows, mut all) = (Troubles::default(), BTreeSet::new(), Vec::new());
    let (sheet, columns, width) = (&sheet, &columns, columns.headings.keys().len());
    progress.begin(Stage::Rows, records.len());
    for record in &records {
        progress.step();
        // Blank cells beyond the last column do no harm.
        if record.len() < width || record.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            let message = format!("this row has {} values, and the header names {width} columns", record.len());
            let help = "look for a quotation mark that is missing or too many, here or in the row above";
            found.push(Code::WrongShape, file, Pos { line: sheet.line(record), column: 1 }, message, help);
            break;
        }
        let if_blank = "fill it in; without the row this person would count as not listed";
        let mut cells = TableRow { sheet, columns, record, troubles: &mut troubles, if_blank };
        all.extend(row::read(&mut cells, generation, &mut guessed_of_rows));
    }
    if records.is_empty() && !found.has_errors() {
        let help = "export the list again; it should have one line for each candidate";
        found.push(Code::WrongShape, file, Pos::START, "this list has no candidates", help);
    }
    guessed.extend(guessed_of_rows);
    troubles.report(file, found);
    let generation = generation.of_rows(&all);
    report_split_ballots(&all, file, found);
    report_unsourced_results(generation, &all, file, found);
    merged::follow_chains(&mut all, file, found);
    (!found.has_errors()).then_some(CandidateList { generation, rows: all, guessed })
}

impl Generation {
    /// What the header leaves open: a list that has a number for everybody is one of Democracy Club's first.
    fn of_rows(self, rows: &[ListRow]) -> Self {
        let number = |row: &ListRow| row.numbered && row.entry.person.as_str().bytes().all(|b| b.is_ascii_digit());
        match self {
            Self::First if !rows.iter().all(number) => Self::Own,
            generation => generation,
        }
    }
}
