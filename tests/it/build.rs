//! What `hustings build` refuses, and a day of the records that cannot be.

use std::os::unix::fs::symlink;
use std::path::Path;

use crate::support::{SiteFixture, run_on};

#[test]
fn a_site_is_not_built_among_its_records() {
    for out in ["content/site", "candidates/site", "themes/site"] {
        let site = SiteFixture::base();
        let run = site.hustings().args(["build", "--out", out]).assert().code(3);
        let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(said.contains(out) && said.contains("--out public"), "{said}");
        assert!(!site.path(out).exists(), "{out} was written");
    }
}

#[test]
fn a_symlink_does_not_lead_a_site_among_its_records() {
    let site = SiteFixture::base();
    symlink("content", site.path("elsewhere")).expect("a link");
    symlink(".", site.path("here")).expect("a link");
    for out in ["elsewhere/site", "here/candidates/site", "candidates/../content/site"] {
        let run = site.hustings().args(["build", "--out", out]).assert().code(3);
        let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(said.contains("records and themes live there"), "{out}: {said}");
    }
    assert!(!site.path("content/site").exists() && !site.path("candidates/site").exists());
}

#[test]
fn a_place_that_takes_no_folders_is_refused_as_such() {
    if Path::new("/proc/self").exists() {
        let run = SiteFixture::base().hustings().args(["build", "--out", "/proc/site"]).assert().code(3);
        let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(said.contains("/proc/site") && said.contains("--out public"), "{said}");
    }
}

#[test]
fn real_records_of_a_day_to_come_are_warned_of() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let warned = |site: &SiteFixture| {
        let words = ["hustings", "check", "--format", "json", "-C"].map(Into::into);
        let ran = run_on("2031-04-01", words.into_iter().chain([site.path("").into_os_string()]));
        ran.out.contains("stale-as-of")
    };
    assert!(warned(&SiteFixture::base().replace(election, "fictional: true", "fictional: false")));
    assert!(!warned(&SiteFixture::base()), "a made-up election may lie in the future");
    let unclear = SiteFixture::base().replace(election, "fictional: true", "fictional: ture");
    assert!(!warned(&unclear), "an election of which that cannot be told is not taken for a real one");
}

#[test]
fn a_site_is_not_built_as_of_a_day_before_what_it_records() {
    let site = SiteFixture::base();
    let run = site.hustings().args(["build", "--as-of", "2031-04-03"]).assert().code(1);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    for part in
        ["pond-lane.yaml:19:29", "2031-04-04 is after 2031-04-03", "corrections.yaml:2:11", "a later day with --as-of"]
    {
        assert!(said.contains(part), "{part:?} in {said}");
    }
    assert!(!said.contains("pond-lane.yaml:10"), "what was said on that very day stands: {said}");
    assert!(!site.path("public").exists());
}

#[test]
fn a_later_day_of_the_run_lets_later_records_in() {
    let ballot = "candidates/test.2031-05-01/pond-lane.yaml";
    let site = SiteFixture::base().replace(ballot, "date: 2031-04-04", "date: 2031-04-24");
    site.hustings().arg("build").assert().code(1);
    site.hustings().args(["build", "--as-of", "2031-04-25"]).assert().success();
}

#[test]
fn an_address_to_which_no_page_can_be_added_is_a_wrong_usage() {
    let site = SiteFixture::base();
    let build = |url: &str| site.hustings().args(["build", "--base-url", url]).output().expect("hustings to run");
    for url in
        ["https://example.org/?a=1", "https://example.org/#top", "https://me:pw@example.org/", "ftp://example.org/"]
    {
        let output = build(url);
        assert_eq!(output.status.code(), Some(2), "{url}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(url) && (said.contains("leave out") || said.contains("write")), "{said}");
    }
    assert_eq!(build("https://example.org/2031").status.code(), Some(0));
    assert!(site.page("robots.txt").contains("https://example.org/2031/sitemap.xml"));
}

#[test]
fn a_day_that_no_record_can_speak_of_is_a_wrong_usage() {
    for day in ["0000-01-01", "2031-04", "2031-02-30", "-2031-04-01"] {
        SiteFixture::base().hustings().arg("build").arg(format!("--as-of={day}")).assert().code(2);
    }
}

#[test]
fn a_page_in_a_further_language_does_not_become_a_page_of_its_own() {
    let site = SiteFixture::base().file("content/pages/about.cy.md", "---\ntitle: Amdanom ni\n---\nShwmae.\n").build();
    assert!(!site.path("public/about.cy").exists());
    assert!(!site.page("about/index.html").contains("Shwmae"));
}
