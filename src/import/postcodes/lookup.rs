use std::collections::HashMap;
use std::path::Path;

use super::columns::Lookup;
use super::files::{self, Listed};
use crate::atoms::{Gss, Postcode, Text};
use crate::diagnostic::Failure;
use crate::postcodes::{State, Table};

/// Where the code of an area is found by something else.
pub(super) enum Areas {
    /// In the table itself.
    Given,
    /// By the postcode.
    ByPostcode(Table),
    /// By the code of another area.
    ByArea(HashMap<Vec<u8>, Gss>),
}

impl Areas {
    /// Reads the file that leads from postcodes or codes of areas to codes of areas, when one is named.
    pub(super) fn read(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Given) };
        let (mut postcodes, mut areas) = (Table::default(), HashMap::new());
        for [key, area] in pairs(path)? {
            let Ok(area) = area.parse::<Gss>() else { continue };
            match key.parse::<Postcode>() {
                Ok(postcode) => postcodes.add(postcode, Some(area), State::Live),
                Err(_) => drop(areas.insert(key.into_bytes(), area)),
            }
        }
        match (postcodes.count(), areas.len()) {
            ((0, _), 0) => {
                let help = "give a CSV file whose first column holds postcodes or codes of areas and whose second holds GSS codes";
                Err(Failure::at(path, "cannot use", "no row in it leads to a GSS code", help))
            }
            ((0, _), _) => Ok(Self::ByArea(areas)),
            _ => Ok(Self::ByPostcode(postcodes)),
        }
    }

    pub(super) fn kind(&self) -> Lookup {
        match self {
            Self::Given => Lookup::None,
            Self::ByPostcode(_) => Lookup::Postcodes,
            Self::ByArea(_) => Lookup::Areas,
        }
    }
}

/// Reads the names of areas: codes in the first column and names in the second.
pub(super) fn names(path: &Path) -> Result<Vec<(Gss, Text)>, Failure> {
    let pairs = pairs(path)?;
    Ok(pairs.into_iter().filter_map(|[code, name]| Some((code.parse().ok()?, name.parse().ok()?))).collect())
}

/// The first two columns of a table, trimmed.
fn pairs(path: &Path) -> Result<Vec<[String; 2]>, Failure> {
    let listed = Listed { path: path.to_path_buf(), named: true, bytes: 0 };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(files::open(&listed, &())?);
    let mut pairs = Vec::new();
    for record in reader.byte_records() {
        let record = record.map_err(|e| Failure::at(path, "cannot read", e, "save it as CSV in UTF-8"))?;
        let cell = |n: usize| record.get(n).map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
        if let (Some(first), Some(second)) = (cell(0), cell(1)) {
            pairs.push([first, second]);
        }
    }
    Ok(pairs)
}
