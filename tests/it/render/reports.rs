//! What people reported: on a page of its own, from the questions and accounts that it concerns, as a form, and in the data.

use regex::Regex;

use super::{base, between, holds, html, lacks, page, rendered, text};
use crate::support::SiteFixture;

const RECORD: &str = "content/reports/feet.yaml";
const REPORTS: &str = "reports/index.html";
const FEET: &str = "title: Wet feet
asked: What happened to you?
how: We left forms in the library.
choices:
  - {id: wet, name: I got wet, translations: {cy: {name: Gwlychais}}}
  - {id: fell, name: I fell}
areas:
  - {id: lane, name: Pond Lane}
  - {id: shore, name: The far shore}
  - {id: hill, name: The hill}
questions: [duck-pond]
accounts: [net]
periods:
  - from: 2031-03-01
    until: 2031-03-31
    counts:
      - {choice: wet, area: lane, n: 30}
      - {choice: wet, area: shore, n: fewer_than_10}
      - {choice: wet, area: hill, n: 15}
      - {choice: fell, area: lane, n: fewer_than_10}
      - {choice: fell, area: shore, n: fewer_than_10}
      - {choice: fell, area: hill, n: fewer_than_10}
    totals: [{choice: fell, n: 10}]
";
const NET: &str = "kind: pilot
about: A net
says: The council is trying out a net.
by: Example Council
date: 2031-03
evidence: [{title: A net, publisher: Example Gazette}]
";
const KEEPER: &str = "reports: {controller: A test, address: \"1 Test Street, Test Town\", kept_until: 2031-12-31, who_reads: Pat reads it.}\n";

fn with_reports() -> SiteFixture {
    base().file(RECORD, FEET).file("content/accounts/net.yaml", NET)
}

fn with_form() -> SiteFixture {
    with_reports().replace(RECORD, "questions:", "form: true\nquestions:").replace(
        "hustings.yaml",
        "title:",
        &format!("{KEEPER}title:"),
    )
}

#[test]
fn a_report_stands_on_its_page_in_bands_and_from_what_it_concerns() {
    assert_eq!(with_reports().check(), []);
    let site = rendered(&with_reports().path(""));
    let page = text(&site, REPORTS);
    holds(&page, "<td><span class=\"q\">Pond Lane</span> 30 or more</td>");
    let page = Regex::new("<span class=\"q\">[^<]*</span> ").expect("a pattern").replace_all(&page, "").into_owned();
    holds(&page, "We asked: What happened to you?");
    holds(&page, "We have counted since 1 March 2031.");
    holds(&page, "Nobody here has checked them.");
    holds(&page, "<caption>1 March 2031 to 31 March 2031</caption>");
    holds(
        &page,
        "<th scope=\"row\">I got wet</th><td>30 or more</td><td>fewer than 10</td><td>15 or more</td><td>45 or more</td>",
    );
    holds(
        &page,
        "<th scope=\"row\">I fell</th><td>fewer than 10</td><td>fewer than 10</td><td>fewer than 10</td><td>10 or more</td>",
    );
    holds(
        &page,
        "<td><strong>30 or more</strong></td><td><strong>not shown</strong></td><td><strong>15 or more</strong></td><td><strong>55 or more</strong></td>",
    );
    holds(&page, "What these numbers cannot tell");
    lacks(&page, "reports/form");
    for name in ["questions/duck-pond/index.html", "accounts/net/index.html"] {
        holds(&text(&site, name), "reports/index.html#report-feet\">Wet feet</a>");
    }
    lacks(&text(&site, "questions/town-clock/index.html"), "report-feet");
    let data = text(&site, "data/reports.csv");
    holds(&data, "feet,Wet feet,What happened to you?,2031-03-01,2031-03-31,I got wet,Pond Lane,30\n");
    holds(&data, "2031-03-31,I fell,The hill,fewer_than_10\n");
    holds(&data, "2031-03-31,I fell,,10\n");
    holds(&data, "2031-03-31,,,55\n");
    holds(&text(&site, "data/site.json"), "\"reports\":[\n{\"report\":\"feet\"");
}

#[test]
fn without_areas_there_is_one_column_and_a_total_of_all() {
    let record = "title: Wet feet\nasked: What?\nchecked: We rang everybody.\nchoices: [{id: wet, name: Wet}, {id: fell, name: Fell}]\n\
                  periods:\n  - from: 2031-03-01\n    until: 2031-03-31\n    counts: [{choice: wet, n: fewer_than_10}, {choice: fell, n: 20}]\n";
    let page = page(&base().file(RECORD, record), REPORTS);
    holds(&page, "What we checked: We rang everybody.");
    lacks(&page, "Nobody here has checked");
    holds(&page, "<th scope=\"col\">How many people</th></tr>");
    holds(&page, "<td><strong>20 or more</strong></td></tr>");
}

#[test]
fn the_form_says_who_keeps_it_and_asks_for_no_name() {
    assert_eq!(with_form().check(), []);
    let site = rendered(&with_form().path(""));
    holds(&text(&site, REPORTS), "href=\"../reports/form/index.html\"");
    let form = text(&site, "reports/form/index.html");
    for words in
        ["<li>I got wet</li>", "<li>The hill</li>", "1 Test Street, Test Town", "Pat reads it.", "31 December 2031"]
    {
        holds(&form, words);
    }
    holds(&form, "Please write no names");
    lacks(between(&form, "<main", "</main>"), "<input");
}

#[test]
fn a_site_without_reports_says_nothing_of_any() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().contains("reports") && path.as_str() != "static/reports.css"));
    for (_, page) in html(&site) {
        lacks(&page, "What people told us");
    }
}

#[test]
fn a_report_is_told_in_further_languages() {
    let site = with_reports().replace("hustings.yaml", "title:", "languages: [en, cy]\ntitle:");
    let page = page(&site, "cy/reports/index.html");
    holds(&page, "Gwlychais");
    holds(&page, "30 neu fwy");
    holds(&page, "lang=\"en\"");
}

#[test]
fn no_claimant_can_be_written_into_it() {
    let found = |from: &str, to: &str| -> Vec<String> {
        with_reports().replace(RECORD, from, to).check().into_iter().map(|found| found.code).collect()
    };
    assert_eq!(
        found("{choice: wet, area: lane, n: 30}", "{choice: wet, area: lane, n: 30, says: I slipped}"),
        ["unknown-key"]
    );
    assert_eq!(found("name: I fell", "name: \"I fell, ring 01632 960123\""), ["personal-text"]);
    assert_eq!(found("from: 2031-03-01", "from: 2031-03"), ["malformed"]);
    assert_eq!(found("until: 2031-03-31", "until: 2031-02-28"), ["date-order"]);
    assert_eq!(found("until: 2031-03-31", "until: 2031-12-31"), ["date-order"]);
    assert_eq!(found("accounts: [net]", "accounts: [met]"), ["unknown-reference"]);
    assert_eq!(found("questions: [duck-pond]", "questions: [duck-pool]"), ["unknown-reference"]);
    assert_eq!(
        found("id: fell", "id: wet"),
        ["duplicate-id", "unknown-reference", "unknown-reference", "unknown-reference", "unknown-reference"]
    );
}
