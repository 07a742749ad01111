//! Takes the party labels of a list, gives the recorded party of each and the records of new ones. Never takes two
//! registrations for one because they share a name.

mod names;
mod new_party;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::names::{PartyNames, SaidName};
use super::candidates::{
    CandidateList, CandidateOptions, Generation, ListEntry, ListRow, PartyLabel, SaidParty, plain,
};
use super::recorded::Recorded;
use super::tables::shortened;
use crate::atoms::{PartyId, PartyKind, Text, near, slug_of};
use crate::country::uk::{
    LABOUR, LABOUR_AND_COOPERATIVE, Nation, Registration, is_same_party_name, published_id_of_name,
};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::PartyRecord;

/// The parties of a list: to which record each of its labels belongs, and the new ones.
pub(super) struct Parties<'r> {
    generation: Generation,
    of_label: BTreeMap<PartyLabel, PartyId>,
    /// The parties on record, by all ids under which others may name them.
    known: HashMap<String, &'r PartyId>,
    on_record: BTreeMap<&'r PartyId, &'r PartyRecord>,
    names: BTreeMap<PartyId, String>,
    listed: BTreeMap<PartyId, PartyNames>,
    new: BTreeMap<PartyId, NewParty>,
    /// New parties that are called nearly as known ones are: the name, its line, and the known one with its name.
    nearly: Vec<(String, u32, PartyId, String)>,
}

#[derive(Debug, Clone)]
struct NewParty {
    registration: Registration,
    nations: BTreeSet<Nation>,
}

impl<'r> Parties<'r> {
    /// Finds the party of every label of the list. A name alone never joins two registrations, and
    /// never makes a new one.
    ///
    /// Rows of another election than the wanted one bring no party.
    pub(super) fn resolve(
        list: &CandidateList,
        options: &CandidateOptions,
        recorded: &Recorded<'r>,
        file: &FileName,
        found: &mut Diagnostics,
    ) -> Self {
        let mut parties = Self::on_record(list.generation, recorded);
        let rows = list.rows.iter().filter(|row| row.entry.contest.is_of(options.election.as_ref()));
        // Labels with an id first: those without may be known by the names that these bring.
        let (with, without): (Vec<&ListRow>, Vec<&ListRow>) =
            rows.partition(|row| published_id(&row.entry.party, list.generation).is_some());
        with.iter().for_each(|row| parties.registered(row));
        parties.settle_names();
        for row in &without {
            parties.said(row, options, file, found);
        }
        let unknown = parties.by_name(&without);
        parties.complete_joint();
        for (label, line) in unknown {
            let message =
                format!("this list gives no id for “{}”, and a name does not say which party it is", label.name);
            let help = "fill in the column “party_id” with the party's registration (for example PP53), or with \
                        ynmp-party:2 for independents; or say which it is: --party “Name in the list=pp53”";
            found.push(Code::UnknownReference, file, Pos { line, column: 1 }, message, help);
        }
        parties
    }

    fn on_record(generation: Generation, recorded: &Recorded<'r>) -> Self {
        let parties = || recorded.records.parties.iter().map(|party| &party.record);
        Self {
            generation,
            of_label: BTreeMap::new(),
            known: parties().rev().flat_map(|party| known_as(party).map(|id| (id, &party.id.value))).collect(),
            on_record: parties().map(|party| (&party.id.value, party)).collect(),
            names: parties().map(|party| (party.id.value.clone(), party.name.to_string())).collect(),
            listed: BTreeMap::new(),
            new: BTreeMap::new(),
            nearly: Vec::new(),
        }
    }

    /// The party of a label; `None` when it was reported.
    pub(super) fn of(&self, label: &PartyLabel) -> Option<&PartyId> {
        self.of_label.get(label)
    }

    /// Whether people who stand for a party are on its list, on a ballot of lists.
    pub(super) fn has_list(&self, party: &PartyId) -> bool {
        let recorded = self.on_record.get(party).map(|party| party.kind);
        let kind = recorded.or_else(|| self.new.get(party).map(|new| new.registration.kind));
        !matches!(kind, Some(PartyKind::Independent | PartyKind::Speaker))
    }

    /// The place of an entry on its party's list.
    pub(super) fn list_position(&self, entry: &ListEntry) -> Option<u32> {
        entry.list_position.filter(|_| self.of(&entry.party).is_none_or(|party| self.has_list(party)))
    }

    /// Whether an entry lacks the place that it needs on a ballot of lists.
    pub(super) fn lacks_place(&self, entry: &ListEntry) -> bool {
        entry.list_position.is_none() && self.of(&entry.party).is_none_or(|party| self.has_list(party))
    }

    /// The recorded or listed name of a party.
    pub(super) fn name(&self, party: &PartyId) -> &str {
        self.names.get(party).map_or("", String::as_str)
    }

    /// Parties that the list gives another name than their records have, or will have.
    ///
    /// A list that is older than the records can say nothing of the names that are there.
    pub(super) fn called_otherwise(&self, adds_only: bool) -> Vec<String> {
        let mut called = Vec::new();
        for (party, listed) in &self.listed {
            let recorded = self.on_record.get(party);
            if recorded.is_some() && adds_only {
                continue;
            }
            let kept = self.name(party);
            for SaidName { name, rows, line } in listed.other_than(kept) {
                if recorded.is_some_and(|known| names_of(known).any(|own| is_same_party_name(own.as_str(), name))) {
                    continue;
                }
                let (kept, name) = (shortened(kept, 80), shortened(name, 80));
                let more = if rows > 1 { format!("(and {} more) ", rows - 1) } else { String::new() };
                called.push(format!(
                    "Look at candidates/parties/{party}.yaml: it says “name: {kept}”, and line {line} of the list {more}says \
                     “{name}”. The record stays; change it by hand if the list is right."
                ));
            }
        }
        called
    }

    /// Finds or makes the party of a row that gives a published id.
    fn registered(&mut self, row: &ListRow) {
        let label = &row.entry.party;
        let known = self.of_label.get(label).cloned();
        let Some(id) = known.or_else(|| {
            let published = published_id(label, self.generation)?;
            let registration = Registration::of(&published)?;
            Some(self.with_registration(registration))
        }) else {
            return;
        };
        self.of_label.entry(label.clone()).or_insert_with(|| id.clone());
        self.listed.entry(id.clone()).or_default().count(&label.name, row.line);
        self.add_nation(&id, row);
    }

    fn add_nation(&mut self, id: &PartyId, row: &ListRow) {
        if let (Some(new), Some(nation)) = (self.new.get_mut(id), row.entry.contest.nation) {
            new.nations.insert(nation);
        }
    }

    /// The recorded party of a registration, or else a new one.
    fn with_registration(&mut self, registration: Registration) -> PartyId {
        let ids = registration.published.iter().map(|id| id.to_lowercase()).chain([registration.id.to_string()]);
        if let Some(party) = ids.filter_map(|id| self.known.get(&id)).copied().next() {
            return party.clone();
        }
        let id = registration.id.clone();
        self.new.entry(id.clone()).or_insert(NewParty { registration, nations: BTreeSet::new() });
        id
    }

    /// Takes the party that somebody says a label without an id means.
    fn said(&mut self, row: &ListRow, options: &CandidateOptions, file: &FileName, found: &mut Diagnostics) {
        let label = &row.entry.party;
        let Some(said) = options.party(label).filter(|_| !self.of_label.contains_key(label)) else { return };
        let id = match said {
            SaidParty::New => self.local(label.name.as_str()),
            SaidParty::Known(id) => self.known.get(id.as_str()).map(|known| (*known).clone()),
        };
        match (id, said) {
            (Some(id), _) => drop(self.of_label.insert(label.clone(), id)),
            (None, SaidParty::Known(id)) => {
                let message = format!("“{}” is said to be {id}, and no party on record has that id", label.name);
                let help =
                    "name a party of candidates/parties/, or say that it is a new one: --party “Name in the list=new”";
                found.push(Code::UnknownReference, file, Pos { line: row.line, column: 1 }, message, help);
            }
            (None, SaidParty::New) => {}
        }
    }

    /// Labels without an id whose party is unclear, each with the line of its first row.
    fn by_name(&mut self, rows: &[&ListRow]) -> Vec<(PartyLabel, u32)> {
        let mut unknown: BTreeMap<PartyLabel, u32> = BTreeMap::new();
        let mut bearers: HashMap<String, Vec<PartyId>> = HashMap::new();
        for (id, name) in &self.names {
            bearers.entry(plain(name)).or_default().push(id.clone());
        }
        for row in rows {
            let label = &row.entry.party;
            let id =
                self.of_label.get(label).cloned().or_else(|| self.of_name(label.name.as_str(), row.line, &mut bearers));
            match id {
                Some(id) => {
                    self.of_label.entry(label.clone()).or_insert_with(|| id.clone());
                    self.add_nation(&id, row);
                }
                None => drop(unknown.entry(label.clone()).or_insert(row.line)),
            }
        }
        let mut unknown: Vec<_> = unknown.into_iter().collect();
        unknown.sort_by_key(|(_, line)| *line);
        unknown
    }

    /// The one party with a name; in a list of one's own, a new one when nobody has it.
    fn of_name(&mut self, name: &str, line: u32, bearers: &mut HashMap<String, Vec<PartyId>>) -> Option<PartyId> {
        match (self.generation, bearers.get(&plain(name)).map(Vec::as_slice)) {
            (Generation::First | Generation::Own, Some([one])) => Some(one.clone()),
            (Generation::Own, None) => {
                self.compare(name, line);
                let id = self.local(name)?;
                bearers.insert(plain(name), vec![id.clone()]);
                Some(id)
            }
            (Generation::First | Generation::Later | Generation::Own, _) => None,
        }
    }

    /// Notes a known party of nearly the same name.
    fn compare(&mut self, name: &str, line: u32) {
        let on_record =
            self.on_record.iter().flat_map(|(id, party)| names_of(party).map(move |own| (*id, own.as_str())));
        let known: Vec<_> = on_record.chain(self.names.iter().map(|(id, own)| (id, own.as_str()))).collect();
        let meant = near(name, known.iter().map(|(_, own)| *own));
        if let Some((id, own)) = known.into_iter().find(|(_, own)| Some(*own) == meant) {
            self.nearly.push((name.to_owned(), line, id.clone(), own.to_owned()));
        }
    }

    /// New parties that may be known ones, and how to say so.
    pub(super) fn doubts(&self) -> Vec<String> {
        let doubt = |(name, line, id, own): &(String, u32, PartyId, String)| {
            let (name, own) = (shortened(name, 80), shortened(own, 80));
            format!(
                "“{name}” (line {line}) is taken for a new party, and {id} is called nearly the same: “{own}”. If they are one, \
                 say so with --party “{name}={id}”."
            )
        };
        self.nearly.iter().map(doubt).collect()
    }

    /// A new party of our own, for a name that nobody has registered as far as is known here.
    fn local(&mut self, name: &str) -> Option<PartyId> {
        let slug = slug_of(name)?;
        let numbered = (2..1000).map(|n| format!("{slug}-{n}"));
        let ids = std::iter::once(slug.to_string()).chain(numbered).filter_map(|id| id.parse::<PartyId>().ok());
        let id = { ids }.find(|id| !self.names.contains_key(id) && !self.known.contains_key(id.as_str()))?;
        let registration = Registration { id: id.clone(), published: Vec::new(), kind: PartyKind::Party };
        self.names.insert(id.clone(), name.to_owned());
        self.new.insert(id.clone(), NewParty { registration, nations: BTreeSet::new() });
        Some(id)
    }

    /// The Labour Party's file has to be there when the joint label takes its line from it.
    fn complete_joint(&mut self) {
        let joint = self.new.values().any(|new| new.registration.is_labour_and_cooperative());
        let (published, name) = LABOUR;
        if let Some(labour) = Registration::of(published).filter(|_| joint) {
            let id = self.with_registration(labour);
            self.names.entry(id).or_insert_with(|| name.to_owned());
        }
    }
}

/// All ids by which others may name a party, in small letters.
fn known_as(party: &PartyRecord) -> impl Iterator<Item = String> {
    let own = party.former.iter().chain([&party.id]).map(ToString::to_string);
    party.ids.iter().map(|id| id.as_str().to_lowercase()).chain(own)
}

/// What a party is called: in full, in short, and in other languages.
fn names_of(party: &PartyRecord) -> impl Iterator<Item = &Text> {
    let translated = party.translations.iter().flat_map(|all| all.values());
    let translated = translated.flat_map(|texts| ["name", "short_name"].map(|key| texts.get(key)));
    translated.flatten().chain(&party.short_name).chain([&party.name])
}

/// The id under which a label is published; lists leave it blank for some labels that are no
/// registration, those of the first generation also for the joint one.
fn published_id(label: &PartyLabel, generation: Generation) -> Option<String> {
    let of_name = || published_id_of_name(label.name.as_str());
    let blank = || of_name().filter(|id| *id != LABOUR_AND_COOPERATIVE || generation == Generation::First);
    label.id.as_ref().map(ToString::to_string).or_else(|| blank().map(str::to_owned))
}
