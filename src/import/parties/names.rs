use std::collections::BTreeMap;

use crate::atoms::Text;
use crate::country::uk::is_same_party_name;

/// The names that a list gives one party, each with its rows and the line of the first.
#[derive(Debug, Clone, Default)]
pub(super) struct PartyNames(BTreeMap<Text, (usize, u32)>);

impl PartyNames {
    pub(super) fn count(&mut self, name: &Text, line: u32) {
        let known = self.0.entry(name.clone()).or_insert((0, line));
        known.0 += 1;
        known.1 = known.1.min(line);
    }

    /// The names, the most frequent first, and of those that are as frequent the first of the list.
    pub(super) fn ranked(&self) -> Vec<SaidName<'_>> {
        let mut ranked: Vec<SaidName<'_>> =
            self.0.iter().map(|(name, (rows, line))| SaidName { name, rows: *rows, line: *line }).collect();
        ranked.sort_by_key(|said| (std::cmp::Reverse(said.rows), said.line));
        ranked
    }

    /// The names that are another than this one.
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
