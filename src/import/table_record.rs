use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::ImportError;
use crate::atoms::{DataKind, PartialDate, Slug, Text, WebUrl, Words as _};
use crate::diagnostic::{Code, Failure};
use crate::edit::{self, Change, FileChange, GroupPlace, Value};
use crate::load::{LARGEST_TABLE, Loaded, RecordKind, Shape, load};
use crate::yaml::Node;

/// Where imported tables live.
const TABLES: &str = "content/data";

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
    /// The licence under which you use it.
    #[arg(long, value_name = "TEXT")]
    pub licence: Option<Text>,
    /// The line of attribution that the licence asks for.
    #[arg(long, value_name = "TEXT")]
    pub credit: Option<Text>,
}

/// A site on whose records the import of a table can stand; it may correct what is wrong with an imported table.
///
/// # Errors
/// When another record has to be corrected first, or the system does not let us read.
pub(super) fn sound_site(root: &Path) -> Result<Loaded, ImportError> {
    let site = load(root)?;
    if site.found.troubled().into_iter().any(|file| !file.starts_with(TABLES)) {
        return Err(ImportError::Data { found: site.found, sources: site.sources });
    }
    Ok(site)
}

/// The record beside a table: what stands there, and what an import says anew. All else stays as a person wrote it.
pub(super) struct TableRecord<'r> {
    root: &'r Path,
    id: Slug,
    kind: DataKind,
    /// Its text, if there is one already.
    before: Option<String>,
    groups: Vec<&'static str>,
    /// What stands there, and what an import says, by keys; before a point stands the group of a key.
    recorded: BTreeMap<String, String>,
    said: BTreeMap<&'static str, Value>,
}

impl<'r> TableRecord<'r> {
    /// The record of a table, of an earlier import or a new one.
    ///
    /// # Errors
    /// When it cannot be read, or is that of another kind of table, which is not written over.
    pub(super) fn open(root: &'r Path, id: Slug, kind: DataKind) -> Result<Self, Failure> {
        let mut record =
            Self { root, id, kind, before: None, groups: Vec::new(), recorded: BTreeMap::new(), said: BTreeMap::new() };
        let path = root.join(record.file("yaml"));
        let Some(text) = present(&path)? else { return Ok(record) };
        let node = edit::read(&text).map_err(|why| cannot_change(&path, why))?;
        let kind = node.get("kind").and_then(Node::text).and_then(|word| word.parse().ok());
        if kind.is_some_and(|kind: DataKind| kind != record.kind) {
            let why = "it is the record of another kind of table";
            return Err(Failure::at(path, "cannot write", why, "give this one another name with --id"));
        }
        for (group, own) in keys() {
            let within = if group.is_empty() { Some(&node) } else { node.get(group) };
            record.groups.extend(within.map(|_| group));
            let value = within.and_then(|node| node.get(own)).filter(|value| !value.is_null()).and_then(Node::text);
            if let Some(text) = value.map(str::trim).filter(|text| !text.is_empty()) {
                record.recorded.insert(dotted(group, own), text.to_owned());
            }
        }
        record.before = Some(text);
        Ok(record)
    }

    fn file(&self, ending: &str) -> String {
        format!("{TABLES}/{}.{ending}", self.id)
    }

    /// The file of the table itself.
    pub(super) fn table_file(&self) -> String {
        self.file(self.kind.ending())
    }

    /// What stood in the record before.
    pub(super) fn recorded(&self, key: &str) -> Option<&str> {
        self.recorded.get(key).map(String::as_str)
    }

    /// What is said now, else what stood there before.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        match self.said.get(key) {
            Some(Value::Text(text) | Value::Plain(text)) => Some(text),
            Some(Value::List(_) | Value::Map(_) | Value::Entries(_) | Value::Group(_)) | None => self.recorded(key),
        }
    }

    /// Says something, where it is known.
    pub(super) fn say(&mut self, key: &'static str, text: Option<impl Display>) {
        self.said.extend(text.map(|text| (key, Value::text(text.to_string()))));
    }

    /// Says something that YAML need not put in quotes, where it is known: a number, a date, a word.
    pub(super) fn say_plain(&mut self, key: &'static str, value: Option<impl Display>) {
        self.said.extend(value.map(|value| (key, Value::plain(value))));
    }

    /// Says something unless it is said already, now or before.
    pub(super) fn default(&mut self, key: &'static str, text: Option<impl Display>) {
        if self.get(key).is_none() {
            self.say(key, text);
        }
    }

    /// Says whose the data is.
    pub(super) fn say_source(&mut self, source: &SourceOptions, published: Option<PartialDate>) {
        self.say("source.title", source.title.as_ref());
        self.say("source.publisher", source.publisher.as_ref());
        self.say("source.url", source.url.as_ref().map(WebUrl::as_str));
        self.say_plain("source.date", published);
        self.say("source.licence", source.licence.as_ref());
        self.say("source.credit", source.credit.as_ref());
    }

    /// Says which files were read, and how many there are of what.
    pub(super) fn say_imported<'p>(&mut self, files: impl Iterator<Item = &'p Path>, counts: &[(&str, u32)]) {
        let name = |path: &Path| Some(Value::text(path.file_name()?.to_string_lossy()));
        let count = |(of, n): &(&str, u32)| Value::Map(vec![("of", Value::text(*of)), ("n", Value::plain(n))]);
        self.said.insert("imported.files", Value::List(files.filter_map(name).collect()));
        self.said.insert("imported.counts", Value::List(counts.iter().map(count).collect()));
    }

    /// Ok when all is said that has to stand beside a table: whose it is, and `own` keys with the options that say them.
    ///
    /// # Errors
    /// Names the options by which the rest could be said.
    pub(super) fn require(&self, file: &Path, what: &str, own: &[(&str, &str)]) -> Result<(), ImportError> {
        let source = [
            ("source.title", "--source-title"),
            ("source.publisher", "--publisher"),
            ("source.licence", "--licence"),
            ("source.credit", "--credit"),
        ];
        let missing = own.iter().chain(&source).filter(|(key, _)| self.get(key).is_none());
        let mut missing: Vec<&str> = missing.map(|(_, option)| *option).collect();
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

    /// The files of the table and its record, as far as they differ from what is there.
    ///
    /// # Errors
    /// When the table would be too large, or a file cannot be read or changed.
    pub(super) fn changes(self, table: String) -> Result<Vec<FileChange>, Failure> {
        let (table_file, record_file) = (self.table_file(), self.file("yaml"));
        let path = self.root.join(&table_file);
        let size = table.len() as u64;
        if size > LARGEST_TABLE {
            let why = format!("it would have {size} bytes, and tables have at most {LARGEST_TABLE}");
            return Err(Failure::at(path, "cannot write", why, "import less at once"));
        }
        let record = match &self.before {
            None => self.new_text(),
            Some(text) => edit::apply(text, &self.edits(), RecordKind::Data.declared())
                .map_err(|why| cannot_change(&self.root.join(&record_file), why))?,
        };
        let changes = [(table_file, present(&path)?, table), (record_file, self.before, record)];
        let changes = changes.into_iter().filter(|(_, before, after)| before.as_ref() != Some(after));
        Ok(changes.map(|(path, before, after)| FileChange { path: path.into(), before, after }).collect())
    }

    fn new_text(&self) -> String {
        let mut yaml = format!("kind: {}\n", self.kind.word());
        let mut open = "";
        for (group, key, value) in self.all_said() {
            if group != open && !group.is_empty() {
                yaml += &format!("{group}:\n");
            }
            open = group;
            let indent = if group.is_empty() { "" } else { "  " };
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

    /// What is said now, by group and key.
    fn all_said(&self) -> impl Iterator<Item = (&'static str, &'static str, &Value)> {
        keys().filter_map(|(group, key)| Some((group, key, self.said.get(&*dotted(group, key))?)))
    }

    /// What is to be changed: the keys of which something else is known now.
    fn edits(&self) -> Vec<Change> {
        let (mut edits, mut groups) = (Vec::new(), BTreeMap::<&str, Vec<_>>::new());
        for (group, key, value) in self.all_said() {
            if matches!(value, Value::Text(text) | Value::Plain(text) if self.recorded(&dotted(group, key)) == Some(text))
            {
                continue;
            }
            let value = value.clone();
            match group {
                "" => edits.push(Change::Set { place: GroupPlace::Root, key, value }),
                group if self.groups.contains(&group) => {
                    edits.push(Change::Set { place: GroupPlace::InMap(group), key, value });
                }
                group => groups.entry(group).or_default().push((key, value)),
            }
        }
        let whole = |(key, entries)| Change::Set { place: GroupPlace::Root, key, value: Value::Map(entries) };
        edits.extend(groups.into_iter().map(whole));
        edits
    }
}

/// The keys of the record beside a table, in their order, each after the group in which it stands, if it stands in one.
fn keys() -> impl Iterator<Item = (&'static str, &'static str)> {
    RecordKind::Data.declared().keys().flat_map(|key| match key.shape {
        Shape::Group(group) => group.keys().map(|within| (key.name, within.name)).collect(),
        _ => vec![("", key.name)],
    })
}

fn dotted(group: &str, key: &str) -> String {
    if group.is_empty() { key.to_owned() } else { format!("{group}.{key}") }
}

/// What stands in a file; nothing when there is none.
pub(super) fn present(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Failure::at(path, "cannot read", e, "make the file readable, or move it away")),
    }
}

fn cannot_change(path: &Path, why: impl Display) -> Failure {
    let help = "write it in a plainer way, as docs/record-format.md shows, or move it away; then run the command again";
    Failure::at(path, "cannot change", why, help)
}
