//! `docs/record-format.md` documents every key, and the site in it builds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::support::{KINDS, SiteFixture, project, schema};

pub(crate) fn document() -> String {
    fs::read_to_string(project().join("docs/record-format.md")).expect("docs/record-format.md")
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
    for kind in KINDS {
        let own = documented(sections[kind]);
        let missing: Vec<String> =
            properties_of(kind).into_iter().filter(|key| !own.contains(key) && !shared.contains(key)).collect();
        assert!(missing.is_empty(), "docs/record-format.md says nothing of {missing:?} under “{kind}”");
    }
}

#[test]
fn every_documented_key_exists() {
    let text = document();
    let all: BTreeSet<String> = KINDS.into_iter().flat_map(properties_of).collect();
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
    assert!(files.len() >= KINDS.len(), "{} files", files.len());
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
