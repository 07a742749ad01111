//! What is left to read, as `hustings status` tells it.

use crate::support::SiteFixture;

const DOCUMENT: &str = "candidates/documents/harbour-manifesto.yaml";

fn status(site: &SiteFixture) -> String {
    let output = site.hustings().arg("status").output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What is printed of the manifesto, and under which heading.
#[track_caller]
fn told(site: &SiteFixture, heading: &str, line: &str) {
    let status = status(site);
    let lines: Vec<&str> = status.lines().map(str::trim).collect();
    let at = lines.iter().position(|l| l.starts_with(DOCUMENT)).unwrap_or_else(|| panic!("{status}"));
    assert_eq!((lines[at - 1], lines[at]), (heading, format!("{DOCUMENT}: {line}").as_str()), "{status}");
}

fn base() -> SiteFixture {
    SiteFixture::base()
}

#[test]
fn a_document_that_was_read_whole_waits_for_checks() {
    told(&base(), "read whole, and to be checked: 1 of 1", "Clean Water (0 of 2 checks)");
    let checked = base().replace(
        DOCUMENT,
        "    found: [duck-pond]\n",
        "    found: [duck-pond]\n    checked: [{by: sam, date: 2031-04-01}, {by: lee, date: 2031-04-01}]\n",
    );
    assert!(status(&checked).ends_with("  read and checked: 1 of 1\n"), "{}", status(&checked));
}

#[test]
fn a_part_or_a_report_is_no_reading_of_the_whole() {
    let part = base().replace(DOCUMENT, "whole: true\n", "whole: false\n    part: The first page.\n");
    told(&part, "read in part: 1 of 1", "Clean Water (The first page.)");
    let report = base().replace(DOCUMENT, "seen: original\n    whole: true\n", "seen: described\n    whole: false\n");
    told(&report, "read in part: 1 of 1", "Clean Water (a mark quotes it)");
    let unquoted = report.replace(
        "candidates/parties/pp1.yaml",
        "document: harbour-manifesto",
        "title: Clean Water\n        where: page 1\n        date: 2031-03-28",
    );
    told(&unquoted, "nobody has seen: 1 of 1", "Clean Water (somebody described it)");
}

#[test]
fn a_question_that_nobody_looked_for_is_named() {
    let site = base().replace(DOCUMENT, "[duck-pond, town-clock]", "[duck-pond]");
    told(&site, "read whole, but not for every question: 1 of 1", "Clean Water (not for: town-clock)");
}

#[test]
fn every_question_wants_its_own_checks() {
    let second = "    looked_for: [duck-pond]\n    found: [duck-pond]\n    checked: [{by: sam, date: 2031-04-01}, {by: lee, date: 2031-04-01}]\n  \
                  - by: pat\n    date: 2031-04-02\n    seen: original\n    whole: true\n    looked_for: [town-clock]\n    found: []\n";
    let site = base().replace(DOCUMENT, "    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]\n", second);
    told(&site, "read whole, and to be checked: 1 of 1", "Clean Water (0 of 2 checks)");
}

#[test]
fn an_election_that_is_not_there_is_refused() {
    let ran = base().hustings().args(["status", "--election", "test.2030"]).assert().code(2);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("no election “test.2030”") && told.contains("test.2031-05-01"), "{told}");
}

#[test]
fn records_that_make_no_site_are_reported_instead() {
    let site = base().replace("hustings.yaml", "as_of:", "as_off:");
    let ran = site.hustings().arg("status").assert().code(1);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("hustings.yaml:") && told.ends_with("there is no site to look at\n"), "{told}");
}
