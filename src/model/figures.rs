use super::datasets::MOST_TROUBLES;
use super::judge::Judge;
use super::types::Figures;
use crate::atoms::{DataKind, FigureUnit, PartialDate, Text, Words};
use crate::diagnostic::{Code, FileName, Pos};
use crate::figures::{Spread, Table};
use crate::load::At;
use crate::load::records::FigureRecord;

/// What the numbers of a table say.
pub(super) struct FigureSays {
    unit: FigureUnit,
    says: Text,
    says_one: Option<Text>,
    date: PartialDate,
    rounded: bool,
}

impl Judge {
    /// Judges what numbers say: needed for figures, and out of place with any other kind of table.
    pub(super) fn figure(&mut self, record: Option<At<FigureRecord>>, kind: Option<DataKind>) -> Option<FigureSays> {
        let Some(At { pos, value }) = record else {
            if kind == Some(DataKind::Figures) {
                self.missing("figure", Pos::START);
            }
            return None;
        };
        if let Some(kind) = kind.filter(|kind| *kind != DataKind::Figures) {
            let message =
                format!("“figure:” says what numbers say, and a table of the kind “{}” has none", kind.word());
            self.report(Code::UnknownKey, pos, message, "correct “kind:” if that is wrong; if not, take “figure:” out");
        }
        let unit = self.need(value.unit, "unit", pos);
        let says = self.need(value.says, "says", pos);
        let says_one = self.take(value.says_one);
        let date = self.need(value.date, "date", pos);
        let rounded = value.rounded.is_some_and(|at| at.value);
        Some(FigureSays { unit: unit?, says: says?, says_one, date: date?, rounded })
    }

    /// Reads the numbers themselves.
    pub(super) fn figures(&mut self, figure: FigureSays, file: &FileName, text: &str) -> Figures {
        let FigureSays { unit, says, says_one, date, rounded } = figure;
        let (table, troubles) = Table::read(text, unit);
        for trouble in troubles.into_iter().take(MOST_TROUBLES) {
            let pos = Pos { line: trouble.line, column: trouble.column };
            self.found.push(Code::Malformed, file, pos, trouble.what, trouble.help);
        }
        let spread = Spread::of(&table);
        Figures { unit, says, says_one, date, rounded, table, spread }
    }
}
