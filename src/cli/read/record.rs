use std::fs;
use std::path::{Path, PathBuf};

use super::Desk;
use super::verdict::Verdict;
use crate::atoms::{QuestionId, Slug, Words};
use crate::diagnostic::Failure;
use crate::edit::{self, Change, FileChange, Item, Place, Value};
use crate::model::Reading;

/// As what a verdict was written down.
pub(super) enum Recorded {
    /// As a reading of its own.
    Reading,
    /// As a check of the reading by this person, who had found the same.
    Check(Slug),
}

/// Writes a verdict into the record of a document, leaving every other line as it is.
pub(super) fn record(root: &Path, desk: &Desk<'_>, verdict: &Verdict) -> Result<Recorded, Failure> {
    let path = root.join(&*desk.document.file);
    let before = fs::read_to_string(&path)
        .map_err(|e| Failure::at(&path, "cannot read", e, "make the file readable and run the command again"))?;
    let readings = &desk.document.readings;
    let same = readings.iter().position(|reading| repeats(verdict, reading));
    let (change, recorded) = match same {
        Some(index) => (check(index, verdict), Recorded::Check(readings[index].by.clone())),
        None => (reading(readings.len(), verdict), Recorded::Reading),
    };
    let after = edit::apply(&before, &[change]).map_err(|why| {
        let help = format!("add it by hand under “readings:”:\n{}", item(verdict).to_block(2).join("\n"));
        Failure::at(&path, "cannot change", why, help)
    })?;
    let change = FileChange { path: PathBuf::from(&*desk.document.file), before: Some(before), after };
    edit::write_files(root, &[vec![change]], &|| ()).map_err(|error| error.failure)?;
    Ok(recorded)
}

/// Whether a verdict is another person's finding once more, so that it makes it surer.
fn repeats(verdict: &Verdict, reading: &Reading) -> bool {
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

fn check(index: usize, verdict: &Verdict) -> Change {
    let by_when = Value::Map(vec![("by", Value::text(verdict.by.as_str())), ("date", Value::plain(verdict.date))]);
    let place = Place::InList { list: "readings", index };
    Change::Extend {
        place,
        key: "checked",
        values: vec![by_when],
        after: &["by", "date", "seen", "whole", "looked_for", "found"],
    }
}

fn reading(index: usize, verdict: &Verdict) -> Change {
    Change::Insert { list: "readings", index, item: item(verdict) }
}

fn item(verdict: &Verdict) -> Item {
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
