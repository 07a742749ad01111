//! A candidate whose party does not support them any more.

use super::{ASHA, BALLOT, PAGE, attribute, base, between, holds, lacks, page, rendered, text};
use crate::support::SiteFixture;

const SUPPORT: &str = "    party: pp1
    support_withdrawn:
      date: 2031-04-18
      says: The party says that it will not campaign for her.
      evidence:
        - kind: news
          title: Pond Gazette
          date: 2031-04-18
          url: https://gazette.example.org/asha
          archived: https://archive.example.org/asha
          quote: We no longer stand behind this candidate.
";

/// The base site, in which the party of the first candidate has dropped her.
fn dropped() -> SiteFixture {
    base().replace(BALLOT, "    party: pp1\n", SUPPORT)
}

const SAID: &str = "Harbour Alliance has withdrawn its support (18 April 2031). We do not show its line here.";

#[test]
fn ballot_and_person_say_so_with_the_source() {
    assert_eq!(dropped().check(), []);
    for name in [PAGE, ASHA] {
        let page = page(&dropped(), name);
        holds(&page, SAID);
        holds(&page, "In our words: The party says that it will not campaign for her.");
        assert!(attribute(&page, "href").contains(&"https://gazette.example.org/asha"), "{page}");
    }
    holds(&page(&dropped(), ASHA), "We no longer stand behind this candidate.");
}

#[test]
fn the_partys_line_stands_nowhere_beside_the_candidate() {
    holds(&page(&base(), PAGE), "Party line, Harbour Alliance");
    holds(&page(&base(), PAGE), "We read the manifesto of one of their parties.");
    for name in [PAGE, ASHA] {
        lacks(&page(&dropped(), name), "Party line, Harbour Alliance");
    }
    lacks(&page(&dropped(), PAGE), "We read the manifesto");
    lacks(&page(&dropped(), ASHA), "Party lines");
    lacks(&page(&dropped(), "compare/test.2031-05-01/pond-lane.js"), "<small>party:");
    holds(&page(&dropped(), "parties/pp1/index.html"), "Pond Lane: Asha Example (the party has withdrawn its support)");
}

#[test]
fn comparison_and_data_say_so_too() {
    let site = rendered(&dropped().path(""));
    holds(&text(&site, "compare/test.2031-05-01/pond-lane.js"), SAID);
    let csv = text(&site, "data/candidates.csv");
    let told =
        "2031-04-18,The party says that it will not campaign for her.,Pond Gazette,https://gazette.example.org/asha";
    holds(&csv, told);
    holds(&text(&site, "data/site.json"), "\"support_withdrawn\":\"2031-04-18\"");
}

#[test]
fn a_source_on_paper_leads_to_the_persons_page() {
    let url = "          url: https://gazette.example.org/asha\n          archived: https://archive.example.org/asha\n";
    let fixture = dropped().replace(BALLOT, url, "          where: page 3\n");
    let ballot = page(&fixture, PAGE);
    let details = between(&ballot, "<summary>Asha Example</summary>", "</details>");
    let source = between(details, SAID, "</p>");
    assert_eq!(attribute(source, "href"), [format!("../../{ASHA}#support")]);
    holds(&page(&fixture, ASHA), "id=\"support\"");
}
