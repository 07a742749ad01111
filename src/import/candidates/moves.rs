use std::collections::{BTreeMap, BTreeSet};

use super::Editor;
use super::merge::Merged;
use super::people::people_in;
use crate::atoms::{ElectionId, PersonId};
use crate::diagnostic::{Failure, FileName};
use crate::edit::{self, Change, FileChange, Value};
use crate::import::recorded::Recorded;
use crate::load::{RecordKind, Shape};
use crate::yaml::Node;

/// Gives people their new ids in all records besides the ballots.
pub(super) fn follow_moves(
    editor: &Editor<'_>,
    recorded: &Recorded<'_>,
    merged: &[Merged<'_>],
) -> Result<Vec<FileChange>, Failure> {
    let moves = Moves::of(recorded, merged);
    if moves.0.is_empty() {
        return Ok(Vec::new());
    }
    let mut follow = Follow { editor, moves, changes: Vec::new() };
    // The list itself gives the ballots their people.
    RecordKind::ALL.iter().filter(|kind| **kind != RecordKind::Ballot).try_for_each(|kind| follow.all(*kind))?;
    Ok(follow.changes)
}

struct Follow<'a> {
    editor: &'a Editor<'a>,
    moves: Moves<'a>,
    changes: Vec<FileChange>,
}

impl Follow<'_> {
    /// Follows in all records of a kind.
    fn all(&mut self, kind: RecordKind) -> Result<(), Failure> {
        for file in self.editor.site.records.files(kind) {
            let wanted = self.wanted(file, kind.shape());
            self.changes.extend(self.editor.edit_if_any(file, &wanted)?);
        }
        Ok(())
    }

    fn wanted(&self, file: &FileName, shape: &Shape) -> Vec<Change> {
        let text = self.editor.site.sources.get(file);
        let Some(record) = text.as_ref().and_then(|text| edit::read(text).ok()) else { return Vec::new() };
        let election = election_of(file, &record);
        let all = people_in(shape, &record).into_iter();
        let moved = all.filter_map(|(path, person)| Some((path, self.moves.now(election.as_ref(), &person)?)));
        moved.map(|(path, person)| Change::Replace { path, value: Value::plain(person) }).collect()
    }
}

/// The election of which a record speaks: as it says, else that in whose folder it lies.
fn election_of(file: &FileName, record: &Node<'_>) -> Option<ElectionId> {
    let said = record.get("election").and_then(Node::text).and_then(|id| id.parse().ok());
    said.or_else(|| file.strip_prefix("candidates/")?.split_once('/')?.0.parse().ok())
}

/// Ids given up in an election, now or before, with the ids that replaced them.
struct Moves<'a>(BTreeMap<&'a PersonId, BTreeMap<&'a ElectionId, &'a PersonId>>);

impl<'a> Moves<'a> {
    fn of(recorded: &'a Recorded<'_>, merged: &'a [Merged<'_>]) -> Self {
        let mut moves: BTreeMap<&PersonId, BTreeMap<&ElectionId, &PersonId>> = BTreeMap::new();
        let merges = merged.iter().filter_map(Merged::merge);
        let now = merges.flat_map(|m| m.moved.iter().map(|(old, new)| (&m.ballot.election, old, new)));
        let before = recorded
            .elections
            .keys()
            .flat_map(|election| recorded.given_up(election).into_iter().map(move |(old, new)| (election, old, new)));
        for (election, old, new) in now.chain(before) {
            moves.entry(old).or_default().entry(election).or_insert(new);
        }
        Self(moves)
    }

    /// The current id, if it is another one. A record of no election may mean any.
    fn now(&self, election: Option<&ElectionId>, person: &PersonId) -> Option<&PersonId> {
        let step = |person: &PersonId| {
            let moved = self.0.get(person)?;
            match election {
                Some(election) => moved.get(election).copied(),
                None => moved.values().next().copied(),
            }
        };
        let mut seen = BTreeSet::new();
        let all = std::iter::successors(step(person), |person| step(person));
        all.take_while(|person| seen.insert(*person)).last()
    }
}
