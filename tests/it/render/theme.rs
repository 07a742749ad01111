use std::io::Write as _;

use hustings::model::Overrides;

use super::{base, html, rendered, text, try_render};
use crate::support::{SiteFixture, project};

fn with_theme() -> SiteFixture {
    base().replace("hustings.yaml", "title: A test", "title: A test\ntheme: own")
}

#[test]
fn a_site_overrides_one_template_and_may_extend_the_default_one() {
    let template = "{% extends \"default/glossary.html\" %}{% block end %}<p>Ours</p>{% endblock end %}";
    let fixture = with_theme().file("themes/own/templates/glossary.html", template);
    let site = rendered(&fixture.path(""));
    let page = text(&site, "glossary/index.html");
    assert!(page.contains("<h1>Glossary</h1>") && page.contains("<p>Ours</p>"), "{page}");
    assert!(!text(&site, "about/index.html").contains("Ours"));
}

#[test]
fn a_theme_fills_the_top_of_every_page_with_its_own() {
    let template = "{% extends \"default/base.html\" %}{% block header %}<p>Ours at the top</p>{% endblock header %}";
    let site = rendered(&with_theme().file("themes/own/templates/base.html", template).path(""));
    for path in ["index.html", "parties/index.html", super::PAGE] {
        let page = text(&site, path);
        let head = super::between(&page, "<header class=\"site-head\">", "</header>");
        assert!(head.contains("href=\"#main\"") && head.contains("<p>Ours at the top</p>"), "{head}");
        assert!(!head.contains("<nav"), "{head}");
    }
}

#[test]
fn a_site_overrides_single_words_and_assets() {
    let fixture = with_theme()
        .file("themes/own/lang/en.ftl", "nav-parties = Who are they?\n")
        .file("themes/own/static/style.css", "body { color: black }\n");
    let site = rendered(&fixture.path(""));
    let page = text(&site, "index.html");
    assert!(page.contains("Who are they?") && page.contains("For candidates"), "{page}");
    assert_eq!(text(&site, "static/style.css"), "body{color:black}");
}

#[test]
fn a_message_may_hold_all_that_the_language_of_messages_knows() {
    let words = "-house = Our House\nas-of = {\"{\"}{ $date }{\"}\"} { -house }\n";
    let site = rendered(&with_theme().file("themes/own/lang/en.ftl", words).path(""));
    let page = text(&site, "parties/index.html");
    assert!(page.contains("2031} Our House</p>"), "{page}");
}

#[test]
fn a_template_that_cannot_be_used_is_reported_at_its_place() {
    let cases = [
        ("{% extends \"base.html\" %}\n{% block main %}{{ glossary.nothing }}{% endblock main %}", "2:29"),
        ("{% extends \"base.html\" %}\n{% if %}", "2:7"),
    ];
    for (template, place) in cases {
        let fixture = with_theme().file("themes/own/templates/glossary.html", template);
        let found = try_render(&fixture.path(""), &Overrides::default()).expect_err("a broken template");
        let found: Vec<_> = found.sorted().iter().map(|d| format!("{} {}", d.place, d.code)).collect();
        assert_eq!(found, [format!("themes/own/templates/glossary.html:{place} bad-theme")]);
    }
}

#[test]
fn a_language_file_that_cannot_be_read_is_reported_at_its_place() {
    let fixture = with_theme().file("themes/own/lang/en.ftl", "nav-parties = Who?\nnav questions = What?\n");
    let found = try_render(&fixture.path(""), &Overrides::default()).expect_err("a broken language file");
    let found: Vec<_> = found.sorted().iter().map(|d| format!("{} {}", d.place, d.code)).collect();
    assert_eq!(found, ["themes/own/lang/en.ftl:2:5 bad-theme"]);
}

#[test]
fn no_words_stand_in_templates() {
    let folder = project().join("themes/default/templates");
    let tags = regex::Regex::new(r"(?s)<style>.*?</style>|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>").expect("a pattern");
    for name in crate::support::files_under(&folder) {
        let text = std::fs::read_to_string(folder.join(&name)).expect("a template");
        let rest = tags.replace_all(&text, " ");
        let word = rest.split_whitespace().find(|word| word.chars().any(char::is_alphabetic));
        assert_eq!(word, None, "{name} holds a word of its own");
    }
}

#[test]
fn the_heaviest_page_stays_light() {
    let site = rendered(&project());
    let shared: usize =
        ["style.css", "find.js"].map(|name| packed(&text(&site, &format!("static/{name}")))).iter().sum();
    for (page, html) in html(&site) {
        let all = packed(&html) + shared;
        assert!(all < 20_000, "{page} takes {all} bytes with all that it needs");
    }
}

/// How many bytes a text takes as servers send it.
fn packed(text: &str) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(text.as_bytes()).expect("memory");
    packer.finish().expect("memory").len()
}
