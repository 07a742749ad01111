//! A question that is put in some nations only: elsewhere it is not a column, counts for nothing and takes no answer.

use super::{base, between, holds, lacks, page};
use crate::support::{Found, SiteFixture};

const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";
const ENGLISH: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const WELSH: &str = "candidates/test.2031-05-01/welsh-lane.yaml";
const WELSH_PAGE: &str = "test.2031-05-01/welsh-lane/index.html";
const POND: &str = "Should the duck pond be cleaned?";
const CLOCK: &str = "Should the town clock strike at night?";

/// A site whose pond is asked about in England only, with a ballot in Wales on which pp1 and pp3 stand.
fn site() -> SiteFixture {
    let welsh = "\
id: test.welsh-lane.2031-05-01
area: {name: Welsh Lane}
nation: wales
candidates:
  - person: 21
    name: Cai Sampl
    party: pp1
    positions:
      - question: town-clock
        stance: supports
        date: 2031-04-03
        entered_by: pat
        evidence: [{kind: reply, title: Letter, where: our file, date: 2031-04-03, quote: Let it strike.}]
  - person: 22
    name: Dai Ffug
    party: pp3
";
    base()
        .replace(ELECTION, "{question: duck-pond}", "{question: duck-pond, nations: [england]}")
        .replace(ENGLISH, "area: {name: Pond Lane}", "area: {name: Pond Lane}\nnation: england")
        .file(WELSH, welsh)
        .file("candidates/parties/pp3.yaml", "id: pp3\nname: Welsh Lantern\n")
        .replace("content/questions/town-clock.md", "campaign_wants: none", "campaign_wants: supports")
}

fn codes(site: &SiteFixture) -> Vec<String> {
    let found = site.check().into_iter().filter(|found| found.severity == "error");
    found.map(|found: Found| found.place_and_code()).collect()
}

#[test]
fn a_ballot_has_no_column_for_what_is_not_asked_there_and_does_not_count_it() {
    let site = site();
    assert_eq!(codes(&site), [""; 0]);
    let welsh = page(&site, WELSH_PAGE);
    holds(&welsh, CLOCK);
    lacks(&welsh, POND);
    lacks(&welsh, "Clean the pond?");
    let person = page(&site, "test.2031-05-01/welsh-lane/21-cai-sampl/index.html");
    holds(&person, "Clock at night?</strong> Yes (not double-checked yet).");
    lacks(&person, POND);
    let english = page(&site, "test.2031-05-01/pond-lane/index.html");
    holds(&english, POND);
    holds(&english, CLOCK);
}

#[test]
fn a_party_whose_candidates_are_not_asked_has_no_line_on_it_and_is_not_counted() {
    let site = site();
    let line = "id: pp3\nname: Welsh Lantern\nlines:\n  - election: test.2031-05-01\n    question: town-clock\n    \
                stance: opposes\n    date: 2031-03-28\n    entered_by: pat\n    evidence: [{kind: site, title: Page, \
                url: \"https://lantern.example.org/\", archived: \"https://archive.example.org/l\", date: 2031-03-28, \
                quote: Silence at night.}]\n";
    let site = site.file("candidates/parties/pp3.yaml", line);
    assert_eq!(codes(&site), [""; 0]);
    let party = page(&site, "parties/pp3/index.html");
    holds(&party, CLOCK);
    lacks(&party, POND);
    let all = page(&site, "parties/index.html");
    holds(&all, "Clean the pond?</a> <small>Only for England.</small>");
    holds(&all, &format!("{POND} (asked in England only)"));
    let row = between(&all, "Welsh Lantern", "</tr>");
    holds(row, "<p>Not asked here</p>");
    let question = page(&site, "questions/duck-pond/index.html");
    lacks(between(&question, "What candidates say", "</section>"), "Cai Sampl");
}

#[test]
fn an_answer_to_what_is_not_asked_there_is_an_error_at_its_place() {
    let site = site().replace(WELSH, "question: town-clock", "question: duck-pond").replace(
        "candidates/parties/pp1.yaml",
        "    stance: supports",
        "    nations: [england, wales]\n    stance: supports",
    );
    let expected = [
        "candidates/parties/pp1.yaml:6:15 not-put-here",
        "candidates/test.2031-05-01/welsh-lane.yaml:9:19 not-put-here",
    ];
    assert_eq!(codes(&site), expected);
    let help = &site.check()[1].help;
    assert!(help.contains("candidates/test.2031-05-01/election.yaml"), "{help}");
}

#[test]
fn a_ballot_has_to_say_where_it_is_when_a_question_depends_on_that() {
    let site = site().replace(ENGLISH, "nation: england\n", "");
    let found = site.check();
    assert_eq!(found[0].code, "missing-key");
    assert!(found[0].message.contains("duck-pond") && found[0].help.contains("nation:"), "{:?}", found[0]);
}

#[test]
fn data_and_comparison_say_where_a_question_is_asked() {
    let site = site();
    let put = page(&site, "data/put.csv");
    assert_eq!(
        put,
        "election,question,version,nations\ntest.2031-05-01,duck-pond,1,england\ntest.2031-05-01,town-clock,1,\n"
    );
    let positions = page(&site, "data/positions.csv");
    assert!(!positions.lines().any(|line| line.contains("welsh-lane") && line.contains("duck-pond")), "{positions}");
    let compared = page(&site, "compare/test.2031-05-01/welsh-lane.js");
    holds(&compared, "<p>Not asked here</p>");
    holds(&page(&site, "compare/test.2031-05-01.js"), "\"ask\":\"Clean the pond?\"");
    holds(&page(&site, "compare/test.2031-05-01.js"), "\"only\":\"Only for England.\"");
}

#[test]
fn nobody_looks_in_a_document_for_what_is_not_asked_where_it_is_for() {
    let record = "id: welsh-leaflet\ntitle: Taflen\nkind: leaflet\nelection: test.2031-05-01\nperson: 22\nreadings:\n  - {by: \
                  pat, date: 2031-04-04, seen: original, whole: true, looked_for: [town-clock], found: []}\n";
    let site = site().file("candidates/documents/welsh-leaflet.yaml", record);
    assert_eq!(codes(&site), [""; 0]);
    let leaflet = page(&site, "documents/welsh-leaflet/index.html");
    lacks(&leaflet, POND);
    holds(&leaflet, CLOCK);
    let mentions = page(&site, "data/mentions.csv");
    assert!(!mentions.contains("welsh-leaflet,duck-pond"), "{mentions}");
    lacks(between(&page(&site, WELSH_PAGE), "What the leaflets say", "</section>"), POND);
}

#[test]
fn the_map_and_its_table_leave_out_seats_where_it_is_not_asked() {
    let map = "{\"layout\":\"odd-r\",\"hexes\":{\"E14999901\":{\"n\":\"Pond Lane\",\"q\":0,\"r\":0},\
               \"W07999901\":{\"n\":\"Welsh Lane\",\"q\":1,\"r\":0}}}";
    let record =
        "kind: map\ntitle: Map of ponds\nsource: {title: Map, publisher: Office, licence: CC0, credit: Nobody.}\n";
    let site = site()
        .replace(ENGLISH, "{name: Pond Lane}", "{name: Pond Lane, gss: E14999901}")
        .replace(WELSH, "{name: Welsh Lane}", "{name: Welsh Lane, gss: W07999901}")
        .file("content/data/ponds.yaml", record)
        .file("content/data/ponds.hexjson", map);
    let question = page(&site, "questions/duck-pond/index.html");
    let figure = between(&question, "<figure class=\"map\">", "</figure>");
    holds(figure, "<title>Welsh Lane: this question is not asked here</title><use href=\"#point-unput\"");
    holds(figure, "This question is not asked there");
    holds(&question, "id=\"point-unput\"");
    lacks(&question, ">Welsh Lane</a>");
    let clock = page(&site, "questions/town-clock/index.html");
    holds(&clock, ">Welsh Lane</a>");
    lacks(between(&clock, "<figure class=\"map\">", "</figure>"), "not asked");
}

#[test]
fn a_cell_of_a_party_says_where_alone_its_line_holds() {
    let site = base().replace(
        "candidates/parties/pp1.yaml",
        "    stance: supports",
        "    nations: [wales]\n    stance: supports",
    );
    for file in ["parties/index.html", "parties/pp1/index.html", "questions/duck-pond/index.html"] {
        holds(&page(&site, file), "<small>Wales:</small> <b>");
    }
}
