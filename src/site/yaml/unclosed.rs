//! Brackets and quotes that are opened and not closed, at which YAML may trip only some lines later.

use crate::diagnostic::Pos;

/// A sign that is not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// The sign that opens.
    pub(super) sign: char,
    /// The line on which it stands, from 1.
    pub(super) line: u32,
}

/// How many lines above the trouble are looked through.
const FAR: usize = 200;

/// What is not closed before a place at which YAML trips, if that is why it does.
pub(super) fn unclosed(text: &str, pos: Pos) -> Option<Unclosed> {
    let at = pos.line as usize;
    let lines: Vec<&str> = text.lines().collect();
    for number in (at.saturating_sub(FAR).max(1)..=at.min(lines.len())).rev() {
        let words = value(lines[number - 1]);
        let Some(sign) = words.chars().next() else { continue };
        let is_open = match sign {
            '[' | '{' => is_open_bracket(&lines[number - 1..]),
            '"' | '\'' => is_open_quote(&lines[number - 1..at], sign),
            _ => false,
        };
        if is_open {
            return Some(Unclosed { sign, line: u32::try_from(number).unwrap_or(u32::MAX) });
        }
    }
    None
}

/// What stands on a line behind its dashes and its key.
fn value(line: &str) -> &str {
    let mut words = line.trim_start();
    while let Some(entry) = words.strip_prefix("- ") {
        words = entry.trim_start();
    }
    let is_value = words.starts_with(['[', '{', '"', '\'']);
    words.split_once(": ").filter(|_| !is_value).map_or(words, |(_, value)| value.trim_start())
}

/// Whether the bracket with which the value of the first line begins is not closed before a line that stands no further in.
fn is_open_bracket(lines: &[&str]) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut depth = 0_i32;
    for (number, line) in lines.iter().enumerate() {
        let words = if number == 0 { value(line) } else { line.trim_start() };
        let is_over = !words.starts_with([']', '}', '#']) && indent(line) <= indent(lines[0]);
        if number > 0 && !words.is_empty() && is_over {
            return true;
        }
        for c in words.chars() {
            depth += i32::from(matches!(c, '[' | '{')) - i32::from(matches!(c, ']' | '}'));
            if depth == 0 {
                return false;
            }
        }
    }
    true
}

/// Whether the quote with which the value of the first line begins is closed on the last of several, or nowhere.
fn is_open_quote(lines: &[&str], quote: char) -> bool {
    let closes = |words: &str| match quote {
        '"' => words.replace("\\\\", "").replace("\\\"", "").contains('"'),
        _ => words.replace("''", "").contains('\''),
    };
    let (first, rest) = (&value(lines[0])[1..], &lines[1..]);
    let between = &rest[..rest.len().saturating_sub(1)];
    !closes(first) && !between.iter().any(|line| closes(line))
}
