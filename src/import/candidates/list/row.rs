use std::collections::BTreeSet;

use jiff::civil::Date;

use super::header::{Generation, ListColumn};
use super::{Contest, ListEntry, ListResult, ListRow, PartyLabel};
use crate::atoms::{BallotId, ElectionId, Malformed, PersonId, Text, slug_of};
use crate::country::uk::{Gss, nation_of_code, nation_of_region, region_name};
use crate::diagnostic::Code;
use crate::import::tables::{TableRow, day_as_written, one_line};
use crate::load::is_site_folder;

type ListCells<'a> = TableRow<'a, ListColumn>;

/// Reads one row; `None` if a value that it needs is missing or wrong, which is reported.
pub(super) fn read(
    cells: &mut ListCells<'_>,
    generation: Generation,
    guessed: &mut BTreeSet<String>,
) -> Option<ListRow> {
    cells.is_printable().then_some(())?;
    let (name, party) = (name(cells), party(cells));
    let person = person(cells, generation, name.as_ref());
    let contest = contest(cells, guessed);
    let ((person, numbered), mut former) = (person?, former(cells));
    former.retain(|id: &PersonId| *id != person);
    let entry = ListEntry {
        former,
        family_name: cells.optional(ListColumn::FamilyName),
        description: cells.one_line(ListColumn::Description),
        list_position: positive(
            cells,
            ListColumn::ListPosition,
            "places count from 1",
            "write 1 for the first on the list, or leave it blank",
        ),
        result: result(cells),
        person,
        name: name?,
        party: party?,
        contest: contest?,
    };
    Some(ListRow { line: cells.line(), entry, numbered })
}

fn positive(cells: &mut ListCells<'_>, column: ListColumn, message: &str, help: &str) -> Option<u32> {
    let number = cells.number(column);
    if number == Some(0) {
        cells.report(column, Code::Malformed, message, help);
    }
    number
}

/// Whether the person was elected, where the list says it.
fn result(cells: &mut ListCells<'_>) -> Option<ListResult> {
    let (elected, votes) = (cells.yes(ListColumn::Elected)?, cells.number(ListColumn::Votes));
    Some(ListResult { elected, votes, source: cells.one_line(ListColumn::ElectedSource) })
}

/// The person's id, and whether the list gives it; in a list of one's own, people without a number have one made of
/// their names, until it is known whether they are on record.
fn person(cells: &mut ListCells<'_>, generation: Generation, name: Option<&Text>) -> Option<(PersonId, bool)> {
    let own = generation != Generation::Later;
    match cells.text(ListColumn::Person) {
        None if own => Some((local(name?), false)),
        Some(text) if own && text.starts_with("local-") => Some((cells.needed(ListColumn::Person)?, true)),
        Some(_) | None => {
            let person = cells.needed(ListColumn::Person)?;
            Some((numbered(cells, ListColumn::Person, person)?, true))
        }
    }
}

/// An id as lists have it: a whole number, not the fraction or power of ten that a spreadsheet makes of it.
fn numbered(cells: &mut ListCells<'_>, column: ListColumn, person: PersonId) -> Option<PersonId> {
    if person.as_str().bytes().all(|b| b.is_ascii_digit()) {
        return Some(person);
    }
    let help = "write the whole number that Democracy Club has for this person";
    cells.report(column, Code::Malformed, format!("“{person}” is not a person's number"), help);
    None
}

fn former(cells: &mut ListCells<'_>) -> Vec<PersonId> {
    let mut ids = Vec::new();
    let text = cells.text(ListColumn::FormerPersons).unwrap_or_default();
    for id in text.split(';').map(str::trim).filter(|id| !id.is_empty()) {
        match id.parse() {
            Ok(id) if ids.contains(&id) => {}
            Ok(id) => ids.extend(numbered(cells, ListColumn::FormerPersons, id)),
            Err(Malformed { what, help, .. }) => cells.report(ListColumn::FormerPersons, Code::Malformed, what, help),
        }
    }
    ids
}

/// A name in one line; some lists have it in two columns.
fn name(cells: &mut ListCells<'_>) -> Option<Text> {
    if cells.columns.at(ListColumn::Name).is_some() {
        return cells.needed(ListColumn::Name).map(one_line);
    }
    let given: Option<Text> = cells.optional(ListColumn::GivenName);
    let family: Text = cells.needed(ListColumn::FamilyName)?;
    let name = given.iter().chain([&family]).map(Text::as_str).collect::<Vec<_>>().join(" ");
    name.parse().ok().map(one_line)
}

fn party(cells: &mut ListCells<'_>) -> Option<PartyLabel> {
    let id: Option<Text> = cells.optional(ListColumn::Party);
    if id.as_ref().map(Text::as_str).is_some_and(|id| !is_party_id(id)) {
        let help = "write the party's registration, for example PP53 or party:53";
        cells.report(ListColumn::Party, Code::Malformed, "this is not a party's id", help);
        return None;
    }
    let name = match &id {
        Some(id) => cells.optional(ListColumn::PartyName).unwrap_or_else(|| id.clone()),
        None => cells.needed(ListColumn::PartyName)?,
    };
    Some(PartyLabel { id, name: one_line(name) })
}

/// The id of ours that a name makes.
fn local(name: &Text) -> PersonId {
    let id = |name: &str| slug_of(&format!("local {name}")).and_then(|slug| slug.as_str().parse().ok());
    id(name.as_str()).unwrap_or_else(|| unreachable!("“local” is left of every name"))
}

/// Whether a text can be a party's id: a few letters, digits and hyphens, perhaps after a register and a colon.
fn is_party_id(id: &str) -> bool {
    let word = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    id.len() <= 50
        && !id.eq_ignore_ascii_case("pp")
        && id.split_once(':').map_or_else(|| word(id), |(kind, own)| word(kind) && word(own))
}

/// The ballot on which somebody stands.
fn contest(cells: &mut ListCells<'_>, guessed: &mut BTreeSet<String>) -> Option<Contest> {
    let named = |cells: &ListCells<'_>, column| cells.columns.at(column).is_some();
    let election = if named(cells, ListColumn::Election) { Some(election(cells)?) } else { None };
    let ballot = if named(cells, ListColumn::Ballot) { Some(cells.needed(ListColumn::Ballot)?) } else { None };
    if election.is_some() && ballot.is_none() {
        guessed.insert("no ballots named, so recognised by election, area and day".to_owned());
    }
    let area: Option<Text> = cells.needed(ListColumn::Area);
    // In its own column, else in the id of the post: `gss:E14000123`, `WMC:E14000123`.
    let current: Option<Gss> = cells.optional(ListColumn::CurrentGss);
    let gss = current.or_else(|| cells.optional(ListColumn::Gss));
    let gss = gss.or_else(|| cells.text(ListColumn::Post)?.split_once(':')?.1.trim().parse().ok());
    let region: Option<Text> = cells.optional(ListColumn::Region);
    let nation =
        gss.as_ref().and_then(nation_of_code).or_else(|| region.as_ref().map(Text::as_str).map(nation_of_region));
    Some(Contest {
        date: date(cells, election.as_ref(), ballot.as_ref(), guessed),
        election,
        ballot,
        area: one_line(area?),
        nation,
        region: region.and_then(|region| region_name(region.as_str(), nation)),
        gss,
        seats: positive(
            cells,
            ListColumn::Seats,
            "nobody is elected to 0 seats",
            "write how many people are elected, or leave it blank",
        ),
        lists: cells.yes(ListColumn::Lists),
        cancelled: cells.yes(ListColumn::Cancelled),
        organisation: cells.one_line(ListColumn::Organisation),
    })
}

fn election(cells: &mut ListCells<'_>) -> Option<ElectionId> {
    let election: ElectionId = cells.needed(ListColumn::Election)?;
    if !is_site_folder(election.as_str()) {
        return Some(election);
    }
    let message = format!("“{election}” cannot be an election: a site has a folder of this name for something else");
    let help = "write the election's own id, for example parl.2031-05-01";
    cells.report(ListColumn::Election, Code::Malformed, message, help);
    None
}

fn date(
    cells: &mut ListCells<'_>,
    election: Option<&ElectionId>,
    ballot: Option<&BallotId>,
    guessed: &mut BTreeSet<String>,
) -> Option<Date> {
    let ids = election.map(ElectionId::as_str).into_iter().chain(ballot.map(BallotId::as_str));
    let known: Vec<Date> = ids.filter_map(|id| id.rsplit('.').next()?.parse().ok()).collect();
    let Some((date, day_first)) = day_as_written(cells.text(ListColumn::Date)?, &known) else {
        cells.report(ListColumn::Date, Code::Malformed, "this is not a date", "write it as 2031-05-01");
        return None;
    };
    guessed.extend(day_first.map(|day_first| match day_first {
        true => "days written with the day first, as in 31/12/2031".to_owned(),
        false => "days written with the month first, as in 12/31/2031".to_owned(),
    }));
    Some(date)
}
