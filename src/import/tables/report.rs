use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};
use std::path::PathBuf;

use super::Guess;

/// How many rows of a table were left out why, and where the first of them stands.
pub type LeftOut<W> = BTreeMap<W, (u64, String)>;

/// Counts a row that is left out.
pub(in crate::import) fn leave_out<W: Ord>(left_out: &mut LeftOut<W>, why: W, place: impl FnOnce() -> String) {
    left_out.entry(why).or_insert_with(|| (0, place())).0 += 1;
}

/// Says why rows were left out.
pub(in crate::import) fn tell_left_out<W: Display>(left_out: &LeftOut<W>, f: &mut Formatter<'_>) -> Result {
    left_out.iter().try_for_each(|(why, (n, first))| writeln!(f, "Left out:  {n}: {why} (first: {first})"))
}

/// Says each thing that was guessed, once.
pub(in crate::import) fn tell(guessed: &[Guess], f: &mut Formatter<'_>) -> Result {
    guessed.iter().try_for_each(|guess| writeln!(f, "Read as:   {guess}"))
}

/// Says how many files were written.
pub(in crate::import) fn tell_files(files: &[PathBuf], f: &mut Formatter<'_>) -> Result {
    match files.len() {
        0 => writeln!(f, "Nothing to change."),
        1 => writeln!(f, "1 file written."),
        n => writeln!(f, "{n} files written."),
    }
}

/// How many names are given one by one.
const MOST_NAMED: usize = 10;

/// Names, a few of them one by one.
pub(in crate::import) fn named(names: &[String]) -> String {
    let (named, rest) = names.split_at(MOST_NAMED.min(names.len()));
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    format!("{}{more}", named.join(", "))
}
