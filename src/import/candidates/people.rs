use crate::atoms::{Atom as _, PersonId};
use crate::edit::{Step, values_in};
use crate::load::Shape;
use crate::yaml::Node;

/// The ids of people that stand in a record of this shape, each with the way to it.
pub(super) fn people_in(shape: &Shape, record: &Node<'_>) -> Vec<(Vec<Step>, PersonId)> {
    let all = values_in(shape, record, PersonId::NOTATION.name).into_iter();
    all.filter_map(|(way, text)| Some((way, person(&text)?))).collect()
}

/// The id that a text says; a number may have zeros before it.
fn person(text: &str) -> Option<PersonId> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.trim_start_matches('0') } else { text }.parse().ok()
}
