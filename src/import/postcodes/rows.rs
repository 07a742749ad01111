use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
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
pub(super) enum NoPostcode {
    Short,
    Malformed,
    NoArea,
    NotLookedUp,
    LicensedApart,
}

impl fmt::Display for NoPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Short => "the row is too short",
            Self::Malformed => "no postcode stands where one belongs",
            Self::NoArea => "no code of an area stands where one belongs",
            Self::NotLookedUp => "the lookup does not lead to an area",
            Self::LicensedApart => {
                "in Northern Ireland, whose postcodes are licensed apart; if you may publish them, say so with \
                 --northern-ireland-licence"
            }
        })
    }
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
    /// What was read so far.
    pub(super) table: Table,
    pub(super) rows: u64,
    /// The first row of the first file, in small letters.
    pub(super) head: String,
    /// The codes that stood for seats which the ballots know by another.
    pub(super) revised: BTreeSet<Gss>,
    pub(super) left_out: LeftOut<NoPostcode>,
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
            return Ok(Err(NoColumns::other(other)));
        }
        let mut rows = BoundedRows::of(opened.table, opened.delimiter);
        let failed = |trouble: RowTrouble| trouble.of(&file.path);
        let (columns, first) = match self.columns(&file.path, &mut rows).map_err(failed)? {
            Ok(found) => found,
            Err(none) => return Ok(Err(none)),
        };
        first.iter().for_each(|row| self.count(row, columns, file));
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
            if self.head.is_empty() {
                self.head = String::from_utf8_lossy(row.as_slice()).to_lowercase();
            }
            let first = row.iter().any(|cell| parse::<Postcode>(cell).is_some()).then(|| row.clone());
            let header = if first.is_some() { header_of(path) } else { Some(row.clone()) };
            match header.map(|header| PostcodeColumns::find(&header, self.column, self.areas)) {
                Some(Ok(columns)) => return Ok(Ok((columns, first))),
                Some(Err(none)) if first.is_some() || !none.is_other_kind => return Ok(Err(none)),
                None if first.is_some() => break,
                Some(Err(_)) | None => {}
            }
        }
        Ok(Err(NoColumns::no_postcodes()))
    }

    fn count(&mut self, record: &ByteRecord, columns: PostcodeColumns, file: &DirectoryFile) {
        self.rows += 1;
        if let Err(why) = self.row(record, columns) {
            let line = record.position().map_or(0, csv::Position::line);
            leave_out(&mut self.left_out, why, || format!("{}, line {line}", file.path.display()));
        }
    }

    fn row(&mut self, record: &ByteRecord, columns: PostcodeColumns) -> Result<(), NoPostcode> {
        let cell = |n: usize| record.get(n).map(<[u8]>::trim_ascii).ok_or(NoPostcode::Short);
        let postcode: Postcode = parse(cell(columns.postcode)?).ok_or(NoPostcode::Malformed)?;
        if postcode.sector.outcode.area() == LICENSED_APART && !self.northern_ireland {
            return Err(NoPostcode::LicensedApart);
        }
        let areas = self.areas(postcode, cell(columns.area)?)?;
        let gone = columns.gone.map(cell).transpose()?.is_some_and(|month| !month.is_empty());
        let state = if gone { State::Gone } else { State::Live };
        for area in areas {
            let area = area.map(|area| self.in_force(area));
            self.table.add(postcode, area, state);
        }
        Ok(())
    }

    /// The code by which the ballots know the seat.
    fn in_force(&mut self, area: Gss) -> Gss {
        match self.seats.get(&area) {
            Some(known) => {
                self.revised.insert(area);
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
