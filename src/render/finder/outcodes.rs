use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rayon::prelude::*;
use serde::Serialize;

use super::super::File;
use super::call;
use crate::atoms::{Gss, Outcode};
use crate::model::Dataset;
use crate::plan::OutcodeScripts;
use crate::postcodes::Table;
use crate::render::view::Source;

/// The postcodes of one first half, or of some of its sectors, by the areas of one set of boundaries.
#[derive(Serialize)]
struct Part<'a> {
    /// The areas by name, each with its ballots: the place of the election in the finder's words, and the folder there.
    areas: Vec<(&'a str, Vec<(usize, &'a str)>)>,
    /// For each sector and area: the digit, the place of the area in the list or `-`, and the last letters.
    units: String,
}

/// The scripts of all first halves.
pub(super) fn files(source: &Source<'_>) -> Vec<File> {
    let outcodes: Vec<_> = source.plan.addresses.outcodes.iter().collect();
    outcodes.into_par_iter().flat_map_iter(|(outcode, scripts)| of_outcode(source, *outcode, scripts)).collect()
}

/// One script, or one that tells with which digits the others begin, and those.
fn of_outcode(source: &Source<'_>, outcode: Outcode, scripts: &OutcodeScripts) -> Vec<File> {
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
fn parts<'a>(source: &Source<'a>, outcode: Outcode, digits: &RangeInclusive<u8>) -> Vec<Part<'a>> {
    let tables = source.campaign.data.iter().filter_map(|dataset| Some((dataset, dataset.postcodes()?)));
    tables.map(|(dataset, table)| part(source, dataset, table, (outcode, digits))).collect()
}

fn part<'a>(
    source: &Source<'a>,
    dataset: &'a Dataset,
    table: &'a Table,
    (outcode, digits): (Outcode, &RangeInclusive<u8>),
) -> Part<'a> {
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
    Part {
        units: lines.collect::<Vec<_>>().join(";"),
        areas: areas.iter().map(|area| ballots(source, dataset, area)).collect(),
    }
}

fn ballots<'a>(source: &Source<'a>, dataset: &'a Dataset, area: &'a Gss) -> (&'a str, Vec<(usize, &'a str)>) {
    let ballots = source.ballots_in(dataset, area).into_iter();
    let ballots = ballots.map(|(e, b)| (e, source.campaign.elections[e].ballots[b].slug.as_str()));
    (source.area_name(dataset, area), ballots.collect())
}
