//! A round of asking is a fact of its day: who or what came later was not part of it.

use crate::support::{Found, SiteFixture, known};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";
const ROUND: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";
const PAGE: &str = "test.2031-05-01/pond-lane/index.html";
const ASHA: &str = "test.2031-05-01/pond-lane/11-asha-example/index.html";

fn base() -> SiteFixture {
    SiteFixture::base()
}

fn mark(site: &SiteFixture, person: &str, question: &str) -> String {
    known(site, person, question).0
}

#[test]
fn who_comes_onto_the_list_later_was_not_asked() {
    let late = "  - person: 13\n    name: Cleo Trial\n    party: pp2\n";
    let text = std::fs::read_to_string(base().path(BALLOT)).expect("the ballot") + late;
    let site = base().file(BALLOT, text);
    let unasked: Vec<_> = site.check().into_iter().map(|found| (found.code, found.message)).collect();
    assert_eq!(unasked, [("unasked".to_owned(), "no round of asking covers Cleo Trial".to_owned())]);
    let site = site.build();
    assert_eq!(mark(&site, "12", "duck-pond"), "no_reply");
    assert_eq!(mark(&site, "13", "duck-pond"), "not_asked");
    assert!(site.page("test.2031-05-01/pond-lane/13-cleo-trial/index.html").contains("Not asked yet"));
}

#[test]
fn a_ballot_that_comes_later_was_not_asked() {
    let ballot = "id: test.mill-lane.2031-05-01\narea: {name: Mill Lane}\ncandidates:\n  - {person: 14, name: Mo Late, party: pp2}\n";
    let site = base().file("candidates/test.2031-05-01/mill-lane.yaml", ballot).build();
    assert_eq!(mark(&site, "14", "duck-pond"), "not_asked");
}

#[test]
fn a_question_that_comes_later_was_not_asked() {
    let question =
        "---\nask: Should the bench be moved?\nshort: Move it?\ncampaign_wants: none\n---\nIt is in the shade.\n";
    let site = base()
        .file("content/questions/bench.md", question)
        .replace(ELECTION, "  - {question: town-clock}", "  - {question: town-clock}\n  - {question: bench}")
        .build();
    assert_eq!(mark(&site, "12", "bench"), "not_asked");
    assert_eq!(mark(&site, "12", "town-clock"), "no_reply");
}

#[test]
fn a_newer_version_was_not_asked() {
    let site = base()
        .replace(
            "content/questions/town-clock.md",
            "campaign_wants: none",
            "campaign_wants: none\nversion: 2\nearlier:\n  - {version: 1, ask: Is the town clock loud?}",
        )
        .replace(ELECTION, "{question: town-clock}", "{question: town-clock, version: 2}")
        .build();
    assert_eq!(mark(&site, "12", "town-clock"), "not_asked");
    assert_eq!(mark(&site, "12", "duck-pond"), "no_reply");
}

#[test]
fn a_round_that_leaves_open_whom_it_asked_is_an_error_that_says_what_writes_one() {
    let open = "id: first-letter\ndate: 2031-03-20\ndeadline: 2031-04-10\nhow: by letter\n";
    let site = base().file(ROUND, open);
    let found = site.check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].place_and_code(), format!("{ROUND}:1:1 missing-key"));
    assert!(found[0].help.contains("“hustings ask NAME --election test.2031-05-01 "), "{}", found[0].help);
}

#[test]
fn a_reply_after_the_deadline_is_shown_and_said_to_be_late() {
    let late = |date: &str| {
        let site = base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-04-21");
        let site = site.replace(BALLOT, "by: sam, date: 2031-04-04", "by: sam, date: 2031-04-20");
        site.replace(BALLOT, "date: 2031-04-03", &format!("date: {date}")).build()
    };
    let told = "This reply came after our deadline of 10 April 2031.";
    let site = late("2031-04-11");
    assert_eq!(known(&site, "11", "duck-pond"), ("supports".to_owned(), "2031-04-10".to_owned()));
    assert!(site.page(PAGE).contains(told) && site.page(ASHA).contains(told));
    for date in ["2031-04-10", "2031-04", "2031-03-19"] {
        let site = late(date);
        assert_eq!(known(&site, "11", "duck-pond"), ("supports".to_owned(), String::new()), "{date}");
        assert!(!site.page(PAGE).contains(told), "{date}");
    }
}

#[test]
fn a_reply_is_not_late_for_a_round_that_did_not_ask_this() {
    let round = "questions:\n  - {question: duck-pond, version: 1}\n";
    let site = base()
        .replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-04-21")
        .replace(BALLOT, "by: sam, date: 2031-04-04", "by: sam, date: 2031-04-20")
        .replace(BALLOT, "date: 2031-04-03", "date: 2031-04-11")
        .replace(ROUND, round, "questions:\n")
        .build();
    assert_eq!(known(&site, "11", "duck-pond"), ("supports".to_owned(), String::new()));
}

#[test]
fn the_page_for_candidates_counts_who_was_asked_what() {
    let page = base().build().page("for-candidates/index.html");
    assert!(page.contains("Answers were due by 10 April 2031. 2 people were asked 2 questions."), "{page}");
}

/// A site with a round that says of its people what a text says.
fn with_exceptions(exceptions: &str) -> SiteFixture {
    let text = std::fs::read_to_string(base().path(ROUND)).expect("the round");
    base().file(ROUND, format!("{text}exceptions:\n{exceptions}"))
}

#[test]
fn what_is_true_of_many_stands_in_one_entry() {
    let list = "  - {people: [12, 11], outcome: not_reached, because: It came back., date: 2031-03-22}\n";
    let site = with_exceptions(list).build();
    assert_eq!(site.check(), []);
    assert_eq!(mark(&site, "12", "duck-pond"), "not_reached");
    assert_eq!(mark(&site, "11", "town-clock"), "not_reached");
    assert_eq!(mark(&site, "11", "duck-pond"), "supports");
}

#[test]
fn a_list_of_exceptions_is_held_to_the_same_rules() {
    for (exceptions, said) in [
        ("  - {outcome: not_reached, because: It came back.}\n", "11:5 missing-key"),
        ("  - {people: [], outcome: not_reached, because: It came back.}\n", "11:5 missing-key"),
        ("  - {people: [12, 12], outcome: not_reached, because: It came back.}\n", "11:19 duplicate-id"),
        ("  - {person: 12, people: [12], outcome: not_reached, because: It.}\n", "11:27 duplicate-id"),
        ("  - {people: [12, 99], outcome: not_reached, because: It came back.}\n", "11:19 unknown-reference"),
        ("  - {person: 12, outcome: not_reached, because: It., date: 2031-03-19}\n", "11:60 date-order"),
        ("  - {person: 12, outcome: not_reached, because: It., date: 2031-03}\n", "11:60 malformed"),
    ] {
        let found: Vec<String> = with_exceptions(exceptions).check().iter().map(Found::place_and_code).collect();
        assert_eq!(found, [format!("{ROUND}:{said}")], "{exceptions}");
    }
}

#[test]
fn what_came_of_a_round_stays_known_of_somebody_who_withdraws() {
    let ben = "    name: Ben Sample\n    party: pp2\n";
    let gone = |more: &str| {
        let gone = format!("{ben}    status: withdrawn\n{more}");
        base().replace(BALLOT, ben, &gone)
    };
    let came_back = "  - {person: 12, outcome: not_reached, because: The letter came back.}\n";
    let text = std::fs::read_to_string(base().path(ROUND)).expect("the round");
    let site = gone("").file(ROUND, format!("{text}exceptions:\n{came_back}")).build();
    assert_eq!(mark(&site, "12", "duck-pond"), "not_reached");
    assert!(site.page("test.2031-05-01/pond-lane/12-ben-sample/index.html").contains("The letter came back."));
    for (date, known) in [
        ("    status_date: 2031-04-11\n", "no_reply"),
        // Whoever went before the deadline, or nobody knows when, owed no answer.
        ("    status_date: 2031-04-10\n", "not_checked"),
        ("    status_date: 2031-04\n", "not_checked"),
        ("", "not_checked"),
    ] {
        assert_eq!(mark(&gone(date).build(), "12", "duck-pond"), known, "{date}");
    }
    let waits = gone("    status_date: 2031-04-11\n").replace(ROUND, "2031-04-10", "2031-04-25").build();
    assert_eq!(mark(&waits, "12", "duck-pond"), "not_checked");
}

#[test]
fn when_it_was_learned_that_somebody_was_not_reached_is_said_with_the_reason() {
    let entry =
        |date: &str| format!("  - {{person: 12, outcome: not_reached, because: The letter came back.{date}}}\n");
    let page = |site: SiteFixture, name: &str| site.build().page(name);
    let ben = "test.2031-05-01/pond-lane/12-ben-sample/index.html";
    let told = "We tried on 20 March 2031. The letter came back. We learned this on 22 March 2031.";
    let dated = || with_exceptions(&entry(", date: 2031-03-22"));
    assert!(page(dated(), ben).contains(told), "{}", page(dated(), ben));
    assert!(!page(with_exceptions(&entry("")), ben).contains("We learned this"));
    let welsh = dated().replace("hustings.yaml", "title: A test", "title: A test\nlanguages: [en, cy]");
    assert!(page(welsh, &format!("cy/{ben}")).contains("Cawsom wybod hyn ar 22 Mawrth 2031."));
}
