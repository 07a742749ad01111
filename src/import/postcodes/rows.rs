use std::collections::BTreeMap;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{Columns, NoColumns};
use super::files::{self, Listed};
use super::lookup::Areas;
use crate::atoms::{Gss, Postcode};
use crate::diagnostic::Failure;
use crate::import::Progress;
use crate::postcodes::{State, Table};

/// Why rows were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// The row has fewer cells than are needed, or cannot be read.
    Short,
    /// What stands where a postcode belongs is none.
    NoPostcode,
    /// What stands where the code of an area belongs is none.
    NoArea,
    /// The lookup does not lead on from it.
    NotLookedUp,
    /// It lies in Northern Ireland, and nobody said that those may be published.
    NorthernIreland,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) table: Table,
    pub(super) rows: u64,
    /// How many were left out why, and where the first of them stands.
    pub(super) left_out: BTreeMap<LeftOut, (u64, String)>,
}

/// The letters with which Northern Ireland's postcodes begin.
const NORTHERN_IRELAND: &str = "BT";

/// How the codes end that stand where there is no area: `E99999999`, `L99999999` of the Channel Islands.
const PSEUDO: &[u8] = b"99999999";

/// Reads the rows of tables, one at a time.
pub(super) struct Reader<'a> {
    pub(super) areas: &'a Areas,
    pub(super) column: Option<&'a str>,
    pub(super) northern_ireland: bool,
    pub(super) read: Read,
}

impl Reader<'_> {
    /// Reads one file to its end; the inner error says that it is no table of postcodes that can be used.
    pub(super) fn file(&mut self, file: &Listed, progress: &dyn Progress) -> Result<Result<(), NoColumns>, Failure> {
        let mut reader =
            ReaderBuilder::new().flexible(true).has_headers(false).from_reader(files::open(file, progress)?);
        let mut record = ByteRecord::new();
        let failed = |e| Failure::at(&file.path, "cannot read", e, "get the file again, or unpack it first");
        if !reader.read_byte_record(&mut record).map_err(failed)? {
            return Ok(Err(NoColumns::NoPostcodes));
        }
        let headless = record.iter().any(|cell| parse::<Postcode>(cell).is_some());
        let header = if headless { header_of(&file.path) } else { Some(record.clone()) };
        let Some(header) = header else { return Ok(Err(NoColumns::NoPostcodes)) };
        let columns = match Columns::find(&header, self.column, self.areas.kind()) {
            Ok(columns) => columns,
            Err(none) => return Ok(Err(none)),
        };
        let mut more = headless || reader.read_byte_record(&mut record).map_err(failed)?;
        while more {
            let line = record.position().map_or(0, csv::Position::line);
            self.read.rows += 1;
            if let Err(why) = self.row(&record, columns) {
                let first = || format!("{}, line {line}", file.path.display());
                self.read.left_out.entry(why).or_insert_with(|| (0, first())).0 += 1;
            }
            more = reader.read_byte_record(&mut record).map_err(failed)?;
        }
        Ok(Ok(()))
    }

    fn row(&mut self, record: &ByteRecord, columns: Columns) -> Result<(), LeftOut> {
        let cell = |n: usize| record.get(n).map(<[u8]>::trim_ascii).ok_or(LeftOut::Short);
        let postcode: Postcode = parse(cell(columns.postcode)?).ok_or(LeftOut::NoPostcode)?;
        if postcode.sector.outcode.area() == NORTHERN_IRELAND && !self.northern_ireland {
            return Err(LeftOut::NorthernIreland);
        }
        let areas = self.areas(postcode, cell(columns.area)?)?;
        let gone = columns.gone.map(cell).transpose()?.is_some_and(|month| !month.is_empty());
        let state = if gone { State::Gone } else { State::Live };
        areas.into_iter().for_each(|area| self.read.table.add(postcode, area, state));
        Ok(())
    }

    /// The areas in which a postcode lies, or that none is known.
    fn areas(&self, postcode: Postcode, cell: &[u8]) -> Result<Vec<Option<Gss>>, LeftOut> {
        let area = match self.areas {
            Areas::ByPostcode(table) => {
                let (areas, _) = table.find(postcode).ok_or(LeftOut::NotLookedUp)?;
                return Ok(areas.into_iter().cloned().map(Some).collect());
            }
            _ if cell.is_empty() || cell.ends_with(PSEUDO) => None,
            Areas::ByArea(areas) => Some(areas.get(cell).cloned().ok_or(LeftOut::NotLookedUp)?),
            Areas::Given => Some(parse(cell).ok_or(LeftOut::NoArea)?),
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
