use serde_json::Value;

use super::{ASHA, BALLOT, PAGE, base, between, holds, lacks, page, rendered, starter, text};
use crate::support::SiteFixture;

const PAGE_OF_ALL: &str = "compare/index.html";

/// What a script hands over under its own address.
fn handed(script: &str, address: &str) -> Value {
    let data = script.strip_prefix(&format!("compared(\"{address}\",")).and_then(|rest| rest.strip_suffix(");\n"));
    let data = data.unwrap_or_else(|| panic!("{address} hands over something else: {script}"));
    serde_json::from_str(data).unwrap_or_else(|error| panic!("{error}: {data}"))
}

/// A row with the pieces of which it has the names.
fn whole(row: &str, pieces: &Value) -> String {
    let parts = row.split('\u{fdd1}').enumerate();
    parts.map(|(n, part)| if n % 2 == 0 { part } else { pieces[part].as_str().expect("a piece") }).collect()
}

#[test]
fn a_ballots_candidates_are_handed_over_as_its_page_shows_them() {
    let address = "compare/test.2031-05-01/pond-lane.js";
    let data = handed(&page(&base(), address), address);
    assert_eq!(data["area"], "Pond Lane");
    assert_eq!(data["link"], PAGE);
    let asha = &data["people"][0];
    assert_eq!(
        (&asha["id"], &asha["name"], &asha["party"]),
        (&"11".into(), &"Asha Example".into(), &"Harbour Alliance".into())
    );
    let row = asha["rows"][0].as_str().expect("a row");
    holds(
        row,
        &format!("<tr class=\"unchecked\"><th scope=\"row\"><a class=\"who\" href=\"../{ASHA}\">Asha Example</a>"),
    );
    let drawn = page(&base(), PAGE);
    let cells = |html: &str| between(html, "<td>", "</tr>").to_owned();
    let election = "compare/test.2031-05-01.js";
    let pieces = handed(&page(&base(), election), election)["pieces"].clone();
    lacks(row, "<svg");
    let row = whole(row, &pieces);
    assert_eq!(cells(&row), cells(between(&drawn, "<tbody>", "</tbody>")), "drawn once for both");
}

#[test]
fn what_rows_have_in_common_is_handed_over_once() {
    let site = starter();
    let election = "compare/example.2031-05-01.js";
    let pieces = handed(&text(&site, election), election)["pieces"].clone();
    let address = "compare/example.2031-05-01/example-town.js";
    let data = handed(&text(&site, address), address);
    let ballot = text(&site, "example.2031-05-01/example-town/index.html");
    let mut rows = Vec::new();
    for person in data["people"].as_array().expect("people") {
        let row = person["rows"][0].as_str().expect("a row");
        for common in ["class=\"q\"", "<small>party:</small>", ">Harbour Alliance</a>"] {
            lacks(row, common);
        }
        rows.push(whole(row, &pieces));
    }
    let cells = |row: &str| between(row, "<td>", "</tr>").to_owned();
    for row in rows.iter().filter(|row| row.contains("<td>")) {
        holds(&ballot, &cells(row));
    }
    for common in ["class=\"q\"", "<small>party:</small>", ">Harbour Alliance</a>"] {
        assert!(rows.iter().any(|row| row.contains(common)), "no {common} in {rows:?}");
    }
}

#[test]
fn what_a_piece_is_called_depends_on_nothing_else() {
    let election = "compare/test.2031-05-01.js";
    let pieces = |site: &SiteFixture| {
        let index = handed(&page(site, election), election);
        index["pieces"].as_object().expect("pieces by name").clone()
    };
    let (before, after) = (
        pieces(&base()),
        pieces(&base().replace(
            "candidates/parties/pp1.yaml",
            "name: Harbour Alliance\n",
            "name: A Harbour Alliance\n",
        )),
    );
    let changed: Vec<_> = before.iter().filter(|(name, _)| !after.contains_key(*name)).collect();
    assert!(changed.len() == 1 && changed[0].1.as_str().is_some_and(|party| party.contains("Harbour")), "{changed:?}");
    assert!(before.iter().all(|(name, drawn)| after.get(name).is_none_or(|other| other == drawn)), "never another");
}

#[test]
fn a_theme_that_draws_rows_in_its_own_way_hands_them_over_whole() {
    let theme = "{% component short(short) -%}<b class=\"mine\">{{ short }}</b>{%- endcomponent short %}";
    let parts = include_str!("../../../themes/default/templates/parts.html");
    let (before, rest) = parts.split_once("{% component short(short) -%}").expect("the component");
    let own = format!("{before}{theme}{}", rest.split_once("{%- endcomponent short %}").expect("its end").1);
    let site = base()
        .replace("hustings.yaml", "title: A test\n", "title: A test\ntheme: ours\n")
        .file("themes/ours/templates/parts.html", &own);
    let (election, address) = ("compare/test.2031-05-01.js", "compare/test.2031-05-01/pond-lane.js");
    let pieces = handed(&page(&site, election), election)["pieces"].clone();
    let data = handed(&page(&site, address), address);
    holds(&whole(data["people"][0]["rows"][0].as_str().expect("a row"), &pieces), "<b class=\"mine\">");
}

#[test]
fn who_stands_no_more_and_what_was_taken_down_is_not_handed_over() {
    let address = "compare/test.2031-05-01/pond-lane.js";
    let gone = base().replace(BALLOT, "name: Asha Example", "name: Asha Example\n    status: withdrawn");
    lacks(&page(&gone, address), "Asha Example");
    lacks(&page(&gone, ASHA), "compare/index.html#");
    let takedown = "name: Asha Example\n    takedown: {date: 2031-04-19, reason: A court asked us to.}";
    let down = page(&base().replace(BALLOT, "name: Asha Example", takedown), address);
    lacks(&down, "own reply");
    holds(&down, "A court asked us to");
}

#[test]
fn an_elections_index_names_its_questions_ballots_and_parties_that_are_known() {
    let site = starter();
    let address = "compare/example.2031-05-01.js";
    let index = handed(&text(&site, address), address);
    assert_eq!(index["ballots"][1], serde_json::json!(["example-town", "Example Town"]));
    assert_eq!(index["groups"][0][0]["ask"], "Library on Saturdays?");
    assert_eq!(index["fictional"], "Nobody on this page is real.");
    let parties = index["parties"].as_array().expect("parties");
    let ids: Vec<_> = parties.iter().map(|party| party[0].as_str().expect("an id")).collect();
    assert_eq!(
        ids,
        ["pp9001", "joint-9001-9005", "pp9002", "pp9004"],
        "by name, and only those of which a line is known"
    );
    for id in ids {
        let address = format!("compare/example.2031-05-01/parties/{id}.js");
        assert!(handed(&text(&site, &address), &address)["rows"].is_array(), "{id} has no row");
    }
}

#[test]
fn pages_lead_to_a_comparison_that_begins_with_what_they_are_about() {
    let site = starter();
    let ballot = text(&site, "example.2031-05-01/example-town/index.html");
    holds(
        &ballot,
        "href=\"../../compare/index.html#example.2031-05-01:example-town/\">Filter these answers, or compare with others</a>",
    );
    let person = text(&site, "example.2031-05-01/example-town/900101-asha-example/index.html");
    holds(
        &person,
        "href=\"../../../compare/index.html#example.2031-05-01:example-town/900101\">Compare with others</a>",
    );
    let party = text(&site, "parties/pp9002/index.html");
    holds(&party, "href=\"../../compare/index.html#example.2031-05-01:pp9002\">Compare with others</a>");
    lacks(&text(&site, "parties/pp9003/index.html"), "compare/index.html#");
}

#[test]
fn without_script_the_page_leads_to_the_pages_that_compare_whole_seats_and_all_parties() {
    let site = rendered(&base().path(""));
    let page = text(&site, PAGE_OF_ALL);
    let (outside, template) = page.split_once("<template>").expect("what the script shows");
    let after = template.split_once("</template>").expect("its end").1;
    let plain = format!("{outside}{after}");
    for words in [
        "your browser has to run a script",
        "These pages need no script.",
        "../test.2031-05-01/index.html",
        "../parties/index.html",
    ] {
        holds(&plain, words);
    }
    lacks(&plain, "<select");
}
