use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::boundaries::{BallotArea, Ballots, differ};
use super::table_record::{TableRecord, present, sound_site};
use super::tables::{Other, guess_lines, revised_codes, small};
use super::{ImportError, Proposal, SourceOptions};
use crate::atoms::{DataKind, PartialDate, Slug, Text, slug_of};
use crate::country::uk::Gss;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};
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

/// Reads a hexagon map into one of the site, with a record of where it comes from.
///
/// What is not said stays as the record of an earlier import has it.
///
/// # Errors
/// When the file is no such map; when nobody says what has to stand beside it; when another map has this id; when the system
/// does not let us read.
pub fn map(root: &Path, file: &Path, options: &MapOptions) -> Result<Proposal, ImportError> {
    let site = sound_site(root)?;
    let mut record = TableRecord::open(root, options.id.clone(), DataKind::Map)?;
    let set = options.boundaries.clone().or_else(|| record.get("boundaries")?.parse().ok());
    let ballots = Ballots::that_go_by(&site.records, set.as_ref());
    let named = ballots.areas.iter().filter_map(|area| Some((area.code.as_ref()?, area.name.as_ref()?)));
    // The areas with a name that cannot be used.
    let (mut renamed, mut left_out) = (Vec::new(), Vec::new());
    let mut map = read(file, &named.collect(), &mut renamed, &mut left_out)?;
    let revised = use_codes_of(&mut map, &ballots);
    refuse_other_areas(file, &map, &ballots)?;
    let (areas, table) = (map.areas.len(), map.to_text());
    let path = root.join(record.table_file());
    // A map that a person may have changed is never written over.
    if present(&path)?.is_some_and(|before| before != table) {
        let help = "give another --id, or move that file away first";
        return Err(Failure::at(path, "cannot write", "it is there already, and says something else", help).into());
    }
    record.say("title", options.title.as_ref());
    record.say("boundaries", options.boundaries.as_ref());
    record.say_source(&options.source, options.published);
    let title = record.get("title").map(str::to_owned);
    record.default("source.title", title);
    let own = [("title", "--title"), ("boundaries", "--boundaries")];
    record.require(file, "this map shows and where it comes from", &own)?;
    record.say_imported([file].into_iter(), &[("areas", small(areas))]);
    let changes = record.changes(table)?;
    let mut summary = told(areas, changes.is_empty(), &renamed, &left_out);
    summary.extend(guess_lines(revised_codes(revised).as_slice()));
    Ok(Proposal { summary, doubts: Vec::new(), changes })
}

/// What is said of a map, and of areas on it whose name cannot be used.
fn told(areas: usize, unchanged: bool, renamed: &[Gss], left_out: &[Gss]) -> Vec<String> {
    let did = if unchanged { "nothing new" } else { "put into content/data/" };
    let mut lines = vec![format!("A map of {areas} areas: {did}.")];
    let listed = |codes: &[Gss]| codes.iter().take(10).map(Gss::as_str).collect::<Vec<_>>().join(", ");
    if !renamed.is_empty() {
        let (n, codes) = (renamed.len(), listed(renamed));
        lines.push(format!("Names:     {n} cannot be used; those of the ballots are used instead ({codes})"));
    }
    if !left_out.is_empty() {
        let (n, codes) = (left_out.len(), listed(left_out));
        lines.push(format!("Left out:  {n}, of which the name cannot be used ({codes})"));
    }
    lines
}

/// Reads a map. An area of which the name cannot be used has that of its ballot, or is left out.
fn read(
    file: &Path,
    named: &BTreeMap<&Gss, &Text>,
    renamed: &mut Vec<Gss>,
    left_out: &mut Vec<Gss>,
) -> Result<HexMap, ImportError> {
    let bytes = HEXJSON.read(file)?;
    if let Some(other) = Other::of(&bytes).filter(|other| !other.is_json()) {
        let message = format!("this is not a hexagon map: it is {}", other.name);
        return Err(ImportError::about(file, Code::WrongShape, message, "name a map in the HexJSON format"));
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(ImportError::about(file, Code::NotUtf8, "this file is not UTF-8", "save it as UTF-8"));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let read = HexMap::read_with(text, |gss, _| {
        let known = named.get(gss).map(|name| (*name).clone());
        if known.is_some() { &mut *renamed } else { &mut *left_out }.push(gss.clone());
        Ok(known)
    });
    let HexTrouble { pos, what, help } = match read {
        Ok(map) if !map.areas.is_empty() => return Ok(map),
        Ok(_) => {
            let what = "this map has no area with a name that can be used";
            HexTrouble { pos: Pos::START, what: what.to_owned(), help: "name another map".to_owned() }
        }
        Err(trouble) => trouble,
    };
    let (name, mut found): (FileName, _) = (file.to_string_lossy().into(), Diagnostics::default());
    found.push(Code::WrongShape, &name, pos, what, help);
    Err(ImportError::within(name, text.to_owned(), found))
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
fn refuse_other_areas(file: &Path, map: &HexMap, ballots: &Ballots) -> Result<(), ImportError> {
    let codes = ballots.codes();
    let shared = codes.iter().filter(|code| map.areas.contains_key(**code)).count();
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
    let found = map.areas.keys().find(|code| !codes.contains(code));
    let expected = codes.iter().copied().find(|code| !map.areas.contains_key(code));
    let help = "get the map for the boundaries of the election, or say with --boundaries which ones it uses";
    Err(ballots.refuse(file, "the cells of this map", [found, expected], help))
}
