use std::collections::BTreeMap;
use std::fmt;

use super::{Item, Value};
use crate::load::Declared;

/// A map of a record file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupPlace {
    /// The file's own map.
    Root,
    /// The map under a key of the file's own map.
    InMap(&'static str),
    /// A map in a list of the file's own map.
    InList {
        /// The key of the list.
        list: &'static str,
        /// Which one of the list as it was before any change, from 0.
        index: usize,
    },
    /// A map that stands deeper, by the way to it from the file's own map.
    At(Vec<Step>),
}

/// A step on the way to something in a record file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To what stands under a key of a map.
    Key(String),
    /// To an entry of a list as it was before any change, from 0.
    Entry(usize),
}

impl GroupPlace {
    /// The way to the map, from the file's own.
    pub(super) fn steps(&self) -> Vec<Step> {
        match self {
            Self::Root => Vec::new(),
            Self::InMap(key) => vec![Step::Key((*key).to_owned())],
            Self::InList { list, index } => vec![Step::Key((*list).to_owned()), Step::Entry(*index)],
            Self::At(way) => way.clone(),
        }
    }

    /// The keys that stand before another one in such a map, as the record is declared.
    pub(super) fn keys_before(&self, key: &str, record: &Declared) -> Vec<&'static str> {
        let declared = self.steps().iter().try_fold(record, |record, step| match step {
            Step::Key(key) => record.group(key),
            Step::Entry(_) => Some(record),
        });
        let keys = declared.into_iter().flat_map(Declared::keys).map(|known| known.name);
        keys.take_while(|known| *known != key).collect()
    }
}

impl fmt::Display for GroupPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("map"),
            Self::InMap(key) => write!(f, "map under “{key}”"),
            Self::InList { list, index } => write!(f, "entry {} in “{list}”", index + 1),
            Self::At(way) => {
                let step = |step: &Step| match step {
                    Step::Key(key) => format!("“{key}”"),
                    Step::Entry(index) => format!("entry {}", index + 1),
                };
                f.write_str(&way.iter().map(step).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// One wanted change to a record file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Gives a key a value; a text keeps the kind of quotes that it had, a list its shape. Nothing happens when it has that value.
    /// A missing key is put where the declaration of the record has it.
    Set {
        /// The map that holds the key.
        place: GroupPlace,
        /// The key.
        key: &'static str,
        /// Its new value.
        value: Value,
    },
    /// Puts entries at the end of a list of texts, which keeps its shape, and makes one where none is.
    Extend {
        /// The map that holds the list.
        place: GroupPlace,
        /// The key of the list.
        key: &'static str,
        /// The new entries.
        values: Vec<Value>,
    },
    /// Gives something that stands anywhere in the file another value; a text keeps the kind of quotes that it had.
    Replace {
        /// The way to it, from the file's own map.
        path: Vec<Step>,
        /// Its new value.
        value: Value,
    },
    /// Takes a key with its value away; nothing happens when it is missing.
    Remove {
        /// The map that holds the key.
        place: GroupPlace,
        /// The key.
        key: &'static str,
    },
    /// Puts an entry into a list, before the one that was at `index`, and makes a list where none is.
    /// Entries with one index stand in the order of the changes.
    Insert {
        /// The map that holds the list.
        place: GroupPlace,
        /// The key of the list.
        list: &'static str,
        /// The place in the list as it was before any change; its length appends.
        index: usize,
        /// The entry.
        item: Item,
    },
}

/// What is to be put into a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inserted<'c> {
    pub(super) place: &'c GroupPlace,
    pub(super) index: usize,
    pub(super) item: &'c Item,
}

/// The way to the map that holds a list, and the key of the list.
pub(super) type ListPlace = (Vec<Step>, &'static str);

/// The new entries of each list, which is named by the way to its map and its key, in their order. Lists that stand deeper come
/// first, so that no entry moves before its turn.
pub(super) fn inserted<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Vec<(ListPlace, Vec<Inserted<'c>>)> {
    let mut lists = BTreeMap::<_, Vec<_>>::new();
    for change in changes {
        if let Change::Insert { place, list, index, item } = change {
            lists.entry((place.steps(), *list)).or_default().push(Inserted { place, index: *index, item });
        }
    }
    lists.values_mut().for_each(|entries| entries.sort_by_key(|entry| entry.index));
    lists.into_iter().rev().collect()
}

/// Why a file cannot be changed without harm; the text is left as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The text cannot be read as YAML.
    Unreadable(String),
    /// The place to be changed is not there, or is not a map or list.
    NoPlace(String),
    /// The changed text would not say exactly what was wanted.
    Unfaithful,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "it cannot be read as YAML: {why}"),
            Self::NoPlace(what) => write!(f, "it has no {what} to change"),
            Self::Unfaithful => f.write_str("its way of writing YAML cannot be edited safely"),
        }
    }
}

impl std::error::Error for EditError {}
