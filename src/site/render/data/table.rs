use std::borrow::Cow;
use std::io::{self, Write};

use csv::ByteRecord;
use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::Fill;
use crate::atoms::spreadsheet::guarded;
use crate::atoms::{
    BallotId, DocumentId, ElectionId, LanguageTag, PartialDate, PartyId, PersonId, QuestionId, Slug, Text, WebUrl,
};
use crate::country::uk::Gss;
use crate::load::At;
use crate::load::records::DataSourceRecord;
use crate::model::Evidence;

/// A data file that is a table.
pub(super) struct DataTable<'t> {
    /// The name of its list in the file that holds all tables.
    pub(super) list: &'static str,
    pub(super) columns: Vec<Column>,
    /// Writes it as CSV.
    pub(super) csv: Box<Fill<'t>>,
    /// Writes its list as JSON.
    pub(super) json: Box<Fill<'t>>,
    /// Whose data it holds, besides the site's own.
    pub(super) of_others: Vec<&'t DataSourceRecord>,
}

impl<'t> DataTable<'t> {
    /// A table of rows that are made when they are asked for.
    pub(super) fn of<I: Iterator<Item: DataRow>>(list: &'static str, rows: impl Fn() -> I + Copy + Sync + 't) -> Self {
        let csv: Box<Fill<'t>> = Box::new(move |to| csv(rows(), to));
        let json: Box<Fill<'t>> = Box::new(move |to| json_rows(rows(), to));
        Self { list, columns: I::Item::columns(), csv, json, of_others: Vec::new() }
    }
}

/// What a row of a table is made of.
pub(super) trait DataRow {
    /// The columns, in order.
    fn columns() -> Vec<Column>;

    /// The values, one for each column.
    fn values(&self) -> Vec<Datum<'_>>;
}

/// A column of a table.
pub(super) struct Column {
    /// Its name.
    pub(super) name: &'static str,
    /// Its type in the words of Frictionless.
    pub(super) kind: &'static str,
    /// What it holds.
    pub(super) what: &'static str,
    /// In which files it stands.
    pub(super) stands: In,
}

/// In which files a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum In {
    Both,
    Csv,
    Json,
}

/// Declares the columns of a table, one line each: its name, its type for programs, what it holds, and the value in a row; after
/// them, the field of a row in which further columns are. Before them, the field of which the columns come first; in JSON they
/// stand in a list of their own, and here only the one by which they are found there.
macro_rules! columns {
    ($row:pat = $of:ty => {
        $(.. $head:ident: $head_type:ty, by $key:ident;)?
        $($name:ident: $kind:literal $(in $only:ident)?, $what:literal, $value:expr;)+
        $(.. $rest:ident: $rest_type:ty)?
    }) => {
        impl crate::render::data::table::DataRow for $of {
            fn columns() -> Vec<crate::render::data::table::Column> {
                use crate::render::data::table::{Column, In};
                let own = [$(Column {
                    name: stringify!($name),
                    kind: $kind,
                    what: $what,
                    stands: [$(In::$only,)? In::Both][0],
                }),+];
                let head = std::iter::empty();
                $(let head = head.chain(crate::render::data::table::found_by(stringify!($key), <$head_type>::columns()));)?
                head.chain(own)$(.chain(<$rest_type>::columns()))?.collect()
            }

            fn values(&self) -> Vec<crate::render::data::table::Datum<'_>> {
                let $row = self;
                let own = [$(crate::render::data::table::Datum::from($value)),+];
                let head = std::iter::empty();
                $(let head = head.chain(self.$head.values());)?
                head.chain(own)$(.chain(self.$rest.values()))?.collect()
            }
        }
    };
}
pub(super) use columns;

/// Columns of which JSON has only the one by which the others are found in their own list.
pub(super) fn found_by(key: &'static str, columns: Vec<Column>) -> impl Iterator<Item = Column> {
    let stands = move |column: &Column| if column.name == key { In::Both } else { In::Csv };
    columns.into_iter().map(move |column| Column { stands: stands(&column), ..column })
}

/// A value of a table.
pub(super) enum Datum<'a> {
    /// CSV leaves the place empty, JSON the key out.
    Nothing,
    Text(Cow<'a, str>),
    Boolean(bool),
    Integer(u32),
    /// In JSON only.
    Evidence(&'a [Evidence]),
}

impl<'a> From<Cow<'a, str>> for Datum<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl<'a> From<&'a str> for Datum<'a> {
    fn from(text: &'a str) -> Self {
        Cow::Borrowed(text).into()
    }
}

macro_rules! texts {
    (lent: $($lent:ty),+; made: $($made:ty),+) => {
        $(impl<'a> From<&'a $lent> for Datum<'a> {
            fn from(text: &'a $lent) -> Self {
                text.as_str().into()
            }
        })+
        $(impl From<$made> for Datum<'_> {
            fn from(text: $made) -> Self {
                Cow::Owned::<str>(text.to_string()).into()
            }
        })+
    };
}
texts!(
    lent: Text, At<Text>, WebUrl, At<WebUrl>, Slug, Gss, ElectionId, BallotId, QuestionId, PartyId, PersonId, DocumentId,
    LanguageTag;
    made: String, PartialDate, Date
);

impl From<bool> for Datum<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<u32> for Datum<'_> {
    fn from(value: u32) -> Self {
        Self::Integer(value)
    }
}

impl From<usize> for Datum<'_> {
    fn from(value: usize) -> Self {
        Self::Integer(u32::try_from(value).unwrap_or(u32::MAX))
    }
}

impl<'a, T: Into<Datum<'a>>> From<Option<T>> for Datum<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl Serialize for Datum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_u32(*value),
            Self::Evidence(evidence) => {
                let columns = <&Evidence>::columns();
                serializer.collect_seq(evidence.iter().map(|row| Keyed { columns: &columns, row }))
            }
        }
    }
}

/// A row as JSON: its values by the names of their columns.
struct Keyed<'c, R> {
    columns: &'c [Column],
    row: R,
}

impl<R: DataRow> Serialize for Keyed<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (column, value) in self.columns.iter().zip(self.row.values()) {
            if column.stands != In::Csv && !matches!(value, Datum::Nothing) {
                map.serialize_entry(column.name, &value)?;
            }
        }
        map.end()
    }
}

/// Rows as a list.
fn json_rows<R: DataRow>(rows: impl Iterator<Item = R>, to: &mut dyn Write) -> io::Result<()> {
    let columns = R::columns();
    json_list(rows.map(|row| Keyed { columns: &columns, row }), to)
}

/// A list with each entry on a line of its own, so that a change of one record is a change of one line.
pub(super) fn json_list(entries: impl Iterator<Item = impl Serialize>, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"[")?;
    for (n, entry) in entries.enumerate() {
        to.write_all(if n == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *to, &entry)?;
    }
    to.write_all(b"\n]")
}

/// A table with its head, which stands there even when there are no rows.
fn csv<R: DataRow>(rows: impl Iterator<Item = R>, to: &mut dyn Write) -> io::Result<()> {
    let columns = R::columns();
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(columns.iter().filter(|column| column.stands != In::Json).map(|column| column.name))?;
    let mut record = ByteRecord::new();
    for row in rows {
        record.clear();
        for (column, value) in columns.iter().zip(row.values()) {
            match value {
                _ if column.stands == In::Json => {}
                Datum::Nothing | Datum::Evidence(_) => record.push_field(b""),
                Datum::Text(text) => record.push_field(guarded(&text).as_bytes()),
                Datum::Boolean(value) => record.push_field(if value { b"true" } else { b"false" }),
                Datum::Integer(value) => record.push_field(value.to_string().as_bytes()),
            }
        }
        writer.write_byte_record(&record)?;
    }
    writer.flush()
}
