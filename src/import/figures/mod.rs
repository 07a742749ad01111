//! Takes tables of numbers as others publish them, gives a table with one figure for each area and a record of where it
//! comes from. Never takes over a number of people that is small enough to point at somebody.

mod areas;
mod cell;
mod columns;
mod rows;
mod said;
mod summary;
mod table;

use std::collections::BTreeSet;
use std::path::Path;

use self::areas::FigureAreas;
use self::columns::Search;
use self::rows::{FigureRows, FiguresRead};
use self::said::SaidOfFigures;
use self::table::NumberTable;
use super::ImportError;
use super::boundaries::{BallotArea, Ballots, OtherAreas, differ};
use super::imported::Imported;
use super::proposal::{Proposal, paths};
use super::provenance::{FigureWords, Provenance, SourceOptions, names};
use super::site::sound_site;
use super::tables::{self, Guess, small};
use crate::atoms::{DataKind, FigureUnit, PartialDate, Slug, Text};
use crate::diagnostic::{Diagnostics, FileName, Sources};
use crate::figures::{Area, Figure};
use crate::load::Foreign;

pub use rows::NoFigure;
pub use summary::FiguresOutcome;

/// A table of one country, with a row for each of its areas, takes some hundreds of thousands of bytes at most.
const TABLE: Foreign = Foreign {
    kind: "CSV file",
    largest: 20_000_000,
    if_larger: "keep the rows of one month or year, and one for each area",
};

/// What a table of numbers does not say itself.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct FigureOptions {
    /// The name of its files in content/data/; made of the title when left out.
    #[arg(long, value_name = "ID")]
    pub id: Option<Slug>,
    /// What the figures are called.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<Text>,
    /// The column with the codes or names of areas; the one with codes when left out.
    #[arg(long, value_name = "COLUMN")]
    pub area: Option<String>,
    /// The column with the figures; the only one that has nothing but figures when left out.
    #[arg(long, value_name = "COLUMN")]
    pub value: Option<String>,
    /// Multiply each figure, for tables that count in thousands; the page then says “about”.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000_000))]
    pub times: Option<u32>,
    /// What the figures say.
    #[command(flatten)]
    pub words: FigureWords,
    /// The boundaries by which they go, as the elections name them; theirs when they name only one set.
    #[arg(long, value_name = "SET")]
    pub boundaries: Option<Text>,
    /// Whose data it is.
    #[command(flatten)]
    pub source: SourceOptions,
    /// When it was published: year, month or day.
    #[arg(long, value_name = "DATE")]
    pub published: Option<PartialDate>,
}

/// Reads the figures of a table into one of the site, if every row can be used; a second run changes nothing.
///
/// # Errors
/// [`ImportError::Data`] when the file is no such table, a figure in it cannot be used, it goes by other areas than the
/// ballots, or nobody says what it says and whence it comes; [`ImportError::Failure`] when the system does not let us read.
pub fn figures(root: &Path, file: &Path, options: &FigureOptions) -> Result<Proposal<FiguresOutcome>, ImportError> {
    let site = sound_site(root)?;
    let said = SaidOfFigures::of(root, file, options, &site.records)?;
    let ballots = Ballots::of(&site.records, said.boundaries.as_ref());
    let (read, rows, guessed) = read(file, options, said.unit, &ballots)?;
    refuse_other_areas(file, &read, &ballots, said.boundaries.as_ref())?;
    let mut outcome = FiguresOutcome { rows, guessed, ..FiguresOutcome::default() };
    count(&read, &ballots, &mut outcome);
    outcome.left_out = read.left_out;
    let provenance = Provenance {
        title: said.title,
        figure: said.words,
        source: said.source,
        permission: None,
        boundaries: said.boundaries,
        files: names([file]),
        counts: vec![
            ("areas with a figure".to_owned(), small(outcome.known)),
            ("areas for which none is published".to_owned(), small(outcome.not_published)),
        ],
    };
    let (id, kind, table) = (said.id, DataKind::Figures, read.table.to_string());
    let changes = Imported { id, kind, table, provenance, recorded: said.recorded }.changes(root)?;
    outcome.files = paths(&changes);
    Ok(Proposal { outcome, changes })
}

/// What the file says, how many rows it has, and what had to be guessed of it.
fn read(
    path: &Path,
    options: &FigureOptions,
    unit: FigureUnit,
    ballots: &Ballots,
) -> Result<(FiguresRead, usize, Vec<Guess>), ImportError> {
    let file: FileName = path.to_string_lossy().into();
    let tables::TableText { text, mut guessed } = tables::read(path, &TABLE, "table of figures")?;
    let mut found = Diagnostics::default();
    let read = table(&file, &text, options, unit, ballots, &mut guessed, &mut found);
    let mut sources = Sources::default();
    sources.insert(file, text.into());
    let (read, rows) = read.ok_or(ImportError::Data { found, sources })?;
    Ok((read, rows, guessed))
}

fn table(
    file: &FileName,
    text: &str,
    options: &FigureOptions,
    unit: FigureUnit,
    ballots: &Ballots,
    guessed: &mut Vec<Guess>,
    found: &mut Diagnostics,
) -> Option<(FiguresRead, usize)> {
    let (area, value) = (options.area.as_deref(), options.value.as_deref());
    let wanted: Vec<&str> = area.into_iter().chain(value).collect();
    let table = NumberTable::read(file, text, &wanted, &FigureAreas::of(ballots, false), guessed, found)?;
    let columns = Search { file, table: &table, guessed, found }.columns(area, value, ballots)?;
    let areas = FigureAreas::of(ballots, columns.coded);
    let rows = FigureRows { table: &table, columns, areas: &areas, unit, times: options.times.unwrap_or(1) };
    let read = rows.read(file, found)?;
    if read.revised > 0 {
        guessed.push(Guess::RevisedCodes(read.revised));
    }
    Some((read, table.rows().len()))
}

/// Refuses figures that go by other areas than the ballots. Ballots of a nation that a table leaves out say nothing of its boundaries.
fn refuse_other_areas(
    file: &Path,
    read: &FiguresRead,
    ballots: &Ballots,
    set: Option<&Text>,
) -> Result<(), ImportError> {
    let kinds: BTreeSet<&str> = read.table.iter().map(|(area, _)| area.kind()).collect();
    let (known, areas): (BTreeSet<Area>, BTreeSet<&Area>) =
        (ballots.areas.iter().map(areas::key).collect(), read.table.iter().map(|(area, _)| area).collect());
    let alike = known.iter().filter(|area| kinds.contains(area.kind()));
    let shared = alike.clone().filter(|area| areas.contains(area)).count();
    let could = alike.count().min(areas.len());
    if shared > 0 && !differ(shared, could) || known.is_empty() {
        return Ok(());
    }
    let lacking = known.iter().filter(|area| !areas.contains(area));
    let named = |area: Option<&Area>| area.map(ToString::to_string).unwrap_or_default();
    let other = OtherAreas {
        found: named(areas.iter().copied().find(|area| !known.contains(area))),
        // Of the same kind, if there is one.
        expected: named(lacking.min_by_key(|area| !kinds.contains(area.kind()))),
    };
    let help = "get the table for the boundaries of the election, or say by which it goes with --boundaries";
    Err(other.refuse(file, "these figures", set, help))
}

/// Counts the areas that have a figure, and names the ballots that have none.
fn count(read: &FiguresRead, ballots: &Ballots, outcome: &mut FiguresOutcome) {
    let published = |figure: &Figure| *figure != Figure::NotPublished;
    outcome.known = read.table.iter().filter(|(_, figure)| published(figure)).count();
    outcome.not_published = read.table.iter().len() - outcome.known;
    outcome.ballots = ballots.areas.len();
    let without = ballots.areas.iter().filter(|area| {
        let figure = read.table.get(area.code.as_ref(), &area.slug);
        !figure.as_ref().is_some_and(published)
    });
    outcome.without = without.map(BallotArea::called).collect();
}
