use super::Pos;

/// Tells the places of a text, one after another, without counting from its start for each.
#[derive(Debug)]
pub struct Ruler<'t> {
    text: &'t str,
    /// How far it has counted, in bytes, and the place there.
    at: usize,
    pos: Pos,
}

impl<'t> Ruler<'t> {
    /// A ruler at the start of a text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, pos: Pos::START }
    }

    /// The place of a byte; of the end, when the text is shorter. What lies before the last place asked for takes as long as if
    /// it were the first.
    pub fn place(&mut self, at: usize) -> Pos {
        let at = self.text.floor_char_boundary(at);
        if at < self.at {
            (self.at, self.pos) = (0, Pos::START);
        }
        let passed = &self.text[self.at..at];
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (lines, last) = match passed.rfind('\n') {
            Some(end) => (passed[..=end].bytes().filter(|byte| *byte == b'\n').count(), &passed[end + 1..]),
            None => (0, passed),
        };
        let before = if lines == 0 { self.pos.column } else { 1 };
        let column = before.saturating_add(count(last.chars().count()));
        (self.at, self.pos) = (at, Pos { line: self.pos.line.saturating_add(count(lines)), column });
        self.pos
    }
}
