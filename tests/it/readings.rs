//! Readings that differ, and documents that are quoted without a reading.

use crate::support::SiteFixture;

const MANIFESTO: &str = "candidates/documents/harbour-manifesto.yaml";
const PAGE: &str = "documents/harbour-manifesto/index.html";

/// The base site, with another reading of the manifesto.
fn with(reading: &str) -> SiteFixture {
    let text = std::fs::read_to_string(SiteFixture::base().path(MANIFESTO)).expect("the manifesto");
    SiteFixture::base().file(MANIFESTO, format!("{text}  - {{by: sam, date: 2031-03-30, {reading}}}\n"))
}

fn codes(site: &SiteFixture) -> Vec<String> {
    site.check().into_iter().map(|found| found.code).collect()
}

/// What the data file knows of the manifesto and the pond.
fn known(site: &SiteFixture) -> String {
    let text = site.page("data/mentions.csv");
    let row = text.lines().find_map(|line| line.strip_prefix("harbour-manifesto,duck-pond,"));
    row.and_then(|row| row.split(',').next()).unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[test]
fn readings_that_contradict_each_other_are_a_warning_and_told_on_the_page() {
    let site = with("seen: facsimile, whole: true, looked_for: [duck-pond], found: []");
    let found = site.check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].place_and_code(), format!("{MANIFESTO}:14:5 readings-differ"));
    assert!(found[0].message.contains("pat found") && found[0].message.contains("sam"), "{}", found[0].message);
    let site = site.build();
    let page = site.page(PAGE);
    assert!(page.contains("Readers disagree. Pat Promoter found it on 29 March 2031. Sam Second read the whole document on 30 March 2031 and did not find it."), "{page}");
    assert!(page.contains("Readers disagree on one of them."), "{page}");
    assert_eq!(known(&site), "differ");
}

#[test]
fn a_part_a_report_or_another_question_contradicts_nothing() {
    for reading in [
        "seen: original, looked_for: [duck-pond], found: []",
        "seen: original, whole: true, looked_for: [town-clock], found: []",
        "seen: original, whole: true, looked_for: [duck-pond], found: [duck-pond]",
    ] {
        assert_eq!(codes(&with(reading)), [""; 0], "{reading}");
    }
}

#[test]
fn a_document_that_a_mark_quotes_is_never_called_unread() {
    let unread = "id: harbour-manifesto\ntitle: Clean Water\nkind: manifesto\nelection: test.2031-05-01\nparty: pp1\ndate: 2031-03-28\n";
    let site = SiteFixture::base().file(MANIFESTO, unread);
    assert_eq!(codes(&site), [""; 0]);
    let site = site.build();
    let page = site.page(PAGE);
    assert!(
        page.contains("We quote it on 1 of our 2 questions. We have no record that anybody has read all of it."),
        "{page}"
    );
    for wrong in
        ["Nobody has read it yet", "Nobody has looked in it for our questions yet", "Nobody here has seen it yet"]
    {
        assert!(!page.contains(wrong) && !site.page("documents/index.html").contains(wrong), "{wrong} in {page}");
    }
    assert_eq!(known(&site), "quoted");
    let status = site.hustings().args(["status", "--list", "documents"]).output().expect("the program runs");
    let status = String::from_utf8(status.stdout).expect("UTF-8");
    assert!(status.contains("read in part: 1 of 1"), "{status}");
}
