use super::contradiction::{Contradiction, Fact, Holder};
use super::list::{ListEntry, ListResult, ListRow};
use super::merge::{BallotMerge, CANDIDATES};
use crate::edit::{Change, GroupPlace, Step, Value};

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

impl BallotMerge<'_> {
    /// Adds the result in a row; one that is on record stays.
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
            self.differs(row, Fact::Elected, (&known.value.value.to_string(), &result.elected.to_string()));
            return;
        }
        match (known.votes, result.votes) {
            (None, Some(votes)) => {
                let steps = [Step::Key(CANDIDATES.to_owned()), Step::Entry(index), Step::Key(ELECTED.to_owned())];
                let (place, value) = (GroupPlace::At(steps.into()), Value::plain(votes));
                self.changes.push(Change::Set { place, key: "votes", value });
            }
            (Some(known), Some(votes)) if known != votes => {
                self.differs(row, Fact::Votes, (&known.to_string(), &votes.to_string()));
            }
            _ => {}
        }
    }

    fn differs(&mut self, row: &ListRow, fact: Fact, (kept, other): (&str, &str)) {
        let holder = Holder::Record(self.ballot.file.clone(), Some(row.entry.person.clone()));
        let (kept, other) = (kept.to_owned(), other.to_owned());
        self.contradictions.push(Contradiction { fact, kept, other, holder, line: row.line });
    }
}
