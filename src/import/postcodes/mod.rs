//! Takes directories of postcodes as others publish them, gives a table and a record of where it comes from. Holds one
//! row at a time, and never publishes what its licence does not cover.

mod columns;
mod files;
mod lookup;
mod rows;
mod source;

use std::path::{Path, PathBuf};

use self::lookup::AreaLookup;
use self::rows::{PostcodeReader, PostcodesRead};
use self::source::{DirectoryMaker, say_usual};
use super::boundaries::{BallotArea, Ballots, boundaries, differ};
use super::table_record::{TableRecord, sound_site};
use super::tables::{guess_lines, left_out_lines, named, revised_codes};
use super::{ImportError, Progress, Proposal, SourceOptions};
use crate::atoms::{DataKind, PartialDate, Slug, Text, slug_of};
use crate::country::uk::Gss;
use crate::diagnostic::Failure;
use crate::postcodes::PostcodeTable;

/// What a table of postcodes is called unless somebody names it.
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
/// [`ImportError::Data`] when a file is not a directory that can be used, goes by other areas than the ballots, or nobody
/// says under what licence it comes; [`ImportError::Failure`] when the system does not let us read.
pub fn postcodes(
    root: &Path,
    named: &[PathBuf],
    options: &PostcodeOptions,
    progress: &dyn Progress,
) -> Result<Proposal, ImportError> {
    let site = sound_site(root)?;
    let set = boundaries(&site.records, options.boundaries.as_ref(), "the postcodes")?;
    let mut record = TableRecord::open(root, id(options, set.as_ref())?, DataKind::Postcodes)?;
    record.say("source.permission", options.northern_ireland_licence.as_ref());
    record.say("boundaries", set.as_ref());
    record.say_source(&options.source, None);
    let first = named.first().map_or(Path::new("."), PathBuf::as_path);
    let files = files::list(named)?;
    let ballots = Ballots::of(&site.records, set.as_ref());
    let areas = AreaLookup::read(options.lookup.as_deref())?;
    let mut reader = PostcodeReader {
        areas: &areas,
        column: options.column.as_deref(),
        northern_ireland: record.get("source.permission").is_some(),
        seats: ballots.known_by_another(),
        read: PostcodesRead::default(),
    };
    let passed_over = reader.all(&files, progress)?;
    refuse_other_areas(first, &reader.read.table, &ballots)?;
    let PostcodesRead { mut table, rows, head, revised, left_out } = reader.read;
    if let Some(text) = site.records.tables.get(record.table_file().as_str()) {
        let known = PostcodeTable::read(text).0;
        let names = known.areas().filter_map(|(area, name)| Some((area.clone(), name?.clone())));
        name_areas(&mut table, names);
    }
    if let Some(names) = &options.names {
        name_areas(&mut table, lookup::names(names)?);
    }
    say_usual(&mut record, maker(&head, &areas), &files, options.published);
    record.require(first, "these postcodes are and on what terms they come", &[])?;
    record.default("title", Some(TITLE));
    let (live, gone) = table.count();
    let read = files.iter().map(|file| &*file.path).filter(|path| !passed_over.contains(path));
    record.say_imported(read, &[("postcodes in use", live), ("postcodes no longer in use", gone)]);
    let mut lines = vec![format!("Rows:      {rows} read")];
    lines.extend(guess_lines(revised_codes(revised.len()).as_slice()));
    lines.push(format!("Postcodes: {live} in use, {gone} no longer in use"));
    lines.extend(areas_lines(&table, &ballots));
    lines.extend(left_out_lines(&left_out));
    let not_read = |path: &&Path| format!("Not read:  {}, which is not a table of postcodes", path.display());
    lines.extend(passed_over.iter().map(not_read));
    Ok(Proposal { summary: lines, doubts: Vec::new(), changes: record.changes(table.to_string())? })
}

/// The name of the table: the one that was asked for, else that of its boundaries.
fn id(options: &PostcodeOptions, set: Option<&Text>) -> Result<Slug, Failure> {
    let name = set.map_or_else(|| "postcodes".to_owned(), |set| format!("postcodes-{set}"));
    options.id.clone().or_else(|| slug_of(&name)).ok_or_else(|| {
        let why = format!("no file can be called “{name}”");
        Failure::new("cannot name the table", why, "give it a name with --id")
    })
}

/// Refuses postcodes that lie in next to none of the ballots' areas.
fn refuse_other_areas(file: &Path, table: &PostcodeTable, ballots: &Ballots) -> Result<(), ImportError> {
    let codes = ballots.codes();
    let found = table.areas().map(|(area, _)| area).find(|area| !codes.contains(area));
    let expected = codes.iter().copied().find(|code| !table.has_area(code));
    let shared = codes.iter().filter(|code| table.has_area(code)).count();
    if found.is_none() || expected.is_none() || !differ(shared, codes.len().min(table.areas().len())) {
        return Ok(());
    }
    let help = "get the directory for the boundaries of the election, or lead to its areas with --lookup FILE";
    Err(ballots.refuse(file, "these postcodes", [found, expected], help))
}

/// What is said of the areas of a table.
fn areas_lines(table: &PostcodeTable, ballots: &Ballots) -> Vec<String> {
    let codes = ballots.codes();
    let reached = codes.iter().filter(|code| table.has_area(code)).count();
    let mut lines = match table.count_shared() {
        0 => Vec::new(),
        1 => vec!["Shared:    1 is in more than one area, and leads to all of them".to_owned()],
        n => vec![format!("Shared:    {n} are in more than one area, and lead to all of theirs")],
    };
    let (areas, all) = (table.areas().len(), codes.len());
    lines.push(format!("Areas:     {areas}; {reached} of the {all} areas with ballots are among them"));
    let lacking = ballots.areas.iter().filter(|area| area.code.as_ref().is_some_and(|code| !table.has_area(code)));
    let without: Vec<String> = lacking.map(BallotArea::called).collect();
    lines.extend((!without.is_empty()).then(|| format!("None in:   {}, which have ballots", named(&without))));
    if codes.is_empty() {
        lines.push("No ballot has a code of its area (“gss:”), so no postcode leads to one yet.".to_owned());
        return lines;
    }
    let other = table.areas().filter(|(code, _)| !codes.contains(code));
    let other: Vec<String> =
        other.map(|(code, name)| name.map_or_else(|| code.to_string(), ToString::to_string)).collect();
    lines.extend((!other.is_empty()).then(|| format!("No ballot: {}", named(&other))));
    lines
}

fn maker(head: &str, areas: &AreaLookup) -> Option<DirectoryMaker> {
    match areas {
        _ if head.contains("pcd") => Some(DirectoryMaker::Ons),
        AreaLookup::ByPostcode(_) | AreaLookup::ByArea(_) if !head.contains("postcode") => Some(DirectoryMaker::Os),
        AreaLookup::Given | AreaLookup::ByPostcode(_) | AreaLookup::ByArea(_) => None,
    }
}

/// Names the areas that the table has.
fn name_areas(table: &mut PostcodeTable, names: impl IntoIterator<Item = (Gss, Text)>) {
    for (area, name) in names {
        if table.has_area(&area) {
            table.name(area, name);
        }
    }
}
