use std::fs;
use std::path::Path;

use super::provenance::{Provenance, SourceOptions, names, small};
use super::put::{Imported, put_table, table_files};
use super::site::{earlier, sound_site};
use super::source::text;
use super::{ImportError, Progress};
use crate::atoms::{DataKind, Slug, Text};
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use crate::load::{Foreign, HexMap};

/// A map of all areas of a country takes some tens of thousands of bytes.
const HEXJSON: Foreign =
    Foreign { kind: "HexJSON file", largest: 5_000_000, if_larger: "name a map of hexagons, not one of borders" };

/// What is to be said of a map beyond what its file says.
#[derive(Debug, Clone)]
pub struct MapOptions {
    /// The name of its record and table.
    pub id: Slug,
    /// What it is called.
    pub title: Option<Text>,
    /// The set of boundaries, as the elections name it.
    pub boundaries: Option<Text>,
    /// Whose map it is.
    pub source: SourceOptions,
}

/// What an import of a map did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapOutcome {
    /// How many areas the map has.
    pub areas: usize,
    /// How many files were written; none when both stood there already.
    pub written: usize,
}

impl std::fmt::Display for MapOutcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let did = if self.written == 0 { "nothing new" } else { "put into content/data/" };
        write!(f, "A map of {} areas: {did}.", self.areas)
    }
}

/// Puts a hexagon map into `content/data/`, with a record of where it comes from.
///
/// What is not said stays as the record of an earlier import has it.
///
/// # Errors
/// When the file is no such map; when nobody says what has to stand beside it; when another map has this id; when the system
/// does not let us read or write.
pub fn map(root: &Path, file: &Path, options: &MapOptions, progress: &dyn Progress) -> Result<MapOutcome, ImportError> {
    let map = read(file)?;
    let site = sound_site(root)?;
    let recorded = earlier(root, &site.records, &options.id, DataKind::Map)?;
    let [table_file, _] = table_files(&options.id, DataKind::Map);
    let table = map.to_text();
    is_free(&root.join(table_file), &table)?;
    let areas = map.areas.len();
    let provenance = Provenance {
        files: names([file]),
        counts: vec![("areas".to_owned(), small(areas))],
        ..said(file, options, recorded.map(Provenance::recorded).unwrap_or_default())?
    };
    let imported = Imported { id: options.id.clone(), kind: DataKind::Map, table, provenance, recorded };
    let written = put_table(root, imported, progress)?.len();
    Ok(MapOutcome { areas, written })
}

/// What is said of a map on the command line, and where nothing is, in the record of an earlier import.
fn said(file: &Path, options: &MapOptions, known: Provenance) -> Result<Provenance, ImportError> {
    let title = options.title.clone().or(known.title);
    let boundaries = options.boundaries.clone().or(known.boundaries);
    let mut source = options.source.clone().or(known.source);
    source.title = source.title.or_else(|| title.clone());
    let own = [(title.is_none(), "--title"), (boundaries.is_none(), "--boundaries")];
    source.all_said(file, "this map shows and where it comes from", &own)?;
    Ok(Provenance { title, boundaries, source, ..Provenance::default() })
}

fn read(file: &Path) -> Result<HexMap, ImportError> {
    let name: FileName = file.to_string_lossy().into();
    let wrong = |code, pos, what: &str, help: &str, text: &str| {
        let mut found = Diagnostics::default();
        found.push(code, &name, pos, what, help);
        let mut sources = Sources::default();
        sources.insert(name.clone(), text.into());
        ImportError::Data { found, sources }
    };
    let text = text(HEXJSON.read(file)?)
        .map_err(|no| wrong(no.code, Pos { line: no.line, column: 1 }, no.message, "save it as UTF-8", ""))?;
    HexMap::read(&text).map_err(|trouble| wrong(Code::WrongShape, trouble.pos, &trouble.what, &trouble.help, &text))
}

/// A map that a person may have changed is never written over.
fn is_free(path: &Path, after: &str) -> Result<(), Failure> {
    match fs::read_to_string(path) {
        Ok(before) if before != after => {
            let help = "give another --id, or delete that file first";
            Err(Failure::at(path, "cannot write", "it is there already, and says something else", help))
        }
        // What cannot be read is reported where it would be written.
        _ => Ok(()),
    }
}
