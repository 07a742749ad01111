use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::InFile;
use super::records::DocumentRecord;
use crate::atoms::OriginalName;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// The largest file of a document, in bytes: a good scan of a long manifesto.
const LARGEST: u64 = 20_000_000;

/// A file of a document.
#[derive(Debug)]
pub struct Original {
    /// Where it lies.
    pub file: FileName,
    /// What it holds, when a document says that it may be published.
    pub bytes: Option<Arc<[u8]>>,
}

/// Looks at the files of documents, and reads those that are to be published.
///
/// # Errors
/// When the system does not let us read one.
pub(super) fn load(
    root: &Path,
    files: Vec<FileName>,
    documents: &[InFile<DocumentRecord>],
    found: &mut Diagnostics,
) -> Result<BTreeMap<OriginalName, Original>, Failure> {
    let published = published(documents);
    let read = files.into_par_iter().filter_map(|file| {
        let name: OriginalName = file.rsplit('/').next()?.parse().ok()?;
        let original = original(root, file, published.contains(&name));
        Some(original.map(|(original, trouble)| (name, original, trouble)))
    });
    let mut originals = BTreeMap::new();
    for (name, original, trouble) in read.collect::<Result<Vec<_>, _>>()? {
        found.extend(trouble);
        originals.insert(name, original);
    }
    Ok(originals)
}

/// The files that may be published.
fn published(documents: &[InFile<DocumentRecord>]) -> BTreeSet<OriginalName> {
    let files = documents.iter().filter_map(|document| document.record.files.as_ref()).flatten();
    let named = files.filter(|file| file.value.rights.is_some()).filter_map(|file| file.value.file.as_ref());
    named.filter_map(|name| name.value.0.as_ref().ok().cloned()).collect()
}

fn original(root: &Path, file: FileName, wanted: bool) -> Result<(Original, Diagnostics), Failure> {
    let path = root.join(&*file);
    let failed = |e| Failure::at(&path, "cannot read", e, "check that the file exists and that you may read it");
    let mut found = Diagnostics::default();
    let size = fs::metadata(&path).map_err(failed)?.len();
    if size > LARGEST {
        let message = format!("this file has {size} bytes, and files of documents have at most {LARGEST}");
        found.push(
            Code::TooLarge,
            &file,
            Pos::START,
            message,
            "save it smaller, or keep it on the web and give its address",
        );
    }
    let bytes = if wanted && size <= LARGEST { Some(fs::read(&path).map_err(failed)?.into()) } else { None };
    Ok((Original { file, bytes }, found))
}
