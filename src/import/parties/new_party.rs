use std::collections::BTreeMap;

use super::{NewParty, Parties};
use crate::atoms::{PartyId, PartyKind, Words as _};
use crate::country::uk::{Registration, in_words};
use crate::edit::Value;
use crate::import::proposal::record_text;

/// The files of parties that are not on record.
impl Parties<'_> {
    /// The new parties, each with the text of its file.
    pub(in crate::import) fn new_files(&self) -> impl Iterator<Item = (&PartyId, String)> {
        let mut bearers: BTreeMap<&str, Vec<&PartyId>> = BTreeMap::new();
        for (id, name) in &self.names {
            bearers.entry(name).or_default().push(id);
        }
        self.new.iter().map(move |(id, new)| (id, self.text(new, &bearers[self.name(id)])))
    }

    fn text(&self, new: &NewParty, bearers: &[&PartyId]) -> String {
        let Registration { id, published, kind } = &new.registration;
        let mut keys = vec![
            ("id", Value::text(id.as_str())),
            ("ids", Value::List(published.iter().map(Value::text).collect())),
            ("name", Value::text(self.name(id))),
        ];
        keys.retain(|(key, _)| *key != "ids" || !published.is_empty());
        if *kind != PartyKind::Party {
            keys.push(("kind", Value::plain(kind.word())));
        }
        if let Some(note) = self.note(new, bearers) {
            keys.push(("note", Value::text(note)));
        }
        let mut text = record_text(keys);
        if new.registration.is_labour_and_cooperative() {
            let labour = self.known.get("pp53").map_or("pp53", |party| party.as_str());
            text.push_str(&format!("line_from:\n  party: {}\n", Value::text(labour).to_block()));
            text.push_str(
                "  because: These candidates stand for the Labour Party and the Co-operative Party together.\n",
            );
        }
        text
    }

    /// Where a new party stands, when another of the same name stands elsewhere.
    fn note(&self, new: &NewParty, bearers: &[&PartyId]) -> Option<String> {
        let id = &new.registration.id;
        let mut twins = bearers.iter().filter(|other| **other != id).peekable();
        twins.peek()?;
        let apart = twins.all(|twin| self.new.get(*twin).is_none_or(|t| t.nations.is_disjoint(&new.nations)));
        (apart && !new.nations.is_empty()).then(|| in_words(&new.nations))
    }
}
