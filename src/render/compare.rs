use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use tera::Value;
use tera::value::Key;

use super::Unmade;
use super::context::Context;
use super::engine::Engine;
use super::located::{BallotAt, PersonAt};
use super::parts::mark::SHAPES;
use super::parts::matrix::{Rows, Said};
use super::parts::{candidate, matrix, party_table, question_head, unknown};
use super::view::list;
use crate::atoms::{SitePath, Standing};
use crate::messages::msg;
use crate::model::{Election, PutQuestion};
use crate::plan::PageKind;
use crate::sink::Sink;

/// The size of a box in a row, as the component `glance` draws it.
const BOX_SIZE: u64 = 24;

/// Stands before and behind the shape of a box in a row that is handed over, whose drawing the script of its election holds:
/// no text holds it, since it is not a character.
const BOX: &str = "\u{fdd1}";

/// The boxes of a theme by their shapes, as they stand in rows: each is handed over once for all rows of an election.
#[derive(Default)]
pub(super) struct Boxes(BTreeMap<&'static str, String>);

impl Boxes {
    /// Those that `draw` knows how to draw; of the others rows hold the drawings.
    pub(super) fn of(draw: impl Fn(&'static str, u64) -> Option<String>) -> Self {
        Self(SHAPES.into_iter().filter_map(|shape| Some((shape, draw(shape, BOX_SIZE)?))).collect())
    }

    /// A row with the shapes of its boxes in the place of their drawings.
    fn named(&self, row: String, shapes: &Value) -> String {
        let shapes = shapes.as_array().into_iter().flatten().filter_map(Value::as_str);
        let boxes = shapes.filter_map(|shape| Some((shape, self.0.get(shape)?)));
        boxes.fold(row, |row, (shape, drawn)| row.replace(drawn, &format!("{BOX}{shape}{BOX}")))
    }
}

impl From<&Boxes> for Value {
    fn from(Boxes(drawn): &Boxes) -> Self {
        drawn.iter().map(|(shape, drawn)| (*shape, drawn.as_str())).collect::<BTreeMap<_, _>>().into()
    }
}

/// What the page that compares is given of elections and parties: what the page of the parties shows, once more, in scripts
/// that hand it over. A script can be read from a folder on disk, where a page may fetch nothing.
pub(super) fn files(cx: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    for at in cx.elections() {
        let scripts = &cx.plan.addresses.elections[&at.election.id];
        let put: Vec<_> = at.election.questions.iter().collect();
        hand(&scripts.script, || Ok(of_election(cx, engine, at.election, &put)), sink)?;
        for (id, path) in &scripts.party_scripts {
            let Some(party) = cx.party(id) else { continue };
            let row = |group| row(cx, engine, view! { row: matrix::of_party(cx, at.election, party, group) });
            let rows = || matrix::groups(&put).map(row).collect::<Result<Vec<_>, _>>();
            hand(path, || Ok(view! { name: &party.name, rows: rows()? }), sink)?;
        }
    }
    Ok(())
}

/// The address of the script of the ballot that a page shows.
pub(super) fn script_of<'a>(cx: &Context<'a>, kind: &PageKind) -> Option<&'a SitePath> {
    let (election, ballot) = kind.ballot()?;
    Some(&cx.plan.addresses.elections[election].ballots[ballot].script)
}

/// The candidates of a ballot who stand, in the order of its page, of which these are the rows.
pub(super) fn of_ballot(
    cx: &Context<'_>,
    engine: &Engine,
    at: BallotAt<'_>,
    drawn: &Rows,
    sink: &dyn Sink,
) -> Result<(), Unmade> {
    let put: Vec<_> = at.election.questions.iter().collect();
    let all_put = at.election.put_in(at.ballot.nation).count() == put.len();
    let rows = |person: PersonAt<'_>| match all_put && !candidate::is_listed(person) {
        true => Ok(drawn[&person.person.person].iter().map(|row| placed(cx, engine, row)).collect()),
        false => {
            let said = Said { none_asked: unknown::none_asked(cx, at.election, at.ballot), party: false };
            let row = |group| row(cx, engine, view! { row: matrix::of_person(cx, person, group, said) });
            matrix::groups(&put).map(row).collect::<Result<Vec<_>, _>>()
        }
    };
    let person = |at: PersonAt<'_>| {
        let person = at.person;
        Ok(view! {
            id: person.person.as_str(),
            // Earlier ids, so that addresses which people have shared stay good.
            former: list(person.former.iter().map(|former| former.value.as_str())),
            name: &person.name,
            party: &person.party.name,
            rows: rows(at)?,
        })
    };
    let standing = || at.people().filter(|at| at.person.status == Standing::Standing);
    let people = || standing().map(person).collect::<Result<Vec<Value>, Unmade>>();
    let script = &cx.plan.addresses.elections[&at.election.id].ballots[&at.ballot.slug].script;
    let area = cx.ballot_name(at.election, at.ballot);
    hand(script, || Ok(view! { area, link: at.page, people: people()? }), sink)
}

/// What the script needs to know of an election.
fn of_election(cx: &Context<'_>, engine: &Engine, election: &Election, put: &[&PutQuestion]) -> Value {
    let pair = |id: &str, name: Cow<'_, str>| vec![Value::from(id), Value::from(name)];
    let ballots = election.ballots.iter();
    let ballots = ballots.map(|ballot| pair(ballot.slug.as_str(), cx.ballot_name(election, ballot)));
    let parties = party_table::known(cx, election).into_iter();
    let groups = matrix::groups(put).map(|group| list(group.iter().map(|put| question_head::of(cx, put))));
    view! {
        name: cx.election_name(election),
        fictional: election.fictional.then(|| cx.words.text(msg::FICTIONAL_TEXT)),
        groups: list(groups),
        ballots: list(ballots),
        parties: list(parties.map(|party| pair(party.id.as_str(), cx.words.told(&party.name)))),
        boxes: &engine.boxes,
    }
}

/// Draws a row as it stands on the page that compares.
fn row(cx: &Context<'_>, engine: &Engine, view: Value) -> Result<String, Unmade> {
    let drawn = engine.component("row", view).map_err(|error| engine.report(&error))?;
    Ok(placed(cx, engine, &drawn))
}

fn placed(cx: &Context<'_>, engine: &Engine, drawn: &Value) -> String {
    let row = Engine::placed(drawn, &cx.plan.addresses.of_built_in(&PageKind::Compare).to_root());
    match drawn.as_map().and_then(|drawn| drawn.get(&Key::Str("shapes"))) {
        Some(shapes) => engine.boxes.named(row, shapes),
        None => row,
    }
}

/// A script that hands over a value under the address of its file.
fn hand(path: &SitePath, value: impl FnOnce() -> Result<Value, Unmade>, sink: &dyn Sink) -> Result<(), Unmade> {
    if !sink.wants(path) {
        return Ok(());
    }
    let json = serde_json::to_string(&Lean(&value()?)).unwrap_or_else(|error| unreachable!("views are JSON: {error}"));
    Ok(sink.put(path, format!("compared(\"{path}\",{json});\n").as_bytes())?)
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
