use crate::atoms::{Atom as _, PersonId};
use crate::edit::Step;
use crate::load::Shape;
use crate::yaml::{Node, NodeValue};

/// The ids of people that stand in a record of this shape, each with the way to it.
pub(super) fn people_in(shape: &Shape, record: &Node<'_>) -> Vec<(Vec<Step>, PersonId)> {
    let mut found = Vec::new();
    look(shape, record, &mut Vec::new(), &mut found);
    found
}

fn look(shape: &Shape, at: &Node<'_>, way: &mut Vec<Step>, found: &mut Vec<(Vec<Step>, PersonId)>) {
    let mut step = |step: Step, shape: &Shape, next: &Node<'_>| {
        way.push(step);
        look(shape, next, way, found);
        way.pop();
    };
    match (shape, &at.value) {
        (Shape::Atom(notation), _) if notation.name == PersonId::NOTATION.name => {
            found.extend(person(at).map(|person| (way.clone(), person)));
        }
        (Shape::List(item), NodeValue::List(entries)) => {
            entries.iter().enumerate().for_each(|(n, next)| step(Step::Entry(n), item, next));
        }
        (Shape::ByLanguage(item), NodeValue::Group(pairs)) => {
            let named = pairs.iter().filter_map(|(key, next)| Some((key.text()?, next)));
            named.for_each(|(key, next)| step(Step::Key(key.to_owned()), item, next));
        }
        (Shape::Group(declared), NodeValue::Group(_)) => {
            let present = declared.keys().filter_map(|key| Some((key, at.get(key.name)?)));
            present.for_each(|(key, next)| step(Step::Key(key.name.to_owned()), key.shape, next));
        }
        _ => {}
    }
}

/// The id that a value says; a number may have zeros before it.
fn person(value: &Node<'_>) -> Option<PersonId> {
    let text = value.text()?;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.trim_start_matches('0') } else { text }.parse().ok()
}
