//! The diary of leaflets: what came, what was looked for in it, and what was found.

use super::{base, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";
const LEAFLET: &str = "candidates/documents/asha-leaflet.yaml";
const DIARY: &str = "leaflets/index.html";

const RECORD: &str = "id: asha-leaflet
title: Asha for Pond Lane
kind: leaflet
election: test.2031-05-01
person: 11
received: {date: 2031-04-08, outcode: ZZ1, ballots: [test.pond-lane.2031-05-01], how: through the door}
readings:
  - by: pat
    date: 2031-04-09
    seen: original
    whole: true
    looked_for: [duck-pond, town-clock]
    found: [duck-pond]
    topics: [bandstand, bins]
    topics_found: [bins]
    sides: {seen: 2, all: 2}
    imprint: seen
";

const TOPICS: &str = "topics:
  - {id: bandstand, name: the bandstand}
  - {id: bins, name: the bins}
questions:
";

fn with_leaflet() -> SiteFixture {
    base().replace(ELECTION, "questions:\n", TOPICS).file(LEAFLET, RECORD)
}

/// What is reported when a text of the record is another.
fn reported(from: &str, to: &str) -> Vec<String> {
    let found = with_leaflet().replace(LEAFLET, from, to).check();
    found.into_iter().map(|found| format!("{} {}", found.place_and_code(), found.message)).collect()
}

#[test]
fn a_leaflet_stands_in_the_diary_by_day_by_area_and_by_party() {
    assert_eq!(with_leaflet().check(), []);
    let site = rendered(&with_leaflet().path(""));
    let diary = text(&site, DIARY);
    holds(
        &diary,
        "<li id=\"asha-leaflet\"><a class=\"src\" href=\"../documents/asha-leaflet/index.html\">Asha for Pond Lane</a>",
    );
    holds(&diary, "Received 8 April 2031 in Pond Lane, ZZ1, through the door.");
    holds(&diary, "Looked for: Clean the pond? Clock at night? Found: Clean the pond?");
    holds(&diary, "2 of 2 sides seen. It says who published it.");
    holds(&diary, "Looked for besides: the bandstand, the bins. Found: the bins.");
    holds(&diary, ">Pond Lane</a>: <a href=\"#asha-leaflet\">");
    holds(&diary, ">Harbour Alliance</a>: <a href=\"#asha-leaflet\">");
    holds(&text(&site, "documents/asha-leaflet/index.html"), "Looked for besides: the bandstand, the bins.");
    holds(&text(&site, "documents/index.html"), "href=\"../leaflets/index.html\">Diary of leaflets</a>");
    let data = text(&site, "data/documents.csv");
    holds(&data, ",bandstand bins,bins,2,2,seen,");
    holds(&data, ",2031-04-08,ZZ1,");
}

#[test]
fn a_site_without_a_leaflet_has_no_diary() {
    let site = rendered(&base().path(""));
    assert!(site.iter().all(|(name, _)| !name.as_str().starts_with("leaflets")), "no diary");
    lacks(&text(&site, "documents/index.html"), "leaflets/index.html");
}

#[test]
fn what_somebody_else_described_is_told_as_that() {
    let told = with_leaflet()
        .replace(LEAFLET, "seen: original\n    whole: true", "seen: described")
        .replace(LEAFLET, "    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]\n", "")
        .replace(LEAFLET, "topics_found: [bins]", "topics_found: []");
    let diary = text(&rendered(&told.path("")), DIARY).clone();
    holds(&diary, "We have not seen it: somebody else described it.");
    holds(&diary, "They found nothing of that, as far as they could see.");
    lacks(&diary, "Looked for besides");
}

#[test]
fn slips_are_reported_at_their_place() {
    let at =
        |line: u32, column: u32, code: &str, message: &str| vec![format!("{LEAFLET}:{line}:{column} {code} {message}")];
    let topic = "test.2031-05-01 has no topic “bandstnd”";
    assert_eq!(reported("[bandstand, bins]", "[bandstnd, bins]"), at(14, 14, "unknown-reference", topic));
    let unlooked = "“bandstand” was found but is not among “topics”";
    let found = reported(
        "topics: [bandstand, bins]\n    topics_found: [bins]",
        "topics: [bins]\n    topics_found: [bandstand]",
    );
    assert_eq!(found, at(15, 20, "found-unlooked", unlooked));
    assert_eq!(reported("seen: 2, all: 2", "seen: 3, all: 2"), at(16, 12, "malformed", "3 sides were seen of 2"));
    let part = "the whole was read, and 1 of its 2 sides were seen";
    assert_eq!(reported("seen: 2, all: 2", "seen: 1, all: 2"), at(16, 12, "malformed", part));
    let unseen = "nobody can tell that there is no imprint on a document that was only described to us";
    let told = reported(
        "seen: original\n    whole: true\n    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]",
        "seen: described",
    );
    assert_eq!(told, [] as [String; 0], "that there is one may be told");
    let told = with_leaflet().replace(LEAFLET, "imprint: seen", "imprint: not_seen");
    let told = told.replace(LEAFLET, "seen: original\n    whole: true", "seen: described").check();
    assert!(told.iter().any(|found| found.message == unseen), "{told:?}");
    let whole = "“ZZ1 2AB” is not a first half of a postcode";
    assert_eq!(reported("outcode: ZZ1", "outcode: ZZ1 2AB"), at(6, 39, "malformed", whole));
    let twice = with_leaflet().replace(ELECTION, "id: bins", "id: bandstand").check();
    assert!(twice.iter().any(|found| found.code == "duplicate-id"), "{twice:?}");
}
