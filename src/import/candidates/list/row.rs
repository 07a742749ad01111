use std::collections::BTreeSet;

use csv::StringRecord;

use super::cells::{RowCells, one_line};
use super::header::{Generation, Header, ListColumn};
use super::{ListEntry, ListRow, PartyLabel};
use crate::atoms::{Malformed, PersonId, Text, slug_of};
use crate::diagnostic::Code;
use crate::import::tables::{Sheet, Troubles};

/// What the rows of a list are read by, and what was found on the way.
pub(super) struct ListRows<'a> {
    pub(super) header: &'a Header,
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) troubles: Troubles,
    pub(super) guessed: BTreeSet<String>,
}

impl ListRows<'_> {
    /// Reads one row; `None` when a value that it needs is missing or wrong, which is then reported.
    pub(super) fn read(&mut self, record: &StringRecord) -> Option<ListRow> {
        let line = self.sheet.line(record);
        let mut cells = RowCells { header: self.header, sheet: self.sheet, record, rows: self };
        cells.are_printable().then_some(())?;
        let (name, party) = (cells.name(), cells.party());
        let person = cells.person(name.as_ref());
        let contest = cells.contest();
        let ((person, numbered), mut former) = (person?, cells.former());
        former.retain(|id: &PersonId| *id != person);
        let entry = ListEntry {
            former,
            family_name: cells.optional(ListColumn::FamilyName),
            description: cells.optional(ListColumn::Description).map(one_line),
            list_position: cells.list_position(),
            person,
            name: name?,
            party: party?,
            contest: contest?,
        };
        Some(ListRow { line, entry, numbered })
    }
}

impl RowCells<'_, '_> {
    fn list_position(&mut self) -> Option<u32> {
        let place = self.number(ListColumn::ListPosition);
        if place == Some(0) {
            let help = "write 1 for the first on the list, or leave it blank";
            self.report(ListColumn::ListPosition, Code::Malformed, "places count from 1", help);
        }
        place
    }

    /// The person's id, and whether the list gives it; in a list of one's own, people without a number have one made of
    /// their names, until it is known whether they are on record.
    fn person(&mut self, name: Option<&Text>) -> Option<(PersonId, bool)> {
        let own = self.header.generation != Generation::Later;
        let Some(text) = self.text(ListColumn::Person).filter(|_| own) else {
            if own {
                return Some((local(name?), false));
            }
            let person = self.needed(ListColumn::Person)?;
            return Some((self.numbered(ListColumn::Person, person)?, true));
        };
        if text.starts_with("local-") {
            return Some((self.needed(ListColumn::Person)?, true));
        }
        let person = self.needed(ListColumn::Person)?;
        Some((self.numbered(ListColumn::Person, person)?, true))
    }

    /// An id as lists have it; spreadsheets make fractions and powers of ten of them.
    fn numbered(&mut self, column: ListColumn, person: PersonId) -> Option<PersonId> {
        if person.as_str().bytes().all(|b| b.is_ascii_digit()) {
            return Some(person);
        }
        let help = "write the whole number that Democracy Club has for this person";
        self.report(column, Code::Malformed, format!("“{person}” is no person's number"), help);
        None
    }

    fn former(&mut self) -> Vec<PersonId> {
        let Some(text) = self.text(ListColumn::FormerPersons).map(str::to_owned) else { return Vec::new() };
        let mut ids = Vec::new();
        for id in text.split(';').map(str::trim).filter(|id| !id.is_empty()) {
            match id.parse() {
                Ok(id) if ids.contains(&id) => {}
                Ok(id) => ids.extend(self.numbered(ListColumn::FormerPersons, id)),
                Err(Malformed { what, help, .. }) => {
                    self.report(ListColumn::FormerPersons, Code::Malformed, what, help);
                }
            }
        }
        ids
    }

    /// A name in one line; some lists have it in two columns.
    fn name(&mut self) -> Option<Text> {
        if self.header.cell(ListColumn::Name).is_some() {
            return self.needed(ListColumn::Name).map(one_line);
        }
        let given: Option<Text> = self.optional(ListColumn::GivenName);
        let family: Text = self.needed(ListColumn::FamilyName)?;
        let name = given.iter().chain([&family]).map(Text::as_str).collect::<Vec<_>>().join(" ");
        name.parse().ok().map(one_line)
    }

    fn party(&mut self) -> Option<PartyLabel> {
        let id: Option<Text> = self.optional(ListColumn::Party);
        if id.as_deref().is_some_and(|id| !is_party_id(id)) {
            let help = "write the party's registration, for example PP53 or party:53";
            self.report(ListColumn::Party, Code::Malformed, "this is no party's id", help);
            return None;
        }
        let name = match (self.optional(ListColumn::PartyName), &id) {
            (None, Some(id)) => Some(Text::clone(id)),
            (None, None) => self.needed(ListColumn::PartyName),
            (name, _) => name,
        };
        Some(PartyLabel { id, name: one_line(name?) })
    }
}

/// The id of ours that a name makes.
fn local(name: &Text) -> PersonId {
    let id = |name: &str| slug_of(&format!("local {name}")).and_then(|slug| slug.as_str().parse().ok());
    id(name).unwrap_or_else(|| unreachable!("“local” is left of every name"))
}

/// Whether a text can be a party's id: few letters, digits and hyphens, perhaps with a register before a colon.
fn is_party_id(id: &str) -> bool {
    let word = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    id.len() <= 50
        && !id.eq_ignore_ascii_case("pp")
        && id.split_once(':').map_or_else(|| word(id), |(kind, own)| word(kind) && word(own))
}
