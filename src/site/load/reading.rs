use std::collections::BTreeMap;

use super::broken::Broken;
use super::source::SourceText;
use super::unknown::unknown_key;
use super::{Declared, RecordValue, Shape, example};
use crate::atoms::{Malformed, MalformedKind, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::yaml::{self, Node};

/// Reads the values of one file, and collects all that is wrong with them.
pub struct RecordReading<'r> {
    file: &'r FileName,
    found: &'r mut Diagnostics,
    root: &'r Node<'r>,
    broken: Broken,
    /// The keys that are missing, each with the place of its group.
    missing: Vec<(Pos, &'static str)>,
    /// The record whose keys are read.
    within: &'static Declared,
    /// The key whose value is read; none for an entry of a list.
    key: Option<String>,
    /// Whether other keys of the group that is read next are read by the record around it.
    is_part: bool,
    /// Where the text breaks off, if it does.
    end: Option<yaml::Spot>,
}

/// Reads a YAML text into a record, reporting all that is wrong; `None` when it breaks off or is none.
pub(super) fn read<T: RecordValue>(source: &SourceText, yaml: &str, found: &mut Diagnostics) -> Option<(T, Broken)> {
    let Shape::Group(within) = T::SHAPE else { return None };
    read_within(source, yaml, within, found)
}

/// Reads a YAML text into texts of the record that is declared, or into that record itself.
pub(super) fn read_within<T: RecordValue>(
    source: &SourceText,
    yaml: &str,
    within: &'static Declared,
    found: &mut Diagnostics,
) -> Option<(T, Broken)> {
    let tree = yaml::tree(yaml);
    let is_refused = tree.troubles.iter().any(|trouble| trouble.code == Code::TooComplex);
    let torn = !tree.troubles.is_empty();
    for yaml::Trouble { code, pos, message, help } in tree.troubles {
        found.push(code, &source.file, pos, message, help);
    }
    if is_refused {
        return None;
    }
    let empty = Node { begin: yaml::Spot::START, end: yaml::Spot::START, value: yaml::NodeValue::Group(Vec::new()) };
    let begin = tree.root.as_ref().map_or(Pos::START, |root| root.begin.pos);
    // What is said of the record as a whole is said at the top of its file.
    let root = tree.root.map_or(empty, |root| Node { begin: yaml::Spot::START, ..root });
    if !matches!(root.value, yaml::NodeValue::Group(_)) {
        if tree.end.is_none() {
            let message = "this record is not a group of keys, each with its value";
            let help = "see docs/record-format.md for the keys of this record";
            found.push(Code::WrongShape, &source.file, begin, message, help);
        }
        return None;
    }
    let mut broken = Broken::default();
    if torn {
        broken.tear();
    }
    let (file, root) = (&source.file, &root);
    let mut reading = RecordReading {
        file,
        found,
        root,
        broken,
        missing: Vec::new(),
        within,
        key: None,
        is_part: false,
        end: tree.end,
    };
    let record = T::read(root, &mut reading);
    reading.report_missing();
    record.filter(|_| tree.end.is_none()).map(|record| (record, reading.broken))
}

impl RecordReading<'_> {
    fn report(&mut self, code: Code, pos: Pos, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(code, self.file, pos, message, help);
        match code {
            Code::Malformed | Code::UnknownWord | Code::DerivedWord | Code::MissingKey => {
                self.broken.add(self.root, pos);
            }
            _ => self.broken.tear(),
        }
    }

    /// Reports a text that is not a value of its kind.
    pub(super) fn malformed(&mut self, pos: Pos, Malformed { kind, what, help }: Malformed) {
        let code = match kind {
            MalformedKind::Syntax => Code::Malformed,
            MalformedKind::Word => Code::UnknownWord,
            MalformedKind::Derived => Code::DerivedWord,
        };
        self.report(code, pos, what, help);
    }

    /// Reports the keys that records need and lack, unless they may stand where they do not belong.
    fn report_missing(&mut self) {
        if self.broken.is_torn() {
            return;
        }
        for (pos, key) in std::mem::take(&mut self.missing) {
            let help = format!("add “{key}:”; docs/record-format.md says what to write there");
            self.report(Code::MissingKey, pos, format!("this record needs the key “{key}”"), help);
        }
    }

    /// Goes on to the value of a key.
    pub(super) fn enter_key(&mut self, key: &str) {
        self.key = Some(key.to_owned());
    }

    /// Goes on to an entry of a list.
    pub(super) fn enter_entry(&mut self) {
        self.key = None;
    }

    /// Shows the values of a group, each with the number of its key, to a function that tells whether it could read them. What has
    /// no value is as if it were left out; of a key that stands twice, which is reported already, the first holds.
    pub fn group(
        &mut self,
        shape: &Shape,
        node: &Node<'_>,
        see: &mut dyn FnMut(usize, &Node<'_>, &mut Self) -> bool,
    ) -> Option<()> {
        let (Shape::Group(declared), yaml::NodeValue::Group(pairs)) = (shape, &node.value) else {
            self.wrong(shape, node);
            return None;
        };
        let is_part = std::mem::take(&mut self.is_part);
        let (mut seen, mut given, mut had) = (0_u64, 0_u64, 0_u64);
        for (key, value) in pairs {
            let name = key.text().unwrap_or_default();
            let Some((number, known)) = declared.key(name) else {
                if is_part {
                    continue;
                }
                let names: Vec<&str> = declared.keys().map(|key| key.name).collect();
                let (code, message, help) = unknown_key(name, &names);
                self.report(code, key.begin.pos, message, help);
                continue;
            };
            let first = seen & 1 << number == 0;
            seen |= 1 << number;
            if first && !value.is_null() {
                given |= 1 << number;
                self.within = declared;
                self.enter_key(known.name);
                let could = see(number, value, self);
                let is_whole = !matches!(known.shape, Shape::Group(_)) || self.broken.is_whole(value.begin.pos);
                had |= u64::from(could && is_whole) << number;
            }
        }
        let insisted = || declared.own.iter().enumerate().filter(|(_, key)| key.insisted);
        let missing = insisted().filter(|(number, _)| given & 1 << number == 0);
        self.missing.extend(missing.map(|(_, key)| (node.begin.pos, key.name)));
        if insisted().any(|(number, _)| had & 1 << number == 0) {
            self.broken.lacks(node.begin.pos);
        }
        Some(())
    }

    /// Reads the texts of the record around, in another language.
    pub(super) fn texts(&mut self, node: &Node<'_>) -> Option<BTreeMap<&'static str, Text>> {
        let yaml::NodeValue::Group(pairs) = &node.value else {
            self.wrong(&Shape::Texts, node);
            return None;
        };
        let (keys, mut texts) = (self.within.translatable(), BTreeMap::new());
        for (key, value) in pairs {
            let name = key.text().unwrap_or_default();
            self.enter_key(name);
            match keys.iter().find(|known| **known == name) {
                Some(known) if !value.is_null() && !texts.contains_key(known) => {
                    texts.extend(Text::read(value, self).map(|text| (*known, text)));
                }
                Some(_) => {}
                None if name == PUBLIC => drop((!value.is_null()).then(|| bool::read(value, self))),
                None => {
                    let (code, message, help) = match unknown_key(name, &keys) {
                        (Code::UnknownKey, ..) => (
                            Code::UnknownKey,
                            format!("this record has no text “{name}” to be translated"),
                            format!("give translations of {}", keys.join(", ")),
                        ),
                        personal => personal,
                    };
                    self.report(code, key.begin.pos, message, help);
                }
            }
        }
        Some(texts)
    }

    /// Reads those keys of a group that belong to a part of its record.
    pub fn part<T: RecordValue>(&mut self, node: &Node<'_>) -> Option<T> {
        self.is_part = true;
        T::read(node, self)
    }

    /// The text of a value that is to be one.
    pub(super) fn text<'n>(&mut self, shape: &Shape, node: &'n Node<'_>) -> Option<&'n str> {
        let text = node.text().filter(|_| !node.is_null());
        if text.is_none() {
            self.wrong(shape, node);
        }
        text
    }

    /// Whether what is wrong with a value may only follow from what is reported of it as a text: from a sign before it, or
    /// from the break at which it ends.
    pub(super) fn is_told(&self, node: &Node<'_>) -> bool {
        node.is_signed() || self.end.is_some_and(|end| node.end.pos.line >= end.pos.line)
    }

    /// Reports a value that is not what belongs in its place.
    pub(super) fn wrong(&mut self, shape: &Shape, node: &Node<'_>) {
        // A text in the place of a list or group is none, whatever it took in of the lines below.
        let is_none = matches!(shape, Shape::List(_) | Shape::Group(_)) && node.text().is_some() && !node.is_signed();
        if self.is_told(node) && !is_none {
            return;
        }
        let what = match shape {
            Shape::List(_) => "this should be a list, with “- ” before each entry".to_owned(),
            Shape::Group(_) | Shape::ByLanguage(_) | Shape::Texts => {
                "this should be a group of keys, each with its value".to_owned()
            }
            _ if node.text().is_none() => "this should be one text, not a list or a group of keys".to_owned(),
            _ if node.is_null() => "null is not allowed here".to_owned(),
            Shape::Number => format!("this should be a whole number from 0 to {}", u32::MAX),
            _ => "this should be “true” or “false”".to_owned(),
        };
        let is_word = matches!(shape, Shape::Boolean) && node.text().is_some() && !node.is_null();
        let words = "YAML reads other words, such as yes or on, as text: write true or false, without quotes";
        let help = match (is_word, example::of(self.key.as_deref(), shape, node)) {
            (true, Some(example)) => format!("{words}: “{example}”"),
            (true, None) => words.to_owned(),
            (false, Some(example)) => format!("write it as “{example}”"),
            (false, None) => "see docs/record-format.md for how this key is written".to_owned(),
        };
        let (pos, message) = (node.begin.pos, format!("the value has the wrong shape: {what}"));
        // A text in the place of another value keeps nothing from its own place.
        let is_in_place = matches!(shape, Shape::Atom(..) | Shape::Number | Shape::Boolean) && node.text().is_some();
        if is_in_place {
            self.found.push(Code::WrongShape, self.file, pos, message, help);
            self.broken.add(self.root, pos);
        } else {
            self.report(Code::WrongShape, pos, message, help);
        }
    }
}

/// The key that says that contact details are published by their owner for everyone.
const PUBLIC: &str = "public_contact";
