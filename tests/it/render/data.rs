use std::collections::BTreeMap;

use serde_json::Value;

use super::{starter, text};

fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let csv = text(&starter(), &format!("data/{name}"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.expect("a row as wide as the head")).collect()
}

fn json(name: &str) -> Value {
    serde_json::from_str(&text(&starter(), &format!("data/{name}"))).expect("JSON")
}

#[test]
fn every_candidacy_and_every_answer_or_gap_is_a_row() {
    let people = table("candidates.csv");
    assert!(people.iter().any(|row| row["name"] == "Asha Example" && row["status"] == "standing"));
    let answers = table("positions.csv");
    for mark in
        ["supports", "opposes", "mixed", "unclear", "declined", "waiting", "no_reply", "not_reached", "not_asked"]
    {
        assert!(answers.iter().any(|row| row["mark"] == mark), "no {mark}");
    }
    for row in &answers {
        let answered = !row["verification"].is_empty();
        assert_eq!(answered, !row["evidence_kind"].is_empty(), "a mark and its evidence go together: {row:?}");
    }
}

#[test]
fn silence_of_a_document_is_a_row_of_the_party_not_of_a_person() {
    assert!(table("party-lines.csv").iter().any(|row| row["mark"] == "silent" && !row["document"].is_empty()));
    assert!(!table("positions.csv").iter().any(|row| row["mark"] == "silent"));
}

#[test]
fn the_json_holds_every_row_with_all_its_evidence() {
    let site = json("site.json");
    for (list, file) in [("candidates", "candidates.csv"), ("positions", "positions.csv"), ("lines", "party-lines.csv")]
    {
        assert_eq!(site[list].as_array().map(Vec::len), Some(table(file).len()), "{list}");
    }
    let positions = site["positions"].as_array().expect("a list");
    let answers = positions.iter().filter(|row| !row["verification"].is_null());
    assert!(answers.clone().count() > 0 && answers.clone().all(|row| !row["evidence"][0]["title"].is_null()));
}

#[test]
fn the_package_describes_every_file_and_column() {
    let package = json("datapackage.json");
    for resource in package["resources"].as_array().expect("a list") {
        let name = resource["path"].as_str().expect("a name");
        let bytes = text(&starter(), &format!("data/{name}"));
        assert_eq!(resource["bytes"].as_u64(), u64::try_from(bytes.len()).ok(), "{name}");
        if let Some(fields) = resource["schema"]["fields"].as_array() {
            let fields: Vec<_> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
            assert_eq!(bytes.lines().next(), Some(fields.join(",").as_str()), "{name}");
        }
    }
}
