use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::FigureSays;
use super::judge::Judge;
use super::types::{DataContent, DataSource, Dataset, Election};
use crate::atoms::{DataKind, Slug, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{CountRecord, DataRecord, DataSourceRecord};
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
        let boundaries =
            in_file.record.boundaries.as_ref().and_then(|at| Some(At { pos: at.pos, value: at.value.0.clone().ok()? }));
        datasets.extend(id.and_then(|id| judge.dataset(id, in_file.record, beside)));
        if let Some(At { pos, value }) = boundaries {
            judge.fits_some(pos, &value, elections);
        }
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
    fn dataset(&mut self, id: Slug, record: DataRecord, beside: Beside<'_>) -> Option<Dataset> {
        let kind = self.need_at(record.kind, "kind", Pos::START);
        let title = self.need(record.title, "title", Pos::START);
        if record.source.is_none() {
            self.missing("source", Pos::START);
        }
        let source = record.source.and_then(|At { pos, value }| self.data_source(value, pos));
        let boundaries = self.take(record.boundaries);
        let imported = record.imported.map(|imported| imported.value).unwrap_or_default();
        let files = self.values(imported.files);
        let counts = imported.counts.unwrap_or_default().into_iter().filter_map(|count| self.count(count)).collect();
        let says = self.figure(record.figure, kind.as_ref().map(|kind| kind.value));
        let At { pos, value: kind } = kind?;
        let (file, text) = self.table(&id, kind, pos, beside)?;
        let content = self.content(kind, says, &file, text)?;
        Some(Dataset {
            id,
            content,
            title: title?,
            source: source?,
            boundaries,
            files,
            counts,
            file: self.file.clone(),
        })
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

    pub(super) fn data_source(&mut self, record: DataSourceRecord, start: Pos) -> Option<DataSource> {
        let title = self.need(record.title, "title", start);
        let publisher = self.need(record.publisher, "publisher", start);
        let url = self.take(record.url);
        let date = self.take(record.date);
        let licence = self.need(record.licence, "licence", start);
        let credit = self.need(record.credit, "credit", start);
        let permission = self.take(record.permission);
        let (title, publisher, licence, credit) = (title?, publisher?, licence?, credit?);
        Some(DataSource { title, publisher, url, date, licence, credit, permission })
    }

    fn count(&mut self, At { pos, value }: At<CountRecord>) -> Option<(Text, u32)> {
        let of = self.need(value.of, "of", pos);
        if value.n.is_none() {
            self.missing("n", pos);
        }
        Some((of?, value.n?.value))
    }

    /// The table beside the record, with its file.
    fn table<'t>(&mut self, id: &Slug, kind: DataKind, pos: Pos, beside: Beside<'t>) -> Option<(FileName, &'t str)> {
        let file: FileName = format!("content/data/{id}.{}", kind.ending()).into();
        if let Some(text) = beside.tables.get(&file) {
            return Some((file, text));
        }
        if !beside.unreadable.contains(&file) {
            let message = format!("there is no table {file}");
            self.report(
                Code::UnknownReference,
                pos,
                message,
                "import it again, or put it back; if nobody needs it any more, its record goes too",
            );
        }
        None
    }

    /// What the table holds.
    fn content(
        &mut self,
        kind: DataKind,
        says: Option<FigureSays>,
        file: &FileName,
        text: &str,
    ) -> Option<DataContent> {
        match kind {
            DataKind::Postcodes => Some(DataContent::Postcodes(self.postcodes(file, text))),
            DataKind::Map => self.map(file, text).map(DataContent::Map),
            DataKind::Figures => Some(DataContent::Figures(self.figures(says?, file, text))),
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
