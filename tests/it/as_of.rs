//! The day on which the records are taken to be true: `today` in a draft, and `check` for another day.

use hustings::cli::Exit;

use crate::support::{Found, RunOutcome, SiteFixture, run_at, text};

/// The base site, as of the day of the run.
fn draft() -> SiteFixture {
    SiteFixture::base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: today")
}

fn published(site: SiteFixture) -> SiteFixture {
    let text = std::fs::read_to_string(site.path("hustings.yaml")).expect("the site");
    site.file("hustings.yaml", format!("{text}base_url: https://example.org/\n"))
}

/// What a command says on a day.
fn on(day: &str, site: &SiteFixture, words: &[&str]) -> RunOutcome {
    run_at(day, site, &[words], None)
}

fn check_on(day: &str, site: &SiteFixture, more: &[&str]) -> Vec<Found> {
    let ran = on(day, site, &[&["check", "--format", "json"], more].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e} in {:?}; {}", ran.out, ran.err))
}

#[test]
fn a_draft_is_checked_and_built_as_of_the_day_of_the_run() {
    let site = draft();
    assert_eq!(check_on("2031-04-25", &site, &[]), []);
    let found = check_on("2031-04-03", &site, &[]);
    assert!(found.iter().all(|found| found.code == "date-order"), "{found:?}");
    assert!(found[0].message.contains("2031-04-03, the day of this run, which “as_of: today” means"), "{found:?}");
    let ran = on("2031-04-25", &site, &["build"]);
    assert!(ran.err.contains("a draft as of 2031-04-25"), "{}", ran.err);
    assert!(site.page("index.html").contains("25 April 2031"));
    let ran = on("2031-04-25", &site, &["status"]);
    assert!(!ran.err.contains("error"), "{}", ran.err);
}

#[test]
fn a_site_with_an_address_needs_a_day_that_somebody_wrote() {
    let site = published(draft());
    let found = check_on("2031-04-25", &site, &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].place_and_code(), "hustings.yaml:2:8 malformed");
    assert!(found[0].help.contains("write the day on which the records were true"), "{found:?}");
    assert!(on("2031-04-25", &site, &["build"]).err.contains("“today” is for drafts"));
    assert!(!on("2031-04-25", &site, &["build", "--as-of", "2031-04-25"]).err.contains("error"));
    let address = ["build", "--base-url", "https://example.org/"];
    assert!(on("2031-04-25", &draft(), &address).err.contains("“today” is for drafts"));
}

#[test]
fn another_day_can_be_checked() {
    let site = SiteFixture::base();
    let early = check_on("2031-04-21", &site, &["--as-of", "2031-04-03"]);
    assert!(early.iter().any(|found| found.code == "date-order"), "{early:?}");
    assert_eq!(check_on("2031-04-21", &site, &["--as-of", "today"]), []);
    // That the site's own day is old, or to come, says nothing of the day that was asked for.
    assert_eq!(check_on("2031-04-21", &site, &["--as-of", "2031-04-30"]), []);
    assert_eq!(on("2031-04-21", &site, &["check", "--as-of", "2031-04"]).exit, hustings::cli::Exit::Usage);
}

#[test]
fn what_is_neither_a_day_nor_today_is_refused() {
    for day in ["tomorrow", "2031-04", "Today"] {
        let site = SiteFixture::base().replace("hustings.yaml", "as_of: 2031-04-20", &format!("as_of: {day}"));
        let found = site.check();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].code == "malformed" && found[0].help.contains("“today” in a draft"), "{found:?}");
    }
}

#[test]
fn the_day_of_the_records_is_moved_by_a_command() {
    let site = SiteFixture::base();
    let moved = |words: &[&str]| run_at("2031-04-25", &site, &[&["as-of"], words], None);
    let before = text(&site, "hustings.yaml");
    let ran = moved(&["2031-04-22", "--dry-run"]);
    assert!(ran.exit == Exit::Clean && ran.out.contains("+as_of: 2031-04-22"), "{}{}", ran.out, ran.err);
    assert_eq!(text(&site, "hustings.yaml"), before);
    let ran = moved(&[]);
    assert!(ran.exit == Exit::Clean && ran.err.contains("the records are as of 2031-04-25 now"), "{}", ran.err);
    let ran = moved(&["today"]);
    assert!(ran.err.contains("says already that the records are as of 2031-04-25"), "{}", ran.err);
    let ran = moved(&["2031-03-01"]);
    assert!(ran.exit == Exit::Errors && ran.err.contains("nothing was written"), "{}", ran.err);
}
