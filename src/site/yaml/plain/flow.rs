use super::block::is_each_once;
use super::cursor::Cursor;
use super::scalar;
use crate::yaml::{Node, NodeValue, Style};

impl<'t> Cursor<'t> {
    /// A group between braces, on one line.
    pub(super) fn flow_group(&mut self) -> Option<Node<'t>> {
        let begin = self.enter()?;
        let mut pairs = Vec::new();
        while self.goes_on(b'}', pairs.is_empty())? {
            let key = self.key()?;
            self.skip_spaces();
            pairs.push((key, self.flow_value()?));
        }
        self.leave();
        is_each_once(&pairs).then(|| Node { begin, end: self.here(), value: NodeValue::Group(pairs) })
    }

    /// A list between brackets, on one line.
    pub(super) fn flow_list(&mut self) -> Option<Node<'t>> {
        let begin = self.enter()?;
        let mut entries = Vec::new();
        while self.goes_on(b']', entries.is_empty())? {
            entries.push(self.flow_value()?);
        }
        self.leave();
        Some(Node { begin, end: self.here(), value: NodeValue::List(entries) })
    }

    /// Whether another entry follows, to which it goes; past the bracket if not.
    fn goes_on(&mut self, close: u8, is_first: bool) -> Option<bool> {
        self.at += usize::from(is_first);
        self.skip_spaces();
        let byte = self.peek()?;
        let is_over = byte == close;
        self.at += usize::from(is_over || !is_first);
        if !is_over {
            self.skip_spaces();
        }
        (is_over || is_first || byte == b',').then_some(!is_over)
    }

    fn flow_value(&mut self) -> Option<Node<'t>> {
        match self.peek()? {
            b'{' => self.flow_group(),
            b'[' => self.flow_list(),
            b'"' | b'\'' => self.quoted(),
            _ => self.flow_words(),
        }
    }

    fn flow_words(&mut self) -> Option<Node<'t>> {
        if !self.may_begin_words() {
            return None;
        }
        let (start, bytes) = (self.at, self.text.as_bytes());
        let mut end = start;
        loop {
            match bytes.get(end)? {
                b',' | b']' | b'}' => break,
                b'[' | b'{' | b'\n' | b'\r' => return None,
                b'#' if bytes[end - 1] == b' ' => return None,
                b':' if b" ,[]{}\n\r".contains(bytes.get(end + 1)?) => return None,
                _ => end += 1,
            }
        }
        let words = self.text[start..end].trim_end_matches(' ');
        self.at = start + words.len();
        Some(scalar(self.mark(start), self.here(), words, Style::Plain))
    }
}
