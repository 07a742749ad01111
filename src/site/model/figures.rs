use super::datasets::MOST_TROUBLES;
use super::judge::Judge;
use super::types::Figures;
use crate::atoms::{DataKind, Words};
use crate::diagnostic::{Code, FileName, Pos};
use crate::figures::{Spread, Table};
use crate::load::At;
use crate::load::records::FigureRecord;

impl Judge {
    /// Judges whether something says what numbers say: needed for figures, and out of place with any other kind of table.
    pub(super) fn figure(&mut self, figure: Option<&At<FigureRecord>>, kind: &At<DataKind>) {
        if !kind.is_read() {
            return;
        }
        match figure {
            None if **kind == DataKind::Figures => self.missing("figure", Pos::START),
            Some(At { pos, .. }) if **kind != DataKind::Figures => {
                let message =
                    format!("“figure:” says what numbers say, and a table of the kind “{}” has none", kind.word());
                let help = "correct “kind:” if that is wrong; if not, take “figure:” out";
                self.report(Code::UnknownKey, *pos, message, help);
            }
            _ => {}
        }
    }

    /// Reads the numbers themselves, as far as it is known what they count.
    pub(super) fn figures(&mut self, record: FigureRecord, file: &FileName, text: &str) -> Option<Figures> {
        if !record.unit.is_read() {
            return None;
        }
        let (table, troubles) = Table::read(text, *record.unit);
        for trouble in troubles.into_iter().take(MOST_TROUBLES) {
            let pos = Pos { line: trouble.line, column: trouble.column };
            self.found.push(Code::Malformed, file, pos, trouble.what, trouble.help);
        }
        let spread = Spread::of(&table);
        Some(Figures { table, spread, record })
    }
}
