//! How a value of the wrong shape is written: in the shape that its record declares, filled with what the author wrote.

use super::{Declared, Shape};
use crate::yaml::{Node, NodeValue};

/// What stands for a value that only the author knows.
const OPEN: &str = "…";

/// The longest example, in characters: a longer one shows nobody anything.
const LONGEST: usize = 120;

/// How a value of a key, or an entry of a list, would be written in a shape; nothing where that cannot be told.
pub(super) fn of(key: Option<&str>, shape: &Shape, node: &Node<'_>) -> Option<String> {
    let shown = fill(shape, node)?;
    let example = key.map_or_else(|| format!("- {shown}"), |key| format!("{key}: {shown}"));
    (example.chars().count() <= LONGEST).then_some(example)
}

/// A value in a shape, as it would be written.
fn fill(shape: &Shape, node: &Node<'_>) -> Option<String> {
    match shape {
        Shape::Atom(..) => Some(quoted(first_scalar(node)?)),
        Shape::Number => {
            Some(first_scalar(node)?.trim().parse::<u32>().map_or_else(|_| "1".to_owned(), |n| n.to_string()))
        }
        Shape::Boolean => boolean(first_scalar(node)?).map(ToOwned::to_owned),
        Shape::List(item) => list(item, node),
        Shape::Group(declared) => group(declared, node),
        Shape::ByLanguage(_) | Shape::Texts => None,
    }
}

/// A list of which a value should have been.
fn list(item: &Shape, node: &Node<'_>) -> Option<String> {
    let entries: Vec<String> = match (&node.value, item) {
        // Keys that should have been values of each entry.
        (NodeValue::Group(pairs), Shape::Group(declared)) if !knows(declared, pairs) => {
            pairs.iter().map(|(key, value)| pair(declared, key, value)).collect::<Option<_>>()?
        }
        (NodeValue::Group(pairs), Shape::Atom(..)) => {
            pairs.iter().map(|(_, value)| fill(item, value)).collect::<Option<_>>()?
        }
        (NodeValue::List(values), _) => values.iter().map(|value| fill(item, value)).collect::<Option<_>>()?,
        _ => vec![fill(item, node)?],
    };
    Some(format!("[{}]", entries.join(", ")))
}

fn knows(declared: &Declared, pairs: &[(Node<'_>, Node<'_>)]) -> bool {
    pairs.iter().any(|(key, _)| key.text().is_some_and(|key| declared.key(key).is_some()))
}

/// An entry of a list that was written as a key with its value.
fn pair(declared: &Declared, key: &Node<'_>, value: &Node<'_>) -> Option<String> {
    let mut needed = declared.needed();
    let (first, second) = (needed.next()?.name, needed.next()?.name);
    Some(format!("{{{first}: {}, {second}: {}}}", quoted(key.text()?), quoted(first_scalar(value)?)))
}

/// A group of keys with a value under the key that it most likely belongs to.
fn group(declared: &Declared, node: &Node<'_>) -> Option<String> {
    if let NodeValue::Group(pairs) = &node.value {
        return Some(format!("{{{}}}", known_keys(declared, pairs)?));
    }
    let scalar = first_scalar(node)?;
    let truth = boolean(scalar);
    let of = |wanted: fn(&Shape) -> bool| declared.needed().find(|key| wanted(key.shape));
    let word = || of(|shape| matches!(shape, Shape::Boolean)).filter(|_| truth.is_some());
    let fitting = word().or_else(|| of(|shape| matches!(shape, Shape::Atom(..))))?.name;
    let keys: Vec<String> = declared
        .needed()
        .map(|key| match (key.name == fitting, key.shape, truth) {
            (true, Shape::Boolean, Some(truth)) => format!("{fitting}: {truth}"),
            (true, ..) => format!("{fitting}: {}", quoted(scalar)),
            (false, ..) => format!("{}: {OPEN}", key.name),
        })
        .collect();
    Some(format!("{{{}}}", keys.join(", ")))
}

/// The first keys of a group as they stand, for an entry that lacks its dash.
fn known_keys(declared: &Declared, pairs: &[(Node<'_>, Node<'_>)]) -> Option<String> {
    let shown = pairs.iter().take(2).map(|(key, value)| {
        let (_, key) = declared.key(key.text()?)?;
        Some(format!("{}: {}", key.name, fill(key.shape, value)?))
    });
    let shown = shown.collect::<Option<Vec<_>>>()?.join(", ");
    Some(if pairs.len() > 2 { format!("{shown}, {OPEN}") } else { shown })
}

/// The first text in a value.
fn first_scalar<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        _ if node.is_null() => None,
        NodeValue::Scalar(scalar) => Some(&scalar.text),
        NodeValue::List(values) => first_scalar(values.first()?),
        NodeValue::Group(pairs) => first_scalar(&pairs.first()?.1),
    }
}

/// What a word says that people write for true or false.
fn boolean(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" => Some("true"),
        "false" | "no" | "n" | "off" => Some("false"),
        _ => None,
    }
}

/// A text as it can stand between brackets.
fn quoted(text: &str) -> String {
    let plain = !text.is_empty()
        && text.trim() == text
        && text.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '…')
        && !text.contains([':', '#', ',', '[', ']', '{', '}', '"', '\\', '\n', '\'']);
    if plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}
