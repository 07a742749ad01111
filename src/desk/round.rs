use crate::atoms::Standing;
use crate::edit::Value;
use crate::model::{Ballot, Election};

/// The questions of an election and everybody who stands today, as the keys of the file of a round.
///
/// A round is a fact of its day, so it names them one by one.
pub(crate) fn round(election: &Election) -> String {
    let questions = election.questions.iter().map(|put| {
        let version = ("version", Value::plain(put.version));
        Value::Map(vec![("question", Value::plain(put.id())), version])
    });
    let ballots = election.ballots.iter().filter_map(|ballot| {
        let people = people(ballot);
        let entry = vec![("ballot", Value::plain(&ballot.id)), ("people", Value::List(people))];
        matches!(&entry[1].1, Value::List(people) if !people.is_empty()).then_some(Value::Map(entry))
    });
    let list = |key: &str, entries: &mut dyn Iterator<Item = Value>| {
        let lines: String = entries.map(|entry| format!("  - {}\n", entry.to_block())).collect();
        format!("{key}:\n{lines}")
    };
    list("questions", &mut questions.into_iter()) + &list("ballots", &mut ballots.into_iter())
}

/// Who stands on a ballot; people who stand twice only where their answers are.
fn people(ballot: &Ballot) -> Vec<Value> {
    let standing = ballot.candidacies.iter().filter(|c| c.status == Standing::Standing && c.answers_in.is_none());
    standing.map(|candidacy| Value::plain(&candidacy.person)).collect()
}
