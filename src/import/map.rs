use std::fs;
use std::path::Path;

use super::provenance::{Provenance, SourceOptions};
use super::put::{TABLES, put_table};
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
    pub title: Text,
    /// The set of boundaries, as the elections name it.
    pub boundaries: Text,
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
/// # Errors
/// When the file is no such map; when another map has this id; when the system does not let us read or write.
pub fn map(root: &Path, file: &Path, options: &MapOptions, progress: &dyn Progress) -> Result<MapOutcome, ImportError> {
    let map = read(file)?;
    let path = |ending: &str| format!("{TABLES}/{}.{ending}", options.id);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let wanted =
        [(path(DataKind::Map.ending()), map.to_text()), (path("yaml"), record(options, &name, map.areas.len()))];
    wanted.iter().try_for_each(|(path, after)| is_free(&root.join(path), after))?;
    let written = put_table(root, wanted, progress)?.len();
    Ok(MapOutcome { areas: map.areas.len(), written })
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

/// What a person may have changed is never written over.
fn is_free(path: &Path, after: &str) -> Result<(), Failure> {
    match fs::read_to_string(path) {
        Ok(before) if before != after => {
            let help = "give another --id, or delete that file and the one of the same name beside it first";
            Err(Failure::at(path, "cannot write", "it is there already, and says something else", help))
        }
        // What cannot be read is reported where it would be written.
        _ => Ok(()),
    }
}

fn record(options: &MapOptions, file: &str, areas: usize) -> String {
    let record = Provenance {
        kind: DataKind::Map,
        title: options.title.as_str(),
        source: &options.source,
        permission: None,
        figure: None,
        boundaries: Some(&options.boundaries),
        files: vec![file.to_owned()],
        counts: vec![("areas", areas as u64)],
    };
    record.text()
}
