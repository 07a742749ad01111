use std::collections::{BTreeMap, HashMap};

use super::list::{ListEntry, ListRow};
use super::target::plain;
use crate::atoms::PersonId;
use crate::load::records::BallotRecord;

/// The rows of a ballot, and the recorded candidacies that they are about.
pub(super) struct Matched<'a> {
    /// Rows about somebody on record, in their order.
    pub(super) known: Vec<(usize, &'a ListRow)>,
    /// Rows about somebody who is not.
    pub(super) new: Vec<&'a ListRow>,
    /// Candidacies of which no row speaks.
    pub(super) unmatched: Vec<usize>,
}

/// A way to find the candidacies that a row may be about, the likeliest first.
type Way<'w> = &'w dyn Fn(&ListEntry) -> Vec<usize>;

impl<'a> Matched<'a> {
    /// Finds the candidacy of each row: by id; else by an id since merged; else by one that it had; else as somebody
    /// who had none. What fits better goes first, whatever the order of the rows.
    pub(super) fn of(rows: &[&'a ListRow], ballot: &BallotRecord) -> Self {
        let (mut ids, mut former_ids, mut names) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (index, candidacy) in ballot.candidates.iter().enumerate() {
            ids.entry(&candidacy.person.value).or_insert(index);
            for former in &candidacy.former {
                former_ids.entry(&former.value).or_insert_with(Vec::new).push(index);
            }
            if is_local(&candidacy.person) {
                names.entry(plain(candidacy.name.as_str())).or_insert_with(Vec::new).push(index);
            }
        }
        let listed = |found: Option<&Vec<usize>>| found.cloned().unwrap_or_default();
        let by_id = |entry: &ListEntry| ids.get(&entry.person).copied().into_iter().collect();
        let merged = |entry: &ListEntry| {
            let mut replaced: Vec<usize> = entry.former.iter().filter_map(|id| ids.get(id).copied()).collect();
            replaced.sort_unstable();
            replaced
        };
        let earlier = |entry: &ListEntry| listed(former_ids.get(&entry.person));
        let without_id = |entry: &ListEntry| listed(names.get(&plain(entry.name.as_str())));
        let ways: [Way<'_>; 4] = [&by_id, &merged, &earlier, &without_id];
        let mut free = vec![true; ballot.candidates.len()];
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for way in ways {
            for (number, row) in rows.iter().enumerate() {
                if !found.contains_key(&number)
                    && let Some(index) = way(&row.entry).into_iter().find(|index| free[*index])
                {
                    free[index] = false;
                    found.insert(number, index);
                }
            }
        }
        let is_new = |(number, row): (usize, &&'a ListRow)| (!found.contains_key(&number)).then_some(*row);
        let new = rows.iter().enumerate().filter_map(is_new).collect();
        let unmatched = (0..free.len()).filter(|index| free[*index]).collect();
        Self { known: found.iter().map(|(number, index)| (*index, rows[*number])).collect(), new, unmatched }
    }
}

pub(in crate::import) fn is_local(person: &PersonId) -> bool {
    person.as_str().starts_with("local-")
}

/// Whether two names are the same but for accents, signs and capital letters.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}
