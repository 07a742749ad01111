use crate::diagnostic::Pos;
use crate::yaml::{Node, NodeValue, Tree};

/// What stands around each place of a record: the groups of keys in each other, and what they say of themselves.
pub(super) struct Surroundings<'t>(&'t Tree<'t>);

/// The key that says that contact details are published by their owner for everyone.
const PUBLIC: &str = "public_contact";

impl<'t> Surroundings<'t> {
    /// Of the keys of a record; the text that may follow them belongs to the record as a whole.
    pub(super) fn of(tree: &'t Tree<'t>) -> Self {
        Self(tree)
    }

    /// The key of the record itself below which a place stands.
    pub(super) fn key_at(&self, pos: Pos) -> Option<&'t str> {
        key_over(self.0.root.as_ref()?, pos)
    }

    /// Whether a group around a place says that it may publish contact details. What the record itself says does not hold below
    /// `apart`.
    pub(super) fn is_public(&self, pos: Pos, apart: &str) -> bool {
        let Some(root) = &self.0.root else { return false };
        let is_apart = self.key_at(pos) == Some(apart);
        let around = std::iter::successors(Some(root), |group| below(group, pos));
        (says_public(root) && !is_apart) || around.skip(1).any(says_public)
    }

    /// Whether a place stands below a key, however deep.
    pub(super) fn is_below(&self, pos: Pos, key: &str) -> bool {
        let around = std::iter::successors(self.0.root.as_ref(), |group| below(group, pos));
        around.into_iter().any(|group| key_over(group, pos) == Some(key))
    }

    /// Whether a place lies beyond what could be read, which is reported already.
    pub(super) fn is_beyond(&self, pos: Pos) -> bool {
        self.0.end.is_some_and(|end| pos > end.pos)
    }

    /// The texts of the record with its keys.
    pub(super) fn scalars(&self) -> Vec<&'t Node<'t>> {
        let (mut scalars, mut open) = (Vec::new(), Vec::from_iter(&self.0.root));
        while let Some(node) = open.pop() {
            match &node.value {
                NodeValue::Scalar(_) => scalars.push(node),
                NodeValue::List(entries) => open.extend(entries.iter().rev()),
                NodeValue::Group(pairs) => open.extend(pairs.iter().rev().flat_map(|(key, value)| [value, key])),
            }
        }
        scalars
    }
}

/// The key of a group below which a place stands.
fn key_over<'t>(group: &'t Node<'t>, pos: Pos) -> Option<&'t str> {
    let NodeValue::Group(pairs) = &group.value else { return None };
    pairs.iter().rfind(|(key, _)| key.begin.pos <= pos)?.0.text()
}

/// The value in a list or group at a place. A note belongs to the value above it.
fn below<'t>(node: &'t Node<'t>, pos: Pos) -> Option<&'t Node<'t>> {
    let last = match &node.value {
        NodeValue::Scalar(_) => None,
        NodeValue::List(entries) => entries.iter().rfind(|entry| entry.begin.pos <= pos),
        NodeValue::Group(pairs) => pairs.iter().rfind(|(key, _)| key.begin.pos <= pos).map(|(_, value)| value),
    };
    last.filter(|value| value.begin.pos <= pos)
}

fn says_public(group: &Node<'_>) -> bool {
    group.get(PUBLIC).and_then(Node::text).is_some_and(|text| matches!(text.trim(), "true" | "True" | "TRUE"))
}
