use std::collections::HashMap;

use rayon::prelude::*;
use serde::{Serialize, Serializer};
use tera::Value;
use tera::value::Key;

use super::context::Context;
use super::located::{BallotAt, PersonAt};
use super::parts::{MarkView, candidate, cell, party_table, question_head};
use super::view::list;
use crate::atoms::{BallotKind, PartyId, SitePath, Standing};
use crate::diagnostic::Failure;
use crate::messages::msg;
use crate::model::{Election, PutQuestion};
use crate::sink::Sink;

/// A party's marks on each question of an election, as they are everywhere.
type Lines<'a> = Vec<Vec<MarkView<'a>>>;

/// The answers as data for the page that compares: what a ballot's or a party's page shows, once more,
/// in scripts that hand it over; a party's lines in its own alone. A script can be read from a folder on disk, where a page
/// may fetch nothing.
pub(super) fn files(cx: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    for at in cx.elections() {
        let scripts = &cx.plan.addresses.elections[&at.election.id];
        put(&scripts.script, || of_election(cx, at.election), sink)?;
        let mut inner = scripts.ballots.iter().map(|ballot| &ballot.script).chain(scripts.party_scripts.values());
        if !inner.any(|path| sink.wants(path)) {
            continue;
        }
        let mut lines = HashMap::new();
        for (id, path) in &scripts.party_scripts {
            let Some(party) = cx.party(id) else { continue };
            let questions = &at.election.questions;
            let cells = party_table::cells(cx, at.election, questions, party);
            put(path, || party_table::row(cx, party, cells), sink)?;
            let marks = questions.iter().map(|put| party_table::line_marks(cx, at.election, party, &put.question));
            lines.insert(id, marks.collect());
        }
        at.election.ballots.par_iter().try_for_each(|ballot| {
            let script = &scripts.ballots[&ballot.slug].script;
            put(script, || of_ballot(cx, at.ballot(&ballot.slug), &lines), sink)
        })?;
    }
    Ok(())
}

/// What the script needs to know of an election.
fn of_election(cx: &Context<'_>, election: &Election) -> Value {
    let pair = |id: &str, name: &str| vec![Value::from(id), Value::from(name)];
    let ballots = election.ballots.iter();
    let ballots = ballots.map(|ballot| pair(ballot.slug.as_str(), cx.ballot_name(election, ballot)));
    let parties = party_table::known(cx, election).into_iter();
    view! {
        name: cx.election_name(election),
        fictional: election.fictional.then(|| cx.words.text(msg::FICTIONAL_TEXT)),
        questions: question_head::all(cx, election),
        ballots: list(ballots),
        parties: list(parties.map(|party| pair(party.id.as_str(), &party.name))),
    }
}

/// The candidates of a ballot who stand, in the order of its page.
fn of_ballot(cx: &Context<'_>, at: BallotAt<'_>, lines: &HashMap<&PartyId, Lines<'_>>) -> Value {
    let standing = at.people().filter(|at| at.person.status == Standing::Standing);
    let people = standing.map(|person| of_person(cx, at, person, lines));
    view! { area: cx.ballot_name(at.election, at.ballot), link: at.page, people: list(people) }
}

/// A candidate, as the ballot's page shows them.
fn of_person(
    cx: &Context<'_>,
    BallotAt { ballot, .. }: BallotAt<'_>,
    at: PersonAt<'_>,
    lines: &HashMap<&PartyId, Lines<'_>>,
) -> Value {
    let person = at.person;
    let here = candidate::elsewhere(cx, at).is_none() && person.takedown.is_none();
    let put = at.election.questions.iter().filter(|_| here);
    // One cell for each question of the election, put where the person stands or not.
    let cells: Vec<_> = put.map(|put: &PutQuestion| Some(cell::view(cx, at, person.cell(put.id())?))).collect();
    let own = cells.iter().map(|cell| cell.as_ref().map_or(&[][..], |cell| &cell.line));
    let same = lines.get(&person.party.id).filter(|lines| own.clone().any(|line| !line.is_empty()) && own.eq(*lines));
    let cells = cells.into_iter().map(|cell| match cell {
        None => view! { not_put: cx.words.text(msg::NOT_PUT) },
        Some(cell) => {
            let line = if same.is_some() { Vec::new() } else { cell.line };
            view! { differ: cell.differ, own: cell.own, line }
        }
    });
    let party = person.list().filter(|_| ballot.kind == BallotKind::Lists);
    let mut row = candidate::row(cx, at, list(cells)).into_map().unwrap_or_default();
    row.extend([
        field("id", person.person.as_str()),
        // Earlier ids, so that addresses which people have shared stay good.
        field("former", list(person.former.iter().map(|former| former.value.as_str()))),
        // The party on whose list the person stands: its line is said once for all on it.
        field("list", party.map(|party| party.id.as_str())),
        // The party whose script holds the lines of all cells, which are left out here.
        field("lines_of", same.map(|_| person.party.id.as_str())),
    ]);
    row.into()
}

fn field(name: &'static str, value: impl Into<Value>) -> (Key<'static>, Value) {
    (Key::Str(name), value.into())
}

/// A script that hands over a value under the address of its file.
fn put(path: &SitePath, value: impl FnOnce() -> Value, sink: &dyn Sink) -> Result<(), Failure> {
    if !sink.wants(path) {
        return Ok(());
    }
    let json = serde_json::to_string(&Lean(&value())).unwrap_or_else(|error| unreachable!("views are JSON: {error}"));
    sink.put(path, format!("compared(\"{path}\",{json});\n").as_bytes())
}

/// A value without the fields that hold nothing.
struct Lean<'v>(&'v Value);

impl Serialize for Lean<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let nothing = |value: &Value| value.is_none() || value.as_array().is_some_and(<[Value]>::is_empty);
        match (self.0.as_map(), self.0.as_array()) {
            (Some(fields), _) => {
                let mut fields: Vec<_> = fields.iter().filter(|(_, value)| !nothing(value)).collect();
                fields.sort_by_key(|(name, _)| *name);
                to.collect_map(fields.into_iter().map(|(name, value)| (name, Lean(value))))
            }
            (None, Some(items)) => to.collect_seq(items.iter().map(Lean)),
            (None, None) => self.0.serialize(to),
        }
    }
}
