//! The reading desk: a text with its hits, and the reader's verdict in the record.

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_answering, run_at};

const LEAFLET: &str = "candidates/documents/asha-leaflet.yaml";
const DAY: &str = "2031-04-18";

/// The base site with a leaflet that nobody has read, and its words.
fn unread() -> SiteFixture {
    let record = "\
id: asha-leaflet # through our own door
title: Asha for Pond Lane
kind: leaflet
election: test.2031-05-01
person: 11

note:   Blue paper.
";
    SiteFixture::base()
        .replace("content/questions/duck-pond.md", "wants: supports", "wants: supports\nterms: [{words: duck pond}, {words: pond}]")
        .file(LEAFLET, record)
        .file(
            "candidates/documents/asha-leaflet.txt",
            "---\nmade_from: picture\ndate: 2031-04-09\n---\n[page 1]\nClean the duck\npond!\n[page 2, confidence 20]\nd0ck qond\n",
        )
}

fn read(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    run_at(DAY, site, &[&["read", "asha-leaflet"], words], answers)
}

fn record(site: &SiteFixture) -> String {
    std::fs::read_to_string(site.path(LEAFLET)).expect("the record")
}

#[test]
fn the_text_stands_page_by_page_with_its_hits_and_nothing_is_asked_of_a_pipe() {
    let site = unread();
    let before = record(&site);
    let ran = read(&site, &[], None);
    assert_eq!(ran.exit, Exit::Clean);
    let expected = "\
Asha for Pond Lane (candidates/documents/asha-leaflet.yaml)

—— page 1 ——
Clean the [duck
pond → duck-pond]!

—— page 2, not readable: 20 % sure ——
d0ck qond

duck-pond: its words are in 1 place; nobody has read the whole document
town-clock: nobody has looked for it yet
";
    assert_eq!((ran.out.as_str(), ran.err.as_str()), (expected, ""));
    assert_eq!(record(&site), before);
}

#[test]
fn a_verdict_is_written_into_the_record_and_nothing_else_changes() {
    let site = unread();
    let before = record(&site);
    let ran = read(&site, &["--by", "pat", "--whole", "--found", "duck-pond", "--seen", "original"], None);
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Clean, ""), "{}", ran.err);
    assert_eq!(ran.err, "candidates/documents/asha-leaflet.yaml: recorded the reading by pat.\n");
    let reading = "\
readings:
  - by: pat
    date: 2031-04-18
    seen: original
    whole: true
    looked_for: [duck-pond, town-clock]
    found: [duck-pond]
";
    let after = record(&site);
    assert!(after.contains(reading), "{after}");
    assert_eq!(after.replace(reading, ""), before);
    assert_eq!(site.check(), []);
}

#[test]
fn who_finds_the_same_checks_and_who_finds_another_thing_reads_anew() {
    let site = unread();
    let whole = |by, found| read(&site, &["--by", by, "--whole", "--found", found], None);
    whole("pat", "none");
    let same = whole("sam", "none");
    assert_eq!(
        same.err,
        "candidates/documents/asha-leaflet.yaml: pat found the same, so this is a check of that reading by sam.\n"
    );
    assert!(
        record(&site).contains("    checked: [{by: sam, date: 2031-04-18}]\n")
            || record(&site).contains("    checked:\n      - {by: sam, date: 2031-04-18}\n"),
        "{}",
        record(&site)
    );
    whole("lee", "none");
    assert_eq!(record(&site).matches("by: lee").count(), 1, "{}", record(&site));
    assert_eq!(record(&site).matches("seen:").count(), 1, "{}", record(&site));
    whole("lee", "town-clock");
    assert_eq!(record(&site).matches("seen:").count(), 2, "{}", record(&site));
    let part = read(&site, &["--by", "sam", "--found", "none"], None);
    assert_eq!(part.exit, Exit::Clean);
    assert_eq!(record(&site).matches("whole: false").count(), 1, "{}", record(&site));
}

#[test]
fn a_person_at_the_terminal_is_asked() {
    let site = unread();
    let ran = read(&site, &[], Some("pat\ny\ny\n\ny\n"));
    assert_eq!(ran.exit, Exit::Clean);
    assert!(ran.err.contains("Who read it? (lee, pat, sam; Enter: record nothing) "), "{}", ran.err);
    assert!(ran.err.contains("Should the town clock strike at night?"), "{}", ran.err);
    assert!(
        record(&site).contains("whole: true\n    looked_for: [duck-pond]\n    found: [duck-pond]\n"),
        "{}",
        record(&site)
    );
    for answers in ["", "\n", "pat\n", "pat\ny\nn\nn\n", "pat\ny\nn\nn\nn\n", "who\ny\nn\nn\ny\n"] {
        let site = unread();
        let before = record(&site);
        read(&site, &[], Some(answers));
        assert_eq!(record(&site), before, "{answers:?}");
    }
}

/// A verdict that is refused: what is said, and nothing changes.
#[track_caller]
fn refused(words: &[&str], said: &str) {
    let site = unread();
    let before = record(&site);
    let ran = read(&site, words, None);
    assert_eq!(ran.exit, Exit::Usage, "{}", ran.err);
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(record(&site), before);
}

#[test]
fn a_verdict_that_check_would_refuse_is_not_written() {
    refused(&["--by", "kim", "--found", "none"], "“kim” is not among the checkers of hustings.yaml: lee, pat, sam");
    refused(&["--by", "pat"], "nothing says what was found");
    refused(&["--by", "pat", "--found", "nothing"], "does not ask the question “nothing”, but duck-pond, town-clock");
    refused(&["--by", "pat", "--found", "duck-pond", "--looked-for", "town-clock"], "is not among those looked for");
    refused(&["--by", "pat", "--found", "none", "--seen", "described"], "has not read it");
    refused(&["--by", "pat", "--found", "none", "--date", "2031-04-21"], "run “hustings as-of 2031-04-21” first");
    refused(&["--found", "none"], "--by");
    let site = unread();
    let unknown = run_answering(
        DAY,
        ["hustings", "read", "no-leaflet", "-C"].map(Into::into).into_iter().chain([site.path("").into()]),
        None,
    );
    assert_eq!(unknown.exit, Exit::Usage);
    assert!(
        unknown.err.contains("there is no document “no-leaflet”; the site has: asha-leaflet, harbour-manifesto"),
        "{}",
        unknown.err
    );
}

#[test]
fn a_trial_shows_what_would_change_and_writes_nothing() {
    let site = unread();
    let before = record(&site);
    let ran = read(&site, &["--by", "pat", "--whole", "--found", "none", "--dry-run"], None);
    let diff = "\
--- a/candidates/documents/asha-leaflet.yaml
+++ b/candidates/documents/asha-leaflet.yaml
@@ -6,2 +6,9 @@
 
 note:   Blue paper.
+readings:
+  - by: pat
+    date: 2031-04-18
+    seen: transcription
+    whole: true
+    looked_for: [duck-pond, town-clock]
+    found: []
";
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Clean, diff), "{}", ran.err);
    assert_eq!(ran.err, "This was a trial: nothing was written.\n");
    assert_eq!(record(&site), before);
}

#[test]
fn errors_that_were_there_before_do_not_keep_a_reading_out() {
    let site = unread().file("candidates/parties/stray.yaml", "id: another\n");
    let ran = read(&site, &["--by", "pat", "--whole", "--found", "none"], None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(ran.err.contains("there before: “hustings check” shows"), "{}", ran.err);
    assert!(record(&site).contains("by: pat"));
}
