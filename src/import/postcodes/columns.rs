use csv::{ByteRecord, StringRecord};

use crate::import::tables::{Headings, Other};

/// Where in a row stands what is read of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PostcodeColumns {
    pub(super) postcode: usize,
    /// The month in which a postcode went out of use.
    pub(super) gone: Option<usize>,
    /// The code of an area.
    pub(super) area: usize,
}

/// Why a table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoColumns {
    /// It is no table of text.
    Other(Other),
    /// No column holds postcodes, so it is another kind of table.
    NoPostcodes,
    /// No column holds codes of areas; those that there are.
    NoAreas(Vec<String>),
    /// Several could be meant.
    SeveralAreas(Vec<String>),
}

/// Columns of postcodes, the best first.
const POSTCODES: [&str; 6] = ["pcds", "pcd8", "pcd7", "pcd", "pcd2", "postcode"];

/// Columns of codes of areas in plain tables.
const PLAIN: [&str; 3] = ["gss", "gss_code", "area"];

/// Columns of the areas from which a lookup leads on.
const LOOKED_UP: [&str; 3] = ["admin_ward_code", "osward", "ward"];

impl PostcodeColumns {
    /// Finds the columns by their names, never by their places.
    ///
    /// `wanted` is the column of areas that was asked for; with a `lookup`, codes of wards will do.
    pub(super) fn find(header: &ByteRecord, wanted: Option<&str>, lookup: Lookup) -> Result<Self, NoColumns> {
        let names = Headings::of(&StringRecord::from_byte_record_lossy(header.clone()));
        let none = || NoColumns::NoAreas(names.shown().to_vec());
        let postcode = names.find(&POSTCODES).ok_or(NoColumns::NoPostcodes)?;
        let area = match (wanted, lookup) {
            (Some(wanted), _) => names.find(&[wanted]).ok_or_else(none)?,
            // The postcode itself is looked up.
            (None, Lookup::Postcodes) => postcode,
            (None, Lookup::Areas) => names.find(&LOOKED_UP).ok_or_else(none)?,
            (None, Lookup::None) => Self::seat(&names)?,
        };
        Ok(Self { postcode, gone: names.find(&["doterm"]), area })
    }

    /// The one column of parliamentary constituencies: `pcon`, or one that begins so (`pcon24cd`).
    fn seat(names: &Headings) -> Result<usize, NoColumns> {
        let is_seat = |column: &usize| {
            let key = &names.keys()[*column];
            key.starts_with("pcon") && !key.ends_with("nm")
        };
        let seats: Vec<usize> = (0..names.keys().len()).filter(is_seat).collect();
        match (&seats[..], names.find(&PLAIN)) {
            ([one], _) => Ok(*one),
            ([], Some(plain)) => Ok(plain),
            ([], None) => Err(NoColumns::NoAreas(names.shown().to_vec())),
            (several, _) => Err(NoColumns::SeveralAreas(several.iter().map(|n| names.shown()[*n].clone()).collect())),
        }
    }
}

/// By what codes of areas are looked up in a file of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lookup {
    /// By none: the table has them.
    None,
    /// By the postcode.
    Postcodes,
    /// By codes of other areas, such as wards.
    Areas,
}
