//! The JSON Schemas agree with the records that the program itself writes.

use std::collections::BTreeSet;

use hustings::load::RecordKind;
use serde_json::Value;

use crate::json_schema::breaks;
use crate::support::{SiteFixture, files_under, hustings, kinds, project, schema};

fn follows(kind: &str, record: &Value) -> bool {
    breaks(&schema(kind), record).is_empty()
}

/// The kind of record in a file; none in a picture or table.
fn kind_of(file: &str) -> Option<&'static str> {
    let kind = RecordKind::of(file)?;
    let (_, ending) = kind.place().rsplit_once('.')?;
    file.ends_with(ending).then_some(kind.word())
}

/// The record of a YAML file, or of another file's front matter.
fn record(file: &str, text: &str) -> Value {
    let yaml = match file.ends_with(".md") || file.ends_with(".txt") {
        true => text.split("---\n").nth(1).expect("front matter"),
        false => text,
    };
    // As YAML 1.2 has it, in which “yes” is a text.
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(yaml, options).unwrap_or_else(|e| panic!("{file}: {e}"))
}

#[test]
fn the_starter_follows_every_schema() {
    let root = project().join("src/desk/new_site/starter");
    let mut seen = BTreeSet::new();
    for file in files_under(&root) {
        let Some(kind) = kind_of(&file) else { continue };
        let text = std::fs::read_to_string(root.join(&file)).expect("UTF-8");
        assert_eq!(breaks(&schema(kind), &record(&file, &text)), [""; 0], "{file}");
        seen.insert(kind);
    }
    assert_eq!(seen, kinds().collect(), "the starter has a record of every kind");
}

#[test]
fn an_unknown_key_breaks_the_schema() {
    let page = record("page", "title: A page\ntitel: a slip\n");
    assert!(!follows("page", &page));
}

#[test]
fn a_missing_key_breaks_the_schema() {
    assert!(!follows("page", &record("page", "description: no title\n")));
}

#[test]
fn ids_may_be_numbers() {
    let ask = "id: 1\ndate: 2031-04-01\ndeadline: 2031-04-09\nhow: by letter\nquestions: [{question: 7}]\n\
               ballots: [{ballot: 3, people: [4372]}]\n";
    assert!(follows("ask", &record("ask", ask)));
}

#[test]
fn a_derived_word_breaks_the_schema() {
    let round = |outcome: &str| {
        let exception = format!("{{person: 1, outcome: {outcome}, because: it came back}}");
        record(
            "ask",
            &format!(
                "id: a\ndate: 2031\ndeadline: 2031\nhow: by letter\nquestions: []\nballots: []\nexceptions: [{exception}]\n"
            ),
        )
    };
    assert!(follows("ask", &round("not_reached")));
    assert!(!follows("ask", &round("no_reply")));
}

#[test]
fn all_schemas_are_written_into_a_folder() {
    let site = SiteFixture::bare();
    hustings().arg("schema").arg("--out").arg(site.path("schemas")).assert().success();
    let expected: BTreeSet<String> = kinds().map(|kind| format!("{kind}.json")).collect();
    assert_eq!(files_under(&site.path("schemas")).into_iter().collect::<BTreeSet<_>>(), expected);
    let written = std::fs::read(site.path("schemas/party.json")).expect("the schema of parties");
    assert_eq!(serde_json::from_slice::<Value>(&written).expect("JSON"), schema("party"));
}

#[test]
fn a_schema_without_a_name_is_a_wrong_usage() {
    hustings().arg("schema").assert().code(2);
    hustings().args(["schema", "poster"]).assert().code(2);
}

#[test]
fn a_word_for_true_that_is_a_text_breaks_the_schema_and_the_record_alike() {
    let file = "candidates/test.2031-05-01/election.yaml";
    for (word, good) in [("true", true), ("False", true), ("yes", false), ("on", false)] {
        let site = SiteFixture::base().replace(file, "fictional: true", &format!("fictional: {word}"));
        let text = std::fs::read_to_string(site.path(file)).expect("UTF-8");
        assert_eq!(follows("election", &record(file, &text)), good, "{word}");
        let found: Vec<String> = site.check().into_iter().map(|found| found.help).collect();
        assert_eq!(found.is_empty(), good, "{word}: {found:?}");
        assert!(found.iter().all(|help| help.contains("write true or false")), "{word}: {found:?}");
    }
}
