use std::collections::BTreeMap;
use std::fmt::Display;

/// How many rows of a table were left out why, and where the first of them stands.
pub(in crate::import) type LeftOut<W> = BTreeMap<W, (u64, String)>;

/// Counts a row that is left out.
pub(in crate::import) fn leave_out<W: Ord>(left_out: &mut LeftOut<W>, why: W, place: impl FnOnce() -> String) {
    left_out.entry(why).or_insert_with(|| (0, place())).0 += 1;
}

/// A line for each reason why rows were left out.
pub(in crate::import) fn left_out_lines<W: Display>(left_out: &LeftOut<W>) -> impl Iterator<Item = String> {
    left_out.iter().map(|(why, (n, first))| format!("Left out:  {n}: {why} (first: {first})"))
}

/// A line for each thing that the table does not say and that was guessed from its looks.
pub(in crate::import) fn guess_lines(guessed: &[String]) -> impl Iterator<Item = String> {
    guessed.iter().map(|guess| format!("Read as:   {guess}"))
}

/// The guess that so many codes belong to seats whose code was replaced.
pub(in crate::import) fn revised_codes(codes: usize) -> Option<String> {
    match codes {
        0 => None,
        1 => Some("1 code of an area since replaced, or not yet: the area is the same".to_owned()),
        n => Some(format!("{n} codes of areas since replaced, or not yet: the areas are the same")),
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
