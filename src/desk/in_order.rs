use crate::edit::{Item, Value};
use crate::load::{Declared, RecordValue, Shape};

/// Keys of a record, put in the order in which they are declared.
pub(super) fn in_order<R: RecordValue>(keys: Vec<(&'static str, Value)>) -> Item {
    if let Shape::Group(declared) = R::SHAPE { in_order_of(declared, keys) } else { Item(keys) }
}

/// Keys, put in the order of a declaration.
pub(super) fn in_order_of(declared: &Declared, mut keys: Vec<(&'static str, Value)>) -> Item {
    let names: Vec<&str> = declared.keys().map(|key| key.name).collect();
    keys.sort_by_key(|(key, _)| names.iter().position(|name| name == key));
    Item(keys)
}
