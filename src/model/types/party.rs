use std::sync::Arc;

use super::Line;
use crate::atoms::{Colour, PartyId, PartyKind, Text, WebUrl};
use crate::diagnostic::FileName;
use crate::load::At;

/// One registration, joint description or label.
#[derive(Debug)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// The ids under which others publish it.
    pub ids: Vec<Text>,
    /// Its name.
    pub name: Text,
    /// A shorter name.
    pub short_name: Option<Text>,
    /// What kind of label it is.
    pub kind: PartyKind,
    /// Its colour.
    pub colour: Option<Colour>,
    /// Its website.
    pub website: Option<WebUrl>,
    /// What tells it from another of the same name.
    pub note: Option<Text>,
    /// Whose line its candidates carry when it has none, and why.
    pub line_from: Option<(PartyId, Text)>,
    /// What it says.
    pub lines: Vec<Arc<Line>>,
    /// Earlier ids.
    pub former: Vec<At<PartyId>>,
    /// Its file.
    pub file: FileName,
}

impl Party {
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
