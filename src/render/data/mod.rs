//! Takes what views are made from, gives the data files: everything published, as CSV and JSON, with
//! a description for programs. The words in them are those of the records, not of the interface.

mod documents;
mod figures;
mod json;
mod lines;
mod marks;
mod package;
mod positions;
mod rows;
mod tables;

use super::File;
use super::context::Context;
use crate::atoms::SitePath;
use rows::Row;

/// All data files.
pub(super) fn files(source: &Context<'_>) -> Vec<File> {
    let tables = tables::Tables::of(source);
    let (csv, json) = rayon::join(|| tables_csv(&tables), || json::record_lines(&tables));
    let mut files = csv;
    files.push(("site.json", json));
    let sizes: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let package = package::describe(source, &sizes);
    files.push(("datapackage.json", package));
    let in_folder = |(name, bytes): (&str, Vec<u8>)| {
        let path: SitePath = format!("data/{name}").parse().ok()?;
        Some((path, bytes))
    };
    files.into_iter().filter_map(in_folder).collect()
}

fn tables_csv(tables: &tables::Tables<'_>) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("candidates.csv", csv(&tables.candidates)),
        ("positions.csv", csv(tables.positions.iter().map(|p| &p.row))),
        ("party-lines.csv", csv(tables.lines.iter().map(|l| &l.row))),
        ("documents.csv", csv(&tables.documents)),
        ("mentions.csv", csv(&tables.mentions)),
        ("questions.csv", csv(&tables.questions)),
        ("put.csv", csv(&tables.put)),
        ("figures.csv", csv(&tables.figures)),
    ]
}

/// A table with its head, which stands there even when there are no rows.
fn csv<'r, R: Row + 'r>(table: impl IntoIterator<Item = &'r R>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut record = csv::ByteRecord::new();
    let head = writer.write_record(R::columns().iter().map(|column| column.name));
    let written = head.and_then(|()| {
        table.into_iter().try_for_each(|row| {
            record.clear();
            row.add_to(&mut record);
            writer.write_byte_record(&record)
        })
    });
    match written.map_err(|error| error.to_string()).and_then(|()| writer.into_inner().map_err(|e| e.to_string())) {
        Ok(bytes) => bytes,
        Err(error) => unreachable!("rows of plain values fit into memory: {error}"),
    }
}
