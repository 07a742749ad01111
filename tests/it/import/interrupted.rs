use super::fixture::{Imported, SECOND, Site, list};
use hustings::import::{CandidateOptions, ImportError, Progress, Stage, candidates};

/// Somebody who changes a ballot by hand while a list is compared with it.
struct Hand<'a> {
    site: &'a Site,
    writes: &'a str,
}

impl Progress for Hand<'_> {
    fn begin(&self, stage: Stage, _: usize) {
        if stage == Stage::Ballots {
            self.site.put_ballot(self.writes);
        }
    }

    fn step(&self) {}
}

#[test]
fn a_ballot_that_somebody_changes_meanwhile_stays_as_it_is() {
    let site = Site::new();
    site.import(&list(SECOND, &[&["id=1", "name=Asha Example"], &["id=2", "name=Bo Sample"]]));
    let first = "candidates:\n  - {person: 9, name: Put In By Hand, party: pp9001}\n";
    let writes = site.ballot().replacen("candidates:\n", first, 1);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    std::fs::write(&file, list(SECOND, &[&["id=1", "name=Asha Other"], &["id=2", "name=Bo Sample"]])).unwrap();
    let hand = Hand { site: &site, writes: &writes };
    let proposal = candidates(site.root(), &file, &CandidateOptions::default(), &hand).unwrap();
    match Imported::into_site(site.root(), proposal) {
        Err(ImportError::Failure(failure)) => assert!(failure.to_string().contains("in the meantime"), "{failure}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(site.ballot(), writes);
}

#[test]
fn where_one_file_cannot_be_written_none_is() {
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
        Err(ImportError::Failure(failure)) => {
            assert!(failure.to_string().contains("(no file was written)"), "{failure}");
        }
        other => panic!("{other:?}"),
    }
    assert!(!site.root().join("candidates/parties/pp9001.yaml").exists());
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

#[test]
fn it_goes_from_every_folder_that_an_import_writes_even_when_nothing_is_new() {
    let site = Site::new();
    let text = list(SECOND, &[&["id=1", "name=Asha Example"]]);
    site.import(&text);
    let left = [
        "candidates/parties/.hustings-aB3xY9.tmp",
        "candidates/documents/.hustings-aB3xY9.tmp",
        "candidates/parl.2031-05-01/.hustings-aB3xY9.tmp",
        "candidates/parl.2031-05-01/asks/.hustings-aB3xY9.tmp",
        "candidates/local.x.2031-05-01/.hustings-aB3xY9.tmp",
    ];
    let others = [
        ".hustings-aB3xY9.tmp",
        "content/.hustings-aB3xY9.tmp",
        "candidates/parl.2031-05-01/.drafts/.hustings-aB3xY9.tmp",
        "candidates/.drafts/.hustings-aB3xY9.tmp",
        "candidates/parties/.hustings-mine.tmp",
    ];
    left.iter().chain(&others).for_each(|file| site.put(file, "half"));
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join(".hustings-aB3xY9.tmp"), "another's").unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), site.root().join("candidates/.linked")).unwrap();
    site.import(&text);
    let there = |file: &&str| site.root().join(file).exists();
    assert_eq!(left.iter().filter(|file| there(file)).count(), 0);
    assert_eq!(others.iter().filter(|file| there(file)).count(), others.len());
    assert!(elsewhere.path().join(".hustings-aB3xY9.tmp").exists());
}

#[test]
fn runs_at_once_do_not_take_away_what_another_writes() {
    let site = Site::new();
    let ballot = |n: usize| {
        let (id, gss) = (format!("ballot_paper_id=parl.town-{n}.2031-05-01"), format!("gss_code=E1499900{n}"));
        let person = format!("id={n}");
        list(SECOND, &[&[&id, &gss, &person, "name=Asha Example", &format!("post_label=Town {n}")]])
    };
    site.import(&ballot(9));
    std::thread::scope(|scope| {
        for n in 1..=8 {
            let text = ballot(n);
            let site = &site;
            scope.spawn(move || drop(site.import(&text)));
        }
    });
    let folder = std::fs::read_dir(site.root().join("candidates/parl.2031-05-01")).unwrap();
    let names: Vec<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names.len(), 10, "{names:?}");
    assert_eq!(site.errors(), []);
}
