use std::fmt::Write as _;

use super::errand::{Errand, ErrandItem, ErrandKind, counted};
use crate::atoms::{QuestionId, Text};
use crate::model::{Campaign, Document, Election, ToRead};

/// What is left to read of the documents of an election, document by document.
pub(crate) fn documents_left(campaign: &Campaign, election: &Election) -> String {
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
            let parts: Vec<&str> =
                document.readings.iter().filter_map(|reading| reading.part.as_ref().map(Text::as_str)).collect();
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

/// That documents are left to read, if any are.
pub(super) fn errand(campaign: &Campaign, elections: &[&Election]) -> Option<Errand> {
    let mut all: Vec<(&Document, ToRead)> = Vec::new();
    for election in elections {
        let documents = campaign.documents.iter().filter(|document| document.election == election.id);
        all.extend(documents.map(|document| (&**document, document.to_read(&election.put_to(document)))));
    }
    let mut left: Vec<&(&Document, ToRead)> = all.iter().filter(|(_, left)| *left != ToRead::Nothing).collect();
    left.sort_by_key(|(_, left)| group(left));
    let groups: Vec<String> = left
        .chunk_by(|(_, one), (_, next)| group(one) == group(next))
        .map(|of| format!("{}: {}", group(&of[0].1).1, of.len()))
        .collect();
    let is_textless = |document: &Document| document.transcript.is_none() && !document.files.is_empty();
    let textless = left.iter().filter(|(document, _)| is_textless(document)).count();
    let transcribe = if textless > 0 { "“hustings transcribe” makes texts of the files; " } else { "" };
    let items = left.iter().map(|(document, left)| {
        let required = campaign.site.checks_required;
        let what = format!("{}: {}{}", document.title, group(left).1, detail(document, left, required));
        ErrandItem { what, id: Some(document.id.to_string()), file: Some(document.file.to_string()), line: None }
    });
    Errand::of(
        ErrandKind::Documents,
        format!(
            "{} of {} left to read or to check ({})",
            left.len(),
            counted(all.len(), "document"),
            groups.join(", ")
        ),
        format!("{transcribe}“hustings read ID” records what you find"),
        items.collect(),
    )
}
