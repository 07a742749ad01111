//! Slips in the words of a theme are errors at their place, and never come to a page; every message is used, and every one
//! that a template uses is there.

use std::collections::BTreeSet;
use std::path::Path;

use walkdir::WalkDir;

use crate::support::{Found, SiteFixture, project};

const WORDS: &str = "themes/mine/lang/en.ftl";

/// A site with words of its own.
fn with_words(words: impl AsRef<[u8]>) -> SiteFixture {
    SiteFixture::base().replace("hustings.yaml", "title: A test", "title: A test\ntheme: mine").file(WORDS, words)
}

/// What is wrong with words: place, message and remedy.
fn found(words: impl AsRef<[u8]>) -> Vec<(String, String, String)> {
    let told = |found: Found| {
        assert_eq!((&*found.code, &*found.severity), ("bad-theme", "error"), "{found:?}");
        (format!("{}:{}", found.line, found.column), found.message, found.help)
    };
    with_words(words).check().into_iter().filter(|found| found.severity == "error").map(told).collect()
}

/// The places of what is wrong with words.
fn places(words: impl AsRef<[u8]>) -> Vec<String> {
    found(words).into_iter().map(|(place, ..)| place).collect()
}

#[test]
fn a_variable_that_a_message_is_not_given_is_an_error_at_its_place() {
    let found = found("as-of = To { $date }\nnav-parties = Who { $nope }?\n");
    let [(place, message, help)] = &found[..] else { panic!("{found:?}") };
    assert_eq!((&**place, &**message), ("2:22", "nothing gives this message a “$nope”"));
    assert_eq!(help, "it is given no variables; write the words out");
    assert_eq!(places("as-of = { $dates }\n"), ["1:12"]);
    // Also in a form of words that is seldom chosen, and in what a choice is made by.
    assert_eq!(places("as-of = { $date ->\n    [one] { $one }\n   *[other] x\n }\n"), ["2:14"]);
    assert_eq!(places("as-of = { $many ->\n   *[other] x\n }\n"), ["1:12"]);
}

#[test]
fn a_message_that_is_not_there_is_an_error_at_its_place() {
    let found = found("nav-parties = { nav-partie } { -house } { NUMBER($x) }\n");
    let places: Vec<&str> = found.iter().map(|(place, ..)| &**place).collect();
    assert_eq!(places, ["1:17", "1:33", "1:43", "1:51"], "{found:?}");
    assert_eq!(found[0].1, "there is no message “nav-partie”");
    assert_eq!(found[0].2, "did you mean “nav-parties”?");
}

#[test]
fn a_message_that_nothing_uses_is_an_error_with_the_name_that_is_meant() {
    let (place, message, help) = found("# Ours\nnav-partys = Who?\n").remove(0);
    assert_eq!((&*place, &*message), ("2:1", "nothing uses a message “nav-partys”"));
    assert_eq!(help, "did you mean “nav-parties”?");
    let own = "{% extends \"default/glossary.html\" %}{% block end %}{{ t.our_word }}{% endblock end %}";
    let site = with_words("our-word = { our-own }\nour-own = Ours\n").file("themes/mine/templates/glossary.html", own);
    assert_eq!(site.check(), []);
    assert!(site.build().page("glossary/index.html").contains("Ours"));
}

#[test]
fn words_that_lead_back_to_themselves_or_stand_twice_are_errors() {
    assert_eq!(places("nav-parties = { nav-questions }\nnav-questions = { nav-parties }\n"), ["1:17", "2:19"]);
    assert_eq!(places("nav-parties = Who?\nnav-parties = What?\n"), ["2:1"]);
    assert_eq!(places("nav-parties =\n    .title = Who?\n"), ["1:1"]);
}

#[test]
fn a_term_is_given_what_stands_beside_its_name() {
    let term = "-house = { $case ->\n   *[plain] House\n    [of] of the House\n }\n";
    assert_eq!(places(format!("{term}nav-parties = {{ -house(case: \"of\") }}\n")), Vec::<String>::new());
    assert_eq!(places(format!("{term}nav-parties = {{ -house }}\n")), ["5:18"]);
    assert_eq!(places("-house = House\n    .kind = big\nnav-parties = { -house.kind ->\n   *[big] B\n }\n"), [""; 0]);
}

#[test]
fn what_is_never_closed_is_an_error_at_its_place() {
    let (place, message, _) = found("nav-parties = Who { \"x\"\nnav-questions = What?\n").remove(0);
    assert_eq!((&*place, &*message), ("2:1", "“}” is missing here"));
    assert_eq!(places("nav-parties = Who }\n"), ["1:19"]);
    assert_eq!(places("nav-parties Who\n"), ["1:13"]);
}

#[test]
fn words_as_deep_or_as_long_as_anybody_likes_break_nothing() {
    for deep in [101, 5_000, 100_000] {
        let words = format!("nav-parties = {}x{}\n", "{ 1 ->\n *[a] ".repeat(deep), "\n }".repeat(deep));
        assert_eq!(places(words).len(), 1, "{deep}");
    }
    let wide = format!("as-of = {}\n", "{ $date }".repeat(101));
    assert_eq!(places(wide), ["1:909"]);
    let laughs: String = (1..60).map(|n| format!("nav-{n} = {{ nav-{} }}{{ nav-{} }}\n", n - 1, n - 1)).collect();
    let found = found(format!("nav-parties = {{ nav-59 }}\nnav-0 = ha\n{laughs}"));
    assert!(found[0].1.contains("more than 100 gaps"), "{found:?}");
    // What one theme of four languages might hold of literal braces.
    assert_eq!(places(format!("nav-parties = {}\n", "{\"{\"}".repeat(40))), [""; 0]);
}

#[test]
fn characters_that_no_page_can_show_are_errors_also_as_their_numbers() {
    assert_eq!(places("nav-parties = Who {\"\\u0000\"}?\n"), ["1:21"]);
    let found = with_words(b"nav-parties = Who \xff?\n").check();
    assert_eq!(found[0].place_and_code(), format!("{WORDS}:1:1 not-utf8"));
    assert_eq!(places("\u{feff}nav-parties = Who?\n"), [""; 0]);
}

#[test]
fn one_slip_in_words_or_template_is_one_error_in_every_command() {
    let template = "{% extends \"base.html\" %}\n{% block main %}{{ nothing.here }}{% endblock main %}";
    for file in ["ballot.html", "base.html"] {
        let site = with_words("nav-parties = Who?\n").file(&format!("themes/mine/templates/{file}"), template);
        let errors = site.check().into_iter().filter(|found| found.severity == "error").count();
        assert_eq!(errors, 1, "{file}");
        let ran = site.hustings().arg("build").assert().code(1);
        let said = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(said.contains("1 error: nothing was written"), "{said}");
    }
    let site = with_words("nav-parties = Who { $nope }?\n");
    let site = site.replace("hustings.yaml", "title: A test", "title: A test\nlanguages: [en, cy]");
    let ran = site.hustings().arg("build").assert().code(1);
    assert!(String::from_utf8_lossy(&ran.get_output().stderr).contains("1 error: nothing was written"));
}

#[test]
fn the_default_words_as_a_theme_of_ones_own_hold_no_slip() {
    let words = |name: &str| std::fs::read(project().join("themes/default/lang").join(name)).expect("the words");
    let site = with_words(words("en.ftl")).file("themes/mine/lang/cy.ftl", words("cy.ftl"));
    let site = site.replace("hustings.yaml", "title: A test", "title: A test\nlanguages: [en, cy]");
    let errors: Vec<Found> = site.check().into_iter().filter(|found| found.code == "bad-theme").collect();
    assert_eq!(errors, []);
}

/// The texts of the files below a folder of the repository that end like this.
fn texts(folder: &str, ending: &str) -> Vec<String> {
    let files = WalkDir::new(project().join(folder)).into_iter().map(|entry| entry.expect("a readable folder"));
    let files = files.filter(|entry| entry.path().extension().is_some_and(|known| known == ending));
    files.map(|entry| std::fs::read_to_string(entry.path()).expect("a readable file")).collect()
}

/// What follows in texts after each of these beginnings of a name.
fn names(texts: &[String], start: &str) -> BTreeSet<String> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let parts = texts.iter().flat_map(|text| {
        let starts = text.match_indices(start).filter(|(at, _)| !text[..*at].ends_with(is_of_name));
        starts.map(|(at, _)| text[at + start.len()..].split(|c| !is_of_name(c)).next().unwrap_or_default())
    });
    parts.map(str::to_lowercase).collect()
}

/// The messages of a language, as templates name them, each with its words as they stand in the file.
fn messages(language: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(language).expect("the words");
    let starts = text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    starts.filter(|id| !id.contains([' ', '#', '['])).map(|id| id.replace('-', "_")).collect()
}

#[test]
fn every_message_is_used_and_every_one_that_is_used_is_there() {
    let in_templates = names(&texts("themes/default/templates", "html"), "t.");
    let in_code = names(&texts("src", "rs"), "msg::");
    let folder = project().join("themes/default/lang");
    let english = messages(&folder.join("en.ftl"));
    let missing: Vec<_> = in_templates.difference(&english).collect();
    assert!(missing.is_empty(), "templates use messages that are not there: {missing:?}");
    let words = std::fs::read_to_string(folder.join("en.ftl")).expect("the words");
    let in_words = |id: &str| words.contains(&format!("{{ {} }}", id.replace('_', "-")));
    let used = |id: &String| in_templates.contains(id) || in_code.contains(id) || in_words(id);
    let dead: Vec<_> = english.iter().filter(|id| !used(id)).collect();
    assert!(dead.is_empty(), "nothing uses these messages: {dead:?}");
    for entry in std::fs::read_dir(&folder).expect("the languages") {
        let file = entry.expect("a language").path();
        assert_eq!(messages(&file), english, "{}", file.display());
    }
}
