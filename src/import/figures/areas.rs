use std::collections::{BTreeMap, BTreeSet};

use super::rows::NoFigure;
use crate::atoms::{Slug, slug_of};
use crate::country::uk::{Gss, is_larger_code, is_larger_name, other_code_of_seat};
use crate::figures::Area;
use crate::import::boundaries::{BallotArea, Ballots};

/// Finds the area that a cell means.
pub(super) struct FigureAreas {
    /// Whether the table goes by codes.
    coded: bool,
    /// The areas of ballots by their names.
    by_name: BTreeMap<Slug, Area>,
    of_ballots: BTreeSet<Area>,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowArea {
    /// An area; one with a ballot here, or one that goes by a code.
    Of(Area),
    /// An area without a ballot, unless this is a note.
    Perhaps(Area),
    /// An area with a ballot, under another code that the seat has had.
    Revised(Area),
    /// No area that has a figure of its own.
    None(NoFigure),
}

/// What rows are called that are about all areas, and how such names begin.
const ALL: [&str; 2] = ["total", "all"];
const TOTALS: [&str; 4] = ["total-", "all-", "grand-total", "sum-of"];
/// Names of rows about people whose area is unknown.
const UNKNOWN: [&str; 6] = ["unknown", "not-", "unallocated", "unspecified", "missing", "no-area"];
const OTHERS: [&str; 6] = ["other", "others", "none", "n-a", "abroad", "elsewhere"];

impl FigureAreas {
    pub(super) fn of(ballots: &Ballots, coded: bool) -> Self {
        let name = |area: &BallotArea| area.name.as_ref().and_then(|name| slug_of(name.as_str()));
        let named = ballots.areas.iter().filter_map(|area| Some((name(area)?, key(area))));
        let by_file = ballots.areas.iter().map(|area| (area.slug.clone(), key(area)));
        Self { coded, by_name: by_file.chain(named).collect(), of_ballots: ballots.areas.iter().map(key).collect() }
    }

    /// Whether a cell names an area with a ballot.
    pub(super) fn knows(&self, cell: &str) -> bool {
        slug_of(cell.trim()).is_some_and(|name| self.by_name.contains_key(&name))
    }

    /// Whether a cell means an area with a ballot.
    pub(super) fn has_ballot(&self, cell: &str) -> bool {
        match self.read(cell) {
            RowArea::Of(area) | RowArea::Revised(area) => self.of_ballots.contains(&area),
            RowArea::Perhaps(_) | RowArea::None(_) => false,
        }
    }

    /// What a row is about, judging by its cell.
    pub(super) fn read(&self, cell: &str) -> RowArea {
        if let Some(code) = code(cell) {
            return self.coded_as(code);
        }
        let Some(name) = slug_of(cell.trim()) else { return RowArea::None(NoFigure::NoArea) };
        let begins = |starts: &[&str]| starts.iter().any(|start| name.as_str().starts_with(start));
        match self.by_name.get(&name) {
            Some(area) if !self.coded => RowArea::Of(area.clone()),
            _ if is_larger_name(&name) || ALL.contains(&name.as_str()) || begins(&TOTALS) => {
                RowArea::None(NoFigure::Total)
            }
            _ if begins(&UNKNOWN) || OTHERS.contains(&name.as_str()) => RowArea::None(NoFigure::Unknown),
            _ if self.coded => RowArea::None(NoFigure::NoArea),
            _ => RowArea::Perhaps(Area::Named(name)),
        }
    }

    fn coded_as(&self, code: Gss) -> RowArea {
        let larger = is_larger_code(&code);
        let other = other_code_of_seat(&code).map(Area::Code).filter(|other| self.of_ballots.contains(other));
        let area = Area::Code(code);
        match other {
            _ if self.of_ballots.contains(&area) => RowArea::Of(area),
            Some(other) => RowArea::Revised(other),
            None if larger => RowArea::None(NoFigure::Total),
            None => RowArea::Of(area),
        }
    }
}

/// The code of an area in a cell, in capital or small letters.
pub(super) fn code(cell: &str) -> Option<Gss> {
    cell.trim().to_ascii_uppercase().parse().ok()
}

/// The key of a ballot's area in a table of the site.
pub(super) fn key(area: &BallotArea) -> Area {
    area.code.clone().map_or_else(|| Area::Named(area.slug.clone()), Area::Code)
}
