use std::path::Path;

use super::{Finding, Verdict};
use crate::atoms::{QuestionId, Slug, Words};
use crate::diagnostic::Failure;
use crate::edit::{Change, Item, Place, Value};
use crate::model::{Campaign, Document, PutQuestion, Reading};

/// A document that lies open on the desk.
#[derive(Debug)]
pub struct OpenDocument<'c> {
    /// The campaign for which it is read.
    pub campaign: &'c Campaign,
    /// The document.
    pub document: &'c Document,
    /// The questions to look for.
    pub questions: Vec<&'c PutQuestion>,
}

/// As what a verdict was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordedAs {
    /// As a reading of its own.
    Reading,
    /// As a check of the reading by this person, who had found the same.
    Check(Slug),
}

impl<'c> OpenDocument<'c> {
    /// Opens a document of a campaign.
    #[must_use]
    pub fn of(campaign: &'c Campaign, document: &'c Document) -> Self {
        let election = campaign.elections.iter().find(|election| election.id == document.election);
        let questions = election.map(|election| election.put_to(document)).unwrap_or_default();
        Self { campaign, document, questions }
    }

    /// Writes a verdict into the document's record, leaving every other line as it is: as a check when somebody else has
    /// found the same, else as a reading.
    ///
    /// # Errors
    /// When the record cannot be read, changed or written.
    pub fn record(&self, root: &Path, verdict: &Verdict) -> Result<RecordedAs, Failure> {
        let (readings, found) = (&self.document.readings, verdict.found());
        let same = readings.iter().position(|reading| repeats(found, reading));
        let (change, recorded) = match same {
            Some(index) => (check(index, found), RecordedAs::Check(readings[index].by.clone())),
            None => {
                let (list, index, item) = ("readings", readings.len(), item(found));
                (Change::Insert { list, index, item }, RecordedAs::Reading)
            }
        };
        let by_hand = || format!("add it by hand under “readings:”:\n{}", item(found).to_block(2).join("\n"));
        super::change(root, &self.document.file, &[change], by_hand)?;
        Ok(recorded)
    }
}

/// Whether a verdict is another person's finding once more, so that it makes it surer.
fn repeats(verdict: &Finding, reading: &Reading) -> bool {
    let sorted = |ids: &[QuestionId]| {
        let mut ids = ids.to_vec();
        ids.sort();
        ids
    };
    let new = reading.by != verdict.by && reading.checks.iter().all(|check| check.by != verdict.by);
    let same =
        sorted(&reading.looked_for) == sorted(&verdict.looked_for) && sorted(&reading.found) == sorted(&verdict.found);
    new && same && reading.whole && verdict.whole && reading.seen == verdict.seen
}

fn check(index: usize, verdict: &Finding) -> Change {
    let by_when = Value::Map(vec![("by", Value::text(verdict.by.as_str())), ("date", Value::plain(verdict.date))]);
    let place = Place::InList { list: "readings", index };
    Change::Extend {
        place,
        key: "checked",
        values: vec![by_when],
        after: &["by", "date", "seen", "whole", "looked_for", "found"],
    }
}

fn item(verdict: &Finding) -> Item {
    let ids = |ids: &[QuestionId]| Value::List(ids.iter().map(|id| Value::text(id.as_str())).collect());
    Item(vec![
        ("by", Value::text(verdict.by.as_str())),
        ("date", Value::plain(verdict.date)),
        ("seen", Value::plain(verdict.seen.word())),
        ("whole", Value::plain(verdict.whole)),
        ("looked_for", ids(&verdict.looked_for)),
        ("found", ids(&verdict.found)),
    ])
}
