use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use super::super::File;
use super::call;
use crate::atoms::{Gss, Outcode};
use crate::model::Dataset;
use crate::postcodes::Table;
use crate::render::view::Source;

/// The postcodes of one first half by the areas of one set of boundaries.
#[derive(Serialize)]
struct Part<'a> {
    /// The areas by name, each with its ballots: words and address.
    areas: Vec<(&'a str, Vec<(String, &'a str)>)>,
    /// For each sector and area: the digit, the place of the area in the list or `-`, and the last letters.
    units: String,
}

/// The scripts of all first halves.
pub(super) fn files(source: &Source<'_>) -> Vec<File> {
    let outcodes: Vec<_> = source.plan.addresses.outcodes.iter().collect();
    outcodes
        .into_par_iter()
        .map(|(outcode, path)| {
            let tables = source.campaign.data.iter().filter_map(|dataset| Some((dataset, dataset.postcodes()?)));
            let parts: Vec<Part<'_>> = tables.map(|(dataset, table)| part(source, dataset, table, *outcode)).collect();
            (path.clone(), call(outcode.as_str(), &parts))
        })
        .collect()
}

fn part<'a>(source: &Source<'a>, dataset: &'a Dataset, table: &'a Table, outcode: Outcode) -> Part<'a> {
    let groups =
        || table.sectors_of(outcode).flat_map(|(digit, groups)| groups.iter().map(move |group| (digit, group)));
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

fn ballots<'a>(source: &Source<'a>, dataset: &'a Dataset, area: &'a Gss) -> (&'a str, Vec<(String, &'a str)>) {
    let ballots = source.ballots_in(dataset, area).into_iter().map(|(e, b)| {
        let election = &source.campaign.elections[e];
        let gaps = [("election", election.name.as_str().into()), ("date", source.words.day(election.date).into())];
        (source.words.with("find-ballot", gaps), source.plan.addresses.ballots[e][b].as_str())
    });
    (source.area_name(dataset, area), ballots.collect())
}
