use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys::{ACTUAL_TEXT, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Bytes};
use hayro_syntax::page::{Page, Resources};
use unicode_normalization::UnicodeNormalization as _;

use super::notes::decode;

/// How deep drawings may stand within drawings.
const DEEPEST: usize = 12;
/// How many drawings within drawings a page may have.
const DRAWINGS: usize = 20_000;
/// How many letters a page may have.
const LETTERS: usize = 300_000;
/// How many letters' widths are in a font's unit of length.
const UNITS: f64 = 1000.0;

/// Some letters of a page, where they stand: in points, from the page's top left corner as it is looked at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Where its base line begins.
    pub(super) start: [f64; 2],
    /// Where its base line ends.
    pub(super) end: [f64; 2],
    /// How large its letters are.
    pub(super) size: f64,
}

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    resolver: FontResolverFn,
    maps: CMapResolverFn,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        let resolver: FontResolverFn = Arc::new(|query| {
            Some(match query {
                FontQuery::Standard(font) => font.get_font_data(),
                FontQuery::Fallback(font) => font.pick_standard_font().get_font_data(),
            })
        });
        Self { cache: FontCache::new(), resolver, maps: Arc::new(|_| None) }
    }
}

/// A change of coordinates, as PDF files write it.
type Matrix = [f64; 6];
const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

pub(super) fn moved(x: f64, y: f64) -> Matrix {
    [1.0, 0.0, 0.0, 1.0, x, y]
}

/// First the one, then the other.
fn then(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [x, y] = at(second, [e, f]);
    let turn = |x: f64, y: f64| [x * second[0] + y * second[2], x * second[1] + y * second[3]];
    let ([a, b], [c, d]) = (turn(a, b), turn(c, d));
    [a, b, c, d, x, y]
}

/// Where a point comes to lie.
fn at([a, b, c, d, e, f]: Matrix, [x, y]: [f64; 2]) -> [f64; 2] {
    [x * a + y * c + e, x * b + y * d + f]
}

/// How text is written at a place of a page.
#[derive(Clone)]
struct TextState<'a> {
    page: Matrix,
    font: Option<Font<'a>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Follows what a page draws, and keeps its letters.
pub(super) struct Pen<'f, 'a> {
    fonts: &'f Fonts<'a>,
    state: TextState<'a>,
    text: Matrix,
    line: Matrix,
    pub(super) glyphs: Vec<Glyph>,
    /// Of each part that is marked: the text that it stands for, if it says so, and where it begins.
    marked: Vec<Option<(String, usize)>>,
    depth: usize,
    drawings: usize,
    /// How wide and high the page is.
    extent: [f64; 2],
    /// How much of the page its largest picture takes, from 0 to 1.
    pub(super) picture: f64,
}

impl<'f, 'a> Pen<'f, 'a> {
    pub(super) fn new(page: &Page<'a>, fonts: &'f Fonts<'a>) -> Self {
        let (width, height) = page.render_dimensions();
        let state = TextState {
            page: page.initial_transform(true).as_coeffs(),
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let extent = [f64::from(width), f64::from(height)];
        let (glyphs, marked) = (Vec::new(), Vec::new());
        Self { fonts, state, text: SAME, line: SAME, glyphs, marked, depth: 0, drawings: 0, extent, picture: 0.0 }
    }

    /// Keeps letters that the page does not draw itself.
    pub(super) fn put(&mut self, glyph: Glyph) {
        let [width, height] = self.extent;
        // What lies beside the page is not on it.
        let seen = |[x, y]: [f64; 2]| (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
        let real = glyph.size.is_finite() && glyph.size > 0.0;
        if real && self.glyphs.len() < LETTERS && (seen(glyph.start) || seen(glyph.end)) {
            self.glyphs.push(glyph);
        }
    }

    /// Where a point of the page lies as it is looked at.
    pub(super) fn place(&self, point: [f64; 2]) -> [f64; 2] {
        at(self.state.page, point)
    }

    /// Draws what a page names: a picture, or a drawing that stands by itself.
    fn object(&mut self, stream: &Stream<'a>, around: &Resources<'a>) {
        if stream.dict().get::<Name<'_>>(SUBTYPE).is_some_and(|kind| kind.as_ref() == b"Form") {
            return self.form(stream, SAME, around);
        }
        // Pictures are drawn into the square between 0 and 1.
        let [a, b, c, d, ..] = self.state.page;
        let [width, height] = self.extent;
        self.picture = self.picture.max((a * d - b * c).abs() / (width * height));
    }

    /// Draws a drawing that stands by itself, moved by a matrix.
    pub(super) fn form(&mut self, stream: &Stream<'a>, moved: Matrix, around: &Resources<'a>) {
        self.drawings += 1;
        let Some(content) = stream.decoded_data().ok().filter(|_| self.depth < DEEPEST && self.drawings < DRAWINGS)
        else {
            return;
        };
        let dict = stream.dict();
        let own = dict.get::<Dict<'a>>(RESOURCES).map(Resources::new);
        let matrix = dict.get::<[f64; 6]>(MATRIX).unwrap_or(SAME);
        let before = (self.state.clone(), self.text, self.line);
        self.state.page = then(then(matrix, moved), self.state.page);
        self.depth += 1;
        self.draw(TypedIter::new(&content), own.as_ref().unwrap_or(around));
        self.depth -= 1;
        (self.state, self.text, self.line) = before;
    }

    /// Follows what is drawn.
    pub(super) fn draw(&mut self, mut operations: TypedIter<'_>, resources: &Resources<'a>) {
        let (mut stack, marks) = (Vec::new(), self.marked.len());
        while let Some(operation) = operations.next() {
            match operation {
                Op::SaveState(_) if stack.len() < 1000 => stack.push(self.state.clone()),
                Op::RestoreState(_) => self.state = stack.pop().unwrap_or_else(|| self.state.clone()),
                Op::Transform(m) => {
                    self.state.page = then([m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64()), self.state.page);
                }
                Op::XObject(name) => {
                    if let Some(stream) = resources.get_x_object(name.0) {
                        self.object(&stream, resources);
                    }
                }
                Op::BeginMarkedContentWithProperties(part) => self.begin(part.1, resources),
                Op::BeginMarkedContent(_) => self.marked.push(None),
                Op::EndMarkedContent(_) if self.marked.len() > marks => self.end(),
                other => self.write(&other, resources),
            }
        }
        self.marked.truncate(marks);
    }

    /// What concerns text.
    fn write(&mut self, operation: &Op<'_, '_>, resources: &Resources<'a>) {
        let state = &mut self.state;
        match operation {
            Op::TextFont(font) => {
                let Fonts { cache, resolver, maps } = self.fonts;
                state.font = resources.get_font(font.0).and_then(|dict| cache.font(&dict, resolver, maps));
                state.size = font.1.as_f64();
            }
            Op::CharacterSpacing(space) => state.letter_space = space.0.as_f64(),
            Op::WordSpacing(space) => state.word_space = space.0.as_f64(),
            Op::HorizontalScaling(scale) => state.stretch = scale.0.as_f64() / 100.0,
            Op::TextLeading(leading) => state.leading = leading.0.as_f64(),
            Op::TextRise(rise) => state.rise = rise.0.as_f64(),
            Op::BeginText(_) => (self.text, self.line) = (SAME, SAME),
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::SetTextMatrix(m) => {
                self.line = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                self.text = self.line;
            }
            Op::NextLineUsingLeading(_) => self.leading_line(),
            Op::ShowText(shown) => self.show(shown.0),
            Op::NextLineAndShowText(shown) => {
                self.leading_line();
                self.show(shown.0);
            }
            Op::ShowTextWithParameters(shown) => {
                (state.word_space, state.letter_space) = (shown.0.as_f64(), shown.1.as_f64());
                self.leading_line();
                self.show(shown.2);
            }
            Op::ShowTexts(shown) => self.show_all(shown.0),
            _ => {}
        }
    }

    fn show_all(&mut self, parts: &Array<'_>) {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::String(bytes) => self.show(&bytes),
                Object::Number(number) => {
                    let by = -number.as_f64() / UNITS * self.state.size * self.state.stretch;
                    self.text = then(moved(by, 0.0), self.text);
                }
                _ => {}
            }
        }
    }

    fn leading_line(&mut self) {
        self.next_line(0.0, -self.state.leading);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then(moved(x, y), self.line);
        self.text = self.line;
    }

    fn show(&mut self, bytes: &Bytes<'_>) {
        let Some(font) = self.state.font.clone() else { return };
        let (bytes, mut from) = (bytes.as_bytes(), 0);
        while from < bytes.len() {
            let (code, length) = font.read_code(bytes, from);
            let TextState { size, stretch, rise, letter_space, word_space, .. } = self.state;
            let word_space = if length == 1 && bytes[from] == b' ' { word_space } else { 0.0 };
            from += length.max(1);
            let advance = font.code_advance(code);
            let (wide, high) = match font.is_horizontal() {
                true => (advance.x / UNITS * size, 0.0),
                false => (0.0, advance.y / UNITS * size),
            };
            let whole = then(self.text, self.state.page);
            let (start, end) = (at(whole, [0.0, rise]), at(whole, [wide * stretch, high + rise]));
            let up = at(whole, [0.0, rise + size]);
            let text = letters(&font, code);
            self.put(Glyph { text, start, end, size: (up[0] - start[0]).hypot(up[1] - start[1]) });
            let spaces = letter_space + word_space;
            let (x, y) = if font.is_horizontal() { ((wide + spaces) * stretch, 0.0) } else { (0.0, high + spaces) };
            self.text = then(moved(x, y), self.text);
        }
    }

    fn begin(&mut self, properties: &Object<'_>, resources: &Resources<'a>) {
        let of = |dict: &Dict<'_>| dict.get::<Bytes<'_>>(ACTUAL_TEXT).map(|text| decode(&text));
        let text = match properties {
            Object::Dict(dict) => of(dict),
            Object::Name(name) => resources.properties.get::<Dict<'_>>(name).and_then(|dict| of(&dict)),
            _ => None,
        };
        self.marked.push(text.map(|text| (text, self.glyphs.len())));
    }

    /// Puts the text for which a part stands in the place of its letters.
    fn end(&mut self) {
        let Some(Some((text, from))) = self.marked.pop() else { return };
        let (Some(first), Some(last)) = (self.glyphs.get(from), self.glyphs.last()) else { return };
        let whole = Glyph { text: plain(&text), start: first.start, end: last.end, size: first.size };
        self.glyphs.truncate(from);
        self.glyphs.push(whole);
    }
}

/// What a letter of a font means; U+FFFD when the file does not say.
fn letters(font: &Font<'_>, code: u32) -> String {
    let id = font.map_code(code);
    let means = match font.glyph(id, code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    match means {
        Some(BfString::Char(c)) => plain(c.encode_utf8(&mut [0; 4])),
        Some(BfString::String(text)) => plain(&text),
        None => '\u{fffd}'.to_string(),
    }
}

/// Letters as people write them: no ligatures, and one kind of hyphen.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            'ﬀ'..='ﬆ' => out.extend(c.nfkc()),
            '\u{ad}' | '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{a0}' => out.push(' '),
            c if c.is_control() && !c.is_whitespace() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
