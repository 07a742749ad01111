use std::collections::{BTreeMap, BTreeSet};

use super::kind::PageKind;
use crate::atoms::{SitePath, Slug};
use crate::diagnostic::{Code, Diagnostics, FileName, Place, Pos};

/// Which address belongs to which file, so that no two pages get one.
#[derive(Default)]
pub(super) struct Register {
    owners: BTreeMap<SitePath, FileName>,
    pages: Vec<(SitePath, PageKind)>,
}

impl Register {
    /// Takes an address for a page.
    pub(super) fn page(&mut self, path: &SitePath, kind: PageKind, owner: &FileName, found: &mut Diagnostics) {
        if self.file(path, owner, found) {
            self.pages.push((path.clone(), kind));
        }
    }

    /// Takes an address for what a whole file makes; false, and reported, when it is taken.
    pub(super) fn file(&mut self, path: &SitePath, owner: &FileName, found: &mut Diagnostics) -> bool {
        let place = Place { file: owner.clone(), pos: Pos::START };
        self.claim(path, &place, "give one of the two another name or id", found)
    }

    /// Takes an address for an earlier id; false, and reported where that id stands, when it is taken.
    pub(super) fn redirect(&mut self, path: &SitePath, owner: &Place, found: &mut Diagnostics) -> bool {
        self.claim(path, owner, "delete it from “former:”, unless the other one is to get another id", found)
    }

    fn claim(&mut self, path: &SitePath, owner: &Place, help: &str, found: &mut Diagnostics) -> bool {
        if let Some(other) = self.owners.get(path).or_else(|| self.in_the_way(path)) {
            let message = format!("the address /{path} belongs to {other} already");
            found.push(Code::AddressCollision, &owner.file, owner.pos, message, help);
            return false;
        }
        self.owners.insert(path.clone(), owner.file.clone());
        true
    }

    /// Takes a whole folder, for pages in another language; what stands in it already is reported.
    pub(super) fn folder(&mut self, folder: &Slug, found: &mut Diagnostics) {
        let inside = |path: &SitePath| path.as_str().split('/').next() == Some(folder.as_str());
        for (path, owner) in self.owners.iter().filter(|(path, _)| inside(path)) {
            let message = format!("the address /{path} is in the folder of the pages in “{folder}”");
            found.push(Code::AddressCollision, owner, Pos::START, message, "give this page another name or id");
        }
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
