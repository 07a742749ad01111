//! Texts in tables that people open in a spreadsheet, which runs a cell that begins like a formula.
//!
//! Such a text gets an apostrophe before it. So does one that begins with apostrophes and then like a formula, so that taking
//! one away gives every text back.

use std::borrow::Cow;

/// Whether a spreadsheet takes a text for a formula, once the apostrophes before it are gone.
fn is_formula(text: &str) -> bool {
    let rest = text.trim_start_matches('\'');
    // The last four are what a Japanese or Chinese keyboard writes for the first four.
    rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

/// A text as a cell of a table that others open.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// The text of a cell that [`guarded`] may have written.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}
