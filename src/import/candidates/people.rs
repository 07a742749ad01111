use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

use crate::atoms::PersonId;
use crate::edit::Step;
use crate::yaml::{Node, Value};

/// Where in a kind of record ids of people stand, as its declaration says.
pub(super) struct PeopleIn(Vec<Vec<Part>>);

/// A part of the way to such an id.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Key(String),
    AnyKey,
    Each,
}

/// How deep the declarations of records are looked into; they hold nothing deeper.
const DEEPEST: usize = 12;

impl PeopleIn {
    /// Finds the places of a kind of record.
    pub(super) fn of<T: JsonSchema>() -> Self {
        let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
        let (mut found, mut way) = (Vec::new(), Vec::new());
        look(schema.as_value(), schema.as_value(), &mut way, &mut found);
        Self(found)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ids that stand in such a record, each with the way to it.
    pub(super) fn look_at(&self, record: &Node<'_>) -> Vec<(Vec<Step>, PersonId)> {
        let mut found = Vec::new();
        for way in &self.0 {
            follow(record, way, &mut Vec::new(), &mut found);
        }
        found
    }
}

fn look(schema: &Json, root: &Json, way: &mut Vec<Part>, found: &mut Vec<Vec<Part>>) {
    if way.len() > DEEPEST {
        return;
    }
    if schema.get("$comment").and_then(Json::as_str) == Some(&*PersonId::schema_name()) {
        if !found.contains(way) {
            found.push(way.clone());
        }
        return;
    }
    let pointed = schema.get("$ref").and_then(Json::as_str).and_then(|to| root.pointer(to.strip_prefix('#')?));
    let either = ["anyOf", "allOf", "oneOf"].iter().filter_map(|key| schema.get(key)?.as_array()).flatten();
    for part in pointed.into_iter().chain(either) {
        look(part, root, way, found);
    }
    let properties = schema.get("properties").and_then(Json::as_object).into_iter().flatten();
    let named = properties.map(|(key, part)| (Part::Key(key.clone()), part));
    let any = schema.get("additionalProperties").filter(|part| part.is_object()).map(|part| (Part::AnyKey, part));
    let each = schema.get("items").map(|part| (Part::Each, part));
    for (step, part) in named.chain(any).chain(each) {
        way.push(step);
        look(part, root, way, found);
        way.pop();
    }
}

fn follow(at: &Node<'_>, way: &[Part], steps: &mut Vec<Step>, found: &mut Vec<(Vec<Step>, PersonId)>) {
    let Some((part, rest)) = way.split_first() else {
        found.extend(person(at).map(|person| (steps.clone(), person)));
        return;
    };
    let next: Vec<(Step, &Node<'_>)> = match (part, &at.value) {
        (Part::Each, Value::List(list)) => list.iter().enumerate().map(|(n, next)| (Step::Entry(n), next)).collect(),
        (Part::Key(_) | Part::AnyKey, Value::Group(pairs)) => {
            let named = pairs.iter().filter_map(|(key, next)| Some((key.text()?, next)));
            let wanted = named.filter(|(key, _)| !matches!(part, Part::Key(wanted) if wanted != key));
            wanted.map(|(key, next)| (Step::Key(key.to_owned()), next)).collect()
        }
        _ => Vec::new(),
    };
    for (step, next) in next {
        steps.push(step);
        follow(next, rest, steps, found);
        steps.pop();
    }
}

/// The id that a value says; a number may have zeros before it.
fn person(value: &Node<'_>) -> Option<PersonId> {
    let text = value.text()?;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.trim_start_matches('0') } else { text }.parse().ok()
}
