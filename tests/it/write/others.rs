//! Entries that hustings did not make.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;

use super::*;

#[test]
fn other_peoples_entries_of_every_kind_stay() {
    let place = Place::new();
    place.build(&small());
    place.put(".git/HEAD", "ref: refs/heads/main");
    place.put(".well-known/security.txt", "contact");
    place.put("CNAME", "example.org");
    place.put("parties/pp9001/notes.txt", "notes");
    place.put("Bilder/ä.txt", "Bild");
    fs::create_dir(place.out().join("empty")).expect("a folder");
    symlink("nowhere", place.out().join("dangling")).expect("a link");
    let _socket = UnixListener::bind(place.out().join("socket")).expect("a socket");
    let git = fs::metadata(place.out().join(".git")).expect("a folder").ino();
    let before = snapshot(&place.out());

    let written = place.build(&site(&[("index.html", "other")]));
    let kept: Vec<_> = written.kept.iter().map(|path| path.display().to_string()).collect();
    let all = [".git", ".well-known", "Bilder", "CNAME", "dangling", "empty", "parties/pp9001/notes.txt", "socket"];
    assert_eq!(kept, all);

    let after = snapshot(&place.out());
    let ours = ["index.html", MANIFEST, "parties/index.html", "parties/pp9001/index.html"];
    for (path, text) in before.iter().filter(|(path, _)| !ours.iter().any(|ours| *path == Path::new(ours))) {
        assert_eq!(after.get(path), Some(text), "{}", path.display());
    }
    assert_eq!(fs::metadata(place.out().join(".git")).expect("a folder").ino(), git);
    assert_eq!(place.build(&site(&[("index.html", "third")])).kept.len(), all.len());
}

#[test]
fn a_kept_entry_keeps_mode_and_time() {
    let place = Place::new();
    place.build(&small());
    let note = place.put("parties/notes.txt", "notes");
    let then = age(&note);
    fs::set_permissions(&note, fs::Permissions::from_mode(0o600)).expect("a mode");
    place.build(&site(&[("index.html", "other")]));
    assert_eq!((mode(&note), modified(&note)), (0o600, then));
}

#[test]
fn a_fresh_folder_may_hold_what_hosts_need() {
    let place = Place::new();
    place.put(".git/HEAD", "ref");
    place.put("CNAME", "example.org");
    let written = place.build(&small());
    assert_eq!(written.kept.len(), 2);
    assert_eq!(fs::read_to_string(place.out().join(".git/HEAD")).expect("a file"), "ref");
}

#[test]
fn a_page_of_ours_that_a_person_edited_stays_once_the_site_has_it_no_more() {
    let place = Place::new();
    place.build(&small());
    place.put("parties/index.html", "edited by hand");
    place.build(&site(&[("index.html", "home")]));
    assert_eq!(files(&place.out()), expected(&[("index.html", "home"), ("parties/index.html", "edited by hand")]));
}

#[test]
fn a_manifest_that_claims_other_peoples_files_deletes_none() {
    let place = Place::new();
    place.build(&small());
    place.put("notes.txt", "notes");
    let manifest = place.out().join(MANIFEST);
    let text = fs::read_to_string(&manifest).expect("a manifest");
    let claim = format!("{text}{}  notes.txt\n", "0".repeat(64));
    fs::write(&manifest, claim).expect("a file");
    place.build(&site(&[("index.html", "home")]));
    assert_eq!(files(&place.out()), expected(&[("index.html", "home"), ("notes.txt", "notes")]));
}

#[test]
fn a_folder_of_other_people_is_shared_with_the_site() {
    let place = Place::new();
    place.build(&site(&[("index.html", "home")]));
    place.put("images/photo.jpg", "photo");
    let both = site(&[("index.html", "home"), ("images/logo.svg", "logo")]);
    place.build(&both);
    place.build(&site(&[("index.html", "home")]));
    assert_eq!(files(&place.out()), expected(&[("images/photo.jpg", "photo"), ("index.html", "home")]));
}

#[test]
fn an_edit_by_hand_while_a_site_is_built_is_neither_published_nor_lost() {
    let place = Place::new();
    place.build(&small());
    let page = place.out().join("parties/index.html");
    let same = small();
    let other = site(&[("index.html", "other"), ("parties/index.html", "all")]);
    for (round, wanted) in [same, other].iter().enumerate() {
        age(&page);
        let edited = format!("edited {round}");
        let failure = write(&place.out(), place.root(), |sink| {
            wanted.iter().try_for_each(|(path, bytes)| sink.put(path, bytes))?;
            fs::write(&page, &edited).expect("a page");
            Ok::<_, Failure>(())
        });
        let failure = failure.expect_err("the build is refused").to_string();
        assert!(failure.contains("parties/index.html was changed while the site was being built"), "{failure}");
        assert_eq!(fs::read_to_string(&page).expect("a page"), edited);
        place.build(&small());
    }
}
