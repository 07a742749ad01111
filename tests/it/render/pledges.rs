//! Pledges: who signed and how we know, on a page of their own, among the answers, and in the data.

use super::{ASHA, BEN, PAGE, base, between, holds, html, lacks, page, rendered, text};
use crate::support::SiteFixture;

const PLEDGE: &str = "content/pledges/clean-pond.yaml";
const PLEDGES: &str = "pledges/index.html";
const OWN: &str = "pledges/clean-pond/index.html";
const QUESTION: &str = "questions/duck-pond/index.html";

/// A pledge that answers two questions: Ben signed a form, and Asha and two others stand on lists of other people.
const RECORD: &str = "title: Keep the pond clean
text: I will vote for a clean pond and a quiet night.
measures: [{says: The pond is cleaned each May.}]
organisers: [Example Friends of the Pond]
opened: 2031-03-10
closed: 2031-04-19
note: The two lists differ.
election: test.2031-05-01
answers:
  - {question: duck-pond, stance: supports}
  - {question: town-clock, stance: opposes}
evidence: [{title: Leaflet of the Friends}]
signatures:
  - person: 12
    capacity: Candidate in Pond Lane
    date: 2031-04-05
    entered_by: pat
    evidence:
      - {kind: signature, title: Signed form, where: our file of forms, date: 2031-04-05}
    checked: [{by: sam, date: 2031-04-06}, {by: lee, date: 2031-04-07}]
  - party: pp2
    date: 2031-04-02
    entered_by: pat
    evidence:
      - {kind: campaign, title: List of the Friends, where: page 1, date: 2031-04-02}
  - name: Gil Example
    capacity: Town councillor of the Meadow Party
    date: 2031-04-02
    entered_by: pat
    evidence:
      - {kind: news, title: Example Evening Post, where: page 3, date: 2031-04-08}
";

fn with_pledge() -> SiteFixture {
    base().file(PLEDGE, RECORD)
}

fn changed(from: &str, to: &str) -> SiteFixture {
    with_pledge().replace(PLEDGE, from, to)
}

/// What is reported when a text of the record is another: codes with line and column in the record.
fn found(from: &str, to: &str) -> Vec<String> {
    let found = changed(from, to).check().into_iter();
    found.filter(|one| one.file == PLEDGE).map(|one| format!("{} {}:{}", one.code, one.line, one.column)).collect()
}

/// What a person's page says on a question.
fn answer(page: &str, question: &str) -> String {
    between(page, &format!("id=\"q-{question}\""), "</section>").to_owned()
}

#[test]
fn a_signature_of_their_own_is_their_answer_to_all_that_the_pledge_answers() {
    assert_eq!(with_pledge().check(), []);
    let site = rendered(&with_pledge().path(""));
    let ben = text(&site, BEN);
    for (question, word) in [("duck-pond", "Yes"), ("town-clock", "No")] {
        let own = answer(&ben, question);
        holds(&own, &format!("<p>{word}</p>"));
        holds(&own, "Signed 5 April 2031.");
        holds(&own, "href=\"../../../pledges/clean-pond/index.html\">The pledge: Keep the pond clean</a>");
        holds(&own, "Signed form, our file of forms");
        holds(&own, "Confirmed by 2 other people.");
    }
    let ballot = text(&site, PAGE);
    holds(&ballot, "signed the pledge, 5 Apr");
    holds(&text(&site, "data/positions.csv"), "clean-pond");
}

#[test]
fn a_pledge_page_says_who_signed_and_how_we_know() {
    let site = rendered(&with_pledge().path(""));
    let pledge = text(&site, OWN);
    holds(&pledge, "Signed by Ben Sample. Others report more, and we have not seen those signatures.");
    holds(&pledge, "<p>Signed</p>");
    holds(&pledge, "Candidate in Pond Lane");
    holds(&pledge, "<p>Reported: signed</p>");
    holds(&pledge, "The pond is cleaned each May.");
    holds(&pledge, "Organised by Example Friends of the Pond.");
    holds(&pledge, "Leaflet of the Friends");
    holds(&text(&site, PLEDGES), "Keep the pond clean");
    holds(&text(&site, "index.html"), "<a href=\"pledges/index.html\">Pledges</a>");
    for question in [QUESTION, "questions/town-clock/index.html"] {
        holds(&text(&site, question), "A pledge on this:");
    }
}

#[test]
fn a_party_gives_a_line_and_never_an_own_word() {
    let site = rendered(&with_pledge().path(""));
    holds(&text(&site, "parties/pp2/index.html"), "Reported: Yes");
    let of_party = "  - person: 12\n    capacity: Candidate in Pond Lane\n";
    let signed = changed("  - party: pp2", "  - party: pp1").replace(PLEDGE, of_party, "  - party: pp2\n");
    let site = rendered(&signed.path(""));
    let own = answer(&text(&site, BEN), "town-clock");
    let (own, line) = own.split_once("class=\"m line").expect("a line beside the gap");
    holds(own, "No reply");
    lacks(own, "Signed");
    holds(line, "signed the pledge");
    holds(line, "No</b>");
}

#[test]
fn what_only_others_report_stays_reported_and_cannot_be_confirmed() {
    let listed = changed(
        "{kind: signature, title: Signed form, where: our file of forms, date: 2031-04-05}",
        "{kind: campaign, title: List of the Friends, where: page 1, date: 2031-04-05}",
    );
    let codes: Vec<String> = listed.check().into_iter().map(|one| one.code).collect();
    assert_eq!(codes, ["hearsay-only"]);
    let site = rendered(&listed.path(""));
    holds(&answer(&text(&site, BEN), "town-clock"), "<p>Reported: No</p>");
    let ballot = text(&site, PAGE);
    holds(&ballot, "reported: signed the pledge");
    holds(&text(&site, OWN), "Only others report who signed. We have seen no signature.");
}

#[test]
fn reports_that_differ_stand_side_by_side() {
    let pledge = page(&with_pledge(), OWN);
    let reports = between(&pledge, "<h2>What each report says</h2>", "<h2>Asked, and no signature known</h2>");
    let mut each = reports.split("<section").skip(1);
    let (friends, paper) = (each.next().expect("one report"), each.next().expect("another"));
    holds(friends, "List of the Friends");
    holds(friends, "Meadow Party</a>");
    lacks(friends, "Gil Example");
    holds(paper, "Example Evening Post");
    holds(paper, "Gil Example<br>Town councillor of the Meadow Party");
    lacks(paper, "Meadow Party</a>");
    let one = changed("{kind: news, title: Example Evening Post", "{kind: site, title: His own page");
    lacks(&page(&one, OWN), "What each report says");
}

#[test]
fn who_was_asked_and_did_not_sign_is_named_by_seat_and_party_with_what_they_told_us() {
    let pledge = page(&with_pledge(), OWN);
    let unsigned = pledge.split_once("<h2>Asked, and no signature known</h2>").expect("people who did not sign").1;
    holds(unsigned, "Pond Lane");
    holds(unsigned, "Asha Example");
    holds(unsigned, "Harbour Alliance");
    holds(unsigned, "own reply");
    lacks(unsigned, "Ben Sample");
}

#[test]
fn nobody_who_was_not_asked_in_time_is_said_not_to_have_signed() {
    let round = "candidates/test.2031-05-01/asks/first-letter.yaml";
    let nobody = |site: SiteFixture| lacks(&page(&site, OWN), "Asha Example");
    nobody(with_pledge().replace(round, "people: [11, 12]", "people: [12]"));
    nobody(with_pledge().replace(round, "  - {question: town-clock, version: 1}\n", ""));
    nobody(with_pledge().replace(round, "deadline: 2031-04-10", "deadline: 2031-04-20"));
    nobody(with_pledge().replace(
        round,
        "ballots:",
        "exceptions: [{person: 11, outcome: not_reached, because: It bounced.}]\nballots:",
    ));
    nobody(changed("opened: 2031-03-10", "opened: 2031-03-25"));
    nobody(with_pledge().replace(
        super::BALLOT,
        "    name: Asha Example",
        "    name: Asha Example\n    status: withdrawn",
    ));
}

#[test]
fn what_is_held_back_is_nowhere_and_its_signer_is_not_said_to_be_missing() {
    let held = changed(
        "    entered_by: pat\n    evidence:\n      - {kind: signature",
        "    entered_by: pat\n    publish_after: 2031-04-25\n    evidence:\n      - {kind: signature",
    );
    let site = rendered(&held.path(""));
    lacks(&text(&site, OWN), "Ben Sample");
    holds(&answer(&text(&site, BEN), "town-clock"), "Being checked");
    for name in [PAGE, BEN, "data/signatures.csv", "data/positions.csv", "data/site.json"] {
        lacks(&text(&site, name), "Signed form");
    }
}

#[test]
fn what_was_taken_down_leaves_only_a_note() {
    let note = "takedown: {date: 2031-04-18, reason: He asked us to.}";
    let one = changed("  - person: 12\n", &format!("  - person: 12\n    {note}\n"));
    let all = with_pledge().replace(super::BALLOT, "  - person: 12\n", &format!("  - person: 12\n    {note}\n"));
    for site in [one, all] {
        let site = rendered(&site.path(""));
        for (name, page) in html(&site) {
            assert!(!page.contains("Signed form"), "{name}");
        }
        for name in ["data/signatures.csv", "data/positions.csv", "data/site.json"] {
            lacks(&text(&site, name), "Signed form");
        }
        holds(&text(&site, OWN), "Taken down");
        lacks(&text(&site, OWN), "Signed by Ben");
    }
}

#[test]
fn a_signature_counts_in_the_score_and_among_the_changes() {
    let site = rendered(&with_pledge().path(""));
    holds(&text(&site, BEN), "we have one confirmed clear answer");
    holds(&text(&site, "index.html"), "Ben Sample");
    lacks(&text(&rendered(&base().path("")), BEN), "one confirmed clear answer");
    let other = text(&site, ASHA);
    lacks(&other, "The pledge:");
}

#[test]
fn a_later_word_of_their_own_comes_before_the_signature() {
    let later = "    positions:
      - question: duck-pond
        stance: opposes
        date: 2031-04-12
        entered_by: pat
        evidence: [{kind: reply, title: Letter, where: our file, date: 2031-04-12, quote: I changed my mind.}]
";
    let site = with_pledge().replace(super::BALLOT, "    party: pp2\n", &format!("    party: pp2\n{later}"));
    let own = answer(&page(&site, BEN), "duck-pond");
    let (now, earlier) = own.split_once("<details>").expect("an earlier answer");
    holds(now, "<p>No</p>");
    holds(earlier, "The pledge: Keep the pond clean");
}

#[test]
fn the_data_has_pledges_and_signatures() {
    let site = rendered(&with_pledge().path(""));
    let pledges = text(&site, "data/pledges.csv");
    holds(&pledges, "duck-pond 1 supports; town-clock 1 opposes");
    let signatures = text(&site, "data/signatures.csv");
    holds(&signatures, "clean-pond,12,,,Candidate in Pond Lane,,signed,2031-04-05,");
    holds(&signatures, "clean-pond,,pp2,,,,signed,");
    holds(&signatures, "clean-pond,,,Gil Example,");
    holds(&text(&site, "data/site.json"), "\"signatures\":[\n{\"pledge\":\"clean-pond\",\"person\":\"12\"");
    holds(&text(&site, "data/datapackage.json"), "signatures.csv");
}

#[test]
fn what_does_not_go_together_is_reported_at_its_place() {
    assert_eq!(found("stance: opposes}", "stance: mixed}"), ["malformed 11:36"]);
    assert_eq!(found("question: town-clock", "question: town-cluck"), ["unknown-reference 11:16"]);
    assert_eq!(found("{question: town-clock,", "{question: town-clock, version: 2,"), ["wrong-version 11:37"]);
    assert_eq!(found("closed: 2031-04-19", "closed: 2031-03-01"), ["date-order 6:9"]);
    assert_eq!(found("opened: 2031-03-10", "opened: 2031-04-03"), ["date-order 22:11", "date-order 28:11"]);
    assert_eq!(found("[{title: Leaflet of the Friends}]", "[]"), ["no-evidence 1:1"]);
    assert_eq!(found("  - party: pp2\n", "  - party: pp2\n    name: Gil Example\n"), ["wrong-shape 21:5"]);
    assert_eq!(found("  - party: pp2\n    date", "  - date"), ["missing-key 21:5"]);
    assert_eq!(found("    capacity: Town councillor of the Meadow Party\n", ""), ["missing-key 26:5"]);
    assert_eq!(found("  - party: pp2", "  - person: 12"), ["duplicate-id 21:5"]);
    assert_eq!(found("  - person: 12", "  - person: 13"), ["unknown-reference 14:13"]);
    assert_eq!(found("kind: signature", "kind: manifesto"), ["not-own-word 19:16"]);
    assert_eq!(
        found("    capacity: Candidate", "    nations: [wales]\n    capacity: Candidate"),
        ["wrong-shape 15:15"]
    );
}

#[test]
fn a_map_of_answers_is_told_how_to_be_written() {
    let site = changed(
        "answers:\n  - {question: duck-pond, stance: supports}\n  - {question: town-clock, stance: opposes}\n",
        "answers: {duck-pond: supports}\n",
    );
    let found = site.check().into_iter().find(|one| one.file == PLEDGE).expect("an error");
    assert!(found.help.contains("answers: [{question: duck-pond, stance: supports}]"), "{}", found.help);
}

#[test]
fn a_pledge_without_answers_changes_no_scorecard() {
    let none = changed(
        "answers:\n  - {question: duck-pond, stance: supports}\n  - {question: town-clock, stance: opposes}\n",
        "",
    );
    let site = rendered(&none.path(""));
    holds(&text(&site, OWN), "Signed by Ben Sample.");
    lacks(&text(&site, OWN), "Asked, and no signature known");
    lacks(&text(&site, PAGE), "signed the pledge");
}

#[test]
fn a_site_without_pledges_says_nothing_of_any() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().contains("pledge") || path.as_str().contains("signature")));
    for (_, page) in html(&site) {
        lacks(&page, "pledges/");
    }
}

#[test]
fn a_pledge_is_told_in_further_languages() {
    let site = changed(
        "evidence: [{title: Leaf",
        "translations: {cy: {title: Pwll glân, text: Pwll glân i bawb.}}\nevidence: [{title: Leaf",
    )
    .replace("hustings.yaml", "title:", "languages: [en, cy]\ntitle:");
    let page = page(&site, "cy/pledges/clean-pond/index.html");
    holds(&page, "<h1>Pwll glân</h1>");
    holds(&page, "Llofnodwyd gan");
}
