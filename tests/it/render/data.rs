use std::collections::BTreeMap;

use serde_json::Value;

use super::{base, rendered, starter, text};
use crate::support::{Site, SiteFixture};

type Row = BTreeMap<String, String>;

fn table(name: &str) -> Vec<Row> {
    table_of(&starter(), name)
}

pub(super) fn table_of(site: &Site, name: &str) -> Vec<Row> {
    let csv = text(site, &format!("data/{name}"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.expect("a row as wide as the head")).collect()
}

/// The first row in which a column holds a value.
fn row<'t>(table: &'t [Row], column: &str, value: &str) -> &'t Row {
    table.iter().find(|row| row[column] == value).unwrap_or_else(|| panic!("no {column} {value} in {table:#?}"))
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
    let lines = table("party-lines.csv");
    let silent = row(&lines, "mark", "silent");
    assert!(!silent["document"].is_empty() && ["claimed", "confirmed"].contains(&silent["verification"].as_str()));
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
    assert!(positions.iter().all(|row| row["evidence_title"].is_null()), "the first piece stands with the others");
}

#[test]
fn the_json_says_once_what_each_row_of_a_table_says_of_its_ballot() {
    let site = json("site.json");
    let list = |name: &str| site[name].as_array().expect("a list").clone();
    let (ballots, people) = (list("ballots"), list("candidates"));
    for (person, row) in people.iter().zip(table("candidates.csv")) {
        let of = |ballot: &&Value| ballot["ballot"] == person["ballot"];
        let [ballot] = &ballots.iter().filter(of).collect::<Vec<_>>()[..] else { panic!("one ballot of {person}") };
        assert_eq!(
            (&ballot["area"], &ballot["election_date"]),
            (&row["area"][..].into(), &row["election_date"][..].into())
        );
        assert!(person["area"].is_null() && person["election"].is_null(), "{person}");
    }
    assert!(ballots.len() < people.len());
    let ids: Vec<&Value> = ballots.iter().map(|ballot| &ballot["ballot"]).collect();
    assert!(list("positions").iter().all(|position| ids.contains(&&position["ballot"])));
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

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const PARTY: &str = "candidates/parties/pp1.yaml";
const DOCUMENT: &str = "candidates/documents/harbour-manifesto.yaml";

/// A site with guessed dates, a dispute, and a document of which only a part was read.
fn doubtful() -> SiteFixture {
    base()
        .replace(BALLOT, "supports\n        date: 2031-04-03\n", "supports\n        date: 2031-04-03\n        date_inferred: By the postmark.\n")
        .replace(
            BALLOT,
            "        checked:\n          - {by: sam, date: 2031-04-04}\n",
            "        verification: {state: disputed, because: She denies it., date: 2031-04-10, other_text: I said maybe.}\n",
        )
        .replace(PARTY, "    date: 2031-03-28\n", "    date: 2031-03-28\n    date_inferred: By the launch.\n")
        .replace(DOCUMENT, "date: 2031-03-28\n", "date: 2031-03-28\ndate_inferred: By the cover.\nnations: [wales]\nnote: A second edition.\n")
        .replace(DOCUMENT, "    whole: true\n", "    whole: false\n    part: The first page.\n    note: The rest is torn.\n")
}

#[test]
fn a_guessed_date_and_a_denial_go_out_with_the_mark() {
    let doubtful = doubtful();
    let site = rendered(&doubtful.path(""));
    let positions = table_of(&site, "positions.csv");
    let answer = row(&positions, "mark", "supports");
    assert_eq!(answer["date_inferred"], "By the postmark.");
    let denial =
        ["verification", "verification_because", "verification_date", "other_text"].map(|name| answer[name].as_str());
    assert_eq!(denial, ["disputed", "She denies it.", "2031-04-10", "I said maybe."]);
    let lines = table_of(&site, "party-lines.csv");
    let line = row(&lines, "mark", "supports");
    assert_eq!((line["date_inferred"].as_str(), line["verification_because"].as_str()), ("By the launch.", ""));
}

#[test]
fn a_document_says_how_much_of_it_was_read_and_where_it_holds() {
    let doubtful = doubtful();
    let documents = table_of(&rendered(&doubtful.path("")), "documents.csv");
    let manifesto = row(&documents, "document", "harbour-manifesto");
    let said =
        ["nations", "date_inferred", "whole", "part", "note", "document_note"].map(|name| manifesto[name].as_str());
    assert_eq!(said, ["wales", "By the cover.", "false", "The first page.", "The rest is torn.", "A second edition."]);
}

#[test]
fn a_silence_has_the_doubt_of_its_document() {
    let site = base().replace(DOCUMENT, "date: 2031-03-28\n", "date: 2031-03-28\ndate_inferred: By the cover.\n");
    let lines = table_of(&rendered(&site.path("")), "party-lines.csv");
    assert_eq!(row(&lines, "mark", "silent")["date_inferred"], "By the cover.");
}

#[test]
fn a_candidate_says_what_is_known_of_the_ballot_and_where_the_answers_are() {
    let area = "area: {name: Pond Lane}\n";
    let head = "area: {name: Pond Lane}\ncancelled: true\ncomplete: {value: false, source: A poster}\n";
    let other = "id: test.town.2031-05-01\narea: {name: Town}\ncandidates:\n  - person: 11\n    name: Asha Example\n    \
                 party: pp1\n    website: https://asha.example.org/\n    answers_in: test.pond-lane.2031-05-01\n";
    let site = base().replace(BALLOT, area, head).file("candidates/test.2031-05-01/town.yaml", other);
    let people = table_of(&rendered(&site.path("")), "candidates.csv");
    assert_eq!(people[0]["uncontested"], "false");
    let two = base().replace(BALLOT, area, "area: {name: Pond Lane}\nseats: 2\ncancelled: true\n");
    assert_eq!(table_of(&rendered(&two.path("")), "candidates.csv")[0]["uncontested"], "true");
    let told = ["cancelled", "complete", "answers_in", "website"];
    let here = row(&people, "ballot", "test.pond-lane.2031-05-01");
    assert_eq!(told.map(|name| here[name].as_str()), ["true", "false", "", ""]);
    let there = row(&people, "ballot", "test.town.2031-05-01");
    let (ballot, website) = ("test.pond-lane.2031-05-01", "https://asha.example.org/");
    assert_eq!(told.map(|name| there[name].as_str()), ["false", "", ballot, website]);
}

#[test]
fn the_json_has_a_line_for_each_record_and_no_blanks() {
    let text = text(&starter(), "data/site.json");
    let site = json("site.json");
    let lists = site.as_object().expect("lists by name").values().filter_map(Value::as_array);
    let records = lists.map(|list| list.iter().filter(|record| record.is_object()).count()).sum::<usize>();
    assert!(records > table("candidates.csv").len() + table("positions.csv").len(), "{records}");
    assert_eq!(text.lines().filter(|line| line.starts_with("{\"") && !line.starts_with("{\"title\"")).count(), records);
    assert!(text.lines().all(|line| !line.starts_with(' ')), "nothing is indented");
    assert!(!text.contains(":null") && !text.contains(":\"\""), "what there is not is left out");
}

#[test]
fn what_is_known_of_each_document_and_question_is_a_row() {
    let mentions = table("mentions.csv");
    let known = |document: &str, question: &str| {
        let row = mentions.iter().find(|row| row["document"] == document && row["question"] == question);
        let row = row.unwrap_or_else(|| panic!("no {document} and {question} in {mentions:#?}"));
        ["known", "read_by", "places", "pages", "pages_read"].map(|column| row[column].clone())
    };
    assert_eq!(known("cara-specimen-leaflet", "clock-at-night"), ["words", "", "2", "2", "1"]);
    assert_eq!(known("cara-specimen-leaflet", "library-saturdays"), ["no_words", "", "0", "2", "1"]);
    assert_eq!(known("asha-example-leaflet", "library-saturdays")[..2], ["silent", "pat"]);
    assert_eq!(known("asha-example-leaflet", "meadow-parking")[..2], ["speaks", "pat"]);
    let documents = table("documents.csv");
    let leaflet = row(&documents, "document", "cara-specimen-leaflet");
    assert_eq!([&leaflet["received"], &leaflet["page"]], ["2031-04-09", "documents/cara-specimen-leaflet/index.html"]);
}
