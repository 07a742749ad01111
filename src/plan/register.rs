use std::collections::{BTreeMap, BTreeSet};

use super::kind::PageKind;
use crate::atoms::SitePath;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// Which address belongs to which file, so that no two pages get one.
#[derive(Default)]
pub(super) struct Register {
    owners: BTreeMap<SitePath, FileName>,
    pages: Vec<(SitePath, PageKind)>,
}

impl Register {
    /// Takes an address for a page.
    pub(super) fn page(&mut self, path: &SitePath, kind: PageKind, owner: &FileName, found: &mut Diagnostics) {
        if self.claim(path, owner, found) {
            self.pages.push((path.clone(), kind));
        }
    }

    /// Takes an address; false, and reported, when it is taken.
    pub(super) fn claim(&mut self, path: &SitePath, owner: &FileName, found: &mut Diagnostics) -> bool {
        if let Some(other) = self.owners.get(path).or_else(|| self.in_the_way(path)) {
            let message = format!("the address /{path} belongs to {other} already");
            let help = "give one of the two another name or id";
            found.push(Code::AddressCollision, owner, Pos::START, message, help);
            return false;
        }
        self.owners.insert(path.clone(), owner.clone());
        true
    }

    /// The owner of a file that stands where this address needs a folder.
    fn in_the_way(&self, path: &SitePath) -> Option<&FileName> {
        let folder = path.as_str().rsplit_once('/')?.0;
        self.owners.get(&folder.parse().ok()?)
    }

    /// The pages, and every address that is taken.
    pub(super) fn into_parts(self) -> (Vec<(SitePath, PageKind)>, BTreeSet<SitePath>) {
        (self.pages, self.owners.into_keys().collect())
    }
}
