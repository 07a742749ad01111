use std::collections::BTreeMap;
use std::fmt;

use super::areas::{FigureAreas, RowArea};
use super::cell::FigureCell;
use super::columns::{FigureColumns, NumberTable};
use crate::atoms::{FigureUnit, Malformed};
use crate::diagnostic::{Code, Diagnostics};
use crate::figures::{Area, Figure, Table};
use crate::import::tables::{LeftOut, Troubles, leave_out};

/// Why a row gave no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NoFigure {
    Total,
    Unknown,
    NoArea,
    Again,
}

impl fmt::Display for NoFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Total => "about a country or region",
            Self::Unknown => "about those whose area is unknown",
            Self::NoArea => "there is no area where one should be",
            Self::Again => "the same as an earlier row",
        })
    }
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct FiguresRead {
    pub(super) table: Table,
    pub(super) left_out: LeftOut<NoFigure>,
    /// How many rows have another code of a seat than its ballot.
    pub(super) revised: usize,
}

impl FiguresRead {
    /// Reads all rows; `None` when one cannot be used, which is then reported.
    pub(super) fn of(
        table: &NumberTable<'_>,
        columns: FigureColumns,
        areas: &FigureAreas,
        unit: FigureUnit,
        times: u32,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let (mut read, mut troubles) = (Self::default(), Troubles::default());
        // Line and figure of each area's first row.
        let mut seen: BTreeMap<Area, (u32, Figure)> = BTreeMap::new();
        for row in &table.rows {
            let line = table.sheet.line(row);
            let mut leave_out = |why| leave_out(&mut read.left_out, why, || format!("line {line}"));
            let cell = row.get(columns.value).unwrap_or_default();
            let figure = FigureCell::read(cell).and_then(|cell| cell.figure(unit, times));
            let area = match areas.read(row.get(columns.area).unwrap_or_default()) {
                RowArea::Of(area) => area,
                RowArea::Revised(area) => {
                    read.revised += 1;
                    area
                }
                // A note has no figure beside it.
                RowArea::Perhaps(area) if !cell.trim().is_empty() && FigureCell::read(cell).is_ok() => area,
                RowArea::Perhaps(_) => {
                    leave_out(NoFigure::NoArea);
                    continue;
                }
                RowArea::None(why) => {
                    leave_out(why);
                    continue;
                }
            };
            let mut wrong = |code, what, help: String| {
                troubles.add(columns.value, code, what, help, || table.sheet.place(row, columns.value));
            };
            match (figure, seen.get(&area)) {
                (Err(Malformed { what, help, .. }), _) => wrong(Code::Malformed, what, help),
                (Ok(figure), None) => drop(seen.insert(area, (line, figure))),
                (Ok(figure), Some((_, known))) if *known == figure => leave_out(NoFigure::Again),
                (Ok(_), Some((first, _))) => {
                    let what = format!("line {first} has another figure for {area}");
                    let help = "keep one row for each area: of a table of many months or groups, those of one";
                    wrong(Code::DuplicateKey, what, help.to_owned());
                }
            }
        }
        if troubles.is_empty() && seen.is_empty() {
            let message = "no row of this file is about an area";
            let help = "check whether --area names the column of the areas";
            found.push(Code::WrongShape, table.file, table.sheet.heading(columns.area), message, help);
        }
        troubles.report(table.file, found);
        seen.into_iter().for_each(|(area, (_, figure))| read.table.set(area, figure));
        (!found.has_errors()).then_some(read)
    }
}
