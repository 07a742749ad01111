use std::collections::{BTreeMap, HashMap};

use super::list::{ListEntry, ListRow};
use super::target::plain;
use crate::atoms::{PersonId, slug_of};
use crate::import::recorded::{RecordedBallot, RecordedCandidacy};

/// The rows of a ballot, and the recorded candidacies that they are about.
pub(super) struct Matched<'a> {
    /// Rows about somebody on record, in their order.
    pub(super) known: Vec<(usize, &'a ListRow)>,
    /// Rows about somebody who is not.
    pub(super) new: Vec<&'a ListRow>,
    /// Candidacies of which no row speaks.
    pub(super) unmatched: Vec<usize>,
}

/// The candidacies of a ballot by what a row can know them by, each still free.
struct KnownCandidacies<'a> {
    candidacies: &'a [RecordedCandidacy],
    by_id: HashMap<&'a PersonId, usize>,
    by_former: HashMap<&'a PersonId, Vec<usize>>,
    /// People who have no id but our own.
    local: HashMap<String, Vec<usize>>,
    free: Vec<bool>,
}

impl<'a> Matched<'a> {
    /// Finds the candidacy of each row: by id; else by an id since merged; else by one that it had; else as somebody
    /// who had none. What fits better goes first, whatever the order of the rows.
    pub(super) fn of(rows: &[&'a ListRow], ballot: &RecordedBallot) -> Self {
        let mut known = KnownCandidacies::of(&ballot.candidacies);
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for way in
            [KnownCandidacies::by_id, KnownCandidacies::merged, KnownCandidacies::earlier, KnownCandidacies::without_id]
        {
            for (number, row) in rows.iter().enumerate() {
                if found.contains_key(&number) {
                    continue;
                }
                if let Some(index) = way(&known, &row.entry) {
                    known.free[index] = false;
                    found.insert(number, index);
                }
            }
        }
        let new = rows.iter().enumerate().filter(|(number, _)| !found.contains_key(number)).map(|(_, row)| *row);
        let new = new.collect();
        let unmatched = (0..ballot.candidacies.len()).filter(|index| known.free[*index]).collect();
        Self { known: found.into_iter().map(|(number, index)| (index, rows[number])).collect(), new, unmatched }
    }
}

impl<'a> KnownCandidacies<'a> {
    fn of(candidacies: &'a [RecordedCandidacy]) -> Self {
        let (mut by_id, mut by_former, mut local) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (index, candidacy) in candidacies.iter().enumerate() {
            by_id.entry(&candidacy.person).or_insert(index);
            for former in &candidacy.former {
                by_former.entry(former).or_insert_with(Vec::new).push(index);
            }
            if is_local(&candidacy.person) {
                local.entry(plain(&candidacy.name)).or_insert_with(Vec::new).push(index);
            }
        }
        Self { candidacies, by_id, by_former, local, free: vec![true; candidacies.len()] }
    }

    fn first_free<'i>(&self, mut among: impl Iterator<Item = &'i usize>) -> Option<usize> {
        among.find(|index| self.free[**index]).copied()
    }

    fn by_id(&self, entry: &ListEntry) -> Option<usize> {
        self.first_free(self.by_id.get(&entry.person).into_iter())
    }

    fn merged(&self, entry: &ListEntry) -> Option<usize> {
        let replaced = entry.former.iter().filter_map(|id| self.by_id.get(id));
        replaced.filter(|index| self.free[**index]).min().copied()
    }

    fn earlier(&self, entry: &ListEntry) -> Option<usize> {
        self.first_free(self.by_former.get(&entry.person).into_iter().flatten())
    }

    fn without_id(&self, entry: &ListEntry) -> Option<usize> {
        let same = self.local.get(&plain(&entry.name)).into_iter().flatten();
        self.first_free(same.filter(|index| same_name(&self.candidacies[**index].name, &entry.name)))
    }
}

pub(in crate::import) fn is_local(person: &PersonId) -> bool {
    person.as_str().starts_with("local-")
}

pub(super) fn same_name(one: &str, other: &str) -> bool {
    one == other || slug_of(one).is_some_and(|slug| slug_of(other) == Some(slug))
}
