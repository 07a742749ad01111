//! An account is made by a command.

use hustings::cli::Exit;

use super::{done, hustings, refused};
use crate::support::{SiteFixture, text};

const FILE: &str = "content/accounts/a-van-with-books.yaml";

const WORDS: &[&str] = &[
    "add",
    "account",
    "The county is trying out a van with books.",
    "--kind",
    "pilot",
    "--about",
    "A van with books",
    "--by",
    "Example County",
    "--source",
    "A library on wheels",
    "--publisher",
    "Example Gazette",
];

#[test]
fn an_account_is_written_as_a_careful_person_would() {
    let site = SiteFixture::base();
    let more = ["--published", "2031-01-18", "--question", "duck-pond", "--party", "pp1", "--area", "The coast"];
    let tried = ["--tried", "We rang them: nobody knew.", "--not-when", "the van is full"];
    let said = done(&site, &[WORDS, &more, &tried].concat());
    let written = "kind: pilot
about: A van with books
says: The county is trying out a van with books.
does_not_apply_when: the van is full
by: Example County
areas:
  - name: The coast
questions: [duck-pond]
parties: [pp1]
evidence:
  - title: A library on wheels
    publisher: Example Gazette
    date: 2031-01-18
verification: {state: unverified, tried: \"We rang them: nobody knew.\"}
entered: 2031-04-19
";
    assert_eq!(text(&site, FILE), written);
    assert!(said.contains("added the account “A van with books” (a-van-with-books)."), "{said}");
    assert!(said.contains("can be matched to ballots") && said.contains("under “responses:”"), "{said}");
    assert_eq!(site.check(), []);
    refused(&site, WORDS, Exit::Usage, &format!("this account is on record already: {FILE}"));
}

#[test]
fn what_would_be_an_error_is_not_written() {
    let site = SiteFixture::base();
    refused(&site, &[WORDS, &["--question", "duck-pont"]].concat(), Exit::Errors, "unknown-reference");
    let two = WORDS.iter().map(|word| if word.ends_with("books.") { "There is a van. It is red." } else { word });
    refused(&site, &two.collect::<Vec<_>>(), Exit::Errors, "more than one sentence");
    refused(&site, &WORDS[..3], Exit::Usage, "--publisher, who published that");
}

#[test]
fn somebody_at_the_terminal_is_asked_for_everything() {
    let site = SiteFixture::base();
    let answers = "pilot\nA van with books\nThe county is trying out a van with books.\nExample County\n\
                   A library on wheels\nExample Gazette\n2031-01-18\n\nNobody would tell us.\n\ny\n";
    let ran = hustings(&site, &["add", "account"], Some(answers));
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let written = text(&site, FILE);
    assert!(written.contains("tried: Nobody would tell us."), "{written}");
    assert!(ran.err.contains("name no claimant"), "{}", ran.err);
}
