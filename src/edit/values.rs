use super::Step;
use crate::load::Shape;
use crate::yaml::{Node, NodeValue};

/// The values of one notation that stand in a record of this shape, each with the way to it.
#[must_use]
pub fn values_in(shape: &Shape, record: &Node<'_>, notation: &str) -> Vec<(Vec<Step>, String)> {
    let mut found = Vec::new();
    look(shape, record, notation, &mut Vec::new(), &mut found);
    found
}

fn look(shape: &Shape, at: &Node<'_>, notation: &str, way: &mut Vec<Step>, found: &mut Vec<(Vec<Step>, String)>) {
    let mut step = |step: Step, shape: &Shape, next: &Node<'_>| {
        way.push(step);
        look(shape, next, notation, way, found);
        way.pop();
    };
    match (shape, &at.value) {
        (Shape::Atom(known, _), _) if known.name == notation => {
            found.extend(at.text().map(|text| (way.clone(), text.to_owned())));
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
