use std::collections::{BTreeMap, BTreeSet};

use super::provenance::value;
use crate::atoms::{Gss, Text};
use crate::load::Records;
use crate::postcodes::Table;

/// Of how many areas that a table and the ballots could share, one at least has to be shared.
const ONE_OF: usize = 10;

/// The areas of the ballots on record.
pub(super) struct Ballots {
    areas: BTreeSet<Gss>,
}

/// A table that goes by other areas than the ballots.
pub(super) struct OtherAreas {
    /// One that it has and they do not.
    pub(super) found: Gss,
    /// One that they have and it does not.
    pub(super) expected: Gss,
}

/// The sets of boundaries that the elections name.
pub(super) fn boundary_sets(records: &Records) -> BTreeSet<Text> {
    records.elections.iter().filter_map(|election| value(election.record.boundaries.as_ref())).collect()
}

impl Ballots {
    /// The ballots of the elections with these boundaries; of all where none has them.
    pub(super) fn of(records: &Records, boundaries: Option<&Text>) -> Self {
        let mut by_election: BTreeMap<&str, BTreeSet<Gss>> = BTreeMap::new();
        for ballot in &records.ballots {
            let area = ballot.record.area.as_ref().and_then(|area| value(area.value.gss.as_ref()));
            let folder = ballot.file.rsplit_once('/').map_or("", |(folder, _)| folder);
            by_election.entry(folder).or_default().extend(area);
        }
        let fitting = records.elections.iter().filter(|election| {
            boundaries.is_some() && value(election.record.boundaries.as_ref()).as_ref() == boundaries
        });
        let folders: Vec<&str> = fitting.filter_map(|election| Some(election.file.rsplit_once('/')?.0)).collect();
        let wanted = by_election.into_iter().filter(|(folder, _)| folders.is_empty() || folders.contains(folder));
        Self { areas: wanted.flat_map(|(_, areas)| areas).collect() }
    }

    /// How many of the areas have postcodes in the table, and how many there are.
    pub(super) fn reached(&self, table: &Table) -> (usize, usize) {
        let reached = table.areas().filter(|(area, _)| self.areas.contains(*area)).count();
        (reached, self.areas.len())
    }

    /// Finds that a table goes by other areas: then it shares none with the ballots, or next to none.
    pub(super) fn differ(&self, table: &Table) -> Option<OtherAreas> {
        let (shared, all) = self.reached(table);
        let could = all.min(table.areas().len());
        if could == 0 || shared * ONE_OF >= could {
            return None;
        }
        let found = table.areas().map(|(area, _)| area).find(|area| !self.areas.contains(*area))?;
        let of_table: BTreeSet<&Gss> = table.areas().map(|(area, _)| area).collect();
        let expected = self.areas.iter().find(|area| !of_table.contains(area))?;
        Some(OtherAreas { found: found.clone(), expected: expected.clone() })
    }
}
