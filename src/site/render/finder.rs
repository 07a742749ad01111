//! The small scripts from which the finder's own script learns: one or some for each first half of postcodes, one with the
//! names of areas and people, and one with what it says. They hold data alone. `docs/postcodes.md` says how.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use rayon::prelude::*;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::File;
use super::context::Context;
use super::located::BallotAt;
use crate::atoms::{Text, slug_of};
use crate::country::uk::{Gss, LICENSED_APART, Outcode};
use crate::diagnostic::Failure;
use crate::messages::{fill, msg};
use crate::model::{Ballot, Candidacy, Dataset, Election};
use crate::plan::{Addresses, OutcodeScripts};
use crate::postcodes::PostcodeTable;
use crate::sink::Sink;

/// All scripts with data.
pub(super) fn files(cx: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let Addresses { names, words, .. } = &cx.plan.addresses;
    outcode_files(cx, sink)?;
    if sink.wants(names) {
        sink.put(names, &call("names", &self::names(cx)))?;
    }
    if sink.wants(words) {
        sink.put(words, &call("words", &self::words(cx)))?;
    }
    Ok(())
}

/// A script that hands some data under a key to the page that loaded it.
fn call(key: &str, data: &impl Serialize) -> Vec<u8> {
    let json = |text: Result<String, serde_json::Error>| match text {
        Ok(text) => text,
        Err(error) => unreachable!("plain values can be written as JSON: {error}"),
    };
    let [key, data] = [serde_json::to_string(key), serde_json::to_string(data)].map(json);
    format!("hustings({key},{data});\n").into_bytes()
}

/// What the finder's script says, and where the elections are.
#[derive(Serialize)]
struct FinderWords<'a> {
    /// Name in the script → words, with `{code}` and `{area}` where those belong.
    said: BTreeMap<&'static str, String>,
    /// The elections in the campaign's order: name with date, and the folder of the pages.
    elections: Vec<(String, &'a str)>,
}

/// The words in the language of the site.
fn words<'a>(cx: &Context<'a>) -> FinderWords<'a> {
    let addresses = &cx.plan.addresses;
    let words = cx.words;
    let (area, code) = (|| fill::area("{area}"), || fill::code("{code}"));
    let mut said = BTreeMap::from([
        ("isIn", words.with(msg::FIND_IS_IN, (area(), code()))),
        ("several", words.with(msg::FIND_SEVERAL, code())),
        ("shared", words.with(msg::FIND_SHARED, (area(), code()))),
        ("unrecorded", words.with(msg::FIND_UNRECORDED, area())),
        ("gone", words.with(msg::FIND_GONE, (area(), code()))),
        ("goneOnly", words.with(msg::FIND_GONE_ONLY, code())),
        ("noArea", words.with(msg::FIND_NO_AREA, code())),
        ("unknown", words.with(msg::FIND_UNKNOWN, code())),
        ("unknownStart", words.with(msg::FIND_UNKNOWN_START, code())),
        ("malformed", words.with(msg::FIND_MALFORMED, code())),
        ("nothing", words.with(msg::FIND_NOTHING, code())),
        ("found", words.text(msg::FIND_FOUND).into_owned()),
        ("empty", words.text(msg::FIND_EMPTY).into_owned()),
    ]);
    let known = addresses.postcode_areas.iter().any(|(area, _)| area == LICENSED_APART);
    if !addresses.outcodes.is_empty() && !known {
        said.insert("northernIreland", words.text(msg::FIND_NORTHERN_IRELAND).into_owned());
    }
    let elections = cx.campaign.elections.iter().map(|election| {
        let day = words.day(election.date);
        let gaps = (fill::date(day), fill::election(cx.election_beside_day(election)));
        (words.with(msg::FIND_BALLOT, gaps), election.id.as_str())
    });
    FinderWords { said, elections: elections.collect() }
}

/// The names of one election.
#[derive(Serialize)]
struct ElectionNames<'a> {
    name: Cow<'a, str>,
    /// The folder of its pages.
    path: &'a str,
    areas: Vec<AreaNames<'a>>,
}

/// An area: its name, its region or nothing, its folder when the name does not tell it, and its people.
type AreaNames<'a> = (Cow<'a, str>, &'a str, &'a str, Vec<Person<'a>>);

/// A person: the id, the name, and the folder when those two do not tell it.
#[derive(Serialize)]
#[serde(untagged)]
enum Person<'a> {
    Plain(&'a str, Cow<'a, str>),
    Named(&'a str, Cow<'a, str>, String),
}

/// The names of all areas and people, by election.
fn names<'a>(cx: &Context<'a>) -> Vec<ElectionNames<'a>> {
    let elections = cx.campaign.elections.iter();
    elections
        .map(|election| ElectionNames {
            name: cx.election_name(election),
            path: election.id.as_str(),
            areas: election.ballots.iter().map(|ballot| area(cx, election, ballot)).collect(),
        })
        .collect()
}

fn area<'a>(cx: &Context<'a>, election: &Election, ballot: &'a Ballot) -> AreaNames<'a> {
    let slug = ballot.slug.as_str();
    let name = cx.ballot_name(election, ballot);
    let folder = if plain(&name) == slug { "" } else { slug };
    let region = ballot.region.as_ref().map_or("", Text::as_str);
    (name, region, folder, ballot.candidacies.iter().map(|candidacy| person(cx, ballot, candidacy)).collect())
}

fn person<'a>(cx: &Context<'a>, ballot: &Ballot, candidacy: &'a Candidacy) -> Person<'a> {
    let (id, name) = (candidacy.person.as_str(), cx.person_name(ballot, candidacy));
    let slug = slug_of(candidacy.name.as_str()).map(|slug| slug.to_string()).unwrap_or_default();
    match plain(&name) == slug {
        true => Person::Plain(id, name),
        false => Person::Named(id, name, slug),
    }
}

/// A name as the script folds it: small letters and digits without accents, joined by `-`.
fn plain(name: &str) -> String {
    let letters: String = name.nfd().filter(|c| !is_dropped(*c)).collect::<String>().to_lowercase();
    let words = letters.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// What the script takes out of a name without parting it: accents, apostrophes and full stops.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | '`' | '.')
}

/// The postcodes of one first half, or of some of its sectors, by the areas of one set of boundaries.
#[derive(Serialize)]
struct OutcodePart<'a> {
    /// The areas by name, each with its ballots.
    areas: Vec<(Cow<'a, str>, Vec<Vote<'a>>)>,
    /// For each sector and area: the digit, the place of the area in the list or `-`, and the last letters.
    units: String,
}

/// A ballot: the place of the election in the finder's words, the folder there, and the name when it is not the area's.
#[derive(Serialize)]
#[serde(untagged)]
enum Vote<'a> {
    Plain(usize, &'a str),
    Named(usize, &'a str, Cow<'a, str>),
}

/// The scripts of all first halves.
fn outcode_files(cx: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let outcodes: Vec<_> = cx.plan.addresses.outcodes.iter().filter(|(_, scripts)| is_wanted(scripts, sink)).collect();
    outcodes.into_par_iter().try_for_each(|(outcode, scripts)| {
        of_outcode(cx, *outcode, scripts).iter().try_for_each(|(path, bytes)| sink.put(path, bytes))
    })
}

fn is_wanted(OutcodeScripts { whole, pieces }: &OutcodeScripts, sink: &dyn Sink) -> bool {
    sink.wants(whole) || pieces.iter().any(|piece| sink.wants(&piece.path))
}

/// One script, or one that tells with which digits the others begin, and those.
fn of_outcode(cx: &Context<'_>, outcode: Outcode, scripts: &OutcodeScripts) -> Vec<File> {
    let key = outcode.as_str();
    let OutcodeScripts { whole, pieces } = scripts;
    if pieces.is_empty() {
        return vec![(whole.clone(), call(key, &parts(cx, outcode, &(0..=9))))];
    }
    let starts: String = pieces.iter().map(|piece| piece.digits.start().to_string()).collect();
    let mut files = vec![(whole.clone(), call(key, &starts))];
    files.extend(pieces.iter().map(|piece| {
        let key = format!("{key}-{}", piece.digits.start());
        (piece.path.clone(), call(&key, &parts(cx, outcode, &piece.digits)))
    }));
    files
}

/// One for each table.
fn parts<'a>(cx: &Context<'a>, outcode: Outcode, digits: &RangeInclusive<u8>) -> Vec<OutcodePart<'a>> {
    let tables = cx.campaign.data.iter().filter_map(|dataset| Some((dataset, dataset.postcodes()?)));
    tables.map(|(dataset, table)| part(cx, dataset, table, (outcode, digits))).collect()
}

fn part<'a>(
    cx: &Context<'a>,
    dataset: &'a Dataset,
    table: &'a PostcodeTable,
    (outcode, digits): (Outcode, &RangeInclusive<u8>),
) -> OutcodePart<'a> {
    let groups = || {
        let sectors = table.sectors_of(outcode).filter(|(digit, _)| digits.contains(digit));
        sectors.flat_map(|(digit, groups)| groups.iter().map(move |group| (digit, group)))
    };
    let areas: BTreeSet<&Gss> = groups().filter_map(|(_, group)| group.area.as_ref()).collect();
    let areas: Vec<&Gss> = areas.into_iter().collect();
    let place = |area: &Option<Gss>| {
        let area = area.as_ref()?;
        areas.iter().position(|known| *known == area)
    };
    let lines = groups().map(|(digit, group)| {
        let place = place(&group.area).map_or_else(|| "-".to_owned(), |place| place.to_string());
        format!("{digit} {place} {}", group.units())
    });
    OutcodePart {
        units: lines.collect::<Vec<_>>().join(";"),
        areas: areas.iter().map(|area| ballots(cx, dataset, area)).collect(),
    }
}

fn ballots<'a>(cx: &Context<'a>, dataset: &'a Dataset, area: &'a Gss) -> (Cow<'a, str>, Vec<Vote<'a>>) {
    let of_area = cx.area_name(dataset, area);
    let place = |election: &Election| cx.campaign.elections.iter().position(|known| known.id == election.id);
    let vote = |BallotAt { election, ballot, .. }: BallotAt<'a>| {
        let e = place(election).unwrap_or_default();
        match cx.ballot_name(election, ballot) {
            name if name == of_area => Vote::Plain(e, ballot.slug.as_str()),
            name => Vote::Named(e, ballot.slug.as_str(), name),
        }
    };
    let votes = cx.ballots_in(dataset, area).into_iter().map(vote).collect();
    (of_area, votes)
}
