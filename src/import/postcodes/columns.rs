use csv::{ByteRecord, StringRecord};

use super::lookup::AreaLookup;
use crate::import::tables::{Headings, Other};

/// Which cells of a row are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct PostcodeColumns {
    pub(super) postcode: usize,
    /// The month in which a postcode went out of use.
    pub(super) gone: Option<usize>,
    /// The code of an area.
    pub(super) area: usize,
}

/// Why a table cannot be used, and what to do.
#[derive(Debug)]
pub(super) struct NoColumns {
    /// Whether it is another kind of table, which is passed over unless somebody named it.
    pub(super) is_other_kind: bool,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Columns of postcodes, the best first.
const POSTCODES: [&str; 6] = ["pcds", "pcd8", "pcd7", "pcd", "pcd2", "postcode"];

/// Columns of codes of areas in plain tables.
const PLAIN: [&str; 3] = ["gss", "gss_code", "area"];

/// Columns of the areas from which a lookup leads on.
const LOOKED_UP: [&str; 3] = ["admin_ward_code", "osward", "ward"];

impl NoColumns {
    /// It is not a table of text.
    pub(super) fn other(other: Other) -> Self {
        let message = format!("this is not a directory of postcodes: it is {}", other.name);
        Self { is_other_kind: true, message, help: other.help }
    }

    /// No column holds postcodes.
    pub(super) fn no_postcodes() -> Self {
        let message =
            "no column of this file can be recognised as the postcodes, and no file beside it names its columns";
        let help =
            "name a directory of the ONS, Code-Point Open, or a table with the columns “postcode” and “gss”, as CSV";
        Self { is_other_kind: true, message: message.to_owned(), help }
    }
}

impl PostcodeColumns {
    /// Finds the columns by their names, never by their places; `wanted` is the column of areas that was asked for.
    pub(super) fn find(header: &ByteRecord, wanted: Option<&str>, lookup: &AreaLookup) -> Result<Self, NoColumns> {
        let names = Headings::of(&StringRecord::from_byte_record_lossy(header.clone()));
        let no_areas = || NoColumns {
            is_other_kind: false,
            message: format!("no column with the codes of areas is known among these: {}", names.shown().join(", ")),
            help: match lookup {
                AreaLookup::Given => {
                    "name it with --column, or lead from wards or postcodes to areas with --lookup FILE"
                }
                AreaLookup::ByPostcode(_) | AreaLookup::ByArea(_) => {
                    "name with --column the column that the lookup starts from"
                }
            },
        };
        let postcode = names.find(&POSTCODES).ok_or_else(NoColumns::no_postcodes)?;
        let area = match (wanted, lookup) {
            (Some(wanted), _) => names.find(&[wanted]),
            // The postcode itself is looked up.
            (None, AreaLookup::ByPostcode(_)) => Some(postcode),
            (None, AreaLookup::ByArea(_)) => names.find(&LOOKED_UP),
            (None, AreaLookup::Given) => seat(&names)?.or_else(|| names.find(&PLAIN)),
        };
        Ok(Self { postcode, gone: names.find(&["doterm"]), area: area.ok_or_else(no_areas)? })
    }
}

/// The one column of parliamentary constituencies: `pcon`, or one that begins so (`pcon24cd`).
fn seat(names: &Headings) -> Result<Option<usize>, NoColumns> {
    let is_seat = |(_, key): &(usize, &String)| key.starts_with("pcon") && !key.ends_with("nm");
    let seats: Vec<usize> = names.keys().iter().enumerate().filter(is_seat).map(|(column, _)| column).collect();
    if seats.len() < 2 {
        return Ok(seats.first().copied());
    }
    let shown: Vec<&str> = seats.iter().map(|column| names.shown()[*column].as_str()).collect();
    Err(NoColumns {
        is_other_kind: false,
        message: format!("several columns have constituencies: {}", shown.join(", ")),
        help: "say with --column which one uses the boundaries of the election",
    })
}
