use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Provenance, Store, sha256};
use crate::diagnostic::Failure;

/// What looking through a store gave.
#[derive(Debug)]
pub struct Verified {
    /// How many addresses have a record.
    pub addresses: usize,
    /// How many objects are whole.
    pub whole: usize,
    /// What is to be said of which file, sorted.
    pub said: Vec<(PathBuf, String)>,
    /// Whether nothing is damaged or missing.
    pub sound: bool,
}

const CHANGED: &str = "it has changed since it was fetched; move it away and run “hustings fetch” again";
const UNREADABLE: &str = "this record cannot be read; move it away and run “hustings fetch” again";
const ORPHANED: &str = "no address refers to this: look at it, and move it away if nobody needs it";

impl Store {
    /// Looks through the whole store: reads every object and every record, and changes nothing.
    ///
    /// # Errors
    /// When the system does not let us look.
    pub fn verify(&self) -> Result<Verified, Failure> {
        let (objects, records) = (files(&self.root.join("objects"))?, files(&self.root.join("addresses"))?);
        let read: Vec<(PathBuf, Option<Provenance>)> =
            records.into_par_iter().map(|path| (path.clone(), self.provenance(&path))).collect();
        let (mut said, mut referred) = (Vec::new(), BTreeSet::new());
        for (path, provenance) in &read {
            let Some(provenance) = provenance else {
                said.push((path.clone(), UNREADABLE.to_owned()));
                continue;
            };
            let earlier = provenance.earlier.iter().map(|earlier| &earlier.sha256);
            for hash in earlier.chain([&provenance.sha256]) {
                let object = self.object(hash);
                if !object.is_file() {
                    let address = &provenance.address;
                    said.push((
                        object.clone(),
                        format!("what came from {address} is gone; run “hustings fetch” again"),
                    ));
                }
                referred.insert(object);
            }
        }
        let looked = objects.into_par_iter().map(|path| {
            let named = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let whole = fs::read(&path).is_ok_and(|bytes| named.as_deref() == Some(sha256(&bytes).as_str()));
            (path, whole)
        });
        let looked: Vec<(PathBuf, bool)> = looked.collect();
        let whole = looked.iter().filter(|(_, whole)| *whole).count();
        for (path, whole) in looked {
            match (whole, referred.contains(&path)) {
                (false, _) => said.push((path, CHANGED.to_owned())),
                (true, false) => said.push((path, ORPHANED.to_owned())),
                (true, true) => {}
            }
        }
        said.sort();
        let sound = said.iter().all(|(_, what)| what == ORPHANED);
        Ok(Verified { addresses: read.len(), whole, said, sound })
    }

    /// A record, if it can be read and bears the name of its address.
    fn provenance(&self, path: &Path) -> Option<Provenance> {
        let provenance: Provenance = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        (self.record(&provenance.address) == path).then_some(provenance)
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e| Failure::at(folder, "cannot look through", e, "make the store readable");
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.filter(|entry| entry.as_ref().map_or(true, |entry| !entry.file_type().is_dir()));
    files.map(|entry| entry.map(walkdir::DirEntry::into_path).map_err(failed)).collect()
}
