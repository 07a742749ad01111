use std::fmt::Write as _;

use crate::desk::{EnteredMark, MarkOf};
use crate::model::Evidence;

/// A mark with all that somebody needs who compares it with its source.
pub(super) fn shown_mark(entered: &EnteredMark<'_>) -> String {
    let mark = entered.mark;
    let mut out = format!("{}\n  {}:{}\n", entered.whose(), entered.file(), mark.pos.line);
    let what = if matches!(entered.of, MarkOf::Answer(..)) { "Question" } else { "Pledge" };
    let _ = writeln!(out, "  {:<9} {}", format!("{what}:"), entered.ask());
    let _ = match entered.means() {
        Some(means) => writeln!(out, "  Answer:   {}: {means}", entered.answer()),
        None => writeln!(out, "  Answer:   {}", entered.answer()),
    };
    let date = mark.date.value;
    let _ = writeln!(out, "  Said:     {date}");
    for (what, text) in [("In our words", mark.says.as_ref()), ("Caveat", mark.caveat.as_deref())] {
        if let Some(text) = text {
            let _ = writeln!(out, "  {what}: {}", text.value);
        }
    }
    mark.evidence.iter().for_each(|evidence| source(&mut out, evidence));
    let checks: Vec<&str> = mark.checks.iter().map(|check| check.by.as_str()).collect();
    let checks = if checks.is_empty() { String::new() } else { format!("; checked by {}", checks.join(", ")) };
    let _ = writeln!(out, "  Entered by {}{checks}", mark.entered_by);
    out
}

/// A piece of evidence: what it is, where it is, and what it says.
fn source(out: &mut String, evidence: &Evidence) {
    let place = evidence.place.as_ref().map(|place| format!(", {}", place.value)).unwrap_or_default();
    let date = evidence.date.as_ref().map(|date| format!(", {}", date.value)).unwrap_or_default();
    let _ = writeln!(out, "  Source:   {}{place}{date}", evidence.title);
    let document = evidence.document.as_deref();
    let links = [&evidence.url, &evidence.archived].into_iter().flatten().map(|url| &url.value);
    let of_document = document.and_then(|document| document.url.as_ref()).map(|url| &url.value);
    for url in links.chain(of_document).chain(document.and_then(|document| document.archived.as_ref())) {
        let _ = writeln!(out, "            {url}");
    }
    if let Some(quote) = &evidence.quote {
        let _ = writeln!(out, "            “{}”", quote.value);
    }
    if let Some(says) = &evidence.record.says {
        let _ = writeln!(out, "            In our words: {}", says.value);
    }
}
