use hustings::cli::{Exit, Loudness, Terminal, run};

use super::fixture::{FIRST, Site, list};

/// Runs the command on a site, and gives how it ended and what it said.
fn command(site: &Site, words: &[&str]) -> (Exit, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        answers: None,
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
