//! In which formats more people can read a manifesto, and which of them somebody looked for in vain.

use super::data::table_of;
use super::{base, between, holds, lacks, page, rendered, text};
use crate::support::{Found, SiteFixture};

const DOCUMENT: &str = "candidates/documents/harbour-manifesto.yaml";
const PARTY: &str = "parties/pp1/index.html";

fn with(keys: &str) -> SiteFixture {
    base().replace(DOCUMENT, "readings:\n", &format!("{keys}readings:\n"))
}

const FOUND: &str = "formats:\n  - {format: easy_read, date: 2031-04-02, url: \"https://example.org/easy\"}\n  - {format: braille, date: 2031-04-02}\n  - {format: audio, date: 2031-04}\n";
const LOOKED: &str =
    "formats_looked_for:\n  - {by: pat, date: 2031-04-12, formats: [easy_read, bsl, audio, large_print]}\n";

#[test]
fn a_party_a_document_and_the_home_page_say_since_when_there_is_what() {
    let site = rendered(&with(&format!("{FOUND}{LOOKED}")).path(""));
    let line = "Audio since April 2031; Easy Read and Braille since 2 April 2031. Not found by 12 April 2031: British Sign Language and Large print.";
    holds(&text(&site, PARTY), &format!(": {line}</li>"));
    holds(
        &text(&site, "index.html"),
        &format!("<dt><a href=\"parties/pp1/index.html\">Harbour Alliance</a></dt><dd>{line}</dd>"),
    );
    let document = text(&site, "documents/harbour-manifesto/index.html");
    holds(&document, "<p>Not found by 12 April 2031: British Sign Language and Large print.</p>");
    holds(&document, "href=\"https://example.org/easy\"");
}

#[test]
fn nothing_is_missing_that_nobody_looked_for() {
    let found = rendered(&with(FOUND).path(""));
    for name in [PARTY, "index.html", "documents/harbour-manifesto/index.html"] {
        lacks(&text(&found, name), "Not found by");
    }
    let none = rendered(&base().path(""));
    holds(&text(&none, PARTY), ": we have not looked for other formats yet.</li>");
    lacks(&text(&none, "index.html"), "Formats that more people can use");
    lacks(&text(&none, "documents/harbour-manifesto/index.html"), "Not found by");
    assert!(!none.contains_key(&"data/formats.csv".parse().expect("an address")));
}

#[test]
fn the_last_search_for_a_format_counts() {
    let twice = format!("{LOOKED}  - {{by: sam, date: 2031-04-18, formats: [bsl]}}\n");
    let page = page(&with(&twice), PARTY);
    holds(
        &page,
        "Not found by 12 April 2031: Easy Read, Audio and Large print. Not found by 18 April 2031: British Sign Language.",
    );
}

#[test]
fn the_home_page_tells_of_them_until_polling_day_and_each_of_several_manifestos_by_its_title() {
    let fixture = with(LOOKED);
    holds(&page(&fixture, "index.html"), "Formats that more people can use");
    let over = fixture.replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-06-01");
    lacks(&page(&over, "index.html"), "Formats that more people can use");
    let other = "id: second\ntitle: For the north\nkind: manifesto\nelection: test.2031-05-01\nparty: pp1\nformats: [{format: audio, date: 2031-04-03}]\n";
    let two = page(&with(LOOKED).file("candidates/documents/second.yaml", other), "index.html");
    let told = between(&two, "<h3>Formats that more people can use</h3>", "</dl>");
    holds(told, "<dd>For the north: Audio since 3 April 2031.</dd>");
    assert_eq!(told.matches("<dd>").count(), 2, "{told}");
}

#[test]
fn a_table_has_a_row_for_each_format_of_which_anything_is_known() {
    let site = rendered(&with(&format!("{FOUND}{LOOKED}")).path(""));
    let rows = table_of(&site, "formats.csv");
    let told: Vec<[&str; 3]> = rows.iter().map(|row| ["format", "found", "date"].map(|column| &*row[column])).collect();
    let wanted = [
        ["easy_read", "true", "2031-04-02"],
        ["bsl", "false", "2031-04-12"],
        ["audio", "true", "2031-04"],
        ["large_print", "false", "2031-04-12"],
        ["braille", "true", "2031-04-02"],
    ];
    assert_eq!(told, wanted);
}

#[test]
fn a_search_says_who_looked_for_what_and_when() {
    let one = |keys: &str| {
        let found = with(keys).check();
        found.iter().map(Found::place_and_code).collect::<Vec<_>>()
    };
    let line = 1 + std::fs::read_to_string(base().path(DOCUMENT))
        .expect("a document")
        .lines()
        .position(|line| line == "readings:")
        .expect("readings");
    let at = |line: usize, column: usize, code: &str| vec![format!("{DOCUMENT}:{line}:{column} {code}")];
    let search = |rest: &str| format!("formats_looked_for:\n  - {{by: pat, {rest}}}\n");
    assert_eq!(one(&search("date: 2031-04-12, formats: [bsl]")), [""; 0]);
    assert_eq!(one(&search("date: 2031-04-12")), at(line + 1, 5, "missing-key"));
    assert_eq!(one(&search("date: 2031-04-12, formats: []")), at(line + 1, 5, "missing-key"));
    assert_eq!(one(&search("date: 2031-04-22, formats: [bsl]")), at(line + 1, 21, "date-order"));
    assert_eq!(
        one("formats_looked_for:\n  - {by: nobody, date: 2031-04-12, formats: [bsl]}\n"),
        at(line + 1, 10, "unknown-reference")
    );
}
