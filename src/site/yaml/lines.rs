//! What a parser would report badly or not at all, seen line by line.

use super::Trouble;
use crate::diagnostic::{Code, Pos};

/// The tabs, colours and hashes that YAML takes for something else than their author.
pub(super) fn troubles(text: &str) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    if memchr::memchr2(b'\t', b'#', text.as_bytes()).is_none() {
        return troubles;
    }
    let mut plain = PlainValues::default();
    for (line, number) in text.lines().zip(1..) {
        let at = |column| Pos { line: number, column };
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t').filter(|_| indent < line.len()) {
            let message = "there is a tab in the indentation, which YAML does not allow";
            let help = "indent with spaces, two for each level";
            troubles.push(Trouble::new(Code::TabIndent, at(small(tab + 1)), message, help));
        }
        if let Some(column) = unquoted_colour(line) {
            let message = "YAML reads a value that begins with “#” as a note";
            let help = "put “#” and the six digits in quotes, for example \"#0a4a94\"";
            troubles.push(Trouble::new(Code::UnquotedColour, at(column), message, help));
        } else if let Some(column) = plain.cut_by_hash(line) {
            let message = "YAML reads what follows “ #” as a note, so these words would be lost";
            let help = "put the whole value in quotes; if it is a note, write a space after “#”";
            troubles.push(Trouble::new(Code::UnquotedHash, at(column), message, help));
        }
    }
    troubles
}

/// Follows the lines of a YAML text, to tell values without quotes from texts in which `#` means itself.
#[derive(Default)]
struct PlainValues {
    /// The indentation of the line that opened a block of literal text (`|` or `>`).
    block: Option<usize>,
}

impl PlainValues {
    /// The column of a `#` that cuts a value without quotes short, though no space follows it as in a note.
    fn cut_by_hash(&mut self, line: &str) -> Option<u32> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if line.trim().is_empty() || self.block.is_some_and(|opened| indent > opened) {
            return None;
        }
        let value = line.trim_start().trim_start_matches("- ");
        let value = value.split_once(": ").map_or(value, |(_, value)| value.trim_start());
        self.block = value.starts_with(['|', '>']).then_some(indent);
        if value.starts_with(['"', '\'', '{', '[', '#', '|', '>']) {
            return None;
        }
        let start = line.len() - value.len();
        let at = value.find(" #")?;
        let note = value[at + 2..].chars().next().is_none_or(|c| c.is_whitespace() || c == '#');
        let column = line[..start + at].chars().count() + 2;
        (!note).then(|| small(column))
    }
}

/// The column of a colour that lacks its quotes.
fn unquoted_colour(line: &str) -> Option<u32> {
    let rest = line.trim_start().trim_start_matches("- ").strip_prefix("colour:")?;
    let value = rest.trim();
    let digits = value.strip_prefix('#')?.split_whitespace().next()?;
    let colour = (3..=8).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
    let column = line.len() - rest.trim_start().len() + 1;
    colour.then(|| small(column))
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
