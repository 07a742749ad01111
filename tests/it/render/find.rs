//! The ways to a ballot: from the lists of the finder's page in two choices, and what the finder's script is given.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{BALLOT, PAGE, attribute, base, between, between_all, holds, lacks, rendered, starter, text};
use crate::support::{Site, SiteFixture};

const FIND: &str = "find/index.html";

/// More seats than a page lists by itself: three for each letter from A to P, by turns in two regions, with a postcode each.
fn many() -> (SiteFixture, BTreeSet<String>) {
    let mut fixture = base();
    let (mut pages, mut table) = (BTreeSet::from([PAGE.to_owned()]), "hustings postcodes 1\n".to_owned());
    for (n, letter) in ('a'..='p').cycle().take(48).enumerate() {
        let (slug, gss, half) = (format!("{letter}ston-{n}"), format!("E149999{n:02}"), n % 5 + 1);
        let region = if n % 2 == 0 { "Northland" } else { "Southland" };
        let ballot = format!(
            "id: test.{slug}.2031-05-01\narea: {{name: {}ston {n}, gss: {gss}}}\nnation: england\nregion: {region}\n",
            letter.to_ascii_uppercase()
        );
        fixture = fixture.file(&format!("candidates/test.2031-05-01/{slug}.yaml"), ballot);
        pages.insert(format!("test.2031-05-01/{slug}/index.html"));
        table += &format!("Z{}{half} {} {gss} AA\n", letter.to_ascii_uppercase(), n / 5);
    }
    (fixture.file("content/data/postcodes.txt", table), pages)
}

/// The addresses of this site to which links within a part of a page lead, without the place on the page.
fn links<'h>(from: &str, part: &'h str) -> Vec<(String, &'h str)> {
    let folder = from.trim_end_matches("index.html");
    let here = attribute(part, "href").into_iter().filter(|href| !href.contains("://") && !href.starts_with('#'));
    here.map(|href| {
        let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
        let up = path.matches("../").count();
        let kept = folder.trim_end_matches('/').split('/').count() - up;
        let kept: Vec<&str> = folder.split('/').take(kept).collect();
        let down = path.trim_start_matches("../");
        (kept.into_iter().chain([down]).collect::<Vec<_>>().join("/"), anchor)
    })
    .collect()
}

/// The ballots to which a list on the finder's page leads in one further choice.
fn two_choices(site: &Site, list: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (page, _) in links(FIND, list) {
        let html = text(site, &page);
        found.extend(links(&page, between(&html, "<main", "</main>")).into_iter().map(|(page, _)| page));
    }
    found
}

#[test]
fn every_seat_is_two_choices_away_by_letter_and_by_postcode() {
    let (fixture, pages) = many();
    let site = rendered(&fixture.path(""));
    let find = text(&site, FIND);
    let letters = between(&find, ">By first letter</h3>", "</div>");
    let summaries: Vec<&str> = between_all(letters, "<summary>", "</summary>").collect();
    assert_eq!((summaries.len(), summaries[0], summaries[15]), (16, "A: 3 areas", "P: 4 areas"));
    let found: BTreeSet<String> = links(FIND, letters).into_iter().map(|(page, _)| page).collect();
    assert_eq!(found, pages);
    let postcodes = between(&find, ">By postcode</h2>", "</ul>");
    assert_eq!(attribute(postcodes, "href").len(), 16, "one for the first letters of postcodes");
    let found = two_choices(&site, postcodes);
    let missing: BTreeSet<_> = pages.difference(&found).cloned().collect();
    assert_eq!(missing, BTreeSet::from([PAGE.to_owned()]));
}

#[test]
fn the_page_of_an_election_of_many_seats_folds_them_by_letter_and_by_region() {
    let (fixture, pages) = many();
    let election = "test.2031-05-01/index.html";
    let page = text(&rendered(&fixture.path("")), election);
    let part = |head: &str| between(&page, &format!("<h2>{head}</h2>"), "<h2>");
    let (letters, places) = (part("Areas from A to Z"), part("By nation and region"));
    for part in [letters, places] {
        let found: BTreeSet<String> = links(election, part).into_iter().map(|(page, _)| page).collect();
        assert_eq!(found, pages);
        lacks(part, "<details open");
    }
    let summaries: Vec<&str> = between_all(places, "<summary>", "</summary>").collect();
    assert_eq!(summaries[1..], ["England: Northland: 24 areas", "England: Southland: 24 areas"]);
    holds(letters, "<td>no candidates on record</td>");
    lacks(places, "<table");
}

#[test]
fn few_seats_stand_on_the_page_itself() {
    let site = starter();
    let find = text(&site, FIND);
    let found: Vec<String> =
        links(FIND, between(&find, "<main", "</main>")).into_iter().map(|(page, _)| page).collect();
    for seat in ["example-coast", "example-town"] {
        let page = format!("example.2031-05-01/{seat}/index.html");
        assert!(found.contains(&page), "{page} is not among {found:?}");
    }
    lacks(&find, "By first letter");
}

#[test]
fn the_page_of_some_first_letters_names_the_areas_of_each_first_half_in_the_order_of_their_numbers() {
    let table = "hustings postcodes 1\nE14999902 Far Pond\nZZ10 1 E14999901 AA\nZZ2 1 E14999902 AA\nZZ2 2 none AA\n";
    let fixture = base()
        .replace(BALLOT, "{name: Pond Lane}", "{name: Pond Lane, gss: E14999901}")
        .file("content/data/postcodes.txt", table);
    let page = text(&rendered(&fixture.path("")), "find/zz/index.html");
    let list = between(&page, "<dl", "</dl>").replace('\n', "");
    holds(
        &list,
        "<dt>ZZ2</dt><dd>Far Pond (no page here)</dd><dt>ZZ10</dt><dd><a class=\"src\" href=\"../../test.2031-05-01/pond-lane/index.html\">Pond Lane</a></dd>",
    );
}

/// What a script of the finder hands over, and under which key.
fn handed(site: &Site, address: &str) -> (String, Value) {
    let script = text(site, address);
    let data = script.strip_prefix("hustings(").and_then(|rest| rest.strip_suffix(");\n"));
    let data: Value = serde_json::from_str(&format!("[{}]", data.expect("a call"))).expect("JSON");
    (data[0].as_str().expect("a key").to_owned(), data[1].clone())
}

#[test]
fn the_script_is_given_its_words_and_finds_ballots_by_election_and_folder() {
    let site = starter();
    let (key, words) = handed(&site, "find/words.js");
    assert_eq!(key, "words");
    assert_eq!(words["elections"], json!([["Example Town elections, 1 May 2031", "example.2031-05-01"]]));
    assert_eq!(words["said"]["isIn"], "{code} is in {area}.");
    let (key, half) = handed(&site, "find/postcodes/zz1.js");
    assert_eq!(key, "ZZ1");
    let areas = json!([["Example Town", [[0, "example-town"]]], ["Elsewhere", []]]);
    assert_eq!(half, json!([{"areas": areas, "units": "1 0 AA-D BY gone BZ;2 0 AAB BL;2 1 ADE BL"}]));
    lacks(&text(&site, "index.html"), "is in {area}");
}

#[test]
fn a_first_half_of_many_postcodes_is_parted_and_its_script_tells_where() {
    let every_other: String = "ABDEFGHJLNPQRSTUWXYZ".chars().map(|first| format!(" {first}ADFHLP")).collect();
    let sector = |digit: u8, area: &str| format!("ZZ3 {digit} {area}{every_other}\n");
    let (here, there) = ("E14999901", "E14999902");
    let sectors: String = (1..=9).map(|digit| sector(digit, if digit < 6 { here } else { there })).collect();
    let fixture = base().replace(BALLOT, "{name: Pond Lane}", "{name: Pond Lane, gss: E14999901}").file(
        "content/data/postcodes.txt",
        format!("hustings postcodes 1\n{there} Far Pond\n{sectors}ZZ4 1 {here} AA\n"),
    );
    let site = rendered(&fixture.path(""));
    let (key, starts) = handed(&site, "find/postcodes/zz3.js");
    assert_eq!((key.as_str(), &starts), ("ZZ3", &json!("16")));
    let mut units = Vec::new();
    for first in starts.as_str().expect("digits").chars() {
        let (key, parts) = handed(&site, &format!("find/postcodes/zz3-{first}.js"));
        assert_eq!(key, format!("ZZ3-{first}"));
        let areas = if first == '6' { json!([["Far Pond", []]]) } else { json!([["Pond Lane", [[0, "pond-lane"]]]]) };
        assert_eq!(parts[0]["areas"], areas, "only what lies in this part");
        units.push(parts[0]["units"].as_str().expect("units").to_owned());
    }
    let whole: Vec<String> = (1..=9).map(|digit| format!("{digit} 0{every_other}")).collect();
    assert_eq!(units.join(";"), whole.join(";"));
    assert!(handed(&site, "find/postcodes/zz4.js").1.is_array());
}

#[test]
fn a_postcode_in_two_areas_is_named_where_no_script_runs() {
    let table =
        "hustings postcodes 1\nE05999902 Pond Lane\nE05999903 Mill Lane\nZZ1 1 E05999902 AA-F\nZZ1 1 E05999903 AA BZ\n";
    let site = rendered(&base().file("content/data/postcodes.txt", table).path(""));
    let page = text(&site, "find/zz/index.html");
    holds(&page, "This postcode is in more than one area: ZZ1 1AA. Your polling card says which is yours.");
    holds(&page, "Mill Lane (no page here)");
    lacks(&text(&rendered(&base().path("")), "find/zz/index.html"), "more than one area: ZZ");
}

#[test]
fn the_page_promises_only_what_is_there() {
    let without = base().without("content/data/postcodes.txt").without("content/data/postcodes.yaml");
    let names = rendered(&without.path(""));
    let find = text(&names, FIND);
    holds(&find, "Find who stands where you vote: by place or by name.");
    lacks(&find, "postcode");
    holds(&text(&rendered(&base().path("")), FIND), "by postcode, by place or by name.");
    let empty = without.without(BALLOT).without("candidates/test.2031-05-01/asks/first-letter.yaml");
    let empty = rendered(&empty.path(""));
    let find = text(&empty, FIND);
    holds(&find, "There is nothing to find yet: no areas are on this site.");
    holds(&find, "No areas are on this site yet.");
    lacks(&find, "A to Z");
    holds(&text(&empty, "index.html"), "No areas in Test elections are on this site yet.");
}
