use super::{BALLOT, attribute, base, between, holds, lacks, page};
use crate::support::SiteFixture;

const ELECTION: &str = "test.2031-05-01/index.html";
const QUESTION: &str = "questions/duck-pond/index.html";

/// The base site with its ballot and a seat that it lacks on a map of a layout.
fn mapped(layout: &str) -> SiteFixture {
    let record = "kind: map\ntitle: Map of ponds\nsource: {title: Map, publisher: Example Office, licence: CC0, credit: \
                  Drawn by nobody.}\n";
    let table = format!(
        "{{\"layout\":\"{layout}\",\"hexes\":{{\"E14999901\":{{\"n\":\"Pond Lane\",\"q\":0,\"r\":0}},\
         \"E14999902\":{{\"n\":\"Far Pond\",\"q\":-1,\"r\":1,\"colour\":\"#123456\"}}}}}}"
    );
    base()
        .replace(BALLOT, "{name: Pond Lane}", "{name: Pond Lane, gss: E14999901}")
        .file("content/data/ponds.yaml", record)
        .file("content/data/ponds.hexjson", table)
}

#[test]
fn the_elections_map_links_the_seats_that_are_here_and_names_those_that_are_not() {
    let page = page(&mapped("odd-r"), ELECTION);
    let map = between(&page, "<figure class=\"map\">", "</figure>");
    holds(
        map,
        "<a href=\"../test.2031-05-01/pond-lane/index.html\" aria-label=\"Pond Lane\"><title>Pond Lane</title><use href=\"#point-full\"",
    );
    holds(map, "<use href=\"#point-out\"");
    holds(map, "Not on this site: we have not looked at it");
    holds(map, "Drawn by nobody.");
    lacks(map, "Far Pond");
    holds(&page, "<summary>One seat of the map is not on this site</summary><p>Far Pond</p>");
}

#[test]
fn a_questions_map_counts_clear_answers_of_candidates_and_says_out_of_how_many() {
    let site = mapped("odd-r");
    let answered = page(&site, QUESTION);
    holds(&answered, "<use href=\"#point-full\"");
    holds(&answered, "pond-lane/index.html\">Pond Lane: 1 of 2 candidates gave a clear answer</a></li>");
    let unclear = page(&mapped("odd-r").replace(BALLOT, "stance: supports", "stance: unclear"), QUESTION);
    holds(&unclear, "<use href=\"#point-empty\"");
    holds(&unclear, ">Pond Lane: 0 of 2 candidates gave a clear answer</a></li>");
    let no = page(&mapped("odd-r").replace(BALLOT, "stance: supports", "stance: opposes"), QUESTION);
    let map = |page: &str| between(page, "<figure class=\"map\">", "</figure>").to_owned();
    assert_eq!(map(&answered), map(&no), "a map takes no side");
}

#[test]
fn each_layout_shifts_its_own_rows_or_columns_and_north_is_up() {
    let places = |layout| {
        let page = page(&mapped(layout), ELECTION);
        let map = between(&page, "<figure class=\"map\">", "<figcaption>").to_owned();
        let values = |name| attribute(&map, name).into_iter().map(str::to_owned).collect::<Vec<_>>();
        values("x").into_iter().zip(values("y")).collect::<Vec<_>>()
    };
    let at = |x: &str, y: &str| (x.to_owned(), y.to_owned());
    assert_eq!(places("odd-r"), [at("0", "0"), at("-14", "-24")]);
    assert_eq!(places("even-r"), [at("14", "0"), at("-28", "-24")]);
    assert_eq!(places("odd-q"), [at("0", "0"), at("-24", "-42")]);
    assert_eq!(places("even-q"), [at("0", "-14"), at("-24", "-28")]);
}

#[test]
fn a_map_of_other_areas_or_none_leaves_no_trace() {
    let other = mapped("odd-r").replace(BALLOT, "E14999901", "E14999903");
    for site in [other, base()] {
        lacks(&page(&site, ELECTION), "<figure");
        lacks(&page(&site, QUESTION), "<figure");
    }
}
