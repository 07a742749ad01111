//! Records that are made from nothing: of a campaign and what somebody says, gives the change that puts a new record in place.

mod account;
mod ballot;
mod candidate;
mod checker;
mod correction;
mod document;
mod election;
mod event;
mod letter;
mod party;
mod pledge;
mod question;
mod report;

use std::str::FromStr;

pub(crate) use account::{AccountDetails, AccountToAdd, add_account};
pub(crate) use ballot::{BallotDetails, add_ballot};
pub(crate) use candidate::{CandidateDetails, StandsFor, add_candidate, stands_for};
pub(crate) use checker::add_checker;
pub(crate) use correction::{CorrectionToAdd, add_correction};
pub(crate) use document::{DocumentDetails, add_document};
pub(crate) use election::{ElectionDetails, add_election};
pub(crate) use event::{EventDetails, EventToAdd, add_event};
pub(crate) use letter::{LetterDetails, LetterToAdd, add_letter};
pub(crate) use party::{PartyDetails, add_party, party_id};
pub(crate) use pledge::{PledgeDetails, PledgeToAdd, add_pledge};
pub(crate) use question::{QuestionDetails, QuestionToAdd, add_question};
pub(crate) use report::{ReportDetails, ReportToAdd, add_report};

use super::new_mark::text;
use super::{NotDone, OpenSite, UNDONE};
use crate::atoms::slug_of;
use crate::edit::{FileChange, Value};

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
    fn has_file(&self, file: &str) -> bool {
        self.root.join(file).symlink_metadata().is_ok()
    }
}

/// The id that somebody gave; else one made of a name, with a number when another record has it.
fn id_of<I: FromStr + Clone>(given: Option<&I>, name: &str, is_taken: impl Fn(&I) -> bool) -> Result<I, NotDone> {
    if let Some(given) = given {
        return Ok(given.clone());
    }
    let numbered = (2..1000).map(|n| format!("{name} {n}"));
    let all = std::iter::once(name.to_owned()).chain(numbered);
    let mut ids = all.filter_map(|name| slug_of(&name)?.as_str().parse().ok());
    let id = ids.find(|id| !is_taken(id));
    id.ok_or_else(|| NotDone::Refused(format!("“{name}” has no letters for an id; name one with --id")))
}

/// A key with something that is written as it is spelt, when there is one.
fn spelt<T: std::fmt::Display>(key: &'static str, value: Option<T>) -> Option<(&'static str, Value)> {
    value.map(|value| (key, Value::text(value.to_string())))
}

/// The day of the act, as that on which a record is entered, where the records are true on it already.
fn entered_today(site: &OpenSite) -> Result<Option<(&'static str, Value)>, NotDone> {
    let (day, as_of) = (site.day(), site.campaign(UNDONE)?.site.as_of);
    Ok((day <= as_of).then(|| ("entered", Value::plain(day))))
}
