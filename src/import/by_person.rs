//! Tables that a campaign keeps for itself, with a row for each person: how to write to them, and what came of it. The only
//! ones of which personal data is read; nothing here goes into a record but ids, outcomes and reasons.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;

use csv::StringRecord;
use jiff::civil::Date;

use super::ImportError;
use super::tables::{Columns, KnownColumns, TableRow, TableText, Troubles, read};
use crate::atoms::{EmailAddress, Malformed, PersonId, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::Foreign;

/// A row for each candidate of a country takes a few million bytes at most.
const TABLE: Foreign = Foreign { kind: "CSV file", largest: 20_000_000, if_larger: "keep the rows of one election" };

/// A person's address, if it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub person: PersonId,
    /// Where mail reaches them.
    pub email: Option<EmailAddress>,
}

/// What came of asking a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldOutcome<O> {
    /// Who.
    pub person: PersonId,
    /// What.
    pub outcome: O,
    /// The day on which that was learned.
    pub date: Option<Date>,
    /// Why, in other words than the usual ones.
    pub because: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PersonColumn {
    Person,
    Email,
    Outcome,
    Date,
    Because,
}

use PersonColumn::{Because, Date as Day, Email, Outcome, Person};

const CONTACT: KnownColumns<PersonColumn> =
    &[(Person, &["id", "person_id", "person"]), (Email, &["email", "e_mail", "email_address", "mail"])];
const OUTCOME: KnownColumns<PersonColumn> = &[
    (Person, &["id", "person_id", "person"]),
    (Outcome, &["outcome"]),
    (Day, &["date", "day"]),
    (Because, &["because", "reason"]),
];

/// Reads how to write to people.
///
/// # Errors
/// [`ImportError::Data`] when a row cannot be used; [`ImportError::Failure`] when the system does not let us read.
pub fn contacts(path: &Path) -> Result<Vec<Contact>, ImportError> {
    rows(path, CONTACT, "list of contacts", |row| {
        let (person, email) = (row.needed(Person), row.optional(Email));
        Some(Contact { person: person?, email })
    })
}

/// Reads what came of asking people; an outcome is a word of a closed list.
///
/// # Errors
/// As [`contacts`].
pub fn outcomes<O: FromStr<Err = Malformed>>(path: &Path) -> Result<Vec<ToldOutcome<O>>, ImportError> {
    rows(path, OUTCOME, "list of outcomes", |row| {
        let (person, outcome) = (row.needed(Person), row.needed(Outcome));
        let date = row.optional::<WholeDay>(Day).map(|day| day.0);
        let because = row.one_line(Because);
        Some(ToldOutcome { person: person?, outcome: outcome?, date, because })
    })
}

/// A day in a cell.
pub(super) struct WholeDay(pub(super) Date);

impl FromStr for WholeDay {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let wrong =
            |_| Malformed::syntax(format!("“{text}” is not a day"), "write it as 2031-04-20, or leave it blank");
        text.parse().map(Self).map_err(wrong)
    }
}

/// The rows of a table, each as a value; nobody may stand in two.
fn rows<T>(
    path: &Path,
    known: KnownColumns<PersonColumn>,
    what: &str,
    mut value: impl FnMut(&mut TableRow<'_, PersonColumn>) -> Option<T>,
) -> Result<Vec<T>, ImportError> {
    let text = read(path, &TABLE, what, &mut Vec::new())?;
    let file: FileName = path.to_string_lossy().as_ref().into();
    let mut found = Diagnostics::default();
    let values = TableText::read(&file, &text, |_| 0, &mut Vec::new(), &mut found).map(|sheet| {
        let columns = Columns::of(known, sheet.headings());
        columns.report_doubles(&file, &sheet, &mut found);
        for (column, _) in known.iter().take(2).filter(|(column, _)| columns.at(*column).is_none()) {
            let needed: Vec<&str> = known.iter().map(|(_, names)| names[0]).collect();
            let message = format!("this table has no column “{}”", columns.name(*column));
            let help = format!("name the columns on its first line: {}", needed.join(", "));
            found.push(Code::WrongShape, &file, Pos::START, message, help);
        }
        let records = sheet.rows(&file, &mut found);
        let mut troubles = Troubles::default();
        let mut lines = BTreeMap::<PersonId, u32>::new();
        let values = records.iter().filter(|record| is_filled(record)).filter_map(|record| {
            let if_blank = "fill it in, or delete the row";
            let mut row = TableRow { sheet: &sheet, columns: &columns, record, troubles: &mut troubles, if_blank };
            if let (Some(id), line) = (row.text(Person).and_then(|id| id.parse().ok()), row.line())
                && let Some(first) = lines.insert(id, line)
            {
                let message = format!("line {first} is about the same person");
                row.report(Person, Code::DuplicateId, message, "keep one of the two rows");
            }
            value(&mut row)
        });
        let values: Vec<T> = values.collect();
        troubles.report(&file, &mut found);
        values
    });
    match values {
        Some(values) if !found.has_errors() => Ok(values),
        _ => Err(ImportError::within(file, text, found)),
    }
}

/// Whether anything stands in a row.
fn is_filled(record: &StringRecord) -> bool {
    record.iter().any(|cell| !cell.trim().is_empty())
}
