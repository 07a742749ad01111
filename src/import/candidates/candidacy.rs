use super::ballot::MergeContext;
use super::contradiction::{Contradiction, Fact, Holder};
use super::list::{ListEntry, ListRow};
use super::merge::{CANDIDATES, Merged, set};
use super::sort_name::sort_name;
use crate::atoms::{PersonId, PersonPage, Standing, Words as _, sort_key};
use crate::edit::{Change, Place, Value};
use crate::import::recorded::{RecordedBallot, RecordedCandidacy};

/// The keys of a candidacy that an import writes, in their order.
const KEYS: [&str; 11] = [
    "person",
    "name",
    "sort_name",
    "guessed",
    "party",
    "description",
    "status",
    "list_position",
    "answers_in",
    "former",
    "former_pages",
];

/// Whether a row gives a recorded person another id; one that they had before is none.
fn is_moved(known: &RecordedCandidacy, entry: &ListEntry) -> bool {
    known.person != entry.person && !known.former.contains(&entry.person)
}

fn place(index: usize) -> Place {
    Place::InList { list: CANDIDATES, index }
}

/// What a row changes of the candidacy that it is about.
impl Merged {
    /// Gives a key of a candidacy a value.
    pub(super) fn set(&mut self, index: usize, key: &'static str, value: Value) {
        let before = KEYS.iter().position(|k| *k == key).unwrap_or(KEYS.len());
        self.changes.push(set(place(index), key, value, &KEYS[..before]));
    }

    /// Lets a candidacy say what its row says.
    pub(super) fn update(&mut self, index: usize, ballot: &RecordedBallot, row: &ListRow, context: &MergeContext<'_>) {
        let (known, entry) = (&ballot.candidacies[index], &row.entry);
        self.follow_ids(index, known, entry);
        if context.own {
            self.keep_page(index, known, &known.name, entry);
        } else {
            self.rename(index, known, entry);
            self.keep_page(index, known, &entry.name, entry);
        }
        self.follow_party(index, ballot, row, context);
        if let Some(position) = context.parties.list_position(entry).filter(|p| Some(*p) != known.list_position) {
            self.set(index, "list_position", Value::plain(position));
        }
        match known.status {
            Standing::Standing => {}
            Standing::NotListed => {
                self.set(index, "status", Value::plain("standing"));
                self.people.listed_again += 1;
            }
            Standing::Withdrawn | Standing::Died => {
                self.contradicted(Fact::Status, (known.status.word(), Standing::Standing.word()), ballot, row);
            }
        }
    }

    /// Notes what the record of a row's person says otherwise.
    fn contradicted(&mut self, fact: Fact, (kept, other): (&str, &str), ballot: &RecordedBallot, row: &ListRow) {
        let (kept, other) = (kept.to_owned(), other.to_owned());
        let holder = Holder::Record(ballot.file.clone(), Some(row.entry.person.clone()));
        self.contradictions.push(Contradiction { fact, kept, other, holder, line: row.line });
    }

    /// Lets a candidacy have the id that its row gives, and keep those of before.
    pub(super) fn follow_ids(&mut self, index: usize, known: &RecordedCandidacy, entry: &ListEntry) {
        let moved = is_moved(known, entry);
        let mut former: Vec<&PersonId> = Vec::new();
        for id in moved.then_some(&known.person).into_iter().chain(&entry.former) {
            if *id != entry.person && !known.former.contains(id) && !former.contains(&id) {
                former.push(id);
            }
        }
        if moved {
            self.set(index, "person", Value::plain(&entry.person));
            self.moved.push((known.person.clone(), entry.person.clone()));
            self.people.merged += 1;
        }
        if !former.is_empty() {
            let values = former.into_iter().map(Value::plain).collect();
            self.changes.push(Change::Extend { place: place(index), key: "former", values, after: &KEYS });
        }
    }

    /// Keeps the address that the page had until now, when it gets another.
    pub(super) fn keep_page(&mut self, index: usize, known: &RecordedCandidacy, name: &str, entry: &ListEntry) {
        let person = if is_moved(known, entry) { &entry.person } else { &known.person };
        let (before, now) = (PersonPage::of(&known.person, &known.name), PersonPage::of(person, name));
        if before == now {
            return;
        }
        let kept = known.former_pages.iter().filter(|page| **page != now && **page != before);
        let pages = kept.chain([&before]).map(|page| Value::text(page.as_ref())).collect();
        self.set(index, "former_pages", Value::List(pages));
    }

    fn rename(&mut self, index: usize, known: &RecordedCandidacy, entry: &ListEntry) {
        if known.name != *entry.name {
            self.set(index, "name", Value::text(&*entry.name));
            self.people.renamed += 1;
        }
        let sort = sort_name(&entry.name, entry.family_name.as_deref());
        if !known.guessed {
            return;
        }
        if known.sort_name.as_ref() != Some(&sort.text) {
            self.sorted_anew.insert(index, sort_key(&sort.text));
            self.set(index, "sort_name", Value::text(sort.text));
        }
        if !sort.guessed {
            self.changes.push(Change::Remove { place: place(index), key: "guessed" });
        }
    }

    /// A newer list knows better for whom somebody stands. The party's line changes with it, so this is said.
    fn follow_party(&mut self, index: usize, ballot: &RecordedBallot, row: &ListRow, context: &MergeContext<'_>) {
        let known = &ballot.candidacies[index];
        let Some(party) = context.parties.of(&row.entry.party) else { return };
        let moved = known.party.as_ref() != Some(party);
        if moved {
            self.set(index, "party", Value::text(party.as_str()));
        }
        if let Some(old) = known.party.clone().filter(|_| moved) {
            let (ballot, person) = (&ballot.id, &row.entry.person);
            self.notes.push(format!(
                "Look at {ballot}: {person} now stands for {party}, not {old}, so another party's line is shown."
            ));
        }
        match context.description(&row.entry) {
            Some(text) if known.description.as_deref() != Some(text) => {
                self.set(index, "description", Value::text(text));
            }
            // The words on the ballot paper were those of the party that is left.
            None if moved && known.description.is_some() => {
                self.changes.push(Change::Remove { place: place(index), key: "description" });
            }
            _ => {}
        }
    }
}
