use crate::diagnostic::Pos;
use crate::yaml::{DEEPEST, Spot};

/// Goes through a text once, from its first byte to its last. A step that meets anything that is not plain gives nothing.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    /// How far it has come.
    pub(super) at: usize,
    /// The column of the token at the beginning of a line, from 0; nothing at the end of the text.
    pub(super) column: Option<usize>,
    /// How many blank lines stand above that token, since the one before it.
    pub(super) blank: usize,
    /// Whether a note does.
    pub(super) noted: bool,
    pub(super) line: u32,
    pub(super) line_start: usize,
    is_ascii: bool,
    /// A place on this line, and how many characters stand before it.
    measured: (usize, u32),
    depth: usize,
}

impl<'t> Cursor<'t> {
    /// At the first line of a text, or the one after `---`.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        u32::try_from(text.len()).ok()?;
        let is_ascii = text.is_ascii();
        let has_odd_marks = !is_ascii && text.contains('\u{feff}');
        if has_odd_marks || !has_plain_lines(text.as_bytes()) {
            return None;
        }
        let mut cursor = Self {
            text,
            at: 0,
            column: None,
            blank: 0,
            noted: false,
            line: 1,
            line_start: 0,
            is_ascii,
            measured: (0, 0),
            depth: 0,
        };
        if &text[..cursor.line_end()] == "---" {
            cursor.begin_next_line();
        }
        Some(cursor)
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.byte(self.at)
    }

    pub(super) fn skip_spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    /// A place on this line.
    pub(super) fn mark(&mut self, at: usize) -> Spot {
        let (from, before) = match self.measured {
            measured if measured.0 <= at => measured,
            _ => (self.line_start, 0),
        };
        let between = if self.is_ascii { at - from } else { self.text[from..at].chars().count() };
        self.measured = (at, before + small(between));
        Spot { offset: small(at), pos: Pos { line: self.line, column: self.measured.1 + 1 } }
    }

    pub(super) fn here(&mut self) -> Spot {
        self.mark(self.at)
    }

    /// Begins a line after the one on which it is.
    pub(super) fn begin_line(&mut self, start: usize) {
        (self.at, self.line_start, self.measured) = (start, start, (start, 0));
        self.line += 1;
    }

    /// Goes into a list or group, which begins here.
    pub(super) fn enter(&mut self) -> Option<Spot> {
        self.depth += 1;
        (self.depth <= DEEPEST).then(|| self.here())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}

/// Whether no control characters stand in a text but those that end its lines.
fn has_plain_lines(bytes: &[u8]) -> bool {
    // The last two begin controls of two and three bytes, and letters too.
    let is_odd = |byte: u8| ((byte < b' ') & (byte != b'\n')) | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xef);
    // Without a way out of the inner loop, many bytes are looked at together.
    let mut chunks = bytes.chunks(256);
    if !chunks.any(|chunk| chunk.iter().fold(false, |any, byte| any | is_odd(*byte))) {
        return true;
    }
    (0..bytes.len()).all(|at| match bytes[at..] {
        [b'\r', next, ..] => next == b'\n',
        [0xc2, next, ..] => next >= 0xa0,
        [0xef, 0xbf, last, ..] => last < 0xbe,
        [0xef, ..] => true,
        [byte, ..] => !is_odd(byte),
        [] => true,
    })
}

/// A length within the text, which is none too long.
fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
