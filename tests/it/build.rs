//! What `hustings build` refuses, and a day of the records that cannot be.

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
fn real_records_of_a_day_to_come_are_warned_of() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let warned = |site: &SiteFixture| {
        let words = ["hustings", "check", "--format", "json", "-C"].map(Into::into);
        let ran = run_on("2031-04-01", words.into_iter().chain([site.path("").into_os_string()]));
        ran.out.contains("stale-as-of")
    };
    assert!(warned(&SiteFixture::base().replace(election, "fictional: true", "fictional: false")));
    assert!(!warned(&SiteFixture::base()), "a made-up election may lie in the future");
}
