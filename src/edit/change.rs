use std::fmt;

use super::Value;
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
}

/// A step on the way to something in a record file.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        }
    }

    /// The keys that stand before another one in such a map, as the record is declared.
    pub(super) fn keys_before(&self, key: &str, record: &Declared) -> Vec<&'static str> {
        let declared = match self {
            Self::Root => Some(record),
            Self::InMap(within) | Self::InList { list: within, .. } => record.group(within),
        };
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
        }
    }
}

/// An entry for a list: its keys in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry(pub Vec<(&'static str, Value)>);

impl NewEntry {
    /// The entry as lines of a block list, with the dash at `indent`.
    #[must_use]
    pub fn to_block(&self, indent: usize) -> Vec<String> {
        let pad = " ".repeat(indent);
        let lead = |n: usize| if n == 0 { "- " } else { "  " };
        let line = |(n, (key, value)): (usize, &(&str, Value))| format!("{pad}{}{key}: {}", lead(n), value.to_block());
        self.0.iter().enumerate().map(line).collect()
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
    /// Puts an entry into a list of the file's own map, before the one that was at `index`.
    /// Entries with one index stand in the order of the changes.
    Insert {
        /// The key of the list.
        list: &'static str,
        /// The place in the list as it was before any change; its length appends.
        index: usize,
        /// The entry.
        item: NewEntry,
    },
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
