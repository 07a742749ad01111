use serde_saphyr::granit_parser::{Scanner, StrInput, Token, TokenType};

use super::source::Source;
use super::yaml::place_of;
use crate::diagnostic::{Code, Diagnostics, Pos};

/// Reports what begins with a sign by which YAML names (`&`) or types (`!`) a value, so that its first word would be lost.
/// Gives the lines on which any stands.
pub(super) fn report(source: &Source, yaml: &str, found: &mut Diagnostics) -> Vec<u32> {
    if !may_hold_any(yaml) {
        return Vec::new();
    }
    let mut signs = Vec::new();
    for token in Scanner::new(StrInput::new(yaml)) {
        match token.map(Token::into_parts) {
            Ok((span, TokenType::Anchor(_))) => signs.push((place_of(span.start), '&')),
            Ok((span, TokenType::Tag(..))) => signs.push((place_of(span.start), '!')),
            // What names values to repeat them is refused as such.
            Ok((_, TokenType::Alias(_))) => return Vec::new(),
            Ok(_) => {}
            // A key with such a sign, which leaves nothing that could be read.
            Err(error) => {
                let pos = place_of(*error.marker());
                signs.extend(sign_at(yaml, pos).map(|sign| (pos, sign)));
                break;
            }
        }
    }
    for (pos, sign) in &signs {
        let does = if *sign == '&' { "a name for the value" } else { "a type" };
        let message = format!("YAML takes a word that begins with “{sign}” for {does}, so it would be lost");
        found.push(Code::UnquotedSign, &source.file, *pos, message, "put it in quotes, up to its last word");
    }
    signs.into_iter().map(|(pos, _)| pos.line).collect()
}

/// The sign at a place, if one stands there.
fn sign_at(yaml: &str, pos: Pos) -> Option<char> {
    let line = yaml.lines().nth(pos.line.checked_sub(1)? as usize)?;
    line.chars().nth(pos.column.checked_sub(1)? as usize).filter(|c| matches!(c, '&' | '!'))
}

/// Whether one of the signs begins a word, which is rare in what people write.
fn may_hold_any(yaml: &str) -> bool {
    let bytes = yaml.as_bytes();
    memchr::memchr2_iter(b'&', b'!', bytes).any(|at| {
        let before = at.checked_sub(1).map_or(b'\n', |before| bytes[before]);
        let after = bytes.get(at + 1).copied().unwrap_or(b'\n');
        (before.is_ascii_whitespace() || b"[{,:-?\"'&!".contains(&before))
            && (bytes[at] == b'!' || !after.is_ascii_whitespace())
    })
}
