use std::ops::Range;

use super::apply::Splice;
use super::change::Inserted;
use super::places::{Pair, Source, entries, pair};
use super::value::flow_entries;
use super::{EditError, GroupPlace, Item, Value};
use crate::yaml::Node;

impl Source<'_> {
    /// Puts entries into a list, all of which belong there.
    pub(super) fn insert(&self, list: &str, new: &[Inserted<'_>]) -> Result<Vec<Splice>, EditError> {
        let Some(Inserted { place, .. }) = new.first() else { return Ok(Vec::new()) };
        let map = self.map_at(place)?;
        let all = || Value::Entries(new.iter().map(|entry| entry.item.clone()).collect());
        let Some(pair) = pair(map, list) else {
            if **place != GroupPlace::Root || self.is_flow(map) {
                return Ok(vec![self.add_key(place, list, &all())?]);
            }
            let end = self.text.len();
            return Ok(vec![Splice::entry(end..end, self.lines(&all().under(list, 0)))]);
        };
        let at = self.value_range(pair);
        match entries(&pair.1) {
            [] if self.is_flow(map) => Ok(vec![self.rewrite(at, true, &all())]),
            [] => Ok(vec![self.fill(pair, at, new)]),
            items if self.is_flow(&pair.1) => {
                new.iter().map(|entry| self.insert_flow(items, entry.index, entry.item)).collect()
            }
            items => Ok(new.iter().map(|entry| self.insert_block(items, at.start, entry.index, entry.item)).collect()),
        }
    }

    /// Entries in lines where the value of a key is empty; a comment beside it stays.
    fn fill(&self, (key, _): &Pair<'_>, at: Range<usize>, new: &[Inserted<'_>]) -> Splice {
        let indent = self.column(key.begin.offset as usize) + 2;
        let lines: Vec<String> = new.iter().flat_map(|entry| entry.item.to_block(indent)).collect();
        let colon = self.text[..at.start].trim_end().len();
        let end = self.line_end(at.end);
        let kept = self.text[at.end..end].trim_end();
        Splice::entry(colon..end, format!("{kept}{}{}", self.newline, self.lines(&lines)))
    }

    fn insert_flow(&self, items: &[Node<'_>], index: usize, item: &Item) -> Result<Splice, EditError> {
        let text = format!("{{{}}}", flow_entries(&item.0));
        if let Some(next) = items.get(index) {
            let at = self.range(next).start;
            return Ok(Splice::entry(at..at, format!("{text}, ")));
        }
        let last = items.last().ok_or(EditError::Unfaithful)?;
        let end = self.range(last).end;
        Ok(Splice::entry(end..end, format!(", {text}")))
    }

    fn insert_block(&self, items: &[Node<'_>], first: usize, index: usize, item: &Item) -> Splice {
        let indent = self.column(first);
        let mut lines = item.to_block(indent);
        let apart = self.items_stand_apart(items);
        let before = index.checked_sub(1).and_then(|before| items.get(before).or(items.last()));
        let at = match before {
            Some(before) => self.item_end(before, indent),
            None => self.comments_above(self.line_start(first)),
        };
        if apart {
            let blank = if before.is_some() { 0 } else { lines.len() };
            lines.insert(blank, String::new());
        }
        Splice::entry(at..at, self.lines(&lines))
    }

    /// The start of the comment lines that stand directly above a line.
    fn comments_above(&self, line: usize) -> usize {
        let mut start = line;
        while start > 0 {
            let above = self.line_start(start - 1);
            if !self.text[above..start].trim_start().starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }

    /// The end of the last line of a list's entry, with the comments below it that are indented like its keys.
    fn item_end(&self, item: &Node<'_>, indent: usize) -> usize {
        let mut end = self.line_end(self.range(item).end);
        for line in self.text[end..].split_inclusive('\n') {
            let content = line.trim_start_matches(' ');
            if !content.starts_with('#') || line.len() - content.len() <= indent {
                break;
            }
            end += line.len();
        }
        end
    }

    /// Whether a blank line stands between the first two entries.
    fn items_stand_apart(&self, items: &[Node<'_>]) -> bool {
        let [first, second, ..] = items else { return false };
        let gap = self.range(first).end..self.range(second).start;
        self.text[gap].lines().skip(1).any(|line| line.trim().is_empty())
    }
}
