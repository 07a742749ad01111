//! Words that somebody answered stay as they were put, or get a new number.

use crate::support::{Found, SiteFixture};

const POND: &str = "content/questions/duck-pond.md";
const ASK: &str = "ask: Should the duck pond be cleaned?";
const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";

fn base() -> SiteFixture {
    SiteFixture::base()
}

fn codes(site: &SiteFixture) -> Vec<String> {
    site.check().into_iter().map(|found: Found| found.code).collect()
}

/// The fingerprints that a remedy says to write.
fn to_write(help: &str) -> String {
    let from = help.find("fingerprint: {").unwrap_or_else(|| panic!("no fingerprint in {help:?}"));
    let text = &help[from..];
    text[..=text.find('}').expect("an end")].to_owned()
}

/// The base site without its fingerprint, and with the one that `check` says to write.
fn sealed(site: SiteFixture) -> SiteFixture {
    let found = site.check();
    let found = found.iter().find(|found| found.code == "no-fingerprint").unwrap_or_else(|| panic!("{found:?}"));
    let line = to_write(&found.help);
    let text = std::fs::read_to_string(site.path(POND)).expect("the question");
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("fingerprint:")).collect();
    site.file(POND, kept.join("\n").replacen("short:", &format!("{line}\nshort:"), 1) + "\n")
}

#[test]
fn changed_words_of_an_answered_question_are_an_error_at_their_place() {
    let site = base().replace(POND, ASK, "ask: Should the duck pond be filled in?");
    let found = site.check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].place_and_code(), format!("{POND}:2:6 reworded"));
    assert_eq!(found[0].severity, "error");
    assert!(found[0].help.contains("“version: 2”") && found[0].help.contains("“wording_fix:”"), "{}", found[0].help);
    site.hustings().arg("build").assert().code(1);
}

#[test]
fn a_line_break_in_the_words_changes_nothing_and_neither_do_explanation_terms_and_short_forms() {
    let site = base()
        .replace(POND, ASK, "ask: >-\n  Should the duck pond\n  be cleaned?")
        .replace(POND, "short: Clean the pond?", "short: A clean pond?\nterms: [{words: pond}]")
        .replace(POND, "The pond is green.", "The pond is very green.");
    assert_eq!(codes(&site), [""; 0]);
}

#[test]
fn before_anybody_answers_the_words_are_free() {
    let site = base().replace("content/questions/town-clock.md", "strike at night?", "be silent at night?");
    assert_eq!(codes(&site), [""; 0]);
}

#[test]
fn a_new_version_takes_the_old_words_and_their_fingerprint_along() {
    let text = std::fs::read_to_string(base().path(POND)).expect("the question");
    let line = text.lines().find(|line| line.starts_with("fingerprint:")).expect("a fingerprint").to_owned();
    let earlier = format!("version: 2\nearlier:\n  - {{version: 1, {ASK}, {line}}}");
    let site = base().replace(POND, ASK, "ask: Should the duck pond be filled in?").replace(POND, &line, &earlier);
    assert_eq!(codes(&site), [""; 0]);
    let changed = site.replace(POND, "pond be cleaned?", "pond be cleaned soon?");
    assert_eq!(codes(&changed), ["reworded"]);
    let moved = changed.replace(ELECTION, "{question: duck-pond}", "{question: duck-pond, version: 2}");
    assert!(codes(&moved).contains(&"wrong-version".to_owned()), "answers do not move to the new words");
}

#[test]
fn without_a_fingerprint_check_says_what_to_write() {
    let text = std::fs::read_to_string(base().path(POND)).expect("the question");
    let line = text.lines().find(|line| line.starts_with("fingerprint:")).expect("a fingerprint").to_owned();
    let site = base().replace(POND, &format!("{line}\n"), "");
    let found = site.check();
    assert_eq!((found.len(), found[0].code.as_str(), found[0].severity.as_str()), (1, "no-fingerprint", "warning"));
    assert_eq!(to_write(&found[0].help), line);
    assert_eq!(codes(&sealed(site)), [""; 0]);
}

#[test]
fn a_mended_spelling_is_told_and_gets_a_fingerprint_of_its_own() {
    let fixed = "wording_fix: A letter was missing.\nask: Should the duck ponds be cleaned?";
    let site = base().replace(POND, ASK, fixed);
    assert_eq!(
        codes(&site),
        ["no-fingerprint"],
        "the old fingerprint stands, and the record says why the words differ"
    );
    let site = sealed(site);
    assert_eq!(codes(&site), [""; 0]);
    let site = site.build();
    let page = site.page("questions/duck-pond/index.html");
    assert!(page.contains("Its spelling was corrected after it was asked: A letter was missing."), "{page}");
    let again = site.replace(POND, "duck ponds be cleaned", "duck ponds be filled in");
    assert_eq!(codes(&again), ["reworded"], "one mended spelling does not free the words for good");
}

#[test]
fn each_language_that_was_put_is_kept_and_later_ones_are_free() {
    let welsh = "translations:\n  cy: {ask: A ddylid glanhau’r pwll?, short: Glanhau’r pwll?}\n";
    let site = base().replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n").replace(
        POND,
        "campaign_wants:",
        &format!("{welsh}campaign_wants:"),
    );
    assert_eq!(codes(&site), [""; 0], "a translation that came after the answers is free");
    let text = std::fs::read_to_string(site.path(POND)).expect("the question");
    let line = text.lines().find(|line| line.starts_with("fingerprint:")).expect("a fingerprint").to_owned();
    let put = sealed(site.replace(POND, &format!("{line}\n"), ""));
    assert_eq!(codes(&put), [""; 0]);
    let changed = put.replace(POND, "A ddylid glanhau’r pwll?", "A ddylid llenwi’r pwll?");
    let found = changed.check();
    assert_eq!((found.len(), found[0].code.as_str()), (1, "reworded"));
    assert!(found[0].message.contains("“cy”"), "{}", found[0].message);
}
