//! Takes lists of candidates as others publish them, gives what becomes of the elections, ballots and parties on record.
//! Never touches what a person wrote, and never reads a column of personal data.

mod ballot;
mod candidacy;
mod contradiction;
mod credited;
mod elections;
mod list;
mod matched;
mod merge;
mod moves;
mod outcome;
mod own;
mod people;
mod reports;
mod result;
mod sort_name;
mod target;
mod unsaid;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::civil::Date;

use self::ballot::MergeContext;
use self::contradiction::{between_rows, of_days};
use self::credited::{credit, source_of};
use self::merge::{follow_from_elsewhere, merge_all};
use self::moves::follow_moves;
use self::outcome::CandidatesOutcome;
use self::own::give_ids;
use self::target::{TargetBallot, targets};
use super::{ImportError, Progress, Proposal, Stage};
use crate::atoms::{ElectionId, PartyId};
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use crate::edit::{self, Change, FileChange};
use crate::import::parties::Parties;
use crate::import::recorded::Recorded;
use crate::import::tables;
use crate::load::{Foreign, LARGEST, Loaded, declared_in, is_site_folder, load};

pub(crate) use candidacy::former_pages;
pub use list::column_named;
pub(super) use list::{CandidateList, Generation, ListEntry, ListRow, PartyLabel};
pub(super) use matched::is_local;
pub(crate) use matched::same_name;
pub(crate) use own::new_id;
pub(crate) use sort_name::{SortName, sort_name, sorts_by};
pub(crate) use target::ballot_id;
pub(super) use target::plain;
pub use unsaid::{UnclearParty, Unsaid, unsaid};

/// A list, of at most some hundred times the largest that has been published.
const LIST: Foreign = Foreign { kind: "CSV file", largest: 100_000_000, if_larger: "export one election at a time" };

/// What a list of candidates does not say itself.
#[derive(Debug, Clone, Default)]
pub struct CandidateOptions {
    /// The election of a list that names none; in other lists, the one to import.
    pub election: Option<ElectionId>,
    /// The polling day, when neither the list nor the election's id says it.
    pub date: Option<Date>,
    /// What becomes of people on record whom the list lacks.
    pub missing: MissingPeople,
    /// What columns are called that the list calls otherwise than lists do.
    pub columns: Vec<SaidColumn>,
    /// Which parties are meant by names in the list.
    pub parties: Vec<(String, SaidParty)>,
    /// The nation of the areas of which nothing says it.
    pub nation: Option<Nation>,
}

/// What a column is called in one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidColumn {
    /// What it is: the name that such a column usually has.
    pub column: &'static str,
    /// What the list calls it.
    pub heading: String,
}

/// Which party is meant by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidParty {
    /// One on record.
    Known(PartyId),
    /// One that is not.
    New,
}

/// What becomes of people on record whom a list lacks, on ballots that it holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MissingPeople {
    /// They are marked as no longer listed, unless they are so many that somebody has to say so.
    #[default]
    Few,
    /// They are marked as no longer listed, however many they are.
    Any,
    /// They stay as they are: the list holds only a part.
    Stay,
}

/// Reads a list of candidates as Democracy Club exports it into the records of a site.
///
/// A second run changes nothing. What a person wrote stays: positions, comments, order.
///
/// A list of the first generation, or one that uses ids which the records know to have been merged, is
/// older than the records: it only adds people.
///
/// # Errors
/// [`ImportError::Data`] when the list or a record must be corrected first, [`ImportError::Failure`] when
/// the system does not let us read, or a record would be too large.
pub fn candidates(
    root: &Path,
    list: &Path,
    options: &CandidateOptions,
    progress: &dyn Progress,
) -> Result<Proposal, ImportError> {
    let site = load(root)?;
    let editor = Editor::of(root, &site)?;
    let mut job = Job {
        file: list.to_string_lossy().as_ref().into(),
        found: Diagnostics::default(),
        sources: site.sources.clone(),
    };
    let mut list = job.read_list(list, options, progress)?;
    let recorded = job.read_records(&site)?;
    let people = give_ids(&mut list, options.election.as_ref(), &recorded);
    if people > 0 {
        let people = if people == 1 { "1 person".to_owned() } else { format!("{people} people") };
        list.guessed.push(format!("a list of your own; {people} without a number, known by name and area"));
        list.guessed.push("parties known by their names".to_owned());
    }
    let (outcome, changes) = job.compare(&list, &recorded, &editor, options, progress)?;
    changes.iter().try_for_each(|change| fits(root, change))?;
    let doubts = outcome.doubts.clone();
    Ok(Proposal { summary: outcome.lines(), doubts, changes })
}

/// What is written has to be read again.
fn fits(root: &Path, change: &FileChange) -> Result<(), Failure> {
    let size = change.after.len() as u64;
    if size <= LARGEST {
        return Ok(());
    }
    let why = format!("it would have {size} bytes, and records have at most {LARGEST} (no file was written)");
    let help = "check whether the list puts the people of several ballots on one";
    Err(Failure::at(root.join(&change.path), "cannot write", why, help))
}

/// One import: the list's name, and what was found wrong so far.
struct Job {
    file: FileName,
    found: Diagnostics,
    sources: Sources,
}

impl Job {
    /// Stops when there is an error.
    fn stop_if_wrong(&mut self) -> Result<(), ImportError> {
        if !self.found.has_errors() {
            return Ok(());
        }
        Err(ImportError::Data { found: std::mem::take(&mut self.found), sources: std::mem::take(&mut self.sources) })
    }

    fn wrong(&mut self, code: Code, line: u32, message: impl Into<String>, help: &str) {
        self.found.push(code, &self.file, Pos { line, column: 1 }, message, help);
    }

    fn read_list(
        &mut self,
        path: &Path,
        options: &CandidateOptions,
        progress: &dyn Progress,
    ) -> Result<CandidateList, ImportError> {
        let mut guessed = Vec::new();
        let text = tables::read(path, &LIST, "list of candidates", &mut guessed)?;
        let mut list = list::read(&self.file, &text, (guessed, &options.columns), progress, &mut self.found);
        if let Some(list) = &mut list {
            Self::say(list, options);
        }
        self.sources.insert(self.file.clone(), text.into());
        if list.as_ref().is_some_and(CandidateList::names_no_election) && options.election.is_none() {
            let help = "say which it is: --election parl.2031-05-01 (and --date, unless the id ends in the day)";
            self.wrong(Code::MissingKey, 1, "this list does not name its election", help);
        }
        if let Some(election) = options.election.as_ref().filter(|election| is_site_folder(election.as_str())) {
            let message =
                format!("“{election}” cannot be an election: a site has a folder of this name for something else");
            self.wrong(Code::Malformed, 1, message, "give --election another id, for example parl.2031-05-01");
        }
        self.stop_if_wrong()?;
        list.ok_or_else(|| Failure::at(path, "cannot read", "it is empty", "export the list again").into())
    }

    /// What is on record; an import stands on records that can be read.
    fn read_records<'r>(&mut self, site: &'r Loaded) -> Result<Recorded<'r>, ImportError> {
        self.found.extend(site.found.clone());
        self.stop_if_wrong()?;
        Ok(Recorded::of(&site.records))
    }

    fn compare(
        &mut self,
        list: &CandidateList,
        recorded: &Recorded<'_>,
        editor: &Editor<'_>,
        options: &CandidateOptions,
        progress: &dyn Progress,
    ) -> Result<(CandidatesOutcome, Vec<FileChange>), ImportError> {
        let mut outcome =
            CandidatesOutcome { rows: list.rows.len(), guessed: list.guessed.clone(), ..CandidatesOutcome::default() };
        let parties = Parties::resolve(list, options, recorded, &self.file, &mut self.found);
        let targets = self.targets(list, recorded, options, &parties, &mut outcome);
        let mut changes = self.new_elections(&targets, recorded, options, source_of(list).as_ref(), &mut outcome);
        self.stop_if_wrong()?;
        let adds_only = is_older(list, &targets, recorded);
        outcome.contradictions.extend(of_days(&targets, recorded, adds_only));
        outcome.parties_called = parties.called_otherwise(adds_only);
        outcome.doubts = parties.doubts();
        outcome.adds_only = adds_only && targets.iter().any(|target| target.recorded.is_some());
        let own = list.generation == Generation::Own;
        let missing_stay = own || options.missing == MissingPeople::Stay;
        let context = MergeContext::of(recorded, &targets, &parties, (adds_only, own, missing_stay));
        progress.begin(Stage::Ballots, targets.len());
        let mut merged = merge_all(&targets, &context, editor, progress)?;
        if options.missing == MissingPeople::Few {
            self.report_many_gone(&merged, recorded);
            self.stop_if_wrong()?;
        }
        if !adds_only {
            merged.extend(follow_from_elsewhere(recorded, &targets, &context, editor)?);
        }
        let elections: BTreeSet<&ElectionId> = targets.iter().map(|target| &target.election).collect();
        changes.extend(credit(editor, list, &elections)?);
        changes.extend(follow_moves(editor, recorded, &merged)?);
        for one in merged {
            changes.extend(one.add_to(&mut outcome));
        }
        for (id, after) in parties.new_files() {
            let path = format!("candidates/parties/{id}.yaml").into();
            changes.push(FileChange { path, before: None, after });
            outcome.parties_added += 1;
        }
        Ok((outcome, changes))
    }

    /// The ballots that the list holds; what is wrong with them is reported.
    fn targets<'a>(
        &mut self,
        list: &'a CandidateList,
        recorded: &'a Recorded<'_>,
        options: &CandidateOptions,
        parties: &Parties<'_>,
        outcome: &mut CandidatesOutcome,
    ) -> Vec<TargetBallot<'a>> {
        let mut unnamed = Vec::new();
        let mut targets = targets(list, recorded, options.election.as_ref(), &mut outcome.skipped, &mut unnamed);
        self.report_unnamed(&unnamed);
        self.report_elsewhere(&targets, recorded);
        self.report_absent(list, options);
        targets.iter_mut().for_each(|target| target.drop_repeated(&mut outcome.skipped));
        self.report_unplaced(&targets, parties, outcome);
        outcome.contradictions.extend(targets.iter().flat_map(between_rows));
        targets
    }
}

/// Whether a list is older than what is on record: its header says so, or its ids, since merged.
fn is_older(list: &CandidateList, targets: &[TargetBallot<'_>], recorded: &Recorded<'_>) -> bool {
    let elections: BTreeSet<&ElectionId> = targets.iter().map(|t| &t.election).collect();
    let uses_given_up_ids = |election: &&ElectionId| {
        let given_up = recorded.given_up(election);
        let mut rows = targets.iter().filter(|t| t.election == **election).flat_map(|t| &t.rows);
        rows.any(|row| given_up.contains_key(&row.entry.person))
    };
    list.generation == Generation::First || elections.iter().any(uses_given_up_ids)
}

/// Makes changes in the files that were loaded.
struct Editor<'a> {
    root: &'a Path,
    site: &'a Loaded,
    /// The texts of the ballots as they were then, by which their candidacies are counted.
    ballots: BTreeMap<&'a FileName, String>,
}

impl<'a> Editor<'a> {
    fn of(root: &'a Path, site: &'a Loaded) -> Result<Self, Failure> {
        let ballots = site.records.ballots.iter().map(|ballot| Ok((&ballot.file, text(root, &ballot.file)?)));
        Ok(Self { root, site, ballots: ballots.collect::<Result<_, Failure>>()? })
    }

    /// The file with the changes made, when there are any; not yet in place. Whoever puts it there looks whether somebody
    /// changed it in the meantime.
    fn edit_if_any(&self, file: &FileName, changes: &[Change]) -> Result<Option<FileChange>, Failure> {
        if changes.is_empty() {
            return Ok(None);
        }
        let before = self.ballots.get(file).cloned().map_or_else(|| text(self.root, file), Ok)?;
        let path = self.root.join(&**file);
        let help = "write this file in a plainer way, as docs/record-format.md shows, and run the command again";
        let after = edit::apply(&before, changes, declared_in(file))
            .map_err(|e| Failure::at(&path, "cannot change", e, help))?;
        Ok(Some(FileChange { path: (&**file).into(), before: Some(before), after }))
    }
}

fn text(root: &Path, file: &FileName) -> Result<String, Failure> {
    let path = root.join(&**file);
    fs::read_to_string(&path).map_err(|e| Failure::at(path, "cannot read", e, "run the command again"))
}
