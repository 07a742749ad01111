use std::collections::{BTreeMap, BTreeSet};

use super::list::{ListEntry, ListRow};
use super::result::result_value;
use super::sort_name::sort_name;
use super::target::TargetBallot;
use crate::atoms::{BallotId, BallotOrder, ElectionId, PersonId, Standing, Text, Words as _, sort_key};
use crate::edit::{Item, Value};
use crate::import::parties::Parties;
use crate::import::proposal::record_text;
use crate::import::recorded::Recorded;

/// What comparing a ballot needs to know of all the others.
pub(super) struct MergeContext<'a> {
    /// Whether the list may change what is on record, or only add to it.
    pub(super) adds_only: bool,
    /// Whether it is a list of one's own, whose names are no better than those on record.
    pub(super) own: bool,
    /// Whether people whom the list lacks stay as they are.
    pub(super) missing_stay: bool,
    pub(super) parties: &'a Parties<'a>,
    /// The ballot on which each person's answers stand.
    homes: BTreeMap<InElection<'a>, &'a BallotId>,
    /// The rows that take the place of ids since given up, with their ballots.
    successors: BTreeMap<InElection<'a>, (&'a ListEntry, &'a BallotId)>,
    /// Everybody who is on record.
    people: BTreeSet<InElection<'a>>,
    /// Everybody whom the list has.
    listed: BTreeSet<InElection<'a>>,
}

/// A person in an election.
type InElection<'a> = (&'a ElectionId, &'a PersonId);

impl<'a> MergeContext<'a> {
    pub(super) fn of(
        recorded: &'a Recorded<'_>,
        targets: &'a [TargetBallot<'a>],
        parties: &'a Parties<'a>,
        (adds_only, own, missing_stay): (bool, bool, bool),
    ) -> Self {
        let rows = || targets.iter().flat_map(|target| target.rows.iter().map(move |row| (target, &row.entry)));
        let mut successors = BTreeMap::new();
        for (target, entry) in rows() {
            for id in &entry.former {
                successors.entry((&target.election, id)).or_insert((entry, &target.id));
            }
        }
        Self {
            adds_only,
            own,
            missing_stay,
            parties,
            homes: homes(recorded, targets),
            successors,
            people: recorded.people(),
            listed: rows().map(|(target, entry)| (&target.election, &entry.person)).collect(),
        }
    }

    /// Where the answers of a candidacy on this ballot stand, when it is another ballot.
    pub(super) fn answers_in(&self, election: &ElectionId, ballot: &BallotId, person: &PersonId) -> Option<&BallotId> {
        self.homes.get(&(election, person)).copied().filter(|home| *home != ballot)
    }

    /// The row that has taken the place of a recorded person, on whichever ballot it is.
    pub(super) fn successor(&self, election: &ElectionId, person: &PersonId) -> Option<(&'a ListEntry, &'a BallotId)> {
        self.successors.get(&(election, person)).copied()
    }

    /// Whether somebody is on record, on any ballot of the election.
    pub(super) fn is_recorded(&self, election: &ElectionId, person: &PersonId) -> bool {
        self.people.contains(&(election, person))
    }

    /// Whether the list has somebody on any ballot of the election, under this id or a newer one.
    pub(super) fn is_listed(&self, election: &ElectionId, person: &PersonId) -> bool {
        self.listed.contains(&(election, person)) || self.successor(election, person).is_some()
    }

    /// The description that a candidacy needs: none when it says no more than the party's name.
    pub(super) fn description<'e>(&self, entry: &'e ListEntry) -> Option<&'e str> {
        let party = self.parties.of(&entry.party).map_or("", |party| self.parties.name(party));
        entry.description.as_ref().map(Text::as_str).filter(|d| *d != entry.party.name.as_str() && *d != party)
    }
}

/// Where each person's answers stand: on the recorded ballot that may hold some, else on the first of the list.
fn homes<'a>(recorded: &'a Recorded<'_>, targets: &'a [TargetBallot<'a>]) -> BTreeMap<InElection<'a>, &'a BallotId> {
    let listed: BTreeMap<&BallotId, &TargetBallot<'_>> = targets.iter().map(|target| (&target.id, target)).collect();
    let candidacies = || recorded.ballots.iter().flat_map(|b| b.record.candidates.iter().map(move |c| (b, c)));
    // Who answers once for two ballots goes on to do so on the same one.
    let elsewhere = candidacies().filter(|(_, c)| c.answers_in.is_some());
    let shared: BTreeSet<InElection<'_>> = elsewhere.map(|(b, c)| (&b.election, &c.person.value)).collect();
    let mut homes = BTreeMap::new();
    for (ballot, candidacy) in candidacies().filter(|(_, c)| c.answers_in.is_none()) {
        let stands = candidacy.status == Standing::Standing;
        let is_listed = || listed.get(&ballot.record.id.value).is_none_or(|target| target.holds(&candidacy.person));
        let kept = !candidacy.positions.is_empty() || shared.contains(&(&ballot.election, &candidacy.person.value));
        if kept || (stands && is_listed()) {
            let ids = candidacy.former.iter().chain([&candidacy.person]);
            homes.extend(ids.map(|id| ((&ballot.election, &id.value), &ballot.record.id.value)));
        }
    }
    for target in targets {
        for entry in target.rows.iter().map(|row| &row.entry) {
            let known = entry.former.iter().find_map(|id| homes.get(&(&target.election, id)).copied());
            for id in entry.former.iter().chain([&entry.person]) {
                homes.entry((&target.election, id)).or_insert(known.unwrap_or(&target.id));
            }
        }
    }
    homes
}

impl<'a> TargetBallot<'a> {
    /// Whether the list has this person on this ballot, under this id or a newer one.
    pub(super) fn holds(&self, person: &PersonId) -> bool {
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

    /// Leaves out rows about people whom another row of this ballot has.
    pub(super) fn drop_repeated(&mut self, skipped: &mut Vec<(u32, String)>) {
        let replaced = |row: &&'a ListRow| row.entry.former.iter().map(|old| (old, &row.entry.person));
        let merged: BTreeMap<&PersonId, &PersonId> = self.rows.iter().copied().flat_map(|row| replaced(&row)).collect();
        let mut first: BTreeMap<&PersonId, &ListRow> = BTreeMap::new();
        let mut kept = Vec::with_capacity(self.rows.len());
        for row in std::mem::take(&mut self.rows) {
            let person = &row.entry.person;
            let reason = match (first.get(person), merged.get(person)) {
                (Some(earlier), _) if earlier.entry == row.entry => Some(format!("the same as line {}", earlier.line)),
                (Some(earlier), _) => Some(format!("the same person as on line {}, which counts", earlier.line)),
                (None, Some(new)) if *new != person => {
                    Some(format!("this id was merged into {new}, who is listed too"))
                }
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
    let sort = sort_name(entry.name.as_str(), entry.family_name.as_ref().map(Text::as_str));
    let mut keys = vec![
        ("person", Value::plain(&entry.person)),
        ("name", Value::text(entry.name.as_str())),
        ("sort_name", Value::text(sort.text)),
    ];
    if sort.guessed {
        keys.push(("guessed", Value::plain(true)));
    }
    if let Some(party) = context.parties.of(&entry.party) {
        keys.push(("party", Value::text(party.as_str())));
    }
    keys.extend(context.description(entry).map(|d| ("description", Value::text(d))));
    keys.extend(result_value(entry));
    keys.extend(context.parties.list_position(entry).map(|n| ("list_position", Value::plain(n))));
    keys.extend(
        context
            .answers_in(&target.election, &target.id, &entry.person)
            .map(|b| ("answers_in", Value::text(b.as_str()))),
    );
    if !entry.former.is_empty() {
        keys.push(("former", Value::List(entry.former.iter().map(Value::plain).collect())));
    }
    Item(keys)
}

/// The rows of a ballot by sort name.
pub(super) fn by_sort_name<'a>(rows: &[&'a ListRow]) -> Vec<&'a ListEntry> {
    let mut entries: Vec<&ListEntry> = rows.iter().map(|row| &row.entry).collect();
    entries.sort_by_cached_key(|e| {
        (sort_key(&sort_name(e.name.as_str(), e.family_name.as_ref().map(Text::as_str)).text), e.person.clone())
    });
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
    let mut area = vec![("name", Value::text(contest.area.as_str()))];
    area.extend(contest.gss.as_ref().map(|gss| ("gss", Value::plain(gss))));
    let mut keys = vec![("id", Value::text(target.id.as_str())), ("area", Value::Map(area))];
    keys.extend(contest.nation.map(|n| ("nation", Value::plain(n.word()))));
    keys.extend(contest.region.as_ref().map(|r| ("region", Value::text(r.as_str()))));
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
