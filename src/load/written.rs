//! What stands in a YAML text, whatever record it should be: to speak of what the author wrote.

use serde_saphyr::granit_parser::{Event, Parser};

use super::yaml::place_of;
use crate::diagnostic::Pos;

/// A value as the author wrote it.
#[derive(Debug, Clone)]
pub(super) enum Written {
    /// A text, number or the like.
    Scalar(String),
    /// A list.
    List(Vec<Written>),
    /// A group of keys.
    Group(Vec<(String, Written)>),
}

/// One step from the top of a record to a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The value of a key.
    Key(String),
    /// An entry of a list.
    Entry,
}

/// A value and the way to it.
pub(super) struct Found {
    pub(super) way: Vec<Step>,
    pub(super) value: Written,
}

/// The value that begins at a place.
pub(super) fn value_at(yaml: &str, pos: Pos) -> Option<Found> {
    let mut reading = Reading { parser: Parser::new_from_str(yaml), pos, way: Vec::new(), found: None };
    loop {
        match reading.parser.next_event()?.ok()? {
            (Event::StreamStart | Event::DocumentStart(..), _) => {}
            (event, span) => {
                let _ = reading.node(&event, place_of(span.start));
                return reading.found;
            }
        }
    }
}

struct Reading<'t> {
    parser: Parser<'t, serde_saphyr::granit_parser::StrInput<'t>>,
    pos: Pos,
    way: Vec<Step>,
    found: Option<Found>,
}

impl Reading<'_> {
    /// Reads a value to its end. What is deeper than any record ends it.
    fn node(&mut self, event: &Event<'_>, at: Pos) -> Option<Written> {
        if self.way.len() > super::yaml::DEEPEST {
            return None;
        }
        let value = match event {
            Event::Scalar(text, ..) => Written::Scalar(text.to_string()),
            Event::SequenceStart(..) => Written::List(self.list()?),
            Event::MappingStart(..) => Written::Group(self.group()?),
            _ => return None,
        };
        // The outermost of those that begin here is the last to be read.
        if at == self.pos {
            self.found = Some(Found { way: self.way.clone(), value: value.clone() });
        }
        Some(value)
    }

    fn list(&mut self) -> Option<Vec<Written>> {
        let mut list = Vec::new();
        self.way.push(Step::Entry);
        loop {
            let (event, span) = self.parser.next_event()?.ok()?;
            if matches!(event, Event::SequenceEnd) {
                self.way.pop();
                return Some(list);
            }
            list.push(self.node(&event, place_of(span.start))?);
        }
    }

    fn group(&mut self) -> Option<Vec<(String, Written)>> {
        let mut group = Vec::new();
        loop {
            let (event, _) = self.parser.next_event()?.ok()?;
            let key = match event {
                Event::MappingEnd => return Some(group),
                Event::Scalar(key, ..) => key.to_string(),
                _ => return None,
            };
            let (event, span) = self.parser.next_event()?.ok()?;
            self.way.push(Step::Key(key.clone()));
            let value = self.node(&event, place_of(span.start));
            self.way.pop();
            group.push((key, value?));
        }
    }
}
