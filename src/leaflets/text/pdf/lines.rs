use std::collections::{BTreeMap, HashMap};

use super::columns;
use super::glyphs::Glyph;
use super::order;

/// A wider gap between two letters ends a word, in parts of the letters' size.
const WORD_GAP: f64 = 0.13;
/// Up to this gap two pieces are certainly parts of one line.
const LINE_GAP: f64 = 0.6;
/// How far a piece of a line may lie above or below the others: footnote marks do.
const RAISED: f64 = 0.45;
/// A page of more pieces is read from top to bottom, whatever its columns.
const PIECES: usize = 4000;

/// A piece of a line: some words that follow one another.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// How far its base line is from the top.
    pub(super) base: f64,
    /// How large its letters are.
    pub(super) size: f64,
}

impl Piece {
    pub(super) fn top(&self) -> f64 {
        self.base - 0.75 * self.size
    }

    pub(super) fn bottom(&self) -> f64 {
        self.base + 0.25 * self.size
    }

    /// Takes up what follows in the same line.
    pub(super) fn join(&mut self, next: &Self) {
        let gap = next.left - self.right;
        if gap > WORD_GAP * self.size.min(next.size) && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&next.text);
        self.left = self.left.min(next.left);
        self.right = self.right.max(next.right);
        if next.size > self.size {
            (self.size, self.base) = (next.size, next.base);
        }
    }
}

/// The text of letters that stand on a page.
pub(super) fn text(glyphs: Vec<Glyph>) -> String {
    let mut turned: BTreeMap<i32, Vec<Glyph>> = BTreeMap::new();
    for glyph in glyphs {
        turned.entry(angle(&glyph)).or_default().push(glyph);
    }
    // What is written along the page goes before what is turned.
    let texts = turned.into_iter().map(|(angle, glyphs)| along(glyphs, angle)).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// In which direction a letter is written, in degrees: 0 along the page, and never less.
fn angle(glyph: &Glyph) -> i32 {
    let [x, y] = [glyph.end[0] - glyph.start[0], glyph.end[1] - glyph.start[1]];
    // A letter without width says nothing of its direction.
    if x.hypot(y) < 1e-3 * glyph.size {
        return 0;
    }
    // Rounded, so that what a scanner or a designer turned by a hair is still one line.
    ((y.atan2(x).to_degrees() / 3.0).round() as i32 * 3).rem_euclid(360)
}

/// The text of letters that are written in one direction.
fn along(glyphs: Vec<Glyph>, angle: i32) -> String {
    let (sin, cos) = f64::from(-angle).to_radians().sin_cos();
    let turn = |[x, y]: [f64; 2]| [x * cos - y * sin, x * sin + y * cos];
    let glyphs = glyphs.into_iter().map(|g| Glyph { start: turn(g.start), end: turn(g.end), ..g });
    let mut pieces = pieces(glyphs);
    if pieces.len() > PIECES {
        pieces.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
        return pieces.iter().map(|piece| piece.text.trim()).collect::<Vec<_>>().join("\n");
    }
    order::text(columns::lines(rows(pieces)))
}

/// The letters joined to pieces, in the order in which they are drawn.
fn pieces(glyphs: impl Iterator<Item = Glyph>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // The last letter, and where the last one ends that is not a space.
    let mut before: Option<(Glyph, f64)> = None;
    for glyph in glyphs {
        let blank = glyph.text.trim().is_empty();
        let size = glyph.size;
        let joined = match (&before, pieces.last_mut()) {
            (Some((last, solid)), Some(piece)) => {
                let gap = glyph.start[0] - last.end[0];
                if last.text == glyph.text && is_shadow(last, &glyph) {
                    continue;
                }
                let unseen = !blank && is_unseen_hyphen(last, &glyph);
                let same = (glyph.start[1] - last.start[1]).abs() <= 0.1 * size.min(last.size)
                    && (0.8..=1.25).contains(&(size / last.size))
                    && (unseen || (-0.3 * size..=LINE_GAP * size).contains(&gap))
                    && (blank || glyph.start[0] - solid <= 2.5 * size);
                if same {
                    if unseen {
                        piece.text.pop();
                    }
                    if (gap > WORD_GAP * size || blank) && !piece.text.ends_with(' ') {
                        piece.text.push(' ');
                    }
                    if !blank {
                        piece.text.push_str(&glyph.text);
                        piece.right = piece.right.max(glyph.end[0]);
                    }
                }
                same
            }
            _ => false,
        };
        if !joined && !blank {
            let (left, right) = (glyph.start[0].min(glyph.end[0]), glyph.end[0].max(glyph.start[0]));
            pieces.push(Piece { text: glyph.text.clone(), left, right, base: glyph.start[1], size });
        }
        if joined || !blank {
            let solid = if blank { before.map_or(f64::MIN, |(_, solid)| solid) } else { glyph.end[0] };
            before = Some((glyph, solid));
        }
    }
    pieces.retain(|piece| !piece.text.trim().is_empty());
    without_shadows(&mut pieces);
    pieces
}

/// Whether a letter is a hyphen that is not drawn, since its word goes on in the line: the next letter takes its place.
fn is_unseen_hyphen(last: &Glyph, next: &Glyph) -> bool {
    let (step, width) = (next.start[0] - last.start[0], last.end[0] - last.start[0]);
    last.text == "-" && (-0.1 * next.size..=0.5 * width).contains(&step)
}

/// Whether a letter is drawn a second time over itself, to look bold or to throw a shadow.
fn is_shadow(last: &Glyph, next: &Glyph) -> bool {
    let near = 0.5 * (next.end[0] - next.start[0]).abs();
    (last.start[0] - next.start[0]).abs() < near && (last.start[1] - next.start[1]).abs() < 0.2 * next.size
}

/// Leaves out words that are drawn a second time over themselves.
fn without_shadows(pieces: &mut Vec<Piece>) {
    let mut known: HashMap<String, Vec<[f64; 2]>> = HashMap::new();
    pieces.retain(|piece| {
        let near = 0.2 * piece.size;
        let places = known.entry(piece.text.clone()).or_default();
        let again =
            places.iter().take(100).any(|[x, y]| (x - piece.left).abs() < near && (y - piece.base).abs() < near);
        if !again {
            places.push([piece.left, piece.base]);
        }
        !again
    });
}

/// The pieces in rows from top to bottom, each from left to right; what certainly belongs together is joined.
fn rows(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if is_level(&row[0], &piece) => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut joined: Vec<Piece> = Vec::new();
        for piece in row.drain(..) {
            match joined.last_mut() {
                Some(last) if is_next(last, &piece) => last.join(&piece),
                _ => joined.push(piece),
            }
        }
        *row = joined;
    }
    rows
}

/// Whether two pieces stand in one row.
fn is_level(first: &Piece, next: &Piece) -> bool {
    let (small, large) = (first.size.min(next.size), first.size.max(next.size));
    let most = if large < 2.0 * small { RAISED * large } else { 0.3 * small };
    next.base - first.base <= most
}

/// Whether a piece goes on where another ends.
fn is_next(last: &Piece, next: &Piece) -> bool {
    let size = last.size.max(next.size);
    (-size..=LINE_GAP * size).contains(&(next.left - last.right))
}
