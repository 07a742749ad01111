//! Takes the answers on record, gives a sheet of them for a spreadsheet; takes such a sheet back, gives the records with what is new
//! in it. A sheet takes nothing away and changes nothing that stands: what it tells anew comes after what was there.

mod cells;
mod export;
mod import;
mod lookup;
mod place;
mod row;
mod signatures;
#[cfg(feature = "sheets")]
mod workbook;

pub(crate) use export::{SheetExport, export_sheet};
pub(crate) use import::{SheetImport, SheetTally, import_sheet};
pub(crate) use signatures::{SignatureImport, import_signatures};
