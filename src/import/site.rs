use std::path::Path;

use super::ImportError;
use super::imported::{TABLES, table_files};
use super::provenance::value;
use crate::atoms::{DataKind, Slug};
use crate::diagnostic::Failure;
use crate::load::records::DataRecord;
use crate::load::{Loaded, Records, load};

/// A site on whose records the import of a table can stand; what is wrong with an imported table it may mend.
///
/// # Errors
/// When another record has to be mended first, or the system does not let us read.
pub(super) fn sound_site(root: &Path) -> Result<Loaded, ImportError> {
    let site = load(root)?;
    if site.found.troubled().into_iter().any(|file| !file.starts_with(TABLES)) {
        return Err(ImportError::Data { found: site.found, sources: site.sources });
    }
    Ok(site)
}

/// The record of an earlier import under this name.
///
/// # Errors
/// When it is the record of another kind of table, which is not written over.
pub(super) fn earlier<'r>(
    root: &Path,
    records: &'r Records,
    id: &Slug,
    kind: DataKind,
) -> Result<Option<&'r DataRecord>, Failure> {
    let [_, file] = table_files(id, kind);
    let Some(record) = records.data.iter().find(|data| *data.file == *file).map(|data| &data.record) else {
        return Ok(None);
    };
    if value(record.kind.as_ref()).is_some_and(|other| other != kind) {
        let why = "it is the record of another kind of table";
        return Err(Failure::at(root.join(file), "cannot write", why, "give this one another name with --id"));
    }
    Ok(Some(record))
}
