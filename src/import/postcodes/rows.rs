use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{NoColumns, PostcodeColumns};
use super::files::{self, DirectoryFile};
use super::lookup::AreaLookup;
use crate::country::uk::{Gss, Postcode};
use crate::country::uk::{LICENSED_APART, is_no_area};
use crate::import::tables::{BoundedRows, LeftOut, RowTrouble, leave_out, open};
use crate::import::{ImportError, Progress};
use crate::postcodes::{State, Table};

/// Why a row gave no postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoPostcode {
    /// The row has fewer cells than are needed, or cannot be read.
    Short,
    /// What stands where a postcode belongs is none.
    Malformed,
    /// What stands where the code of an area belongs is none.
    NoArea,
    /// The lookup does not lead on from it.
    NotLookedUp,
    /// It lies in Northern Ireland, and nobody said that those may be published.
    NorthernIreland,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct PostcodesRead {
    pub(super) table: Table,
    pub(super) rows: u64,
    /// The first row of the first file, in small letters.
    pub(super) head: String,
    /// The codes that stood for seats which the ballots know by another.
    pub(super) revised: BTreeSet<Gss>,
    /// How many were left out why, and where the first of them stands.
    pub(super) left_out: LeftOut<NoPostcode>,
}

/// In how many rows the names of the columns are looked for.
const MOST_TITLES: usize = 10;

/// Reads the rows of tables, one at a time.
pub(super) struct PostcodeReader<'a> {
    pub(super) areas: &'a AreaLookup,
    pub(super) column: Option<&'a str>,
    pub(super) northern_ireland: bool,
    /// The codes of seats that the ballots know by another.
    pub(super) seats: BTreeMap<Gss, Gss>,
    pub(super) read: PostcodesRead,
}

impl PostcodeReader<'_> {
    /// Reads one file to its end; the inner error says that it is no table of postcodes that can be used.
    pub(super) fn file(
        &mut self,
        file: &DirectoryFile,
        progress: &dyn Progress,
    ) -> Result<Result<(), NoColumns>, ImportError> {
        let opened = open(&file.path, progress)?;
        if let Some(other) = opened.other {
            return Ok(Err(NoColumns::Other(other)));
        }
        let mut rows = BoundedRows::of(opened.table, opened.delimiter);
        let failed = |trouble: RowTrouble| trouble.of(&file.path);
        let (columns, first) = match self.columns(&file.path, &mut rows).map_err(failed)? {
            Ok(found) => found,
            Err(none) => return Ok(Err(none)),
        };
        if let Some(row) = first {
            self.count(&row, columns, file);
        }
        while let Some(row) = rows.next_row().map_err(failed)? {
            self.count(row, columns, file);
        }
        Ok(Ok(()))
    }

    /// The columns, by the first rows; and the first row with a postcode, when it was read on the way.
    fn columns<R: io::Read>(
        &mut self,
        path: &Path,
        rows: &mut BoundedRows<R>,
    ) -> Result<Result<(PostcodeColumns, Option<ByteRecord>), NoColumns>, RowTrouble> {
        for _ in 0..MOST_TITLES {
            let Some(row) = rows.next_row()? else { break };
            if self.read.head.is_empty() {
                self.read.head = String::from_utf8_lossy(row.as_slice()).to_lowercase();
            }
            let first = row.iter().any(|cell| parse::<Postcode>(cell).is_some()).then(|| row.clone());
            let header = if first.is_some() { header_of(path) } else { Some(row.clone()) };
            match header.map(|header| PostcodeColumns::find(&header, self.column, self.areas.kind())) {
                Some(Ok(columns)) => return Ok(Ok((columns, first))),
                Some(Err(NoColumns::NoPostcodes)) | None if first.is_none() => {}
                Some(Err(none)) => return Ok(Err(none)),
                None => break,
            }
        }
        Ok(Err(NoColumns::NoPostcodes))
    }

    fn count(&mut self, record: &ByteRecord, columns: PostcodeColumns, file: &DirectoryFile) {
        self.read.rows += 1;
        if let Err(why) = self.row(record, columns) {
            let line = record.position().map_or(0, csv::Position::line);
            leave_out(&mut self.read.left_out, why, || format!("{}, line {line}", file.path.display()));
        }
    }

    fn row(&mut self, record: &ByteRecord, columns: PostcodeColumns) -> Result<(), NoPostcode> {
        let cell = |n: usize| record.get(n).map(<[u8]>::trim_ascii).ok_or(NoPostcode::Short);
        let postcode: Postcode = parse(cell(columns.postcode)?).ok_or(NoPostcode::Malformed)?;
        if postcode.sector.outcode.area() == LICENSED_APART && !self.northern_ireland {
            return Err(NoPostcode::NorthernIreland);
        }
        let areas = self.areas(postcode, cell(columns.area)?)?;
        let gone = columns.gone.map(cell).transpose()?.is_some_and(|month| !month.is_empty());
        let state = if gone { State::Gone } else { State::Live };
        for area in areas {
            let area = area.map(|area| self.in_force(area));
            self.read.table.add(postcode, area, state);
        }
        Ok(())
    }

    /// The code by which the ballots know the seat.
    fn in_force(&mut self, area: Gss) -> Gss {
        match self.seats.get(&area) {
            Some(known) => {
                self.read.revised.insert(area);
                known.clone()
            }
            None => area,
        }
    }

    /// The areas in which a postcode lies, or that none is known.
    fn areas(&self, postcode: Postcode, cell: &[u8]) -> Result<Vec<Option<Gss>>, NoPostcode> {
        let area = match self.areas {
            AreaLookup::ByPostcode(table) => {
                let (areas, _) = table.find(postcode).ok_or(NoPostcode::NotLookedUp)?;
                return Ok(areas.into_iter().cloned().map(Some).collect());
            }
            _ if cell.is_empty() || is_no_area(cell) => None,
            AreaLookup::ByArea(areas) => Some(areas.get(cell).cloned().ok_or(NoPostcode::NotLookedUp)?),
            AreaLookup::Given => Some(parse(cell).ok_or(NoPostcode::NoArea)?),
        };
        Ok(vec![area])
    }
}

fn parse<T: std::str::FromStr>(cell: &[u8]) -> Option<T> {
    std::str::from_utf8(cell).ok()?.parse().ok()
}

/// The names of columns of a file that has none itself.
fn header_of(file: &Path) -> Option<ByteRecord> {
    let line = files::header_beside(file)?;
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let mut header = ByteRecord::new();
    reader.read_byte_record(&mut header).ok()?.then_some(header)
}
