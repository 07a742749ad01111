//! What `hustings init` wrote to be replaced does not get out, and a site has enough people to confirm anything.

use crate::support::{SiteFixture, hustings};

/// What `check` reports of a site that `init` made and something has changed.
fn codes(arguments: &[&str], change: impl Fn(SiteFixture) -> SiteFixture) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let made = dir.path().join("site");
    hustings().arg("init").args(arguments).arg(&made).assert().success();
    let site = change(SiteFixture::bare().overlay(&made));
    let found =
        site.check().into_iter().filter(|found| found.code == "placeholder" || found.code == "too-few-checkers");
    found.map(|found| format!("{}:{} {}", found.file, found.line, found.code)).collect()
}

const SITE: &str = "hustings.yaml";

fn published(site: SiteFixture) -> SiteFixture {
    let text = std::fs::read_to_string(site.path(SITE)).expect("the site's file");
    site.file(SITE, format!("{text}\nbase_url: https://vote.example.org/\n"))
}

#[test]
fn a_new_site_is_clean_until_it_has_an_address() {
    assert_eq!(codes(&[], |site| site), [""; 0]);
    assert_eq!(codes(&["--empty"], |site| site), [""; 0]);
}

#[test]
fn the_made_up_promoter_and_being_prepared_are_errors_with_an_address() {
    let starter = codes(&[], published);
    assert_eq!(starter.len(), 2, "name and address: {starter:?}");
    assert!(starter.iter().all(|found| found.starts_with("hustings.yaml:") && found.ends_with(" placeholder")));
    let empty = codes(&["--empty"], published);
    assert_eq!(empty.len(), 1, "{empty:?}");
    let own = codes(&["--empty"], |site| {
        published(site).replace(
            SITE,
            "This site is being prepared and has not been published.",
            "The election is long over.",
        )
    });
    assert_eq!(own, [""; 0]);
}

#[test]
fn the_made_up_people_are_errors_in_an_election_that_is_not_made_up() {
    let real = |site: SiteFixture| {
        published(site)
            .replace(SITE, "promoter: Pat Promoter", "promoter: Rae Reader")
            .replace(
                SITE,
                "address: 1 Example Street, Example Town, EX1 1EX",
                "address: 7 Other Road, Elsewhere, ZZ9 9ZZ",
            )
            .replace("candidates/example.2031-05-01/election.yaml", "fictional: true", "fictional: false")
    };
    let found = codes(&[], real);
    assert_eq!(found.len(), 17, "every candidacy: {found:?}");
    assert!(found.contains(&"candidates/example.2031-05-01/example-town.yaml:12 placeholder".to_owned()), "{found:?}");
    let fictional = codes(&[], |site| {
        real(site).replace("candidates/example.2031-05-01/election.yaml", "fictional: false", "fictional: true")
    });
    assert_eq!(fictional, [""; 0]);
}

#[test]
fn the_address_of_one_build_counts_too() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let made = dir.path().join("site");
    hustings().arg("init").arg(&made).assert().success();
    let build = |more: &[&str]| hustings().arg("-C").arg(&made).arg("build").args(more).output().expect("it runs");
    assert_eq!(build(&[]).status.code(), Some(0));
    let refused = build(&["--base-url", "https://vote.example.org/"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("placeholder"));
}

#[test]
fn too_few_people_to_confirm_anything_is_a_warning_once_there_is_a_mark() {
    let base = || SiteFixture::base().replace(SITE, "  - {id: lee, name: Lee Third}\n", "");
    let of = |site: SiteFixture| site.check().into_iter().map(|found| (found.code, found.severity)).collect::<Vec<_>>();
    assert_eq!(of(base()), [("too-few-checkers".to_owned(), "warning".to_owned())]);
    let fewer = base().replace(SITE, "title: A test\n", "title: A test\nchecks_required: 1\n");
    assert_eq!(of(fewer), []);
}
