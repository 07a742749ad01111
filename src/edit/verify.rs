use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Change, EditError, Item, Place, Step, Value};

/// Holds when the new text says what the old text says with the changes made, and nothing else.
pub(super) fn verify(old: &str, new: &str, changes: &[Change]) -> Result<(), EditError> {
    let mut wanted = read(old)?;
    for change in changes {
        expect(&mut wanted, change)?;
    }
    insert_items(&mut wanted, changes)?;
    let found = read(new).map_err(|_| EditError::Unfaithful)?;
    if found == wanted { Ok(()) } else { Err(EditError::Unfaithful) }
}

/// Whether a key that is to be set has its value already.
pub(super) fn is_made(record: &Json, change: &Change) -> bool {
    let Change::Set { place, key, value, .. } = change else { return false };
    let map = match place {
        Place::Root => Some(record),
        Place::InMap(map) => record.get(map),
        Place::InList { list, index } => record.get(list).and_then(|list| list.get(index)),
    };
    map.and_then(|map| map.get(key)).is_some_and(|present| json(value).is_ok_and(|wanted| *present == wanted))
}

/// Whether a text is a way to write a value.
pub(super) fn says(text: &str, value: &Value) -> bool {
    read(text).is_ok_and(|found| json(value).is_ok_and(|wanted| found == wanted))
}

/// What the text of a record file says.
///
/// # Errors
/// When it cannot be read as YAML.
pub fn read(text: &str) -> Result<Json, EditError> {
    serde_saphyr::from_str(text).map_err(|e| EditError::Unreadable(e.to_string()))
}

fn expect(record: &mut Json, change: &Change) -> Result<(), EditError> {
    match change {
        Change::Set { place, key, value, .. } => {
            map_at(record, place)?.insert((*key).to_owned(), json(value)?);
        }
        Change::Extend { place, key, values, .. } => {
            let list = map_at(record, place)?.entry(*key).or_insert(Json::Null);
            if list.is_null() {
                *list = Json::Array(Vec::new());
            }
            let list = list.as_array_mut().ok_or(EditError::Unfaithful)?;
            list.extend(values.iter().map(json).collect::<Result<Vec<_>, _>>()?);
        }
        Change::Replace { path, value } => {
            let mut at = record;
            for step in path {
                let next = match step {
                    Step::Key(key) => at.get_mut(key),
                    Step::Entry(index) => at.get_mut(index),
                };
                at = next.ok_or_else(|| EditError::NoPlace("value".to_owned()))?;
            }
            *at = json(value)?;
        }
        Change::Remove { place, key } => {
            map_at(record, place)?.remove(*key);
        }
        Change::Insert { .. } => {}
    }
    Ok(())
}

fn insert_items(record: &mut Json, changes: &[Change]) -> Result<(), EditError> {
    let mut lists: BTreeMap<&str, Vec<(usize, &Item)>> = BTreeMap::new();
    for change in changes {
        if let Change::Insert { list, index, item } = change {
            lists.entry(list).or_default().push((*index, item));
        }
    }
    let root = map_at(record, &Place::Root)?;
    for (list, mut items) in lists {
        items.sort_by_key(|(index, _)| *index);
        let slot = root.entry(list).or_insert(Json::Null);
        if slot.is_null() {
            *slot = Json::Array(Vec::new());
        }
        let values = slot.as_array_mut().ok_or(EditError::Unfaithful)?;
        for (index, item) in items.into_iter().rev() {
            let at = index.min(values.len());
            values.insert(at, map(&item.0)?);
        }
    }
    Ok(())
}

fn map_at<'a>(record: &'a mut Json, place: &Place) -> Result<&'a mut serde_json::Map<String, Json>, EditError> {
    let map = match place {
        Place::Root => Some(record),
        Place::InMap(map) => record.get_mut(map),
        Place::InList { list, index } => record.get_mut(list).and_then(|l| l.get_mut(index)),
    };
    map.and_then(Json::as_object_mut).ok_or_else(|| EditError::NoPlace("map".to_owned()))
}

fn json(value: &Value) -> Result<Json, EditError> {
    match value {
        Value::Text(text) => Ok(Json::String(text.clone())),
        Value::Plain(text) => read(text),
        Value::List(values) => values.iter().map(json).collect::<Result<_, _>>().map(Json::Array),
        Value::Map(entries) => map(entries),
    }
}

fn map(entries: &[(&'static str, Value)]) -> Result<Json, EditError> {
    let pairs: Result<_, EditError> = entries.iter().map(|(k, v)| Ok(((*k).to_owned(), json(v)?))).collect();
    pairs.map(Json::Object)
}
