use encoding_rs::Encoding;
use hayro_syntax::object::dict::keys::{ANNOTS, AP, AS, BBOX, CONTENTS, F, FF, FT, N, PARENT, RECT, SUBTYPE, V};
use hayro_syntax::object::{Array, Dict, Name, Object, Rect, String as Bytes};
use hayro_syntax::page::Page;

use super::glyphs::{Glyph, Pen, moved};

/// How many fields and notes of a page are read.
const MOST: usize = 5000;
/// How deep the fields of a form may stand in one another.
const DEEPEST: usize = 16;
/// What hides a field or note: that it is hidden, and that it shows only in print.
const HIDDEN: i32 = 0b10_0010;
/// A button that does something when it is pressed.
const PUSH: i32 = 1 << 16;

/// Keeps what somebody wrote onto a page: values of a form's fields, and notes set as text.
pub(super) fn draw<'a>(page: &Page<'a>, pen: &mut Pen<'_, 'a>) {
    let Some(all) = page.raw().get::<Array<'a>>(ANNOTS) else { return };
    for note in all.iter::<Dict<'a>>().take(MOST) {
        if note.get::<i32>(F).unwrap_or(0) & HIDDEN == 0 {
            one(&note, page, pen);
        }
    }
}

fn one<'a>(note: &Dict<'a>, page: &Page<'a>, pen: &mut Pen<'_, 'a>) {
    let (Some(kind), Some(rect)) = (note.get::<Name<'_>>(SUBTYPE), note.get::<Rect>(RECT)) else { return };
    let text = match kind.as_ref() {
        b"Widget" => value(note),
        b"FreeText" => note.get::<Bytes<'_>>(CONTENTS).map(|text| decode(&text)),
        b"Stamp" => None,
        _ => return,
    };
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => set(&text, rect, pen),
        None => drawn(note, rect, page, pen),
    }
}

/// Sets a text into a frame, line by line.
fn set(text: &str, rect: Rect, pen: &mut Pen<'_, '_>) {
    let lines: Vec<&str> = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let step = rect.height() / lines.len().max(1) as f64;
    let size = (step * 0.7).clamp(1.0, 12.0);
    for (number, line) in (1..).zip(lines) {
        let y = rect.y1 - f64::from(number) * step + step * 0.25;
        let end = (rect.x0 + size * 0.5 * line.chars().count() as f64).min(rect.x1);
        let (start, end) = (pen.place([rect.x0, y]), pen.place([end, y]));
        pen.put(Glyph { text: line.to_owned(), start, end, size });
    }
}

/// What is drawn for a field or note, when its words stand nowhere else.
fn drawn<'a>(note: &Dict<'a>, rect: Rect, page: &Page<'a>, pen: &mut Pen<'_, 'a>) {
    let normal = note.get::<Dict<'a>>(AP).and_then(|drawings| drawings.get::<Object<'a>>(N));
    let Some(Object::Stream(stream)) = normal else { return };
    let frame = stream.dict().get::<Rect>(BBOX).unwrap_or(rect);
    pen.form(&stream, moved(rect.x0 - frame.x0, rect.y0 - frame.y0), page.resources());
}

/// What a field holds: its text, its choices, or whether its box is ticked.
fn value(field: &Dict<'_>) -> Option<String> {
    let kind = inherited(field, FT)?.into_name()?;
    if kind.as_ref() == b"Btn" {
        if inherited(field, FF).and_then(Object::into_i32).unwrap_or(0) & PUSH != 0 {
            return None;
        }
        let state = field.get::<Name<'_>>(AS).or_else(|| inherited(field, V)?.into_name())?;
        return Some(if state.as_ref() == b"Off" { "[ ]" } else { "[x]" }.to_owned());
    }
    match inherited(field, V)? {
        Object::String(text) => Some(decode(&text)),
        Object::Name(name) => Some(name.as_str().to_owned()),
        Object::Stream(stream) => stream.decoded_data().ok().map(|text| decode(&text)),
        Object::Array(all) => Some(all.iter::<Bytes<'_>>().map(|text| decode(&text)).collect::<Vec<_>>().join("\n")),
        _ => None,
    }
}

/// What stands in a field, or in those to which it belongs.
fn inherited<'a>(field: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let mut at = field.clone();
    for _ in 0..DEEPEST {
        if let Some(found) = at.get::<Object<'a>>(key) {
            return Some(found);
        }
        at = at.get::<Dict<'a>>(PARENT)?;
    }
    None
}

/// A text as PDF files write it outside their pages: UTF-16 or UTF-8 with a mark at its head, else in an encoding of their own.
pub(super) fn decode(bytes: &[u8]) -> String {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => bytes.iter().map(|byte| own(*byte)).collect(),
    }
}

/// A letter of the encoding that only PDF files use: Latin 1 but for some places.
fn own(byte: u8) -> char {
    const FROM_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x18..=0x1f => FROM_18[usize::from(byte - 0x18)],
        0x80..=0xa0 => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
