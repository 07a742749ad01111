//! What a build leaves in the folder.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use super::*;

#[test]
fn a_first_build_makes_the_folder_and_every_file() {
    let place = Place::new();
    let written = place.build(&small());
    assert_eq!((written.files, written.changed, written.unchanged, written.removed), (3, 3, 0, 0));
    assert_eq!(written.out, fs::canonicalize(place.out()).expect("the folder"));
    let all =
        [("index.html", "home"), ("parties/index.html", "all"), ("parties/pp9001/index.html", "Harbour Alliance")];
    assert_eq!(files(&place.out()), expected(&all));
}

#[test]
fn the_manifest_lists_what_was_made_and_nothing_else() {
    let place = Place::new();
    place.build(&site(&[("index.html", "home")]));
    let manifest = fs::read_to_string(place.out().join(MANIFEST)).expect("a manifest");
    let lines: Vec<_> = manifest.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines, ["4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942  index.html"]);
}

#[test]
fn a_build_that_changes_nothing_touches_nothing() {
    let place = Place::new();
    place.build(&small());
    let inode = fs::metadata(place.out()).expect("the folder").ino();
    let written = place.build(&small());
    assert_eq!((written.changed, written.unchanged, written.removed), (0, 3, 0));
    assert_eq!(fs::metadata(place.out()).expect("the folder").ino(), inode);
}

#[test]
fn unchanged_files_keep_their_time_and_changed_ones_do_not() {
    let place = Place::new();
    place.build(&small());
    let (home, parties) = (place.out().join("index.html"), place.out().join("parties/index.html"));
    let then = age(&home);
    age(&parties);
    let written = place.build(&site(&[("index.html", "home"), ("parties/index.html", "one more")]));
    assert_eq!((written.changed, written.unchanged, written.removed), (1, 1, 1));
    assert_eq!(modified(&home), then);
    assert_ne!(modified(&parties), then);
    assert!(!place.out().join("parties/pp9001").exists(), "a folder of the old site goes with its pages");
}

#[test]
fn a_file_that_was_tampered_with_is_rewritten_even_when_size_and_time_agree() {
    let place = Place::new();
    place.build(&small());
    let home = place.out().join("index.html");
    let then = modified(&home);
    fs::write(&home, "hack").expect("a file");
    fs::File::options().append(true).open(&home).and_then(|file| file.set_modified(then)).expect("a time");
    assert_eq!(place.build(&small()).changed, 1);
    assert_eq!(fs::read_to_string(&home).expect("a file"), "home");
}

#[test]
fn a_file_that_went_missing_comes_back() {
    let place = Place::new();
    place.build(&small());
    fs::remove_dir_all(place.out().join("parties")).expect("a folder");
    assert_eq!(place.build(&small()).changed, 2);
}

#[test]
fn modes_are_published_ones_whatever_they_were() {
    let place = Place::new();
    place.build(&small());
    let (home, parties) = (place.out().join("index.html"), place.out().join("parties"));
    let then = age(&home);
    fs::set_permissions(&home, fs::Permissions::from_mode(0o600)).expect("a mode");
    fs::set_permissions(&parties, fs::Permissions::from_mode(0o777)).expect("a mode");
    fs::set_permissions(place.out(), fs::Permissions::from_mode(0o700)).expect("a mode");
    let written = place.build(&small());
    assert_eq!((written.changed, written.unchanged), (0, 3));
    assert_eq!((mode(&home), mode(&parties), mode(&place.out())), (0o644, 0o755, 0o755));
    assert_eq!(mode(&place.out().join(MANIFEST)), 0o644);
    assert_eq!(modified(&home), then);
}

#[test]
fn a_hard_link_elsewhere_is_neither_written_through_nor_given_another_mode() {
    let place = Place::new();
    place.build(&small());
    let (home, copy) = (place.out().join("index.html"), place.root().join("copy.html"));
    let then = age(&home);
    fs::set_permissions(&home, fs::Permissions::from_mode(0o600)).expect("a mode");
    fs::hard_link(&home, &copy).expect("a link");
    place.build(&site(&[("index.html", "home"), ("more.html", "")]));
    assert_eq!((mode(&home), mode(&copy)), (0o644, 0o600));
    assert_eq!(modified(&home), then);
    place.build(&site(&[("index.html", "new home")]));
    assert_eq!(fs::read_to_string(&copy).expect("a file"), "home");
}

#[test]
fn a_symlink_at_one_of_our_addresses_is_replaced_and_its_target_left_alone() {
    let place = Place::new();
    place.build(&small());
    let outside = place.root().join("outside");
    fs::create_dir(&outside).expect("a folder");
    fs::write(outside.join("index.html"), "precious").expect("a file");
    fs::remove_file(place.out().join("index.html")).expect("a file");
    symlink(outside.join("index.html"), place.out().join("index.html")).expect("a link");
    fs::remove_dir_all(place.out().join("parties")).expect("a folder");
    symlink(&outside, place.out().join("parties")).expect("a link");
    place.build(&small());
    assert_eq!(snapshot(&outside).len(), 1);
    assert_eq!(fs::read_to_string(outside.join("index.html")).expect("a file"), "precious");
    assert!(place.out().join("index.html").symlink_metadata().expect("a file").is_file());
    assert!(place.out().join("parties").symlink_metadata().expect("a folder").is_dir());
}

#[test]
fn a_page_becomes_a_folder_and_a_folder_a_page() {
    let place = Place::new();
    place.build(&site(&[("a", "file"), ("b/index.html", "folder")]));
    place.build(&site(&[("a/index.html", "folder"), ("b", "file")]));
    assert_eq!(files(&place.out()), expected(&[("a/index.html", "folder"), ("b", "file")]));
}

#[test]
fn an_output_that_is_a_symlink_stays_one() {
    let place = Place::new();
    let elsewhere = TempDir::new().expect("a temporary folder");
    let target = elsewhere.path().join("www");
    fs::create_dir(&target).expect("a folder");
    symlink(&target, place.out()).expect("a link");
    let written = place.build(&small());
    assert_eq!(written.out, fs::canonicalize(&target).expect("the folder"));
    place.build(&site(&[("index.html", "new")]));
    assert!(place.out().is_symlink());
    assert_eq!(files(&target), expected(&[("index.html", "new")]));
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 1);
}

#[test]
fn an_empty_site_empties_the_folder() {
    let place = Place::new();
    place.build(&small());
    assert_eq!(place.build(&Site::default()).removed, 3);
    assert!(files(&place.out()).is_empty());
}
