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
use crate::diagnostic::Code;
use crate::import::tables::{BoundedRows, LeftOut, RowTrouble, STEP, leave_out, open};
use crate::import::{ImportError, Progress, Stage};
use crate::postcodes::{PostcodeState, PostcodeTable};

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
            Self::Malformed => "there is no postcode where one should be",
            Self::NoArea => "there is no area code where one should be",
            Self::NotLookedUp => "the lookup does not lead to an area",
            Self::LicensedApart => {
                "in Northern Ireland, whose postcodes are licensed apart; if you may publish them, say so with \
                 --northern-ireland-licence"
            }
        })
    }
}

/// How many rows are searched for the column names.
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

/// What was read so far.
#[derive(Debug, Default)]
pub(super) struct PostcodesRead {
    pub(super) table: PostcodeTable,
    pub(super) rows: u64,
    /// The first row of the first file, in small letters.
    pub(super) head: String,
    /// The codes that stood for seats which the ballots know by another.
    pub(super) revised: BTreeSet<Gss>,
    pub(super) left_out: LeftOut<NoPostcode>,
}

impl PostcodeReader<'_> {
    /// Reads all files; gives those of folders that are no tables of postcodes.
    ///
    /// # Errors
    /// When a file cannot be read, somebody named one that cannot be used, or no postcode is in any.
    pub(super) fn all<'f>(
        &mut self,
        files: &'f [DirectoryFile],
        progress: &dyn Progress,
    ) -> Result<Vec<&'f Path>, ImportError> {
        let steps: u64 = files.iter().map(|file| file.bytes / STEP).sum();
        progress.begin(Stage::Megabytes, usize::try_from(steps).unwrap_or(usize::MAX));
        let mut passed_over: Vec<&Path> = Vec::new();
        for file in files {
            match self.file(file, progress)? {
                Ok(()) => {}
                Err(none) if none.is_other_kind && !file.named => passed_over.push(&file.path),
                Err(none) => return Err(ImportError::about(&file.path, Code::WrongShape, none.message, none.help)),
            }
        }
        if self.read.table.count() != (0, 0) {
            return Ok(passed_over);
        }
        let path = files.first().map_or(Path::new("."), |file| &file.path);
        let why = self.read.left_out.iter().map(|(why, (n, _))| format!("{n}: {why}")).collect::<Vec<_>>().join("; ");
        let message = format!("no postcode could be read ({} rows; {why})", self.read.rows);
        Err(ImportError::about(path, Code::WrongShape, message, "name the file with the postcodes, unpacked"))
    }

    /// Reads one file to its end; the inner error says why it cannot be used.
    fn file(&mut self, file: &DirectoryFile, progress: &dyn Progress) -> Result<Result<(), NoColumns>, ImportError> {
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

    /// The columns, and the first row with a postcode if it was read while looking for them.
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
            return Err(NoPostcode::LicensedApart);
        }
        let areas = self.areas(postcode, cell(columns.area)?)?;
        let gone = columns.gone.map(cell).transpose()?.is_some_and(|month| !month.is_empty());
        let state = if gone { PostcodeState::Gone } else { PostcodeState::Live };
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

/// The column names of a file that has none itself.
fn header_of(file: &Path) -> Option<ByteRecord> {
    let line = files::header_beside(file)?;
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let mut header = ByteRecord::new();
    reader.read_byte_record(&mut header).ok()?.then_some(header)
}
