//! Where there are very many problems, people are shown some and told how many more there are.

use crate::support::{Found, SiteFixture};

/// A page with so many links that lead nowhere, and as much HTML that is published as text.
fn with_problems(errors: usize, warnings: usize) -> SiteFixture {
    let body = format!("{}{}", "a <b>\n\n".repeat(warnings), "[here](/nowhere/)\n\n".repeat(errors));
    SiteFixture::base().file("content/pages/many.md", format!("---\ntitle: Many\n---\n{body}"))
}

/// What a command prints on standard output and on standard error.
fn printed(site: &SiteFixture, words: &[&str]) -> (String, String) {
    let ran = site.hustings().args(words).assert().code(1);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&ran.get_output().stdout), text(&ran.get_output().stderr))
}

#[test]
fn check_prints_two_hundred_problems_and_the_number_of_the_others() {
    let site = with_problems(150, 150);
    let (out, err) = printed(&site, &["check"]);
    assert_eq!(out.matches("error[broken-link]").count(), 150, "errors come first");
    assert_eq!(out.matches("warning[raw-html]").count(), 50);
    assert!(out.ends_with("… and 100 more problems; --all prints every one\n\n"), "{out}");
    assert!(err.contains("150 errors, 150 warnings"), "{err}");
    let (out, _) = printed(&site, &["check", "--all"]);
    assert_eq!(out.matches("error[").count() + out.matches("warning[").count(), 300);
    assert!(!out.contains("more problems"));
}

#[test]
fn what_is_printed_stays_in_the_order_of_places() {
    let (out, _) = printed(&with_problems(10, 300), &["check"]);
    let last = out.rfind("warning[").expect("a warning");
    assert!(out.find("error[").expect("an error") > last, "HTML stands before the links");
}

#[test]
fn annotations_are_bounded_too_and_programs_are_told_all() {
    let site = with_problems(250, 1);
    let (out, _) = printed(&site, &["check", "--format", "github"]);
    assert_eq!(out.matches("::error ").count(), 200);
    assert!(out.ends_with("::notice::… and 51 more problems; --all prints every one\n"), "{out}");
    let (out, _) = printed(&site, &["check", "--format", "json"]);
    let found: Vec<Found> = serde_json::from_str(&out).expect("JSON");
    assert_eq!(found.len(), 251);
}

#[test]
fn build_prints_as_many_as_check() {
    let site = with_problems(250, 5);
    let (_, err) = printed(&site, &["build"]);
    assert_eq!(err.matches("error[").count(), 200);
    assert!(
        err.ends_with("… and 50 more problems; --all prints every one\n\n250 errors: nothing was written\n"),
        "{err}"
    );
    let (_, err) = printed(&site, &["build", "--all"]);
    assert_eq!(err.matches("error[").count(), 250);
}

#[test]
fn tens_of_thousands_of_wrong_lines_are_all_told() {
    let site = SiteFixture::base().file("content/glossary.yaml", format!("terms:\n{}", "- {no: 1}\n".repeat(70_000)));
    let (_, err) = printed(&site, &["check"]);
    assert!(err.contains("70000 errors"), "{err}");
    let doubled = format!("terms:\n- term: x\n{}", "  term: x\n".repeat(70_000));
    let (_, err) = printed(&SiteFixture::base().file("content/glossary.yaml", doubled), &["check"]);
    assert!(err.contains("70000 errors"), "{err}");
}
