use std::borrow::Cow;

use memchr::{memchr2, memchr3};

use super::cursor::Cursor;
use super::scalar;
use crate::yaml::{Node, Style};

impl<'t> Cursor<'t> {
    /// A text between quotes, on one line.
    pub(super) fn quoted(&mut self) -> Option<Node<'t>> {
        let (begin, quote) = (self.here(), self.peek()?);
        self.at += 1;
        let mut text = Cow::Borrowed(self.up_to_sign(quote)?);
        while let Some(meant) = self.escape(quote)? {
            self.at += 2;
            text += meant;
            text += self.up_to_sign(quote)?;
        }
        self.at += 1;
        Some(scalar(begin, self.here(), text, Style::Quoted))
    }

    /// The words up to a quote, or to what begins as an escape does.
    fn up_to_sign(&mut self, quote: u8) -> Option<&'t str> {
        let (start, rest) = (self.at, &self.text.as_bytes()[self.at..]);
        let length = if quote == b'"' { memchr3(b'"', b'\\', b'\n', rest) } else { memchr2(b'\'', b'\n', rest) };
        self.at += length?;
        Some(&self.text[start..self.at])
    }

    /// What the escape here stands for; nothing at the quote that ends the text.
    fn escape(&self, quote: u8) -> Option<Option<&'static str>> {
        Some(match (quote, self.peek()?, self.byte(self.at + 1)) {
            (b'\'', b'\'', Some(b'\'')) => Some("'"),
            (b'"', b'\\', Some(b'"')) => Some("\""),
            (b'"', b'\\', Some(b'\\')) => Some("\\"),
            (b'"', b'\\', Some(b'n')) => Some("\n"),
            (_, byte, _) if byte == quote => None,
            _ => return None,
        })
    }
}
