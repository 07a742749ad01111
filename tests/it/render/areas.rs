//! What people vote in has the name that fits the election.

use hustings::country::uk::{AreaKind, area_kind};

use super::{base, holds, rendered, text};
use crate::support::SiteFixture;

/// The base site with its election under another id; its ballots keep theirs.
fn named(id: &str) -> SiteFixture {
    let mut site = SiteFixture::bare();
    let base = base();
    for file in ["hustings.yaml", "content/questions/duck-pond.md"] {
        site = site.file(file, std::fs::read(base.path(file)).expect("a record of the base site"));
    }
    let election = "name: Test elections\ndate: 2031-05-01\nquestions:\n  - question: duck-pond\n";
    let ballot = format!("id: {}\narea: {{name: Pond Lane}}\ncandidates: []\n", id.replacen('.', ".pond-lane.", 1));
    site.file(&format!("candidates/{id}/election.yaml"), format!("id: {id}\n{election}"))
        .file(&format!("candidates/{id}/pond-lane.yaml"), ballot)
}

#[test]
fn an_id_tells_in_what_people_vote() {
    use AreaKind::{Area, Constituency, Region, Ward};
    for (id, year, kind) in [
        ("parl.2024-07-04", 2024, Constituency),
        ("parl.pond-lane.by.2031-02-06", 2031, Constituency),
        ("sp.c.2026-05-07", 2026, Constituency),
        ("sp.r.2026-05-07", 2026, Region),
        ("sp.2026-05-07", 2026, Area),
        ("senedd.r.2021-05-06", 2021, Region),
        ("senedd.2021-05-06", 2021, Area),
        ("senedd.2026-05-07", 2026, Constituency),
        ("nia.2027-05-06", 2027, Constituency),
        ("gla.c.2028-05-04", 2028, Constituency),
        ("gla.a.2028-05-04", 2028, Area),
        ("local.example.2031-05-01", 2031, Ward),
        ("mayor.example.2031-05-01", 2031, Area),
        ("pcc.2028-05-04", 2028, Area),
        ("example.2031-05-01", 2031, Area),
    ] {
        assert_eq!(area_kind(id, year), kind, "{id}");
    }
}

#[test]
fn pages_name_what_people_vote_in() {
    for (id, one, several) in [
        ("parl.2031-05-01", "constituency", "constituencies"),
        ("sp.r.2031-05-01", "region", "regions"),
        ("local.example.2031-05-01", "ward", "wards"),
        ("test.2031-05-01", "area", "areas"),
    ] {
        let site = rendered(&named(id).path(""));
        let home = text(&site, "index.html");
        holds(&text(&site, "find/index.html"), &format!("<h1>Find your {one}</h1>"));
        holds(&home, &format!("One {one} in Test elections is on this site."));
        holds(&home, &format!("All {several}, A to Z"));
        let election = text(&site, &format!("{id}/index.html"));
        holds(&election, &format!("One {one} is on this site."));
        holds(&election, &format!("All {several} in Test elections: who stands"));
        let found: Vec<_> = site.iter().filter(|(path, _)| path.as_str().ends_with(".html")).collect();
        for (path, bytes) in found {
            let page = String::from_utf8_lossy(bytes);
            assert!(!page.contains("{ unit"), "{path} shows a gap");
            assert!(!page.contains("Find your seat"), "{path} speaks of a seat");
        }
    }
}

#[test]
fn a_record_says_that_a_local_election_is_in_divisions() {
    let id = "local.example.2031-05-01";
    let file = format!("candidates/{id}/election.yaml");
    let site = rendered(&named(id).replace(&file, "questions:", "votes_in: division\nquestions:").path(""));
    holds(&text(&site, "find/index.html"), "<h1>Find your division</h1>");
    holds(&text(&site, &format!("{id}/index.html")), "<h2>Divisions from A to Z</h2>");
}

#[test]
fn with_elections_of_several_kinds_each_has_its_own_word_and_the_site_says_area() {
    let id = "parl.2031-05-01";
    let second =
        "id: local.example.2031-05-08\nname: Local election\ndate: 2031-05-08\nquestions: [{question: duck-pond}]\n";
    let site = rendered(&named(id).file("candidates/local.example.2031-05-08/election.yaml", second).path(""));
    let election = text(&site, &format!("{id}/index.html"));
    holds(&text(&site, "find/index.html"), "<h1>Find your area</h1>");
    holds(&election, "<h2>Constituencies from A to Z</h2>");
    holds(&text(&site, "local.example.2031-05-08/index.html"), "No wards are on this site yet.");
    let home = text(&site, "index.html");
    holds(&home, "One constituency in Test elections is on this site.");
    holds(&home, "All areas, A to Z");
}

#[test]
fn a_theme_may_use_the_word_in_its_own_messages() {
    let site = named("parl.2031-05-01")
        .replace("hustings.yaml", "title:", "theme: own\ntitle:")
        .file("themes/own/lang/en.ftl", "nav-seats = Which { unit }? ({ $unit })\n");
    holds(&text(&rendered(&site.path("")), "index.html"), "Which constituency? (constituency)</a>");
}
