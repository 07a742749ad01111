use csv::StringRecord;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::import::tables::{Headings, Sheet, key, report_twice, shortened};

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

/// The columns that are read. Whatever else a list holds is never looked at.
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

const COLUMNS: usize = ListColumn::Organisation as usize + 1;

/// Every column with its names, the one that counts most first.
const NAMES: [(ListColumn, &[&str]); COLUMNS] = [
    (ListColumn::Person, &["person_id", "id"]),
    (ListColumn::FormerPersons, &["old_person_ids"]),
    (ListColumn::Name, &["person_name", "name", "candidate", "candidate_name", "full_name"]),
    (ListColumn::GivenName, &["first_name", "first_names", "forename", "forenames", "given_name", "given_names"]),
    (ListColumn::FamilyName, &["sopn_last_name", "last_name", "surname", "family_name"]),
    (ListColumn::Party, &["party_id"]),
    (ListColumn::PartyName, &["party_name", "party"]),
    (ListColumn::Description, &["party_description_text"]),
    (ListColumn::ListPosition, &["party_list_position"]),
    (ListColumn::Lists, &["party_lists_in_use"]),
    (ListColumn::Election, &["election_id", "election"]),
    (ListColumn::Ballot, &["ballot_paper_id"]),
    (ListColumn::Date, &["election_date"]),
    (ListColumn::Area, &["post_label", "constituency", "area", "ward", "seat", "division", "district"]),
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
    (
        Generation::Later,
        &[
            ListColumn::Person,
            ListColumn::Name,
            ListColumn::Election,
            ListColumn::Ballot,
            ListColumn::Party,
            ListColumn::PartyName,
            ListColumn::Area,
        ],
    ),
    // From 2018 to 2020 without the ballot.
    (
        Generation::Later,
        &[
            ListColumn::Person,
            ListColumn::Name,
            ListColumn::Election,
            ListColumn::Date,
            ListColumn::Party,
            ListColumn::PartyName,
            ListColumn::Area,
        ],
    ),
    (Generation::First, &[ListColumn::Name, ListColumn::Person, ListColumn::PartyName, ListColumn::Area]),
    (Generation::Own, &[ListColumn::Name, ListColumn::PartyName, ListColumn::Area]),
    (Generation::Own, &[ListColumn::GivenName, ListColumn::FamilyName, ListColumn::PartyName, ListColumn::Area]),
];

/// Where each column stands in a list.
pub(super) struct Header {
    pub(super) generation: Generation,
    cells: [Option<usize>; COLUMNS],
    headings: Headings,
}

impl Header {
    /// Which of the first rows names the columns: the one with all that a list needs, else the one that comes nearest.
    pub(super) fn row(rows: &[StringRecord]) -> usize {
        let lacks = |row: &StringRecord| Self::of(Headings::of(row)).nearest().1.len();
        (0..rows.len()).min_by_key(|n| (lacks(&rows[*n]), *n)).unwrap_or(0)
    }

    /// Finds the columns; reports what is missing of the nearest shape.
    pub(super) fn read(file: &FileName, sheet: &Sheet<'_>, found: &mut Diagnostics) -> Option<Self> {
        let mut header = Self::of(sheet.headings());
        if header.headings.keys().iter().all(String::is_empty) {
            let help = "export the list again; it should begin with the names of the columns";
            found.push(Code::WrongShape, file, Pos::START, "this file is empty", help);
            return None;
        }
        let (generation, missing) = header.nearest();
        if !missing.is_empty() {
            let message = format!("this is no list of candidates: it has no column {}", missing.join(", "));
            let help = format!(
                "it has {}; take a CSV file from candidates.democracyclub.org.uk as it is, or a list of your own with the columns name, party and area",
                shortened(&header.headings.keys().join(", "), 300)
            );
            found.push(Code::MissingKey, file, Pos::START, message, help);
            return None;
        }
        header.generation = generation;
        header.report_doubles(file, sheet, found);
        Some(header)
    }

    fn of(headings: Headings) -> Self {
        let cells = NAMES.map(|(_, known)| headings.find(known));
        Self { generation: Generation::Own, cells, headings }
    }

    /// The shape of which the fewest columns are missing, and these.
    fn nearest(&self) -> (Generation, Vec<&'static str>) {
        // A list that names elections is none of one's own.
        let shapes = SHAPES
            .iter()
            .filter(|(generation, _)| *generation == Generation::Later || self.cell(ListColumn::Election).is_none());
        let all = shapes.map(|(generation, needed)| {
            let missing =
                needed.iter().filter(|column| self.cell(**column).is_none()).map(|column| self.name_of(*column));
            (*generation, missing.collect::<Vec<_>>())
        });
        all.min_by_key(|(_, missing)| missing.len()).unwrap_or((Generation::Own, Vec::new()))
    }

    /// Whether a row names the columns once more rather than being about somebody.
    pub(super) fn is_named_again(&self, row: &StringRecord) -> bool {
        let cell = |column| self.cell(column).and_then(|n| row.get(n)).map(str::trim).filter(|text| !text.is_empty());
        let number = cell(ListColumn::Person);
        let named = |column| {
            let words = cell(column).map(key).unwrap_or_default();
            NAMES.iter().any(|(_, names)| names.contains(&words.as_str())) || words == self.name_of(column)
        };
        let no_number = number.is_some_and(|id| !id.bytes().any(|b| b.is_ascii_digit()) && !id.starts_with("local-"));
        let heads = [ListColumn::Name, ListColumn::PartyName, ListColumn::Area]
            .into_iter()
            .filter(|column| named(*column))
            .count();
        no_number && heads > 0 || heads == 3
    }

    /// The columns that the list has.
    pub(super) fn columns(&self) -> impl Iterator<Item = ListColumn> {
        NAMES.iter().map(|(column, _)| *column).filter(|column| self.cell(*column).is_some())
    }

    /// Where a column stands, when the list has it.
    pub(super) fn cell(&self, column: ListColumn) -> Option<usize> {
        self.cells[column as usize]
    }

    /// What a column is called in this list; where it has none, what it could be called.
    pub(super) fn name_of(&self, column: ListColumn) -> &'static str {
        let names = NAMES[column as usize].1;
        let here =
            |name: &&&str| self.cell(column).and_then(|n| self.headings.keys().get(n)).is_some_and(|own| own == **name);
        let usual = match column {
            ListColumn::Person => "id",
            ListColumn::Name => "name",
            ListColumn::Area if self.cell(ListColumn::Election).is_none() => "constituency",
            _ => names[0],
        };
        names.iter().find(here).copied().unwrap_or(usual)
    }

    fn report_doubles(&self, file: &FileName, sheet: &Sheet<'_>, found: &mut Diagnostics) {
        for first in self.cells.iter().flatten() {
            let name = &self.headings.keys()[*first];
            if let Some(second) = self.headings.all(name).find(|column| column > first) {
                report_twice(name, sheet.heading(second), file, found);
            }
        }
    }
}
