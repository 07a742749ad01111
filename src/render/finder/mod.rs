//! Takes what views are made from, gives the small scripts from which the finder's own script learns: one for each first
//! half of postcodes, and one with the names of areas and people. They hold data alone. `docs/postcodes.md` says how.

mod names;
mod outcodes;

use serde::Serialize;

use super::File;
use super::view::Source;
use crate::atoms::language_marks::unmarked;

/// All scripts with data.
pub(super) fn files(source: &Source<'_>) -> Vec<File> {
    let mut files = outcodes::files(source);
    files.push((source.plan.addresses.names.clone(), call("names", &names::names(source))));
    files
}

/// A script that hands some data under a key to the page that loaded it.
fn call(key: &str, data: &impl Serialize) -> Vec<u8> {
    let json = |text: Result<String, serde_json::Error>| match text {
        Ok(text) => text,
        Err(error) => unreachable!("plain values can be written as JSON: {error}"),
    };
    // Names belong to no language, and a script has no way to name one.
    let data = json(serde_json::to_string(data));
    format!("hustings({},{});\n", json(serde_json::to_string(key)), unmarked(&data)).into_bytes()
}
