//! What people are asked to report is put into the records by a command.

use hustings::cli::Exit;

use super::{done, refused};
use crate::support::{SiteFixture, run_at, text};

const FILE: &str = "content/reports/wet-feet.yaml";

const WORDS: &[&str] =
    &["add", "report", "Wet feet", "--asked", "What happened?", "--choice", "I got wet feet", "--choice", "I fell in"];

#[test]
fn a_report_is_written_as_a_careful_person_would() {
    let site = SiteFixture::base();
    let more = ["--area", "Pond Lane\nThe lane, behind", "--question", "duck-pond", "--how", "By telephone."];
    let said = done(&site, &[WORDS, &more].concat());
    let written = "title: Wet feet
asked: What happened?
how: By telephone.
choices:
  - id: i-got-wet-feet
    name: I got wet feet
  - id: i-fell-in
    name: I fell in
areas:
  - id: pond-lane
    name: Pond Lane
  - id: the-lane-behind
    name: The lane, behind
questions: [duck-pond]
";
    assert_eq!(text(&site, FILE), written);
    assert!(said.contains("private/reports/wet-feet.csv"), "{said}");
    assert_eq!(site.check(), []);
    refused(&site, WORDS, Exit::Usage, &format!("is on record already: {FILE}"));
}

#[test]
fn what_was_added_can_be_counted() {
    let site = SiteFixture::base();
    done(&site, WORDS);
    let counts = "what,from,until,n\ni-got-wet-feet,2031-03-01,2031-03-31,23\ni-fell-in,2031-03-01,2031-03-31,4\n";
    let site = site.file("private/reports/wet-feet.csv", counts);
    done(&site, &["reports"]);
    let told = text(&site, FILE);
    assert!(told.contains("n: 20\n") && told.contains("n: fewer_than_10\n"), "{told}");
}

#[test]
fn a_terminal_asks_for_choices_until_there_are_no_more() {
    let site = SiteFixture::base();
    let answers = "Wet feet\nWhat happened?\nI got wet feet\nI fell in\n\n\n\ny\n";
    let ran = run_at("2031-04-19", &site, &[&["add", "report"]], Some(answers));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(text(&site, FILE).matches("  - id: ").count(), 2);
}

#[test]
fn a_form_without_anybody_who_keeps_it_is_not_written() {
    let site = SiteFixture::base();
    refused(&site, &[WORDS, &["--form"]].concat(), Exit::Errors, "reports:");
    refused(&site, &WORDS[..5], Exit::Usage, "--choice, something that they can choose");
}
