use std::collections::BTreeSet;
use std::fs;

use hustings::model::Overrides;
use hustings::pipeline::prepare;
use hustings::plan::{KindRow, PageKind};
use hustings::render::{Draft, ReadTheme};
use regex::Regex;
use sha2::{Digest, Sha256};

use super::{
    ASHA, PAGE, attribute, base, between, between_all, holds, html, lacks, page, rendered, starter, text, try_render,
};
use crate::support::project;

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_a_place() {
    let site = starter();
    let files: BTreeSet<String> = site.keys().map(ToString::to_string).collect();
    for (page, html) in html(&site) {
        for link in attribute(&html, "href") {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { page.clone() } else { followed(&page, path) };
            assert!(files.contains(&target), "{page} links to {link}, and there is no {target}");
            let found = anchor.is_empty() || has_place(&text(&site, &target), anchor);
            assert!(found, "{page} links to {link}, and {target} has no such place");
        }
    }
}

/// Whether an anchor leads somewhere on a page; one that takes a choice reads what stands after the “#” itself.
fn has_place(page: &str, anchor: &str) -> bool {
    page.contains(" data-choice ") || attribute(page, "id").contains(&anchor)
}

/// The address to which a relative link leads from a page.
fn followed(page: &str, link: &str) -> String {
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in link.split('/') {
        match segment {
            ".." => drop(segments.pop()),
            other => segments.push(other),
        }
    }
    segments.join("/")
}

#[test]
fn no_page_holds_a_script_or_asks_elsewhere() {
    let site = starter();
    let files: BTreeSet<String> = site.keys().map(ToString::to_string).collect();
    for (page, html) in html(&site) {
        for scripts in between_all(&html, "<script", "</script>") {
            // No browser runs what says that it is data.
            if let Some(data) = scripts.strip_prefix(" type=\"application/ld+json\">") {
                assert!(serde_json::from_str::<serde_json::Value>(data).is_ok(), "{page} holds {data}");
                continue;
            }
            assert!(scripts.starts_with(" src=\"") && scripts.ends_with(" defer>"), "{page} holds a script: {scripts}");
        }
        for forbidden in [" style=", " onclick", " srcset=", "@import", "javascript:"] {
            assert!(!html.contains(forbidden), "{page} holds {forbidden}");
        }
        for source in attribute(&html, "src") {
            assert!(files.contains(&followed(&page, source)), "{page} takes {source} from elsewhere");
        }
    }
}

#[test]
fn every_page_has_its_own_title_and_description() {
    let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
    for (page, html) in html(&starter()) {
        let title = between(&html, "<title>", "</title>").to_owned();
        let description = between(&html, "name=\"description\" content=\"", "\"").to_owned();
        assert!(!title.is_empty() && !description.is_empty(), "{page} lacks a title or a description");
        assert!(titles.insert(title.clone()), "{page} is not the only page called {title:?}");
        assert!(descriptions.insert(description.clone()), "{page} is not the only page described as {description:?}");
    }
}

#[test]
fn every_page_carries_the_imprint_the_day_of_the_records_and_that_all_is_made_up() {
    let starter = starter();
    for (page, html) in html(&starter) {
        assert!(html.contains("Promoted by"), "{page} lacks the imprint");
        assert!(html.contains("The records as they stood on"), "{page} lacks the day");
        assert!(html.contains("Nobody on this page is real."), "{page} does not say that all is made up");
    }
}

#[test]
fn the_top_of_a_page_holds_what_voters_look_for_and_its_foot_the_rest() {
    let page = text(&starter(), "questions/index.html");
    let links = |start, end| between_all(between(&page, start, end), "<li><a href=\"", "\"").collect::<Vec<_>>();
    let top = links("<header", "</header>");
    assert_eq!(top, ["../find/index.html", "../parties/index.html", "../questions/index.html"]);
    let foot = links("<footer", "</footer>");
    for link in ["../for-candidates/index.html", "../method/index.html", "../compare/index.html"] {
        assert!(foot.contains(&link), "{link} in {foot:?}");
    }
}

#[test]
fn a_page_with_a_promoter_but_no_printer_says_that_copies_are_not_to_be_handed_out() {
    const NONE: &str = "none_because: This site only exists in a test.";
    const PROMOTER: &str = "{ promoter: Pat Promoter, address: 1 Quay }";
    const PRINTER: &str =
        "{ promoter: Pat Promoter, address: 1 Quay, printer: { name: Quick Print, address: Unit 4 } }";
    const WARNING: &str = "Do not hand it out or put it up";
    let with =
        |imprint: &str| page(&base().replace("hustings.yaml", &format!("\n  {NONE}"), &format!(" {imprint}")), PAGE);
    holds(&with(PROMOTER), WARNING);
    lacks(&with(PRINTER), WARNING);
    holds(&with(PRINTER), "Printed by Quick Print, Unit 4.");
    lacks(&page(&base(), PAGE), WARNING);
}

#[test]
fn no_gap_of_a_message_stays_open_and_no_message_is_missing() {
    let words = fs::read_to_string(project().join("themes/default/lang/en.ftl")).expect("the words of the theme");
    let names: Vec<&str> = words.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name).collect();
    assert!(names.contains(&"page-title"), "{names:?}");
    let alone = Regex::new(r">\s*([a-z]+(?:-[a-z]+)+)\s*<").expect("a pattern");
    for (page, html) in html(&starter()) {
        assert!(!html.contains("{$") && !html.contains("{ $"), "{page} shows an open gap");
        let mut shown = alone.captures_iter(&html).map(|found| found.extract::<1>().1[0]);
        assert_eq!(shown.find(|word| names.contains(word)), None, "{page} shows the name of a message");
    }
}

#[test]
fn a_ballot_brings_no_style_that_only_other_pages_need() {
    let site = rendered(&base().path(""));
    lacks(&text(&site, PAGE), "pages.css");
    for other in ["index.html", ASHA, "parties/index.html", "about/index.html"] {
        holds(&text(&site, other), "static/pages.css");
    }
}

#[test]
fn a_site_about_one_ballot_shows_it_on_its_first_page() {
    let home = page(&base(), "index.html");
    holds(&home, "Clean the pond?</strong> Not double-checked yet: Asha Example (Yes).");
    holds(between(&home, "class=\"matrix", "</table>"), ">Asha Example</a>");
}
#[test]
fn values_are_escaped_wherever_they_stand() {
    let fixture = base().replace("candidates/test.2031-05-01/pond-lane.yaml", "Pond Lane", "'<b>Pond</b> & \"Lane\"'");
    let site = rendered(&fixture.path(""));
    for (page, html) in html(&site) {
        assert!(!html.contains("<b>Pond"), "{page} holds markup from a record");
    }
    assert!(text(&site, "test.2031-05-01/pond-lane/index.html").contains("&lt;b&gt;Pond&lt;"));
}

#[test]
fn markdown_cannot_smuggle_anything() {
    let prose = "---\ntitle: About us\n---\n# One\n\n## Two\n\n<script>alert(1)</script>\n\nIt is <b>bold</b>.\n\n\
                 [in](javascript:alert%281%29) [out](https://example.org/a?b=1&c=2) [here](/glossary/)\n\n\
                 | a | b |\n|:-:|--:|\n| 1 | 2 |\n";
    let fixture = base().file("content/pages/about.md", prose);
    let page = text(&rendered(&fixture.path("")), "about/index.html");
    let body = between(&page, "<div class=\"prose box\">", "</div>");
    assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && body.contains("&lt;b&gt;bold"), "{body}");
    assert!(!body.contains("javascript:"), "{body}");
    assert!(body.contains("in <a"), "the words of a link that leads nowhere stay: {body}");
    assert!(body.contains("href=\"https://example.org/a?b=1&amp;c=2\""), "{body}");
    assert!(body.contains("href=\"../glossary/index.html\""), "{body}");
    assert!(!body.contains("style="), "{body}");
    assert!(body.contains("<h2 id=\"one\">One</h2>") && body.contains("<h3 id=\"two\">Two</h3>"), "{body}");
}

#[test]
fn a_page_that_moved_leads_on() {
    let page = text(&starter(), "walk/index.html");
    assert!(page.contains("content=\"0; url=../saturday-walk/index.html\""), "{page}");
    assert!(page.contains("<a href=\"../saturday-walk/index.html\">") && page.contains("noindex"), "{page}");
}

#[test]
fn whole_addresses_appear_only_when_the_site_knows_its_own() {
    let fixture = base();
    let site = rendered(&fixture.path(""));
    let lost = text(&site, "404.html");
    assert!(!lost.contains("stylesheet") && !lost.contains("href="), "{lost}");
    assert!(!site.iter().any(|(path, _)| path.as_str() == "sitemap.xml"));
    let url = "https://example.org/vote/".parse().expect("an address");
    let overrides = Overrides { base_url: Some(url), ..Overrides::default() };
    let site = try_render(&fixture.path(""), &overrides).expect("a site");
    assert!(text(&site, "404.html").contains("href=\"https://example.org/vote/static/style.css\""));
    assert!(text(&site, "sitemap.xml").contains("<loc>https://example.org/vote/test.2031-05-01/pond-lane/</loc>"));
    assert!(text(&site, "robots.txt").contains("Sitemap: https://example.org/vote/sitemap.xml"));
    let about = text(&site, "about/index.html");
    assert!(about.contains("<link rel=\"canonical\" href=\"https://example.org/vote/about/\">"), "{about}");
}

#[test]
fn the_page_for_wrong_addresses_is_styled_and_useful_without_an_address_of_its_own() {
    let contact = "contact: {email: desk@example.org}\nimprint:\n";
    let lost = page(&base().replace("hustings.yaml", "imprint:\n", contact), "404.html");
    holds(&lost, "delete the end of the address");
    holds(&lost, "<a href=\"mailto:desk@example.org\">");
    let style = between(&lost, "<style>", "</style>");
    let hash = format!("'sha256-{}'", base64(&Sha256::digest(style.as_bytes())));
    let hosting = fs::read_to_string(project().join("docs/hosting.md")).expect("the page on hosting");
    let policies: Vec<&str> = hosting.lines().filter(|line| line.contains("default-src 'none'")).collect();
    assert!(policies.len() >= 4, "{policies:?}");
    for policy in policies {
        assert!(policy.contains(&format!("style-src 'self' {hash};")), "no {hash} in {policy}");
    }
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let four = |three: &[u8]| {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let letter = |n: usize| char::from(LETTERS[(bits >> (18 - 6 * n) & 63) as usize]);
        (0..4).map(|n| if n > three.len() { '=' } else { letter(n) }).collect::<String>()
    };
    bytes.chunks(3).map(four).collect()
}

#[test]
fn the_same_records_give_the_same_bytes_on_any_number_of_threads() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(starter)
    };
    assert!(on(1) == on(4), "one thread and four differ");
}

#[test]
fn the_page_on_themes_lists_every_kind_of_page() {
    let path = project().join("docs/themes.md");
    let text = std::fs::read_to_string(&path).expect("docs/themes.md");
    let row = |row: &KindRow| format!("| {} | `{}` | `{}` |\n", row.word, row.template, row.view);
    let rows: String = PageKind::ROWS.iter().map(row).collect();
    let (before, rest) = text.split_once("<!-- pages -->\n").expect("a place for the table");
    let (_, after) = rest.split_once("<!-- end -->").expect("the end of the table");
    let head = "| kind | template | name |\n|---|---|---|\n";
    let moved = "| moved | `redirect.html` | `redirect` |\n";
    let listed = format!("{before}<!-- pages -->\n{head}{rows}{moved}<!-- end -->{after}");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &listed).expect("the page");
    }
    assert!(
        std::fs::read_to_string(&path).is_ok_and(|now| now == listed),
        "run `UPDATE=1 cargo test --test it lists_every_kind`"
    );
}

#[test]
fn every_page_that_all_sites_have_stands_in_a_folder_that_no_election_can_take() {
    let folders: Vec<&str> = hustings::plan::BUILT_IN.iter().map(|kind| kind.row().word).collect();
    assert!(folders.into_iter().chain(["static"]).all(hustings::load::is_site_folder));
}

#[test]
fn a_draft_gives_each_file_as_the_whole_site_does() {
    let root = project().join("src/desk/new_site/starter");
    let overrides = Overrides { base_url: "https://vote.example.org/".parse().ok(), ..Overrides::default() };
    let whole = try_render(&root, &overrides).unwrap_or_else(|found| panic!("{:#?}", found.sorted()));
    let planned = prepare(&root, &overrides).expect("a readable site");
    let (campaign, plan) = planned.site.expect("a site");
    let draft = ReadTheme::of(planned.theme)
        .and_then(|theme| Draft::of(campaign, plan, theme.into()))
        .unwrap_or_else(|found| panic!("{:#?}", found.sorted()));
    for (path, bytes) in &whole {
        let drafted = draft.file(path).unwrap_or_else(|found| panic!("{:#?}", found.sorted()));
        assert_eq!(drafted.as_ref(), Some(bytes), "{path}");
    }
    let nowhere = "no/such/page.html".parse().expect("an address");
    assert!(draft.file(&nowhere).is_ok_and(|file| file.is_none()));
}
