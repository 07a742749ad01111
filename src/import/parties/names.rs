use std::collections::{BTreeMap, HashMap};

use super::Parties;
use crate::atoms::{PartyId, PartyKind, Text};
use crate::country::uk::{LABOUR, LABOUR_AND_COOPERATIVE_NAME, is_independent, is_same_party_name};

/// The names that a list gives one party, each with its rows and the line of the first.
#[derive(Debug, Clone, Default)]
pub(super) struct PartyNames(BTreeMap<Text, (usize, u32)>);

impl PartyNames {
    pub(super) fn count(&mut self, name: &Text, line: u32) {
        let known = self.0.entry(name.clone()).or_insert((0, line));
        known.0 += 1;
        known.1 = known.1.min(line);
    }

    /// The names, the most frequent first; equally frequent ones in the order of the list.
    pub(super) fn ranked(&self) -> Vec<SaidName<'_>> {
        let mut ranked: Vec<SaidName<'_>> = self
            .0
            .iter()
            .map(|(name, (rows, line))| SaidName { name: name.as_str(), rows: *rows, line: *line })
            .collect();
        ranked.sort_by_key(|said| (std::cmp::Reverse(said.rows), said.line));
        ranked
    }

    /// The names that differ from this one.
    pub(super) fn other_than(&self, name: &str) -> Vec<SaidName<'_>> {
        self.ranked().into_iter().filter(|said| !is_same_party_name(said.name, name)).collect()
    }
}

/// A name, in how many rows it stands, and the line of the first of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct SaidName<'a> {
    pub(super) name: &'a str,
    pub(super) rows: usize,
    pub(super) line: u32,
}

/// What new parties are called.
impl Parties<'_> {
    /// Gives each new party the name that most rows give it; if two are equally frequent, one that no other party has.
    pub(super) fn settle_names(&mut self) {
        let most = |names: &PartyNames| names.ranked().first().map(|said| said.name.to_owned());
        let first: BTreeMap<PartyId, String> =
            self.new.keys().filter_map(|id| Some((id.clone(), most(self.listed.get(id)?)?))).collect();
        for (id, name) in &first {
            self.names.insert(id.clone(), name.clone());
        }
        let bearers: HashMap<&str, usize> = self.names.values().fold(HashMap::new(), |mut bearers, name| {
            *bearers.entry(name.as_str()).or_default() += 1;
            bearers
        });
        let settled: Vec<(PartyId, String)> =
            first.iter().map(|(id, name)| (id.clone(), self.own_name(id, name, &bearers))).collect();
        self.names.extend(settled);
    }

    fn own_name(&self, id: &PartyId, most: &str, bearers: &HashMap<&str, usize>) -> String {
        let registration = &self.new[id].registration;
        if registration.kind == PartyKind::Independent && is_independent(most) {
            return "Independent".to_owned();
        }
        let ranked = self.listed[id].ranked();
        let top = ranked.first().map_or(0, |said| said.rows);
        let of_part = |name: &str| {
            let part = |part: String| part.parse().ok().and_then(|part: PartyId| self.names.get(&part));
            let labour = registration.is_labour_and_cooperative() && name == LABOUR.1;
            labour || registration.parts().filter_map(part).any(|part| part == name)
        };
        let free = |name: &str| bearers.get(name).is_none_or(|n| *n <= usize::from(name == most));
        let mut fitting = ranked.iter().filter(|said| !of_part(said.name)).peekable();
        let frequent = fitting.peek().map_or(top, |said| said.rows);
        let best = fitting.clone().filter(|said| said.rows == frequent).find(|said| free(said.name));
        match best.or_else(|| fitting.next()) {
            Some(said) => said.name.to_owned(),
            // A joint label is never called what one of its parts is called.
            None if registration.is_labour_and_cooperative() => LABOUR_AND_COOPERATIVE_NAME.to_owned(),
            None => most.to_owned(),
        }
    }
}
