//! A list that lacks many of the people on record.

use super::fixture::{SECOND, Site, list};
use crate::support::run_on;
use hustings::cli::Exit;

fn people(numbers: std::ops::Range<u32>) -> String {
    let rows: Vec<[String; 2]> = numbers.map(|n| [format!("id={n}"), format!("name=Person {n}")]).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    list(SECOND, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn import(site: &Site, text: &str, more: &[&str]) -> (Exit, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    std::fs::write(&file, text).unwrap();
    let words = ["hustings".into(), "-C".into(), site.root().into(), "import".into(), "candidates".into(), file.into()];
    let ran = run_on("2031-04-21", words.into_iter().chain(more.iter().map(Into::into)));
    (ran.exit, ran.err)
}

#[test]
fn a_list_that_lacks_more_than_a_third_stops_and_asks() {
    let site = Site::new();
    site.import(&people(1..10));
    let before = site.files();
    let (exit, said) = import(&site, &people(1..6), &[]);
    assert_eq!(exit, Exit::Errors, "{said}");
    assert!(said.contains("list.csv:1:1: error[missing-key]") || said.contains("missing-key"), "{said}");
    assert!(said.contains("4 of the 9 people on record in parl.2031-05-01 are not on this list"), "{said}");
    assert!(said.contains("--partial") && said.contains("--really"), "{said}");
    assert_eq!(site.files(), before, "nothing may be written");
    // A third is not more than a third.
    let (exit, said) = import(&site, &people(1..7), &[]);
    assert!(exit == Exit::Clean && said.contains("3 no longer listed"), "{said}");
}

#[test]
fn it_goes_on_when_somebody_says_what_is_meant() {
    let site = Site::new();
    site.import(&people(1..10));
    let before = site.ballot();
    let (exit, said) = import(&site, &people(1..4), &["--partial"]);
    assert!(exit == Exit::Clean && said.contains("0 no longer listed"), "{said}");
    assert_eq!(site.ballot(), before);
    let (exit, said) = import(&site, &people(1..4), &["--really"]);
    assert!(exit == Exit::Clean && said.contains("6 no longer listed"), "{said}");
    assert_eq!(site.ballot().matches("status: not_listed\n").count(), 6);
    let (exit, _) = import(&site, &people(1..4), &["--really", "--partial"]);
    assert_eq!(exit, Exit::Usage);
}

#[test]
fn who_is_listed_on_another_ballot_is_not_missing() {
    let site = Site::new();
    site.import(&people(1..7));
    let moved = people(1..7).replace("parl.example-town.2031-05-01", "parl.v.2031-05-01").replace("Example Town", "V");
    let stays = people(7..8).lines().skip(1).fold(moved, |all, line| all + line + "\n");
    let (exit, said) = import(&site, &stays, &[]);
    assert!(exit == Exit::Clean && said.contains("6 no longer listed"), "{said}");
}
