//! Records that are made from nothing: declares of each kind what is asked of it, and gives the change that puts a new record in
//! place.

mod ballot;
mod candidate;
mod checker;
mod correction;
mod document;
mod election;
mod kinds;
mod letter;
mod party;
mod question;

use std::str::FromStr;

pub(in crate::desk) use kinds::all;

use super::{NotDone, OpenSite};
use crate::atoms::slug_of;
use crate::edit::FileChange;

impl OpenSite {
    /// A new file of the records.
    ///
    /// # Errors
    /// When there is a file of this name.
    pub(super) fn new_file(&self, file: &str, after: String) -> Result<FileChange, NotDone> {
        if self.has_file(file) {
            return Err(NotDone::Refused(format!("{file} is there already; name another id with --id")));
        }
        Ok(FileChange { path: file.into(), before: None, after })
    }

    /// Whether something has this name already.
    pub(super) fn has_file(&self, file: &str) -> bool {
        self.root.join(file).symlink_metadata().is_ok()
    }
}

/// The id that somebody gave; else one made of a name, with a number when another record has it.
pub(super) fn id_of<I: FromStr>(given: Option<I>, name: &str, is_taken: impl Fn(&I) -> bool) -> Result<I, NotDone> {
    if let Some(given) = given {
        return Ok(given);
    }
    let numbered = (2..1000).map(|n| format!("{name} {n}"));
    let all = std::iter::once(name.to_owned()).chain(numbered);
    let mut ids = all.filter_map(|name| slug_of(&name)?.as_str().parse().ok());
    let id = ids.find(|id| !is_taken(id));
    id.ok_or_else(|| NotDone::Refused(format!("“{name}” has no letters for an id; name one with --id")))
}
