//! Ballots on which voters choose lists, and people who stand beside them.

use super::{BALLOT, PAGE, base, between, holds, lacks, page, rendered, text};
use crate::support::SiteFixture;

/// People on two lists of more than nine places, out of order, and one who stands alone.
fn lists() -> SiteFixture {
    let mut file =
        "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\nseats: 3\nkind: lists\ncandidates:\n".to_owned();
    let mut add = |id: u32, party: &str, place: Option<u32>| {
        file += &format!("  - person: {id}\n    name: Person {id}\n    party: {party}\n");
        if let Some(place) = place {
            file += &format!("    list_position: {place}\n");
        }
    };
    add(30, "independent", None);
    [10, 2, 1].into_iter().for_each(|place| add(200 + place, "pp2", Some(place)));
    [1, 11, 2].into_iter().for_each(|place| add(100 + place, "pp1", Some(place)));
    let label = "id: independent\nname: Independent\nkind: independent\n";
    let ask = "id: first-letter\ndate: 2031-03-20\ndeadline: 2031-04-10\nhow: by letter\nquestions:\n  - {question: duck-pond, version: 1}\n  \
               - {question: town-clock, version: 1}\nballots:\n  - {ballot: test.pond-lane.2031-05-01, people: [30, 201, 202, 210, 101, 102, 111]}\n";
    base()
        .file(BALLOT, file)
        .file("candidates/parties/independent.yaml", label)
        .file("candidates/test.2031-05-01/asks/first-letter.yaml", ask)
}

/// The order in which the people of the fixture are shown.
const ORDER: [u32; 7] = [201, 202, 210, 101, 102, 111, 30];

fn order(text: &str, before: &str, after: &str) -> Vec<u32> {
    let names = text.split(before).skip(1).filter_map(|rest| rest.split_once(after));
    names.filter_map(|(id, _)| id.parse().ok()).collect()
}

#[test]
fn a_ballot_of_lists_stands_list_by_list_and_by_number() {
    assert_eq!(lists().check(), []);
    let site = rendered(&lists().path(""));
    let ballot = text(&site, PAGE);
    assert_eq!(order(&ballot, ">Person ", "</a>"), ORDER);
    assert_eq!(order(&text(&site, "compare/test.2031-05-01/pond-lane.js"), "\"name\":\"Person ", "\""), ORDER);
    assert_eq!(order(&text(&site, "data/candidates.csv"), ",Person ", ","), ORDER);
    holds(&ballot, "7 candidates: 2 party lists and one independent.");
}

#[test]
fn the_party_and_its_line_are_said_once_a_list_and_never_beside_who_stands_alone() {
    let ballot = page(&lists(), PAGE);
    let table = between(&ballot, "<table", "</table>");
    assert_eq!(table.matches("manifesto, 28 Mar").count(), 2, "{table}");
    assert_eq!(table.matches(">Harbour Alliance</a>").count(), 1);
    holds(table, "3 candidates on this list");
    holds(between(table, ">Person 111</a>", "</th>"), "Number 11 on the list");
    let alone = between(table, ">Person 30</a>", "</tr>");
    holds(alone, ">Independent</a>");
    lacks(alone, "Number");
    lacks(alone, "manifesto");
}

#[test]
fn who_stands_for_a_party_needs_a_place_and_who_stands_alone_has_none() {
    let without = lists().replace(BALLOT, "    list_position: 11\n", "");
    let found = without.check();
    assert!(found.iter().any(|f| f.code == "missing-key" && f.message.contains("list_position")), "{found:?}");
    let with = lists().replace(BALLOT, "    party: independent\n", "    party: independent\n    list_position: 1\n");
    let found = with.check();
    assert!(found.iter().any(|f| f.code == "malformed" && f.message.contains("no list to stand on")), "{found:?}");
}

#[test]
fn lists_are_not_in_the_order_of_family_names() {
    let found = lists().replace(BALLOT, "kind: lists\n", "kind: lists\norder: family_name\n").check();
    assert_eq!(found.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["out-of-order"]);
}

#[test]
fn who_left_the_list_or_whose_party_dropped_them_is_not_counted_among_the_partys_words() {
    let dropped = "    list_position: 2\n    support_withdrawn:\n      date: 2031-04-18\n      evidence:\n        - {kind: news, title: Gazette, date: 2031-04-18, where: page 3, says: It dropped him.}\n";
    let site = lists().replace(BALLOT, "    party: pp1\n    list_position: 2\n", &format!("    party: pp1\n{dropped}"));
    let ballot = page(&site, PAGE);
    holds(between(&ballot, ">Person 102</a>", "</tr>"), "has withdrawn its support");
    holds(between(&ballot, "<table", "</table>"), "manifesto, 28 Mar");
}
