use std::borrow::Cow;
use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use tera::Value;

use super::Unmade;
use super::context::Context;
use super::engine::Engine;
use super::located::{BallotAt, PersonAt};
use super::parts::mark::SHAPES;
use super::parts::matrix::{Rows, Said};
use super::parts::{MarkView, candidate, link, matrix, party_table, question_head, unknown};
use super::view::list;
use crate::atoms::{SitePath, Standing};
use crate::messages::msg;
use crate::model::{Election, PutQuestion};
use crate::plan::PageKind;
use crate::sink::Sink;

/// The size of a box in a row, as the component `glance` draws it.
const BOX_SIZE: u64 = 24;

/// Stands before and behind the name of a piece in a row that is handed over: no text holds it, since it is not a character.
const PIECE: &str = "\u{fdd1}";

/// What rows of an election have in common, as the theme draws it: boxes, short questions, parties' lines in the cells of their
/// candidates, and parties. It is handed over once, and rows have the name of a piece in its place. A row in which a theme
/// draws none of them is whole. A name follows from what is drawn alone: so a browser that still has an older script of the
/// election never shows another piece, and what a party says changes no ballot on which it does not stand.
pub(super) struct Pieces {
    /// By their names.
    drawn: Vec<(String, String)>,
    find: Option<AhoCorasick>,
}

impl Pieces {
    pub(super) fn of(cx: &Context<'_>, engine: &Engine, election: &Election) -> Self {
        let parties = party_table::known(cx, election);
        let mut lines: Vec<MarkView<'_>> = Vec::new();
        for line in parties.iter().flat_map(|party| matrix::lines_in_cells(cx, election, party)) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let boxes = SHAPES.iter().map(|shape| ("box", view! { shape: *shape, size: BOX_SIZE }));
        let asked = election.questions.iter().map(|put| ("short", view! { short: put.wording().short }));
        let lines = lines.into_iter().map(|mark| ("glance", view! { mark }));
        let parts = boxes.chain(asked).chain(lines).map(|(name, view)| engine.part(name, view));
        let party = |party| engine.component("party", view! { party: link::party_called(cx, party) });
        // What a theme of its own does not have, or draws otherwise, stands in no row.
        let all = parts.chain(parties.iter().copied().map(party)).filter_map(Result::ok);
        let mut drawn = BTreeMap::new();
        for piece in all.map(|piece| placed(cx, &piece)).filter(|piece| !piece.is_empty()) {
            drawn.entry(name(&piece)).or_insert(piece);
        }
        let find = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(drawn.values()).ok();
        Self { drawn: drawn.into_iter().collect(), find }
    }

    /// A row with the names of its pieces in their place.
    fn named(&self, row: &str) -> String {
        let mut named = String::with_capacity(row.len());
        let mut from = 0;
        for found in self.find.iter().flat_map(|find| find.find_iter(row)) {
            named.push_str(&row[from..found.start()]);
            let (name, _) = &self.drawn[found.pattern().as_usize()];
            named.extend([PIECE, name, PIECE]);
            from = found.end();
        }
        named + &row[from..]
    }
}

impl From<&Pieces> for Value {
    fn from(Pieces { drawn, .. }: &Pieces) -> Self {
        let by_name: BTreeMap<_, _> = drawn.iter().map(|(name, drawn)| (name, drawn)).collect();
        Self::from_serializable(&by_name)
    }
}

/// What a piece is called in rows.
fn name(piece: &str) -> String {
    Sha256::digest(piece).iter().take(3).map(|byte| format!("{byte:02x}")).collect()
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
            let row =
                |group| row(cx, engine, at.election, view! { row: matrix::of_party(cx, at.election, party, group) });
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
        true => {
            let drawn = drawn[&person.person.person].iter();
            Ok(drawn.map(|row| engine.pieces_of(cx, at.election).named(&placed(cx, row))).collect())
        }
        false => {
            let said = Said { none_asked: unknown::none_asked(cx, at.election, at.ballot), party: false };
            let row = |group| row(cx, engine, at.election, view! { row: matrix::of_person(cx, person, group, said) });
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
        pieces: engine.pieces_of(cx, election),
    }
}

/// Draws a row as it stands on the page that compares.
fn row(cx: &Context<'_>, engine: &Engine, election: &Election, view: Value) -> Result<String, Unmade> {
    let drawn = engine.component("row", view).map_err(|error| engine.report(&error))?;
    Ok(engine.pieces_of(cx, election).named(&placed(cx, &drawn)))
}

/// What was drawn, as it stands on the page that compares.
fn placed(cx: &Context<'_>, drawn: &Value) -> String {
    Engine::placed(drawn, &cx.plan.addresses.of_built_in(&PageKind::Compare).to_root())
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
