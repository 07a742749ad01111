use serde_saphyr::granit_parser::{Event, Parser, Span};

use super::yaml;
use crate::diagnostic::Pos;

/// What stands around each place of a text: the groups of keys in each other, and what they say of themselves.
///
/// It is read as records are, so that what a record means and what is made of its text never differ.
#[derive(Debug, Default)]
pub struct Outline {
    /// The groups, each after the one in which it stands; the first is the record itself.
    groups: Vec<Group>,
    /// The keys of the record itself, each with where it begins.
    keys: Vec<(Pos, String)>,
    /// The texts of the record, as they are read.
    scalars: Vec<Scalar>,
    /// Where the text ends that could be read.
    end: Option<Pos>,
}

/// A text of a record, without its quotes and escapes.
#[derive(Debug)]
pub struct Scalar {
    /// Where it begins.
    pub begin: Pos,
    /// Where it ends.
    pub end: Pos,
    /// What it says.
    pub value: String,
}

#[derive(Debug)]
struct Group {
    begin: Pos,
    /// None while it goes on to the end.
    end: Option<Pos>,
    is_public: bool,
}

/// The key that says that contact details are published by their owner for everyone.
const PUBLIC: &str = "public_contact";

/// A group or list that is being read: which group it is, if it is one, and the key whose value comes next.
struct Open {
    group: Option<usize>,
    key: Option<String>,
}

impl Outline {
    /// The outline of a record's text; of one with front matter, that of its keys. A text that breaks off has an outline up to
    /// there.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let yaml = super::front_matter::split(text).map_or(text, |(yaml, _)| yaml);
        let lines: Vec<&str> = yaml.lines().collect();
        let (mut outline, mut open) = (Self::default(), Vec::<Open>::new());
        for event in &mut Parser::new_from_str(yaml) {
            match event {
                Ok((event, span)) => outline.take(&event, span, &mut open, &lines),
                Err(error) => {
                    outline.end = Some(yaml::place_of(*error.marker()));
                    break;
                }
            }
        }
        outline
    }

    fn take(&mut self, event: &Event<'_>, span: Span, open: &mut Vec<Open>, lines: &[&str]) {
        match event {
            Event::MappingStart(..) => {
                value_begins(open);
                self.groups.push(Group { begin: yaml::place_of(span.start), end: None, is_public: false });
                open.push(Open { group: Some(self.groups.len() - 1), key: None });
            }
            Event::SequenceStart(..) => {
                value_begins(open);
                open.push(Open { group: None, key: None });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                // The record itself goes on over the text below its keys.
                if let Some(Open { group: Some(group @ 1..), .. }) = open.pop() {
                    self.groups[group].end = Some(yaml::place_of(span.end));
                }
            }
            Event::Scalar(value, ..) => self.scalar(value, span, open, lines),
            _ => {}
        }
    }

    fn scalar(&mut self, value: &str, span: Span, open: &mut [Open], lines: &[&str]) {
        let (begin, end) = (yaml::place_of(span.start), yaml::place_of(span.end));
        self.scalars.push(Scalar { begin, end, value: value.to_owned() });
        let depth = open.len();
        let Some(Open { group: Some(group), key }) = open.last_mut() else { return };
        match key.take() {
            None => {
                if depth == 1 {
                    self.keys.push((begin, value.to_owned()));
                }
                *key = Some(value.to_owned());
            }
            Some(key) if key == PUBLIC => {
                self.groups[*group].is_public = yaml::is_true(between(lines, begin, end));
            }
            Some(_) => {}
        }
    }

    /// The key of the record itself below which a place stands.
    #[must_use]
    pub fn key_at(&self, pos: Pos) -> Option<&str> {
        let before = self.keys.iter().take_while(|(begin, _)| *begin <= pos);
        before.last().map(|(_, key)| key.as_str())
    }

    /// Whether a group around a place says that it may publish contact details. What the record itself says does not hold
    /// below `apart`, if that is given.
    #[must_use]
    pub fn is_public(&self, pos: Pos, apart: Option<&str>) -> bool {
        let around = |group: &Group| group.begin <= pos && group.end.is_none_or(|end| pos < end);
        let apart = apart.is_some() && self.key_at(pos) == apart;
        let mut groups = self.groups.iter().enumerate();
        groups.any(|(at, group)| group.is_public && (around(group) || at == 0) && !(at == 0 && apart))
    }

    /// Whether a place lies beyond what could be read, which is reported already.
    #[must_use]
    pub fn is_beyond(&self, pos: Pos) -> bool {
        self.end.is_some_and(|end| pos > end)
    }

    /// The texts of the record.
    #[must_use]
    pub fn scalars(&self) -> &[Scalar] {
        &self.scalars
    }
}

/// A list or group takes the place of a key's value.
fn value_begins(open: &mut [Open]) {
    if let Some(open) = open.last_mut() {
        open.key = match (open.group, open.key.take()) {
            (Some(_), None) => Some(String::new()),
            _ => None,
        };
    }
}

/// What stands between two places of one line; nothing of several.
fn between<'t>(lines: &[&'t str], begin: Pos, end: Pos) -> &'t str {
    let line = lines.get((begin.line as usize).saturating_sub(1)).copied().unwrap_or_default();
    let at =
        |column: u32| line.char_indices().nth((column as usize).saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    if begin.line == end.line { line.get(at(begin.column)..at(end.column)).unwrap_or_default() } else { "" }
}
