use jiff::civil::Date;

use super::candidate_list::Contest;
use crate::atoms::{ElectionId, SITE_FOLDERS};
use crate::edit::Value;

/// The polling day of an election: as the list says, else as its id ends.
pub(super) fn polling_day(election: &ElectionId, contest: Option<&Contest>, given: Option<Date>) -> Option<Date> {
    let in_id = || election.as_str().rsplit('.').next().and_then(|date| date.parse().ok());
    contest.and_then(|c| c.date).or(given).or_else(in_id)
}

/// The file of an election that is not on record.
pub(super) fn new_election(election: &ElectionId, date: Date) -> String {
    let name = name(election, date.year());
    format!(
        "id: {}\nname: {}\ndate: {date}\n\
         # The questions put to the candidates, in the order of the scorecard:\n\
         # questions:\n\
         #   - question: the-id-of-a-file-in-content-questions\n",
        Value::text(election.as_str()).to_block(),
        Value::text(name).to_block(),
    )
}

/// Whether a site keeps the folder of this name for something else: parties, documents, a page of its own.
pub(super) fn is_reserved(election: &ElectionId) -> bool {
    SITE_FOLDERS.contains(&election.as_str())
}

/// What an election is called: its kind, from the first part of its id, its year and its place.
fn name(election: &ElectionId, year: i16) -> String {
    let mut parts = election.as_str().split('.');
    let kind = match parts.next().unwrap_or_default() {
        "parl" => "UK parliamentary election",
        "europarl" => "European Parliament election",
        "sp" => "Scottish Parliament election",
        "senedd" | "naw" => "Senedd election",
        "nia" => "Northern Ireland Assembly election",
        "gla" => "London Assembly election",
        "mayor" => "Mayoral election",
        "pcc" => "Police and crime commissioner election",
        "local" => "Local election",
        _ => "Election",
    };
    match parts.next().filter(|part| part.len() > 1 && part.parse::<Date>().is_err()) {
        Some(place) => format!("{kind} {year}, {}", title_case(place)),
        None => format!("{kind} {year}"),
    }
}

/// A slug as a name: `example-town` gives `Example Town`.
fn title_case(slug: &str) -> String {
    let word = |word: &str| match word.split_at_checked(1) {
        Some((first, rest)) if word != "and" && word != "of" => first.to_ascii_uppercase() + rest,
        _ => word.to_owned(),
    };
    slug.split('-').map(word).collect::<Vec<_>>().join(" ")
}
