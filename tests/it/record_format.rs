//! `docs/record-format.md` documents every key, and the site in it builds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use hustings::atoms::Notation;
use hustings::load::{Declared, Key, RecordKind, Shape};
use serde_json::Value;

use crate::support::{SiteFixture, kinds, project, schema};

pub(crate) fn document() -> String {
    fs::read_to_string(project().join("docs/record-format.md")).expect("docs/record-format.md")
}

/// All declared groups of keys, by the names of their structs.
fn declared() -> BTreeMap<&'static str, &'static Declared> {
    fn look(shape: &'static Shape, all: &mut BTreeMap<&'static str, &'static Declared>) {
        match shape {
            Shape::List(item) | Shape::ByLanguage(item) => look(item, all),
            Shape::Group(declared) => {
                all.insert(declared.name, declared);
                declared.keys().for_each(|key| look(key.shape, all));
            }
            Shape::Atom(..) | Shape::Number | Shape::Boolean | Shape::Texts => {}
        }
    }
    let mut all = BTreeMap::new();
    for kind in RecordKind::ALL {
        all.insert(kind.declared().name, kind.declared());
        kind.declared().keys().for_each(|key| look(key.shape, &mut all));
    }
    all
}

/// How a value is written, in the words of the document.
fn written(shape: &Shape) -> String {
    let words = |notation: &Notation| {
        let words: Vec<String> = notation.words.iter().map(|(word, _)| format!("`{word}`")).collect();
        words.join(", ")
    };
    match shape {
        Shape::Atom(notation, _) if !notation.words.is_empty() => format!("one of {}", words(notation)),
        Shape::Atom(notation, _) => match notation.name {
            "Text" => "text".to_owned(),
            "PartialDate" => "date".to_owned(),
            "WebUrl" | "BaseUrl" => "address".to_owned(),
            "LanguageTag" => "language tag".to_owned(),
            "EmailAddress" => "e-mail address".to_owned(),
            "ElectionId" => "id of an election".to_owned(),
            name => match name.strip_suffix("Id") {
                Some(of) => format!("id of a {}", of.to_lowercase()),
                None => "id".to_owned(),
            },
        },
        Shape::Number => "number".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::List(Shape::Atom(notation, _)) if !notation.words.is_empty() => format!("list of {}", words(notation)),
        Shape::List(Shape::Atom(notation, _)) => match notation.name {
            "Text" => "list of texts".to_owned(),
            "LanguageTag" => "list of language tags".to_owned(),
            _ => "list of ids".to_owned(),
        },
        Shape::List(_) => "list, below".to_owned(),
        Shape::Group(_) => "group, below".to_owned(),
        Shape::ByLanguage(Shape::Texts) | Shape::Texts => "[translations](#translations)".to_owned(),
        Shape::ByLanguage(_) => "group of language tags".to_owned(),
    }
}

/// A row of a table: a key as it is declared.
fn row(key: &Key) -> String {
    let needed = match (key.when, key.needed, key.default) {
        (Some(when), ..) => when.to_owned(),
        (None, true, _) => "yes".to_owned(),
        (None, false, Some(default)) => format!("no: {default}"),
        (None, false, None) => "no".to_owned(),
    };
    let value = key.written.map_or_else(|| written(key.shape), ToOwned::to_owned);
    let example = key.example.map(|example| format!("`{example}` ")).unwrap_or_default();
    let meaning = key.meaning.replace('\n', " ");
    format!("| `{}` | {meaning} | {value} | {needed} | {example}|\n", key.name)
}

/// The document with each table between `<!-- keys: STRUCT [KEY…] -->` and `<!-- end -->` as it is declared.
fn with_tables(text: &str) -> String {
    let all = declared();
    let mut parts = text.split("<!-- keys: ");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (of, rest) = part.split_once(" -->").expect("a name and an end");
        let (_, rest) = rest.split_once("<!-- end -->").expect("the end of a table");
        let mut words = of.split(' ');
        let declared = all[words.next().expect("the name of a struct")];
        let wanted: Vec<&str> = words.collect();
        let keys = declared.keys().filter(|key| wanted.is_empty() || wanted.contains(&key.name));
        let rows: String = keys.map(row).collect();
        filled += &format!(
            "<!-- keys: {of} -->\n| Key | Meaning | Value | Needed | Example |\n|---|---|---|---|---|\n{rows}<!-- end -->{rest}"
        );
    }
    filled
}

#[test]
fn the_tables_are_as_the_records_are_declared() {
    let (text, path) = (document(), project().join("docs/record-format.md"));
    let filled = with_tables(&text);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &filled).expect("the page");
    }
    assert!(document() == filled, "run `UPDATE=1 cargo test --test it record_format`");
}

/// The sections of the document by their title, in small letters.
fn sections(text: &str) -> BTreeMap<String, &str> {
    let parts = text.split("\n## ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).map(|(title, body)| (title.to_lowercase(), body)).collect()
}

/// The keys in the first column of the tables of a section that have a “Needed” column.
fn documented(section: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut in_table = false;
    for line in section.lines() {
        if !line.starts_with('|') {
            in_table = false;
        } else if line.starts_with("| Key |") {
            in_table = true;
        } else if let Some(key) = line.strip_prefix("| `").and_then(|rest| rest.split_once('`')).filter(|_| in_table) {
            keys.insert(key.0.to_owned());
        }
    }
    keys
}

/// All names of properties, however deep in a schema.
fn properties(schema: &Value, names: &mut BTreeSet<String>) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        names.extend(properties.keys().cloned());
    }
    match schema {
        Value::Object(parts) => parts.values().for_each(|part| properties(part, names)),
        Value::Array(parts) => parts.iter().for_each(|part| properties(part, names)),
        _ => {}
    }
}

fn properties_of(kind: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    properties(&schema(kind), &mut names);
    names
}

#[test]
fn every_key_is_documented_in_the_section_of_its_record() {
    let text = document();
    let sections = sections(&text);
    let shared = documented(sections["shared parts"]);
    for kind in kinds() {
        let own = documented(sections[kind]);
        let missing: Vec<String> =
            properties_of(kind).into_iter().filter(|key| !own.contains(key) && !shared.contains(key)).collect();
        assert!(missing.is_empty(), "docs/record-format.md says nothing of {missing:?} under “{kind}”");
    }
}

#[test]
fn every_documented_key_exists() {
    let text = document();
    let all: BTreeSet<String> = kinds().flat_map(properties_of).collect();
    for (title, section) in sections(&text) {
        let gone: Vec<String> = documented(section).difference(&all).cloned().collect();
        assert!(gone.is_empty(), "docs/record-format.md documents {gone:?} under “{title}”, which no record has");
    }
}

/// The files of the example: a line with nothing but a path in bold, then a fenced block.
pub(crate) fn example(text: &str) -> Vec<(&str, &str)> {
    let mut files = Vec::new();
    for part in text.split("\n**`").skip(1) {
        let (name, rest) = part.split_once("`**\n\n```").expect("a path in bold, then a fenced block");
        let (_, body) = rest.split_once('\n').expect("a fenced block");
        let (body, _) = body.split_once("```\n").expect("a fenced block that ends");
        files.push((name, body));
    }
    files
}

pub(crate) fn example_site() -> SiteFixture {
    let text = document();
    let files = example(&text);
    assert!(files.len() >= kinds().len(), "{} files", files.len());
    files.iter().fold(SiteFixture::bare(), |site, (name, body)| site.file(name, body))
}

#[test]
fn the_example_checks_without_a_word() {
    assert_eq!(example_site().check(), []);
}

#[test]
fn the_example_builds() {
    let site = example_site().build();
    assert!(site.page("example.2031-05-01/pond-lane/index.html").contains("Asha Example"));
}
