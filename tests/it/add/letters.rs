//! A letter is made by a command.

use hustings::cli::Exit;

use super::{done, refused};
use crate::support::{SiteFixture, text};

const FILE: &str = "content/letters/ask-about-the-pond.md";

const WORDS: &[&str] = &[
    "add",
    "letter",
    "Ask about the pond",
    "--to",
    "unanswered",
    "--subject",
    "A question from {area}",
    "--not-when",
    "you do not vote here",
    "--text",
    "Dear {candidate},\n\n{questions}",
];

const OFFICE: &[&str] = &[
    "add",
    "letter",
    "Answer a fine",
    "--to",
    "office",
    "--subject",
    "Your letter",
    "--not-when",
    "it names a day in court",
    "--text",
    "Please send me the rule.",
];

#[test]
fn a_letter_is_written_as_a_careful_person_would() {
    let site = SiteFixture::base();
    let advice = ["--advice", "Example Advice Centre", "--advice-url", "https://example.org/advice"];
    let said = done(&site, &[WORDS, &["--question", "duck-pond", "--by", "sam"], &advice].concat());
    let written = "---
title: Ask about the pond
to: unanswered
subject: A question from {area}
does_not_apply_when: you do not vote here
checked_on: 2031-04-19
checked_by: sam
questions: [duck-pond]
advice:
  - name: Example Advice Centre
    url: https://example.org/advice
---

Dear {candidate},

{questions}
";
    assert_eq!(text(&site, FILE), written);
    assert!(said.contains("added the letter “Ask about the pond” (ask-about-the-pond)."), "{said}");
    assert_eq!(site.check(), []);
    refused(&site, WORDS, Exit::Usage, &format!("is on record already: {FILE}"));
}

#[test]
fn a_letter_to_an_office_is_written_with_all_that_it_needs() {
    let site = SiteFixture::base();
    refused(&site, OFFICE, Exit::Usage, "--nation, the nation whose rules it goes by");
    let rests = ["--nation", "wales", "--by", "sam", "--source", "Rules", "--publisher", "Example Office"];
    done(&site, &[OFFICE, &rests].concat());
    assert_eq!(site.check(), []);
}

#[test]
fn what_would_be_an_error_is_not_written() {
    let site = SiteFixture::base();
    let blank = WORDS.iter().map(|word| if word.starts_with("Dear") { "Dear {candidat}" } else { word });
    refused(&site, &blank.collect::<Vec<_>>(), Exit::Errors, "unknown-blank");
    refused(&site, &[WORDS, &["--checked-on", "2031-05-30"]].concat(), Exit::Usage, "2031-05-30");
    refused(&site, &WORDS[..3], Exit::Usage, "--text, the letter");
}
