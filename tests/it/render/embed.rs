//! The tables that other sites show, and how they are shown.

use super::{ASHA, BALLOT, PAGE, attribute, base, between, holds, lacks, page, rendered, text};
use crate::support::SiteFixture;

const OF_BALLOT: &str = "embed/test.2031-05-01/pond-lane/index.html";
const OF_QUESTION: &str = "embed/questions/duck-pond/index.html";

fn with(keys: &str) -> SiteFixture {
    base().replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{keys}\n"))
}

fn embedded() -> SiteFixture {
    with("embed: true\nbase_url: https://example.org/2031/")
}

#[test]
fn a_site_has_tables_for_others_only_when_it_says_so() {
    for keys in ["", "embed: false"] {
        let site = rendered(&with(keys).path(""));
        assert!(!site.keys().any(|path| path.as_str().starts_with("embed/")));
        lacks(&text(&site, "data/index.html"), "embed");
    }
}

#[test]
fn the_table_of_a_ballot_is_that_of_its_page() {
    let site = rendered(&embedded().path(""));
    let table = |path: &str, root: &str| {
        let page = text(&site, path);
        between(&page, "<tbody>", "</tbody>").replace(&format!("href=\"{root}"), "href=\"/")
    };
    assert_eq!(table(OF_BALLOT, "../../../"), table(PAGE, "../../"));
    let embed = text(&site, OF_BALLOT);
    holds(&embed, "<h1>Pond Lane</h1>");
    holds(&embed, "<p class=\"under\">Test elections, 1 May 2031.</p>");
    for shape in attribute(between(&embed, "<tbody>", "</tbody>"), "href").iter().filter(|link| link.starts_with('#')) {
        holds(&embed, &format!("id=\"{}\"", &shape[1..]));
    }
}

#[test]
fn the_tables_of_a_question_are_those_of_parties_and_candidates() {
    let embed = page(&embedded(), OF_QUESTION);
    assert_eq!(embed.matches("<table ").count(), 2);
    holds(&embed, &format!("href=\"../../../{ASHA}\""));
    lacks(&embed, "<details>");
}

#[test]
fn a_table_for_others_bears_imprint_day_and_fiction_and_leads_out_of_the_frame_to_the_whole_page() {
    let site = rendered(&embedded().path(""));
    for (path, whole) in [(OF_BALLOT, PAGE), (OF_QUESTION, "questions/duck-pond/index.html")] {
        let embed = text(&site, path);
        for part in [
            "<base target=\"_top\">",
            "<meta name=\"robots\" content=\"noindex\">",
            "This site only exists in a test.",
            "The records as they stood on 20 April 2031",
            "Nobody on this page is real.",
        ] {
            holds(&embed, part);
        }
        holds(&embed, &format!("<a class=\"act\" href=\"../../../{whole}\">"));
        let canonical = format!("https://example.org/2031/{}", whole.trim_end_matches("index.html"));
        holds(&embed, &format!("<link rel=\"canonical\" href=\"{canonical}\">"));
        for absent in ["<script", "<nav", "og:", "<form"] {
            lacks(&embed, absent);
        }
    }
    lacks(&text(&site, "sitemap.xml"), "embed/");
    lacks(&text(&site, "sitemap.xml"), "404");
    lacks(&text(&site, "feed.atom"), "embed/");
}

#[test]
fn a_table_with_nothing_in_it_says_so() {
    let empty = "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates: []\n";
    let nobody = page(&embedded().file(BALLOT, empty), OF_BALLOT);
    holds(&nobody, "No candidates are recorded yet.");
    lacks(&nobody, "<table ");
    lacks(&nobody, "A filled box");
    let clock = page(&embedded(), "embed/questions/town-clock/index.html");
    holds(&clock, "We have no candidate’s own answer to this question.");
    let off = embedded().replace(BALLOT, "candidates:\n", "cancelled: true\ncandidates:\n");
    holds(&page(&off, OF_BALLOT), "The poll here was called off.");
}

#[test]
fn what_is_wrong_with_a_ballot_stands_beside_its_table_too() {
    let fixture = embedded().replace(BALLOT, "area:", "complete: {value: false, source: the notice}\narea:");
    let warning = between(&page(&fixture, PAGE), "<p class=\"note\">", "</p>").to_owned();
    holds(&page(&fixture, OF_BALLOT), &warning);
}

#[test]
fn the_page_of_the_data_files_leads_to_each_table_and_says_how_to_show_one() {
    let data = page(&embedded(), "data/index.html");
    for path in [OF_BALLOT, OF_QUESTION] {
        holds(&data, &format!("href=\"../{path}\""));
    }
    holds(
        &data,
        "&lt;iframe src=&quot;https://example.org/2031/embed/test.2031-05-01/pond-lane/&quot; title=&quot;Pond Lane&quot;",
    );
    let nowhere = page(&with("embed: true"), "data/index.html");
    holds(&nowhere, &format!("href=\"../{OF_BALLOT}\""));
    lacks(&nowhere, "iframe");
}

#[test]
fn a_table_stays_where_others_show_it_when_its_ballot_gets_another_id() {
    let fixture = embedded().replace(BALLOT, "area:", "former: [duck-lane]\narea:");
    holds(&page(&fixture, "embed/test.2031-05-01/duck-lane/index.html"), "content=\"0; url=../pond-lane/index.html\"");
    lacks(&page(&fixture, "sitemap.xml"), "embed/");
}

#[test]
fn each_language_has_its_tables() {
    let fixture = embedded().replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n");
    let site = rendered(&fixture.path(""));
    let embed = text(&site, &format!("cy/{OF_BALLOT}"));
    holds(&embed, "<html lang=\"cy\"");
    holds(&embed, "href=\"https://example.org/2031/cy/test.2031-05-01/pond-lane/\"");
    holds(&embed, "href=\"../../../../static/style.css\"");
    holds(&text(&site, "cy/data/index.html"), &format!("href=\"../{OF_BALLOT}\""));
}
