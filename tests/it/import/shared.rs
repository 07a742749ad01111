//! Trials on real lists, which are not part of the project: they run where the shared data folder is.

use std::path::PathBuf;

use super::fixture::{Imported, Site};
use hustings::import::CandidateOptions;

fn data(file: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("HUSTINGS_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    Some(shared.join("data/candidates").join(file)).filter(|path| path.is_file())
}

fn import(site: &Site, file: &str, options: &CandidateOptions) -> Option<Imported> {
    let result = site.try_file(&data(file)?, options);
    Some(result.unwrap_or_else(|e| panic!("{file}: {e:?}")))
}

#[test]
#[ignore = "needs the shared data folder"]
fn real_lists_of_three_generations_merge() {
    let site = Site::new();
    let none = CandidateOptions::default();
    let Some(full) = import(&site, "dc-parl.2015-05-07.csv", &none) else { return };
    assert_eq!((full.numbers("Ballots")[0], full.numbers("People")[0], full.skipped().len()), (650, 3971, 0));
    let before = site.files();
    let again = import(&site, "dc-parl.2015-05-07.csv", &none).unwrap();
    assert_eq!((again.numbers("Ballots"), again.files, again.looks()), (vec![0, 0, 650], 0, vec![]));
    let election = Some("parl.2015-05-07".parse().unwrap());
    let early = CandidateOptions { election, date: Some("2015-05-07".parse().unwrap()), ..CandidateOptions::default() };
    let early = import(&site, "dc-2015-early-header-199-rows.csv", &early).unwrap();
    assert_eq!((early.numbers("Ballots")[2], early.skipped().len()), (35, 0));
    assert_eq!(site.files(), before);
    let later = import(&site, "dc-2024-header-174-rows.csv", &none).unwrap();
    assert_eq!((later.numbers("Ballots")[0], later.numbers("People")[0]), (23, 174));
    assert_eq!(site.errors(), []);
}
