use crate::atoms::{Malformed, Notation};

/// Reads a text, and gives it as a record spells it.
pub type Spelling = fn(&str) -> Result<String, Malformed>;

/// A record, or a group of keys in one, as its struct declares it.
#[derive(Debug)]
pub struct Declared {
    /// The name of the struct.
    pub name: &'static str,
    /// What it is.
    pub meaning: &'static str,
    /// Its own keys, in the order in which they are written.
    pub own: &'static [Key],
    /// The group whose keys stand among its own, after them.
    pub more: Option<&'static Declared>,
}

/// A key of a record.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Whether the record is an error without it.
    pub needed: bool,
    /// Whether that is reported while it is read; of other keys, whoever uses the record has more to say.
    pub insisted: bool,
    /// When it is needed, if that depends on other keys.
    pub when: Option<&'static str>,
    /// What holds when it is left out.
    pub default: Option<&'static str>,
    /// A value that it may have.
    pub example: Option<&'static str>,
    /// How its value is written, where its shape does not say enough.
    pub written: Option<&'static str>,
    /// What it is to visitors of the site.
    pub told: Told,
    /// What stands there.
    pub shape: &'static Shape,
}

/// What belongs in a place.
#[derive(Debug)]
pub enum Shape {
    /// One text: how it is written, and what reads it.
    Atom(&'static Notation, Spelling),
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list of such.
    List(&'static Shape),
    /// A group of known keys.
    Group(&'static Declared),
    /// A group of such, by languages.
    ByLanguage(&'static Shape),
    /// The texts of the record around it, under the same keys.
    Texts,
}

/// What a text of a record is to a visitor of the site who reads it in another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// None that visitors read.
    Nothing,
    /// It stands as it is in every language.
    Kept,
    /// Words, under this key: where they are not translated, that should be known.
    Words(&'static str),
    /// The name of a place or party, under this key: most have one form only.
    Name(&'static str),
    /// The name of a person, under this key, which belongs to no language.
    Person(&'static str),
}

impl Told {
    /// The key under which it may stand in another language.
    #[must_use]
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::Nothing | Self::Kept => None,
            Self::Words(key) | Self::Name(key) | Self::Person(key) => Some(key),
        }
    }
}

impl Declared {
    /// Its keys, in the order in which they are written.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        let more = std::iter::successors(self.more, |more| more.more);
        self.own.iter().chain(more.flat_map(|more| more.own))
    }

    /// The group that stands under a key, or the groups of its list.
    #[must_use]
    pub fn group(&self, name: &str) -> Option<&'static Self> {
        match self.key(name)?.1.shape {
            Shape::Group(group) | Shape::List(Shape::Group(group)) => Some(group),
            _ => None,
        }
    }

    /// The key of this name, with its number.
    pub(super) fn key(&self, name: &str) -> Option<(usize, &'static Key)> {
        self.keys().enumerate().find(|(_, key)| key.name == name)
    }

    /// The names of the keys without which the record is an error.
    pub(super) fn needed(&self) -> impl Iterator<Item = &'static Key> {
        self.keys().filter(|key| key.needed)
    }

    /// The keys of the texts that may stand in other languages: its own, and those of the groups in it that hold no
    /// translations themselves.
    #[must_use]
    pub fn translatable(&self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for key in self.keys() {
            match key.shape {
                Shape::Group(part) if !part.holds_translations() => keys.extend(part.translatable()),
                _ => keys.extend(key.told.key()),
            }
        }
        keys
    }

    fn holds_translations(&self) -> bool {
        self.keys().any(|key| matches!(key.shape, Shape::ByLanguage(Shape::Texts)))
    }
}
