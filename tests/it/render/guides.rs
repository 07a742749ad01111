//! Guides: a folder of Markdown that is pages of the site too.

use super::{base, between, holds, lacks, rendered, text};
use crate::support::{Found, Site, SiteFixture};

const SITE: &str = "hustings.yaml";
const LETTERS: &str = "docs/letters.md";
const HANDBOOK: &str = "docs/handbook.md";
const LIST: &str = "guides/index.html";

/// The base site with one more line in its `hustings.yaml`.
fn with(keys: &str) -> SiteFixture {
    let site = base();
    let text = std::fs::read_to_string(site.path(SITE)).expect("the site's file");
    site.file(SITE, format!("{text}{keys}\n"))
}

/// Two guides that lead to each other.
fn guided(keys: &str) -> SiteFixture {
    with(keys)
        .file(LETTERS, "# Writing *letters*\n\nHow we write them. It is easy. See [the handbook](handbook.md#who-checks).\n")
        .file(HANDBOOK, "# A handbook\n\n## Who checks\n\nTwo of us.\n\n## What we_ask\n\nSee [letters](./letters.md) and [above](#who-checks).\n")
}

const GUIDES: &str = "guides: {folder: docs}";

fn made(site: &SiteFixture) -> Site {
    assert_eq!(site.check(), []);
    rendered(&site.path(""))
}

/// What is found in a site, without what is of no matter here.
fn found(site: &SiteFixture) -> Vec<(String, String)> {
    site.check().into_iter().map(|one: Found| (one.place_and_code(), one.message)).collect()
}

#[test]
fn guides_need_no_keys_and_are_listed_by_title() {
    let site = made(&guided(GUIDES));
    let list = text(&site, LIST);
    holds(
        &list,
        "<a class=\"src\" href=\"../guides/letters/index.html\">Writing letters</a><br>How we write them. It is easy. See the handbook.",
    );
    assert!(list.find("A handbook") < list.find("Writing letters"), "by title");
    holds(&text(&site, "about/index.html"), "href=\"../guides/index.html\">Guides</a>");
    let page = text(&site, "guides/letters/index.html");
    holds(&page, "<h1>Writing letters</h1>");
    holds(&page, "<title>Writing letters – ");
    holds(&page, "content=\"How we write them. It is easy. See the handbook.\"");
    assert_eq!(page.matches("Writing letters</h").count(), 1, "the title stands once");
}

#[test]
fn a_site_without_guides_has_no_page_of_them() {
    let site = made(&base());
    assert!(!site.keys().any(|path| path.as_str().starts_with("guides/")), "{:?}", site.keys());
    lacks(&text(&site, "about/index.html"), "guides/");
}

#[test]
fn links_between_guides_lead_to_their_pages() {
    let site = made(&guided(GUIDES));
    holds(
        &text(&site, "guides/letters/index.html"),
        "<a href=\"../../guides/handbook/index.html#who-checks\">the handbook</a>",
    );
    let handbook = text(&site, "guides/handbook/index.html");
    holds(&handbook, "<a href=\"../../guides/letters/index.html\">letters</a>");
    holds(&handbook, "<a href=\"#who-checks\">above</a>");
}

#[test]
fn anchors_are_found_as_forges_write_them() {
    let site = guided(GUIDES).file("docs/third.md", "# Third\n\nSee [this](handbook.md#what-we_ask).\n");
    holds(&text(&made(&site), "guides/third/index.html"), "guides/handbook/index.html#what-we-ask\"");
}

#[test]
fn a_link_to_another_file_shows_its_words_or_leads_to_where_it_can_be_read() {
    let words = "# Files\n\nSee [the list](../content/glossary.yaml#x), ![a picture](shot.png) and [this folder](.).\n";
    let site = guided(GUIDES).file("docs/files.md", words).file("docs/shot.png", "no picture");
    let page = text(&made(&site), "guides/files/index.html");
    holds(&page, "See the list, <em>a picture</em> and this folder.");
    let site = site.replace(SITE, GUIDES, "guides: {folder: docs, source_url: \"https://example.org/files\"}");
    let page = text(&made(&site), "guides/files/index.html");
    holds(&page, "<a href=\"https://example.org/files/content/glossary.yaml#x\">the list</a>, <em>a picture</em>");
    lacks(&page, "<img");
}

#[test]
fn broken_links_are_errors_at_their_place() {
    let site = guided(GUIDES).file(
        "docs/slips.md",
        "# Slips\n\nA [file](leters.md), a [heading](handbook.md#who-checked),\na [page](/nowhere/) and [out](../../x.md).\n",
    );
    let found = found(&site);
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    let slips = ["3:3", "3:24", "4:3", "4:25"].map(|place| format!("docs/slips.md:{place} broken-link"));
    assert_eq!(places, slips, "{found:#?}");
    assert!(found[0].1.contains("there is no file docs/leters.md"), "{found:#?}");
    assert!(found[1].1.contains("docs/handbook.md has no heading “who-checked”"), "{found:#?}");
    assert!(found[3].1.contains("it leads out of the site's folder"), "{found:#?}");
}

#[test]
fn a_guide_in_parts_has_a_page_for_each_and_links_find_them() {
    let site = made(&guided("guides: {folder: docs, in_parts: [handbook]}"));
    let own = text(&site, "guides/handbook/index.html");
    holds(&own, "<a href=\"../../guides/handbook/who-checks/index.html\">Who checks</a>");
    lacks(&own, "Two of us.");
    let part = text(&site, "guides/handbook/what-we-ask/index.html");
    holds(&part, "<h1>What we_ask</h1>");
    holds(&part, "<title>A handbook: What we_ask – ");
    holds(&part, "<a href=\"../../../guides/handbook/who-checks/index.html\">above</a>");
    holds(
        &text(&site, "guides/letters/index.html"),
        "<a href=\"../../guides/handbook/who-checks/index.html\">the handbook</a>",
    );
}

#[test]
fn keys_at_the_top_of_a_guide_go_before_its_words() {
    let words = "---\ntitle: Called so\ndescription: In one sentence.\n---\n<!-- a note -->\n# In the text\n\nWords <!-- and\nanother --> here.\n";
    let site = made(&guided("guides: {folder: docs, order: [third]}").file("docs/third.md", words));
    let list = text(&site, LIST);
    assert!(list.find("Called so") < list.find("A handbook"), "what is named first is first");
    holds(&list, "In one sentence.");
    let page = text(&site, "guides/third/index.html");
    lacks(&page, "In the text");
    lacks(&page, "note");
    lacks(&page, "another");
    holds(between(&page, "<div class=\"prose\">", "</div>"), "<p>Words\nhere.</p>");
}

#[test]
fn what_cannot_be_a_guide_is_an_error_with_its_place() {
    let none = found(&with("guides:\n  folder: docs"));
    assert!(none.len() == 1 && none[0].0.ends_with("unknown-reference"), "{none:?}");
    assert!(none[0].1.contains("there is no folder docs/"), "{none:?}");
    let records = found(&with("guides: {folder: content}"));
    assert!(records.len() == 1 && records[0].0.ends_with("malformed"), "{records:?}");
    let untitled = found(&guided(GUIDES).file("docs/third.md", "Just words.\n"));
    assert_eq!(untitled, [("docs/third.md:1:1 missing-key".to_owned(), "this guide has no title".to_owned())]);
    let unnamed = found(&guided("guides: {folder: docs, order: [leters]}"));
    assert!(unnamed.len() == 1 && unnamed[0].1 == "there is no guide docs/leters.md", "{unnamed:?}");
    let misnamed = found(&guided(GUIDES).file("docs/My Guide.md", "# Mine\n"));
    assert_eq!(misnamed[0].0, "docs/My Guide.md:1:1 stray-file", "{misnamed:?}");
}

#[test]
fn what_else_is_in_the_folder_is_left_alone() {
    let site = guided(GUIDES).file("docs/README.md", "no title").file("docs/notes.txt", "x").file("docs/old/a.md", "x");
    assert!(!made(&site).keys().any(|path| path.as_str().starts_with("guides/old")), "other folders are not read");
}

#[test]
fn a_guide_in_another_language_has_its_own_title() {
    let site = guided(GUIDES).file("docs/letters.cy.md", "# Llythyrau\n\nGweler [y llawlyfr](handbook.md).\n");
    let site = rendered(&site.replace(SITE, GUIDES, "languages: [en, cy]\nguides: {folder: docs}").path(""));
    let page = text(&site, "cy/guides/letters/index.html");
    holds(&page, "<h1>Llythyrau</h1>");
    holds(&page, "<a href=\"../../guides/handbook/index.html\">y llawlyfr</a>");
    holds(&text(&site, "cy/guides/handbook/index.html"), "<h1><span lang=\"en\">A handbook</span></h1>");
}

#[test]
fn what_may_be_wider_than_a_phone_scrolls_in_a_box_that_the_keyboard_reaches() {
    let table = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n";
    let words = format!(
        "# Wide\n\n{table}\n```\nshort\n```\n\n```\na line of code that is longer than a phone is wide\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    );
    let page = text(&made(&guided(GUIDES).file("docs/wide.md", words)), "guides/wide/index.html");
    holds(&page, "<div class=\"scroll\" role=\"region\" aria-label=\"Table 1\" tabindex=\"0\">\n<table>");
    holds(&page, "<div class=\"scroll\" role=\"region\" aria-label=\"Example 1\" tabindex=\"0\">\n<pre><code>a line");
    assert_eq!(page.matches("tabindex").count(), 2, "what fits needs no box");
}
