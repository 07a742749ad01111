use std::collections::{BTreeMap, BTreeSet};

use super::list::{ListEntry, ListRow};
use super::sort_name::sort_name;
use super::target::TargetBallot;
use crate::atoms::{BallotId, BallotOrder, ElectionId, PersonId, Standing, Words as _, sort_key};
use crate::edit::{Item, Value};
use crate::import::parties::Parties;
use crate::import::proposal::record_text;
use crate::import::recorded::{Recorded, RecordedBallot, RecordedCandidacy};

/// What is known across all ballots of a list while each one is compared with the records.
pub(super) struct MergeContext<'a> {
    /// Whether the list may change what is on record, or only add to it.
    pub(super) adds_only: bool,
    /// Whether it is a list of one's own, whose names are no better than those on record.
    pub(super) own: bool,
    /// Whether people whom the list lacks stay as they are.
    pub(super) missing_stay: bool,
    pub(super) parties: &'a Parties<'a>,
    /// The ballot on which each person's answers stand.
    pub(super) homes: BTreeMap<(ElectionId, PersonId), BallotId>,
    pub(super) successors: BTreeMap<(ElectionId, PersonId), Successor<'a>>,
    /// Everybody who is on record.
    pub(super) people: BTreeSet<(&'a ElectionId, &'a PersonId)>,
    /// Everybody whom the list has.
    pub(super) listed: BTreeSet<(ElectionId, &'a PersonId)>,
}

/// The row that takes the place of an id since given up.
pub(super) struct Successor<'a> {
    pub(super) entry: &'a ListEntry,
    pub(super) ballot: BallotId,
}

impl MergeContext<'_> {
    /// Where the answers of a candidacy on this ballot stand, when it is another ballot.
    pub(super) fn answers_in(&self, election: &ElectionId, ballot: &BallotId, person: &PersonId) -> Option<&BallotId> {
        self.homes.get(&(election.clone(), person.clone())).filter(|home| *home != ballot)
    }

    /// The row that has taken the place of a recorded person, on whichever ballot it is.
    pub(super) fn successor(&self, election: &ElectionId, person: &PersonId) -> Option<&Successor<'_>> {
        self.successors.get(&(election.clone(), person.clone()))
    }

    /// Whether somebody is on record, on any ballot of the election.
    pub(super) fn is_recorded(&self, election: &ElectionId, person: &PersonId) -> bool {
        self.people.contains(&(election, person))
    }

    /// Whether the list has somebody on any ballot of the election, under this id or a newer one.
    pub(super) fn is_listed(&self, election: &ElectionId, person: &PersonId) -> bool {
        self.listed.contains(&(election.clone(), person)) || self.successor(election, person).is_some()
    }

    /// The description that a candidacy needs: none when it says no more than the party's name.
    pub(super) fn description<'e>(&self, entry: &'e ListEntry) -> Option<&'e str> {
        let party = self.parties.of(&entry.party).map_or("", |party| self.parties.name(party));
        entry.description.as_deref().filter(|d| *d != &*entry.party.name && *d != party)
    }
}

/// Where each person's answers stand: on the recorded ballot that may hold some, else on the first of the list.
pub(super) fn homes(recorded: &Recorded, targets: &[TargetBallot<'_>]) -> BTreeMap<(ElectionId, PersonId), BallotId> {
    let listed: BTreeMap<&BallotId, &TargetBallot<'_>> = targets.iter().map(|target| (&target.id, target)).collect();
    let elsewhere =
        |b: &RecordedBallot, c: &RecordedCandidacy| c.answers_elsewhere.then(|| (b.election.clone(), c.person.clone()));
    // Who answers once for two ballots goes on to do so on the same one.
    let shared: BTreeSet<_> =
        recorded.ballots.iter().flat_map(|b| b.candidacies.iter().filter_map(move |c| elsewhere(b, c))).collect();
    let mut homes = BTreeMap::new();
    for ballot in &recorded.ballots {
        let listed = listed.get(&ballot.id);
        for candidacy in ballot.candidacies.iter().filter(|c| !c.answers_elsewhere) {
            let stands = candidacy.status == Standing::Standing;
            let kept = candidacy.has_positions || shared.contains(&(ballot.election.clone(), candidacy.person.clone()));
            if kept || (stands && listed.is_none_or(|t| t.holds(&candidacy.person))) {
                for id in candidacy.former.iter().chain([&candidacy.person]) {
                    homes.insert((ballot.election.clone(), id.clone()), ballot.id.clone());
                }
            }
        }
    }
    for target in targets {
        let key = |id: &PersonId| (target.election.clone(), id.clone());
        for entry in target.rows.iter().map(|row| &row.entry) {
            let known = entry.former.iter().find_map(|id| homes.get(&key(id))).unwrap_or(&target.id).clone();
            for id in entry.former.iter().chain([&entry.person]) {
                homes.entry(key(id)).or_insert_with(|| known.clone());
            }
        }
    }
    homes
}

/// Everybody whom the list has, by election.
pub(super) fn listed<'a>(targets: &[TargetBallot<'a>]) -> BTreeSet<(ElectionId, &'a PersonId)> {
    let people = |target: &TargetBallot<'a>| target.rows.iter().map(|row| &row.entry.person).collect::<Vec<_>>();
    targets.iter().flat_map(|t| people(t).into_iter().map(|person| (t.election.clone(), person))).collect()
}

/// The rows that take the place of ids since given up.
pub(super) fn successors<'a>(targets: &[TargetBallot<'a>]) -> BTreeMap<(ElectionId, PersonId), Successor<'a>> {
    let mut successors = BTreeMap::new();
    for target in targets {
        for entry in target.rows.iter().map(|row| &row.entry) {
            for id in &entry.former {
                let successor = Successor { entry, ballot: target.id.clone() };
                successors.entry((target.election.clone(), id.clone())).or_insert(successor);
            }
        }
    }
    successors
}

impl<'a> TargetBallot<'a> {
    /// Whether the list has this person on this ballot, under this id or a newer one.
    fn holds(&self, person: &PersonId) -> bool {
        self.rows.iter().any(|row| row.entry.person == *person || row.entry.former.contains(person))
    }

    /// Whether people stand on lists, and where on them: a ballot without places is no use as one of lists.
    pub(super) fn is_on_lists(&self, parties: &Parties<'_>) -> bool {
        self.contest.lists == Some(true) && self.without_place(parties).is_none()
    }

    /// The first row of a ballot with lists that leaves the place on its list blank.
    pub(super) fn without_place(&self, parties: &Parties<'_>) -> Option<&'a ListRow> {
        self.rows.iter().copied().find(|row| self.contest.lists == Some(true) && parties.lacks_place(&row.entry))
    }

    /// Leaves out rows that say again what another row of this ballot says.
    pub(super) fn drop_repeated(&mut self, skipped: &mut Vec<(u32, String)>) {
        let merged: BTreeMap<PersonId, PersonId> =
            self.rows.iter().flat_map(|r| r.entry.former.iter().map(|f| (f.clone(), r.entry.person.clone()))).collect();
        let mut first: BTreeMap<&PersonId, &ListRow> = BTreeMap::new();
        let mut kept = Vec::with_capacity(self.rows.len());
        for row in std::mem::take(&mut self.rows) {
            let person = &row.entry.person;
            let reason = match (first.get(person), merged.get(person)) {
                (Some(earlier), _) if earlier.entry == row.entry => Some(format!("the same as line {}", earlier.line)),
                (Some(earlier), _) => Some(format!("the same person as on line {}, which counts", earlier.line)),
                (None, Some(new)) if new != person => Some(format!("this id was merged into {new}, who is listed too")),
                (None, _) => None,
            };
            match reason {
                Some(reason) => skipped.push((row.line, reason)),
                None => {
                    first.insert(person, row);
                    kept.push(row);
                }
            }
        }
        self.rows = kept;
    }
}

/// The entry of a new candidacy.
pub(super) fn item(target: &TargetBallot<'_>, entry: &ListEntry, context: &MergeContext<'_>) -> Item {
    let sort = sort_name(&entry.name, entry.family_name.as_deref());
    let mut keys = vec![
        ("person", Value::plain(&entry.person)),
        ("name", Value::text(&*entry.name)),
        ("sort_name", Value::text(sort.text)),
    ];
    if sort.guessed {
        keys.push(("guessed", Value::plain(true)));
    }
    if let Some(party) = context.parties.of(&entry.party) {
        keys.push(("party", id_value(party.as_str())));
    }
    keys.extend(context.description(entry).map(|d| ("description", Value::text(d))));
    keys.extend(context.parties.list_position(entry).map(|n| ("list_position", Value::plain(n))));
    keys.extend(
        context.answers_in(&target.election, &target.id, &entry.person).map(|b| ("answers_in", id_value(b.as_str()))),
    );
    if !entry.former.is_empty() {
        keys.push(("former", Value::List(entry.former.iter().map(Value::plain).collect())));
    }
    Item(keys)
}

fn id_value(id: &str) -> Value {
    Value::text(id)
}

/// The rows of a ballot by sort name.
pub(super) fn by_sort_name<'a>(rows: &[&'a ListRow]) -> Vec<&'a ListEntry> {
    let mut entries: Vec<&ListEntry> = rows.iter().map(|row| &row.entry).collect();
    entries.sort_by_cached_key(|e| (sort_key(&sort_name(&e.name, e.family_name.as_deref()).text), e.person.clone()));
    entries
}

/// The rows of a ballot of lists: the lists by name, each by its numbers, then those who stand alone.
pub(super) fn by_list<'a>(rows: &[&'a ListRow], context: &MergeContext<'_>) -> Vec<&'a ListEntry> {
    let mut entries = by_sort_name(rows);
    entries.sort_by_cached_key(|entry| {
        let list = context.parties.of(&entry.party).filter(|party| context.parties.has_list(party));
        let list = list.map(|party| (context.parties.name(party).to_lowercase(), party.clone()));
        (list.is_none(), list, context.parties.list_position(entry))
    });
    entries
}

/// The file of a ballot that is not on record.
pub(super) fn new_ballot(target: &TargetBallot<'_>, context: &MergeContext<'_>) -> String {
    let contest = &target.contest;
    let mut area = vec![("name", Value::text(&*contest.area))];
    area.extend(contest.gss.as_ref().map(|gss| ("gss", Value::plain(gss))));
    let mut keys = vec![("id", id_value(target.id.as_str())), ("area", Value::Map(area))];
    keys.extend(contest.nation.map(|n| ("nation", Value::plain(n.word()))));
    keys.extend(contest.region.as_ref().map(|r| ("region", Value::text(&**r))));
    keys.extend(contest.seats.map(|n| ("seats", Value::plain(n))));
    let on_lists = target.is_on_lists(context.parties);
    if on_lists {
        keys.push(("kind", Value::plain("lists")));
    }
    if contest.cancelled == Some(true) {
        keys.push(("cancelled", Value::plain(true)));
    }
    // The order in which the rows follow below; that of lists needs no word.
    if !on_lists {
        keys.push(("order", Value::plain(BallotOrder::FamilyName.word())));
    }
    let mut text = record_text(keys) + "candidates:\n";
    for entry in if on_lists { by_list(&target.rows, context) } else { by_sort_name(&target.rows) } {
        for line in item(target, entry, context).to_block(2) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}
