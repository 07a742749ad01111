//! Ballots of lists, with people who stand beside them.

use super::fixture::{SECOND, Site, list};

fn row(id: &str, name: &str, party: [&str; 2], place: &str) -> Vec<String> {
    let cells = [("id", id), ("name", name), ("party_id", party[0]), ("party_name", party[1])];
    let more = [("party_list_position", place), ("party_lists_in_use", "True"), ("seats_contested", "11")];
    cells.iter().chain(&more).map(|(column, value)| format!("{column}={value}")).collect()
}

fn csv(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    list(SECOND, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

const HARBOUR: [&str; 2] = ["PP9001", "Harbour Alliance"];
const ALONE: [&str; 2] = ["ynmp-party:2", "Independent"];

fn rows() -> Vec<Vec<String>> {
    vec![
        row("1", "Ann Last", HARBOUR, "10"),
        row("2", "Zoe First", HARBOUR, "2"),
        row("3", "Bo Meadow", ["PP9002", "Brook Party"], "1"),
        row("4", "Al Alone", ALONE, ""),
        row("5", "Abe Apart", ALONE, "1"),
    ]
}

#[test]
fn independents_need_no_place_and_the_ballot_is_one_of_lists() {
    let site = Site::new();
    let outcome = site.import(&csv(&rows()));
    let ballot = site.ballot();
    assert!(ballot.contains("seats: 11\nkind: lists\ncandidates:\n"), "{ballot}");
    assert!(!outcome.to_string().contains("gives no place"), "{outcome}");
    let people: Vec<&str> = ballot.lines().filter_map(|line| line.strip_prefix("  - person: ")).collect();
    assert_eq!(people, ["3", "2", "1", "4", "5"]);
    assert_eq!(ballot.matches("list_position:").count(), 3, "{ballot}");
    assert_eq!(site.errors(), []);
    let before = site.files();
    site.import(&csv(&rows()));
    assert_eq!(site.files(), before);
}

#[test]
fn a_ballot_on_record_becomes_one_of_lists_without_places_for_independents() {
    let site = Site::new();
    let mut first = rows();
    first[0] = row("1", "Ann Last", HARBOUR, "");
    let outcome = site.import(&csv(&first));
    assert!(outcome.to_string().contains("line 2 gives no place on its list"), "{outcome}");
    assert!(site.ballot().contains("order: family_name\n") && !site.ballot().contains("kind:"));
    site.import(&csv(&rows()));
    assert!(site.ballot().contains("kind: lists\n") && !site.ballot().contains("order:"), "{}", site.ballot());
    let mut more = rows();
    more.push(row("6", "Cy New", HARBOUR, "3"));
    site.import(&csv(&more));
    let ballot = site.ballot();
    let at = |id: &str| ballot.find(&format!("person: {id}\n")).unwrap();
    assert!(at("6") > at("2"), "{ballot}");
    assert_eq!(site.errors(), []);
}
