use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::files::{self, Kind, Listed};
use super::kinds::{self, Entry};
use super::picture::Album;
use super::source::{self, Source};
use super::{Loaded, gather};
use crate::diagnostic::{Diagnostics, Failure, FileName};

/// Reads a site, again and again if need be: a file that holds the same as the last time is not parsed anew.
#[derive(Debug, Default)]
pub struct Reader {
    /// What it read the last time, when it keeps that.
    kept: Option<HashMap<FileName, Arc<Read>>>,
    album: Album,
}

impl Reader {
    /// A reader that keeps what it reads for the next time.
    #[must_use]
    pub fn that_keeps() -> Self {
        Self { kept: Some(HashMap::new()), ..Self::default() }
    }

    /// Reads a whole site, the files in parallel.
    ///
    /// # Errors
    /// When there is no site in the folder or the system does not let us read it.
    pub fn load(&mut self, root: &Path) -> Result<Loaded, Failure> {
        let mut found = Diagnostics::default();
        let files::Listing { files, originals, misnamed, litter } = files::list(root, &mut found)?;
        let files = files.into_par_iter().map(|listed| read(root, listed, self.kept.as_ref()));
        let files: Vec<Arc<Read>> = files.collect::<Result<_, _>>()?;
        if let Some(kept) = &mut self.kept {
            *kept = files.iter().map(|read| (read.file.clone(), read.clone())).collect();
        }
        let read = files.into_par_iter().map(Arc::unwrap_or_clone).collect();
        let loaded = gather(root, (read, originals, misnamed), &self.album, found)?;
        Ok(Loaded { litter, ..loaded })
    }
}

/// One file, read.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) file: FileName,
    pub(super) text: Option<Arc<str>>,
    pub(super) entry: Option<Entry>,
    pub(super) found: Diagnostics,
}

fn read(root: &Path, listed: Listed, kept: Option<&HashMap<FileName, Arc<Read>>>) -> Result<Arc<Read>, Failure> {
    let mut found = Diagnostics::default();
    let file = listed.file;
    let Some(source) = source::read(root, &file, listed.kind.largest(), &mut found)? else {
        return Ok(Arc::new(Read { file, text: None, entry: None, found }));
    };
    if let Some(same) = kept.and_then(|kept| kept.get(&file)).filter(|kept| kept.text.as_ref() == Some(&source.text)) {
        return Ok(same.clone());
    }
    let entry = entry(listed.kind, &source, &mut found);
    Ok(Arc::new(Read { file, text: Some(source.text), entry, found }))
}

fn entry(kind: Kind, source: &Source, found: &mut Diagnostics) -> Option<Entry> {
    match kind {
        Kind::Record(kind) => kind.read(source, found),
        Kind::Translated => kinds::translated(source, found),
        Kind::Table => Some(Entry::Table(source.file.clone(), source.text.clone())),
        // Listed apart, since no record stands in it.
        Kind::Original => None,
    }
}
