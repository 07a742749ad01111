use std::collections::BTreeMap;
use std::path::Path;

use crate::atoms::{EmailAddress, PersonId};
use crate::desk::NotDone;
use crate::import::{Contact, contacts};
use crate::model::Candidacy;

/// How to write to people, by their ids.
#[derive(Debug, Default)]
pub(crate) struct Contacts(BTreeMap<PersonId, EmailAddress>);

impl Contacts {
    /// Where a site keeps them.
    pub(crate) const FILE: &'static str = "private/contacts.csv";

    /// Reads those of a site.
    ///
    /// # Errors
    /// When there are none, or a row cannot be used.
    pub(crate) fn read(root: &Path) -> Result<Self, NotDone> {
        let path = root.join(Self::FILE);
        if path.symlink_metadata().is_err() {
            return Err(NotDone::Refused(format!(
                "there is no {}, which says how to write to people; make it, with the columns id, name and email, or \
                 use --paper to ask everybody on paper",
                Self::FILE
            )));
        }
        let rows = contacts(&path)?.into_iter();
        Ok(Self(rows.filter_map(|Contact { person, email }| Some((person, email?))).collect()))
    }

    /// Where mail reaches somebody, whatever id they had before.
    pub(super) fn email(&self, candidacy: &Candidacy) -> Option<&EmailAddress> {
        let former = candidacy.former.iter().map(|id| &id.value);
        [&candidacy.person].into_iter().chain(former).find_map(|id| self.0.get(id))
    }
}
