//! What text from outside may hold. It is asked wherever text enters: what people write is refused with the place of the
//! first character that may not stand there, what others wrote is cleaned of them, and what goes to a terminal shows them.

use std::borrow::Cow;

/// Whether a character has no place in a text: it controls something other than lines and indents, turns
/// the direction of what follows against its own, names a language unseen, or is not a character at all.
#[must_use]
pub fn is_control(c: char) -> bool {
    let turns = matches!(c, '\u{202d}' | '\u{202e}');
    let none = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    // Unicode uses of these U+E0001 alone, with which it marks a language in plain text.
    let unseen = matches!(c, '\u{e0000}'..='\u{e001f}');
    turns || none || unseen || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// The first bytes that a character of [`is_control`] can have in UTF-8; a test checks that none is missing.
const fn may_begin(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')) || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef | 0xf0..=0xf4)
}

static MAY_BEGIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = may_begin(byte as u8);
        byte += 1;
    }
    table
};

/// The first character of a text that has no place in it, with the byte at which it stands.
#[must_use]
pub fn first_control(text: &str) -> Option<(usize, char)> {
    let mut from = 0;
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| MAY_BEGIN[usize::from(*byte)]) {
        from += at;
        // Only first bytes are looked for, so a character begins here.
        let c = text[from..].chars().next()?;
        if is_control(c) {
            return Some((from, c));
        }
        from += c.len_utf8();
    }
    None
}

/// A text that others wrote, without what has no place in it.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    match first_control(text) {
        None => text.into(),
        Some(_) => text.chars().filter(|c| !is_control(*c)).collect(),
    }
}

/// A text for a terminal or a log, where such characters could do something: they are written out as `\u{1b}`. So is a
/// carriage return, which would let the rest of a line stand over its beginning.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    let text = text.strip_suffix('\r').unwrap_or(text);
    if first_control(text).is_none() && !text.contains('\r') {
        return text.into();
    }
    written_out(&text.replace("\r\n", "\n"), |c| is_control(c) || c == '\r').into()
}

/// A name of a file or the like for a terminal: as [`shown`], and on one line.
#[must_use]
pub fn shown_name(name: &str) -> Cow<'_, str> {
    if first_control(name).is_none() && !name.contains(['\n', '\r', '\t']) {
        return name.into();
    }
    written_out(name, |c| is_control(c) || c.is_control()).into()
}

fn written_out(text: &str, wanted: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if wanted(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// What a library says, on one line that is not long.
#[must_use]
pub fn one_line(error: &dyn std::fmt::Display) -> String {
    let line: String = error.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).take(120).collect();
    line.trim().to_owned()
}
