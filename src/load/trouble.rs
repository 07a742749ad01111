use serde_saphyr::granit_parser::{self, Event};
use serde_saphyr::{Error, UserMessageFormatter};

use super::twice::Twice;
use super::yaml::{DEEPEST, place_of};
use crate::atoms::near;
use crate::diagnostic::{Code, Pos};

/// Where the parser says that something is wrong.
pub(super) fn place(error: &Error) -> Pos {
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX).max(1);
    error.location().map_or(Pos::START, |l| Pos { line: small(l.line()), column: small(l.column()) })
}

/// What a parser's error means to the author.
pub(super) struct Trouble {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: String,
    /// What goes with it so that the rest of the file can still be read.
    pub(super) extent: Extent,
}

/// How much of a file goes with what is wrong in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The entry.
    Entry,
    /// The entry and those after it in the same group.
    Rest,
    /// All of it.
    File,
}

pub(super) fn describe(error: &Error, text: &str) -> Trouble {
    match error {
        Error::SerdeUnknownField { field, expected, .. } => unknown_key(field, expected),
        Error::DuplicateMappingKey { key, .. } => {
            duplicate_key(key.as_deref().unwrap_or("?"), Twice::at(text, place(error)).as_ref())
        }
        Error::Budget { .. }
        | Error::MultipleDocuments { .. }
        | Error::AliasError { .. }
        | Error::UnknownAnchor { .. } => too_complex(),
        Error::Unexpected { expected: "mapping start", .. } if !is_group(text) => Trouble {
            code: Code::WrongShape,
            message: "this record is no group of keys, each with its value".to_owned(),
            help: "see docs/record-format.md for the keys of this record".to_owned(),
            extent: Extent::File,
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
            help: match error {
                Error::InvalidScalar { ty: "bool", .. } | Error::InvalidBooleanStrict { .. } => {
                    "YAML takes other words, such as yes or on, for texts: write true or false, without quotes"
                        .to_owned()
                }
                _ => "see docs/record-format.md for how this key is written".to_owned(),
            },
            extent: Extent::Entry,
        },
        other => syntax(&without_place(other)),
    }
}

fn syntax(what: &str) -> Trouble {
    let help = if what.contains("escape") || what.contains("surrogate") {
        "write the character itself, or put the text between single quotes, in which “\\” means itself"
    } else {
        "put the value in quotes, or write “|” after the key and the text indented on the next lines; \
         a quote left open above or a line out of step with its neighbours does the same"
    };
    let message = format!("YAML trips over this: {what}");
    Trouble { code: Code::YamlSyntax, message, help: help.to_owned(), extent: Extent::File }
}

pub(super) fn too_complex() -> Trouble {
    Trouble {
        code: Code::TooComplex,
        message: format!(
            "records may not use aliases (*name), hold several documents (---) or nest more than {DEEPEST} levels"
        ),
        help: "write the values out, one record for each file; a text that begins with “*” or “&” needs quotes"
            .to_owned(),
        extent: Extent::File,
    }
}

/// Where a text first uses an alias or nests too deeply. Asked only of a text that has some trouble, since
/// such a file is to be refused as such, whatever else is wrong with it.
pub(super) fn first_excess(yaml: &str, trouble: Pos) -> Option<Pos> {
    let mut parser = granit_parser::Parser::new_from_str(yaml);
    let mut depth = 0;
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth -= 1,
            _ => {}
        }
        if event.is_alias() || depth > DEEPEST {
            return Some(place_of(span.start));
        }
    }
    too_many_brackets(yaml, trouble)
}

/// Whether a text can be read as YAML, whatever it says.
pub(super) fn is_well_formed(yaml: &str) -> bool {
    let mut parser = granit_parser::Parser::new_from_str(yaml);
    std::iter::from_fn(|| parser.next_event()).all(|event| event.is_ok())
}

/// Whether nothing stands where a text belongs.
pub(super) fn is_null(error: &Error) -> bool {
    matches!(error, Error::NullIntoString { .. })
}

/// Where a line on which the parser gave up opens more brackets than may stand in each other: of brackets
/// that never close the parser tells nothing.
fn too_many_brackets(yaml: &str, trouble: Pos) -> Option<Pos> {
    let line = yaml.lines().nth(trouble.line.checked_sub(1)? as usize)?;
    let mut depth = 0_usize;
    for (column, c) in line.chars().enumerate() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(Pos { line: trouble.line, column: u32::try_from(column + 1).unwrap_or(u32::MAX) });
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
        Error::InvalidScalar { ty, .. } if ty.starts_with(['u', 'i']) => {
            format!("a whole number from 0 to {} belongs here", u32::MAX)
        }
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
            help: match expected.contains(&"contact") {
                true => {
                    "move it into “contact:”, “complaints:” or “imprint:”, if it is the campaign's own; else delete the line"
                }
                false => "delete the line, and the value from the history of the records if it was published",
            }
            .to_owned(),
            extent: Extent::Entry,
        };
    }
    let help = match near(field, expected.iter().copied()) {
        Some(near) => format!("did you mean “{near}”? The keys here are: {}", expected.join(", ")),
        None => format!("the keys here are: {}", expected.join(", ")),
    };
    Trouble {
        code: Code::UnknownKey, message: format!("there is no key “{field}” here"), help, extent: Extent::Entry
    }
}

/// A key that stands twice. What is only in one of the two places must not be lost.
fn duplicate_key(key: &str, twice: Option<&Twice>) -> Trouble {
    let message = match twice {
        Some(Twice { first, .. }) => format!("the key “{key}” stands here twice, first on line {first}"),
        None => format!("the key “{key}” stands here twice"),
    };
    match twice {
        Some(Twice { lost_dash: true, .. }) => Trouble {
            code: Code::DuplicateKey,
            message: format!("{message}: the next entry of the list seems to begin here, without its dash"),
            help: format!("write “- {key}:”, with the dash under that of the entry above"),
            extent: Extent::Rest,
        },
        _ => Trouble {
            code: Code::DuplicateKey,
            message,
            help: "compare the two, and put all that is true into one of them; if they are of two entries of a list, a “- ” is \
                   missing before the second"
                .to_owned(),
            extent: Extent::Entry,
        },
    }
}

/// Whether a text is a group of keys as a whole.
fn is_group(text: &str) -> bool {
    let mut parser = granit_parser::Parser::new_from_str(text);
    while let Some(Ok((event, _))) = parser.next_event() {
        match event {
            Event::MappingStart(..) => return true,
            Event::SequenceStart(..) | Event::Scalar(..) | Event::Alias(..) => return false,
            _ => {}
        }
    }
    false
}
