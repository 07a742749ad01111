use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};
use std::path::Path;

use calamine::{Data, DataRef, Ods, Reader as _, SheetType, SheetVisible, Xlsx};
use csv::{Position, StringRecord};
use zip::ZipArchive;

use super::repeats::{self, LARGEST_TABLE};
use super::{NEEDED, head};
use crate::atoms::spreadsheet::unguarded;
use crate::diagnostic::Code;
use crate::import::ImportError;
use crate::import::tables::{Columns, FIRST_ROWS, Headings};
use crate::load::Foreign;

/// The sheet of a workbook that has the answers.
pub(super) struct BookSheet {
    pub(super) name: String,
    /// The rows in which anything stands; the line of each is its number.
    pub(super) rows: Vec<StringRecord>,
    /// The cells that hold formulas, by row and column from 0.
    pub(super) formulas: Vec<(u32, u32)>,
}

/// How much of a workbook may be in it once it is unpacked, in bytes, and in how many parts.
const UNPACKED: u64 = 100_000_000;
const PARTS: usize = 2000;

/// How many rows and columns of a sheet are read.
const ROWS: usize = 100_000;
const COLUMNS: u32 = 64;

/// What a workbook is, by what is in it.
enum BookKind {
    Excel,
    OpenDocument,
}

/// Reads the sheet with answers of a workbook; nothing when the file is none. Nothing in it is run, and no hidden sheet is read.
pub(super) fn read(path: &Path, limits: &Foreign) -> Result<Option<BookSheet>, ImportError> {
    let bytes = limits.read(path)?;
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let Some(kind) = kind(path, &bytes)? else { return Ok(None) };
    let sheets = match kind {
        BookKind::Excel => excel(&bytes),
        BookKind::OpenDocument => open_document(&bytes),
    };
    let sheets = sheets.map_err(|why| {
        let help = "open it in a spreadsheet, save it as a new .xlsx or as CSV, and import that";
        ImportError::about(path, Code::WrongShape, format!("this workbook cannot be read: {why}"), help)
    })?;
    if sheets.iter().any(|sheet| sheet.rows.len() > ROWS) {
        let help = "export the ballots of one election at a time, with --election";
        return Err(ImportError::about(path, Code::TooLarge, format!("this sheet has more than {ROWS} rows"), help));
    }
    let (of_answers, others): (Vec<_>, Vec<_>) = sheets.into_iter().partition(has_answers);
    if let [_, second, ..] = &of_answers[..] {
        let message = format!("there are several sheets of answers in this workbook, also “{}”", second.name);
        let help = "hide or delete those that should not be read";
        return Err(ImportError::about(path, Code::WrongShape, message, help));
    }
    let first = of_answers.into_iter().chain(others.into_iter().filter(|sheet| !sheet.rows.is_empty())).next();
    let empty = BookSheet { name: String::new(), rows: Vec::new(), formulas: Vec::new() };
    Ok(Some(first.unwrap_or(empty)))
}

/// Whether a sheet has the columns without which it says nothing.
fn has_answers(sheet: &BookSheet) -> bool {
    let first = &sheet.rows[..sheet.rows.len().min(FIRST_ROWS)];
    let columns = first.get(head(first)).map(|row| Columns::of(super::COLUMNS, Headings::of(row)));
    columns.is_some_and(|columns| NEEDED.iter().all(|column| columns.at(*column).is_some()))
}

/// Looks into a packed file, which may claim anything of itself: unpacks it once, and keeps nothing.
fn kind(path: &Path, bytes: &[u8]) -> Result<Option<BookKind>, ImportError> {
    let broken = |why: String| {
        let help = "get the file again, or save it again in your spreadsheet";
        ImportError::about(path, Code::WrongShape, format!("this file is damaged: {why}"), help)
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap_or_default().into_owned()).collect();
    let has = |part: &str| names.iter().any(|name| name.eq_ignore_ascii_case(part));
    let kind = match () {
        () if has("xl/workbook.xml") => BookKind::Excel,
        () if has("xl/workbook.bin") => {
            let help = "open it, save it as .xlsx, and import that";
            return Err(ImportError::about(path, Code::WrongShape, "this is a binary workbook of Excel (.xlsb)", help));
        }
        () if has("content.xml") && has("mimetype") => BookKind::OpenDocument,
        () => return Ok(None),
    };
    if names.iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin") || name.starts_with("Basic/")) {
        let help = "open it, save it as .xlsx or .ods without macros, and import that";
        return Err(ImportError::about(path, Code::WrongShape, "this workbook holds macros", help));
    }
    let mut left = UNPACKED;
    for number in 0..archive.len().min(PARTS + 1) {
        let part = archive.by_index(number).map_err(|e| broken(e.to_string()))?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|e| broken(e.to_string()))?;
        if size > left || number == PARTS {
            let message = format!("this workbook holds more than {UNPACKED} bytes or {PARTS} parts when unpacked");
            let help = "save only the sheet with the answers, as a new .xlsx or as CSV";
            return Err(ImportError::about(path, Code::TooLarge, message, help));
        }
        left -= size;
    }
    Ok(Some(kind))
}

fn excel(bytes: &[u8]) -> Result<Vec<BookSheet>, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut sheets = Vec::new();
    for name in seen(book.sheets_metadata()) {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|e| e.to_string())?;
        let mut sheet = SheetCells::default();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|e| e.to_string())? {
            if cell.formula.is_some() {
                sheet.formulas.push(cell.pos);
            }
            sheet.put(cell.pos, excel_text(&cell.value));
        }
        sheets.push(sheet.named(name));
    }
    Ok(sheets)
}

fn open_document(bytes: &[u8]) -> Result<Vec<BookSheet>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut content = Vec::new();
    let part = archive.by_name("content.xml").map_err(|e| e.to_string())?;
    part.take(UNPACKED).read_to_end(&mut content).map_err(|e| e.to_string())?;
    if repeats::cells(&content)? > LARGEST_TABLE {
        return Err(format!("it has more than {LARGEST_TABLE} cells"));
    }
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut sheets = Vec::new();
    for name in seen(book.sheets_metadata()) {
        let mut sheet = SheetCells::default();
        let formulas = book.worksheet_formula(&name).map_err(|e| e.to_string())?;
        let corner = formulas.start().unwrap_or_default();
        sheet.formulas.extend(formulas.used_cells().map(|(row, column, _)| absolute(corner, row, column)));
        let range = book.worksheet_range(&name).map_err(|e| e.to_string())?;
        let corner = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            sheet.put(absolute(corner, row, column), document_text(value));
        }
        sheets.push(sheet.named(name));
    }
    Ok(sheets)
}

fn absolute(corner: (u32, u32), row: usize, column: usize) -> (u32, u32) {
    let at = |from: u32, n: usize| from.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
    (at(corner.0, row), at(corner.1, column))
}

/// The names of the sheets that somebody sees who opens a workbook.
fn seen(sheets: &[calamine::Sheet]) -> Vec<String> {
    let seen = sheets.iter().filter(|one| one.visible == SheetVisible::Visible && one.typ == SheetType::WorkSheet);
    seen.map(|one| one.name.clone()).collect()
}

#[derive(Default)]
struct SheetCells {
    rows: BTreeMap<u32, Vec<String>>,
    formulas: Vec<(u32, u32)>,
}

impl SheetCells {
    fn put(&mut self, (row, column): (u32, u32), text: String) {
        // One row too many is enough to know that there are too many.
        if text.trim().is_empty() || column >= COLUMNS || self.rows.len() > ROWS {
            return;
        }
        let cells = self.rows.entry(row).or_default();
        let column = column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }

    fn named(self, name: String) -> BookSheet {
        let rows = self.rows.into_iter().map(|(number, cells)| {
            let mut row: StringRecord = cells.iter().map(|cell| unguarded(cell)).collect();
            let mut position = Position::new();
            position.set_line(u64::from(number) + 1);
            row.set_position(Some(position));
            row
        });
        BookSheet { name, rows: rows.collect(), formulas: self.formulas }
    }
}

fn excel_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => document_text(&Data::from(other.clone())),
    }
}

/// What a cell shows, with days as 2031-04-20 and whole numbers without a point.
fn document_text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::Error(error) => error.to_string(),
    }
}

/// What a spreadsheet calls a column, counted from 0: `A`, `Z`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}
