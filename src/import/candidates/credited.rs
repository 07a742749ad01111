use std::collections::BTreeSet;

use super::Editor;
use super::list::{CandidateList, Generation};
use crate::atoms::ElectionId;
use crate::diagnostic::{Failure, FileName};
use crate::edit::{Change, FileChange, GroupPlace, Value};

/// Where Democracy Club publishes its lists.
const URL: &str = "https://candidates.democracyclub.org.uk/";

/// The source that the record of an election names; `None` for a list of one's own.
pub(super) fn source_of(list: &CandidateList) -> Option<Value> {
    let entries = [
        ("title", "List of candidates"),
        ("publisher", "Democracy Club"),
        ("url", URL),
        ("licence", "CC BY 4.0"),
        ("credit", "List of candidates: Democracy Club, CC BY 4.0"),
    ];
    let democracy_club = list.generation != Generation::Own;
    democracy_club.then(|| Value::Map(entries.map(|(key, value)| (key, Value::text(value))).into()))
}

/// Names the source in the records of elections, unless they or the site's credits name it already.
pub(super) fn credit(
    editor: &Editor<'_>,
    list: &CandidateList,
    elections: &BTreeSet<&ElectionId>,
) -> Result<Vec<FileChange>, Failure> {
    let records = &editor.site.records;
    let licence = records.site.as_ref().and_then(|site| site.record.licence.as_ref());
    let mut credits = licence.into_iter().flat_map(|licence| &licence.credits);
    let of_site = credits.any(|credit| credit.url.as_ref().is_some_and(|url| url.as_str() == URL));
    let Some(source) = source_of(list).filter(|_| !of_site) else { return Ok(Vec::new()) };
    let mut changes = Vec::new();
    for election in elections {
        let file: FileName = format!("candidates/{election}/election.yaml").into();
        let silent = records.elections.iter().any(|known| known.file == file && known.record.source.is_none());
        let set = Change::Set { place: GroupPlace::Root, key: "source", value: source.clone() };
        changes.extend(editor.edit_if_any(&file, if silent { std::slice::from_ref(&set) } else { &[] })?);
    }
    Ok(changes)
}
