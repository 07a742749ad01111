use yaml_edit::{Sequence, YamlNode};

use super::apply::{Source, Splice, range};
use super::value::flow_entries;
use super::{EditError, Item};

impl Source<'_> {
    pub(super) fn insert(&self, list: &str, new: &[(usize, &Item)]) -> Result<Vec<Splice>, EditError> {
        let Some(entry) = self.root.find_entry_by_key(list) else {
            let end = self.text.len();
            let lines: Vec<String> =
                std::iter::once(format!("{list}:")).chain(new.iter().flat_map(|(_, i)| i.to_block(2))).collect();
            return Ok(vec![Splice::entry(end..end, self.lines(&lines))]);
        };
        let at = self.value_range(&entry)?;
        match self.root.get_sequence(list).filter(|items| !items.is_empty()) {
            None => {
                let lines: Vec<String> = new.iter().flat_map(|(_, item)| item.to_block(2)).collect();
                let colon = self.text[..at.start].trim_end().len();
                let end = self.line_end(at.end);
                let kept = self.text[at.end..end].trim_end();
                Ok(vec![Splice::entry(colon..end, format!("{kept}{}{}", self.newline, self.lines(&lines)))])
            }
            Some(items) if items.is_flow_style() => {
                new.iter().map(|(index, item)| self.insert_flow(&items, *index, item)).collect()
            }
            Some(items) => new.iter().map(|(index, item)| self.insert_block(&items, at.start, *index, item)).collect(),
        }
    }

    fn insert_flow(&self, items: &Sequence, index: usize, item: &Item) -> Result<Splice, EditError> {
        let text = format!("{{{}}}", flow_entries(&item.0));
        if let Some(next) = items.get(index) {
            let at = range(next.byte_range()).start;
            return Ok(Splice::entry(at..at, format!("{text}, ")));
        }
        let last = items.last().ok_or(EditError::Unfaithful)?;
        let end = self.trimmed(range(last.byte_range())).end;
        Ok(Splice::entry(end..end, format!(", {text}")))
    }

    fn insert_block(&self, items: &Sequence, first: usize, index: usize, item: &Item) -> Result<Splice, EditError> {
        let indent = self.column(first);
        let mut lines = item.to_block(indent);
        let apart = self.items_stand_apart(items);
        let before = index.checked_sub(1).map(|i| i.min(items.len() - 1)).and_then(|i| items.get(i));
        let at = match &before {
            Some(before) => self.item_end(before, indent),
            None => self.comments_above(self.line_start(first)),
        };
        if apart {
            let blank = if before.is_some() { 0 } else { lines.len() };
            lines.insert(blank, String::new());
        }
        Ok(Splice::entry(at..at, self.lines(&lines)))
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
    fn item_end(&self, item: &YamlNode, indent: usize) -> usize {
        let mut end = self.line_end(self.trimmed(range(item.byte_range())).end);
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
    fn items_stand_apart(&self, items: &Sequence) -> bool {
        let (Some(first), Some(second)) = (items.get(0), items.get(1)) else { return false };
        let gap = self.trimmed(range(first.byte_range())).end..range(second.byte_range()).start;
        self.text[gap].lines().skip(1).any(|line| line.trim().is_empty())
    }
}
