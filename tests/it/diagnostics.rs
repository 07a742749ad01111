//! Every diagnostic code has a fixture that shows it at its very place, and is explained.
//!
//! `tests/fixtures/diagnostics/<code>[.<variant>]/site/` holds the files that differ from
//! `tests/fixtures/base/`; `expected` holds all that is reported, as `file:line:column code`.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use hustings::cli::Exit;
use hustings::diagnostic::Code;

use crate::support::{Found, RunOutcome, SiteFixture, fixtures, project, run_on};

/// All cases with the code that each is about.
fn cases() -> Vec<(String, PathBuf)> {
    let folder = fixtures().join("diagnostics");
    let entries = fs::read_dir(folder).expect("the fixtures").map(|e| e.expect("a fixture").path());
    let mut cases: Vec<_> = entries.map(|path| (code_of(&path), path)).collect();
    cases.sort();
    cases
}

fn code_of(case: &std::path::Path) -> String {
    let name = case.file_name().expect("a name").to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

fn site(code: &str, case: &std::path::Path) -> SiteFixture {
    let base = SiteFixture::base();
    match code {
        // Too large to be kept as a file.
        "too-large" => base.file("content/glossary.yaml", "#".repeat(1_000_001)),
        _ => base.overlay(&case.join("site")),
    }
}

fn found(code: &str, case: &std::path::Path) -> Vec<Found> {
    match code {
        // Told only when somebody asks.
        "untranslated" => site(code, case).check_with(&["--untranslated"]),
        _ => site(code, case).check(),
    }
}

#[test]
fn the_base_site_has_nothing_wrong() {
    assert_eq!(SiteFixture::base().check(), []);
}

#[test]
fn every_case_reports_what_it_expects_and_nothing_else() {
    let mut wrong = String::new();
    for (code, case) in cases() {
        let expected = fs::read_to_string(case.join("expected")).expect("what the case expects");
        let mut expected: Vec<&str> = expected.lines().collect();
        expected.sort_unstable();
        let found = found(&code, &case);
        let mut places: Vec<String> = found.iter().map(Found::place_and_code).collect();
        places.sort_unstable();
        if places != expected {
            wrong += &format!("{}:\n  expected {expected:#?}\n  found {found:#?}\n", case.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_code_has_a_case() {
    let shown: BTreeSet<String> = cases().into_iter().map(|(code, _)| code).collect();
    let all: BTreeSet<String> = Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    assert_eq!(shown, all);
}

#[test]
fn every_message_says_how_to_mend_it() {
    for (code, case) in cases() {
        for found in found(&code, &case) {
            assert!(!found.message.is_empty() && !found.help.is_empty(), "{}", found.place_and_code());
            assert!(!found.message.ends_with('.') && !found.help.ends_with('.'), "{found:?}");
        }
    }
}

#[test]
fn the_documentation_has_a_section_for_every_code_in_their_order() {
    let text = fs::read_to_string(project().join("docs/diagnostics.md")).expect("docs/diagnostics.md");
    let headings = text.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`'));
    assert_eq!(headings.collect::<Vec<_>>(), Code::ALL.iter().map(|code| code.id()).collect::<Vec<_>>());
    for code in Code::ALL {
        let severity = format!("{:?}. ", code.severity());
        assert!(code.explanation().starts_with(&severity), "{code}: {}", code.explanation());
    }
}

fn explain(words: &[&str]) -> RunOutcome {
    run_on("2031-04-21", ["hustings", "explain"].iter().chain(words).map(Into::into))
}

#[test]
fn the_command_line_explains_every_code_as_the_documentation_does() {
    let list = explain(&[]).out;
    for code in Code::ALL {
        let told = explain(&[code.id()]);
        assert_eq!(told.exit, Exit::Clean);
        assert!(told.out.starts_with(&format!("{code}\n\n")), "{}", told.out);
        assert!(told.out.contains("\nExample:") && told.out.contains("\nRemedy:"), "{}", told.out);
        assert!(!told.out.contains("\n#") && !told.out.contains("]("), "{}", told.out);
        let line = list.lines().find(|line| line.split(' ').next() == Some(code.id()));
        assert!(line.is_some_and(|line| line.len() > 50), "{code} has a line of its own: {line:?}");
    }
    assert_eq!(list.lines().count(), Code::ALL.len());
    assert_eq!(explain(&["error[stray-file]"]).out, explain(&["stray-file"]).out);
}

#[test]
fn a_code_that_is_none_is_told_what_may_be_meant() {
    let told = explain(&["unknownword"]);
    assert_eq!(told.exit, Exit::Usage);
    assert!(told.err.contains("did you mean “unknown-word”? “hustings explain” lists all"), "{}", told.err);
}

#[test]
fn a_check_says_once_where_to_read_more() {
    let site = SiteFixture::base().file("content/stray", "").file("content/another", "");
    let output = site.hustings().arg("check").output().expect("hustings to run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.matches("hustings explain stray-file").count(), 1, "{said}");
    let json = site.hustings().args(["check", "--format", "json"]).output().expect("hustings to run");
    assert!(!String::from_utf8_lossy(&json.stderr).contains("hustings explain"));
}
