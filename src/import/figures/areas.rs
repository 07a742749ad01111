use std::collections::{BTreeMap, BTreeSet};

use super::sheet::code;
use crate::atoms::{Slug, slug_of};
use crate::figures::Area;
use crate::import::boundaries::{BallotArea, Ballots};

/// Tells areas by what stands in a table.
pub(super) struct Areas {
    /// Whether they go by their codes there.
    coded: bool,
    /// The areas of ballots by their names.
    by_name: BTreeMap<Slug, Area>,
    of_ballots: BTreeSet<Area>,
}

/// What a row speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// An area.
    Of(Area),
    /// All areas of a country or region.
    Total,
    /// No area: a note, or a blank.
    Nothing,
}

/// How the codes of countries and regions begin, and of all that is larger.
const LARGER: [&str; 11] = ["E92", "W92", "S92", "N92", "K01", "K02", "K03", "K04", "K05", "E12", "E15"];

/// How the codes end that stand where there is no area.
const PSEUDO: &str = "99999999";

/// What countries, regions and all of them are called.
const NAMES: [&str; 20] = [
    "total",
    "all",
    "england",
    "wales",
    "scotland",
    "northern-ireland",
    "great-britain",
    "united-kingdom",
    "uk",
    "gb",
    "england-and-wales",
    "north-east",
    "north-west",
    "yorkshire-and-the-humber",
    "east-midlands",
    "west-midlands",
    "east-of-england",
    "london",
    "south-east",
    "south-west",
];

impl Areas {
    pub(super) fn of(ballots: &Ballots, coded: bool) -> Self {
        let name = |area: &BallotArea| area.name.as_ref().and_then(|name| slug_of(name.as_str()));
        let named = ballots.areas.iter().filter_map(|area| Some((name(area)?, key(area))));
        let by_file = ballots.areas.iter().map(|area| (area.slug.clone(), key(area)));
        Self { coded, by_name: by_file.chain(named).collect(), of_ballots: ballots.areas.iter().map(key).collect() }
    }

    /// What a row speaks of, told by its cell.
    pub(super) fn read(&self, cell: &str) -> Row {
        if let Some(code) = code(cell) {
            let larger = LARGER.iter().any(|start| code.as_str().starts_with(start)) || code.as_str().ends_with(PSEUDO);
            let area = Area::Code(code);
            return if larger && !self.of_ballots.contains(&area) { Row::Total } else { Row::Of(area) };
        }
        let Some(name) = slug_of(cell.trim()) else { return Row::Nothing };
        match self.by_name.get(&name) {
            Some(area) if !self.coded => Row::Of(area.clone()),
            _ if NAMES.contains(&name.as_str()) => Row::Total,
            _ if self.coded => Row::Nothing,
            _ => Row::Of(Area::Named(name)),
        }
    }
}

/// By what a table of the site knows the area of a ballot.
pub(super) fn key(area: &BallotArea) -> Area {
    area.code.clone().map_or_else(|| Area::Named(area.slug.clone()), Area::Code)
}
