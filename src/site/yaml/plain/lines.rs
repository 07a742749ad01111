use memchr::memchr;

use super::cursor::Cursor;

impl Cursor<'_> {
    /// Where the line ends on which it is.
    pub(super) fn line_end(&self) -> usize {
        let end = self.line_break();
        end - usize::from(end > self.at && self.byte(end - 1) == Some(b'\r'))
    }

    fn line_break(&self) -> usize {
        memchr(b'\n', &self.text.as_bytes()[self.at..]).map_or(self.text.len(), |length| self.at + length)
    }

    /// Goes to the next line, or to the end of the text.
    pub(super) fn begin_next_line(&mut self) {
        match self.line_break() {
            end if end < self.text.len() => self.begin_line(end + 1),
            end => self.at = end,
        }
    }

    /// Whether a line or the text ends at a place.
    pub(super) fn is_line_end(&self, at: usize) -> bool {
        matches!(self.byte(at), None | Some(b'\n' | b'\r'))
    }

    /// How far it is from the beginning of the line, on which nothing but spaces and dashes stand before it.
    pub(super) fn indent(&self) -> usize {
        self.at - self.line_start
    }

    /// Goes from the beginning of a line to the next token.
    pub(super) fn next_token(&mut self) -> Option<()> {
        (self.blank, self.noted) = (0, false);
        loop {
            self.skip_spaces();
            match self.peek() {
                None => {
                    self.column = None;
                    return Some(());
                }
                Some(b'\n' | b'\r') => self.blank += 1,
                Some(b'#') => self.noted = true,
                Some(_) => break,
            }
            self.begin_next_line();
        }
        self.column = Some(self.indent());
        let rest = &self.text.as_bytes()[self.at..];
        let bounds_a_document = self.indent() == 0 && (rest.starts_with(b"---") || rest.starts_with(b"..."));
        (!bounds_a_document).then_some(())
    }

    /// Goes from the end of a value to the next token; no more than a note may stand between them on the line.
    pub(super) fn end_value(&mut self) -> Option<()> {
        self.end_line()?;
        self.next_token()
    }

    /// Goes to the next line; no more than a note may stand on this one.
    pub(super) fn end_line(&mut self) -> Option<()> {
        let start = self.at;
        self.skip_spaces();
        let is_noted = self.peek() == Some(b'#') && start < self.at;
        if !is_noted && !self.is_line_end(self.at) {
            return None;
        }
        self.begin_next_line();
        Some(())
    }
}
