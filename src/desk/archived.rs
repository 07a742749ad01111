use std::path::Path;

use crate::diagnostic::Failure;
use crate::edit::{Change, Place, Value};
use crate::leaflets::archive::ArchivedCopy;
use crate::model::Document;

/// Writes the address of an archived copy into the record of a document, leaving every other line as it is.
///
/// # Errors
/// When the record cannot be read, changed or written.
pub fn record_archived(root: &Path, document: &Document, copy: &ArchivedCopy) -> Result<(), Failure> {
    let value = Value::text(copy.url.as_str());
    let by_hand = format!("add it by hand: archived: {}", value.to_block());
    let change = Change::Set { place: Place::Root, key: "archived", value, after: &["url"] };
    super::change(root, &document.file, &[change], || by_hand)
}
