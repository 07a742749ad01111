//! The site on which a command works, taken along the road up to the plan.

use std::path::{Path, PathBuf};

use super::{Terminal, root};
use crate::desk::{self, NotDone};
use crate::diagnostic::{Diagnostics, Failure, FileName};
use crate::model::{Campaign, Document, Overrides};
use crate::pipeline::{self, Planned};

/// What an error means for somebody who wants to look at a site.
pub(super) const NOTHING_TO_SEE: &str = "there is no site to look at";

/// A site as its records are today, whatever is wrong with them.
pub(super) struct OpenSite {
    pub(super) root: PathBuf,
    pub(super) planned: Planned,
}

impl OpenSite {
    /// Opens the site in a folder, or the one around the current folder.
    pub(super) fn open(directory: Option<&Path>, terminal: &Terminal<'_>) -> Result<Self, Failure> {
        let root = root::find(directory)?;
        let planned = pipeline::prepare(&root, &Overrides::on(terminal.today))?;
        Ok(Self { root, planned })
    }

    /// Its campaign, unless the site lacks what no site can lack.
    pub(super) fn campaign(&self, undone: &'static str) -> Result<&Campaign, NotDone> {
        let campaign = self.planned.site.as_ref().map(|(campaign, _)| campaign);
        campaign.ok_or_else(|| self.wrong(self.planned.found.clone(), undone))
    }

    /// The documents with these ids; all when there are none. An error in a record of theirs would make half of what it
    /// says look like the whole.
    pub(super) fn documents(&self, ids: &[String], undone: &'static str) -> Result<Vec<&Document>, NotDone> {
        let campaign = self.campaign(undone)?;
        let of_theirs = |file: &FileName| {
            let name = file.strip_prefix("candidates/documents/").and_then(|name| name.rsplit_once('.'));
            name.is_some_and(|(id, _)| ids.is_empty() || ids.iter().any(|meant| meant == id))
        };
        let found = self.planned.found.clone().within(of_theirs);
        if found.has_errors() {
            return Err(self.wrong(found, undone));
        }
        desk::documents(campaign, ids)
    }

    fn wrong(&self, found: Diagnostics, undone: &'static str) -> NotDone {
        NotDone::Wrong { found, sources: self.planned.sources.clone(), undone }
    }
}
