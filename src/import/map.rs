use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::ImportError;
use super::boundaries::{BallotArea, Ballots, OtherAreas, differ};
use super::imported::{Imported, table_files};
use super::proposal::Proposal;
use super::provenance::{Provenance, SourceOptions, names};
use super::site::{earlier, sound_site};
use super::tables::{Guess, Other, small};
use crate::atoms::{DataKind, PartialDate, Slug, Text, slug_of};
use crate::country::uk::Gss;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use crate::load::{Foreign, HexMap, HexTrouble};

/// A map of all areas of a country takes some tens of thousands of bytes.
const HEXJSON: Foreign =
    Foreign { kind: "HexJSON file", largest: 5_000_000, if_larger: "name a map of hexagons, not one of borders" };

/// What is to be said of a map beyond what its file says.
#[derive(Debug, Clone, clap::Args)]
pub struct MapOptions {
    /// The set of boundaries, as the elections name it.
    #[arg(long, value_name = "SET")]
    pub boundaries: Option<Text>,
    /// What it is called.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<Text>,
    /// Whose map it is.
    #[command(flatten)]
    pub source: SourceOptions,
    /// When it was published: year, month or day.
    #[arg(long = "date", value_name = "DATE")]
    pub published: Option<PartialDate>,
    /// The name of its files in content/data/.
    #[arg(long, value_name = "ID", default_value = "map")]
    pub id: Slug,
}

/// What an import of a map did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapOutcome {
    /// How many areas the map has.
    pub areas: usize,
    /// How many files were written; none when both stood there already.
    pub written: usize,
    /// What became of areas whose name cannot be used.
    pub names: BadNames,
    /// How many areas have the other code of their seat than the ballots.
    pub revised: usize,
}

/// What became of areas on a map whose name cannot be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BadNames {
    /// They have the names of their ballots.
    pub mended: Vec<Gss>,
    /// Nothing else names them, so they are left out.
    pub left_out: Vec<Gss>,
}

impl std::fmt::Display for MapOutcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let did = if self.written == 0 { "nothing new" } else { "put into content/data/" };
        write!(f, "A map of {} areas: {did}.", self.areas)?;
        let listed = |codes: &[Gss]| codes.iter().take(10).map(Gss::as_str).collect::<Vec<_>>().join(", ");
        let BadNames { mended, left_out } = &self.names;
        if !mended.is_empty() {
            let n = mended.len();
            write!(
                f,
                "\nNames:     {n} cannot be used; those of the ballots stand there instead ({})",
                listed(mended)
            )?;
        }
        if !left_out.is_empty() {
            let n = left_out.len();
            write!(f, "\nLeft out:  {n}, of which the name cannot be used ({})", listed(left_out))?;
        }
        if self.revised > 0 {
            write!(f, "\nRead as:   {}", Guess::RevisedCodes(self.revised))?;
        }
        Ok(())
    }
}

/// Reads a hexagon map into one of the site, with a record of where it comes from.
///
/// What is not said stays as the record of an earlier import has it.
///
/// # Errors
/// When the file is no such map; when nobody says what has to stand beside it; when another map has this id; when the system
/// does not let us read.
pub fn map(root: &Path, file: &Path, options: &MapOptions) -> Result<Proposal<MapOutcome>, ImportError> {
    let site = sound_site(root)?;
    let recorded = earlier(root, &site.records, &options.id, DataKind::Map)?;
    let known = recorded.map(Provenance::recorded).unwrap_or_default();
    let set = options.boundaries.as_ref().or(known.boundaries.as_ref());
    let ballots = Ballots::that_go_by(&site.records, set);
    let (mut map, bad_names) = read(file, &ballots)?;
    let revised = use_codes_of(&mut map, &ballots);
    refuse_other_areas(file, &map, &ballots, set)?;
    let [table_file, _] = table_files(&options.id, DataKind::Map);
    let table = map.to_text();
    is_free(&root.join(table_file), &table)?;
    let areas = map.areas.len();
    let provenance = Provenance {
        files: names([file]),
        counts: vec![("areas".to_owned(), small(areas))],
        ..said(file, options, known)?
    };
    let imported = Imported { id: options.id.clone(), kind: DataKind::Map, table, provenance, recorded };
    let changes = imported.changes(root)?;
    let outcome = MapOutcome { areas, written: changes.len(), names: bad_names, revised };
    Ok(Proposal { outcome, changes })
}

/// What is said of a map on the command line, and where nothing is, in the record of an earlier import.
fn said(file: &Path, options: &MapOptions, known: Provenance) -> Result<Provenance, ImportError> {
    let title = options.title.clone().or(known.title);
    let boundaries = options.boundaries.clone().or(known.boundaries);
    let mut source = options.source.published(options.published).or(known.source);
    source.title = source.title.or_else(|| title.clone());
    let own = [(title.is_none(), "--title"), (boundaries.is_none(), "--boundaries")];
    source.all_said(file, "this map shows and where it comes from", &own)?;
    Ok(Provenance { title, boundaries, source, ..Provenance::default() })
}

/// Reads a map. An area of which the name cannot be used has that of its ballot.
fn read(file: &Path, ballots: &Ballots) -> Result<(HexMap, BadNames), ImportError> {
    let name: FileName = file.to_string_lossy().into();
    let bytes = HEXJSON.read(file)?;
    if let Some(other) = Other::of(&bytes).filter(|other| *other != Other::Json) {
        let message = format!("this is no hexagon map: it is {other}");
        return Err(ImportError::about(file, Code::WrongShape, message, "name a map in the HexJSON format"));
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(ImportError::about(file, Code::NotUtf8, "this file is not UTF-8", "save it as UTF-8"));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let named: BTreeMap<&Gss, &Text> =
        ballots.areas.iter().filter_map(|area| Some((area.code.as_ref()?, area.name.as_ref()?))).collect();
    let mut bad = BadNames::default();
    let read = HexMap::read_with(text, |gss, _| {
        let known = named.get(gss).map(|name| (*name).clone());
        if known.is_some() {
            bad.mended.push(gss.clone());
        } else {
            bad.left_out.push(gss.clone());
        }
        Ok(known)
    });
    let read = read.and_then(|map| match map.areas.is_empty() {
        true => {
            let (what, help) =
                ("this map has no area with a name that can be used".to_owned(), "name another map".to_owned());
            Err(HexTrouble { pos: Pos::START, what, help })
        }
        false => Ok(map),
    });
    let map = read.map_err(|trouble| {
        let mut found = Diagnostics::default();
        found.push(Code::WrongShape, &name, trouble.pos, &trouble.what, &trouble.help);
        let mut sources = Sources::default();
        sources.insert(name.clone(), text.into());
        ImportError::Data { found, sources }
    })?;
    Ok((map, bad))
}

/// Lets seats have the codes by which the ballots know them; gives how many had the other one.
fn use_codes_of(map: &mut HexMap, ballots: &Ballots) -> usize {
    let mut moved = 0;
    for (other, known) in ballots.known_by_another() {
        if map.areas.contains_key(&known) {
            continue;
        }
        if let Some(area) = map.areas.remove(&other) {
            map.areas.insert(known, area);
            moved += 1;
        }
    }
    moved
}

/// Refuses a map of other boundaries: one that has next to none of the ballots' areas, or that has no more of them than areas
/// of the same names under other codes.
fn refuse_other_areas(file: &Path, map: &HexMap, ballots: &Ballots, set: Option<&Text>) -> Result<(), ImportError> {
    let codes = ballots.codes();
    let lacking = codes.iter().filter(|code| !map.areas.contains_key(**code));
    let shared = codes.len() - lacking.clone().count();
    let names: BTreeSet<Slug> = map.areas.values().filter_map(|area| slug_of(area.name.as_str())).collect();
    let other_code = |area: &&BallotArea| {
        let name = area.name.as_ref().and_then(|name| slug_of(name.as_str()));
        area.code.as_ref().is_some_and(|code| !map.areas.contains_key(code))
            && name.is_some_and(|name| names.contains(&name))
    };
    let otherwise = ballots.areas.iter().filter(other_code).count();
    let next_to_none = differ(shared, codes.len().min(map.areas.len()));
    if !next_to_none && (otherwise == 0 || otherwise < shared) {
        return Ok(());
    }
    let other = OtherAreas {
        found: map.areas.keys().find(|code| !codes.contains(code)).map(ToString::to_string).unwrap_or_default(),
        expected: lacking.map(ToString::to_string).next().unwrap_or_default(),
    };
    let help = "get the map for the boundaries of the election, or say by which it goes with --boundaries";
    Err(other.refuse(file, "the cells of this map", set, help))
}

/// A map that a person may have changed is never written over.
fn is_free(path: &Path, after: &str) -> Result<(), Failure> {
    match fs::read_to_string(path) {
        Ok(before) if before != after => {
            let help = "give another --id, or move that file away first";
            Err(Failure::at(path, "cannot write", "it is there already, and says something else", help))
        }
        // What cannot be read is reported where it would be written.
        _ => Ok(()),
    }
}
