use crate::edit::{Item, Value};
use crate::load::{Declared, RecordValue, Shape};

/// Keys of a record, put in the order in which they are declared.
pub(super) fn in_order<R: RecordValue>(mut keys: Vec<(&'static str, Value)>) -> Item {
    let declared = if let Shape::Group(declared) = R::SHAPE { Some(*declared) } else { None };
    let names: Vec<&str> = declared.into_iter().flat_map(Declared::keys).map(|key| key.name).collect();
    keys.sort_by_key(|(key, _)| names.iter().position(|name| name == key));
    Item(keys)
}
