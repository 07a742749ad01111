use super::cursor::Cursor;
use super::scalar;
use crate::yaml::{Node, NodeValue, Style};

/// What a value stands after, and the column of that.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    Key(usize),
    Dash(usize),
}

impl<'t> Cursor<'t> {
    /// The group or list of lines that begins here.
    pub(super) fn collection(&mut self, column: usize) -> Option<Node<'t>> {
        self.column = Some(column);
        if self.is_dash() { self.list(column) } else { self.group(column) }
    }

    fn group(&mut self, column: usize) -> Option<Node<'t>> {
        let begin = self.enter()?;
        let mut pairs = Vec::new();
        while self.column == Some(column) {
            pairs.push((self.key()?, self.value(Owner::Key(column))?));
        }
        self.leave();
        let ends_well = self.column < Some(column) && is_each_once(&pairs);
        let end = pairs.last()?.1.end;
        ends_well.then_some(Node { begin, end, value: NodeValue::Group(pairs) })
    }

    fn list(&mut self, column: usize) -> Option<Node<'t>> {
        let list = self.entries(column)?;
        (self.column < Some(column)).then_some(list)
    }

    /// A list whose dashes stand as far to the left as its key, as the library places it: after its first dash.
    fn list_under_key(&mut self, column: usize) -> Option<Node<'t>> {
        let list = self.entries(column)?;
        let NodeValue::List(entries) = &list.value else { return None };
        let begin = entries.first()?.begin;
        (begin.pos.line == list.begin.pos.line && self.column <= Some(column)).then_some(Node { begin, ..list })
    }

    fn entries(&mut self, column: usize) -> Option<Node<'t>> {
        let begin = self.enter()?;
        let mut entries = Vec::new();
        while self.column == Some(column) && self.is_dash() {
            self.at += 1;
            entries.push(self.value(Owner::Dash(column))?);
        }
        self.leave();
        let end = entries.last()?.end;
        Some(Node { begin, end, value: NodeValue::List(entries) })
    }

    fn value(&mut self, owner: Owner) -> Option<Node<'t>> {
        let after = self.at;
        self.skip_spaces();
        if self.is_line_end(self.at) || self.peek() == Some(b'#') {
            self.at = after;
            return self.value_below(owner);
        }
        match owner {
            Owner::Dash(_) if self.is_dash() || self.key_length().is_some() => self.collection(self.indent()),
            Owner::Key(column) | Owner::Dash(column) => self.in_line(column),
        }
    }

    /// A value on lines of its own.
    fn value_below(&mut self, owner: Owner) -> Option<Node<'t>> {
        let colon = self.mark(self.at - 1);
        self.end_value()?;
        match (owner, self.column) {
            (Owner::Key(outer) | Owner::Dash(outer), Some(column)) if column > outer => {
                let is_more = self.is_dash() || self.key_length().is_some();
                if is_more { self.collection(column) } else { self.in_line(outer) }
            }
            (Owner::Key(key), Some(column)) if column == key && self.is_dash() => self.list_under_key(column),
            (Owner::Key(_), _) => Some(scalar(colon, colon, "~", Style::Plain)),
            (Owner::Dash(_), _) => None,
        }
    }

    /// A value that is not a group or list of lines, in one that stands at a column.
    fn in_line(&mut self, outer: usize) -> Option<Node<'t>> {
        let node = match self.peek()? {
            b'{' => self.flow_group()?,
            b'[' => self.flow_list()?,
            b'"' | b'\'' => self.quoted()?,
            b'|' | b'>' => return self.literal(outer),
            _ => return self.words(outer),
        };
        self.end_value()?;
        Some(node)
    }

    pub(super) fn key(&mut self) -> Option<Node<'t>> {
        let (start, end) = (self.at, self.at + self.key_length()?);
        self.at = end + 1;
        Some(scalar(self.mark(start), self.mark(end), &self.text[start..end], Style::Plain))
    }

    /// The length of the key that stands here with its colon, if one does.
    fn key_length(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let is_of_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        let length = rest.iter().position(|byte| !is_of_key(byte))?;
        let is_key = (1..=LONGEST_KEY).contains(&length) && rest[0] != b'-' && rest[length] == b':';
        (is_key && matches!(rest.get(length + 1), None | Some(b' ' | b'\n' | b'\r'))).then_some(length)
    }

    fn is_dash(&self) -> bool {
        self.peek() == Some(b'-') && (self.byte(self.at + 1) == Some(b' ') || self.is_line_end(self.at + 1))
    }
}

/// No key is longer; YAML itself knows none of over 1,024 characters.
const LONGEST_KEY: usize = 200;

/// Whether no key stands twice.
pub(super) fn is_each_once(pairs: &[(Node<'_>, Node<'_>)]) -> bool {
    let keys = || pairs.iter().map(|(key, _)| key.text());
    if pairs.len() <= 16 {
        return keys().enumerate().all(|(at, key)| keys().take(at).all(|other| other != key));
    }
    let mut sorted: Vec<_> = keys().collect();
    sorted.sort_unstable();
    sorted.is_sorted_by(|a, b| a < b)
}
