use hustings::cli::{Exit, Loudness, Terminal, run};

use super::fixture::{FIRST, Site, list};

/// Runs the command on a site, and gives how it ended and what it said.
fn command(site: &Site, words: &[&str]) -> (Exit, String) {
    answering(site, words, None)
}

/// The same with somebody there who answers what it asks.
fn answering(site: &Site, words: &[&str], answers: Option<&str>) -> (Exit, String) {
    let mut answers = answers.map(str::as_bytes);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        answers: answers.as_mut().map(|answers| answers as &mut dyn std::io::BufRead),
        out: &mut out,
        err: &mut err,
        out_colour: false,
        err_colour: false,
        interactive: false,
        today: "2031-04-01".parse().unwrap(),
        loudness: Loudness::default(),
        all_problems: false,
    };
    let root = site.root().to_string_lossy().into_owned();
    let start = ["hustings", "-C", &root, "import", "candidates"];
    let exit = run(start.iter().chain(words).map(Into::into), &mut terminal);
    (exit, String::from_utf8(out).unwrap() + &String::from_utf8(err).unwrap())
}

#[test]
fn the_command_sums_up_and_its_exit_says_how_it_went() {
    let site = Site::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("early.csv").to_string_lossy().into_owned();
    std::fs::write(&file, list(FIRST, &[&["id=1", "name=Asha Example"]])).unwrap();
    let (exit, said) = command(&site, &[&file]);
    assert!(exit == Exit::Errors && said.contains("early.csv:1:1") && said.contains("--election"), "{said}");
    let (exit, said) = command(&site, &[&file, "--election", "parl.2031-05-01"]);
    assert_eq!(exit, Exit::Clean, "{said}");
    assert!(said.contains("Ballots:   1 new, 0 changed, 0 unchanged\nPeople:    1 added"), "{said}");
    let (exit, _) = command(&site, &[&file, "--election", "No Id"]);
    assert_eq!(exit, Exit::Usage);
    let (exit, said) = command(&site, &[&file, "--date", "2031-13-13"]);
    assert!(exit == Exit::Usage && said.contains("there is no such day; write it as 2031-05-01"), "{said}");
    let (exit, said) = command(&site, &["no-such-file.csv"]);
    assert!(exit == Exit::Environment && said.contains("no-such-file.csv"), "{said}");
    let (exit, said) = command(&site, &["--help"]);
    assert!(exit == Exit::Clean && said.contains("Examples:"), "{said}");
}

#[test]
fn a_new_party_that_is_called_nearly_as_a_known_one_is_told() {
    let (site, folder) = (Site::new(), tempfile::tempdir().unwrap());
    let list = |name: &str, text: &str| {
        let file = folder.path().join(name).to_string_lossy().into_owned();
        std::fs::write(&file, text).unwrap();
        file
    };
    let first = list("first.csv", "name,party,area\nAsha Example,Harbour Alliance,Pond Lane\n");
    let words = |file: &str| [file.to_owned(), "--election".into(), "parl.2031-05-01".into()];
    let run = |file: &str, more: &[&str], answers| {
        let words = words(file);
        let all: Vec<&str> = words.iter().map(String::as_str).chain(more.iter().copied()).collect();
        answering(&site, &all, answers)
    };
    let (exit, said) = run(&first, &[], None);
    assert!(exit == Exit::Clean && !said.contains("Warning"), "{said}");
    let second =
        list("second.csv", "name,party,area\nBen Sample,Harbor Aliance,Pond Lane\nCleo Trial,Meadow Party,Pond Lane\n");
    let warning = "Warning: “Harbor Aliance” (line 2) is taken for a new party, and harbour-alliance is called nearly the same: \
                   “Harbour Alliance”. If they are one, say so with --party “Harbor Aliance=harbour-alliance”.\n";
    let before = site.files();
    let (exit, said) = run(&second, &["--dry-run"], None);
    assert!(exit == Exit::Clean && said.contains(warning) && site.files() == before, "{said}");
    // Whoever is asked and says that it is new is not warned of it.
    let (exit, said) = run(&second, &["--dry-run"], Some("2\n\n"));
    assert!(exit == Exit::Clean && said.contains("Which party is “Harbor Aliance”?"), "{said}");
    assert!(!said.contains("Warning"), "{said}");
    let (exit, said) = run(&second, &[], None);
    assert!(exit == Exit::Clean && said.contains(warning) && said.contains("Parties:   2 new"), "{said}");
    let (exit, said) = run(&second, &[], None);
    assert!(exit == Exit::Clean && !said.contains("Warning"), "{said}");
}
