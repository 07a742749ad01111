use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::list::{CandidateList, Contest, ListRow};
use super::matched::same_name;
use super::target::{Key, find};
use crate::atoms::{ElectionId, PersonId, slug_of};
use crate::import::recorded::Recorded;

/// Gives everybody whom a list of one's own has by name alone an id: that of the record with this name on this ballot, else
/// a new one of ours. Gives how many they are.
///
/// Two people of one name on a ballot are told apart by their parties. A new id is one that nobody has, in any election.
pub(super) fn give_ids(list: &mut CandidateList, election: Option<&ElectionId>, recorded: &Recorded) -> usize {
    let given = list.rows.iter().filter(|row| row.numbered).map(|row| row.entry.person.clone());
    let known = recorded.people().into_iter().map(|(_, person)| person.clone());
    let mut giver = IdGiver { taken: given.chain(known).collect(), used: HashSet::new(), given: BTreeMap::new() };
    let mut people = BTreeSet::new();
    for row in list.rows.iter_mut().filter(|row| !row.numbered) {
        let Some(own) = row.entry.contest.election.clone().or_else(|| election.cloned()) else { continue };
        row.entry.person = giver.id(&own, row, recorded);
        people.insert((own, row.entry.person.clone()));
    }
    people.len()
}

struct IdGiver {
    taken: BTreeSet<PersonId>,
    /// Recorded people whom a row is about.
    used: HashSet<(ElectionId, PersonId)>,
    /// The ids of rows that say the same.
    given: BTreeMap<(ElectionId, Key, String, String), PersonId>,
}

impl IdGiver {
    fn id(&mut self, election: &ElectionId, row: &ListRow, recorded: &Recorded) -> PersonId {
        let (contest, name, party) = (&row.entry.contest, &row.entry.name, &row.entry.party.name);
        let same = (election.clone(), Key::of(contest), name.to_lowercase(), party.to_lowercase());
        if let Some(known) = self.given.get(&same) {
            return known.clone();
        }
        let candidacies = find(election, contest, recorded).into_iter().flat_map(|ballot| &ballot.candidacies);
        let mut alike = candidacies.filter(|c| same_name(&c.name, name)).map(|c| &c.person);
        let on_record = alike.find(|person| !self.used.contains(&(election.clone(), (*person).clone()))).cloned();
        let id = on_record.unwrap_or_else(|| self.new_id(&row.entry.person, contest));
        self.used.insert((election.clone(), id.clone()));
        self.given.insert(same, id.clone());
        id
    }

    /// An id of ours that nobody has: of the name, else of name and area, else with a number.
    fn new_id(&mut self, wanted: &PersonId, contest: &Contest) -> PersonId {
        let in_area = slug_of(&format!("{wanted} {}", contest.area)).map_or_else(String::new, |slug| slug.to_string());
        let numbered = (2..).filter_map(|n| slug_of(&format!("{wanted} {n}")).map(|slug| slug.to_string()));
        let all = [wanted.to_string(), in_area].into_iter().chain(numbered.take(10_000));
        let free = all.filter_map(|id| id.parse::<PersonId>().ok()).find(|id| !self.taken.contains(id));
        let id = free.unwrap_or_else(|| wanted.clone());
        self.taken.insert(id.clone());
        id
    }
}
