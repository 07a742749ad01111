use csv::StringRecord;

use super::SaidColumn;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::import::tables::{Columns, Headings, KnownColumns, TableText, key, shortened};

/// Who made a list, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Generation {
    /// Democracy Club at first: `name,id,party,constituency,…`, with no election and no ballot.
    First,
    /// Democracy Club later, with the election: `id,name,election,…` or `person_id,person_name,election_id,…`.
    Later,
    /// A campaign itself: names, parties and areas, with numbers or without.
    Own,
}

/// A column that is read of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListColumn {
    Person,
    FormerPersons,
    Name,
    GivenName,
    FamilyName,
    Party,
    PartyName,
    Description,
    ListPosition,
    Elected,
    ElectedSource,
    Votes,
    Lists,
    Election,
    Ballot,
    Date,
    Area,
    CurrentGss,
    Gss,
    Post,
    Region,
    Seats,
    Cancelled,
    Organisation,
}

use ListColumn::{Area, Ballot, Date, Election, FamilyName, GivenName, Name, Party, PartyName, Person};

const COLUMNS: KnownColumns<ListColumn> = &[
    (Person, &["person_id", "id"]),
    (ListColumn::FormerPersons, &["old_person_ids"]),
    (Name, &["person_name", "name", "candidate", "candidate_name", "full_name"]),
    (GivenName, &["first_name", "first_names", "forename", "forenames", "given_name", "given_names"]),
    (FamilyName, &["sopn_last_name", "last_name", "surname", "family_name"]),
    (Party, &["party_id"]),
    (PartyName, &["party_name", "party"]),
    (ListColumn::Description, &["party_description_text"]),
    (ListColumn::ListPosition, &["party_list_position"]),
    (ListColumn::Elected, &["elected"]),
    (ListColumn::ElectedSource, &["elected_source", "result_source"]),
    (ListColumn::Votes, &["votes_cast", "votes"]),
    (ListColumn::Lists, &["party_lists_in_use"]),
    (Election, &["election_id", "election"]),
    (Ballot, &["ballot_paper_id"]),
    (Date, &["election_date"]),
    (Area, &["post_label", "constituency", "area", "ward", "seat", "division", "district"]),
    // A seat's code is replaced now and then; some lists carry the one in force beside the old one.
    (ListColumn::CurrentGss, &["pcon24cd"]),
    (ListColumn::Gss, &["gss", "gss_code"]),
    (ListColumn::Post, &["post_id"]),
    (ListColumn::Region, &["nuts1"]),
    (ListColumn::Seats, &["seats_contested"]),
    (ListColumn::Cancelled, &["cancelled_poll"]),
    (ListColumn::Organisation, &["organisation_name"]),
];

/// The columns without which a list is none, in each of the shapes that lists have had.
const SHAPES: [(Generation, &[ListColumn]); 5] = [
    (Generation::Later, &[Person, Name, Election, Ballot, Party, PartyName, Area]),
    // From 2018 to 2020 without the ballot.
    (Generation::Later, &[Person, Name, Election, Date, Party, PartyName, Area]),
    (Generation::First, &[Name, Person, PartyName, Area]),
    (Generation::Own, &[Name, PartyName, Area]),
    (Generation::Own, &[GivenName, FamilyName, PartyName, Area]),
];

/// Which of the first rows names the columns: the one with all that a list needs, else the one that comes nearest.
pub(super) fn head(rows: &[StringRecord], said: &[SaidColumn]) -> usize {
    let lacks = |row: &StringRecord| nearest(&Columns::of(COLUMNS, called(Headings::of(row), said))).1.len();
    (0..rows.len()).min_by_key(|n| (lacks(&rows[*n]), *n)).unwrap_or(0)
}

/// Finds the columns; reports what is missing of the nearest shape.
pub(super) fn columns(
    file: &FileName,
    sheet: &TableText<'_>,
    said: &[SaidColumn],
    found: &mut Diagnostics,
) -> Option<(Generation, Columns<ListColumn>)> {
    let columns = Columns::of(COLUMNS, called(sheet.headings(), said));
    if columns.headings.keys().iter().all(String::is_empty) {
        let help = "export the list again; it should begin with the names of the columns";
        found.push(Code::WrongShape, file, Pos::START, "this file is empty", help);
        return None;
    }
    let (generation, missing) = nearest(&columns);
    if !missing.is_empty() {
        let message = format!("this is not a list of candidates: it has no column {}", missing.join(", "));
        let help = format!(
            "it has {}; take a CSV file from candidates.democracyclub.org.uk as it is, or a list of your own with the columns name, party and area, or say which they are: --column name=“Standing for us”",
            shortened(&columns.headings.keys().join(", "), 300)
        );
        found.push(Code::MissingKey, file, Pos::START, message, help);
        return None;
    }
    columns.report_doubles(file, sheet, found);
    Some((generation, columns))
}

/// The headings of a list under the names that somebody says they have.
fn called(headings: Headings, said: &[SaidColumn]) -> Headings {
    said.iter().fold(headings, |headings, SaidColumn { column, heading }| headings.renamed(heading, column))
}

/// What a list of one's own would need and this lacks, with the names of its columns.
pub(super) fn lacking(sheet: &TableText<'_>, said: &[SaidColumn]) -> Option<(Vec<&'static str>, Vec<String>)> {
    let columns = Columns::of(COLUMNS, called(sheet.headings(), said));
    let is_list = nearest(&columns).1.is_empty() || columns.at(Election).is_some();
    let named = sheet.headings().shown().iter().any(|name| !name.is_empty());
    if is_list || !named {
        return None;
    }
    let has_name = columns.at(Name).is_some() || columns.at(GivenName).is_some() && columns.at(FamilyName).is_some();
    let needed = [("name", has_name), ("party", columns.at(PartyName).is_some()), ("area", columns.at(Area).is_some())];
    let lacks = needed.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name).collect();
    Some((lacks, sheet.headings().shown().to_vec()))
}

/// The column of a list that is usually called so.
#[must_use]
pub fn column_named(name: &str) -> Option<&'static str> {
    let name = key(name);
    COLUMNS.iter().flat_map(|(_, names)| *names).find(|known| **known == name).copied()
}

/// The shape of which the fewest columns are missing, and what these could be called.
fn nearest(columns: &Columns<ListColumn>) -> (Generation, Vec<&'static str>) {
    // A list that names elections is none of one's own.
    let names_elections = columns.at(Election).is_some();
    let called = |column: &ListColumn| match column {
        Person => "id",
        Name => "name",
        Area if !names_elections => "constituency",
        other => columns.name(*other),
    };
    let shapes = SHAPES.iter().filter(|(generation, _)| *generation == Generation::Later || !names_elections);
    let all = shapes.map(|(generation, needed)| {
        let missing = needed.iter().filter(|column| columns.at(**column).is_none());
        (*generation, missing.map(called).collect::<Vec<_>>())
    });
    all.min_by_key(|(_, missing)| missing.len()).unwrap_or((Generation::Own, Vec::new()))
}

/// Whether a row names the columns once more rather than being about somebody.
pub(super) fn is_head_again(columns: &Columns<ListColumn>, row: &StringRecord) -> bool {
    let cell = |column| columns.at(column).and_then(|n| row.get(n)).map(str::trim).filter(|text| !text.is_empty());
    let is_name = |column: &ListColumn| {
        let words = cell(*column).map(key).unwrap_or_default();
        COLUMNS.iter().any(|(_, names)| names.contains(&words.as_str()))
    };
    let is_number = |id: &str| id.bytes().any(|b| b.is_ascii_digit()) || id.starts_with("local-");
    let heads = [Name, PartyName, Area].iter().filter(|column| is_name(column)).count();
    heads == 3 || heads > 0 && cell(Person).is_some_and(|id| !is_number(id))
}
