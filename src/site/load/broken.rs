use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Pos;
use crate::yaml::{Node, NodeValue};

/// What of a record could not be read, and is reported already.
#[derive(Debug, Clone, Default)]
pub struct Broken {
    /// Whether something stands where it does not belong: what is missing anywhere may be that.
    torn: bool,
    /// Whether there is trouble among the record's own keys, beside those of `entries`.
    own: bool,
    /// The entries of lists under the record's own keys in which there is trouble, each from its first place to its last.
    entries: BTreeMap<Pos, Pos>,
    /// The places of the groups that lack something which they need.
    lacking: BTreeSet<Pos>,
}

impl Broken {
    /// Takes in that nothing may stand where it belongs.
    pub(super) fn tear(&mut self) {
        self.torn = true;
    }

    /// Takes in trouble at a place.
    pub(super) fn add(&mut self, root: &Node<'_>, pos: Pos) {
        match entry_at(root, pos) {
            Some(entry) => drop(self.entries.insert(entry.begin.pos, entry.end.pos)),
            None => self.own = true,
        }
    }

    /// Takes in that the group at a place lacks something which it needs.
    pub(super) fn lacks(&mut self, group: Pos) {
        self.lacking.insert(group);
    }

    /// Whether something stands where it does not belong.
    #[must_use]
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// Whether something in the entry around a place could not be read.
    #[must_use]
    pub fn holds(&self, pos: Pos) -> bool {
        self.torn || self.entries.range(..=pos).next_back().is_some_and(|(_, end)| pos <= *end)
    }

    /// The same, or something among the record's own keys.
    #[must_use]
    pub fn touches(&self, pos: Pos) -> bool {
        self.own || self.holds(pos)
    }

    /// Whether the group at a place has all that it needs.
    #[must_use]
    pub fn is_whole(&self, group: Pos) -> bool {
        group != Pos::NOWHERE && !self.lacking.contains(&group)
    }
}

fn entry_at<'n, 't>(root: &'n Node<'t>, pos: Pos) -> Option<&'n Node<'t>> {
    let NodeValue::Group(pairs) = &root.value else { return None };
    let (_, list) = pairs[..pairs.partition_point(|(key, _)| key.begin.pos <= pos)].last()?;
    let NodeValue::List(entries) = &list.value else { return None };
    entries[..entries.partition_point(|entry| entry.begin.pos <= pos)].last()
}
