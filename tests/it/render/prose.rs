//! Footnotes and telephone links in the Markdown of a page.

use super::{attribute, base, between, holds, lacks, page, rendered, text};
use crate::support::{Found, SiteFixture};

const ABOUT: &str = "content/pages/about.md";

fn about(words: &str) -> SiteFixture {
    base().file(ABOUT, format!("---\ntitle: About\n---\n{words}"))
}

fn html(words: &str) -> String {
    page(&about(words), "about/index.html")
}

fn found(words: &str) -> Vec<(u32, String)> {
    let found = about(words).check().into_iter().filter(|found: &Found| found.file == ABOUT);
    found.map(|found| (found.line, format!("{}: {}", found.code, found.message))).collect()
}

#[test]
fn a_footnote_leads_to_its_words_and_back() {
    let words = "See[^b] and[^a], again[^b].\n\n[^a]: The second, with **weight**.\n[^b]: [The first](/parties/).\n\n## Note 1\n\nMore.\n";
    assert_eq!(found(words), []);
    let page = html(words);
    holds(
        &page,
        "See<a class=\"note-number\" id=\"from_note_1\" href=\"#note_1\">[1]</a> and<a class=\"note-number\" id=\"from_note_2\" href=\"#note_2\">[2]</a>",
    );
    holds(&page, "again<a class=\"note-number\" href=\"#note_1\">[1]</a>.");
    let notes = between(&page, "<section class=\"notes\">", "</section>");
    holds(
        notes,
        "<div id=\"note_1\">\n<p><a href=\"#from_note_1\">[1]</a> <a href=\"../parties/index.html\">The first</a>.</p>",
    );
    holds(notes, "<a href=\"#from_note_2\">[2]</a> The second, with <strong>weight</strong>.");
    assert!(page.find("<h2 id=\"note-1\">") < page.find("<section class=\"notes\">"), "notes follow the text");
    let ids = attribute(&page, "id");
    assert!(ids.iter().all(|id| ids.iter().filter(|other| *other == id).count() == 1), "{ids:?}");
}

#[test]
fn a_note_that_begins_with_a_list_still_has_its_number() {
    let page = html("Look[^1].\n\n[^1]:\n    - one\n    - two\n");
    let notes = between(&page, "<section class=\"notes\">", "</section>");
    holds(notes, "<p><a href=\"#from_note_1\">[1]</a> </p>");
    holds(notes, "<li>two</li>");
}

#[test]
fn footnotes_that_would_lose_words_are_errors_at_their_place() {
    let message = |words: &str| {
        let found = found(words);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].clone()
    };
    let (line, said) = message("Text.\n\nSee[^1] here.\n");
    assert_eq!((line, said.as_str()), (6, "broken-link: the footnote “[^1]” has no words"));
    let (line, said) = message("Text.\n\n[^2]: Lost words.\n");
    assert_eq!(line, 6);
    assert!(said.contains("no sentence leads to the footnote “[^2]”"), "{said}");
    let (_, said) = message("See[^1].\n\n[^1]: One.\n\n[^1]: Two.\n");
    assert!(said.contains("has words twice"), "{said}");
    assert_eq!(found("Write `[^1]` for a note, or [^ this.\n"), []);
}

#[test]
fn a_link_in_a_footnote_is_judged_like_any_other() {
    let found = found("See[^1].\n\n[^1]: [Nowhere](/nowhere/).\n");
    assert!(found.len() == 1 && found[0].1.contains("leads nowhere"), "{found:?}");
}

#[test]
fn a_telephone_link_works_where_the_number_is_published_by_its_owner() {
    let words = "Ring [01632 960 001](tel:01632-960-001) or [us](tel:+441632960002).\n";
    let site = base().file(ABOUT, format!("---\ntitle: About\npublic_contact: true\n---\n{words}"));
    assert_eq!(site.check(), []);
    let page = text(&rendered(&site.path("")), "about/index.html");
    holds(&page, "<a href=\"tel:01632960001\">01632 960 001</a>");
    holds(&page, "<a href=\"tel:+441632960002\">us</a>");
    assert!(
        found(words).iter().any(|(_, said)| said.starts_with("personal-text")),
        "not without a word on whose it is"
    );
    let wrong = found("Ring [us](tel:javascript).\n");
    assert!(wrong.iter().any(|(_, said)| said.contains("a telephone link needs digits")), "{wrong:?}");
    lacks(&html("Ring [us](tel:javascript).\n"), "javascript");
}

#[test]
fn what_no_text_may_hold_does_not_come_in_by_its_number() {
    let page = html("Here &#xFDD0;now, [there](/parties/ \"ti&#x202E;tle\"), &#1;b c.\n");
    holds(&page, "Here now, <a ");
    holds(&page, "title=\"title\">there</a>, b c.</p>");
}
