//! Who was elected: what a record of it may say, and the command that writes it.

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_at, text};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const SITE: &str = "hustings.yaml";

/// The base site some time after polling day.
fn after() -> SiteFixture {
    SiteFixture::base().replace(SITE, "as_of: 2031-04-20", "as_of: 2031-06-01")
}

/// The same with a result of the second candidate.
fn ben(result: &str) -> SiteFixture {
    after().replace(BALLOT, "    party: pp2\n", &format!("    party: pp2\n    elected: {result}\n"))
}

const RESULT: &str = "{value: true, source: Declaration of result}";

#[track_caller]
fn one(site: &SiteFixture, place_and_code: &str, said: &str) {
    let found = site.check();
    let told: Vec<String> = found.iter().map(crate::support::Found::place_and_code).collect();
    assert_eq!(told, [format!("{BALLOT}:{place_and_code}")], "{found:#?}");
    assert!(found[0].message.contains(said), "{}", found[0].message);
}

#[test]
fn a_result_of_somebody_who_stood_is_in_order() {
    for result in [
        RESULT,
        "{value: true, votes: 12345, source: Declaration of result, url: \"https://example.org/result\", date: 2031-05-02}",
        "{value: false, votes: 7, source: Declaration of result}",
        "{value: true, source: Declaration of result, date: 2031-05}",
    ] {
        assert_eq!(ben(result).check(), [], "{result}");
    }
    one(&ben("{value: true}"), "23:14 missing-key", "source");
    one(&ben("{source: A poster}"), "23:14 missing-key", "value");
}

#[test]
fn no_more_are_elected_than_the_ballot_has_seats() {
    let both = ben(RESULT).replace(BALLOT, "    party: pp1\n", &format!("    party: pp1\n    elected: {RESULT}\n"));
    one(&both, "24:22 wrong-result", "2 people are said to be elected here, for 1 seat");
    let two = both.replace(BALLOT, "candidates:\n", "seats: 2\ncandidates:\n");
    assert_eq!(two.check(), []);
}

#[test]
fn nobody_is_elected_who_did_not_stand_on_polling_day() {
    for status in ["withdrawn", "not_listed", "died"] {
        let gone = ben(&format!("{RESULT}\n    status: {status}"));
        one(
            &gone,
            "23:22 wrong-result",
            &format!("Ben Sample is said to be elected here, and to have “status: {status}”"),
        );
    }
    let later = ben(&format!("{RESULT}\n    status: died\n    status_date: 2031-05-20"));
    assert_eq!(later.check(), []);
}

#[test]
fn a_poll_that_was_called_off_elects_nobody_who_was_not_alone() {
    let off = ben(RESULT).replace(
        BALLOT,
        "candidates:\n",
        "cancelled: true\ncancellation: {reason: A flood.}\ncandidates:\n",
    );
    one(&off, "25:22 wrong-result", "and the poll to have been called off");
    let alone = "seats: 2\ncancelled: true\ncancellation: {uncontested: true}\ncandidates:\n";
    let early =
        ben(RESULT).replace(BALLOT, "candidates:\n", alone).replace(SITE, "as_of: 2031-06-01", "as_of: 2031-04-20");
    assert_eq!(early.check(), []);
}

#[test]
fn a_result_comes_on_polling_day_or_later() {
    let on = |as_of| ben(RESULT).replace(SITE, "as_of: 2031-06-01", as_of);
    one(
        &on("as_of: 2031-04-30"),
        "23:14 wrong-result",
        "this is a result, and polling day is 2031-05-01, after 2031-04-30",
    );
    assert_eq!(on("as_of: 2031-05-01").check(), []);
    let dated = |date| ben(&format!("{{value: true, source: Declaration of result, date: {date}}}"));
    one(&dated("2031-04-30"), "23:65 date-order", "before polling day, 2031-05-01");
    one(&dated("2031-06-02"), "23:65 date-order", "2031-06-02 is after 2031-06-01");
}

fn hustings(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at("2031-06-01", site, &[words], answers)
}

#[track_caller]
fn refused(site: &SiteFixture, words: &[&str], said: &str) {
    let before = text(site, BALLOT);
    let ran = hustings(site, words, None);
    assert_ne!(ran.exit, Exit::Clean);
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(text(site, BALLOT), before);
}

#[test]
fn a_command_says_who_was_elected_and_how_we_know_it() {
    let site = after();
    let before = text(&site, BALLOT);
    let words = ["elected", "ben", "--source", "Declaration of result", "--on", "2031-05-02", "--votes", "1234"];
    let ran = hustings(&site, &words, None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let added = "    elected: {value: true, votes: 1234, source: Declaration of result, date: 2031-05-02}\n";
    assert_eq!(text(&site, BALLOT), format!("{before}{added}"));
    assert!(ran.err.ends_with("Ben Sample is marked as elected.\n"), "{}", ran.err);
    let again = hustings(&site, &words, None);
    assert!(
        again.err.contains(&format!("{BALLOT}:20 says already that Ben Sample was elected. Nothing was written.")),
        "{}",
        again.err
    );
    refused(&site, &["elected", "asha", "--source", "A poster"], "2 people are said to be elected here, for 1 seat");
}

#[test]
fn several_are_elected_at_once_and_the_source_is_asked_for() {
    let site = after().replace(BALLOT, "candidates:\n", "seats: 2\ncandidates:\n");
    refused(&site, &["elected", "asha", "ben", "--source", "A poster", "--votes", "3"], "“--votes” is of one person");
    refused(&site, &["elected", "nobody-here", "--source", "A poster"], "nobody-here");
    let ran = hustings(&site, &["elected", "asha", "ben"], Some("Declaration of result\ny\n"));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(text(&site, BALLOT).matches(&format!("    elected: {RESULT}\n")).count(), 2);
    assert_eq!(site.check(), []);
    let early = SiteFixture::base();
    refused(&early, &["elected", "ben", "--source", "A guess"], "polling day is 2031-05-01");
    refused(&early, &["elected", "ben", "--source", "A guess", "--on", "2031-05-02"], "2031-05-02 is after 2031-04-20");
}
