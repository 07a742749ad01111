use std::ops::Range;

use super::apply::Splice;
use super::meaning::Meaning;
use super::places::{Source, entries, pair, pairs};
use super::value::{Layout, Quotes};
use super::{EditError, GroupPlace, Step, Value};
use crate::yaml::Node;

impl Source<'_> {
    pub(super) fn set(&self, place: &GroupPlace, key: &str, value: &Value) -> Result<Vec<Splice>, EditError> {
        let map = self.map_at(place)?;
        let Some(pair) = pair(map, key) else { return Ok(vec![self.add_key(place, key, value)?]) };
        let at = self.value_range(pair);
        Ok(match value {
            Value::List(values) if !entries(&pair.1).is_empty() => self.relist(&pair.1, at, values),
            _ => vec![self.rewrite(at, self.is_flow(map), value)],
        })
    }

    /// Other entries in a list: one by one where there are as many, else all of them.
    fn relist(&self, list: &Node<'_>, at: Range<usize>, values: &[Value]) -> Vec<Splice> {
        let flow = self.is_flow(list);
        if entries(list).len() == values.len() {
            let says =
                |item: &Node<'_>, value| Meaning::of_value(value).is_ok_and(|wanted| Meaning::of(item) == wanted);
            let other = entries(list).iter().zip(values).filter(|(item, value)| !says(item, value));
            return other.map(|(item, value)| self.rewrite(self.range(item), flow, value)).collect();
        }
        if flow || values.is_empty() {
            return vec![self.rewrite(at, true, &Value::List(values.to_vec()))];
        }
        let gap = format!("{}{}- ", self.newline, " ".repeat(self.column(at.start)));
        let lines: Vec<String> = values.iter().map(Value::to_block).collect();
        vec![Splice::key(at, format!("- {}", lines.join(&gap)))]
    }

    pub(super) fn extend(&self, place: &GroupPlace, key: &str, values: &[Value]) -> Result<Splice, EditError> {
        let map = self.map_at(place)?;
        let list = || Value::List(values.to_vec());
        let Some(pair) = pair(map, key) else { return self.add_key(place, key, &list()) };
        let at = self.value_range(pair);
        match entries(&pair.1) {
            [] => Ok(self.rewrite(at, self.is_flow(map), &list())),
            _ => Ok(self.lengthen(&pair.1, at, values)),
        }
    }

    pub(super) fn replace(&self, path: &[Step], value: &Value) -> Result<Splice, EditError> {
        let found = self.at(path).filter(|_| !path.is_empty());
        let (_, at, flow) = found.ok_or_else(|| EditError::NoPlace("value".to_owned()))?;
        Ok(self.rewrite(at, flow, value))
    }

    /// More entries at the end of a list of texts, which keeps its shape and its comments.
    fn lengthen(&self, list: &Node<'_>, at: Range<usize>, more: &[Value]) -> Splice {
        if self.is_flow(list) {
            let end = entries(list).last().map_or(at.end, |last| self.range(last).end);
            let more: String = more.iter().map(|v| format!(", {}", v.write(Layout::Flow, Quotes::AsNeeded))).collect();
            return Splice::key(end..end, more);
        }
        let pad = " ".repeat(self.column(at.start));
        let lines: Vec<String> = more.iter().map(|value| format!("{pad}- {}", value.to_block())).collect();
        let end = self.line_end(at.end);
        Splice::key(end..end, self.lines(&lines))
    }

    /// Another value where one stands, in the same quotes.
    pub(super) fn rewrite(&self, at: Range<usize>, flow: bool, value: &Value) -> Splice {
        let old = &self.text[at.clone()];
        let quotes = match old.chars().next() {
            Some('"') => Quotes::Double,
            Some('\'') => Quotes::Single,
            _ => Quotes::AsNeeded,
        };
        let context = if flow { Layout::Flow } else { Layout::Block };
        let gap = if self.text[..at.start].ends_with(':') { " " } else { "" };
        Splice::key(at, format!("{gap}{}", value.write(context, quotes)))
    }

    pub(super) fn add_key(&self, place: &GroupPlace, key: &str, value: &Value) -> Result<Splice, EditError> {
        let map = self.map_at(place)?;
        let wanted = place.keys_before(key, self.record).into_iter().rev().find_map(|key| pair(map, key));
        let before = wanted.or_else(|| pairs(map).last());
        let before = before.ok_or_else(|| EditError::NoPlace("map with a key".to_owned()))?;
        let end = self.value_range(before).end;
        if self.is_flow(map) {
            let value = value.write(Layout::Flow, Quotes::AsNeeded);
            return Ok(Splice::key(end..end, format!(", {key}: {value}")));
        }
        let first = pairs(map).first().map_or(0, |(key, _)| key.begin.offset as usize);
        let line = self.line_start(first);
        // A key may be asked for: `? key`.
        let first = self.text[line..first].rfind('?').map_or(first, |at| line + at);
        let at = self.line_end(end);
        Ok(Splice::key(at..at, self.lines(&value.under(key, self.column(first)))))
    }

    pub(super) fn remove(&self, place: &GroupPlace, key: &str) -> Result<Option<Splice>, EditError> {
        let map = self.map_at(place)?;
        let Some(pair) = pair(map, key) else { return Ok(None) };
        let value = self.value_range(pair);
        let start = pair.0.begin.offset as usize;
        if self.is_flow(map) {
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
