use super::contradiction::{Contradiction, Fact, Holder};
use super::list::{ListEntry, ListRow};
use super::merge::{BallotMerge, CANDIDATES};
use super::sort_name::sort_name;
use crate::atoms::{PersonId, PersonPage, Standing, Text, Words as _, sort_key};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::records::CandidacyRecord;

/// Whether a person on record had an id before.
fn had(known: &CandidacyRecord, id: &PersonId) -> bool {
    known.former.iter().any(|former| *former == *id)
}

/// Whether a row gives a recorded person a new id, not one that they had before.
fn is_moved(known: &CandidacyRecord, entry: &ListEntry) -> bool {
    known.person.value != entry.person && !had(known, &entry.person)
}

/// The earlier names of a person's page, when it gets another one.
pub(crate) fn former_pages(known: &CandidacyRecord, before: &PersonPage, now: &PersonPage) -> Value {
    let kept = known.former_pages.iter().map(|page| &page.value).filter(|page| *page != now && *page != before);
    Value::List(kept.chain([before]).map(|page| Value::text(page.as_ref())).collect())
}

fn place(index: usize) -> GroupPlace {
    GroupPlace::InList { list: CANDIDATES, index }
}

/// What a row changes of the candidacy that it is about.
impl BallotMerge<'_> {
    /// Gives a key of a candidacy a value.
    pub(super) fn set(&mut self, index: usize, key: &'static str, value: Value) {
        self.changes.push(Change::Set { place: place(index), key, value });
    }

    pub(super) fn remove(&mut self, index: usize, key: &'static str) {
        self.changes.push(Change::Remove { place: place(index), key });
    }

    /// Changes a candidacy to what its row says.
    pub(super) fn update(&mut self, index: usize, row: &ListRow) {
        let (known, entry) = (&self.ballot.record.candidates[index], &row.entry);
        self.follow_ids(index, entry);
        if self.context.own {
            self.keep_page(index, known.name.as_str(), entry);
        } else {
            self.rename(index, entry);
            self.keep_page(index, entry.name.as_str(), entry);
        }
        self.follow_party(index, entry);
        let position = self
            .context
            .parties
            .list_position(entry)
            .filter(|p| known.list_position.as_ref().is_none_or(|known| *known != *p));
        if let Some(position) = position {
            self.set(index, "list_position", Value::plain(position));
        }
        self.follow_result(index, row);
        match known.status {
            Standing::Standing => {}
            Standing::NotListed => {
                self.set(index, "status", Value::plain(Standing::Standing.word()));
                self.people.listed_again += 1;
            }
            Standing::Withdrawn | Standing::Died => {
                let (kept, other) = (known.status.word().to_owned(), Standing::Standing.word().to_owned());
                let holder = Holder::Record(self.ballot.file.clone(), Some(entry.person.clone()));
                self.contradictions.push(Contradiction { fact: Fact::Status, kept, other, holder, line: row.line });
            }
        }
    }

    /// Gives a candidacy the id in its row, and keeps the old ones.
    fn follow_ids(&mut self, index: usize, entry: &ListEntry) {
        let known = &self.ballot.record.candidates[index];
        let moved = is_moved(known, entry);
        let mut former: Vec<&PersonId> = Vec::new();
        for id in moved.then_some(&known.person.value).into_iter().chain(&entry.former) {
            if *id != entry.person && !had(known, id) && !former.contains(&id) {
                former.push(id);
            }
        }
        if moved {
            self.set(index, "person", Value::plain(&entry.person));
            self.moved.push((known.person.value.clone(), entry.person.clone()));
            self.people.merged += 1;
        }
        if !former.is_empty() {
            let values = former.into_iter().map(Value::plain).collect();
            self.changes.push(Change::Extend { place: place(index), key: "former", values });
        }
    }

    /// Keeps the old address of the page if it gets a new one.
    fn keep_page(&mut self, index: usize, name: &str, entry: &ListEntry) {
        let known = &self.ballot.record.candidates[index];
        let person = if is_moved(known, entry) { &entry.person } else { &known.person.value };
        let (before, now) = (PersonPage::of(&known.person, known.name.as_str()), PersonPage::of(person, name));
        if before != now {
            self.set(index, "former_pages", former_pages(known, &before, &now));
        }
    }

    fn rename(&mut self, index: usize, entry: &ListEntry) {
        let known = &self.ballot.record.candidates[index];
        if known.name != entry.name {
            self.set(index, "name", Value::text(entry.name.as_str()));
            self.people.renamed += 1;
        }
        if !known.guessed {
            return;
        }
        let sort = sort_name(entry.name.as_str(), entry.family_name.as_ref().map(Text::as_str));
        if known.sort_name.as_ref().map(Text::as_str) != Some(&sort.text) {
            self.sorted_anew.insert(index, sort_key(&sort.text));
            self.set(index, "sort_name", Value::text(sort.text));
        }
        if !sort.guessed {
            self.remove(index, "guessed");
        }
    }

    /// A newer list knows better for whom somebody stands. The party's line changes with it, so this is said.
    fn follow_party(&mut self, index: usize, entry: &ListEntry) {
        let (known, context) = (&self.ballot.record.candidates[index], self.context);
        let Some(party) = context.parties.of(&entry.party) else { return };
        let moved = known.party != *party;
        if moved {
            self.set(index, "party", Value::text(party.as_str()));
            let (ballot, person, old) = (&self.ballot.record.id, &entry.person, &known.party);
            self.notes.push(format!(
                "Look at {ballot}: {person} now stands for {party}, not {old}, so another party's line is shown."
            ));
        }
        match context.description(entry) {
            Some(text) if known.description.as_deref().map(Text::as_str) != Some(text) => {
                self.set(index, "description", Value::text(text));
            }
            // The words on the ballot paper were those of the party that is left.
            None if moved && known.description.is_some() => self.remove(index, "description"),
            Some(_) | None => {}
        }
    }

    /// Follows somebody to another ballot: answers stand once, under the current id.
    pub(super) fn follow_away(&mut self, index: usize) {
        let (ballot, context) = (self.ballot, self.context);
        let (election, known) = (&ballot.election, &ballot.record.candidates[index]);
        let mut person = &known.person.value;
        let has_positions = !known.positions.is_empty();
        if let Some((entry, other)) = context.successor(election, person) {
            let (id, old, new) = (&ballot.record.id, &known.person, &entry.person);
            let is_here = ballot.record.candidates.iter().any(|c| c.person == *new)
                || self.target.is_some_and(|target| target.rows.iter().any(|row| row.entry.person == *new));
            if is_here || (has_positions && context.is_recorded(election, new)) {
                self.notes.push(format!(
                    "Look at {id}: {old} and {new} are one person; move what is recorded of {old} by hand."
                ));
            } else {
                self.follow_ids(index, entry);
                self.keep_page(index, known.name.as_str(), entry);
                // Only a person can say whether somebody still stands on a ballot that the list does not hold.
                if self.target.is_none() && known.status == Standing::Standing {
                    self.notes.push(format!(
                        "Look at {id}: the list does not hold this ballot, and has {new} (here {old} until now) on {other}. \
                         If {new} no longer stands here, write “status: not_listed”."
                    ));
                }
                person = new;
            }
        }
        let home = context.answers_in(election, &ballot.record.id, person);
        if let Some(home) = home.filter(|_| !has_positions && known.answers_in.is_none()) {
            self.set(index, "answers_in", Value::text(home.as_str()));
        }
    }
}
