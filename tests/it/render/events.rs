//! Events: on a page of their own, on the page of their ballot, and in the data.

use super::{PAGE, base, holds, html, lacks, page, rendered, text};
use crate::support::SiteFixture;

const EVENING: &str = "content/events/pond-evening.yaml";
const EVENTS: &str = "events/index.html";

/// An evening for the voters of Pond Lane, after the day of the records.
const RECORD: &str = "title: Questions at the pond
date: 2031-04-29
time: \"19:30\"
ballot: test.pond-lane.2031-05-01
access: No steps. There is a sign language interpreter.
url: https://example.org/evening
evidence: [{title: Poster of the Pond Club}]
";

fn with_evening() -> SiteFixture {
    base().file(EVENING, RECORD)
}

/// The codes that are reported when a text of the record is another.
fn codes(from: &str, to: &str) -> Vec<String> {
    with_evening().replace(EVENING, from, to).check().into_iter().map(|found| found.code).collect()
}

#[test]
fn an_event_stands_on_its_own_page_and_on_its_ballots() {
    assert_eq!(with_evening().check(), []);
    let site = rendered(&with_evening().path(""));
    for name in [EVENTS, PAGE] {
        let page = text(&site, name);
        holds(&page, "<h3>Questions at the pond</h3>");
        holds(&page, "29 April 2031, from 19:30");
        holds(&page, "No steps. There is a sign language interpreter.");
        holds(&page, "Poster of the Pond Club");
        lacks(&page, "This is over.");
    }
    holds(&text(&site, EVENTS), "<a class=\"src\" href=\"../test.2031-05-01/pond-lane/index.html\">Pond Lane</a>");
    holds(&text(&site, "index.html"), "<a href=\"events/index.html\">Events</a>");
    holds(
        &text(&site, "data/events.csv"),
        "pond-evening,Questions at the pond,2031-04-29,,19:30,,test.pond-lane.2031-05-01,",
    );
    holds(&text(&site, "data/site.json"), "\"events\":[\n{\"event\":\"pond-evening\"");
    holds(&text(&site, "data/datapackage.json"), "events.csv");
    holds(&text(&site, "data/index.html"), "events.csv");
}

#[test]
fn an_event_of_an_area_stands_with_it_and_one_of_none_is_everywhere() {
    let area = with_evening().replace(EVENING, "ballot: test.pond-lane.2031-05-01", "area: The old mill");
    holds(&page(&area, EVENTS), "The old mill");
    lacks(&page(&area, PAGE), "Questions at the pond");
    let everywhere = with_evening().replace(EVENING, "ballot: test.pond-lane.2031-05-01\n", "");
    holds(&page(&everywhere, EVENTS), "Everywhere");
}

#[test]
fn what_is_past_is_told_as_past_after_what_is_to_come() {
    let past = RECORD.replace("2031-04-29", "2031-04-01").replace("at the pond", "at the mill");
    let site = rendered(&with_evening().file("content/events/figures.yaml", &past).path(""));
    let ballot = text(&site, PAGE);
    holds(&ballot, "Questions at the pond");
    lacks(&ballot, "Questions at the mill");
    let page = text(&site, EVENTS);
    holds(&page, "id=\"event-figures\"");
    let (coming, over) = page.split_once("<h2>Past events</h2>").expect("both kinds");
    holds(coming, "Questions at the pond");
    holds(over, "Questions at the mill");
    holds(over, "This is over.");
    lacks(coming, "This is over.");
}

#[test]
fn several_days_have_both_ends() {
    let site = with_evening().replace(EVENING, "time: \"19:30\"", "until: 2031-04-30");
    holds(&page(&site, EVENTS), "29 April 2031 to 30 April 2031");
}

#[test]
fn what_does_not_go_together_is_reported() {
    for until in ["2031-04-28", "2031-04-29", "2031-04"] {
        assert_eq!(codes("time:", &format!("until: {until}\ntime:")), ["date-order"], "{until}");
    }
    assert_eq!(codes("date: 2031-04-29", "date: 2031-04"), ["malformed"]);
    assert_eq!(codes("Pond Club}", "Pond Club, accessed: 2032-01-01}"), ["date-order"]);
    assert_eq!(codes("access:", "area: The old mill\naccess:"), ["malformed"]);
    assert_eq!(codes("pond-lane.2031", "pond-lame.2031"), ["unknown-reference"]);
    assert_eq!(codes("[{title: Poster of the Pond Club}]", "[]"), ["no-evidence"]);
    assert_eq!(codes("access: No steps. There is a sign language interpreter.\n", ""), ["missing-key"]);
}

#[test]
fn a_site_without_events_says_nothing_of_any() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().contains("events")));
    for (_, page) in html(&site) {
        lacks(&page, "events");
    }
}

#[test]
fn an_event_is_told_in_further_languages() {
    let site = with_evening().replace("hustings.yaml", "title:", "languages: [en, cy]\ntitle:").replace(
        EVENING,
        "evidence:",
        "translations: {cy: {title: Cwestiynau wrth y pwll, access: Dim grisiau.}}\nevidence:",
    );
    let page = page(&site, "cy/events/index.html");
    holds(&page, "Cwestiynau wrth y pwll");
    holds(&page, "Dim grisiau.");
}
