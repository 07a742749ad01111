use std::collections::BTreeSet;
use std::str::FromStr;

use csv::StringRecord;
use jiff::civil::Date;

use super::super::elections::is_reserved;
use super::cell::fault;
use super::day::Day;
use super::header::{Column, Generation, Header};
use super::{Contest, Entry, PartyLabel, Row};
use crate::atoms::{BallotId, ElectionId, Gss, Malformed, PersonId, Text, slug_of};
use crate::country::uk::{nation_of_code, nation_of_region, region_name};
use crate::diagnostic::Code;
use crate::import::tables::{Guess, Sheet, Troubles};

/// What the rows of a list are read by, and what was found on the way.
pub(super) struct Rows<'a> {
    pub(super) header: &'a Header,
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) troubles: Troubles,
    pub(super) guessed: BTreeSet<Guess>,
}

impl Rows<'_> {
    /// Reads one row; `None` when a value that it needs is missing or wrong, which is then reported.
    pub(super) fn read(&mut self, record: &StringRecord) -> Option<Row> {
        let line = self.sheet.line(record);
        let mut cells = Cells { header: self.header, sheet: self.sheet, record, rows: self };
        cells.are_printable().then_some(())?;
        let (name, party) = (cells.name(), cells.party());
        let person = cells.person(name.as_ref());
        let contest = cells.contest();
        let ((person, numbered), mut former) = (person?, cells.former());
        former.retain(|id: &PersonId| *id != person);
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
        Some(Row { line, entry, numbered })
    }
}

/// A text with single spaces between its words.
fn one_line(text: Text) -> Text {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").parse().unwrap_or(text)
}

struct Cells<'a, 'r> {
    header: &'a Header,
    sheet: &'a Sheet<'a>,
    record: &'a StringRecord,
    rows: &'a mut Rows<'r>,
}

impl Cells<'_, '_> {
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
        let (sheet, record, cell) = (self.sheet, self.record, self.header.cell(column).unwrap_or(0));
        let message = format!("column “{}”: {}", self.header.name_of(column), message.into());
        self.rows.troubles.add(column as usize, code, message, help, || sheet.place(record, cell));
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
            self.report(
                column,
                Code::MissingKey,
                "this row leaves it blank",
                "fill it in; without the row this person would count as not listed",
            );
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

    /// The person's id, and whether the list gives it; in a list of one's own, people without a number have one made of
    /// their names, until it is known whether they are on record.
    fn person(&mut self, name: Option<&Text>) -> Option<(PersonId, bool)> {
        let own = self.header.generation != Generation::Later;
        let Some(text) = self.text(Column::Person).filter(|_| own) else {
            if own {
                return Some((local(name?), false));
            }
            let person = self.needed(Column::Person)?;
            return Some((self.numbered(Column::Person, person)?, true));
        };
        if text.starts_with("local-") {
            return Some((self.needed(Column::Person)?, true));
        }
        let person = self.needed(Column::Person)?;
        Some((self.numbered(Column::Person, person)?, true))
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

    /// A name in one line; some lists have it in two columns.
    fn name(&mut self) -> Option<Text> {
        if self.header.cell(Column::Name).is_some() {
            return self.needed(Column::Name).map(one_line);
        }
        let given: Option<Text> = self.optional(Column::GivenName);
        let family: Text = self.needed(Column::FamilyName)?;
        let name = given.iter().chain([&family]).map(Text::as_str).collect::<Vec<_>>().join(" ");
        name.parse().ok().map(one_line)
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
        let named = |column| self.header.cell(column).is_some();
        let election = if named(Column::Election) { Some(self.election()?) } else { None };
        let ballot = if named(Column::Ballot) { Some(self.needed(Column::Ballot)?) } else { None };
        if election.is_some() && ballot.is_none() {
            self.rows.guessed.insert(Guess::Ballots);
        }
        let area: Option<Text> = self.needed(Column::Area);
        let gss = self.gss();
        let region: Option<Text> = self.optional(Column::Region);
        let nation = gss.as_ref().and_then(nation_of_code).or_else(|| region.as_deref().map(nation_of_region));
        Some(Contest {
            date: self.date(election.as_ref(), ballot.as_ref()),
            election,
            ballot,
            area: one_line(area?),
            nation,
            region: region.and_then(|region| region_name(&region, nation)),
            gss,
            seats: self.seats(),
            lists: self.yes(Column::Lists),
            cancelled: self.yes(Column::Cancelled),
            organisation: self.optional(Column::Organisation).map(one_line),
        })
    }

    /// The code of the area: in its own column, else in the id of the post (`gss:E14000123`, `WMC:E14000123`).
    fn gss(&mut self) -> Option<Gss> {
        let current: Option<Gss> = self.optional(Column::CurrentGss);
        let of_post = |cells: &Self| cells.text(Column::Post)?.split_once(':')?.1.trim().parse().ok();
        current.or_else(|| self.optional(Column::Gss)).or_else(|| of_post(self))
    }

    fn date(&mut self, election: Option<&ElectionId>, ballot: Option<&BallotId>) -> Option<Date> {
        let ids = election.map(ElectionId::as_str).into_iter().chain(ballot.map(BallotId::as_str));
        let known: Vec<Date> = ids.filter_map(|id| id.rsplit('.').next()?.parse().ok()).collect();
        let day = Day::read(self.text(Column::Date)?, &known);
        if let Some(day_first) = day.and_then(|day| day.day_first) {
            self.rows.guessed.insert(Guess::DaysWith { day_first });
        }
        if day.is_none() {
            self.report(Column::Date, Code::Malformed, "this is no date", "write it as 2031-05-01");
        }
        day.map(|day| day.date)
    }
}

/// The id of ours that a name makes.
fn local(name: &Text) -> PersonId {
    let id = |name: &str| slug_of(&format!("local {name}")).and_then(|slug| slug.as_str().parse().ok());
    id(name).unwrap_or_else(|| unreachable!("“local” is left of every name"))
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
