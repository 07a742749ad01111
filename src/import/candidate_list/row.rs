use std::str::FromStr;

use csv::StringRecord;
use jiff::civil::Date;

use super::super::elections::is_reserved;
use super::cell::fault;
use super::header::{Column, Header};
use super::table::Table;
use super::{Contest, Entry, PartyLabel, Row};
use crate::atoms::{ElectionId, Gss, Malformed, Nation, PartialDate, PersonId, Text};
use crate::diagnostic::{Code, Diagnostics, FileName};

/// Reads one row; `None` when a value that it needs is missing or wrong, which is then reported.
pub(super) fn read(
    header: &Header,
    table: &Table<'_>,
    record: &StringRecord,
    file: &FileName,
    found: &mut Diagnostics,
) -> Option<Row> {
    let mut cells = Cells { header, table, record, file, found };
    let line = table.line(record);
    cells.are_printable().then_some(())?;
    let (person, name, party) = (cells.person(), cells.name(), cells.party());
    let contest = cells.contest();
    let (person, mut former): (PersonId, _) = (person?, cells.former());
    former.retain(|id| *id != person);
    let entry = Entry {
        former,
        family_name: cells.optional(Column::FamilyName),
        description: cells.optional(Column::Description).map(one_line),
        list_position: cells.list_position(),
        person,
        name: name?,
        party: party?,
        contest: contest?,
    };
    Some(Row { line, entry })
}

/// A text with single spaces between its words.
fn one_line(text: Text) -> Text {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").parse().unwrap_or(text)
}

struct Cells<'a> {
    header: &'a Header,
    table: &'a Table<'a>,
    record: &'a StringRecord,
    file: &'a FileName,
    found: &'a mut Diagnostics,
}

impl Cells<'_> {
    fn text(&self, column: Column) -> Option<&str> {
        let cell = self.header.cell(column)?;
        self.record.get(cell).map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether every value can stand in a record; reports those that cannot.
    fn are_printable(&mut self) -> bool {
        let header = self.header;
        let faults: Vec<_> = header.columns().filter_map(|column| Some((column, fault(self.text(column)?)?))).collect();
        let none = faults.is_empty();
        for (column, (message, help)) in faults {
            self.report(column, Code::Malformed, message, help);
        }
        none
    }

    fn report(&mut self, column: Column, code: Code, message: impl Into<String>, help: impl Into<String>) {
        let pos = self.table.place(self.record, self.header.cell(column).unwrap_or(0));
        let name = self.header.generation.name_of(column).unwrap_or_default();
        self.found.push(code, self.file, pos, format!("column “{name}”: {}", message.into()), help);
    }

    fn optional<T: FromStr<Err = Malformed>>(&mut self, column: Column) -> Option<T> {
        match self.text(column)?.parse() {
            Ok(value) => Some(value),
            Err(Malformed { what, help, .. }) => {
                self.report(column, Code::Malformed, what, help);
                None
            }
        }
    }

    fn needed<T: FromStr<Err = Malformed>>(&mut self, column: Column) -> Option<T> {
        if self.text(column).is_none() {
            self.report(column, Code::MissingKey, "this row leaves it blank", "fill it in, or delete the row");
        }
        self.optional(column)
    }

    fn number(&mut self, column: Column) -> Option<u32> {
        let number = self.text(column)?.parse();
        if number.is_err() {
            self.report(column, Code::Malformed, "this is no whole number", "write a whole number, or leave it blank");
        }
        number.ok()
    }

    fn list_position(&mut self) -> Option<u32> {
        let place = self.number(Column::ListPosition);
        if place == Some(0) {
            let help = "write 1 for the first on the list, or leave it blank";
            self.report(Column::ListPosition, Code::Malformed, "places count from 1", help);
        }
        place
    }

    fn seats(&mut self) -> Option<u32> {
        let seats = self.number(Column::Seats);
        if seats == Some(0) {
            let help = "write how many people are elected, or leave it blank";
            self.report(Column::Seats, Code::Malformed, "nobody is elected to 0 seats", help);
        }
        seats
    }

    /// Whether a cell says yes: lists have `True` and `False`, later ones `t` and `f`.
    fn yes(&mut self, column: Column) -> Option<bool> {
        match self.text(column)?.to_ascii_lowercase().as_str() {
            "true" | "t" | "1" | "yes" => Some(true),
            "false" | "f" | "0" | "no" => Some(false),
            _ => {
                self.report(column, Code::Malformed, "this is neither true nor false", "write True or False");
                None
            }
        }
    }

    fn person(&mut self) -> Option<PersonId> {
        let person = self.needed(Column::Person)?;
        self.numbered(Column::Person, person)
    }

    /// An id as lists have it; spreadsheets make fractions and powers of ten of them.
    fn numbered(&mut self, column: Column, person: PersonId) -> Option<PersonId> {
        if person.as_str().bytes().all(|b| b.is_ascii_digit()) {
            return Some(person);
        }
        let help = "write the whole number that Democracy Club has for this person";
        self.report(column, Code::Malformed, format!("“{person}” is no person's number"), help);
        None
    }

    fn former(&mut self) -> Vec<PersonId> {
        let Some(text) = self.text(Column::FormerPersons).map(str::to_owned) else { return Vec::new() };
        let mut ids = Vec::new();
        for id in text.split(';').map(str::trim).filter(|id| !id.is_empty()) {
            match id.parse() {
                Ok(id) if ids.contains(&id) => {}
                Ok(id) => ids.extend(self.numbered(Column::FormerPersons, id)),
                Err(Malformed { what, help, .. }) => self.report(Column::FormerPersons, Code::Malformed, what, help),
            }
        }
        ids
    }

    /// A name in one line.
    fn name(&mut self) -> Option<Text> {
        self.needed(Column::Name).map(one_line)
    }

    fn party(&mut self) -> Option<PartyLabel> {
        let id: Option<Text> = self.optional(Column::Party);
        if id.as_deref().is_some_and(|id| !is_party_id(id)) {
            let help = "write the party's registration, for example PP53 or party:53";
            self.report(Column::Party, Code::Malformed, "this is no party's id", help);
            return None;
        }
        let name = match (self.optional(Column::PartyName), &id) {
            (None, Some(id)) => Some(Text::clone(id)),
            (None, None) => self.needed(Column::PartyName),
            (name, _) => name,
        };
        Some(PartyLabel { id, name: one_line(name?) })
    }

    fn election(&mut self) -> Option<ElectionId> {
        let election = self.needed(Column::Election)?;
        if !is_reserved(&election) {
            return Some(election);
        }
        let message =
            format!("“{election}” cannot be an election: a site has a folder of this name for something else");
        self.report(
            Column::Election,
            Code::Malformed,
            message,
            "write the election's own id, for example parl.2031-05-01",
        );
        None
    }

    fn contest(&mut self) -> Option<Contest> {
        let named = self.header.cell(Column::Ballot).is_some();
        let (election, ballot) =
            if named { (Some(self.election()?), Some(self.needed(Column::Ballot)?)) } else { (None, None) };
        let area: Option<Text> = self.needed(Column::Area);
        let gss: Option<Gss> = self.optional(Column::CurrentGss);
        let gss = gss.or_else(|| self.optional(Column::Gss));
        let region: Option<Text> = self.optional(Column::Region);
        let nation = gss.as_ref().and_then(nation_of).or_else(|| region.as_deref().map(nation_of_region));
        Some(Contest {
            election,
            ballot,
            date: self.date(),
            area: one_line(area?),
            nation,
            region: region.filter(|_| nation == Some(Nation::England)).and_then(|r| region_name(&r)),
            gss,
            seats: self.seats(),
            lists: self.yes(Column::Lists),
            cancelled: self.yes(Column::Cancelled),
            organisation: self.optional(Column::Organisation).map(one_line),
        })
    }

    fn date(&mut self) -> Option<Date> {
        let date = self.text(Column::Date)?.parse().ok().and_then(PartialDate::as_day);
        if date.is_none() {
            self.report(Column::Date, Code::Malformed, "this is no date", "write it as 2031-05-01");
        }
        date
    }
}

/// Whether a text can be a party's id: few letters, digits and hyphens, perhaps with a register before a colon.
fn is_party_id(id: &str) -> bool {
    let word = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    id.len() <= 50
        && !id.eq_ignore_ascii_case("pp")
        && id.split_once(':').map_or_else(|| word(id), |(kind, own)| word(kind) && word(own))
}

/// The nation of a GSS code: its first letter says it.
fn nation_of(gss: &Gss) -> Option<Nation> {
    match gss.as_str().chars().next()? {
        'E' => Some(Nation::England),
        'S' => Some(Nation::Scotland),
        'W' => Some(Nation::Wales),
        'N' => Some(Nation::NorthernIreland),
        _ => None,
    }
}

/// The nation of one of the twelve statistical regions: three are nations, nine are English.
fn nation_of_region(region: &str) -> Nation {
    match region {
        "Scotland" => Nation::Scotland,
        "Wales" => Nation::Wales,
        "Northern Ireland" => Nation::NorthernIreland,
        _ => Nation::England,
    }
}

fn region_name(region: &str) -> Option<Text> {
    region.trim_end_matches("(England)").parse().ok()
}
