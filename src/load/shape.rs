//! How a value of the wrong shape is written: in the shape that its record declares, filled with what the author wrote.

use serde_json::Value;

use super::written::{Found, Step, Written, value_at};
use crate::diagnostic::Pos;

/// What stands for a value that only the author knows.
const OPEN: &str = "…";

/// The longest example, in characters: a longer one shows nobody anything.
const LONGEST: usize = 120;

/// How a value at a place would be written in the shape that a schema asks for; nothing where that cannot be told.
pub(super) fn example(schema: &Value, yaml: &str, pos: Pos) -> Option<String> {
    let Found { way, value } = value_at(yaml, pos)?;
    let declared = Declared { root: schema };
    let place = declared.at(&way)?;
    let shown = declared.fill(place, &value)?;
    let example = match way.last()? {
        Step::Key(key) => format!("{key}: {shown}"),
        Step::Entry => format!("- {shown}"),
    };
    (example.chars().count() <= LONGEST).then_some(example)
}

/// The shapes that a JSON Schema declares.
struct Declared<'s> {
    root: &'s Value,
}

/// What belongs in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Number,
    Boolean,
    List,
    Group,
}

impl<'s> Declared<'s> {
    /// What is declared at the end of a way.
    fn at(&self, way: &[Step]) -> Option<&'s Value> {
        let mut place = self.resolve(self.root);
        for step in way {
            place = self.resolve(match step {
                Step::Entry => place.get("items")?,
                Step::Key(key) => {
                    let own = place.get("properties").and_then(|keys| keys.get(key));
                    own.or_else(|| place.get("additionalProperties").filter(|more| more.is_object()))?
                }
            });
        }
        Some(place)
    }

    /// A declaration without what only points at it, or says that it may be left out.
    fn resolve(&self, mut place: &'s Value) -> &'s Value {
        loop {
            let named = place.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#'));
            let some =
                |list: &'s Value| list.as_array()?.iter().find(|one| one.get("type").is_none_or(|t| t != "null"));
            let one = named.and_then(|name| self.root.pointer(name)).or_else(|| {
                let list = ["anyOf", "allOf", "oneOf"].iter().find_map(|key| place.get(*key))?;
                some(list)
            });
            match one {
                Some(next) => place = next,
                None => return place,
            }
        }
    }

    fn shape(&self, place: &Value) -> Option<Shape> {
        let types = place.get("type")?;
        let has = |name: &str| types == name || types.as_array().is_some_and(|list| list.iter().any(|one| one == name));
        // Ids may be numbers too, and are texts.
        [
            ("string", Shape::Text),
            ("integer", Shape::Number),
            ("boolean", Shape::Boolean),
            ("array", Shape::List),
            ("object", Shape::Group),
        ]
        .into_iter()
        .find_map(|(name, shape)| has(name).then_some(shape))
    }

    /// A value in the shape of a place, as it would be written.
    fn fill(&self, place: &'s Value, value: &Written) -> Option<String> {
        match self.shape(place)? {
            Shape::Text => Some(quoted(&first_scalar(value)?)),
            Shape::Number => {
                Some(first_scalar(value)?.trim().parse::<u32>().map_or_else(|_| "1".to_owned(), |n| n.to_string()))
            }
            Shape::Boolean => boolean(&first_scalar(value)?).map(ToOwned::to_owned),
            Shape::List => self.list(self.resolve(place.get("items")?), value),
            Shape::Group => self.group(place, value),
        }
    }

    /// A list of which a value should have been.
    fn list(&self, item: &'s Value, value: &Written) -> Option<String> {
        let entries: Vec<String> = match value {
            // Keys that should have been values of each entry.
            Written::Group(keys) if self.shape(item)? == Shape::Group && !self.knows(item, keys) => {
                keys.iter().map(|(key, value)| self.pair(item, key, value)).collect::<Option<_>>()?
            }
            Written::Group(keys) if self.shape(item)? == Shape::Text => {
                keys.iter().map(|(_, value)| self.fill(item, value)).collect::<Option<_>>()?
            }
            Written::List(values) => values.iter().map(|value| self.fill(item, value)).collect::<Option<_>>()?,
            value => vec![self.fill(item, value)?],
        };
        Some(format!("[{}]", entries.join(", ")))
    }

    fn knows(&self, item: &Value, keys: &[(String, Written)]) -> bool {
        let known = item.get("properties");
        keys.iter().any(|(key, _)| known.is_some_and(|known| known.get(key).is_some()))
    }

    /// An entry of a list that was written as a key with its value.
    fn pair(&self, item: &'s Value, key: &str, value: &Written) -> Option<String> {
        let [first, second, ..] = required(item)[..] else { return None };
        Some(format!("{{{first}: {}, {second}: {}}}", quoted(key), quoted(&first_scalar(value)?)))
    }

    /// A group of keys with a value under the key that it most likely belongs to.
    fn group(&self, place: &'s Value, value: &Written) -> Option<String> {
        let scalar = match value {
            Written::Group(keys) => return Some(format!("{{{}}}", self.known_keys(place, keys)?)),
            value => first_scalar(value)?,
        };
        let needed = required(place);
        let of = |shape: Shape| needed.iter().find(|key| self.key_shape(place, key) == Some(shape));
        let fitting = match boolean(&scalar) {
            Some(_) => of(Shape::Boolean).or_else(|| of(Shape::Text)),
            None => of(Shape::Text),
        };
        let fitting = fitting?;
        let keys: Vec<String> = needed
            .iter()
            .map(|key| match key == fitting {
                true => {
                    let truth = boolean(&scalar).filter(|_| self.key_shape(place, key) == Some(Shape::Boolean));
                    format!("{key}: {}", truth.map_or_else(|| quoted(&scalar), ToOwned::to_owned))
                }
                false => format!("{key}: {OPEN}"),
            })
            .collect();
        Some(format!("{{{}}}", keys.join(", ")))
    }

    /// The first keys of a group as they stand, for an entry that lacks its dash.
    fn known_keys(&self, place: &'s Value, keys: &[(String, Written)]) -> Option<String> {
        let shown = keys.iter().take(2).map(|(key, value)| {
            let place = self.at_key(place, key)?;
            Some(format!("{key}: {}", self.fill(place, value)?))
        });
        let shown = shown.collect::<Option<Vec<_>>>()?.join(", ");
        Some(if keys.len() > 2 { format!("{shown}, {OPEN}") } else { shown })
    }

    fn at_key(&self, place: &'s Value, key: &str) -> Option<&'s Value> {
        Some(self.resolve(place.get("properties")?.get(key)?))
    }

    fn key_shape(&self, place: &'s Value, key: &str) -> Option<Shape> {
        self.shape(self.at_key(place, key)?)
    }
}

fn required(place: &Value) -> Vec<&str> {
    place.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The first text in a value.
fn first_scalar(value: &Written) -> Option<String> {
    match value {
        Written::Scalar(text) => Some(text.clone()),
        Written::List(values) => first_scalar(values.first()?),
        Written::Group(keys) => first_scalar(&keys.first()?.1),
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
