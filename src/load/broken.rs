use std::collections::BTreeMap;

use crate::diagnostic::Pos;
use crate::yaml::{Node, NodeValue};

/// The parts of a record in which something was reported while it was read. What seems to be missing there may be what could
/// not be read.
///
/// A part is an entry of a list under one of the record's own keys, from its first place to its last.
#[derive(Debug, Clone, Default)]
pub struct Broken(BTreeMap<Pos, Pos>);

impl Broken {
    /// The whole of a record.
    pub(super) fn all() -> Self {
        Self([(Pos::START, Pos { line: u32::MAX, column: u32::MAX })].into())
    }

    /// Takes in the part around a place: the whole record where that is in no entry.
    pub(super) fn add(&mut self, root: &Node<'_>, pos: Pos) {
        if self.holds(pos) {
            return;
        }
        match entry_at(root, pos) {
            Some(entry) => drop(self.0.insert(entry.begin.pos, entry.end.pos)),
            None => *self = Self::all(),
        }
    }

    /// Whether all of the record could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a place lies in a part of which something could not be read.
    #[must_use]
    pub fn holds(&self, pos: Pos) -> bool {
        self.0.range(..=pos).next_back().is_some_and(|(_, end)| pos <= *end)
    }
}

fn entry_at<'n, 't>(root: &'n Node<'t>, pos: Pos) -> Option<&'n Node<'t>> {
    let NodeValue::Group(pairs) = &root.value else { return None };
    let (_, list) = pairs[..pairs.partition_point(|(key, _)| key.begin.pos <= pos)].last()?;
    let NodeValue::List(entries) = &list.value else { return None };
    entries[..entries.partition_point(|entry| entry.begin.pos <= pos)].last()
}
