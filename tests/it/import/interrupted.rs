use super::fixture::{SECOND, Site, list};
use hustings::import::{CandidateOptions, ImportError};

#[test]
fn parties_come_first_then_elections_then_ballots() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = Site::new();
    site.put("candidates/parl.2031-05-01/asks/README", "");
    let election = site.root().join("candidates/parl.2031-05-01");
    let mode = |mode| std::fs::set_permissions(&election, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    if std::fs::write(election.join("trial"), "").is_ok() {
        return; // Root may write anywhere.
    }
    let text = list(SECOND, &[&["id=1", "name=Asha Example"]]);
    let result = site.try_import(text.as_bytes(), &CandidateOptions::default());
    mode(0o755);
    match result {
        Err(ImportError::Failure(failure)) => assert!(failure.to_string().contains("1 of 3 files"), "{failure}"),
        other => panic!("{other:?}"),
    }
    assert!(site.root().join("candidates/parties/pp9001.yaml").exists());
    assert_eq!(site.errors(), []);
}

#[test]
fn what_a_killed_import_left_goes_and_nothing_else() {
    let site = Site::new();
    let folder = "candidates/parl.2031-05-01";
    let kept = [".hustings-notes.tmp.bak", ".hustings-my-own-notes.tmp", ".hustings-aB3x.tmp"];
    for name in kept.iter().chain(&[".hustings-aB3xY9.tmp"]) {
        site.put(&format!("{folder}/{name}"), "half");
    }
    site.import(&list(SECOND, &[&["id=1", "name=Asha Example"]]));
    let there = |name: &str| site.root().join(folder).join(name).exists();
    assert!(kept.iter().all(|name| there(name)) && !there(".hustings-aB3xY9.tmp"));
}
