//! Takes directories of postcodes as others publish them, gives a table and a record of where it comes from. Holds one
//! row at a time, and never publishes what its licence does not cover.

mod columns;
mod files;
mod lookup;
mod provenance;
mod rows;
mod summary;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use self::columns::{Lookup, NoColumns};
use self::files::DirectoryFile;
use self::lookup::AreaLookup;
use self::provenance::DirectoryMaker;
use self::rows::PostcodeReader;
use super::boundaries::{Ballots, OtherAreas, boundaries, differ};
use super::imported::{Imported, table_files};
use super::proposal::{Proposal, paths};
use super::provenance::{FigureWords, Provenance, SourceOptions, names};
use super::site::{earlier, sound_site};
use super::tables::{Guess, STEP};
use super::{ImportError, Progress, Stage};
use crate::atoms::{DataKind, PartialDate, Slug, Text, slug_of};
use crate::country::uk::Gss;
use crate::diagnostic::{Code, Failure};
use crate::postcodes::Table;

pub use rows::NoPostcode;
pub use summary::PostcodesOutcome;

/// What a table of postcodes is called until somebody calls it something else.
const TITLE: &str = "Postcodes and the areas they lie in";

/// What a directory of postcodes does not say itself.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct PostcodeOptions {
    /// The name of the table; “postcodes-” and the boundaries when left out.
    #[arg(long, value_name = "ID")]
    pub id: Option<Slug>,
    /// The boundaries by which it goes, as the elections name them; theirs when they name only one set.
    #[arg(long, value_name = "SET")]
    pub boundaries: Option<Text>,
    /// The column with the codes of areas, when it is not that of parliamentary constituencies.
    #[arg(long, value_name = "NAME")]
    pub column: Option<String>,
    /// A table that leads from postcodes, or from codes of wards or districts, to the areas' GSS codes.
    #[arg(long, value_name = "FILE.csv")]
    pub lookup: Option<PathBuf>,
    /// A table with codes of areas and their names, for areas that have no ballot here.
    #[arg(long, value_name = "FILE.csv")]
    pub names: Option<PathBuf>,
    /// Why you may publish Northern Ireland's postcodes; is kept and published with the table.
    #[arg(long, value_name = "STATEMENT")]
    pub northern_ireland_licence: Option<Text>,
    /// Whose data it is.
    #[command(flatten)]
    pub source: SourceOptions,
    /// When it was published: 2031, 2031-02 or 2031-02-14.
    #[arg(long = "date", value_name = "DATE")]
    pub published: Option<PartialDate>,
}

/// Reads directories of postcodes into a table of the site.
///
/// Rows are read one at a time, so that memory does not grow with the directory. All have to be read; a second run changes
/// nothing.
///
/// # Errors
/// [`ImportError::Data`] when a file is no directory that can be used, goes by other areas than the ballots, or nobody
/// says under what licence it comes; [`ImportError::Failure`] when the system does not let us read.
pub fn postcodes(
    root: &Path,
    named: &[PathBuf],
    options: &PostcodeOptions,
    progress: &dyn Progress,
) -> Result<Proposal<PostcodesOutcome>, ImportError> {
    let site = sound_site(root)?;
    let boundaries = boundaries(&site.records, options.boundaries.as_ref(), "the postcodes")?;
    let id = match (&options.id, &boundaries) {
        (Some(id), _) => id.clone(),
        (None, Some(set)) => slug_of(&format!("postcodes-{set}")).ok_or_else(|| no_id(set))?,
        (None, None) => slug_of("postcodes").ok_or_else(|| no_id("postcodes"))?,
    };
    let recorded = earlier(root, &site.records, &id, DataKind::Postcodes)?;
    let known = recorded.map(Provenance::recorded).unwrap_or_default();
    let permission = options.northern_ireland_licence.clone().or(known.permission);
    let files = files::list(named)?;
    let areas = AreaLookup::read(options.lookup.as_deref())?;
    let mut outcome = PostcodesOutcome::default();
    let column = options.column.as_deref();
    let ballots = Ballots::of(&site.records, boundaries.as_ref());
    let (northern_ireland, seats) = (permission.is_some(), ballots.known_by_another());
    let reader =
        PostcodeReader { areas: &areas, column, northern_ireland, seats, read: rows::PostcodesRead::default() };
    let (mut table, head) = read(&files, reader, progress, &mut outcome)?;
    let codes = ballots.codes();
    outcome.reached = reached(&codes, &table);
    if let Some(other) =
        other_areas(&codes, &table).filter(|_| differ(outcome.reached.0, codes.len().min(table.areas().len())))
    {
        let help = "get the directory for the boundaries of the election, or lead to its areas with --lookup FILE";
        return Err(other.refuse(first(named), "these postcodes", boundaries.as_ref(), help));
    }
    let [table_file, _] = table_files(&id, DataKind::Postcodes);
    if let Some(text) = site.records.tables.get(table_file.as_str()) {
        keep_names(&mut table, &Table::read(text).0);
    }
    for (area, name) in options.names.as_deref().map(lookup::names).transpose()?.unwrap_or_default() {
        rename(&mut table, area, name);
    }
    let source = options.source.published(options.published).or_known(known.source, maker(&head, &areas), &files);
    source.all_said(first(named), "these postcodes are and on what terms they come", &[])?;
    (outcome.live, outcome.gone) = table.count();
    outcome.shared = table.count_shared();
    outcome.areas = table.areas().len();
    outcome.name_what_differs(&ballots, &table);
    let read = files.iter().map(|file| &file.path).filter(|path| !outcome.passed_over.contains(path));
    let provenance = Provenance {
        title: known.title.or_else(|| TITLE.parse().ok()),
        figure: FigureWords::default(),
        source,
        permission,
        boundaries,
        files: names(read.map(PathBuf::as_path)),
        counts: vec![
            ("postcodes in use".to_owned(), outcome.live),
            ("postcodes no longer in use".to_owned(), outcome.gone),
        ],
    };
    let (kind, table) = (DataKind::Postcodes, table.to_string());
    let changes = Imported { id, kind, table, provenance, recorded }.changes(root)?;
    outcome.files = paths(&changes);
    Ok(Proposal { outcome, changes })
}

fn no_id(text: &str) -> ImportError {
    Failure::new("cannot name the table", format!("no file can be called “{text}”"), "give it a name with --id").into()
}

/// How many of these areas have postcodes in the table, and how many there are.
fn reached(codes: &BTreeSet<&Gss>, table: &Table) -> (usize, usize) {
    (codes.iter().filter(|code| table.has_area(code)).count(), codes.len())
}

/// An area of the table that is none of these, and one of these that it lacks.
fn other_areas(codes: &BTreeSet<&Gss>, table: &Table) -> Option<OtherAreas> {
    let found = table.areas().map(|(area, _)| area).find(|area| !codes.contains(area))?;
    let expected = codes.iter().find(|code| !table.has_area(code))?;
    Some(OtherAreas { found: found.to_string(), expected: expected.to_string() })
}

/// The first file that was named: what is wrong with all of them is said of it.
fn first(named: &[PathBuf]) -> &Path {
    named.first().map_or(Path::new("."), PathBuf::as_path)
}

fn read(
    files: &[DirectoryFile],
    mut reader: PostcodeReader<'_>,
    progress: &dyn Progress,
    outcome: &mut PostcodesOutcome,
) -> Result<(Table, String), ImportError> {
    let steps: u64 = files.iter().map(|file| file.bytes / STEP).sum();
    progress.begin(Stage::Megabytes, usize::try_from(steps).unwrap_or(usize::MAX));
    for file in files {
        match reader.file(file, progress)? {
            Ok(()) => {}
            Err(NoColumns::NoPostcodes | NoColumns::Other(_)) if !file.named => {
                outcome.passed_over.push(file.path.clone());
            }
            Err(none) => return Err(no_columns(&file.path, none, reader.areas.kind())),
        }
    }
    let rows::PostcodesRead { table, rows, head, revised, left_out } = reader.read;
    if !revised.is_empty() {
        outcome.guessed.push(Guess::RevisedCodes(revised.len()));
    }
    if table.count() == (0, 0) {
        let path = files.first().map_or(Path::new("."), |file| &file.path);
        let why = left_out.iter().map(|(why, (n, _))| format!("{n}: {why}")).collect::<Vec<_>>().join("; ");
        let message = format!("no postcode could be read ({rows} rows; {why})");
        return Err(ImportError::about(
            path,
            Code::WrongShape,
            message,
            "name the file that holds the postcodes, unpacked",
        ));
    }
    (outcome.rows, outcome.left_out) = (rows, left_out);
    Ok((table, head))
}

fn no_columns(file: &Path, none: NoColumns, lookup: Lookup) -> ImportError {
    let (message, help) = match none {
        NoColumns::Other(other) => (format!("this is no directory of postcodes: it is {other}"), other.help()),
        NoColumns::NoPostcodes => (
            "no column of this file is known to hold postcodes, and no file with the names of its columns lies beside it"
                .to_owned(),
            "name a directory of the ONS, Code-Point Open, or a table with the columns “postcode” and “gss”, as CSV",
        ),
        NoColumns::NoAreas(names) => (
            format!("no column with the codes of areas is known among these: {}", names.join(", ")),
            match lookup {
                Lookup::None => "name it with --column, or lead from wards or postcodes to areas with --lookup FILE",
                _ => "name the column that the lookup leads on from with --column",
            },
        ),
        NoColumns::SeveralAreas(names) => (
            format!("several columns hold constituencies: {}", names.join(", ")),
            "say which goes by the boundaries of the election, with --column",
        ),
    };
    ImportError::about(file, Code::WrongShape, message, help)
}

fn maker(head: &str, areas: &AreaLookup) -> DirectoryMaker {
    match areas {
        _ if head.contains("pcd") => DirectoryMaker::Ons,
        AreaLookup::ByPostcode(_) | AreaLookup::ByArea(_) if !head.contains("postcode") => DirectoryMaker::Os,
        _ => DirectoryMaker::Other,
    }
}

fn keep_names(table: &mut Table, known: &Table) {
    for (area, name) in known.areas() {
        if let Some(name) = name {
            rename(table, area.clone(), name.clone());
        }
    }
}

/// Names an area that the table has.
fn rename(table: &mut Table, area: Gss, name: Text) {
    if table.has_area(&area) {
        table.name(area, name);
    }
}
