//! Acts that are sound each for itself, and not together: the second one sees what the first has written.

use hustings::desk::{OpenSite, SoundChange};
use hustings::edit::FileChange;

use crate::support::SiteFixture;

const ONE: &str = "candidates/test.2031-05-01/one.yaml";
const TWO: &str = "candidates/test.2031-05-01/two.yaml";
const RECORD: &str = "id: test.same.2031-05-01\narea: {name: Same}\norder: family_name\n";

fn open(site: &SiteFixture) -> OpenSite {
    OpenSite::open(site.path(""), jiff::civil::date(2031, 4, 20)).expect("a site")
}

fn ballot(open: &OpenSite) -> SoundChange<'_> {
    let change = FileChange { path: ONE.into(), before: None, after: RECORD.to_owned() };
    open.propose(vec![change]).unwrap_or_else(|not_done| panic!("{not_done:?}"))
}

#[test]
fn what_others_wrote_meanwhile_is_judged_with_it() {
    let site = SiteFixture::base();
    let opened = open(&site);
    let sound = ballot(&opened);
    let site = site.file(TWO, RECORD);
    let refused = sound.save(&()).expect_err("two ballots of one id").to_string();
    assert!(refused.contains("the ballot id “test.same.2031-05-01” is in"), "{refused}");
    assert!(refused.contains("no file was written") && !site.path(ONE).exists(), "{refused}");
}

#[test]
fn what_others_wrote_meanwhile_does_no_harm_otherwise() {
    let site = SiteFixture::base();
    let opened = open(&site);
    let sound = ballot(&opened);
    let site = site.file(TWO, RECORD.replace("same", "other").replace("Same", "Other"));
    sound.save(&()).expect("another ballot is no hindrance");
    assert!(site.path(ONE).exists());
    assert_eq!(site.check().iter().filter(|found| found.severity == "error").count(), 0);
}
