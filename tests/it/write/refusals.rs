//! Outputs that are refused, by name and with a remedy.

use std::fs;
use std::os::unix::fs::symlink;

use super::*;

fn refusal(out: &Path, root: &Path) -> String {
    put(&small(), out, root).expect_err("the output is refused").to_string()
}

#[test]
fn the_root_of_the_disk_the_site_root_and_folders_above_are_refused() {
    let place = Place::new();
    place.put("records.yaml", "");
    let root = place.out();
    for out in [Path::new("/"), &root, place.root(), &root.join("."), &root.join("../public")] {
        let text = refusal(out, &root);
        assert!(text.contains("help: choose a folder for the site alone"), "{text}");
    }
    assert_eq!(snapshot(place.root()).len(), 2);
}

#[test]
fn a_symlink_to_the_site_root_is_refused() {
    let place = Place::new();
    symlink(".", place.out()).expect("a link");
    assert!(refusal(&place.out(), place.root()).contains("the folder of the records"));
}

#[test]
fn a_home_folder_is_refused() {
    let place = Place::new();
    if let Some(home) = std::env::home_dir().filter(|home| home.is_dir()) {
        let text = refusal(&home, place.root());
        assert!(text.contains("help: choose a folder for the site alone"), "{text}");
    }
    assert!(refusal(Path::new("/home"), place.root()).contains("help: "));
}

#[test]
fn a_file_is_refused() {
    let place = Place::new();
    fs::write(place.out(), "text").expect("a file");
    assert!(refusal(&place.out(), place.root()).contains("it is a file"));
    assert!(refusal(&place.out().join("inside"), place.root()).contains("help: "));
}

#[test]
fn a_symlink_to_nothing_is_refused() {
    let place = Place::new();
    symlink("nowhere", place.out()).expect("a link");
    assert!(refusal(&place.out(), place.root()).contains("leads nowhere"));
    assert!(!place.root().join("nowhere").exists());
}

#[test]
fn a_folder_in_a_missing_one_is_refused() {
    let place = Place::new();
    assert!(refusal(&place.root().join("a/b"), place.root()).contains("does not exist"));
}

#[test]
fn a_mount_point_is_refused() {
    let place = Place::new();
    if Path::new("/proc/self").exists() {
        assert!(refusal(Path::new("/proc"), place.root()).contains("mount point"));
    }
}

#[test]
fn a_name_that_leaves_no_room_is_refused() {
    let place = Place::new();
    let text = refusal(&place.root().join("x".repeat(250)), place.root());
    assert!(text.contains("shorter name"), "{text}");
}

#[test]
fn a_folder_of_other_peoples_things_is_refused_by_name() {
    let place = Place::new();
    place.put("thesis.txt", "two years of work");
    assert!(place.refused(&small()).contains("thesis.txt"));
}

#[test]
fn other_peoples_entries_at_an_address_of_the_site_are_refused_by_name() {
    let place = Place::new();
    place.build(&small());
    place.put("method/index.html", "mine");
    place.put("about", "mine");
    place.put("data/index.html/note", "mine");
    for address in ["method/index.html", "about/index.html", "data/index.html"] {
        let text = place.refused(&site(&[(address, "ours")]));
        assert!(text.contains(address.trim_end_matches("/index.html")), "{text}");
    }
    symlink("/etc/hostname", place.out().join("link.html")).expect("a link");
    assert!(place.refused(&site(&[("link.html", "ours")])).contains("link.html"));
}

#[test]
fn a_folder_of_ours_with_other_peoples_files_cannot_become_a_page() {
    let place = Place::new();
    place.build(&small());
    place.put("parties/notes.txt", "mine");
    assert!(place.refused(&site(&[("parties", "ours")])).contains("parties"));
}

#[test]
fn a_manifest_that_makes_no_sense_is_refused() {
    let place = Place::new();
    place.build(&small());
    for text in ["../../etc/passwd", "00  index.html", &format!("{}  ../x", "0".repeat(64))] {
        fs::write(place.out().join(MANIFEST), text).expect("a file");
        assert!(place.refused(&site(&[("index.html", "other")])).contains(MANIFEST));
    }
    fs::remove_file(place.out().join(MANIFEST)).expect("a file");
    symlink("index.html", place.out().join(MANIFEST)).expect("a link");
    assert!(place.refused(&small()).contains("is not a regular file"));
}

#[test]
fn an_address_that_is_a_file_and_a_folder_is_refused() {
    let place = Place::new();
    assert!(place.refused(&site(&[("a", ""), ("a/b", "")])).contains("a file and a folder at once"));
}

#[test]
fn a_strange_workshop_is_not_touched() {
    let place = Place::new();
    fs::create_dir(place.workshop()).expect("a folder");
    fs::write(place.workshop().join("thesis.txt"), "work").expect("a file");
    let text = place.try_build(&small()).expect_err("the build is refused").to_string();
    assert!(text.contains(".public.hustings-build"), "{text}");
    assert_eq!(snapshot(&place.workshop()).len(), 1);
}
