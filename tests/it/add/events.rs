//! An event is made by a command.

use hustings::cli::Exit;

use super::{done, refused};
use crate::support::{SiteFixture, run_at, text};

const FILE: &str = "content/events/questions-at-the-pond.yaml";

const WORDS: &[&str] = &[
    "add",
    "event",
    "Questions at the pond",
    "--date",
    "2031-04-25",
    "--access",
    "No steps, and a hearing loop.",
    "--source",
    "Poster of the Pond Club",
];

#[test]
fn an_event_is_written_as_a_careful_person_would() {
    let site = SiteFixture::base();
    let more = ["--time", "19:30", "--ballot", "pond", "--url", "https://example.org/evening"];
    let said = done(&site, &[WORDS, &more].concat());
    let written = "title: Questions at the pond
date: 2031-04-25
time: \"19:30\"
ballot: test.pond-lane.2031-05-01
access: No steps, and a hearing loop.
url: https://example.org/evening
evidence:
  - title: Poster of the Pond Club
";
    assert_eq!(text(&site, FILE), written);
    assert!(said.contains("added the event “Questions at the pond” (questions-at-the-pond)."), "{said}");
    assert_eq!(site.check(), []);
    refused(&site, WORDS, Exit::Usage, &format!("this event is on record already: {FILE}"));
    let next = WORDS.iter().map(|word| if *word == "2031-04-25" { "2031-04-26" } else { word });
    done(&site, &next.collect::<Vec<_>>());
    assert!(text(&site, "content/events/questions-at-the-pond-2.yaml").contains("date: 2031-04-26\n"));
}

#[test]
fn a_terminal_asks_for_it_step_by_step() {
    let site = SiteFixture::base();
    let answers = "Tea\n2031-04-25\n\n\nExample Town\nIt is on the ground floor.\nA poster\n\ny\n";
    let ran = run_at("2031-04-19", &site, &[&["add", "event"]], Some(answers));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(text(&site, "content/events/tea.yaml").contains("\narea: Example Town\n"));
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let site = SiteFixture::base();
    refused(&site, &WORDS[..5], Exit::Usage, "--access, how people can take part");
    refused(&site, &[WORDS, &["--time", "25:00"]].concat(), Exit::Usage, "25:00");
    refused(&site, &[WORDS, &["--ballot", "moon"]].concat(), Exit::Usage, "moon");
}
