use std::collections::{BTreeMap, BTreeSet};

use super::candidate_list::{CandidateList, Generation, PartyLabel};
use super::recorded::Recorded;
use crate::atoms::{ElectionId, Nation, PartyId, PartyKind, Words as _, slug_of};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::edit::Value;

/// The registrations of the Labour Party and the Co-operative Party, as a joint label.
const LABOUR_AND_COOPERATIVE: &str = "joint-party:53-119";

/// The parties of a list: to which record each of its labels belongs, and the new ones.
pub(super) struct Parties {
    generation: Generation,
    of_label: BTreeMap<PartyLabel, PartyId>,
    names: BTreeMap<PartyId, String>,
    new: BTreeMap<PartyId, NewParty>,
}

#[derive(Debug, Clone)]
struct NewParty {
    registration: Registration,
    name: String,
    nations: BTreeSet<Nation>,
}

/// What a published id says about a label.
#[derive(Debug, Clone)]
struct Registration {
    id: PartyId,
    published: Vec<String>,
    kind: PartyKind,
}

impl Parties {
    /// Finds the party of every label of the list. A name alone never joins two registrations, and
    /// never makes a new one.
    ///
    /// Rows of another election than the wanted one bring no party.
    pub(super) fn resolve(
        list: &CandidateList,
        wanted: Option<&ElectionId>,
        recorded: &Recorded,
        file: &FileName,
        found: &mut Diagnostics,
    ) -> Self {
        let names = recorded.parties.iter().map(|p| (p.id.clone(), p.name.clone())).collect();
        let mut parties = Self { generation: list.generation, of_label: BTreeMap::new(), names, new: BTreeMap::new() };
        // Labels with an id first: those without may be known by the names that these bring.
        let mut rows: Vec<_> = list.rows.iter().filter(|row| row.entry.contest.is_of(wanted)).collect();
        rows.sort_by_key(|row| row.entry.party.id.is_none());
        for row in rows {
            let label = &row.entry.party;
            let party = match parties.of_label.get(label) {
                Some(party) => Some(party.clone()),
                None => parties.add(label, recorded, file, row.line, found),
            };
            let new = party.and_then(|party| parties.new.get_mut(&party));
            if let (Some(new), Some(nation)) = (new, row.entry.contest.nation) {
                new.nations.insert(nation);
            }
        }
        parties.complete_joint();
        parties
    }

    /// The party of a label; `None` when it was reported.
    pub(super) fn of(&self, label: &PartyLabel) -> Option<&PartyId> {
        self.of_label.get(label)
    }

    /// The recorded or listed name of a party.
    pub(super) fn name(&self, party: &PartyId) -> &str {
        self.names.get(party).map_or("", String::as_str)
    }

    /// The new parties, each with the text of its file.
    pub(super) fn new_files(&self) -> impl Iterator<Item = (&PartyId, String)> {
        self.new.iter().map(|(id, new)| (id, self.text(new)))
    }

    fn add(
        &mut self,
        label: &PartyLabel,
        recorded: &Recorded,
        file: &FileName,
        line: u32,
        found: &mut Diagnostics,
    ) -> Option<PartyId> {
        let id = match published_id(label, self.generation) {
            Some(published) => self.registered(&published, &label.name, recorded),
            None if self.generation == Generation::First => self.known_by_name(label),
            None => None,
        };
        match id {
            Some(id) => {
                self.of_label.insert(label.clone(), id.clone());
                Some(id)
            }
            None => {
                let message =
                    format!("this list gives no id for “{}”, and a name does not tell which party it is", label.name);
                let help = "fill in the column “party_id” with the party's registration (for example PP53), or with \
                            ynmp-party:2 for independents";
                found.push(Code::UnknownReference, file, Pos { line, column: 1 }, message, help);
                None
            }
        }
    }

    fn registered(&mut self, published: &str, name: &str, recorded: &Recorded) -> Option<PartyId> {
        let registration = Registration::of(published)?;
        let known = recorded.parties.iter().find(|party| {
            let ids = registration.published.iter().map(|id| id.to_lowercase());
            ids.chain([registration.id.to_string()]).any(|id| party.known_as.contains(&id))
        });
        Some(match known {
            Some(party) => party.id.clone(),
            None => self.create(registration, name),
        })
    }

    fn create(&mut self, registration: Registration, name: &str) -> PartyId {
        let id = registration.id.clone();
        self.names.entry(id.clone()).or_insert_with(|| name.to_owned());
        let new = NewParty { registration, name: name.to_owned(), nations: BTreeSet::new() };
        self.new.entry(id.clone()).or_insert(new);
        id
    }

    /// The one party with this name; `None` when nobody or several have it.
    fn known_by_name(&self, label: &PartyLabel) -> Option<PartyId> {
        let wanted = slug_of(&label.name)?;
        let mut same = self.names.iter().filter(|(_, name)| slug_of(name).as_ref() == Some(&wanted)).map(|(id, _)| id);
        same.next().filter(|_| same.next().is_none()).cloned()
    }

    /// The Labour Party's file has to be there when the joint label takes its line from it.
    fn complete_joint(&mut self) {
        let joint = self.new.values().any(|new| new.registration.published == [LABOUR_AND_COOPERATIVE]);
        if let Some(labour) = Registration::of("PP53").filter(|labour| joint && !self.names.contains_key(&labour.id)) {
            self.create(labour, "Labour Party");
        }
    }

    fn text(&self, new: &NewParty) -> String {
        let Registration { id, published, kind } = &new.registration;
        let mut keys = vec![
            ("id", Value::plain(id)),
            ("ids", Value::List(published.iter().map(Value::text).collect())),
            ("name", Value::text(&new.name)),
        ];
        keys.retain(|(key, _)| *key != "ids" || !published.is_empty());
        if *kind != PartyKind::Party {
            keys.push(("kind", Value::plain(kind.word())));
        }
        if let Some(note) = self.note(new) {
            keys.push(("note", Value::text(note)));
        }
        let mut text = String::new();
        for (key, value) in keys {
            text.push_str(&format!("{key}: {}\n", value.to_block()));
        }
        if *published == [LABOUR_AND_COOPERATIVE] {
            text.push_str("line_from:\n  party: pp53\n");
            text.push_str(
                "  because: These candidates stand for the Labour Party and the Co-operative Party together.\n",
            );
        }
        text
    }

    /// Where a new party stands, when another of the same name stands elsewhere.
    fn note(&self, new: &NewParty) -> Option<String> {
        let id = &new.registration.id;
        let mut twins = self.names.iter().filter(|(other, name)| *other != id && **name == new.name).peekable();
        twins.peek()?;
        let apart = twins.all(|(twin, _)| self.new.get(twin).is_none_or(|t| t.nations.is_disjoint(&new.nations)));
        (apart && !new.nations.is_empty()).then(|| nations(&new.nations))
    }
}

/// Nations in words.
fn nations(nations: &BTreeSet<Nation>) -> String {
    let name = |nation: &Nation| match nation {
        Nation::England => "England",
        Nation::Scotland => "Scotland",
        Nation::Wales => "Wales",
        Nation::NorthernIreland => "Northern Ireland",
    };
    let britain = [Nation::England, Nation::Scotland, Nation::Wales];
    if nations.iter().copied().eq(britain) {
        return "Great Britain".to_owned();
    }
    let names: Vec<&str> = nations.iter().map(name).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The id under which a label is published; lists leave it blank for some labels that are no
/// registration, those of the first generation also for the joint one.
fn published_id(label: &PartyLabel, generation: Generation) -> Option<String> {
    if let Some(id) = &label.id {
        return Some(id.to_string());
    }
    match label.name.to_lowercase().as_str() {
        "independent" => Some("ynmp-party:2".to_owned()),
        "speaker seeking re-election" => Some("ynmp-party:12522".to_owned()),
        "labour and co-operative party" if generation == Generation::First => Some(LABOUR_AND_COOPERATIVE.to_owned()),
        _ => None,
    }
}

impl Registration {
    fn of(published: &str) -> Option<Self> {
        let lower = published.to_lowercase();
        let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let number = lower.strip_prefix("pp").or_else(|| lower.strip_prefix("party:")).filter(is_number);
        if let Some(number) = number.map(|number| number.trim_start_matches('0')).filter(is_number) {
            let published = vec![format!("PP{number}"), format!("party:{number}")];
            return Some(Self { id: format!("pp{number}").parse().ok()?, published, kind: PartyKind::Party });
        }
        let (id, kind) = match lower.as_str() {
            "ynmp-party:2" | "independent" => ("independent".to_owned(), PartyKind::Independent),
            "ynmp-party:12522" | "speaker" => ("speaker".to_owned(), PartyKind::Speaker),
            other => match other.strip_prefix("joint-party:") {
                Some(parties) => (format!("joint-{parties}"), PartyKind::Joint),
                None => (slug_of(other)?.to_string(), PartyKind::Party),
            },
        };
        let published = if id == published { Vec::new() } else { vec![published.to_owned()] };
        Some(Self { id: id.parse().ok()?, published, kind })
    }
}
