//! What killed builds leave, put together by hand, and builds that meet.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use super::*;

fn workshop(place: &Place) -> PathBuf {
    let workshop = place.workshop();
    fs::create_dir(&workshop).expect("a folder");
    fs::set_permissions(&workshop, fs::Permissions::from_mode(0o700)).expect("a mode");
    workshop
}

/// A half-made site in the workshop, under the name that says it was never swapped.
fn half_made(workshop: &Path) {
    let new = workshop.join("new");
    fs::create_dir(&new).expect("a folder");
    fs::write(new.join("index.html"), "half").expect("a file");
    let number = fs::metadata(&new).expect("a folder").ino();
    fs::rename(new, workshop.join(format!("site-{number:x}"))).expect("a rename");
}

#[test]
fn a_build_killed_before_the_swap_leaves_nothing_after_the_next() {
    let place = Place::new();
    place.build(&small());
    workshop(&place);
    place.build(&small());
    fs::create_dir(workshop(&place).join("new")).expect("a folder");
    place.build(&small());
    half_made(&workshop(&place));
    let written = place.build(&small());
    assert_eq!(written.unchanged, 3);
}

#[test]
fn a_build_killed_between_two_renames_gives_the_old_site_back() {
    let place = Place::new();
    place.build(&small());
    place.put("CNAME", "example.org");
    place.put(".git/HEAD", "ref");
    let before = snapshot(&place.out());
    let workshop = workshop(&place);
    half_made(&workshop);
    fs::rename(place.out(), workshop.join("old")).expect("a rename");
    let written = place.build(&small());
    assert_eq!((written.unchanged, written.kept.len()), (3, 2));
    assert_eq!(snapshot(&place.out()), before);
}

/// A site that was swapped out by an exchange or by renames, with other people's things still in it.
#[test]
fn a_build_killed_after_the_swap_is_finished_by_the_next() {
    for name in ["old", "site-0"] {
        let place = Place::new();
        place.build(&small());
        place.put("CNAME", "example.org");
        place.put(".git/HEAD", "ref");
        place.put("parties/pp9001/photos/one.jpg", "photo");
        place.put("parties/index.html", "edited");
        let old = workshop(&place).join(name);
        fs::rename(place.out(), &old).expect("a rename");
        let other = Place::new();
        other.build(&site(&[("index.html", "next")]));
        fs::rename(other.out(), place.out()).expect("a rename");
        fs::hard_link(old.join("CNAME"), place.out().join("CNAME")).expect("a link");

        place.build(&site(&[("index.html", "next")]));
        let all = [
            (".git/HEAD", "ref"),
            ("CNAME", "example.org"),
            ("index.html", "next"),
            ("parties/index.html", "edited"),
            ("parties/pp9001/photos/one.jpg", "photo"),
        ];
        assert_eq!(files(&place.out()), expected(&all));
    }
}

#[test]
fn an_entry_that_stands_twice_after_a_kill_is_never_decided_by_the_program() {
    let place = Place::new();
    place.build(&small());
    place.put(".git/HEAD", "the old one");
    let old = workshop(&place).join("old");
    fs::rename(place.out(), &old).expect("a rename");
    let other = Place::new();
    other.build(&small());
    fs::rename(other.out(), place.out()).expect("a rename");
    place.put(".git/HEAD", "made meanwhile");

    let text = place.try_build(&small()).expect_err("the build is refused").to_string();
    assert!(text.contains(".git is there twice"), "{text}");
    assert_eq!(fs::read_to_string(old.join(".git/HEAD")).expect("a file"), "the old one");
    assert_eq!(fs::read_to_string(place.out().join(".git/HEAD")).expect("a file"), "made meanwhile");
    fs::remove_dir_all(old.join(".git")).expect("a folder");
    place.build(&small());
}

#[test]
fn builds_at_once_end_with_one_whole_site() {
    let place = Place::new();
    place.put("CNAME", "example.org");
    let sites: Vec<Vec<(String, String)>> = (0..4)
        .map(|build| (0..40).map(|page| (format!("p{page}/index.html"), format!("build {build}"))).collect())
        .collect();
    std::thread::scope(|scope| {
        for pages in &sites {
            let files: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            let (site, place) = (site(&files), &place);
            scope.spawn(move || (0..10).for_each(|_| drop(place.try_build(&site).expect("the site is written"))));
        }
    });
    assert_eq!(place.leftovers(), [] as [String; 0]);
    let mut found = files(&place.out());
    assert_eq!(found.remove("CNAME").as_deref(), Some("example.org"));
    assert_eq!(found.len(), 40);
    assert_eq!(found.values().collect::<std::collections::BTreeSet<_>>().len(), 1);
}
