use std::collections::BTreeMap;

use super::field::{At, Rare};
use super::front_matter::Body;
use super::records::{TranslatedTexts, Translations};
use super::{RecordReading, Shape, Told};
use crate::atoms::{Atom, LanguageTag, Malformed, Text};
use crate::diagnostic::{FileName, Pos};
use crate::yaml::{self, Node};

/// What may stand in a record: how it is declared, how it is read, and which texts it holds.
pub trait RecordValue: Sized {
    /// What it looks like.
    const SHAPE: &'static Shape;

    /// Reads it; what is wrong is reported, and gives nothing where nothing is left.
    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self>;

    /// What stands for it where a record needs it and has none, so that all else can be judged. It is never published.
    fn blank() -> Self;

    /// What stands for it where it is there and cannot be read: nothing, unless it tells places.
    fn unread() -> Option<Self> {
        None
    }

    /// Shows its texts and those below it, which stand in a group that begins at a place.
    fn tell(&mut self, _told: Told, _pos: Pos, _teller: &mut dyn Teller) {}
}

/// Is shown the texts of records, one after another.
pub trait Teller {
    /// Goes on to a file.
    fn file(&mut self, file: &FileName);

    /// Enters a record that holds translations of its own.
    fn enter(&mut self, pos: Pos, translations: &mut Option<Translations>);

    /// Leaves it.
    fn leave(&mut self);

    /// Sees a text.
    fn text(&mut self, told: Told, pos: Pos, text: &mut Text);

    /// Sees the language in which a quotation or document stands, or that none is given.
    fn language(&mut self, language: &mut Option<LanguageTag>);

    /// Sees the text below the keys.
    fn body(&mut self, body: &mut Body);
}

impl<T: RecordValue> RecordValue for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        T::read(node, reading).map(Some)
    }

    fn blank() -> Self {
        None
    }

    fn tell(&mut self, told: Told, pos: Pos, teller: &mut dyn Teller) {
        if let Some(value) = self {
            value.tell(told, pos, teller);
        }
    }
}

impl<T: RecordValue> RecordValue for At<T> {
    const SHAPE: &'static Shape = T::SHAPE;

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        Some(Self { pos: node.begin.pos, value: T::read(node, reading)? })
    }

    fn blank() -> Self {
        Self { pos: Pos::NOWHERE, value: T::blank() }
    }

    fn unread() -> Option<Self> {
        Some(Self::blank())
    }

    fn tell(&mut self, told: Told, _: Pos, teller: &mut dyn Teller) {
        if self.is_read() {
            self.value.tell(told, self.pos, teller);
        }
    }
}

impl<T: RecordValue> RecordValue for Rare<T> {
    const SHAPE: &'static Shape = T::SHAPE;

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        T::read(node, reading).map(Self::new)
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn unread() -> Option<Self> {
        T::unread().map(Self::new)
    }

    fn tell(&mut self, told: Told, pos: Pos, teller: &mut dyn Teller) {
        (**self).tell(told, pos, teller);
    }
}

/// A text as the records spell it.
fn spelt<T: Atom>(text: &str) -> Result<String, Malformed> {
    text.parse::<T>().map(|value| value.to_string())
}

impl<T: Atom> RecordValue for T {
    const SHAPE: &'static Shape = &Shape::Atom(&T::NOTATION, spelt::<T>);

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        match reading.text(<Self as RecordValue>::SHAPE, node)?.parse() {
            Ok(value) => Some(value),
            Err(malformed) => {
                if !reading.is_told(node) {
                    reading.malformed(node.begin.pos, malformed);
                }
                None
            }
        }
    }

    fn blank() -> Self {
        Atom::blank()
    }

    fn tell(&mut self, told: Told, pos: Pos, teller: &mut dyn Teller) {
        if let Some(text) = self.words().filter(|_| told != Told::Nothing) {
            teller.text(told, pos, text);
        }
    }
}

impl RecordValue for bool {
    const SHAPE: &'static Shape = &Shape::Boolean;

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        let value = is_true(reading.text(Self::SHAPE, node)?);
        if value.is_none() {
            reading.wrong(Self::SHAPE, node);
        }
        value
    }

    fn blank() -> Self {
        false
    }
}

/// What a text says where `true` or `false` belongs.
fn is_true(text: &str) -> Option<bool> {
    match text.trim() {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

impl RecordValue for u32 {
    const SHAPE: &'static Shape = &Shape::Number;

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        let text = reading.text(Self::SHAPE, node)?.trim();
        // Numbers that begin with 0 are of another base to some, and none to others.
        let value =
            text.parse().ok().filter(|_| text.trim_start_matches('+').len() == 1 || !text.starts_with(['0', '+']));
        if value.is_none() {
            reading.wrong(Self::SHAPE, node);
        }
        value
    }

    fn blank() -> Self {
        1
    }
}

impl<T: RecordValue> RecordValue for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        let yaml::NodeValue::List(entries) = &node.value else {
            reading.wrong(Self::SHAPE, node);
            return None;
        };
        let mut list = Self::with_capacity(entries.len());
        for entry in entries {
            reading.enter_entry();
            list.extend(T::read(entry, reading).or_else(T::unread));
        }
        Some(list)
    }

    fn blank() -> Self {
        Self::new()
    }

    fn tell(&mut self, told: Told, pos: Pos, teller: &mut dyn Teller) {
        self.iter_mut().for_each(|value| value.tell(told, pos, teller));
    }
}

impl<T: RecordValue> RecordValue for BTreeMap<LanguageTag, T> {
    const SHAPE: &'static Shape = &Shape::ByLanguage(T::SHAPE);

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        let yaml::NodeValue::Group(pairs) = &node.value else {
            reading.wrong(Self::SHAPE, node);
            return None;
        };
        let mut map = Self::new();
        for (key, node) in pairs {
            let key = key.text().unwrap_or_default();
            reading.enter_key(key);
            let value = T::read(node, reading);
            match key.parse::<LanguageTag>() {
                Ok(tag) => drop(value.map(|value| map.entry(tag).or_insert(value))),
                Err(malformed) => reading.malformed(node.begin.pos, malformed),
            }
        }
        Some(map)
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl RecordValue for TranslatedTexts {
    const SHAPE: &'static Shape = &Shape::Texts;

    fn read(node: &Node<'_>, reading: &mut RecordReading<'_>) -> Option<Self> {
        reading.texts(node).map(Self)
    }

    fn blank() -> Self {
        Self::default()
    }
}
