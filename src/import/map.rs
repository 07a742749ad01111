use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::ImportError;
use super::provenance::{Provenance, SourceOptions};
use super::source::text;
use crate::atoms::{DataKind, Slug, Text};
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use crate::edit::{self, FileChange};
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
pub fn map(root: &Path, file: &Path, options: &MapOptions) -> Result<MapOutcome, ImportError> {
    let map = read(file)?;
    let path = |ending: &str| PathBuf::from(format!("content/data/{}.{ending}", options.id));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let wanted =
        [(path(DataKind::Map.ending()), map.to_text()), (path("yaml"), record(options, &name, map.areas.len()))];
    let mut changes = Vec::new();
    for (path, after) in wanted {
        changes.extend(change(root, path, after)?);
    }
    let written = changes.len();
    edit::write_files(root, &changes.into_iter().map(|change| vec![change]).collect::<Vec<_>>(), &|| ())
        .map_err(|error| error.failure)?;
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

/// A new file; nothing when it stands there already. What a person may have changed is never written over.
fn change(root: &Path, path: PathBuf, after: String) -> Result<Option<FileChange>, Failure> {
    let whole = root.join(&path);
    match fs::read_to_string(&whole) {
        Ok(before) if before == after => Ok(None),
        Ok(_) => {
            let help = "give another --id, or delete that file and the one of the same name beside it first";
            Err(Failure::at(whole, "cannot write", "it is there already, and says something else", help))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(FileChange { path, before: None, after })),
        Err(error) => Err(Failure::at(whole, "cannot read", error, "make it readable, or give another --id")),
    }
}

fn record(options: &MapOptions, file: &str, areas: usize) -> String {
    let record = Provenance {
        kind: DataKind::Map,
        title: options.title.as_str(),
        source: &options.source,
        permission: None,
        boundaries: Some(&options.boundaries),
        files: vec![file.to_owned()],
        counts: vec![("areas", areas as u64)],
    };
    record.text()
}
