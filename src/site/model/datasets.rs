use std::collections::BTreeMap;
use std::sync::Arc;

use super::judge::Judge;
use super::types::{DataContent, Dataset, Election};
use crate::atoms::{DataKind, Slug, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{DataRecord, FigureRecord};
use crate::load::{At, HexMap, InFile};
use crate::postcodes::PostcodeTable;

/// What may lie beside the records: the imported tables by their files, and the files that could not be read.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) tables: &'a BTreeMap<FileName, Arc<str>>,
    pub(super) unreadable: &'a [FileName],
}

/// Judges where imported tables come from.
pub(super) fn datasets(
    records: Vec<InFile<DataRecord>>,
    beside: Beside<'_>,
    elections: &[Election],
    found: &mut Diagnostics,
) -> Vec<Dataset> {
    orphans(&records, beside, found);
    let mut datasets = Vec::new();
    for in_file in records {
        let mut judge = Judge::of(&in_file);
        let id = in_file.stem().parse().ok();
        if let Some(At { pos, value }) = in_file.record.boundaries.as_ref().filter(|set| set.is_read()) {
            judge.fits_some(*pos, value, elections);
        }
        datasets.extend(id.and_then(|id| judge.dataset(id, in_file.record, beside)));
        found.extend(judge.found);
    }
    datasets
}

/// Reports tables of which nothing says where they come from.
fn orphans(records: &[InFile<DataRecord>], beside: Beside<'_>, found: &mut Diagnostics) {
    for table in beside.tables.keys() {
        let stem = table.rsplit_once('.').map_or(&**table, |(stem, _)| stem);
        let record: FileName = format!("{stem}.yaml").into();
        if records.iter().all(|in_file| in_file.file != record) && !beside.unreadable.contains(&record) {
            let message = format!("nothing says where this table comes from: there is no {record}");
            let help = "import the table again, or write that record";
            found.push(Code::StrayFile, table, Pos::START, message, help);
        }
    }
}

impl Judge {
    fn dataset(&mut self, id: Slug, mut record: DataRecord, beside: Beside<'_>) -> Option<Dataset> {
        self.figure(record.figure.as_ref(), &record.kind);
        let (file, text) = self.table(&id, &record.kind, beside)?;
        let figure = record.figure.take().map(|figure| figure.value);
        let content = self.content(*record.kind, figure, &file, text)?;
        self.is_whole(Pos::START).then(|| Dataset { id, content, file: self.file.clone(), record })
    }

    /// A table goes by the areas of at least one election; one that names no boundaries may have any.
    fn fits_some(&mut self, pos: Pos, boundaries: &Text, elections: &[Election]) {
        let sets: Option<Vec<&Text>> = elections.iter().map(|election| election.boundaries.as_ref()).collect();
        let Some(sets) = sets.filter(|sets| !sets.is_empty() && !sets.contains(&boundaries)) else { return };
        let known: Vec<_> = sets.into_iter().map(|set| format!("“{set}”")).collect();
        let message = format!("no election here has the boundaries “{boundaries}”");
        let help = format!("write them as the election does: {}", known.join(", "));
        self.report(Code::UnknownReference, pos, message, help);
    }

    /// The table beside the record, with its file.
    fn table<'t>(&mut self, id: &Slug, kind: &At<DataKind>, beside: Beside<'t>) -> Option<(FileName, &'t str)> {
        if !kind.is_read() {
            return None;
        }
        let file: FileName = format!("content/data/{id}.{}", kind.ending()).into();
        if let Some(text) = beside.tables.get(&file) {
            return Some((file, text));
        }
        if !beside.unreadable.contains(&file) {
            let message = format!("there is no table {file}");
            self.report(
                Code::UnknownReference,
                kind.pos,
                message,
                "import it again, or put it back; if nobody needs it any more, its record goes too",
            );
        }
        None
    }

    /// What is in the table.
    fn content(
        &mut self,
        kind: DataKind,
        figure: Option<FigureRecord>,
        file: &FileName,
        text: &str,
    ) -> Option<DataContent> {
        match kind {
            DataKind::Postcodes => Some(DataContent::Postcodes(self.postcodes(file, text))),
            DataKind::Map => self.map(file, text).map(DataContent::Map),
            DataKind::Figures => Some(DataContent::Figures(self.figures(figure?, file, text)?)),
        }
    }

    fn map(&mut self, file: &FileName, text: &str) -> Option<HexMap> {
        HexMap::read(text)
            .map_err(|trouble| {
                let help = format!("{}, or import it again", trouble.help);
                self.found.push(Code::WrongShape, file, trouble.pos, trouble.what, help);
            })
            .ok()
    }

    fn postcodes(&mut self, file: &FileName, text: &str) -> PostcodeTable {
        let (table, troubles) = PostcodeTable::read(text);
        for trouble in troubles.into_iter().take(MOST_TROUBLES) {
            let help = "import the table again; docs/postcodes.md says how its lines are written";
            self.found.push(Code::Malformed, file, Pos { line: trouble.line, column: 1 }, trouble.what, help);
        }
        table
    }
}

/// How many troubles of one table are reported: after a slip in its making, every line has one.
pub(super) const MOST_TROUBLES: usize = 20;
