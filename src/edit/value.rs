use std::fmt::{Display, Write as _};

use super::Item;

/// A value to be written into a record file, in the plainest spelling that reads back as itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, quoted only where YAML needs it.
    Text(String),
    /// A number, date, word or id whose spelling is known to be plain YAML.
    Plain(String),
    /// A list on one line: `[a, b]`.
    List(Vec<Value>),
    /// A map on one line: `{name: A, gss: B}`.
    Map(Vec<(&'static str, Value)>),
    /// A list of maps, each in lines of its own where it does not stand between brackets.
    Entries(Vec<Item>),
    /// A map in lines of its own where it does not stand between brackets.
    Group(Item),
}

/// Whether a value stands on its own line or between brackets, where more characters have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Block,
    Flow,
}

/// The quotes that a person put around a text, kept when the text changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    AsNeeded,
    Single,
    Double,
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Something whose spelling is plain YAML: a number, a date, an id.
    pub fn plain(value: impl Display) -> Self {
        Self::Plain(format!("{value}"))
    }

    /// An id: a number stands as it is, and a word of YAML in quotes.
    pub fn id(id: impl Display) -> Self {
        let id = id.to_string();
        if id.bytes().all(|b| b.is_ascii_digit()) { Self::Plain(id) } else { Self::Text(id) }
    }

    /// The value on its own line, as it stands after `key: `.
    #[must_use]
    pub fn to_block(&self) -> String {
        self.write(Layout::Block, Quotes::AsNeeded)
    }

    pub(super) fn write(&self, context: Layout, quotes: Quotes) -> String {
        match self {
            Self::Text(text) => scalar(text, context, quotes),
            Self::Plain(text) => text.clone(),
            Self::List(values) => {
                let inner: Vec<String> = values.iter().map(|v| v.write(Layout::Flow, Quotes::AsNeeded)).collect();
                format!("[{}]", inner.join(", "))
            }
            Self::Map(entries) | Self::Group(Item(entries)) => format!("{{{}}}", flow_entries(entries)),
            Self::Entries(items) => {
                let inner: Vec<String> = items.iter().map(|item| format!("{{{}}}", flow_entries(&item.0))).collect();
                format!("[{}]", inner.join(", "))
            }
        }
    }
}

/// The inside of a map on one line.
pub(super) fn flow_entries(entries: &[(&'static str, Value)]) -> String {
    let inner: Vec<String> =
        entries.iter().map(|(key, v)| format!("{key}: {}", v.write(Layout::Flow, Quotes::AsNeeded))).collect();
    inner.join(", ")
}

fn scalar(text: &str, context: Layout, quotes: Quotes) -> String {
    let escapes = text.chars().any(needs_escape);
    match quotes {
        Quotes::AsNeeded if is_plain(text, context) => text.to_owned(),
        Quotes::Single if !escapes => single(text),
        Quotes::AsNeeded if !escapes && text.contains(['"', '\\']) => single(text),
        Quotes::AsNeeded | Quotes::Single | Quotes::Double => double(text),
    }
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if needs_escape(c) => {
                let _ = match u32::from(c) {
                    code @ 0..=0xffff => write!(out, "\\u{code:04X}"),
                    code => write!(out, "\\U{code:08X}"),
                };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a character cannot stand for itself between quotes on one line.
fn needs_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a text without quotes reads back as the same text, in YAML 1.2 and for older readers.
fn is_plain(text: &str, context: Layout) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let edges = text.trim() == text && !text.ends_with(':');
    let start = !"-?:,[]{}#&*!|>'\"%@`=~<".contains(first);
    let inside = !text.contains(": ") && !text.contains(" #") && !text.chars().any(needs_escape);
    let flow = context == Layout::Block || !text.contains([',', '[', ']', '{', '}', ':']);
    edges && start && inside && flow && !looks_like_another_type(text)
}

/// Whether some reader would take the text for a number, a date, a truth value or nothing.
fn looks_like_another_type(text: &str) -> bool {
    const WORDS: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan"];
    let lower = text.to_ascii_lowercase();
    let number_start = lower.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '+');
    // The letters of hexadecimal and octal numbers, of powers of ten, of infinity, and of times.
    let number_like = lower.chars().all(|c| c.is_ascii_digit() || "abcdefxointz._+-:".contains(c));
    WORDS.contains(&lower.as_str()) || (number_start && number_like)
}
