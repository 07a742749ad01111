//! Corrections that say what they concern: there too, in the data and in the feeds.

use super::{ASHA, PAGE, base, between, holds, lacks, rendered, text};
use crate::support::{Found, SiteFixture};

const FILE: &str = "content/corrections.yaml";
const PARTY: &str = "parties/pp1/index.html";
const NOTE: &str = "Corrected on 6 April 2031: We had misread the letter.";
const ACCOUNT: &str = "kind: claim\nabout: A net\nsays: There is a net.\nby: Example Council\n\
                       evidence: [{title: A net, publisher: Example Gazette}]\n";
const PLEDGE: &str =
    "title: Keep the pond clean\ntext: I will.\nelection: test.2031-05-01\nevidence: [{title: A leaflet}]\n";

/// The base site, whose one correction concerns something.
fn concerning(concerns: &str) -> SiteFixture {
    let because = "    because: We had misread the letter.\n";
    base()
        .replace(FILE, because, &format!("{because}    concerns: {{{concerns}}}\n"))
        .file("content/accounts/net.yaml", ACCOUNT)
        .file("content/pledges/clean-pond.yaml", PLEDGE)
}

/// Where the note stands: pages, each with how its link begins.
#[track_caller]
fn stands_on(concerns: &str, pages: &[&str]) {
    let site = rendered(&concerning(concerns).path(""));
    for (path, html) in super::html(&site) {
        let expected = pages.contains(&path.as_str());
        assert_eq!(html.contains(NOTE), expected, "{concerns} on {path}");
        if expected {
            let up = "../".repeat(path.matches('/').count());
            holds(&html, &format!("href=\"{up}corrections/index.html#c-2031-04-06\">{NOTE}</a>"));
        }
    }
}

#[test]
fn a_correction_stands_beside_what_it_concerns() {
    stands_on("person: 11, question: duck-pond", &[ASHA, PAGE, "questions/duck-pond/index.html"]);
    stands_on("document: harbour-manifesto", &["documents/harbour-manifesto/index.html"]);
    stands_on("account: net", &["accounts/net/index.html"]);
    stands_on("pledge: clean-pond", &["pledges/clean-pond/index.html"]);
    stands_on("question: town-clock", &["questions/town-clock/index.html"]);
    stands_on("page: about", &["about/index.html"]);
    let site = rendered(&concerning("party: pp1, question: duck-pond, election: test.2031-05-01").path(""));
    for page in [PARTY, PAGE, ASHA] {
        holds(&text(&site, page), NOTE);
    }
}

#[test]
fn the_note_stands_at_its_own_mark_and_the_corrections_lead_back() {
    let site = rendered(&concerning("person: 11, question: duck-pond").path(""));
    let person = text(&site, ASHA);
    holds(between(&person, "id=\"q-duck-pond\"", "</section>"), NOTE);
    assert_eq!(person.matches(NOTE).count(), 1, "{person}");
    assert_eq!(text(&site, PAGE).matches(NOTE).count(), 1);
    let all = text(&site, "corrections/index.html");
    holds(&all, "<section class=\"box\" id=\"c-2031-04-06\">");
    holds(&all, &format!("href=\"../{ASHA}#q-duck-pond\">Asha Example, “Clean the pond?”</a>"));
    // One that concerns nothing has neither.
    let plain = text(&rendered(&base().path("")), "corrections/index.html");
    lacks(&plain, "id=\"c-");
}

#[test]
fn an_answer_that_is_gone_is_corrected_all_the_same() {
    let site = rendered(&concerning("person: 12, question: duck-pond").path(""));
    let person = text(&site, super::BEN);
    holds(between(&person, "id=\"q-duck-pond\"", "</section>"), NOTE);
    holds(&text(&site, PAGE), NOTE);
}

#[test]
fn what_is_held_back_or_was_taken_off_the_site_takes_its_corrections_with_it() {
    let ballot = "candidates/test.2031-05-01/pond-lane.yaml";
    let takedown = "takedown: {date: 2031-04-11, reason: At her request.}\n";
    let one = concerning("person: 11, question: duck-pond").replace(
        ballot,
        "        entered_by: pat\n",
        &format!("        entered_by: pat\n        {takedown}"),
    );
    let all = concerning("person: 11, question: duck-pond").replace(
        ballot,
        "    party: pp1\n",
        &format!("    party: pp1\n    {takedown}"),
    );
    let held = concerning("person: 11, question: duck-pond").replace(
        ballot,
        "        entered_by: pat\n",
        "        entered_by: pat\n        publish_after: 2031-04-25\n",
    );
    let party = "candidates/parties/pp1.yaml";
    let line = "party: pp1, question: duck-pond, election: test.2031-05-01";
    let line_off =
        concerning(line).replace(party, "    entered_by: pat\n", &format!("    entered_by: pat\n    {takedown}"));
    let line_held = concerning(line).replace(
        party,
        "    entered_by: pat\n",
        "    entered_by: pat\n    publish_after: 2031-04-25\n",
    );
    for fixture in [one, all, held, line_off, line_held] {
        let fixture = fixture.replace("hustings.yaml", "title:", "base_url: https://example.org/\ntitle:");
        for (path, bytes) in rendered(&fixture.path("")) {
            assert!(!String::from_utf8_lossy(&bytes).contains("We had misread the letter"), "{path}");
        }
    }
}

#[test]
fn the_data_have_what_it_concerns() {
    let site = rendered(&concerning("person: 11, question: duck-pond").path(""));
    let csv = text(&site, "data/corrections.csv");
    let row = format!(
        "2031-04-06,Asha Example on the pond,No,Yes,We had misread the letter.,11,,duck-pond,test.2031-05-01,,,,,{ASHA}#q-duck-pond"
    );
    assert_eq!(csv.lines().nth(1), Some(row.as_str()), "{csv}");
    holds(&text(&site, "data/site.json"), "\"corrections\":[\n{\"date\":\"2031-04-06\"");
    let account = text(&rendered(&concerning("account: net").path("")), "data/corrections.csv");
    holds(&account, "We had misread the letter.,,,,,,net,,,accounts/net/index.html");
    let none = rendered(&base().without(FILE).path(""));
    assert!(!none.keys().any(|path| path.as_str() == "data/corrections.csv"));
}

#[test]
fn the_feed_of_a_ballot_tells_what_concerns_its_voters() {
    let feed = |concerns: &str| {
        let fixture = concerning(concerns).replace(
            "hustings.yaml",
            "title: A test\n",
            "title: A test\nbase_url: https://example.org/\n",
        );
        text(&rendered(&fixture.path("")), "test.2031-05-01/pond-lane/feed.atom")
    };
    let title = "<title>Correction: Asha Example on the pond</title>";
    for concerns in ["person: 11, question: duck-pond", "party: pp1, question: duck-pond, election: test.2031-05-01"] {
        let feed = feed(concerns);
        holds(&feed, title);
        holds(&feed, "href=\"https://example.org/corrections/#c-2031-04-06\"");
    }
    for concerns in ["account: net", "question: duck-pond", "page: about"] {
        lacks(&feed(concerns), title);
    }
}

/// Places, codes and remedies of what is wrong with a correction.
#[track_caller]
fn wrong(concerns: &str, place: &str, help: &str) {
    let found = concerning(concerns).check();
    let places: Vec<String> = found.iter().map(Found::place_and_code).collect();
    assert_eq!(places, [format!("{FILE}:{place}")], "{concerns}");
    assert!(found[0].help.contains(help) || found[0].message.contains(help), "{concerns}: {:?}", found[0]);
}

#[test]
fn what_is_not_there_is_reported_with_what_may_be_meant() {
    wrong("person: 13, question: duck-pond", "7:24 unknown-reference", "nobody with the id “13”");
    wrong("person: 11, question: duck-pont", "7:38 unknown-reference", "did you mean “duck-pond”?");
    wrong(
        "person: 11, question: duck-pond, election: test.2031-05-02",
        "7:59 unknown-reference",
        "did you mean “test.2031-05-01”?",
    );
    wrong(
        "party: pp3, question: duck-pond, election: test.2031-05-01",
        "7:23 unknown-reference",
        "or use one of these: pp1, pp2",
    );
    wrong("document: harbour-manifest", "7:26 unknown-reference", "did you mean “harbour-manifesto”?");
    wrong("account: nett", "7:25 unknown-reference", "did you mean “net”?");
    wrong("pledge: clean-pont", "7:24 unknown-reference", "did you mean “clean-pond”?");
    wrong("page: abut", "7:22 unknown-reference", "did you mean “about”?");
    wrong("question: duck-pont", "7:26 unknown-reference", "did you mean “duck-pond”?");
}

#[test]
fn it_concerns_exactly_one_thing() {
    wrong("person: 11", "7:24 missing-key", "question");
    wrong("party: pp1, question: duck-pond", "7:23 missing-key", "election");
    wrong("person: 11, party: pp1, question: duck-pond", "7:35 wrong-shape", "one thing");
    wrong("account: net, question: duck-pond", "7:40 wrong-shape", "name whose it is");
    wrong("question: duck-pond, election: test.2031-05-01", "7:47 wrong-shape", "name whose it is");
}

#[test]
fn who_stands_in_several_elections_needs_the_one_that_is_meant() {
    let later = |fixture: SiteFixture| {
        fixture
            .file(
                "candidates/test.2032-05-06/election.yaml",
                "id: test.2032-05-06\nname: Later elections\ndate: 2032-05-06\nfictional: true\nquestions:\n  - {question: duck-pond}\n",
            )
            .file(
                "candidates/test.2032-05-06/pond-lane.yaml",
                "id: test.pond-lane.2032-05-06\narea: {name: Pond Lane}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1}\n",
            )
    };
    let found = later(concerning("person: 11, question: duck-pond")).check();
    assert!(found.iter().any(|one| one.place_and_code() == format!("{FILE}:7:24 missing-key")), "{found:?}");
    let found = later(concerning("person: 11, question: duck-pond, election: test.2031-05-01")).check();
    assert!(!found.iter().any(|one| one.place_and_code().starts_with(FILE)), "{found:?}");
}
