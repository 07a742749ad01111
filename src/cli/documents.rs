//! The documents that somebody names on the command line.

use super::{Exit, Terminal, report};
use crate::diagnostic::FileName;
use crate::model::{Campaign, Document};
use crate::pipeline::Planned;

/// A campaign, and those of its documents that are meant.
pub(super) struct Named<'p> {
    pub(super) campaign: &'p Campaign,
    pub(super) documents: Vec<&'p Document>,
}

/// The documents of these ids; all when there are none. Ends the run when there is no such document, or when an error
/// in a record of theirs would make half of what it says look like the whole.
pub(super) fn named<'p>(
    planned: &'p Planned,
    ids: &[String],
    undone: &str,
    terminal: &mut Terminal<'_>,
) -> Result<Named<'p>, Exit> {
    let meant = |id: &str| ids.is_empty() || ids.iter().any(|meant| meant == id);
    let Some((campaign, _)) = &planned.site else {
        return Err(report::errors(planned.found.clone(), &planned.sources, undone, terminal));
    };
    let of_theirs = |file: &FileName| {
        let name = file.strip_prefix("candidates/documents/").and_then(|name| name.rsplit_once('.'));
        name.is_some_and(|(id, _)| meant(id))
    };
    let found = planned.found.clone().within(of_theirs);
    if found.has_errors() {
        return Err(report::errors(found, &planned.sources, undone, terminal));
    }
    let known = || campaign.documents.iter().map(|document| document.id.as_str());
    if let Some(id) = ids.iter().find(|id| !known().any(|known| known == **id)) {
        return Err(terminal.unknown("document", id, known()));
    }
    let documents = campaign.documents.iter().map(|document| &**document);
    Ok(Named { campaign, documents: documents.filter(|document| meant(document.id.as_str())).collect() })
}
