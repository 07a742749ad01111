use std::collections::BTreeMap;
use std::path::Path;

use super::ImportError;
use crate::atoms::{DataKind, FigureUnit, PartialDate, Text, WebUrl, Words as _};
use crate::diagnostic::Code;
use crate::edit::{Change, Place, Value};
use crate::load::records::{CountRecord, DataRecord};
use crate::load::{At, Field};

/// Whose data a table is made of, as far as it was said.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct SourceOptions {
    /// What its publisher calls it, when that is another title.
    #[arg(id = "source_title", long = "source-title", value_name = "TEXT")]
    pub title: Option<Text>,
    /// Who published it.
    #[arg(long, value_name = "TEXT")]
    pub publisher: Option<Text>,
    /// Where it was published.
    #[arg(long, value_name = "ADDRESS")]
    pub url: Option<WebUrl>,
    /// When it was published.
    #[arg(skip)]
    pub date: Option<PartialDate>,
    /// The licence under which you use it.
    #[arg(long, value_name = "TEXT")]
    pub licence: Option<Text>,
    /// The line of attribution that the licence asks for.
    #[arg(long, value_name = "TEXT")]
    pub credit: Option<Text>,
}

impl SourceOptions {
    /// What a record says.
    fn recorded(record: &DataRecord) -> Self {
        let Some(source) = record.source.as_ref().map(|source| &source.value) else { return Self::default() };
        Self {
            title: value(source.title.as_ref()),
            publisher: value(source.publisher.as_ref()),
            url: value(source.url.as_ref()),
            date: value(source.date.as_ref()),
            licence: value(source.licence.as_ref()),
            credit: value(source.credit.as_ref()),
        }
    }

    /// The same, published on this day.
    pub(super) fn published(&self, date: Option<PartialDate>) -> Self {
        Self { date: date.or(self.date), ..self.clone() }
    }

    /// What was said, and where nothing was, what is known already.
    pub(super) fn or(self, known: Self) -> Self {
        Self {
            title: self.title.or(known.title),
            publisher: self.publisher.or(known.publisher),
            url: self.url.or(known.url),
            date: self.date.or(known.date),
            licence: self.licence.or(known.licence),
            credit: self.credit.or(known.credit),
        }
    }

    /// Ok when all is said that has to stand beside a table; `own` are further options, and whether they are missing.
    ///
    /// # Errors
    /// Names the options by which could be said what nothing says.
    pub(super) fn all_said(&self, file: &Path, what: &str, own: &[(bool, &'static str)]) -> Result<(), ImportError> {
        let needed = [
            (self.title.is_none(), "--source-title"),
            (self.publisher.is_none(), "--publisher"),
            (self.licence.is_none(), "--licence"),
            (self.credit.is_none(), "--credit"),
        ];
        let all = own.iter().chain(&needed).filter(|(missing, _)| *missing);
        let mut missing: Vec<&str> = all.map(|(_, option)| *option).collect();
        if missing.contains(&"--title") {
            // It will do for that of the source.
            missing.retain(|option| *option != "--source-title");
        }
        if missing.is_empty() {
            return Ok(());
        }
        let message = format!("nothing says what {what}: {}", missing.join(", "));
        let help = "give these options; what they say is printed wherever the table is used";
        Err(ImportError::about(file, Code::MissingKey, message, help))
    }
}

/// The value of a field that is well formed.
pub(super) fn value<T: Clone>(field: Option<&Field<T>>) -> Option<T> {
    field.and_then(|At { value, .. }| value.0.as_ref().ok()).cloned()
}

/// What the numbers of a table of figures say, as far as it was said.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct FigureWords {
    /// What they count: people (when left out; fewer than 10 are never shown), count, percent or pounds.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<FigureUnit>,
    /// The words between the number and the date: “people borrowed a book”, “of all homes stood empty”.
    #[arg(long, value_name = "WORDS")]
    pub says: Option<Text>,
    /// The same after the number 1: “library was open”.
    #[arg(long, value_name = "WORDS")]
    pub says_one: Option<Text>,
    /// The year, month or day of which they speak: 2030, 2030-05 or 2030-05-31.
    #[arg(long, value_name = "DATE")]
    pub date: Option<PartialDate>,
    /// Their publisher rounded them, so the page says “about”.
    #[arg(long)]
    pub rounded: bool,
}

impl FigureWords {
    /// What a record says.
    fn recorded(record: &DataRecord) -> Self {
        let Some(figure) = record.figure.as_ref().map(|figure| &figure.value) else { return Self::default() };
        Self {
            unit: value(figure.unit.as_ref()),
            says: value(figure.says.as_ref()),
            says_one: value(figure.says_one.as_ref()),
            date: value(figure.date.as_ref()),
            rounded: figure.rounded.as_ref().is_some_and(|at| at.value),
        }
    }

    /// What was said, and where nothing was, what is known already.
    pub(super) fn or(self, known: Self) -> Self {
        Self {
            unit: self.unit.or(known.unit),
            says: self.says.or(known.says),
            says_one: self.says_one.or(known.says_one),
            date: self.date.or(known.date),
            rounded: self.rounded || known.rounded,
        }
    }
}

/// What an import knows of the record beside a table.
#[derive(Debug, Default)]
pub(super) struct Provenance {
    pub(super) title: Option<Text>,
    /// What the numbers say, of figures.
    pub(super) figure: FigureWords,
    pub(super) source: SourceOptions,
    pub(super) permission: Option<Text>,
    pub(super) boundaries: Option<Text>,
    /// The names of the files that were read.
    pub(super) files: Vec<Text>,
    /// How many there are of what.
    pub(super) counts: Vec<(String, u32)>,
}

/// A key with its value, and the group in which it stands.
type KeyValue = (Option<&'static str>, &'static str, Value);

impl Provenance {
    /// What a record says of it.
    pub(super) fn recorded(record: &DataRecord) -> Self {
        let imported = record.imported.as_ref().map(|imported| &imported.value);
        let files = imported.and_then(|imported| imported.files.as_ref()).into_iter().flatten();
        let counts = imported.and_then(|imported| imported.counts.as_ref()).into_iter().flatten();
        let count = |count: &At<CountRecord>| {
            Some((value(count.value.of.as_ref())?.to_string(), count.value.n.as_ref()?.value))
        };
        Self {
            title: value(record.title.as_ref()),
            figure: FigureWords::recorded(record),
            source: SourceOptions::recorded(record),
            permission: record.source.as_ref().and_then(|source| value(source.value.permission.as_ref())),
            boundaries: value(record.boundaries.as_ref()),
            files: files.filter_map(|file| value(Some(file))).collect(),
            counts: counts.filter_map(count).collect(),
        }
    }

    /// The text of a new record.
    pub(super) fn to_yaml(&self, kind: DataKind) -> String {
        let mut yaml = format!("kind: {}\n", kind.word());
        let mut open = None;
        for (group, key, value) in self.entries() {
            if group != open {
                yaml += &group.map(|group| format!("{group}:\n")).unwrap_or_default();
                open = group;
            }
            let indent = if group.is_some() { "  " } else { "" };
            match value {
                Value::List(items) => {
                    let lines = items.iter().map(|item| format!("{indent}  - {}\n", item.to_block()));
                    yaml += &format!("{indent}{key}:\n{}", lines.collect::<String>());
                }
                value => yaml += &format!("{indent}{key}: {}\n", value.to_block()),
            }
        }
        yaml
    }

    /// What is to be changed in a record: the keys of which more is known now. All else stays as a person wrote it.
    pub(super) fn changes(&self, record: &DataRecord) -> Vec<Change> {
        let known = Self::recorded(record).entries();
        let new: Vec<KeyValue> = self.entries().into_iter().filter(|entry| !known.contains(entry)).collect();
        let lacks = |group: &str| match group {
            "figure" => record.figure.is_none(),
            "source" => record.source.is_none(),
            _ => record.imported.is_none(),
        };
        let mut changes: Vec<Change> = Vec::new();
        let mut groups: BTreeMap<&'static str, Vec<(&'static str, Value)>> = BTreeMap::new();
        for (group, key, value) in new {
            match group {
                Some(group) if lacks(group) => groups.entry(group).or_default().push((key, value)),
                Some(group) => changes.push(set(Place::InMap(group), key, value)),
                None => changes.push(set(Place::Root, key, value)),
            }
        }
        changes.extend(groups.into_iter().map(|(group, entries)| set(Place::Root, group, Value::Map(entries))));
        changes
    }

    /// All that is known, in the order of a new record.
    fn entries(&self) -> Vec<KeyValue> {
        let text = |text: &Text| Value::text(text.as_str());
        let (figure, source) = (&self.figure, &self.source);
        // In quotes, whatever it is: a year is a name here.
        let quoted = |text: &Text| Value::plain(serde_json::Value::from(text.as_str()));
        let count =
            |(of, n): &(String, u32)| Value::Map(vec![("of", Value::text(of.as_str())), ("n", Value::plain(n))]);
        let list = |values: Vec<Value>| (!values.is_empty()).then_some(Value::List(values));
        let all = [
            (None, "title", self.title.as_ref().map(text)),
            (Some("figure"), "unit", figure.unit.map(|unit| Value::plain(unit.word()))),
            (Some("figure"), "says", figure.says.as_ref().map(text)),
            (Some("figure"), "says_one", figure.says_one.as_ref().map(text)),
            (Some("figure"), "date", figure.date.map(Value::plain)),
            (Some("figure"), "rounded", figure.rounded.then(|| Value::plain(true))),
            (Some("source"), "title", source.title.as_ref().map(text)),
            (Some("source"), "publisher", source.publisher.as_ref().map(text)),
            (Some("source"), "url", source.url.as_ref().map(|url| Value::text(url.as_str()))),
            (Some("source"), "date", source.date.map(Value::plain)),
            (Some("source"), "licence", source.licence.as_ref().map(text)),
            (Some("source"), "credit", source.credit.as_ref().map(text)),
            (Some("source"), "permission", self.permission.as_ref().map(text)),
            (None, "boundaries", self.boundaries.as_ref().map(quoted)),
            (Some("imported"), "files", list(self.files.iter().map(text).collect())),
            (Some("imported"), "counts", list(self.counts.iter().map(count).collect())),
        ];
        all.into_iter().filter_map(|(group, key, value)| Some((group, key, value?))).collect()
    }
}

/// Gives a key a value; a new one stands after those that come before it in a new record.
fn set(place: Place, key: &'static str, value: Value) -> Change {
    let after: &[&str] = match place {
        Place::Root => &["kind", "title", "figure", "source", "boundaries"],
        _ => &[],
    };
    Change::Set { place, key, value, after }
}

/// The names of files, without their folders.
pub(super) fn names<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Vec<Text> {
    let names = paths.into_iter().filter_map(|path| path.file_name()?.to_string_lossy().parse().ok());
    names.collect()
}
