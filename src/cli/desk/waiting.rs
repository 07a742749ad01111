use serde::Serialize;

use super::change::marked;
use crate::atoms::Slug;
use crate::cli::shown_mark::shown_mark;
use crate::desk::EnteredMark;
use crate::model::Evidence;

/// The answers that wait for a check by somebody.
#[derive(Debug, Serialize)]
pub(super) struct WaitingView {
    /// The one that is shown, with all that somebody needs who compares it with its source.
    mark: Option<WaitingMark>,
    /// How many there are.
    many: usize,
    /// The address of the next one, below this page; nothing when there is none.
    next: Option<usize>,
}

#[derive(Debug, Serialize)]
struct WaitingMark {
    who: String,
    ask: String,
    answer: &'static str,
    /// What the answer means, where the question says so.
    means: Option<String>,
    said: String,
    says: Option<String>,
    caveat: Option<String>,
    sources: Vec<SourceView>,
    entered_by: String,
    checked_by: Vec<String>,
    /// By which a form names it.
    fields: Vec<(String, String)>,
    /// By which it is known that it is confirmed as it was shown.
    seen: String,
}

#[derive(Debug, Serialize)]
struct SourceView {
    title: String,
    place: Option<String>,
    date: Option<String>,
    addresses: Vec<String>,
    quote: Option<String>,
    says: Option<String>,
}

/// What tells a mark, as it is shown to whoever compares it with its source, from another.
pub(super) fn fingerprint(entered: &EnteredMark<'_>) -> String {
    let shown = shown_mark(entered);
    // The line on which it stands may change without it.
    let place = format!("  {}:", entered.file());
    let lines: Vec<&str> = shown.lines().filter(|line| !line.starts_with(&place)).collect();
    marked(&lines.join("\n"))
}

impl WaitingView {
    /// One of those that wait, by its number from 0.
    pub(super) fn of(waiting: &[EnteredMark<'_>], number: usize, by: &Slug) -> Self {
        let mark = waiting.get(number).or_else(|| waiting.first()).map(|mark| WaitingMark::of(mark, by));
        let next = number.checked_add(1).filter(|next| *next < waiting.len());
        Self { mark, many: waiting.len(), next }
    }
}

impl WaitingMark {
    fn of(entered: &EnteredMark<'_>, by: &Slug) -> Self {
        let mark = entered.mark;
        let field = |name: &str, value: String| (name.to_owned(), value);
        Self {
            who: entered.whose(),
            ask: entered.ask().to_string(),
            answer: entered.answer(),
            means: entered.means().map(ToString::to_string),
            said: mark.date.value.to_string(),
            says: mark.says.as_ref().map(|says| says.value.to_string()),
            caveat: mark.caveat.as_ref().map(|caveat| caveat.value.to_string()),
            sources: mark.evidence.iter().map(SourceView::of).collect(),
            entered_by: mark.entered_by.to_string(),
            checked_by: mark.checks.iter().map(|check| check.by.to_string()).collect(),
            fields: vec![
                field("person", entered.address()),
                field("election", entered.election().to_string()),
                field("question", entered.topic().to_owned()),
                field("said", mark.date.value.to_string()),
                field("by", by.to_string()),
            ],
            seen: fingerprint(entered),
        }
    }
}

impl SourceView {
    fn of(evidence: &Evidence) -> Self {
        let document = evidence.document.as_deref();
        let own = [&evidence.url, &evidence.archived].into_iter().flatten().map(|url| url.value.to_string());
        let copy = document.and_then(|document| document.archived.as_ref()).map(ToString::to_string);
        let of_document = document.and_then(|document| document.url.as_ref()).map(|url| url.value.to_string());
        Self {
            title: evidence.title.to_string(),
            place: evidence.place.as_ref().map(|place| place.value.to_string()),
            date: evidence.date.as_ref().map(|date| date.value.to_string()),
            addresses: own.chain(of_document).chain(copy).collect(),
            quote: evidence.quote.as_ref().map(|quote| quote.value.to_string()),
            says: evidence.record.says.as_ref().map(|says| says.value.to_string()),
        }
    }
}
