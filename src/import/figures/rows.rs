use std::collections::BTreeMap;

use super::areas::{FigureAreas, RowArea};
use super::cell::FigureCell;
use super::columns::FigureColumns;
use super::table::NumberTable;
use crate::atoms::{FigureUnit, Malformed};
use crate::diagnostic::{Code, Diagnostics, FileName};
use crate::figures::{Area, Figure, Table};
use crate::import::tables::{LeftOut, Troubles, leave_out};

/// Why a row gave no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoFigure {
    /// It is about a country or a region.
    Total,
    /// It is about those of whom nobody knows the area.
    Unknown,
    /// Nothing in it is known to be an area: it is a note, or blank.
    NoArea,
    /// It says what another row said already.
    Again,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct FiguresRead {
    pub(super) table: Table,
    pub(super) left_out: LeftOut<NoFigure>,
    /// How many rows have the other code of a seat than its ballot.
    pub(super) revised: usize,
    /// The rows that count, by their areas: their lines and figures.
    seen: BTreeMap<Area, (u32, Figure)>,
    troubles: Troubles,
}

/// How the rows of a sheet are read.
pub(super) struct FigureRows<'a> {
    pub(super) table: &'a NumberTable<'a>,
    pub(super) columns: FigureColumns,
    pub(super) areas: &'a FigureAreas,
    pub(super) unit: FigureUnit,
    pub(super) times: u32,
}

impl FigureRows<'_> {
    /// Reads all rows; `None` when one cannot be used, which is then reported.
    pub(super) fn read(&self, file: &FileName, found: &mut Diagnostics) -> Option<FiguresRead> {
        let mut read = FiguresRead::default();
        for row in self.table.rows() {
            self.row(row, &mut read);
        }
        for (area, (_, figure)) in std::mem::take(&mut read.seen) {
            read.table.set(area, figure);
        }
        if read.troubles.is_empty() && read.table.iter().len() == 0 {
            let message = "no row of this file is about an area";
            let help = "look whether --area names the column of the areas";
            found.push(Code::WrongShape, file, self.table.heading(self.columns.area), message, help);
            return None;
        }
        std::mem::take(&mut read.troubles).report(file, found);
        (!found.has_errors()).then_some(read)
    }

    fn row(&self, row: &csv::StringRecord, read: &mut FiguresRead) {
        let line = self.table.line(row);
        let mut leave_out = |why| leave_out(&mut read.left_out, why, || format!("line {line}"));
        let cell = row.get(self.columns.value).unwrap_or_default();
        let area = match self.areas.read(row.get(self.columns.area).unwrap_or_default()) {
            RowArea::Of(area) => area,
            RowArea::Revised(area) => {
                read.revised += 1;
                area
            }
            // A note has no figure beside it.
            RowArea::Perhaps(area) if !cell.trim().is_empty() && FigureCell::read(cell).is_ok() => area,
            RowArea::Total => return leave_out(NoFigure::Total),
            RowArea::Unknown => return leave_out(NoFigure::Unknown),
            RowArea::Perhaps(_) | RowArea::Nothing => return leave_out(NoFigure::NoArea),
        };
        let (troubles, column) = (&mut read.troubles, self.columns.value);
        let mut wrong =
            |code, what, help: String| troubles.add(column, code, what, help, || self.table.place(row, column));
        match (FigureCell::read(cell).and_then(|cell| cell.figure(self.unit, self.times)), read.seen.get(&area)) {
            (Err(Malformed { what, help, .. }), _) => wrong(Code::Malformed, what, help),
            (Ok(figure), None) => drop(read.seen.insert(area, (line, figure))),
            (Ok(figure), Some((_, known))) if *known == figure => leave_out(NoFigure::Again),
            (Ok(_), Some((first, _))) => {
                let what = format!("line {first} has another figure for {area}");
                let help = "keep one row for each area: of a table of many months or groups, those of one";
                wrong(Code::DuplicateKey, what, help.to_owned());
            }
        }
    }
}
