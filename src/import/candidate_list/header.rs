use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

use super::cell::shortened;
use super::table::Table;

/// The generations of headers that Democracy Club has published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Generation {
    /// `name,id,party,constituency,…`: no election and no ballot.
    First,
    /// `id,name,election,ballot_paper_id,…`.
    Second,
    /// `person_id,person_name,election_id,ballot_paper_id,…`.
    Third,
}

/// The columns that are read. Whatever else a list holds is never looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Person,
    FormerPersons,
    Name,
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
    Region,
    Seats,
    Cancelled,
    Organisation,
}

const COLUMNS: usize = Column::Organisation as usize + 1;

/// Every column with its name in the three generations; no name where it did not exist.
const NAMES: [(Column, [&str; 3]); COLUMNS] = [
    (Column::Person, ["id", "id", "person_id"]),
    (Column::FormerPersons, ["", "old_person_ids", "old_person_ids"]),
    (Column::Name, ["name", "name", "person_name"]),
    (Column::FamilyName, ["", "sopn_last_name", "sopn_last_name"]),
    (Column::Party, ["party_id", "party_id", "party_id"]),
    (Column::PartyName, ["party", "party_name", "party_name"]),
    (Column::Description, ["", "party_description_text", "party_description_text"]),
    (Column::ListPosition, ["", "party_list_position", "party_list_position"]),
    (Column::Lists, ["", "party_lists_in_use", "party_lists_in_use"]),
    (Column::Election, ["", "election", "election_id"]),
    (Column::Ballot, ["", "ballot_paper_id", "ballot_paper_id"]),
    (Column::Date, ["", "election_date", "election_date"]),
    (Column::Area, ["constituency", "post_label", "post_label"]),
    // A seat's code is replaced now and then; some lists carry the one in force beside the old one.
    (Column::CurrentGss, ["", "", "pcon24cd"]),
    (Column::Gss, ["gss_code", "gss_code", "gss"]),
    (Column::Region, ["", "nuts1", "nuts1"]),
    (Column::Seats, ["", "seats_contested", "seats_contested"]),
    (Column::Cancelled, ["", "cancelled_poll", "cancelled_poll"]),
    (Column::Organisation, ["", "organisation_name", "organisation_name"]),
];

/// The columns without which a list of a generation is none.
const NEEDED: [&[Column]; 3] = [
    &[Column::Name, Column::Person, Column::PartyName, Column::Area],
    &[Column::Person, Column::Name, Column::Election, Column::Ballot, Column::Party, Column::PartyName, Column::Area],
    &[Column::Person, Column::Name, Column::Election, Column::Ballot, Column::Party, Column::PartyName, Column::Area],
];

impl Generation {
    const ALL: [Self; 3] = [Self::Third, Self::Second, Self::First];

    /// The name of a column, when this generation has it.
    pub(super) fn name_of(self, column: Column) -> Option<&'static str> {
        NAMES.iter().find(|(c, _)| *c == column).map(|(_, names)| names[self as usize]).filter(|n| !n.is_empty())
    }

    fn missing(self, names: &[String]) -> Vec<&'static str> {
        let needed = NEEDED[self as usize].iter().filter_map(|c| self.name_of(*c));
        needed.filter(|needed| !names.iter().any(|n| n == needed)).collect()
    }
}

/// Where each column stands in a list.
pub(super) struct Header {
    pub(super) generation: Generation,
    cells: [Option<usize>; COLUMNS],
}

impl Header {
    /// Finds the generation whose columns are all there; reports what is missing of the nearest one.
    pub(super) fn read(file: &FileName, table: &Table<'_>, found: &mut Diagnostics) -> Option<Self> {
        let names: Vec<String> = table.header.iter().map(|n| n.trim().to_ascii_lowercase()).collect();
        if names.iter().all(String::is_empty) {
            let help = "export the list again; it should begin with the names of the columns";
            found.push(Code::WrongShape, file, Pos::START, "this file is empty", help);
            return None;
        }
        if let Some(separator) = other_separator(&names) {
            let message = format!("the columns are separated by {separator}");
            found.push(Code::WrongShape, file, Pos::START, message, "save it with commas between the columns");
            return None;
        }
        let generation = Generation::ALL.into_iter().min_by_key(|g| g.missing(&names).len())?;
        let missing = generation.missing(&names);
        if !missing.is_empty() {
            let message = format!("this is no list of candidates: it has no column {}", missing.join(", "));
            let help = format!(
                "it has {}; take a CSV file from candidates.democracyclub.org.uk as it is, with its first line",
                shortened(&names.join(", "), 300)
            );
            found.push(Code::MissingKey, file, Pos::START, message, help);
            return None;
        }
        let cells = NAMES.map(|(column, _)| {
            let name = generation.name_of(column)?;
            names.iter().position(|n| n == name)
        });
        report_doubles(file, table, &names, &cells, found);
        Some(Self { generation, cells })
    }

    /// The columns that the list has.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column> {
        NAMES.iter().map(|(column, _)| *column).filter(|column| self.cell(*column).is_some())
    }

    /// Where a column stands, when the list has it.
    pub(super) fn cell(&self, column: Column) -> Option<usize> {
        self.cells[column as usize]
    }
}

/// What stands between the names of the columns, when it is no comma.
fn other_separator(names: &[String]) -> Option<&'static str> {
    let [only] = names else { return None };
    [(';', "“;”"), ('\t', "tabs")].into_iter().find(|(sign, _)| only.contains(*sign)).map(|(_, name)| name)
}

fn report_doubles(
    file: &FileName,
    table: &Table<'_>,
    names: &[String],
    cells: &[Option<usize>],
    found: &mut Diagnostics,
) {
    for first in cells.iter().flatten() {
        if let Some(second) = names.iter().skip(first + 1).position(|n| *n == names[*first]) {
            let pos = table.heading(first + 1 + second);
            let message = format!("the column “{}” stands here twice", names[*first]);
            found.push(Code::DuplicateKey, file, pos, message, "rename or delete the one that should not count");
        }
    }
}
