use std::collections::BTreeMap;

use super::compare::{Compared, Editor};
use crate::atoms::{ElectionId, PersonId};
use crate::diagnostic::Failure;
use crate::edit::{Change, FileChange, Place, Value};
use crate::load::Field;
use crate::load::records::AskRecord;

/// Lets documents and rounds of asking speak of people by the ids that they have now.
pub(super) fn follow_moves(editor: &Editor<'_>, compared: &[Compared]) -> Result<Vec<FileChange>, Failure> {
    let moves = Moves(compared.iter().flat_map(Compared::moved).map(|(e, old, new)| ((e, old), new)).collect());
    let mut changes = Vec::new();
    if moves.0.is_empty() {
        return Ok(changes);
    }
    let records = &editor.site.records;
    for document in &records.documents {
        let election = document.record.election.as_ref().and_then(|e| e.value.0.as_ref().ok());
        let new = election.and_then(|election| moves.of(election, document.record.person.as_ref()));
        if let Some(value) = new {
            let change = Change::Set { place: Place::Root, key: "person", value, after: &[] };
            changes.push(editor.edit(&document.file, &[change])?);
        }
    }
    for ask in &records.asks {
        let election = ask.file.split('/').nth(1).and_then(|folder| folder.parse().ok());
        let wanted = election.map(|election| moves.in_ask(&election, &ask.record)).unwrap_or_default();
        if !wanted.is_empty() {
            changes.push(editor.edit(&ask.file, &wanted)?);
        }
    }
    Ok(changes)
}

/// Ids given up in an election, with the ids that took their place.
struct Moves<'a>(BTreeMap<(&'a ElectionId, &'a PersonId), &'a PersonId>);

impl Moves<'_> {
    fn of(&self, election: &ElectionId, person: Option<&Field<PersonId>>) -> Option<Value> {
        let person = person?.value.0.as_ref().ok()?;
        self.0.get(&(election, person)).map(Value::plain)
    }

    fn in_ask(&self, election: &ElectionId, ask: &AskRecord) -> Vec<Change> {
        let people = ask.people.iter().flatten().enumerate().filter_map(|(index, person)| {
            let value = self.of(election, Some(person))?;
            Some(Change::SetEntry { list: "people", index, value })
        });
        let exceptions = ask.exceptions.iter().flatten().enumerate().filter_map(|(index, exception)| {
            let value = self.of(election, exception.value.person.as_ref())?;
            let place = Place::InList { list: "exceptions", index };
            Some(Change::Set { place, key: "person", value, after: &[] })
        });
        people.chain(exceptions).collect()
    }
}
