//! After any sequence of sites and of other people's doings, the folder holds both and no more.

use proptest::prelude::*;

use super::*;

const OURS: [&str; 7] = ["index.html", "a", "a/index.html", "a/b/index.html", "b/index.html", "b/c/d.csv", "c.css"];
const THEIRS: [&str; 6] = [".git/HEAD", "CNAME", "a/notes.txt", "b/Photos/1.jpg", ".well-known/x/y", "b/c/Notes"];

#[derive(Debug, Clone)]
enum Step {
    /// A build of the addresses whose bit is set, with this text in each.
    Build(u8, u8),
    /// Somebody writes a file of their own.
    Put(usize, u8),
    /// Somebody takes their file away.
    Take(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (any::<u8>(), 0..2_u8).prop_map(|(bits, text)| Step::Build(bits, text)),
        1 => (0..THEIRS.len(), any::<u8>()).prop_map(|(which, text)| Step::Put(which, text)),
        1 => (0..THEIRS.len()).prop_map(Step::Take),
    ]
}

/// The addresses a number stands for, without those that are a file and a folder at once.
fn pages(bits: u8, text: u8) -> Vec<(&'static str, String)> {
    let chosen = OURS.iter().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0).map(|(_, path)| *path);
    let folder_a = bits & 0b1100 != 0;
    chosen.filter(|path| *path != "a" || !folder_a).map(|path| (path, format!("{path} {text}"))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_folder_is_the_site_and_what_others_put_there(steps in prop::collection::vec(step(), 1..12)) {
        let place = Place::new();
        place.build(&Site::default());
        let mut ours = BTreeMap::new();
        let mut theirs = BTreeMap::new();
        for step in steps {
            match step {
                Step::Build(bits, text) => {
                    let pages = pages(bits, text);
                    let site = site(&pages.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>());
                    // A folder with other people's files cannot become a page; the old site stays.
                    if let Ok(written) = place.try_build(&site) {
                        ours = pages.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
                        prop_assert_eq!(written.files, ours.len());
                    } else {
                        prop_assert!(site.contains_key(&"a".parse().expect("an address")));
                    }
                }
                Step::Put(which, text) => {
                    if place.out().join("a").is_file() && THEIRS[which].starts_with("a/") {
                        continue;
                    }
                    place.put(THEIRS[which], &text.to_string());
                    theirs.insert(THEIRS[which].to_owned(), text.to_string());
                }
                Step::Take(which) => {
                    if theirs.remove(THEIRS[which]).is_some() {
                        fs::remove_file(place.out().join(THEIRS[which])).expect("a file");
                    }
                }
            }
            let mut all: BTreeMap<String, String> = ours.clone();
            all.extend(theirs.clone());
            prop_assert_eq!(files(&place.out()), all);
            prop_assert!(place.leftovers().is_empty());
        }
    }
}
