use std::fmt::Write as _;

use crate::atoms::QuestionId;
use crate::model::{Campaign, Document, Election, ToRead};

/// What is left to read of the documents of an election.
pub(crate) fn status(campaign: &Campaign, election: &Election) -> String {
    let documents = campaign.documents.iter().filter(|document| document.election == election.id);
    let mut documents: Vec<(&Document, ToRead)> = documents.map(|d| (&**d, d.to_read(&election.put_to(d)))).collect();
    documents.sort_by_key(|(_, left)| group(left));
    let mut out = format!("{} ({})\n", election.name, election.id);
    if documents.is_empty() {
        out.push_str("  no documents on record\n");
    }
    for of in documents.chunk_by(|(_, one), (_, next)| group(one) == group(next)) {
        let _ = writeln!(out, "  {}: {} of {}", group(&of[0].1).1, of.len(), documents.len());
        for (document, left) in of.iter().filter(|(_, left)| *left != ToRead::Nothing) {
            let required = campaign.site.checks_required;
            let _ = writeln!(out, "    {}: {}{}", document.file, document.title, detail(document, left, required));
        }
    }
    out
}

/// The place and name of the group to which a document belongs, the least read first.
fn group(left: &ToRead) -> (u8, &'static str) {
    match left {
        ToRead::All => (0, "nobody has seen"),
        ToRead::Rest => (1, "read in part"),
        ToRead::Questions(_) => (2, "read whole, but not for every question"),
        ToRead::Checks(_) => (3, "read whole, and to be checked"),
        ToRead::Nothing => (4, "read and checked"),
    }
}

/// How much of a document was read, for whom that is not plain from its group.
fn detail(document: &Document, left: &ToRead, required: u32) -> String {
    match left {
        ToRead::All if !document.readings.is_empty() => " (somebody described it)".to_owned(),
        ToRead::Rest => {
            let parts: Vec<&str> = document.readings.iter().filter_map(|reading| reading.part.as_deref()).collect();
            match parts[..] {
                [] if document.cited.is_empty() => String::new(),
                [] => " (a mark quotes it)".to_owned(),
                _ => format!(" ({})", parts.join("; ")),
            }
        }
        ToRead::Questions(ids) => {
            let ids: Vec<&str> = ids.iter().map(QuestionId::as_str).collect();
            format!(" (not for: {})", ids.join(", "))
        }
        ToRead::Checks(checks) => format!(" ({checks} of {required} checks)"),
        ToRead::All | ToRead::Nothing => String::new(),
    }
}
