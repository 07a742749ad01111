//! The private folder of a site belongs to the campaign alone: nothing reads it, and nothing of it is published.

use std::fs;

use crate::support::{SiteFixture, files_under};

/// Words that stand nowhere but in the private folder.
const SECRET: &str = "asha.secret@home.example.org";

fn with_secrets() -> SiteFixture {
    let row = format!("id,name,email\n11,Asha Example,{SECRET}\n");
    SiteFixture::base()
        .file("private/contacts.csv", row)
        .file("private/letters/first/11-asha-example.txt", format!("To {SECRET}"))
        .file("private/candidates/parties/pp9.yaml", format!("id: {SECRET}"))
        .file("private/hustings.yaml", "no: [yaml")
        .file("private/photo.jpg", SECRET)
}

#[test]
fn nothing_is_said_of_it_and_nothing_of_it_is_published() {
    let site = with_secrets();
    assert_eq!(site.check(), []);
    let with = site.build();
    let without = SiteFixture::base().build();
    let public = |site: &SiteFixture| -> Vec<(String, Vec<u8>)> {
        let folder = site.path("public");
        let read = |name: String| {
            let bytes = fs::read(folder.join(&name)).expect("a published file");
            (name, bytes)
        };
        files_under(&folder).into_iter().map(read).collect()
    };
    let built = public(&with);
    assert!(built.len() > 10);
    for (name, bytes) in &built {
        assert!(!name.contains("private") && !name.contains("contacts"), "{name}");
        assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()), "{name} tells an address");
    }
    assert!(built == public(&without), "the private folder changes a page");
}

#[test]
fn git_leaves_it_out_of_every_new_site() {
    for words in [&["init", "."][..], &["init", "--empty", "."]] {
        let site = SiteFixture::bare();
        site.hustings().args(words).assert().success();
        let ignored = fs::read_to_string(site.path(".gitignore")).expect("a list of what git leaves out");
        assert!(ignored.lines().any(|line| line == "/private/"), "{ignored}");
    }
}
