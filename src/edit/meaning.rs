use std::collections::BTreeMap;

use super::value::Value;
use super::{EditError, Item, Step};
use crate::diagnostic::Code;
use crate::yaml::{self, Node, Style, tree};

/// What a value says, however it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    Nothing,
    /// A number or truth value.
    Word(String),
    Text(String),
    List(Vec<Meaning>),
    Map(BTreeMap<String, Meaning>),
}

impl Meaning {
    pub(super) fn of(node: &Node<'_>) -> Self {
        match &node.value {
            yaml::NodeValue::Scalar(_) if node.is_null() => Self::Nothing,
            yaml::NodeValue::Scalar(scalar) if scalar.style == Style::Plain && is_word(&scalar.text) => {
                Self::Word(scalar.text.to_string())
            }
            yaml::NodeValue::Scalar(scalar) => Self::Text(scalar.text.to_string()),
            yaml::NodeValue::List(entries) => Self::List(entries.iter().map(Self::of).collect()),
            yaml::NodeValue::Group(pairs) => {
                let pair = |(key, value): &(Node<'_>, Node<'_>)| Some((key.text()?.to_owned(), Self::of(value)));
                Self::Map(pairs.iter().filter_map(pair).collect())
            }
        }
    }

    /// What a value that is to be written says.
    pub(super) fn of_value(value: &Value) -> Result<Self, EditError> {
        Ok(match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Plain(text) => Self::of(&read(text)?),
            Value::List(values) => Self::List(values.iter().map(Self::of_value).collect::<Result<_, _>>()?),
            Value::Map(pairs) | Value::Group(Item(pairs)) => Self::of_pairs(pairs)?,
            Value::Entries(items) => Self::List(items.iter().map(Self::of_item).collect::<Result<_, _>>()?),
        })
    }

    pub(super) fn of_item(Item(pairs): &Item) -> Result<Self, EditError> {
        Self::of_pairs(pairs)
    }

    fn of_pairs(pairs: &[(&'static str, Value)]) -> Result<Self, EditError> {
        let pair = |(key, value): &(&str, Value)| Ok(((*key).to_owned(), Self::of_value(value)?));
        pairs.iter().map(pair).collect::<Result<_, _>>().map(Self::Map)
    }

    /// What stands at the end of a way.
    pub(super) fn at(&self, way: &[Step]) -> Option<&Self> {
        way.iter().try_fold(self, |at, step| match (at, step) {
            (Self::Map(map), Step::Key(key)) => map.get(key),
            (Self::List(list), Step::Entry(index)) => list.get(*index),
            _ => None,
        })
    }

    pub(super) fn at_mut(&mut self, way: &[Step]) -> Option<&mut Self> {
        way.iter().try_fold(self, |at, step| match (at, step) {
            (Self::Map(map), Step::Key(key)) => map.get_mut(key),
            (Self::List(list), Step::Entry(index)) => list.get_mut(*index),
            _ => None,
        })
    }
}

/// Whether YAML takes a text without quotes for a number or truth value.
fn is_word(text: &str) -> bool {
    let digits = |prefix: &str, radix| {
        text.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_digit(radix)))
    };
    let is_number = text.contains(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    is_number
        || digits("0x", 16)
        || digits("0o", 8)
        || ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The tree of the text of a record file.
///
/// # Errors
/// When it cannot be read as YAML, or holds nothing.
pub fn read(text: &str) -> Result<Node<'_>, EditError> {
    let tree = tree(text);
    // A note that was meant to be read is no reason not to change something else.
    let hides_words = |code| matches!(code, Code::UnquotedHash | Code::UnquotedColour);
    match tree.troubles.into_iter().find(|trouble| !hides_words(trouble.code)) {
        Some(trouble) => Err(EditError::Unreadable(trouble.message)),
        None => tree.root.ok_or_else(|| EditError::NoPlace("map".to_owned())),
    }
}
