use serde::de::DeserializeOwned;
use serde_saphyr::{Error, UserMessageFormatter, granit_parser};

use super::mask::mask;
use super::source::Source;
use crate::diagnostic::{Code, Diagnostics, Pos};

/// How many problems of shape are reported in one file.
const MOST: usize = 50;

/// Reads a YAML text into a record; `None` when nothing of it can be read.
///
/// The parser stops at the first problem of shape (an unknown key, a list where a text belongs), so
/// that entry is reported, blanked out and the text read again: one run reports them all.
pub(super) fn parse<T: DeserializeOwned>(source: &Source, yaml: &str, found: &mut Diagnostics) -> Option<T> {
    if lint_text(source, yaml, found) {
        return None;
    }
    let mut text = None::<String>;
    for _ in 0..MOST {
        let error = match serde_saphyr::from_str_with_options(text.as_deref().unwrap_or(yaml), options()) {
            Ok(record) => return Some(record),
            Err(error) => error,
        };
        let pos = place(&error);
        let alias = if text.is_none() { first_alias(yaml) } else { None };
        let (pos, trouble) = alias.map_or_else(|| (pos, describe(&error)), |pos| (pos, too_complex()));
        let mendable = trouble.mendable;
        found.push(trouble.code, &source.file, pos, trouble.message, trouble.help);
        if !mendable {
            return None;
        }
        text = Some(mask(text.as_deref().unwrap_or(yaml), pos)?);
    }
    None
}

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        with_snippet: false,
        budget: serde_saphyr::budget! { max_aliases: 0, max_depth: 16, max_documents: 1 },
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

fn place(error: &Error) -> Pos {
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX).max(1);
    error.location().map_or(Pos::START, |l| Pos { line: small(l.line()), column: small(l.column()) })
}

/// What a parser's error means to the author.
struct Trouble {
    code: Code,
    message: String,
    help: String,
    /// Whether the rest of the file can still be read.
    mendable: bool,
}

fn describe(error: &Error) -> Trouble {
    match error {
        Error::SerdeUnknownField { field, expected, .. } => unknown_key(field, expected),
        Error::DuplicateMappingKey { key, .. } => Trouble {
            code: Code::DuplicateKey,
            message: match key {
                Some(key) => format!("the key “{key}” stands here twice"),
                None => "a key stands here twice".to_owned(),
            },
            help: "keep one of the two".to_owned(),
            mendable: true,
        },
        Error::Budget { .. }
        | Error::MultipleDocuments { .. }
        | Error::AliasError { .. }
        | Error::UnknownAnchor { .. } => Trouble {
            code: Code::TooComplex,
            message: "records may not use aliases (*name), hold several documents (---) or nest more than 16 levels"
                .to_owned(),
            help: "write the values out, one record for each file; a text that begins with “*” or “&” needs quotes"
                .to_owned(),
            mendable: false,
        },
        Error::Unexpected { .. }
        | Error::SerdeInvalidType { .. }
        | Error::SerdeInvalidValue { .. }
        | Error::InvalidScalar { .. }
        | Error::InvalidBooleanStrict { .. }
        | Error::NullIntoString { .. }
        | Error::UnexpectedMappingEnd { .. }
        | Error::UnexpectedSequenceEnd { .. } => Trouble {
            code: Code::WrongShape,
            message: format!("the value has the wrong shape: {}", shape(error)),
            help: "see docs/record-format.md for how this key is written".to_owned(),
            mendable: true,
        },
        other => Trouble {
            code: Code::YamlSyntax,
            message: format!("YAML trips over this: {}", without_place(other)),
            help: "put the value in quotes, or write “|” after the key and the text indented on the next lines; \
                   a quote left open above or a line out of step with its neighbours does the same"
                .to_owned(),
            mendable: false,
        },
    }
}

fn too_complex() -> Trouble {
    Trouble {
        code: Code::TooComplex,
        message: "records may not use aliases (*name), hold several documents (---) or nest more than 16 levels"
            .to_owned(),
        help: "write the values out, one record for each file; a text that begins with “*” or “&” needs quotes"
            .to_owned(),
        mendable: false,
    }
}

/// Where a text first uses an alias. Asked only of a text that has some other trouble, since a file of
/// aliases is to be refused as such, whatever else is wrong with it.
fn first_alias(yaml: &str) -> Option<Pos> {
    let mut parser = granit_parser::Parser::new_from_str(yaml);
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    while let Some(Ok((event, span))) = parser.next_event() {
        if event.is_alias() {
            return Some(Pos { line: small(span.start.line()), column: small(span.start.col() + 1) });
        }
    }
    None
}

/// What the parser says, without the place, which the diagnostic gives already.
fn without_place(error: &Error) -> String {
    let text = error.render_with_formatter(&UserMessageFormatter);
    let first = text.lines().next().unwrap_or_default();
    first.rsplit_once(" at line ").map_or(first, |(message, _)| message).to_owned()
}

fn shape(error: &Error) -> String {
    match error {
        Error::Unexpected { expected, .. } => match *expected {
            "string scalar" => "one text belongs here, not a list or a group of keys".to_owned(),
            "sequence start" => "a list belongs here, each entry beginning with “- ”".to_owned(),
            "mapping start" => "a group of keys belongs here, each with its value".to_owned(),
            other => format!("expected {other}"),
        },
        Error::InvalidScalar { ty, .. } if ty.starts_with(['u', 'i']) => "a whole number belongs here".to_owned(),
        Error::InvalidScalar { ty: "bool", .. } | Error::InvalidBooleanStrict { .. } => {
            "“true” or “false” belongs here".to_owned()
        }
        other => without_place(other),
    }
}

/// Keys of personal data that people might think of.
const PERSONAL_KEYS: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "address",
    "home_address",
    "postcode",
    "birth_date",
    "birthdate",
    "birthday",
    "date_of_birth",
    "dob",
    "age",
    "gender",
    "sex",
    "ethnicity",
    "religion",
    "disability",
    "health",
    "diagnosis",
    "condition",
    "ni_number",
    "nino",
    "national_insurance",
    "nhs_number",
    "facebook_personal_url",
    "home_phone",
    "family",
    "spouse",
    "children",
    "sexuality",
    "union",
];

fn unknown_key(field: &str, expected: &[&str]) -> Trouble {
    if PERSONAL_KEYS.contains(&field.to_ascii_lowercase().as_str()) {
        return Trouble {
            code: Code::PersonalKey,
            message: format!("“{field}” is personal data, and no record holds any"),
            help: "delete the line, and the value from the history of the records if it was published".to_owned(),
            mendable: true,
        };
    }
    let near = expected
        .iter()
        .map(|key| (strsim::damerau_levenshtein(key, field), key))
        .filter(|(distance, key)| distance * 3 <= key.len().max(field.len()) + 1)
        .min();
    let help = match near {
        Some((_, near)) => format!("did you mean “{near}”? The keys here are: {}", expected.join(", ")),
        None => format!("the keys here are: {}", expected.join(", ")),
    };
    Trouble { code: Code::UnknownKey, message: format!("there is no key “{field}” here"), help, mendable: true }
}
