use std::ops::Range;

use yaml_edit::{Mapping, Sequence};

use super::apply::{Source, Splice, range};
use super::value::{Context, Quotes};
use super::verify::says;
use super::{EditError, Place, Step, Value};

impl Source<'_> {
    pub(super) fn set(
        &self,
        place: &Place,
        key: &str,
        value: &Value,
        after: &[&str],
    ) -> Result<Vec<Splice>, EditError> {
        let map = self.map_at(place)?;
        let Some(entry) = map.find_entry_by_key(key) else { return Ok(vec![self.add_key(&map, key, value, after)?]) };
        let at = self.value_range(&entry)?;
        let items = entry.value_node().and_then(|v| v.as_sequence().cloned()).filter(|items| !items.is_empty());
        Ok(match (items, value) {
            (Some(items), Value::List(values)) => self.relist(&items, at, values),
            _ => vec![self.rewrite(at, map.is_flow_style(), value)],
        })
    }

    /// Other entries in a list: one by one where there are as many, else all of them.
    fn relist(&self, items: &Sequence, at: Range<usize>, values: &[Value]) -> Vec<Splice> {
        if items.len() == values.len() {
            let places =
                (0..items.len()).filter_map(|n| items.get(n)).map(|item| self.trimmed(range(item.byte_range())));
            let other = |(at, value): &(Range<usize>, &Value)| !says(&self.text[at.clone()], value);
            let new =
                places.zip(values).filter(other).map(|(at, value)| self.rewrite(at, items.is_flow_style(), value));
            return new.collect();
        }
        if items.is_flow_style() || values.is_empty() {
            return vec![self.rewrite(at, true, &Value::List(values.to_vec()))];
        }
        let gap = format!("{}{}- ", self.newline, " ".repeat(self.column(at.start)));
        let lines: Vec<String> = values.iter().map(Value::to_block).collect();
        vec![Splice::key(at, format!("- {}", lines.join(&gap)))]
    }

    pub(super) fn extend(
        &self,
        place: &Place,
        key: &str,
        values: &[Value],
        after: &[&str],
    ) -> Result<Splice, EditError> {
        let map = self.map_at(place)?;
        let list = || Value::List(values.to_vec());
        let Some(entry) = map.find_entry_by_key(key) else { return self.add_key(&map, key, &list(), after) };
        let at = self.value_range(&entry)?;
        match entry.value_node().and_then(|v| v.as_sequence().cloned()).filter(|items| !items.is_empty()) {
            Some(items) => Ok(self.lengthen(&items, at, values)),
            None => Ok(self.rewrite(at, map.is_flow_style(), &list())),
        }
    }

    pub(super) fn replace(&self, path: &[Step], value: &Value) -> Result<Splice, EditError> {
        let missing = || EditError::NoPlace("value".to_owned());
        let (mut map, mut list) = (Some(self.root.clone()), None::<Sequence>);
        let (mut at, mut flow) = (None, false);
        for step in path {
            let node = match step {
                Step::Key(key) => {
                    let map = map.take().ok_or_else(missing)?;
                    let entry = map.find_entry_by_key(key.as_str()).ok_or_else(missing)?;
                    (at, flow) = (Some(self.value_range(&entry)?), map.is_flow_style());
                    entry.value_node()
                }
                Step::Entry(index) => {
                    let list = list.take().ok_or_else(missing)?;
                    let node = list.get(*index).ok_or_else(missing)?;
                    (at, flow) = (Some(self.trimmed(range(node.byte_range()))), list.is_flow_style());
                    Some(node)
                }
            };
            map = node.as_ref().and_then(|node| node.as_mapping().cloned());
            list = node.as_ref().and_then(|node| node.as_sequence().cloned());
        }
        Ok(self.rewrite(at.ok_or_else(missing)?, flow, value))
    }

    /// More entries at the end of a list of texts, which keeps its shape and its comments.
    fn lengthen(&self, items: &Sequence, at: Range<usize>, more: &[Value]) -> Splice {
        if items.is_flow_style() {
            let end = items.last().map_or(at.end, |last| self.trimmed(range(last.byte_range())).end);
            let more: String = more.iter().map(|v| format!(", {}", v.write(Context::Flow, Quotes::AsNeeded))).collect();
            return Splice::key(end..end, more);
        }
        let pad = " ".repeat(self.column(at.start));
        let lines: Vec<String> = more.iter().map(|value| format!("{pad}- {}", value.to_block())).collect();
        let end = self.line_end(at.end);
        Splice::key(end..end, self.lines(&lines))
    }

    /// Another value where one stands, in the same quotes.
    fn rewrite(&self, at: Range<usize>, flow: bool, value: &Value) -> Splice {
        let old = &self.text[at.clone()];
        let quotes = match old.chars().next() {
            Some('"') => Quotes::Double,
            Some('\'') => Quotes::Single,
            _ => Quotes::AsNeeded,
        };
        let context = if flow { Context::Flow } else { Context::Block };
        let gap = if self.text[..at.start].ends_with(':') { " " } else { "" };
        Splice::key(at, format!("{gap}{}", value.write(context, quotes)))
    }

    fn add_key(&self, map: &Mapping, key: &str, value: &Value, after: &[&str]) -> Result<Splice, EditError> {
        let wanted = after.iter().rev().find_map(|k| map.find_entry_by_key(*k));
        let before = wanted.or_else(|| map.entries().last());
        let before = before.ok_or_else(|| EditError::NoPlace("map with a key".to_owned()))?;
        let end = self.value_range(&before)?.end;
        if map.is_flow_style() {
            let value = value.write(Context::Flow, Quotes::AsNeeded);
            return Ok(Splice::key(end..end, format!(", {key}: {value}")));
        }
        let first = map.entries().next().and_then(|e| e.key_node()).map_or(0, |k| k.byte_range().start as usize);
        let line = self.line_start(first);
        // A key may be asked for: `? key`.
        let first = self.text[line..first].rfind('?').map_or(first, |at| line + at);
        let indent = " ".repeat(self.column(first));
        let at = self.line_end(end);
        Ok(Splice::key(at..at, self.lines(&[format!("{indent}{key}: {}", value.to_block())])))
    }

    pub(super) fn remove(&self, place: &Place, key: &str) -> Result<Option<Splice>, EditError> {
        let map = self.map_at(place)?;
        let Some(entry) = map.find_entry_by_key(key) else { return Ok(None) };
        let value = self.value_range(&entry)?;
        let start = entry.key_node().map_or(value.start, |k| range(k.byte_range()).start);
        if map.is_flow_style() {
            let begin = self.text[..start].trim_end().strip_suffix(',').ok_or(EditError::Unfaithful)?.len();
            return Ok(Some(Splice::key(begin..value.end, "")));
        }
        let line = self.line_start(start);
        if !self.text[line..start].trim().is_empty() {
            return Err(EditError::Unfaithful);
        }
        let end = self.line_end(value.end);
        let rest = self.text[value.end..end].trim_start();
        let at = if rest.starts_with('#') { start..end - rest.len() } else { line..end };
        Ok(Some(Splice::key(at, "")))
    }
}
