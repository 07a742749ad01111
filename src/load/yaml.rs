use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_saphyr::granit_parser::Marker;

use super::mask::mask;
use super::shape;
use super::signs;
use super::source::Source;
use super::trouble::{describe, first_excess, is_null, is_well_formed, place, too_complex};
use crate::diagnostic::{Code, Diagnostics, Pos};

/// How many problems of shape are reported in one file.
const MOST: usize = 50;

/// How many bytes are read again in one file to find them all: a large file is not read as often as a small one.
const AGAIN: usize = 8_000_000;

/// How deep lists and groups may stand in each other.
pub(super) const DEEPEST: usize = 16;

/// Reads a YAML text into a record; `None` when nothing of it can be read.
///
/// The parser stops at the first problem of shape (an unknown key, a list where a text belongs), so
/// that entry is reported, blanked out and the text read again: one run reports them all.
pub(super) fn parse<T: DeserializeOwned + JsonSchema>(
    source: &Source,
    yaml: &str,
    found: &mut Diagnostics,
) -> Option<T> {
    if lint_text(source, yaml, found) {
        return None;
    }
    let signs = signs::report(source, yaml, found);
    let mut text = None::<String>;
    let mut schema = None::<Schema>;
    let most = (AGAIN / yaml.len().max(1)).min(MOST);
    for round in 0..=most {
        let error = match serde_saphyr::from_str_with_options(text.as_deref().unwrap_or(yaml), options()) {
            Ok(record) => return Some(record),
            Err(error) => error,
        };
        let pos = place(&error);
        // What the value becomes without its first word is no trouble of the author's.
        if signs.contains(&pos.line) {
            return None;
        }
        let excess = if text.is_none() { first_excess(yaml, pos) } else { None };
        let (pos, trouble) =
            excess.map_or_else(|| (pos, describe(&error, text.as_deref().unwrap_or(yaml))), |pos| (pos, too_complex()));
        // What an entry that was blanked out leaves behind is no trouble of the author's.
        if let Some(text) = &text
            && (is_null(&error) || is_blank(text, pos) || (trouble.code == Code::YamlSyntax && is_well_formed(yaml)))
        {
            return None;
        }
        if round == most {
            let message = format!(
                "there are more than {most} problems of this kind in this file, and the rest of it was not read"
            );
            let help = "mend those before this place, then run it again";
            found.push(Code::TooMuchWrong, &source.file, pos, message, help);
            return None;
        }
        let extent = trouble.extent;
        let help = match trouble.code {
            Code::WrongShape => {
                let schema = schema
                    .get_or_insert_with(|| SchemaSettings::draft07().into_generator().into_root_schema_for::<T>());
                let example = shape::example(schema.as_value(), text.as_deref().unwrap_or(yaml), pos);
                match example {
                    Some(example) if trouble.help.starts_with("see ") => format!("write it as “{example}”"),
                    Some(example) => format!("{}: “{example}”", trouble.help),
                    None => trouble.help,
                }
            }
            _ => trouble.help,
        };
        found.push(trouble.code, &source.file, pos, trouble.message, help);
        text = Some(mask(text.as_deref().unwrap_or(yaml), pos, extent)?);
    }
    None
}

/// The place at which the parser is.
pub(super) fn place_of(mark: Marker) -> Pos {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Pos { line: small(mark.line()), column: small(mark.col() + 1) }
}

/// Whether nothing stands on a line from a place on.
fn is_blank(text: &str, pos: Pos) -> bool {
    let line = text.lines().nth((pos.line as usize).saturating_sub(1)).unwrap_or_default();
    line.chars().skip((pos.column as usize).saturating_sub(1)).all(char::is_whitespace)
}

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        budget: serde_saphyr::budget! { max_aliases: 0, max_depth: DEEPEST, max_documents: 1 },
    }
}

/// Reports what the parser would report badly or not at all; true when parsing is of no use.
fn lint_text(source: &Source, yaml: &str, found: &mut Diagnostics) -> bool {
    if !yaml.bytes().any(|byte| matches!(byte, b'\t' | b'#')) {
        return false;
    }
    let (mut tabs, mut plain) = (false, PlainValues::default());
    for (number, line) in yaml.lines().enumerate() {
        let line_number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t').filter(|_| indent < line.len()) {
            let pos = Pos { line: line_number, column: u32::try_from(tab + 1).unwrap_or(u32::MAX) };
            let help = "indent with spaces, two for each level";
            found.push(Code::TabIndent, &source.file, pos, "a tab stands in the indentation, which YAML forbids", help);
            tabs = true;
        }
        if let Some(column) = unquoted_colour(line) {
            let pos = Pos { line: line_number, column };
            let message = "YAML takes a value that begins with “#” for a note";
            let help = "put “#” and the six digits in quotes, for example \"#0a4a94\"";
            found.push(Code::UnquotedColour, &source.file, pos, message, help);
        } else if let Some(column) = plain.cut_by_hash(line) {
            let pos = Pos { line: line_number, column };
            let message = "YAML takes what follows “ #” for a note, so these words would be lost";
            let help = "put the whole value in quotes; if it is a note, write a space after “#”";
            found.push(Code::UnquotedHash, &source.file, pos, message, help);
        }
    }
    tabs
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
        (!note).then(|| u32::try_from(column).unwrap_or(u32::MAX))
    }
}

/// The column of a colour that lacks its quotes.
fn unquoted_colour(line: &str) -> Option<u32> {
    let rest = line.trim_start().trim_start_matches("- ").strip_prefix("colour:")?;
    let value = rest.trim();
    let digits = value.strip_prefix('#')?.split_whitespace().next()?;
    let colour = (3..=8).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
    let column = line.len() - rest.trim_start().len() + 1;
    colour.then(|| u32::try_from(column).unwrap_or(u32::MAX))
}
