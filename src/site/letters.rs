//! Takes words, gives the shapes of their letters and how wide they are, in a typeface that is part of the program: nothing
//! depends on what is installed. Never knows what the words are for.
//!
//! Each letter stands alone: what joins letters or writes from right to left is not among those that the typeface has.

use std::sync::LazyLock;

use skrifa::{DrawMemory, Font, GlyphId, PathSink, ScalerFont};
use unicode_normalization::UnicodeNormalization as _;
use zeno::{Command, Point};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As in running text.
    Regular,
    /// As in titles.
    Bold,
}

/// A typeface in one weight.
struct Face {
    font: ScalerFont,
    /// How many of its units a letter is high.
    em: f32,
}

static REGULAR: LazyLock<Face> = LazyLock::new(|| Face::of(notosans::REGULAR_TTF));
static BOLD: LazyLock<Face> = LazyLock::new(|| Face::of(notosans::BOLD_TTF));

impl Face {
    fn of(file: &'static [u8]) -> Self {
        let font = Font::new(file, 0).unwrap_or_else(|| unreachable!("the typeface is part of the program"));
        let em = f32::from(font.units_per_em());
        Self { font: ScalerFont::unhinted(font, None), em }
    }

    fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.font.font().charmap().map_unicode(letter)
    }

    /// The letters of a text in its units, each with where it begins; last of all where the text ends.
    fn set(&self, text: &str) -> (Vec<(GlyphId, f32)>, f32) {
        let (metrics, mut end) = (self.font.linear_glyph_metrics(), 0.0);
        let set = text.nfc().map(|letter| {
            let (glyph, begin) = (self.glyph(letter).unwrap_or(GlyphId::NOTDEF), end);
            end += metrics.h_advance(glyph);
            (glyph, begin)
        });
        let set = set.collect();
        (set, end)
    }
}

impl Weight {
    fn face(self) -> &'static Face {
        match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
        }
    }

    /// How wide a text is in letters of a size.
    #[must_use]
    pub fn width(self, text: &str, size: f32) -> f32 {
        let face = self.face();
        face.set(text).1 * size / face.em
    }

    /// Adds the outlines of a text that begins at a point, on its line. What is higher has the smaller number.
    pub fn draw(self, text: &str, size: f32, (x, y): (f32, f32), path: &mut Vec<Command>) {
        let face = self.face();
        let scale = size / face.em;
        for (glyph, begin) in face.set(text).0 {
            let mut placed = PlacedLetter { path: &mut *path, scale, x: x + begin * scale, y };
            if let Some(outline) = face.font.outline(glyph) {
                // A glyph that the typeface cannot draw is not among its letters.
                let _ = outline.draw(DrawMemory::Scratch, &mut placed);
            }
        }
    }
}

/// The first letter of a text that the typeface lacks.
#[must_use]
pub fn lacking(text: &str) -> Option<char> {
    text.nfc()
        .find(|letter| Weight::Regular.face().glyph(*letter).is_none() || Weight::Bold.face().glyph(*letter).is_none())
}

/// A letter at its place in its size.
struct PlacedLetter<'p> {
    path: &'p mut Vec<Command>,
    scale: f32,
    x: f32,
    y: f32,
}

impl PlacedLetter<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl PathSink for PlacedLetter<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.push(Command::MoveTo(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.push(Command::LineTo(self.at(x, y)));
    }

    fn quad_to(&mut self, over_x: f32, over_y: f32, x: f32, y: f32) {
        self.path.push(Command::QuadTo(self.at(over_x, over_y), self.at(x, y)));
    }

    fn curve_to(&mut self, over_x: f32, over_y: f32, and_x: f32, and_y: f32, x: f32, y: f32) {
        self.path.push(Command::CurveTo(self.at(over_x, over_y), self.at(and_x, and_y), self.at(x, y)));
    }

    fn close(&mut self) {
        self.path.push(Command::Close);
    }
}
