use std::ops::{Range, RangeInclusive};

use super::meaning::read;
use super::{EditError, GroupPlace, Step};
use crate::diagnostic::Pos;
use crate::load::Declared;
use crate::yaml::{Node, NodeValue, Scalar, Style};

/// The text of a record file with its tree.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) root: &'a Node<'a>,
    pub(super) newline: &'static str,
    /// What may stand in it, and in which order.
    pub(super) record: &'a Declared,
}

/// A key with its value.
pub(super) type Pair<'a> = (Node<'a>, Node<'a>);

/// The keys of a map with their values; none of anything else.
pub(super) fn pairs<'a>(node: &'a Node<'a>) -> &'a [Pair<'a>] {
    if let NodeValue::Group(pairs) = &node.value { pairs } else { &[] }
}

/// A key of a map with its value.
pub(super) fn pair<'a>(node: &'a Node<'a>, key: &str) -> Option<&'a Pair<'a>> {
    pairs(node).iter().find(|(known, _)| known.text() == Some(key))
}

/// The entries of a list; none of anything else.
pub(super) fn entries<'a>(node: &'a Node<'a>) -> &'a [Node<'a>] {
    if let NodeValue::List(entries) = &node.value { entries } else { &[] }
}

/// The way to the map that begins at a place of a text: at its first key, or at its bracket.
#[must_use]
pub fn way_to(text: &str, pos: Pos) -> Option<Vec<Step>> {
    ways_to(text, &[pos]).pop().flatten()
}

/// The ways to the maps that begin at some places of a text, which is read once for all of them.
#[must_use]
pub fn ways_to(text: &str, places: &[Pos]) -> Vec<Option<Vec<Step>>> {
    let Ok(root) = read(text) else { return vec![None; places.len()] };
    let way_to = |pos: &Pos| {
        let mut way = Vec::new();
        find(&root, *pos, &mut way).then_some(way)
    };
    places.iter().map(way_to).collect()
}

/// On which lines the last so many entries of a list stand, in their order; nothing where the list has fewer.
#[must_use]
pub fn last_entries(text: &str, lists: &[(Vec<Step>, usize)]) -> Vec<Vec<RangeInclusive<u32>>> {
    let Ok(root) = read(text) else { return vec![Vec::new(); lists.len()] };
    let below = |node: &'_ Node<'_>| node.begin.pos.line..=node.end.pos.line;
    let of = |(way, many): &(Vec<Step>, usize)| {
        let list = way.iter().try_fold(&root, |node, step| match step {
            Step::Key(key) => pair(node, key).map(|(_, value)| value),
            Step::Entry(index) => entries(node).get(*index),
        });
        let all = list.map(entries).unwrap_or_default();
        all[all.len().saturating_sub(*many)..].iter().map(below).collect()
    };
    lists.iter().map(of).collect()
}

fn find(node: &Node<'_>, pos: Pos, way: &mut Vec<Step>) -> bool {
    let mut below = |step, node: &Node<'_>| {
        way.push(step);
        let found = find(node, pos, way);
        if !found {
            way.pop();
        }
        found
    };
    match &node.value {
        NodeValue::Scalar(_) => false,
        NodeValue::Group(_) if node.begin.pos == pos => true,
        NodeValue::Group(pairs) => {
            pairs.iter().any(|(key, value)| below(Step::Key(key.text().unwrap_or_default().to_owned()), value))
        }
        NodeValue::List(entries) => entries.iter().zip(0..).any(|(entry, index)| below(Step::Entry(index), entry)),
    }
}

impl<'a> Source<'a> {
    /// What stands at the end of a way, where, and whether between brackets.
    pub(super) fn at(&self, way: &[Step]) -> Option<(&'a Node<'a>, Range<usize>, bool)> {
        way.iter().try_fold((self.root, 0..self.text.len(), false), |(node, ..), step| {
            let flow = self.is_flow(node);
            Some(match step {
                Step::Key(key) => pair(node, key).map(|pair| (&pair.1, self.value_range(pair), flow))?,
                Step::Entry(index) => entries(node).get(*index).map(|node| (node, self.range(node), flow))?,
            })
        })
    }

    pub(super) fn map_at(&self, place: &GroupPlace) -> Result<&'a Node<'a>, EditError> {
        let map = self.at(&place.steps()).map(|(node, ..)| node);
        map.filter(|node| matches!(node.value, NodeValue::Group(_)))
            .ok_or_else(|| EditError::NoPlace(place.to_string()))
    }

    /// Where a value stands, with its quotes, brackets and dashes, without space around it.
    pub(super) fn range(&self, node: &Node<'_>) -> Range<usize> {
        let begin = node.begin.offset as usize;
        let begin = match &node.value {
            NodeValue::Scalar(Scalar { style: Style::Block, .. }) => self.sign_above(begin),
            NodeValue::List(entries) if !self.is_flow(node) => self.first_dash(begin, entries),
            _ => begin,
        };
        begin..self.text[..node.end.offset as usize].trim_end().len().max(begin)
    }

    /// Where the value of a key stands; after the colon when there is none.
    pub(super) fn value_range(&self, (key, value): &Pair<'_>) -> Range<usize> {
        let value = self.range(value);
        if !value.is_empty() {
            return value;
        }
        let key = key.end.offset as usize;
        let colon = self.text[key..].find(':').map_or(key, |at| key + at + 1);
        colon..colon
    }

    /// Whether a list or map stands between brackets.
    pub(super) fn is_flow(&self, node: &Node<'_>) -> bool {
        let first = match &node.value {
            NodeValue::List(entries) => entries.first(),
            NodeValue::Group(pairs) => pairs.first().map(|(key, _)| key),
            NodeValue::Scalar(_) => return false,
        };
        self.text[node.begin.offset as usize..].starts_with(['[', '{'])
            && first.is_none_or(|first| first.begin != node.begin)
    }

    /// The sign that opens a block of text, whose first words stand at a place.
    fn sign_above(&self, words: usize) -> usize {
        let above = self.text[..self.line_start(words)].trim_end();
        let line = self.line_start(above.len());
        let opens = |at: &usize| {
            let rest = above[at + 1..].trim_start_matches(|c: char| matches!(c, '-' | '+') || c.is_ascii_digit());
            above[..*at].ends_with([' ', '\n']) && (rest.is_empty() || rest.trim_start().starts_with('#'))
        };
        above[line..].match_indices(['|', '>']).map(|(at, _)| line + at).find(opens).unwrap_or(words)
    }

    /// The first dash of a list of lines: of one no further in than its key the parser gives the place after it.
    fn first_dash(&self, begin: usize, entries: &[Node<'_>]) -> usize {
        let is_entry = entries.first().is_some_and(|first| first.begin.offset as usize == begin);
        if self.text[begin..].starts_with('-') && !is_entry {
            return begin;
        }
        self.text[..begin].rfind('-').unwrap_or(begin)
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
