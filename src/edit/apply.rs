use std::ops::Range;

use super::change::inserted;
use super::meaning::Meaning;
use super::places::Source;
use super::read;
use super::verify::{is_made, verify};
use super::{Change, EditError};
use crate::load::Declared;

/// Makes all changes in the text of one record file, which is declared like this.
///
/// Every other byte stays: comments, blank lines, order, quotes, line ends. The result is read again
/// and says exactly what was wanted.
///
/// # Errors
/// When the text is not a YAML map, a place is not there, or the result would say something else.
pub fn apply(text: &str, changes: &[Change], record: &Declared) -> Result<String, EditError> {
    let Parts { head, body, tail } = Parts::of(text);
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let closed = if body.ends_with('\n') { body.to_owned() } else { format!("{body}{newline}") };
    let root = read(&closed)?;
    let old = Meaning::of(&root);
    let needed: Vec<&Change> = changes.iter().filter(|change| !is_made(&old, change)).collect();
    let mut splices = Source { text: &closed, root: &root, newline, record }.splices(&needed)?;
    // From the end backwards, so that no place moves before its turn. The sort is stable: what goes
    // to one place keeps the order of the changes, and keys come before a new entry.
    splices.sort_by_key(|s| (s.at.start, s.at.end, s.kind));
    // The line end that closed the last line goes again, unless something stands behind it now.
    let opened = closed.len() - body.len();
    let opened = if splices.iter().any(|s| s.at.end == closed.len()) { 0 } else { opened };
    let mut new = closed.clone();
    for Splice { at, with, .. } in splices.into_iter().rev() {
        new.replace_range(at, &with);
    }
    new.truncate(new.len() - opened);
    verify(old, &new, changes)?;
    Ok(format!("{head}{new}{tail}"))
}

/// A file's text, and what frames it: marks that say where it begins and ends, with what stands outside them.
struct Parts<'a> {
    head: &'a str,
    body: &'a str,
    tail: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let (head, rest) = text.split_at(head(text));
        let (body, tail) = rest.split_at(body(rest));
        Self { head, body, tail }
    }
}

/// Where the text proper begins: after a byte order mark, and after the line `---` and all that stands above it.
fn head(text: &str) -> usize {
    let start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if let Some(rest) =
            line.strip_prefix("---").filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        {
            let said = rest.trim_start();
            return at + if said.is_empty() || said.starts_with('#') { line.len() } else { line.len() - said.len() };
        }
        if !(line.trim().is_empty() || line.starts_with('%') || line.trim_start().starts_with('#')) {
            break;
        }
        at += line.len();
    }
    start
}

/// Where the text proper ends: before the line `...`.
fn body(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix("...").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            break;
        }
        at += line.len();
    }
    at
}

/// A stretch of the text and what takes its place.
pub(super) struct Splice {
    at: Range<usize>,
    with: String,
    kind: Kind,
}

/// What a splice does; what comes first stands first when two go to one place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Key,
    Entry,
}

impl Splice {
    pub(super) fn key(at: Range<usize>, with: impl Into<String>) -> Self {
        Self { at, with: with.into(), kind: Kind::Key }
    }

    pub(super) fn entry(at: Range<usize>, with: impl Into<String>) -> Self {
        Self { at, with: with.into(), kind: Kind::Entry }
    }
}

impl Source<'_> {
    fn splices(&self, changes: &[&Change]) -> Result<Vec<Splice>, EditError> {
        let mut splices = Vec::with_capacity(changes.len());
        for change in changes {
            match change {
                Change::Set { place, key, value } => splices.extend(self.set(place, key, value)?),
                Change::Extend { place, key, values } => splices.push(self.extend(place, key, values)?),
                Change::Replace { path, value } => splices.push(self.replace(path, value)?),
                Change::Remove { place, key } => splices.extend(self.remove(place, key)?),
                Change::Insert { .. } => {}
            }
        }
        for ((_, list), entries) in inserted(changes.iter().copied()) {
            splices.extend(self.insert(list, &entries)?);
        }
        Ok(splices)
    }
}
