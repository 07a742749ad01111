//! Takes what views are made from, gives the small scripts from which the finder's own script learns: one or some for each
//! first half of postcodes, one with the names of areas and people, and one with what it says. They hold data alone.
//! `docs/postcodes.md` says how.

mod names;
mod outcodes;
mod words;

use serde::Serialize;

use super::context::Context;
use crate::atoms::language_marks::unmarked;
use crate::diagnostic::Failure;
use crate::plan::Addresses;
use crate::sink::Sink;

/// All scripts with data.
pub(super) fn files(source: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let Addresses { names, words, .. } = &source.plan.addresses;
    outcodes::files(source, sink)?;
    if sink.wants(names) {
        sink.put(names, &call("names", &names::names(source)))?;
    }
    sink.put(words, &call("words", &words::words(source)))
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
