use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::list::{CandidateList, ListRow};
use super::matched::same_name;
use super::target::{BallotKey, find};
use crate::atoms::{ElectionId, PersonId, slug_of};
use crate::import::recorded::Recorded;

/// Gives everybody whom a list of one's own has by name alone an id: that of the record with this name on this ballot, else
/// a new one of ours. Gives how many they are.
///
/// Two people of one name on a ballot are told apart by their parties. A new id is one that nobody has, in any election.
pub(super) fn give_ids(list: &mut CandidateList, election: Option<&ElectionId>, recorded: &Recorded<'_>) -> usize {
    let given = list.rows.iter().filter(|row| row.numbered).map(|row| row.entry.person.clone());
    let mut taken: BTreeSet<PersonId> = given.chain(recorded.people().into_iter().map(|(_, id)| id.clone())).collect();
    // Recorded people whom a row is about, everybody who got an id, and the ids of rows that say the same.
    let (mut used, mut people, mut known) = (HashSet::new(), BTreeSet::new(), BTreeMap::new());
    for ListRow { entry, .. } in list.rows.iter_mut().filter(|row| !row.numbered) {
        let Some(own) = entry.contest.election.as_ref().or(election) else { continue };
        let (name, party) = (entry.name.as_str().to_lowercase(), entry.party.name.as_str().to_lowercase());
        let id = known.entry((own.clone(), BallotKey::of(&entry.contest), name, party)).or_insert_with(|| {
            let candidacies =
                find(own, &entry.contest, recorded).into_iter().flat_map(|ballot| &ballot.record.candidates);
            let mut alike =
                candidacies.filter(|c| same_name(c.name.as_str(), entry.name.as_str())).map(|c| &c.person.value);
            let on_record = alike.find(|person| !used.contains(&(own.clone(), (*person).clone())));
            let id =
                on_record.cloned().unwrap_or_else(|| new_id(&entry.person, entry.contest.area.as_str(), &mut taken));
            used.insert((own.clone(), id.clone()));
            id
        });
        people.insert((own.clone(), id.clone()));
        entry.person = id.clone();
    }
    people.len()
}

/// An id of ours that nobody has: of the name, else of name and area, else with a number.
pub(crate) fn new_id(wanted: &PersonId, area: &str, taken: &mut BTreeSet<PersonId>) -> PersonId {
    let more = std::iter::once(area.to_owned()).chain((2..10_000).map(|n| n.to_string()));
    let more = more.filter_map(|more| slug_of(&format!("{wanted} {more}"))?.as_str().parse().ok());
    let id = std::iter::once(wanted.clone()).chain(more).find(|id| !taken.contains(id));
    let id = id.unwrap_or_else(|| wanted.clone());
    taken.insert(id.clone());
    id
}
