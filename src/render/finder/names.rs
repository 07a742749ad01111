use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use crate::atoms::language_marks::unmarked;
use crate::atoms::{Text, slug_of};
use crate::model::{Ballot, Candidacy, Election};
use crate::render::context::Context;

/// The names of one election.
#[derive(Serialize)]
pub(super) struct ElectionNames<'a> {
    name: &'a str,
    /// The folder of its pages.
    path: &'a str,
    areas: Vec<AreaNames<'a>>,
}

/// An area: its name, its region or nothing, its folder when the name does not tell it, and its people.
type AreaNames<'a> = (&'a str, &'a str, &'a str, Vec<Person<'a>>);

/// A person: the id, the name, and the folder when those two do not tell it.
#[derive(Serialize)]
#[serde(untagged)]
enum Person<'a> {
    Plain(&'a str, &'a str),
    Named(&'a str, &'a str, String),
}

/// The names of all areas and people, by election.
pub(super) fn names<'a>(source: &Context<'a>) -> Vec<ElectionNames<'a>> {
    let elections = source.campaign.elections.iter();
    elections
        .map(|election| ElectionNames {
            name: source.election_name(election),
            path: election.id.as_str(),
            areas: election.ballots.iter().map(|ballot| area(source, election, ballot)).collect(),
        })
        .collect()
}

fn area<'a>(source: &Context<'a>, election: &Election, ballot: &'a Ballot) -> AreaNames<'a> {
    let slug = ballot.slug.as_str();
    let name = source.ballot_name(election, ballot);
    let folder = if plain(&unmarked(name)) == slug { "" } else { slug };
    let region = ballot.region.as_ref().map_or("", Text::as_str);
    (name, region, folder, ballot.candidacies.iter().map(|candidacy| person(source, ballot, candidacy)).collect())
}

fn person<'a>(source: &Context<'a>, ballot: &Ballot, candidacy: &'a Candidacy) -> Person<'a> {
    let (id, name) = (candidacy.person.as_str(), source.person_name(ballot, candidacy));
    let slug = slug_of(&candidacy.name).map(|slug| slug.to_string()).unwrap_or_default();
    match plain(name) == slug {
        true => Person::Plain(id, name),
        false => Person::Named(id, name, slug),
    }
}

/// A name as the script folds it: small letters and digits without accents, joined by `-`.
fn plain(name: &str) -> String {
    let letters: String = name.nfd().filter(|c| !is_dropped(*c)).collect::<String>().to_lowercase();
    let words = letters.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// What the script takes out of a name without parting it: accents, apostrophes and full stops.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | '`' | '.')
}
