use std::borrow::Cow;

use memchr::memchr2_iter;

use super::cursor::Cursor;
use super::scalar;
use crate::yaml::{Node, Style};

impl<'t> Cursor<'t> {
    /// A text without quotes, which goes on over the lines that stand further in than a column.
    pub(super) fn words(&mut self, outer: usize) -> Option<Node<'t>> {
        let begin = self.here();
        let mut text = Cow::Borrowed(self.words_of_line()?);
        let mut end = self.here();
        let mut is_noted = self.end_words()?;
        while self.column > Some(outer) {
            if is_noted || self.noted {
                return None;
            }
            match self.blank {
                0 => text += " ",
                lines => text.to_mut().extend(std::iter::repeat_n('\n', lines)),
            }
            text += self.words_of_line()?;
            end = self.here();
            is_noted = self.end_words()?;
        }
        Some(scalar(begin, end, text, Style::Plain))
    }

    /// Goes to the next token; whether a note stood between.
    fn end_words(&mut self) -> Option<bool> {
        self.skip_spaces();
        let is_noted = self.peek() == Some(b'#');
        self.at -= usize::from(is_noted);
        self.end_value()?;
        Some(is_noted)
    }

    /// The words up to the end of the line, or to a note.
    fn words_of_line(&mut self) -> Option<&'t str> {
        if !self.may_begin_words() {
            return None;
        }
        let (start, bytes) = (self.at, self.text.as_bytes());
        let mut end = self.line_end();
        for sign in memchr2_iter(b':', b'#', &bytes[start..end]) {
            let sign = start + sign;
            match bytes[sign] {
                b':' if self.is_line_end(sign + 1) || bytes[sign + 1] == b' ' => return None,
                b'#' if bytes[sign - 1] == b' ' => {
                    end = sign;
                    break;
                }
                _ => {}
            }
        }
        let words = self.text[start..end].trim_end_matches(' ');
        self.at = start + words.len();
        Some(words)
    }

    /// Whether what begins here means to YAML what it means to people.
    pub(super) fn may_begin_words(&self) -> bool {
        match self.peek() {
            Some(b'-') => self.byte(self.at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric()),
            Some(byte) => byte.is_ascii_alphanumeric() || !byte.is_ascii() || b"(/+.$_;^=~<\\".contains(&byte),
            None => false,
        }
    }
}
