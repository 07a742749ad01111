use jiff::civil::Date;

use super::NotDone;
use crate::atoms::{Slug, near};
use crate::model::{Campaign, Document};

/// The one among all of a kind that has an id.
pub(crate) fn known<'c, T>(
    kind: &str,
    id: &str,
    all: impl Iterator<Item = &'c T> + Clone,
    id_of: impl Fn(&'c T) -> &'c str,
) -> Result<&'c T, NotDone> {
    let one = all.clone().find(|one| id_of(one) == id);
    one.ok_or_else(|| NotDone::unknown(kind, id, all.map(id_of)))
}

/// The documents with these ids, in the order of the campaign; all when there are none.
pub(crate) fn documents<'c>(campaign: &'c Campaign, ids: &[String]) -> Result<Vec<&'c Document>, NotDone> {
    let all = campaign.documents.iter().map(|document| &**document);
    for id in ids {
        known("document", id, all.clone(), |document| document.id.as_str())?;
    }
    Ok(all.filter(|document| ids.is_empty() || ids.iter().any(|id| *id == document.id.as_str())).collect())
}

/// Whether somebody may enter, read and check records.
pub(crate) fn checker(by: &Slug, campaign: &Campaign) -> Result<(), String> {
    let checkers: Vec<&str> = campaign.site.checkers.keys().map(Slug::as_str).collect();
    if checkers.contains(&by.as_str()) {
        return Ok(());
    }
    if checkers.is_empty() {
        return Err("hustings.yaml names nobody under “checkers:” yet; add yourself there, with id and name".into());
    }
    let (known, meant) = (checkers.join(", "), meant(by.as_str(), &checkers));
    Err(format!("“{by}” is not among the checkers of hustings.yaml: {known}{meant}"))
}

/// The id that may be meant by one that is not known, as a question at the end of a sentence.
pub(super) fn meant(id: &str, known: &[&str]) -> String {
    near(id, known.iter().copied()).map(|near| format!("; did you mean “{near}”?")).unwrap_or_default()
}

/// The name, or the word of one, that may be meant by words that fit none, as a question at the end of a sentence.
pub(super) fn meant_in_part<'n>(words: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    let parts = names.clone().flat_map(|name| name.split(|c: char| c.is_whitespace() || c == '-'));
    meant(words, &names.chain(parts).collect::<Vec<_>>())
}

/// Whether something can have happened on a day, when the records are true as of another.
pub(crate) fn not_after_as_of(day: Date, campaign: &Campaign) -> Result<(), String> {
    let as_of = campaign.site.as_of;
    if day <= as_of {
        return Ok(());
    }
    Err(format!(
        "{day} is after {as_of}, the day on which the records say they are true; run “hustings as-of {day}” first, \
         or name another day"
    ))
}
