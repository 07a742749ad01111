//! Takes what views are made from, gives the data files: everything published, as CSV and JSON, with
//! a description for programs. The words in them are those of the records, not of the interface. Never makes a page.

mod accounts;
mod answers;
mod areas;
mod corrections;
mod documents;
mod elected;
mod formats;
mod letters;
mod marks;
mod package;
mod pledges;
mod reports;
mod table;
mod tables;

use std::io::{self, BufWriter, Write};

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::context::Context;
use crate::diagnostic::Failure;
use crate::plan::DataFile;
use crate::sink::Sink;
use table::{DataTable, json_list};
use tables::table;

/// Writes the content of a file.
type Fill<'f> = dyn Fn(&mut dyn Write) -> io::Result<()> + Sync + 'f;

/// All data files.
pub(super) fn files(cx: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    if !DataFile::of(cx.campaign).any(|file| sink.wants(&file.path())) {
        return Ok(());
    }
    let tables: Vec<_> = DataFile::of(cx.campaign).filter_map(|file| Some((file, table(cx, file)?))).collect();
    let csv = || tables.iter().map(|(file, table)| weighed(*file, &table.csv, sink)).collect::<Result<Vec<_>, _>>();
    let (csv, json) = rayon::join(csv, || weighed(DataFile::Json, &|to| all_tables(cx, &tables, to), sink));
    let (csv, json) = (csv?, json?);
    let tables = tables.iter().zip(csv).map(|((file, table), weight)| (*file, weight, Some(table)));
    let described = package::describe(cx.campaign, tables.chain([(DataFile::Json, json, None)]));
    sink.put(&DataFile::Package.path(), &described)
}

/// All that is published in one file, with all evidence.
fn all_tables(cx: &Context<'_>, tables: &[(DataFile, DataTable<'_>)], to: &mut dyn Write) -> io::Result<()> {
    let site = &cx.campaign.site;
    let licence = site.licence.as_ref();
    let of_site = licence.iter().flat_map(|licence| &licence.credits).map(|credit| credit.name.as_str());
    let lists = cx.campaign.credited_lists();
    let credits = of_site.chain(lists.iter().map(|source| source.credit.as_str()));
    let (title, as_of) = (json!(site.title.as_str()), json!(site.as_of.to_string()));
    let licence = json!(licence.map(|licence| licence.name.as_str()));
    write!(to, "{{\"title\":{title},\"as_of\":{as_of},\"licence\":{licence},\"credits\":")?;
    json_list(credits, to)?;
    for table in std::iter::once(&tables::ballots(cx)).chain(tables.iter().map(|(_, table)| table)) {
        write!(to, ",\"{}\":", table.list)?;
        (table.json)(to)?;
    }
    to.write_all(b"}\n")
}

/// Hands a file over, and weighs it as it goes by.
fn weighed(file: DataFile, fill: &Fill<'_>, sink: &dyn Sink) -> Result<WeightAndHash, Failure> {
    let mut weight = WeightAndHash::default();
    sink.stream(&file.path(), &mut |to| {
        let mut to = BufWriter::with_capacity(1 << 16, Weighing { to, weight: &mut weight });
        fill(&mut to)?;
        to.flush()
    })?;
    Ok(weight)
}

/// How large a file is, and the hash of what is in it.
#[derive(Default)]
struct WeightAndHash {
    bytes: u64,
    hash: Sha256,
}

/// Weighs what goes by.
struct Weighing<'w> {
    to: &'w mut dyn Write,
    weight: &'w mut WeightAndHash,
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
