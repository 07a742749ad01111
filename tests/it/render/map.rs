use super::{BALLOT, base, between, holds, lacks, page};
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
    holds(map, "<a href=\"../test.2031-05-01/pond-lane/index.html\"><title>Pond Lane</title><use href=\"#point-full\"");
    holds(map, "<use href=\"#point-out\"");
    holds(map, "Not on this site: we have not looked at it");
    holds(map, "Drawn by nobody.");
    lacks(map, "Far Pond");
    holds(&page, "<summary>One area on the map is not on this site</summary><p>Far Pond</p>");
}

/// The row of the table that says what the cell of Pond Lane says.
fn row(root: &str, known: &str) -> String {
    let link = format!("<a href=\"{root}test.2031-05-01/pond-lane/index.html\">Pond Lane</a>");
    format!("<tr><th scope=\"row\">{link}</th><td>{known}</td></tr>")
}

#[test]
fn a_table_with_a_caption_and_heads_says_the_same_as_the_map() {
    let heads = "<thead><tr><th scope=\"col\">Area</th><th scope=\"col\">Clear answers</th></tr></thead>";
    let caption = "Clear answers from candidates, by area";
    for (name, root) in [(ELECTION, "../"), (QUESTION, "../../")] {
        let page = page(&mapped("odd-r"), name);
        let table = between(&page, "<table class=\"known\">", "</table>");
        for part in [&format!("<caption>{caption}</caption>"), heads, &row(root, "1 of 2")] {
            holds(table, part);
        }
    }
}

#[test]
fn the_elections_page_has_its_seats_in_one_table_map_or_not() {
    for page in [page(&mapped("odd-r"), ELECTION), page(&base(), ELECTION)] {
        assert_eq!(page.matches("<table").count(), 1, "{page}");
        holds(between(&page, "<table class=\"known\">", "</table>"), &row("../", "1 of 2"));
    }
}

#[test]
fn a_map_of_few_cells_is_shown_large_and_one_of_many_as_wide_as_it_is() {
    let width = |cells: i32| {
        let cell = |n: i32| format!("\"E149999{n:02}\":{{\"n\":\"Pond {n}\",\"q\":{n},\"r\":0}}");
        let cells: Vec<String> = (1..=cells).map(cell).collect();
        let table = format!("{{\"layout\":\"odd-r\",\"hexes\":{{{}}}}}", cells.join(","));
        let page = page(&mapped("odd-r").file("content/data/ponds.hexjson", table), ELECTION);
        between(&page, "<svg width=\"", "\"").parse::<i32>().expect("a width")
    };
    assert_eq!([width(2), width(10), width(40)], [76 * 3, 560, 39 * 28 + 48]);
}

#[test]
fn a_questions_map_counts_clear_answers_of_candidates_and_says_out_of_how_many() {
    let site = mapped("odd-r");
    let answered = page(&site, QUESTION);
    holds(&answered, "<use href=\"#point-full\"");
    holds(&answered, "<title>Pond Lane: 1 of 2 candidates gave a clear answer</title>");
    holds(&answered, &row("../../", "1 of 2"));
    let unclear = page(&mapped("odd-r").replace(BALLOT, "stance: supports", "stance: unclear"), QUESTION);
    holds(&unclear, "<use href=\"#point-empty\"");
    holds(&unclear, "<title>Pond Lane: 0 of 2 candidates gave a clear answer</title>");
    // Where nothing is known, one line says so.
    lacks(&unclear, "<table class=\"known\">");
    let link = "<li><a href=\"../../test.2031-05-01/pond-lane/index.html\">Pond Lane</a></li>";
    holds(between(&unclear, "<summary>No clear answer known in one area</summary>", "</details>"), link);
    let no = page(&mapped("odd-r").replace(BALLOT, "stance: supports", "stance: opposes"), QUESTION);
    let map = |page: &str| between(page, "<figure class=\"map\">", "</figure>").to_owned();
    assert_eq!(map(&answered), map(&no), "a map takes no side");
}

#[test]
fn each_layout_shifts_its_own_rows_or_columns_and_north_is_up() {
    let rows = |layout| {
        let page = page(&mapped(layout), ELECTION);
        let map = between(&page, "<figure class=\"map\">", "<figcaption>");
        let rows = map.split("<g transform=\"translate(").skip(1);
        let row = |row: &str| {
            let (shift, cells) = row.split_once(")\">").expect("a row");
            [shift, between(cells, "#", "\"/>")].join(" ")
        };
        rows.map(row).collect::<Vec<_>>()
    };
    assert_eq!(rows("odd-r"), ["0 -24 point-out\" x=\"-14", "0 0 point-full\" x=\"0"]);
    assert_eq!(rows("even-r"), ["0 -24 point-out\" x=\"-28", "0 0 point-full\" x=\"14"]);
    assert_eq!(rows("odd-q"), ["-24 0 flat-out\" y=\"-42", "0 0 flat-full\" y=\"0"]);
    assert_eq!(rows("even-q"), ["-24 0 flat-out\" y=\"-28", "0 0 flat-full\" y=\"-14"]);
}

#[test]
fn a_map_of_other_areas_or_none_leaves_no_trace() {
    let other = mapped("odd-r").replace(BALLOT, "E14999901", "E14999903");
    for site in [other, base()] {
        lacks(&page(&site, ELECTION), "<figure");
        lacks(&page(&site, QUESTION), "<figure");
    }
}
