//! Elections, ballots and people that would show one name are told apart, and reported where only a program tells them.

use super::{BALLOT, PAGE, base, between, holds, html, rendered, text};
use crate::support::SiteFixture;

const ELECTION: &str = "test.2031-05-01/index.html";

fn ballot(id: &str, keys: &str, people: &str) -> String {
    format!("id: {id}\narea: {{name: Pond Lane, gss: E14999999}}\n{keys}candidates:\n{people}")
}

fn person(id: u32, name: &str, party: &str) -> String {
    format!("  - {{person: {id}, name: {name}, party: {party}}}\n")
}

/// The base site with a by-election in the ward that votes anyway.
fn by_election() -> SiteFixture {
    let by = ballot("test.pond-lane.by.2031-05-01", "", &person(21, "Cy Third", "pp1"));
    base()
        .replace(BALLOT, "area: {name: Pond Lane}", "area: {name: Pond Lane, gss: E14999999}")
        .file("candidates/test.2031-05-01/pond-lane-by.yaml", by)
}

#[track_caller]
fn titles_are_apart(fixture: &SiteFixture) {
    let mut titles: Vec<String> = html(&rendered(&fixture.path("")))
        .iter()
        .map(|(_, page)| between(page, "<title>", "</title>").to_owned())
        .collect();
    titles.sort();
    let twice: Vec<_> = titles.array_windows().filter(|[one, next]| one == next).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

fn codes(fixture: &SiteFixture) -> Vec<String> {
    fixture.check().into_iter().map(|found| found.code).filter(|code| code == "equal-names").collect()
}

#[test]
fn a_by_election_is_called_one_wherever_it_stands() {
    let fixture = by_election();
    titles_are_apart(&fixture);
    assert_eq!(codes(&fixture), [""; 0]);
    let site = rendered(&fixture.path(""));
    holds(&text(&site, "test.2031-05-01/pond-lane-by/index.html"), "<h1>Pond Lane by-election</h1>");
    holds(&text(&site, PAGE), "<h1>Pond Lane</h1>");
    holds(&text(&site, ELECTION), ">Pond Lane by-election</a>");
    holds(&text(&site, "test.2031-05-01/pond-lane-by/21-cy-third/index.html"), "Candidate in Pond Lane by-election");
    holds(&text(&site, "compare/test.2031-05-01.js"), "[\"pond-lane-by\",\"Pond Lane by-election\"]");
    holds(&text(&site, "find/names.js"), "\"Pond Lane by-election\",\"\",\"pond-lane-by\"");
    let postcodes = base_with_postcode(fixture);
    let half = text(&rendered(&postcodes.path("")), "find/postcodes/zz1.js");
    holds(&half, "[0,\"pond-lane\"]");
    holds(&half, "[0,\"pond-lane-by\",\"Pond Lane by-election\"]");
}

fn base_with_postcode(fixture: SiteFixture) -> SiteFixture {
    fixture.file("content/data/postcodes.txt", "hustings postcodes 1\nZZ1 1 E14999999 AA\n")
}

#[test]
fn lists_and_people_of_one_area_are_told_apart_by_how_they_elect() {
    let lists = ballot(
        "test.pond-lane-lists.2031-05-01",
        "kind: lists\n",
        "  - {person: 21, name: Cy Third, party: pp1, list_position: 1}\n",
    );
    let fixture = base().file("candidates/test.2031-05-01/lists.yaml", lists);
    titles_are_apart(&fixture);
    assert_eq!(codes(&fixture), [""; 0]);
    let page = text(&rendered(&fixture.path("")), ELECTION);
    holds(&page, ">Pond Lane</a>");
    holds(&page, ">Pond Lane (party lists)</a>");
}

#[test]
fn ballots_that_nothing_but_their_ids_tells_apart_are_reported() {
    let fixture = base().file(
        "candidates/test.2031-05-01/second.yaml",
        ballot("test.second.2031-05-01", "", &person(21, "Cy Third", "pp1")),
    );
    titles_are_apart(&fixture);
    assert_eq!(codes(&fixture), ["equal-names"]);
    holds(&text(&rendered(&fixture.path("")), ELECTION), ">Pond Lane (test.second.2031-05-01)</a>");
}

#[test]
fn elections_of_one_name_are_told_apart_by_their_days() {
    let name = "id: test.2031-05-22\nname: A test\ndate: 2031-05-22\nfictional: true\n";
    let fixture = base()
        .replace("candidates/test.2031-05-01/election.yaml", "name: Test elections", "name: A test")
        .file("candidates/test.2031-05-22/election.yaml", name)
        .file(
            "candidates/test.2031-05-22/pond-lane.yaml",
            ballot("test.pond-lane.2031-05-22", "", &person(11, "Asha Example", "pp1")),
        );
    titles_are_apart(&fixture);
    assert_eq!(codes(&fixture), ["equal-names"]);
    let site = rendered(&fixture.path(""));
    holds(&text(&site, "test.2031-05-22/index.html"), "<h1>A test (22 May 2031)</h1>");
    holds(&text(&site, "test.2031-05-22/pond-lane/index.html"), "<p class=\"under\">A test, 22 May 2031.");
    holds(&text(&site, "compare/index.html"), ">A test (1 May 2031)</option>");
    holds(&text(&site, "find/words.js"), "\"A test, 22 May 2031\"");
}

#[test]
fn people_of_one_name_are_told_apart_by_their_parties_or_else_by_their_ids() {
    for (party, [first, second]) in [("pp2", ["Harbour Alliance", "Meadow Party"]), ("pp1", ["11", "21"])] {
        let fixture = base().replace(
            BALLOT,
            "  - person: 12\n",
            &format!("{}  - person: 12\n", person(21, "Asha Example", party)),
        );
        titles_are_apart(&fixture);
        assert_eq!(codes(&fixture), ["equal-names"]);
        let site = rendered(&fixture.path(""));
        for by in [first, second] {
            holds(&text(&site, PAGE), &format!(">Asha Example ({by})</a>"));
            holds(&text(&site, "find/names.js"), &format!("\"Asha Example ({by})\",\"asha-example\""));
        }
    }
}
