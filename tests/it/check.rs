//! `hustings check`: what it prints, and how it ends.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use crate::support::{SiteFixture, hustings};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";

/// A site with one error, on line 9.
fn slip() -> SiteFixture {
    SiteFixture::base().replace(BALLOT, "stance: supports", "stance: suports")
}

/// A site with one warning, on line 19.
fn guess() -> SiteFixture {
    SiteFixture::base().replace(BALLOT, "name: Ben Sample", "name: Ben Sample\n    guessed: true")
}

fn check(site: &SiteFixture, words: &[&str]) -> (Option<i32>, String) {
    let output = site.hustings().arg("check").args(words).output().expect("hustings to run");
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn errors_end_with_1_and_show_the_line_and_the_remedy() {
    let (code, text) = check(&slip(), &[]);
    assert_eq!(code, Some(1));
    for part in ["error[unknown-word]", BALLOT, ":9:17", "stance: suports", "did you mean “supports”?"] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
}

#[test]
fn warnings_end_with_0_unless_the_check_is_strict() {
    assert_eq!(check(&guess(), &[]).0, Some(0));
    assert_eq!(check(&guess(), &["--strict"]).0, Some(1));
}

#[test]
fn many_of_a_kind_that_an_import_leaves_are_one_line_with_a_count() {
    let site = (1..=9_u32).fold(SiteFixture::base(), |site, n| {
        let person = |id: u32, name: &str| {
            format!("  - {{person: {id}, name: {name} {n}, party: pp2, guessed: true, sort_name: {n}}}\n")
        };
        let record = format!(
            "id: test.lane-{n}.2031-05-01\narea: {{name: Lane {n}}}\ncandidates:\n{}",
            person(100 + n, "Ann Madeup")
        );
        site.file(&format!("candidates/test.2031-05-01/lane-{n}.yaml"), record)
    });
    let (_, told) = check(&site, &[]);
    assert_eq!(told.matches("[guessed-name]").count(), 1, "{told}");
    assert!(told.contains("(and 8 more like this; --all lists each)"), "{told}");
    assert_eq!(check(&site, &["--all"]).1.matches("[guessed-name]").count(), 9);
    assert_eq!(site.check().iter().filter(|found| found.code == "guessed-name").count(), 9, "programs are told all");
}

#[test]
fn a_bad_escape_is_not_told_to_go_into_quotes() {
    for escape in ["\\uD800", "C:\\people"] {
        let term = format!("terms:\n  - {{id: ward, term: \"{escape}\", means: A part.}}\n");
        let found = SiteFixture::base().file("content/glossary.yaml", term).check();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].code == "yaml-syntax" && found[0].help.contains("single quotes"), "{found:?}");
    }
}

#[test]
fn the_remedy_of_a_file_name_gives_the_name() {
    let told = |file: &str| {
        let found = SiteFixture::base().file(file, "---\ntitle: A page\n---\n").check();
        assert_eq!(found.len(), 1, "{file}: {found:?}");
        found[0].help.clone()
    };
    assert!(told("content/pages/walk.MD").contains("rename it to walk.md, with a small ending"));
    assert!(told("content/pages/walk.markdown").contains("rename it to walk.md"));
    assert!(told("content/pages/aux.md").contains("aux-1"));
    assert!(told(&format!("content/pages/{}.md", "long-".repeat(21))).contains("at most 100 characters"));
}

#[test]
fn github_gets_annotations() {
    let (code, text) = check(&slip(), &["--format", "github"]);
    assert_eq!(code, Some(1));
    assert!(text.starts_with(&format!("::error file={BALLOT},line=9,col=17,title=unknown-word::")), "{text}");
}

#[test]
fn output_that_cannot_be_written_is_the_environment_s_fault() {
    let site = slip();
    let full = || File::options().write(true).open("/dev/full").expect("a device that is always full");
    if !Path::new("/dev/full").exists() {
        return;
    }
    let folder = site.path("").display().to_string();
    let check = ["-C", &folder, "check"];
    for words in [&["schema", "ballot"][..], &["completions", "bash"], &["--help"], &["--version"], &check] {
        let program = assert_cmd::cargo::cargo_bin!("hustings");
        let output = Command::new(program).args(words).stdout(full()).output().expect("hustings to run");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{words:?}: {said}");
        assert!(said.contains("cannot write to standard output") && said.contains("help: "), "{words:?}: {said}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let program = assert_cmd::cargo::cargo_bin!("hustings");
    let output = Command::new(program).args(["completions", "bash"]).stdout(writer).output().expect("hustings to run");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn the_site_is_found_from_a_folder_inside_it() {
    let site = slip();
    hustings().current_dir(site.path("content/pages")).arg("check").assert().code(1);
}

#[test]
fn a_folder_without_a_site_is_the_environment_s_fault() {
    let site = SiteFixture::bare();
    let output = hustings().current_dir(site.path("")).arg("check").output().expect("hustings to run");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("hustings.yaml"));
}

#[test]
fn manual_pages_are_written_for_the_program_and_every_command() {
    let folder = SiteFixture::bare();
    let there = folder.path("man1");
    hustings().arg("man").arg(&there).assert().success();
    let page = std::fs::read_to_string(there.join("hustings-record.1")).expect("the page of a command");
    assert!(page.contains("hustings record asha library yes"), "{page}");
    let first = std::fs::read_to_string(there.join("hustings.1")).expect("the page of the program");
    assert!(first.contains(r"hustings\-confirm(1)"), "{first}");
    std::fs::write(folder.path("file"), "").expect("a file");
    hustings().arg("man").arg(folder.path("file")).assert().code(3);
}
