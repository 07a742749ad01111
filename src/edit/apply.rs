use std::collections::BTreeMap;
use std::ops::Range;
use std::str::FromStr;

use yaml_edit::{Document, Mapping, MappingEntry, TextPosition};

use super::verify::{is_made, read, verify};
use super::{Change, EditError, Item, Place};

/// Makes all changes in the text of one record file.
///
/// Every other byte stays: comments, blank lines, order, quotes, line ends. The result is read again
/// and says exactly what was wanted.
///
/// # Errors
/// When the text is no YAML map, a place is not there, or the result would say something else.
pub fn apply(text: &str, changes: &[Change]) -> Result<String, EditError> {
    let Parts { head, body, tail } = Parts::of(text);
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let closed = if body.ends_with('\n') { body.to_owned() } else { format!("{body}{newline}") };
    let record = read(&closed)?;
    let needed: Vec<&Change> = changes.iter().filter(|change| !is_made(&record, change)).collect();
    let mut splices = Source::read(&closed, newline)?.splices(&needed)?;
    // From the end backwards, so that no place moves before its turn. The sort is stable: what goes
    // to one place keeps the order of the changes, and keys come before a new entry.
    splices.sort_by_key(|s| (s.at.start, s.at.end, s.kind));
    let mut new = closed.clone();
    for Splice { at, with, .. } in splices.into_iter().rev() {
        new.replace_range(at, &with);
    }
    verify(&closed, &new, changes)?;
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

/// The text of a record file with its syntax tree.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) root: Mapping,
    pub(super) newline: &'static str,
}

impl<'a> Source<'a> {
    fn read(text: &'a str, newline: &'static str) -> Result<Self, EditError> {
        let document = Document::from_str(text).map_err(|e| EditError::Unreadable(e.to_string()))?;
        let root = document.as_mapping().ok_or_else(|| EditError::NoPlace("map".to_owned()))?;
        Ok(Self { text, root, newline })
    }

    fn splices(&self, changes: &[&Change]) -> Result<Vec<Splice>, EditError> {
        let mut splices = Vec::with_capacity(changes.len());
        let mut entries: BTreeMap<&str, Vec<(usize, &Item)>> = BTreeMap::new();
        for change in changes {
            match change {
                Change::Set { place, key, value, after } => splices.extend(self.set(place, key, value, after)?),
                Change::Extend { place, key, values, after } => splices.push(self.extend(place, key, values, after)?),
                Change::Replace { path, value } => splices.push(self.replace(path, value)?),
                Change::Remove { place, key } => splices.extend(self.remove(place, key)?),
                Change::Insert { list, index, item } => entries.entry(list).or_default().push((*index, item)),
            }
        }
        for (list, mut items) in entries {
            items.sort_by_key(|(index, _)| *index);
            splices.extend(self.insert(list, &items)?);
        }
        Ok(splices)
    }

    pub(super) fn map_at(&self, place: &Place) -> Result<Mapping, EditError> {
        match place {
            Place::Root => Ok(self.root.clone()),
            Place::InMap(key) => {
                self.root.get_mapping(*key).ok_or_else(|| EditError::NoPlace(format!("map under “{key}”")))
            }
            Place::InList { list, index } => self
                .root
                .get_sequence(*list)
                .and_then(|items| items.get(*index))
                .and_then(|item| item.as_mapping().cloned())
                .ok_or_else(|| EditError::NoPlace(format!("entry {} in “{list}”", index + 1))),
        }
    }

    /// Where the value of an entry stands, without space around it; after the colon when it is empty.
    pub(super) fn value_range(&self, entry: &MappingEntry) -> Result<Range<usize>, EditError> {
        let key = entry.key_node().map(|k| range(k.byte_range())).ok_or_else(|| EditError::NoPlace("key".into()))?;
        let value = entry.value_node().map(|v| self.trimmed(range(v.byte_range()))).filter(|v| !v.is_empty());
        Ok(value.unwrap_or_else(|| {
            let colon = self.text[key.end..].find(':').map_or(key.end, |n| key.end + n + 1);
            colon..colon
        }))
    }

    pub(super) fn trimmed(&self, at: Range<usize>) -> Range<usize> {
        let kept = self.text[at.clone()].trim_end().len();
        at.start..at.start + kept
    }

    pub(super) fn lines(&self, lines: &[String]) -> String {
        lines.iter().flat_map(|line| [line.as_str(), self.newline]).collect()
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |n| n + 1)
    }

    /// The end of the line in which a place lies, with its line end.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |n| at + n + 1)
    }

    pub(super) fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }
}

pub(super) fn range(at: TextPosition) -> Range<usize> {
    at.start as usize..at.end as usize
}
