//! Figures on the pages of ballots and in the data files.

use std::collections::BTreeMap;

use super::{BALLOT, PAGE, between, holds, lacks, page, rendered, text};
use crate::support::{Found, SiteFixture};

const RECORD: &str = "content/data/homes.yaml";
const TABLE: &str = "content/data/homes.csv";

/// The base site with figures that say so much of its ballot and of eleven other areas: 20, 30 … 120.
fn with(unit: &str, value: &str) -> SiteFixture {
    let record = format!(
        "kind: figures\ntitle: Empty homes\nfigure: {{unit: {unit}, says: homes stood empty, says_one: home stood empty, date: 2030-05}}\n\
         source: {{title: Table of homes, publisher: Example Office, date: 2030-08, licence: CC0, credit: Counted by nobody.}}\n"
    );
    let others: String = (2..13).map(|n| format!("E149999{n:02},{}\n", n * 10)).collect();
    SiteFixture::base()
        .replace(BALLOT, "{name: Pond Lane}", "{name: Pond Lane, gss: E14999901}")
        .file(RECORD, record)
        .file(TABLE, format!("area,value\nE14999901,{value}\n{others}"))
}

fn section(site: &SiteFixture) -> String {
    between(&page(site, PAGE), "<details id=\"figures\">", "</details>").to_owned()
}

#[test]
fn a_figure_says_how_much_of_what_where_when_and_who_counted() {
    let shown = section(&with("count", "2345"));
    holds(&shown, "<summary>The local picture</summary>");
    holds(
        &shown,
        "<p>In Pond Lane, 2,345 homes stood empty in May 2030. That is higher than in 9 of every 10 areas with a figure.</p>",
    );
    holds(
        &shown,
        "href=\"../../data/index.html#homes\">From “Table of homes”, published by Example Office (August 2030).</a> Counted by nobody.",
    );
    holds(&shown, "They say nothing about a candidate.");
    let out = with("count", "2345").replace(RECORD, "licence: CC0", "licence: CC0, url: \"https://example.org/homes\"");
    holds(&section(&out), "href=\"https://example.org/homes\">From");
    let day = with("count", "2345").replace(RECORD, "2030-05}", "2030-05-09}");
    holds(&section(&day), "stood empty on 9 May 2030.");
    holds(&section(&with("count", "1")), "<p>In Pond Lane, 1 home stood empty in May 2030.");
    let rounded = with("count", "2345").replace(RECORD, "2030-05}", "2030-05, rounded: true}");
    holds(&section(&rounded), "In Pond Lane, about 2,345 homes");
}

#[test]
fn units_stand_with_their_numbers() {
    for (unit, value, said) in [
        ("percent", "8.25", "8.3%"),
        ("percent", "9", "9%"),
        ("percent", "0.01", "less than 0.1%"),
        ("pounds", "1250.5", "£1,250.50"),
        ("pounds", "1250000", "£1,250,000"),
        ("count", "2.345", "2.35"),
        ("people", "1000000", "1,000,000"),
    ] {
        let site = with(unit, value).replace(TABLE, "E14999911,110\nE14999912,120\n", "");
        holds(&section(&site), &format!("In Pond Lane, {said} homes"));
    }
}

#[test]
fn a_figure_is_compared_only_as_far_as_it_is_true() {
    for (value, said) in [
        ("75", "That is near the middle"),
        ("91", "That is higher than in 6 of every 10 areas"),
        ("31", "That is lower than in 7 of every 10 areas"),
        ("1", "That is lower than in 9 of every 10 areas"),
    ] {
        let shown = section(&with("count", value));
        holds(&shown, said);
    }
    let few = with("count", "75").replace(TABLE, "E14999910,100\nE14999911,110\nE14999912,120\n", "");
    lacks(&section(&few), "of every 10");
    let alike: String = (1..13).map(|n| format!("E149999{n:02},50\n")).collect();
    holds(&section(&with("count", "50").file(TABLE, format!("area,value\n{alike}"))), "That is near the middle");
}

#[test]
fn the_bar_is_as_long_as_its_part_of_the_highest_and_its_words_say_the_same() {
    let shown = section(&with("count", "30"));
    holds(&shown, "aria-hidden=\"true\"><rect y=\"4\" width=\"25.0%\" height=\"16\" fill=\"currentColor\"/>");
    // Of 20, 30, 30, 40 … 120 the sixth of twelve.
    holds(&shown, "<rect x=\"50.0%\" width=\"3\"");
    holds(
        &shown,
        "The box is as long as the highest figure of all 12 areas. The line that sticks out marks the middle: in half of the areas it is 60 or less.",
    );
    lacks(&shown, "style=");
}

#[test]
fn fewer_than_ten_people_are_shown_as_such_and_no_bar_betrays_them() {
    for value in ["9", "1", "0", "<10"] {
        let site = with("people", value);
        let shown = section(&site);
        holds(&shown, "<p>In Pond Lane, fewer than 10 homes stood empty in May 2030.</p>");
        lacks(&shown, "<svg");
        let row = &rows(&site)[0];
        assert_eq!((row["known"].as_str(), row["value"].as_str()), ("fewer_than_10", ""), "{value}");
    }
    let site = with("people", "10");
    holds(&section(&site), "In Pond Lane, 10 homes");
    let greatest = with("people", "20").file(TABLE, "area,value\nE14999901,20\nE14999902,3\nE14999903,<10\n");
    lacks(&section(&greatest), "marks the middle");
}

#[test]
fn what_is_not_published_is_said_and_what_a_table_lacks_is_not() {
    let site = with("count", "");
    let shown = section(&site);
    holds(&shown, "<p>Empty homes: the source gives no figure for Pond Lane.</p>");
    lacks(&shown, "<svg");
    assert_eq!(rows(&site)[0]["known"], "not_published");
    let other = with("count", "5").replace(TABLE, "E14999901,5\n", "");
    lacks(&page(&other, PAGE), "id=\"figures\"");
    assert!(rows(&other).is_empty());
}

#[test]
fn a_ballot_without_a_code_is_known_by_its_file() {
    let site = with("count", "5").replace(BALLOT, ", gss: E14999901", "").replace(TABLE, "E14999901", "pond-lane");
    holds(&section(&site), "In Pond Lane, 5 homes");
}

#[test]
fn an_election_by_other_boundaries_has_no_figures_and_figures_that_fit_none_are_reported() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let site = |set: &str| {
        let site = with("count", "5").replace(RECORD, "source:", "boundaries: \"2010\"\nsource:");
        site.replace(election, "date: 2031-05-01\n", &format!("date: 2031-05-01\nboundaries: {set}\n"))
    };
    holds(&section(&site("2010")), "In Pond Lane, 5 homes");
    lacks(&page(&site("2030"), PAGE), "id=\"figures\"");
    let found = site("2030").check();
    assert_eq!(
        found.iter().map(Found::place_and_code).collect::<Vec<_>>(),
        ["content/data/homes.yaml:4:13 unknown-reference"]
    );
}

#[test]
fn figures_are_said_to_be_others_in_the_data_and_its_description() {
    let site =
        with("count", "2345").replace(RECORD, "licence: CC0", "licence: CC0, url: \"https://example.org/homes\"");
    let row = &rows(&site)[0];
    let told = ["table", "ballot", "gss", "known", "value", "unit", "date", "publisher", "licence", "credit"];
    let told = told.map(|name| row[name].as_str());
    let wanted = [
        "homes",
        "test.pond-lane.2031-05-01",
        "E14999901",
        "exact",
        "2345",
        "count",
        "2030-05",
        "Example Office",
        "CC0",
        "Counted by nobody.",
    ];
    assert_eq!(told, wanted);
    let built = rendered(&site.path(""));
    let package: serde_json::Value = serde_json::from_str(&text(&built, "data/datapackage.json")).expect("JSON");
    let resource = package["resources"].as_array().expect("a list").iter().find(|r| r["path"] == "figures.csv");
    let resource = resource.expect("the figures");
    assert_eq!(resource["licenses"][0]["title"], "CC0");
    assert_eq!(resource["sources"][0]["path"], "https://example.org/homes");
    holds(&text(&built, "data/index.html"), "<h3 id=\"homes\">Empty homes</h3>");
}

fn rows(site: &SiteFixture) -> Vec<BTreeMap<String, String>> {
    let csv = text(&rendered(&site.path("")), "data/figures.csv");
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(|row| row.expect("a row as wide as the head")).collect()
}
