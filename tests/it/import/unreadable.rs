use std::path::Path;
use std::process::Command;

use super::fixture::Site;
use hustings::import::{CandidateOptions, ImportError};

/// Why a list cannot be read, and what the message tells to do.
fn failure(site: &Site, list: &Path) -> (String, String) {
    match site.try_file(list, &CandidateOptions::default()) {
        Err(ImportError::Failure(failure)) => (failure.why, failure.help),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_a_regular_file_is_read() {
    let site = Site::new();
    let folder = tempfile::tempdir().unwrap();
    let (why, help) = failure(&site, folder.path());
    assert!(why == "it is a folder" && help.contains("CSV file"), "{why}: {help}");
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [Path::new("/dev/zero"), &pipe] {
        let (why, help) = failure(&site, path);
        assert!(why == "it is not a regular file" && help.contains("save it as a CSV file"), "{why}: {help}");
    }
    assert_eq!(site.files().len(), 1);
}

#[test]
fn a_list_has_a_largest_size() {
    let site = Site::new();
    let folder = tempfile::tempdir().unwrap();
    let huge = folder.path().join("huge.csv");
    // A file with a hole: it takes no room on the disk.
    std::fs::File::create(&huge).unwrap().set_len(100_000_001).unwrap();
    let (why, help) = failure(&site, &huge);
    assert_eq!(why, "it has 100000001 bytes, and at most 100000000 are read");
    assert!(help.contains("one election"), "{help}");
}
