use super::apply::Splice;
use super::places::{Source, entries, pair};
use super::value::flow_entries;
use super::{EditError, NewEntry};
use crate::yaml::Node;

impl Source<'_> {
    pub(super) fn insert(&self, list: &str, new: &[(usize, &NewEntry)]) -> Result<Vec<Splice>, EditError> {
        let Some(pair) = pair(self.root, list) else {
            let end = self.text.len();
            let lines: Vec<String> =
                std::iter::once(format!("{list}:")).chain(new.iter().flat_map(|(_, i)| i.to_block(2))).collect();
            return Ok(vec![Splice::entry(end..end, self.lines(&lines))]);
        };
        let at = self.value_range(pair);
        match entries(&pair.1) {
            [] => {
                let lines: Vec<String> = new.iter().flat_map(|(_, item)| item.to_block(2)).collect();
                let colon = self.text[..at.start].trim_end().len();
                let end = self.line_end(at.end);
                let kept = self.text[at.end..end].trim_end();
                Ok(vec![Splice::entry(colon..end, format!("{kept}{}{}", self.newline, self.lines(&lines)))])
            }
            items if self.is_flow(&pair.1) => {
                new.iter().map(|(index, item)| self.insert_flow(items, *index, item)).collect()
            }
            items => Ok(new.iter().map(|(index, item)| self.insert_block(items, at.start, *index, item)).collect()),
        }
    }

    fn insert_flow(&self, items: &[Node<'_>], index: usize, item: &NewEntry) -> Result<Splice, EditError> {
        let text = format!("{{{}}}", flow_entries(&item.0));
        if let Some(next) = items.get(index) {
            let at = self.range(next).start;
            return Ok(Splice::entry(at..at, format!("{text}, ")));
        }
        let last = items.last().ok_or(EditError::Unfaithful)?;
        let end = self.range(last).end;
        Ok(Splice::entry(end..end, format!(", {text}")))
    }

    fn insert_block(&self, items: &[Node<'_>], first: usize, index: usize, item: &NewEntry) -> Splice {
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
