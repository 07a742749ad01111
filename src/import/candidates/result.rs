use super::contradiction::{Contradiction, Fact, Holder};
use super::list::{ListEntry, ListResult, ListRow};
use super::merge::{BallotMerge, CANDIDATES};
use crate::edit::{Change, GroupPlace, Step, Value};
use crate::load::records::ElectedRecord;

/// How we know a result from a list of Democracy Club's.
const DEMOCRACY_CLUB: &str = "Democracy Club’s list of candidates";

/// The key of a result in a candidacy.
const ELECTED: &str = "elected";

/// What a record says of a result; nothing of a “no” without votes, which is not worth a line for everybody who lost.
pub(super) fn result_value(entry: &ListEntry) -> Option<(&'static str, Value)> {
    let ListResult { elected, votes, source } = entry.result.as_ref()?;
    if !elected && votes.is_none() {
        return None;
    }
    let mut keys = vec![("value", Value::plain(elected))];
    keys.extend(votes.map(|votes| ("votes", Value::plain(votes))));
    keys.push(("source", Value::text(source.as_ref().map_or(DEMOCRACY_CLUB, |source| source.as_str()))));
    Some((ELECTED, Value::Map(keys)))
}

/// Whether nobody has said how else a result is known.
fn is_from_list(known: &ElectedRecord) -> bool {
    known.source.as_str() == DEMOCRACY_CLUB
}

impl BallotMerge<'_> {
    /// Follows the result in a row: one that an earlier list brought gives way, any other that is on record stays.
    pub(super) fn follow_result(&mut self, index: usize, row: &ListRow) {
        let Some(result) = &row.entry.result else { return };
        let Some(known) = self.ballot.record.candidates[index].elected.as_deref() else {
            if let Some((key, value)) = result_value(&row.entry) {
                self.set(index, key, value);
                self.people.elected += usize::from(result.elected);
            }
            return;
        };
        if known.value.value.value != result.elected {
            if !is_from_list(known) {
                self.differs(row, Fact::Elected, (&known.value.value.to_string(), &result.elected.to_string()));
            } else if let Some((_, Value::Map(keys))) = result_value(&row.entry) {
                keys.into_iter()
                    .filter(|(key, _)| *key != "source")
                    .for_each(|(key, value)| self.set_in_result(index, key, value));
                self.people.elected += usize::from(result.elected);
            } else {
                self.remove(index, ELECTED);
            }
            return;
        }
        match (known.votes, result.votes) {
            (Some(known_votes), Some(votes)) if known_votes != votes && !is_from_list(known) => {
                self.differs(row, Fact::Votes, (&known_votes.to_string(), &votes.to_string()));
            }
            (known, Some(votes)) if known != Some(votes) => self.set_in_result(index, "votes", Value::plain(votes)),
            _ => {}
        }
    }

    /// Takes a result that a list brought away from somebody whom its next issue does not hold any more.
    pub(super) fn forget_result(&mut self, index: usize) {
        if self.ballot.record.candidates[index].elected.as_deref().is_some_and(|known| is_from_list(known)) {
            self.remove(index, ELECTED);
        }
    }

    fn set_in_result(&mut self, index: usize, key: &'static str, value: Value) {
        let steps = [Step::Key(CANDIDATES.to_owned()), Step::Entry(index), Step::Key(ELECTED.to_owned())];
        self.changes.push(Change::Set { place: GroupPlace::At(steps.into()), key, value });
    }

    fn differs(&mut self, row: &ListRow, fact: Fact, (kept, other): (&str, &str)) {
        let holder = Holder::Record(self.ballot.file.clone(), Some(row.entry.person.clone()));
        let (kept, other) = (kept.to_owned(), other.to_owned());
        self.contradictions.push(Contradiction { fact, kept, other, holder, line: row.line });
    }
}
