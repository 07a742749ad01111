use std::collections::BTreeMap;

use super::change::{Inserted, inserted};
use super::meaning::{Meaning, read};
use super::{Change, EditError, GroupPlace, Step};

/// Ok when the new text says what the old one does with the changes made, and nothing else.
pub(super) fn verify(old: Meaning, new: &str, changes: &[Change]) -> Result<(), EditError> {
    let mut wanted = old;
    for change in changes {
        expect(&mut wanted, change)?;
    }
    insert_items(&mut wanted, changes)?;
    let found = read(new).map_err(|_| EditError::Unfaithful)?;
    if Meaning::of(&found) == wanted { Ok(()) } else { Err(EditError::Unfaithful) }
}

/// Whether a key that is to be set has its value already.
pub(super) fn is_made(record: &Meaning, change: &Change) -> bool {
    let Change::Set { place, key, value } = change else { return false };
    let present = record.at(&[place.steps(), vec![Step::Key((*key).to_owned())]].concat());
    present.is_some_and(|present| Meaning::of_value(value).is_ok_and(|wanted| *present == wanted))
}

fn expect(record: &mut Meaning, change: &Change) -> Result<(), EditError> {
    match change {
        Change::Set { place, key, value } => {
            map_at(record, place)?.insert((*key).to_owned(), Meaning::of_value(value)?);
        }
        Change::Extend { place, key, values } => {
            let list = list_at(map_at(record, place)?, key)?;
            list.extend(values.iter().map(Meaning::of_value).collect::<Result<Vec<_>, _>>()?);
        }
        Change::Replace { path, value } => {
            let at = record.at_mut(path).ok_or_else(|| EditError::NoPlace("value".to_owned()))?;
            *at = Meaning::of_value(value)?;
        }
        Change::Remove { place, key } => {
            map_at(record, place)?.remove(*key);
        }
        Change::Insert { .. } => {}
    }
    Ok(())
}

fn insert_items(record: &mut Meaning, changes: &[Change]) -> Result<(), EditError> {
    for ((steps, list), items) in inserted(changes) {
        let values = list_at(map_at(record, &GroupPlace::At(steps))?, list)?;
        let end = values.len();
        for Inserted { index, item, .. } in items.into_iter().rev() {
            values.insert(index.min(end), Meaning::of_item(item)?);
        }
    }
    Ok(())
}

/// The list under a key, which is made if nothing stands there.
fn list_at<'a>(map: &'a mut BTreeMap<String, Meaning>, key: &str) -> Result<&'a mut Vec<Meaning>, EditError> {
    let list = map.entry(key.to_owned()).or_insert(Meaning::Nothing);
    if *list == Meaning::Nothing {
        *list = Meaning::List(Vec::new());
    }
    if let Meaning::List(list) = list { Ok(list) } else { Err(EditError::Unfaithful) }
}

fn map_at<'a>(record: &'a mut Meaning, place: &GroupPlace) -> Result<&'a mut BTreeMap<String, Meaning>, EditError> {
    match record.at_mut(&place.steps()) {
        Some(Meaning::Map(map)) => Ok(map),
        _ => Err(EditError::NoPlace(place.to_string())),
    }
}
