use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rayon::prelude::*;
use serde::Serialize;

use super::super::File;
use super::call;
use crate::country::uk::{Gss, Outcode};
use crate::diagnostic::Failure;
use crate::model::{Dataset, Election};
use crate::plan::OutcodeScripts;
use crate::postcodes::Table;
use crate::render::context::Context;
use crate::render::located::BallotAt;
use crate::sink::Sink;

/// The postcodes of one first half, or of some of its sectors, by the areas of one set of boundaries.
#[derive(Serialize)]
struct OutcodePart<'a> {
    /// The areas by name, each with its ballots.
    areas: Vec<(&'a str, Vec<Vote<'a>>)>,
    /// For each sector and area: the digit, the place of the area in the list or `-`, and the last letters.
    units: String,
}

/// A ballot: the place of the election in the finder's words, the folder there, and the name when it is not the area's.
#[derive(Serialize)]
#[serde(untagged)]
enum Vote<'a> {
    Plain(usize, &'a str),
    Named(usize, &'a str, &'a str),
}

/// The scripts of all first halves.
pub(super) fn files(source: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let outcodes: Vec<_> =
        source.plan.addresses.outcodes.iter().filter(|(_, scripts)| is_wanted(scripts, sink)).collect();
    outcodes.into_par_iter().try_for_each(|(outcode, scripts)| {
        of_outcode(source, *outcode, scripts).iter().try_for_each(|(path, bytes)| sink.put(path, bytes))
    })
}

fn is_wanted(OutcodeScripts { whole, pieces }: &OutcodeScripts, sink: &dyn Sink) -> bool {
    sink.wants(whole) || pieces.iter().any(|piece| sink.wants(&piece.path))
}

/// One script, or one that tells with which digits the others begin, and those.
fn of_outcode(source: &Context<'_>, outcode: Outcode, scripts: &OutcodeScripts) -> Vec<File> {
    let key = outcode.as_str();
    let OutcodeScripts { whole, pieces } = scripts;
    if pieces.is_empty() {
        return vec![(whole.clone(), call(key, &parts(source, outcode, &(0..=9))))];
    }
    let starts: String = pieces.iter().map(|piece| piece.digits.start().to_string()).collect();
    let mut files = vec![(whole.clone(), call(key, &starts))];
    files.extend(pieces.iter().map(|piece| {
        let key = format!("{key}-{}", piece.digits.start());
        (piece.path.clone(), call(&key, &parts(source, outcode, &piece.digits)))
    }));
    files
}

/// One for each table.
fn parts<'a>(source: &Context<'a>, outcode: Outcode, digits: &RangeInclusive<u8>) -> Vec<OutcodePart<'a>> {
    let tables = source.campaign.data.iter().filter_map(|dataset| Some((dataset, dataset.postcodes()?)));
    tables.map(|(dataset, table)| part(source, dataset, table, (outcode, digits))).collect()
}

fn part<'a>(
    source: &Context<'a>,
    dataset: &'a Dataset,
    table: &'a Table,
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
        areas: areas.iter().map(|area| ballots(source, dataset, area)).collect(),
    }
}

fn ballots<'a>(source: &Context<'a>, dataset: &'a Dataset, area: &'a Gss) -> (&'a str, Vec<Vote<'a>>) {
    let of_area = source.area_name(dataset, area);
    let place = |election: &Election| source.campaign.elections.iter().position(|known| known.id == election.id);
    let vote = |BallotAt { election, ballot, .. }: BallotAt<'a>| {
        let e = place(election).unwrap_or_default();
        match source.ballot_name(election, ballot) {
            name if name == of_area => Vote::Plain(e, ballot.slug.as_str()),
            name => Vote::Named(e, ballot.slug.as_str(), name),
        }
    };
    (of_area, source.ballots_in(dataset, area).into_iter().map(vote).collect())
}
