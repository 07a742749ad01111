//! Texts with blanks such as `{name}`, which somebody else fills in.

/// A part of a text with blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankPiece<'t> {
    /// Words that stay as they are.
    Words(&'t str),
    /// What stands between `{` and the next `}` on the line, and at which byte of the text the `{` is.
    Blank(&'t str, usize),
    /// A `{` that no `}` ends on its line, and at which byte it is.
    Open(usize),
}

impl BlankPiece<'_> {
    /// Adds the part to a text as it was written.
    pub fn write_to(self, out: &mut String) {
        match self {
            Self::Words(words) => out.push_str(words),
            Self::Blank(name, _) => out.extend(["{", name, "}"]),
            Self::Open(_) => out.push('{'),
        }
    }
}

/// Takes a text apart at its blanks, in order.
#[must_use]
pub fn blanks(text: &str) -> Vec<BlankPiece<'_>> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some(begin) = text[at..].find('{').map(|found| at + found) {
        if begin > at {
            pieces.push(BlankPiece::Words(&text[at..begin]));
        }
        let inside = &text[begin + 1..];
        let end = inside.find(['}', '{', '\n']).filter(|end| inside[*end..].starts_with('}'));
        match end {
            Some(end) => pieces.push(BlankPiece::Blank(&inside[..end], begin)),
            None => pieces.push(BlankPiece::Open(begin)),
        }
        at = begin + 1 + end.map_or(0, |end| end + 1);
    }
    if at < text.len() {
        pieces.push(BlankPiece::Words(&text[at..]));
    }
    pieces
}
