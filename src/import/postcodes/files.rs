use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostic::Failure;
use crate::import::tables::unreadable;

/// A file of a directory of postcodes.
#[derive(Debug, Clone)]
pub(super) struct DirectoryFile {
    pub(super) path: PathBuf,
    /// Whether it was named itself, not a folder around it.
    pub(super) named: bool,
    pub(super) bytes: u64,
}

/// The files that were named, and those in folders that were, sorted by name.
pub(super) fn list(named: &[PathBuf]) -> Result<Vec<DirectoryFile>, Failure> {
    let mut files = Vec::new();
    for path in named {
        let meta = fs::metadata(path).map_err(|e| unreadable(path, e))?;
        if meta.is_file() {
            files.push(DirectoryFile { path: path.clone(), named: true, bytes: meta.len() });
        } else if meta.is_dir() {
            in_folder(path, &mut files)?;
        } else {
            let help = "save it as a CSV file first, and name that";
            return Err(Failure::at(path, "cannot read", "it is not a regular file", help));
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path, files: &mut Vec<DirectoryFile>) -> Result<(), Failure> {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|e| unreadable(folder, e))?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let table = name.ends_with(".csv") || name.ends_with(".csv.gz");
        if entry.file_type().is_file() && table && !is_header(&name) {
            let bytes = entry.metadata().map_err(|e| unreadable(entry.path(), e))?.len();
            files.push(DirectoryFile { path: entry.into_path(), named: false, bytes });
        }
    }
    Ok(())
}

/// Whether a file holds the column names of other files.
fn is_header(name: &str) -> bool {
    name.contains("header") && name.ends_with(".csv")
}

/// The column names of a file without any: from a file in its folder, or in `Doc` of the folder above.
pub(super) fn header_beside(file: &Path) -> Option<String> {
    let folder = file.parent()?;
    let above = folder.parent().map(|above| above.join("Doc"));
    let folders = [Some(folder.to_path_buf()), above];
    let entries = folders.into_iter().flatten().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let mut headers: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| is_header(&name.to_string_lossy().to_lowercase())))
        .collect();
    headers.sort();
    let text = fs::read_to_string(headers.first()?).ok()?;
    // The publisher's own has two lines, the second of which has the long names.
    text.lines().find(|line| line.to_lowercase().contains("postcode")).map(str::to_owned)
}
