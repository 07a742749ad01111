use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::picture::Album;
use super::records::DocumentRecord;
use super::{InFile, Picture};
use crate::atoms::{OriginalKind, OriginalName};
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// The largest file of a document, in bytes: a good scan of a long manifesto.
const LARGEST: u64 = 20_000_000;
/// The longest edge of a picture of a document that is published, in points: small print can be read, and a telephone can hold it.
const PUBLISHED: usize = 1_400;

/// A file of a document.
#[derive(Debug, Clone)]
pub struct Original {
    /// Where it lies.
    pub file: FileName,
    /// What is published of it, when a document says that it may be.
    pub picture: Option<Picture>,
}

/// Looks at the files of documents, and makes those anew that are to be published.
///
/// # Errors
/// When the system does not let us read one.
pub(super) fn load(
    root: &Path,
    files: Vec<FileName>,
    documents: &[InFile<DocumentRecord>],
    album: &Album,
    found: &mut Diagnostics,
) -> Result<BTreeMap<OriginalName, Original>, Failure> {
    let published = published(documents);
    let read = files.into_par_iter().filter_map(|file| {
        let name: OriginalName = file.rsplit('/').next()?.parse().ok()?;
        let original = original(root, file, published.contains(&name).then_some(album));
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
    let files = documents.iter().flat_map(|document| &document.record.files);
    let named = files.filter(|file| file.value.rights.is_some()).filter_map(|file| file.value.file.as_ref());
    let named = named.filter(|name| name.is_read()).map(|name| &name.value);
    named.filter(|name| name.kind() == OriginalKind::Picture).cloned().collect()
}

fn original(root: &Path, file: FileName, published: Option<&Album>) -> Result<(Original, Diagnostics), Failure> {
    let help = "save it again as JPEG or PNG, or leave “rights:” out";
    let mut found = Diagnostics::default();
    let picture = picture(root, &file, published.map(|album| (album, PUBLISHED)), help, &mut found)?;
    Ok((Original { file, picture }, found))
}

/// What is published of a file, where anything is: with no edge of more points than this.
pub(super) fn picture(
    root: &Path,
    file: &FileName,
    published: Option<(&Album, usize)>,
    help: &str,
    found: &mut Diagnostics,
) -> Result<Option<Picture>, Failure> {
    // Opened though its bytes may not be wanted, so that one that nobody can read is said now.
    let fits = fits(root, file, found)?;
    let Some((album, longest)) = published.filter(|_| fits) else { return Ok(None) };
    let picture = album.picture(&bytes(root, file)?, longest);
    Ok(picture
        .map_err(|why| {
            found.push(Code::BadPicture, file, Pos::START, format!("this picture cannot be opened: {why}"), help);
        })
        .ok())
}

/// What stands in a file; nothing, and reported, when it is too large.
pub(super) fn read(root: &Path, file: &FileName, found: &mut Diagnostics) -> Result<Option<Vec<u8>>, Failure> {
    fits(root, file, found)?.then(|| bytes(root, file)).transpose()
}

/// Whether a file is small enough to be read; reported when not.
fn fits(root: &Path, file: &FileName, found: &mut Diagnostics) -> Result<bool, Failure> {
    let path = root.join(&**file);
    let size = File::open(&path).and_then(|file| file.metadata()).map_err(|e| unreadable(&path, e))?.len();
    if size > LARGEST {
        let message = format!("this file has {size} bytes, and at most {LARGEST} are read");
        let help = "save it smaller, or keep it on the web and give its address";
        found.push(Code::TooLarge, file, Pos::START, message, help);
    }
    Ok(size <= LARGEST)
}

fn bytes(root: &Path, file: &FileName) -> Result<Vec<u8>, Failure> {
    let path = root.join(&**file);
    fs::read(&path).map_err(|e| unreadable(&path, e))
}

fn unreadable(path: &Path, error: io::Error) -> Failure {
    Failure::at(path, "cannot read", error, "check that the file exists and that you may read it")
}
