use std::sync::Arc;

use super::Line;
use crate::atoms::{PartyId, PartyKind, Text};
use crate::diagnostic::FileName;
use crate::load::records::PartyRecord;

/// One registration, joint description or label.
#[derive(Debug)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Its record, without its lines; it borrows its line only from a party that can lend it.
    pub record: PartyRecord,
    /// What it says, in the order of its file; then what it signed.
    pub lines: Vec<Arc<Line>>,
    /// What it said that is held back for now.
    pub held: Vec<Arc<Line>>,
    /// Its file.
    pub file: FileName,
}

owns_record!(Party: PartyRecord);

impl Party {
    /// All lines on record: those that are shown, then those that are held back.
    pub fn recorded(&self) -> impl Iterator<Item = &Arc<Line>> {
        self.lines.iter().chain(&self.held)
    }

    /// Whether it is a party, or several together, rather than a label like “Independent”.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        matches!(self.kind, PartyKind::Party | PartyKind::Joint)
    }

    /// The short name where there is one, or else the name.
    #[must_use]
    pub fn called(&self) -> &Text {
        self.short_name.as_ref().unwrap_or(&self.name)
    }
}
