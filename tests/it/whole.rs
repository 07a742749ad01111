//! What a run that is stopped leaves behind, the next one finishes or takes away; and where nothing is ever written.

use std::fs;
use std::path::Path;

use crate::support::{SiteFixture, files_under, hustings};

/// What the folder is called that holds the rest of a new site while it is moved up.
const REST: &str = ".hustings-init-whole";

fn init(site: &SiteFixture) -> (Option<i32>, String) {
    let ran = hustings().arg("init").arg(site.path("")).output().expect("hustings to run");
    (ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
}

/// A starter site as it is when it is made in one go.
fn starter() -> SiteFixture {
    let site = SiteFixture::bare();
    assert_eq!(init(&site).0, Some(0));
    site
}

#[test]
fn an_init_that_was_stopped_while_it_moved_is_finished_by_the_next() {
    for moved in 0..=5 {
        let site = starter();
        let names: Vec<_> =
            fs::read_dir(site.path("")).expect("the site").map(|e| e.expect("an entry").file_name()).collect();
        let all = files_under(&site.path(""));
        fs::create_dir(site.path(REST)).expect("a folder");
        for name in names.iter().skip(moved) {
            fs::rename(site.path("").join(name), site.path(REST).join(name)).expect("a move");
        }
        let (code, said) = init(&site);
        assert_eq!(code, Some(0), "{moved}: {said}");
        assert!(said.contains("Finished the site"), "{said}");
        assert_eq!(files_under(&site.path("")), all, "{moved}");
        assert!(!site.path(REST).exists());
    }
}

#[test]
fn a_file_of_ones_own_is_left_alone_when_an_init_is_finished() {
    let site = starter();
    fs::create_dir(site.path(REST)).expect("a folder");
    fs::rename(site.path("hustings.yaml"), site.path(REST).join("hustings.yaml")).expect("a move");
    let site = site.file("hustings.yaml", "title: My own\n").file("notes.txt", "Mine\n");
    assert_eq!(init(&site).0, Some(0));
    assert_eq!(fs::read_to_string(site.path("hustings.yaml")).expect("a file"), "title: My own\n");
    assert_eq!(fs::read_to_string(site.path("notes.txt")).expect("a file"), "Mine\n");
}

#[test]
fn an_init_that_was_stopped_while_it_wrote_is_begun_anew() {
    let site = SiteFixture::bare().file(".hustings-init-aB3dE6/hustings.yaml", "title: Ha");
    let site = site.file(".hustings-init-notes", "Mine\n").file(".hustings-init-of-mine/a", "Mine\n");
    let (code, said) = init(&site);
    assert_eq!(code, Some(0), "{said}");
    assert!(!site.path(".hustings-init-aB3dE6").exists());
    assert!(site.path(".hustings-init-notes").exists() && site.path(".hustings-init-of-mine/a").exists());
    assert!(fs::read_to_string(site.path("hustings.yaml")).expect("the site").contains("Example Town Asks"));
}

#[test]
fn a_site_is_never_built_where_programs_keep_their_own() {
    let site = SiteFixture::base().file(".git/HEAD", "ref: refs/heads/main\n").file(".hustings/objects/a", "a");
    for out in [".git", ".git/site", ".hustings", ".hustings/site", "./public/../.git/pages"] {
        let ran = site.hustings().args(["build", "--out", out]).assert().code(3);
        let said = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(said.contains("a program keeps its own") || said.contains("does not exist"), "{out}: {said}");
    }
    for out in ["candidates", "content/site", "themes"] {
        let ran = site.hustings().args(["build", "--out", out]).assert().code(3);
        assert!(String::from_utf8_lossy(&ran.get_output().stderr).contains("records and themes live there"));
    }
    assert_eq!(files_under(Path::new(&site.path(".git"))), ["HEAD"]);
    assert_eq!(files_under(Path::new(&site.path(".hustings"))), ["objects/a"]);
}
