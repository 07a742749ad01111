use std::collections::HashMap;
use std::path::Path;

use crate::atoms::Text;
use crate::country::uk::{Gss, Postcode};
use crate::diagnostic::{Code, Failure};
use crate::import::ImportError;
use crate::import::tables::{BoundedRows, open};
use crate::postcodes::{PostcodeState, PostcodeTable};

/// How the code of an area is found.
pub(super) enum AreaLookup {
    /// In the table itself.
    Given,
    /// By the postcode.
    ByPostcode(PostcodeTable),
    /// By the code of another area.
    ByArea(HashMap<Vec<u8>, Gss>),
}

impl AreaLookup {
    /// Reads the file, if one is named, that leads from postcodes or other codes to codes of areas.
    pub(super) fn read(path: Option<&Path>) -> Result<Self, ImportError> {
        let Some(path) = path else { return Ok(Self::Given) };
        let (mut postcodes, mut areas) = (PostcodeTable::default(), HashMap::new());
        pairs(path, |key, area| {
            let Ok(area) = area.parse::<Gss>() else { return };
            match key.parse::<Postcode>() {
                Ok(postcode) => postcodes.add(postcode, Some(area), PostcodeState::Live),
                Err(_) => drop(areas.insert(key.as_bytes().to_vec(), area)),
            }
        })?;
        match (postcodes.count(), areas.len()) {
            ((0, _), 0) => {
                let help =
                    "give a CSV file with postcodes or codes of areas in its first column and GSS codes in its second";
                Err(Failure::at(path, "cannot use", "no row in it leads to a GSS code", help).into())
            }
            ((0, _), _) => Ok(Self::ByArea(areas)),
            _ => Ok(Self::ByPostcode(postcodes)),
        }
    }
}

/// Reads the names of areas: codes in the first column and names in the second.
pub(super) fn names(path: &Path) -> Result<Vec<(Gss, Text)>, ImportError> {
    let mut names = Vec::new();
    pairs(path, |code, name| names.extend(code.parse().ok().zip(name.parse().ok())))?;
    Ok(names)
}

/// Calls `each` with the first two cells of every row, trimmed.
fn pairs(path: &Path, mut each: impl FnMut(&str, &str)) -> Result<(), ImportError> {
    let opened = open(path, &())?;
    if let Some(other) = opened.other {
        let message = format!("this is not a table that leads to areas: it is {}", other.name);
        return Err(ImportError::about(path, Code::WrongShape, message, other.help));
    }
    let mut rows = BoundedRows::of(opened.table, opened.delimiter);
    while let Some(row) = rows.next_row().map_err(|trouble| trouble.of(path))? {
        let cell = |n: usize| row.get(n).map(String::from_utf8_lossy);
        if let (Some(first), Some(second)) = (cell(0), cell(1)) {
            each(first.trim(), second.trim());
        }
    }
    Ok(())
}
