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

use std::io::{self, BufWriter, Write};

use sha2::{Digest as _, Sha256};

use super::context::Context;
use crate::atoms::SitePath;
use crate::diagnostic::Failure;
use crate::plan::DATA_FILES;
use crate::sink::Sink;
use rows::Row;
use tables::Tables;

/// All data files.
pub(super) fn files(source: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    if !DATA_FILES.iter().any(|name| sink.wants(&place(name))) {
        return Ok(());
    }
    let tables = Tables { source };
    let write = |name, fill: &Fill<'_>| Ok(Described { name, weight: weighed(name, fill, sink)? });
    let csv = || {
        [
            write("candidates.csv", &|to| csv(tables.candidates(), to)),
            write("positions.csv", &|to| csv(tables.positions().map(|position| position.row), to)),
            write("party-lines.csv", &|to| csv(tables.lines().map(|line| line.row), to)),
            write("documents.csv", &|to| csv(tables.documents(), to)),
            write("mentions.csv", &|to| csv(tables.mentions(), to)),
            write("questions.csv", &|to| csv(tables.questions(), to)),
            write("put.csv", &|to| csv(tables.put(), to)),
            write("figures.csv", &|to| csv(tables.figures(), to)),
        ]
    };
    let (csv, json) = rayon::join(csv, || write("site.json", &|to| json::record_lines(&tables, to)));
    let files = csv.into_iter().chain([json]).collect::<Result<Vec<_>, Failure>>()?;
    sink.put(&place("datapackage.json"), &package::describe(source, &files))
}

/// Writes the content of a file.
type Fill<'f> = dyn Fn(&mut dyn Write) -> io::Result<()> + Sync + 'f;

/// A data file, as it is described to programs.
struct Described {
    name: &'static str,
    weight: Weight,
}

/// Hands a file over, and weighs it as it goes by.
fn weighed(name: &str, fill: &Fill<'_>, sink: &dyn Sink) -> Result<Weight, Failure> {
    let mut weight = Weight::default();
    sink.stream(&place(name), &mut |to| {
        let mut to = BufWriter::with_capacity(1 << 16, Weighing { to, weight: &mut weight });
        fill(&mut to)?;
        to.flush()
    })?;
    Ok(weight)
}

/// How large a file is, and the hash of what is in it.
#[derive(Default)]
struct Weight {
    bytes: u64,
    hash: Sha256,
}

/// Weighs what goes by.
struct Weighing<'w> {
    to: &'w mut dyn Write,
    weight: &'w mut Weight,
}

impl Write for Weighing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.weight.bytes += n as u64;
        self.weight.hash.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn place(name: &str) -> SitePath {
    let place = format!("data/{name}").parse();
    place.unwrap_or_else(|malformed| unreachable!("a fixed address is an address: {malformed}"))
}

/// A table with its head, which stands there even when there are no rows.
fn csv<R: Row>(mut rows: impl Iterator<Item = R>, to: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    let mut record = csv::ByteRecord::new();
    writer.write_record(R::columns().iter().map(|column| column.name))?;
    rows.try_for_each(|row| {
        record.clear();
        row.add_to(&mut record);
        writer.write_byte_record(&record)
    })?;
    writer.flush()
}
