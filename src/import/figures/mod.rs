//! Takes tables of numbers as others publish them, gives a table with one figure for each area and a record of where it
//! comes from. Never takes over a number of people that is small enough to point at somebody.

mod areas;
mod cell;
mod columns;
mod rows;

use std::collections::BTreeSet;
use std::path::Path;

use self::areas::FigureAreas;
use self::columns::NumberTable;
use self::rows::FiguresRead;
use super::boundaries::{BallotArea, Ballots, boundaries, differ};
use super::table_record::{TableRecord, sound_site};
use super::tables::{self, guess_lines, left_out_lines, named, revised_codes, small};
use super::{ImportError, Proposal, SourceOptions};
use crate::atoms::{DataKind, FigureUnit, PartialDate, Slug, Text, Words as _, slug_of};
use crate::diagnostic::{Code, Diagnostics, FileName};
use crate::figures::{Area, Figure};
use crate::load::Foreign;

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
    /// What they count: people (when left out; fewer than 10 are never shown), count, percent or pounds.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<FigureUnit>,
    /// The words between the number and the date: “people borrowed a book”, “of all homes stood empty”.
    #[arg(long, value_name = "WORDS")]
    pub says: Option<Text>,
    /// The same after the number 1: “library was open”.
    #[arg(long, value_name = "WORDS")]
    pub says_one: Option<Text>,
    /// The year, month or day of which they speak: 2030, 2030-05 or 2030-05-31.
    #[arg(long, value_name = "DATE")]
    pub date: Option<PartialDate>,
    /// Their publisher rounded them, so the page says “about”.
    #[arg(long)]
    pub rounded: bool,
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
pub fn figures(root: &Path, file: &Path, options: &FigureOptions) -> Result<Proposal, ImportError> {
    let site = sound_site(root)?;
    let mut record = TableRecord::open(root, id(file, options)?, DataKind::Figures)?;
    let unit = say(&mut record, file, options)?;
    let known = || record.get("boundaries")?.parse().ok();
    let set = boundaries(&site.records, options.boundaries.clone().or_else(known).as_ref(), "the figures")?;
    record.say("boundaries", set.as_ref());
    let ballots = Ballots::of(&site.records, set.as_ref());
    let mut guessed = Vec::new();
    let (read, rows) = read(file, options, unit, &ballots, &mut guessed)?;
    refuse_other_areas(file, &read, &ballots)?;
    let mut summary = vec![format!("Rows:      {rows} read")];
    summary.extend(guess_lines(&guessed));
    let (lines, counts) = told(&read, &ballots);
    summary.extend(lines);
    record.say_imported([file].into_iter(), &counts);
    Ok(Proposal { summary, doubts: Vec::new(), changes: record.changes(read.table.to_string())? })
}

/// What is said of figures, and how many areas have one.
fn told(read: &FiguresRead, ballots: &Ballots) -> (Vec<String>, [(&'static str, u32); 2]) {
    let published = |figure: &Figure| *figure != Figure::NotPublished;
    let known = read.table.iter().filter(|(_, figure)| published(figure)).count();
    let not_published = read.table.iter().len() - known;
    let without = ballots.areas.iter().filter(|area| {
        let figure = read.table.get(area.code.as_ref(), &area.slug);
        !figure.as_ref().is_some_and(published)
    });
    let without: Vec<String> = without.map(BallotArea::called).collect();
    let counts = [("areas with a figure", small(known)), ("areas for which none is published", small(not_published))];
    let mut lines = vec![format!("Areas:     {known} with a figure, {not_published} for which none is published")];
    let (with, all) = (ballots.areas.len() - without.len(), ballots.areas.len());
    lines.push(format!("Ballots:   {with} of {all} have a figure now"));
    lines.extend((!without.is_empty()).then(|| format!("None for:  {}", named(&without))));
    lines.extend(left_out_lines(&read.left_out));
    (lines, counts)
}

/// The name of the table: the one that was asked for, else that of its title.
fn id(file: &Path, options: &FigureOptions) -> Result<Slug, ImportError> {
    let of_title = || options.title.as_ref().and_then(|title| slug_of(title.as_str()));
    options.id.clone().or_else(of_title).ok_or_else(|| {
        let help = "give them a title with --title, and a short name with --id";
        ImportError::about(file, Code::MissingKey, "nothing says what these figures are called", help)
    })
}

/// Records what the command line says and requires what must stand beside figures; gives what they count.
fn say(record: &mut TableRecord<'_>, file: &Path, options: &FigureOptions) -> Result<FigureUnit, ImportError> {
    let known = || record.get("figure.unit")?.parse().ok();
    let unit = options.unit.or_else(known).unwrap_or(FigureUnit::People);
    record.say("title", options.title.as_ref());
    record.say_plain("figure.unit", Some(unit.word()));
    record.say("figure.says", options.says.as_ref());
    record.say("figure.says_one", options.says_one.as_ref());
    record.say_plain("figure.date", options.date);
    // What was published in thousands was rounded to do so.
    let rounded = options.rounded || options.times.is_some_and(|times| times > 1);
    record.say_plain("figure.rounded", rounded.then_some(true));
    record.say_source(&options.source, options.published);
    let title = record.get("title").map(str::to_owned);
    record.default("source.title", title);
    let own = [("title", "--title"), ("figure.says", "--says"), ("figure.date", "--date")];
    record.require(file, "these figures say and where they come from", &own)?;
    Ok(unit)
}

/// What the file says, and how many rows it has.
fn read(
    path: &Path,
    options: &FigureOptions,
    unit: FigureUnit,
    ballots: &Ballots,
    guessed: &mut Vec<String>,
) -> Result<(FiguresRead, usize), ImportError> {
    let file: FileName = path.to_string_lossy().into();
    let text = tables::read(path, &TABLE, "table of figures", guessed)?;
    let mut found = Diagnostics::default();
    let mut read = || {
        let table = NumberTable::read(&file, &text, options, ballots, guessed, &mut found)?;
        let columns = table.columns(options, ballots, guessed, &mut found)?;
        let areas = FigureAreas::of(ballots, columns.coded);
        let read = FiguresRead::of(&table, columns, &areas, unit, options.times.unwrap_or(1), &mut found)?;
        guessed.extend(revised_codes(read.revised));
        Some((read, table.rows.len()))
    };
    match read() {
        Some(read) => Ok(read),
        None => Err(ImportError::within(file, text, found)),
    }
}

/// Refuses figures for other areas than the ballots'. Ballots of a nation that the table leaves out do not count.
fn refuse_other_areas(file: &Path, read: &FiguresRead, ballots: &Ballots) -> Result<(), ImportError> {
    let kinds: BTreeSet<&str> = read.table.iter().map(|(area, _)| area.kind()).collect();
    let (known, areas): (BTreeSet<Area>, BTreeSet<&Area>) =
        (ballots.areas.iter().map(areas::key).collect(), read.table.iter().map(|(area, _)| area).collect());
    let alike = known.iter().filter(|area| kinds.contains(area.kind()));
    let shared = alike.clone().filter(|area| areas.contains(area)).count();
    let could = alike.count().min(areas.len());
    if shared > 0 && !differ(shared, could) || known.is_empty() {
        return Ok(());
    }
    let found = areas.iter().copied().find(|area| !known.contains(area));
    // Of the same kind, if there is one.
    let lacking = known.iter().filter(|area| !areas.contains(area));
    let expected = lacking.min_by_key(|area| !kinds.contains(area.kind()));
    let help = "get the table for the boundaries of the election, or say with --boundaries which ones it uses";
    Err(ballots.refuse(file, "these figures", [found, expected], help))
}
