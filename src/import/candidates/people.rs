use crate::atoms::{Atom as _, PersonId};
use crate::edit::Step;
use crate::load::Shape;
use crate::yaml::{Node, Value};

/// Where in a kind of record ids of people stand, as its declaration says.
pub(super) struct PeopleIn(Vec<Vec<Part>>);

/// A part of the way to such an id.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Key(&'static str),
    AnyKey,
    Each,
}

impl PeopleIn {
    /// Finds the places of a kind of record.
    pub(super) fn of(shape: &Shape) -> Self {
        let (mut found, mut way) = (Vec::new(), Vec::new());
        look(shape, &mut way, &mut found);
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

fn look(shape: &Shape, way: &mut Vec<Part>, found: &mut Vec<Vec<Part>>) {
    let below: Vec<(Part, &Shape)> = match shape {
        Shape::Atom(notation) if notation.name == PersonId::NOTATION.name => return found.push(way.clone()),
        Shape::List(item) => vec![(Part::Each, item)],
        Shape::ByLanguage(item) => vec![(Part::AnyKey, item)],
        Shape::Group(declared) => declared.keys().map(|key| (Part::Key(key.name), key.shape)).collect(),
        Shape::Atom(_) | Shape::Number | Shape::Boolean | Shape::Texts => Vec::new(),
    };
    for (part, shape) in below {
        way.push(part);
        look(shape, way, found);
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
