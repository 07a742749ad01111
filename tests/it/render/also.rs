//! One person's pages in several elections know of each other.

use super::{ASHA, BALLOT, attribute, base, between, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const LATER: &str = "test.2031-05-22/pond-lane/11-asha-example/index.html";

/// The base site, with a later poll at which the first candidate stands again.
fn again(day: &str, candidacy: &str) -> SiteFixture {
    let election = format!("id: test.{day}\nname: Second poll\ndate: {day}\nfictional: true\n");
    let ballot = format!("id: test.pond-lane.by.{day}\narea: {{name: Pond Lane}}\ncandidates:\n  - {candidacy}\n");
    base()
        .file(&format!("candidates/test.{day}/election.yaml"), election)
        .file(&format!("candidates/test.{day}/pond-lane.yaml"), ballot)
}

const SAME: &str = "{person: 11, name: Asha Example, party: pp1}";

#[test]
fn each_page_leads_to_the_other() {
    let site = rendered(&again("2031-05-22", SAME).path(""));
    let now = text(&site, ASHA);
    holds(&now, "Also stands in Pond Lane by-election, Second poll, 22 May 2031</a>");
    assert!(attribute(&now, "href").contains(&format!("../../../{LATER}").as_str()), "{now}");
    let later = text(&site, LATER);
    holds(&later, "Also stands in Pond Lane, Test elections, 1 May 2031</a>");
    lacks(&text(&site, "test.2031-05-01/pond-lane/12-ben-sample/index.html"), "Also stands");
}

#[test]
fn a_poll_that_is_over_and_a_candidacy_that_ended_are_told_as_such() {
    let past = rendered(&again("2030-05-02", SAME).path(""));
    holds(&text(&past, ASHA), "Stood in Pond Lane by-election, Second poll, 2 May 2030</a>");
    let gone = again("2031-05-22", "{person: 11, name: Asha Example, party: pp1, status: withdrawn}");
    holds(
        &text(&rendered(&gone.path("")), ASHA),
        "Was a candidate in Pond Lane by-election, Second poll, 22 May 2031</a>",
    );
}

#[test]
fn an_id_since_given_up_is_still_the_same_person() {
    let site = again("2031-05-22", "{person: 9, name: Asha Example, party: pp1}").replace(
        BALLOT,
        "  - person: 11\n",
        "  - person: 11\n    former: [9]\n",
    );
    holds(&text(&rendered(&site.path("")), ASHA), "Also stands in Pond Lane by-election");
}

#[test]
fn within_one_election_each_candidacy_is_named_once() {
    let other = "id: test.town.2031-05-01\narea: {name: Town}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1, answers_in: test.pond-lane.2031-05-01}\n";
    let site = rendered(&base().file("candidates/test.2031-05-01/town.yaml", other).path(""));
    holds(&text(&site, ASHA), "Also stands in Town, Test elections, 1 May 2031</a>");
    let town = text(&site, "test.2031-05-01/town/11-asha-example/index.html");
    let main = between(&town, "<main", "</main>");
    assert_eq!(attribute(main, "href").iter().filter(|href| href.contains("11-asha-example")).count(), 1, "{main}");
}
