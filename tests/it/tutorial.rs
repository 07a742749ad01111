//! Whoever does what the README, `docs/tutorial.md` and the beginning of `docs/themes.md` say, from an empty folder on,
//! sees what is shown there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::recording::{commands, shows};
use crate::support::{SiteFixture, project, run_on};

/// What the documentation tells its reader to do.
enum Step<'d> {
    /// Write a file with these lines, or put them at the end of it.
    Write {
        file: &'d str,
        lines: &'d str,
        at_the_end: bool,
    },
    Run {
        command: String,
        shown: String,
    },
}

/// The steps of a text, in order: its console blocks, and its other blocks below a line that ends in the name of a
/// file and a colon.
fn steps(text: &str) -> Vec<Step<'_>> {
    let (mut steps, mut before) = (Vec::new(), "");
    for (number, part) in text.split("```").enumerate() {
        if number % 2 == 0 {
            before = part;
            continue;
        }
        let (language, lines) = part.split_once('\n').expect("a block has lines");
        if language == "console" {
            let runs = commands(&format!("```{part}```")).into_iter();
            steps.extend(runs.map(|(command, shown)| Step::Run { command, shown }));
        } else if let Some((say, file)) = before.trim_end().strip_suffix("`:").and_then(|say| say.rsplit_once('`')) {
            steps.push(Step::Write { file, lines, at_the_end: say.ends_with("at the end of ") });
        }
    }
    steps
}

fn write(file: &Path, lines: &str, at_the_end: bool) {
    let there = if at_the_end { fs::read_to_string(file).expect("a file to put lines into") } else { String::new() };
    fs::create_dir_all(file.parent().expect("a folder")).expect("a writable temporary folder");
    fs::write(file, there + lines).expect("a writable temporary folder");
}

/// Does what a text says, and gives the folder in which it ends.
#[track_caller]
fn follow(home: &SiteFixture, text: &str) -> PathBuf {
    let (mut folder, mut here) = (home.path("").components().collect::<PathBuf>(), String::new());
    for step in steps(text) {
        match step {
            Step::Write { file, lines, at_the_end } => write(&folder.join(file), lines, at_the_end),
            Step::Run { command, .. } if command.starts_with("cargo install ") => {}
            Step::Run { command, shown } => match command.strip_prefix("cd ") {
                Some(name) => {
                    folder.push(name.trim_end());
                    here = format!("/home/pat/{}/", name.trim_end());
                }
                None => shows(&folder, &command, &shown, &here),
            },
        }
    }
    folder
}

fn document(name: &str) -> String {
    fs::read_to_string(project().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn page(folder: &Path, name: &str) -> String {
    let file = folder.join("public").join(name);
    fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

#[test]
fn the_tutorial_leads_from_an_empty_folder_to_a_site() {
    let home = SiteFixture::bare();
    let site = follow(&home, &document("docs/tutorial.md"));
    let ballot = page(&site, "gull-rock.2031-05-08/gull-rock/index.html");
    for told in ["Confirmed by 2 other people.", "Femi Fabel", "Not double-checked yet.", "Pat Promoter"] {
        assert!(ballot.contains(told), "{told}");
    }
    assert!(page(&site, "corrections/index.html").contains("We had misspelt it."));
    let people = fs::read_to_string(site.join("private/contacts.csv")).expect("the addresses");
    assert_eq!(people.lines().count(), 9, "eight people, and the names of the columns");
}

#[test]
fn the_readme_shows_what_happens() {
    let readme = document("README.md");
    let (_, rest) = readme.split_once("## A first session\n").expect("the first session");
    let session = rest.split("\n## ").next().unwrap_or_default();
    assert!(commands(session).len() < 10, "the first session is short");
    let home = SiteFixture::bare();
    let site = follow(&home, session);
    shows(&site, "hustings check", "No problems found.", "");
    assert!(page(&site, "example.2031-05-01/example-town/900105-elin-madeup/index.html").contains("Open it."));
}

#[test]
fn the_readme_shows_how_a_mistake_is_told() {
    let readme = document("README.md");
    let told = readme.split("```").find_map(|block| block.strip_prefix("\nerror[")).expect("an error");
    let site = SiteFixture::bare();
    site.hustings().args(["init", "."]).assert().success();
    let ballot = "candidates/example.2031-05-01/example-town.yaml";
    let site = site.replace(ballot, "stance: supports  ", "stance: suports  ");
    let ran = run_on("2031-04-20", ["hustings".into(), "check".into(), "-C".into(), site.path("").into()]);
    assert!(ran.err.contains(told) || ran.out.contains(told), "{}{}", ran.out, ran.err);
}

#[test]
fn the_page_on_themes_begins_with_what_works() {
    let themes = document("docs/themes.md");
    let (first, _) = themes.split_once("\n## Change the look\n").expect("the section on the look");
    let home = SiteFixture::bare();
    let site = follow(&home, first);
    shows(&site, "hustings build --quiet", "", "");
    let front = page(&site, "index.html");
    for told in ["static/logo.svg", "We are always looking for people who read leaflets.", "Who are they?"] {
        assert!(front.contains(told), "{told}");
    }
    assert!(page(&site, "static/style.css").contains("#1f8a70"), "the accent");
}

/// What a heading is called in an address.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect::<String>().replace(' ', "-")
}

#[test]
fn links_between_pages_of_the_documentation_lead_somewhere() {
    for name in ["docs/tutorial.md", "docs/campaign.md", "docs/themes.md", "README.md"] {
        let (text, file) = (document(name), project().join(name));
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            let (other, part) = link.split_once('#').unwrap_or((link, ""));
            let other = file.parent().expect("a folder").join(other);
            assert!(other.exists(), "{name} leads to {link}");
            if !part.is_empty() {
                let there = fs::read_to_string(other).expect("a page with headings");
                let mut headings = there.lines().filter(|line| line.starts_with('#')).map(anchor);
                assert!(headings.any(|heading| heading == part), "{name} leads to {link}");
            }
        }
    }
}
