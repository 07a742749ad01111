//! Once polling day is over: who was elected, and what they had said.

use super::data::table_of;
use super::{ASHA, BALLOT, BEN, PAGE, base, between, holds, lacks, page, rendered, text};
use crate::support::SiteFixture;

const ELECTION: &str = "test.2031-05-01/index.html";
const ELECTED: &str = "test.2031-05-01/elected/index.html";
const RECORD: &str = "candidates/test.2031-05-01/election.yaml";

/// The base site after polling day, with a result of the first candidate.
fn asha_was_elected() -> SiteFixture {
    let result = "    elected: {value: true, votes: 12345, source: Declaration of result, date: 2031-05-02}\n";
    base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-06-01").replace(
        BALLOT,
        "    party: pp1\n",
        &format!("    party: pp1\n{result}"),
    )
}

/// The same with a second check of her answer.
fn confirmed() -> SiteFixture {
    let (one, two) =
        ("{by: sam, date: 2031-04-04}", "{by: sam, date: 2031-04-04}\n          - {by: lee, date: 2031-04-05}");
    asha_was_elected().replace(BALLOT, one, two)
}

/// The same where it is on record how many ballots there are.
fn of_all(fixture: SiteFixture, all: u32) -> SiteFixture {
    fixture.replace(RECORD, "date: 2031-05-01\n", &format!("date: 2031-05-01\nballots_in_all: {all}\n"))
}

#[test]
fn the_page_of_the_election_opens_with_what_those_elected_had_said() {
    let page = page(&of_all(confirmed(), 1), ELECTION);
    let lead = between(&page, "<div class=\"lead\">", "</div>");
    holds(lead, "<strong>Clean the pond?</strong> Of the one person elected, 1 said “Yes”. Party lines");
    holds(lead, "<strong>Clock at night?</strong> Of the one person elected, no clear answer is known.");
    holds(
        &page,
        "href=\"../test.2031-05-01/elected/index.html\">Who was elected (1), and what each of them had said</a>",
    );
}

#[test]
fn what_is_not_checked_or_not_on_the_site_is_said_to_be_so() {
    let waits = page(&of_all(asha_was_elected(), 650), ELECTION);
    holds(&waits, "Of the one person elected in the areas shown here, 1 said “Yes” (not double-checked yet).");
    let many = of_all(confirmed(), 1).replace(BALLOT, "candidates:\n", "seats: 2\ncandidates:\n");
    holds(&page(&many, ELECTION), "Of the one person elected that we know of, 1 said “Yes”.");
    let news = asha_was_elected().replace(BALLOT, "kind: reply", "kind: news");
    holds(&page(&news, ELECTION), "1 said “Yes” (only others report it).");
}

#[test]
fn numbers_are_of_own_words_and_the_lines_of_parties_stand_apart() {
    let ben = "    party: pp2\n    elected: {value: true, source: Declaration of result}\n";
    let two = confirmed().replace(BALLOT, "    party: pp2\n", ben).replace(
        BALLOT,
        "candidates:\n",
        "seats: 2\ncandidates:\n",
    );
    let site = rendered(&of_all(two, 1).path(""));
    let lead = text(&site, ELECTION);
    holds(&lead, "Of the 2 elected, 1 said “Yes”. One has not answered. Party lines");
    let page = text(&site, ELECTED);
    let (own, parties) = page.split_once("<h2>What their parties say</h2>").expect("a part for parties");
    holds(own, "<a class=\"who\" href=\"../../test.2031-05-01/pond-lane/11-asha-example/index.html\">Asha Example</a>");
    lacks(between(own, "<tbody>", "</tbody>"), "class=\"m line");
    holds(parties, "1 elected</small>");
    holds(parties, "A candidate may think otherwise.");
    holds(&page, "How we know who was elected: Declaration of result (2).");
}

#[test]
fn rows_and_the_persons_page_say_who_was_elected() {
    let site = rendered(&confirmed().path(""));
    assert_eq!(text(&site, PAGE).matches("<small>Elected</small>").count(), 1);
    let asha = text(&site, ASHA);
    holds(&asha, "<strong>Elected.</strong> 12,345 votes. Declared: 2 May 2031. Source: Declaration of result</p>");
    lacks(&text(&site, BEN), "Elected");
}

#[test]
fn before_polling_day_and_without_a_result_there_is_no_such_page() {
    let uncontested = base().replace(BALLOT, "candidates:\n", "seats: 2\ncancelled: true\ncandidates:\n").replace(
        BALLOT,
        "    party: pp2\n",
        "    party: pp2\n    elected: {value: true, source: Notice of election}\n",
    );
    let over = base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-06-01");
    for fixture in [&uncontested, &over] {
        let site = rendered(&fixture.path(""));
        for name in [ELECTED, "data/elected.csv"] {
            assert!(!site.contains_key(&name.parse().expect("an address")), "{name}");
        }
        lacks(&text(&site, ELECTION), "elected/index.html");
    }
    holds(&page(&uncontested, PAGE), "<small>Elected</small>");
}

#[test]
fn many_are_folded_by_place_and_only_own_words_fill_a_row() {
    let mut fixture = of_all(confirmed(), 26);
    for n in 0..25 {
        let region = if n < 20 { "North" } else { "South" };
        let ballot = format!(
            "id: test.area-{n}.2031-05-01\narea: {{name: Area {n}}}\nnation: england\nregion: {region}\ncandidates:\n  - person: {}\n    name: Person {n}\n    party: pp1\n    elected: {{value: true, source: Declaration of result}}\n",
            100 + n
        );
        fixture = fixture.file(&format!("candidates/test.2031-05-01/area-{n}.yaml"), ballot);
    }
    let site = rendered(&fixture.path(""));
    let page = text(&site, ELECTED);
    for summary in ["England: North: 20 elected", "England: South: 5 elected"] {
        holds(&page, &format!("<details><summary>{summary}</summary>"));
    }
    assert_eq!(page.matches("No clear answer of their own is known.").count(), 25);
    holds(
        &text(&site, ELECTION),
        "Of the 26 elected, 1 said “Yes”. Of the other 25, no clear answer is known. Party lines",
    );
    // What a row weighs is what 650 of them weigh.
    let row = between(&page, "Person 3</a>", "</tr>");
    assert!(row.len() < 250, "{row}");
}

#[test]
fn a_table_has_a_row_for_each_of_them_and_each_question() {
    let site = rendered(&confirmed().path(""));
    let rows = table_of(&site, "elected.csv");
    assert_eq!(rows.len(), 2, "{rows:?}");
    let (pond, clock) = (&rows[0], &rows[1]);
    let known =
        ["person", "question", "mark", "verification", "votes", "source", "declared"].map(|column| &*pond[column]);
    assert_eq!(known, ["11", "duck-pond", "supports", "confirmed", "12345", "Declaration of result", "2031-05-02"]);
    assert_eq!((&*clock["question"], &*clock["mark"]), ("town-clock", "no_reply"));
    let people = table_of(&site, "candidates.csv");
    let told: Vec<&str> = people.iter().map(|person| &*person["elected"]).collect();
    assert_eq!(told, ["true", ""]);
    holds(&text(&site, "data/index.html"), "elected.csv");
}

const LATER: &str = "test.2035-05-03/pond-lane/index.html";
const ASHA_LATER: &str = "test.2035-05-03/pond-lane/11-asha-example/index.html";

/// Four years later she stands again.
fn again(candidacy: &str) -> SiteFixture {
    let election = "id: test.2035-05-03\nname: Next poll\ndate: 2035-05-03\nquestions:\n  - {question: duck-pond}\n  - {question: town-clock}\nfictional: true\n";
    let ballot = format!("id: test.pond-lane.2035-05-03\narea: {{name: Pond Lane}}\ncandidates:\n  - {candidacy}\n");
    confirmed()
        .file("candidates/test.2035-05-03/election.yaml", election)
        .file("candidates/test.2035-05-03/pond-lane.yaml", ballot)
        .replace("hustings.yaml", "as_of: 2031-06-01", "as_of: 2035-04-01")
}

#[test]
fn who_was_elected_and_stands_again_is_held_to_what_they_said_then() {
    let fixture = again("{person: 11, name: Asha Example, party: pp1}");
    let site = rendered(&fixture.path(""));
    for name in [LATER, ASHA_LATER] {
        let page = text(&site, name);
        holds(&page, "Elected in 2031.");
        holds(&page, "Clean the pond? In 2031: Yes; now: Not looked up.");
        lacks(&page, "Clock at night? In 2031");
    }
    // It is no answer to the later election.
    let marks = table_of(&site, "positions.csv");
    let of_later = marks.iter().filter(|mark| mark["election"] == "test.2035-05-03");
    assert!(
        of_later.clone().count() > 0
            && of_later.clone().all(|mark| mark["mark"] == "not_asked" || mark["mark"] == "not_checked")
    );
    lacks(between(&text(&site, LATER), "<div class=\"lead\">", "</div>"), "2031");
    lacks(&text(&site, ASHA), "In 2031");
}

#[test]
fn others_and_other_words_of_a_question_are_not_held_against_anybody() {
    let other = again("{person: 12, name: Ben Sample, party: pp2}");
    lacks(&page(&other, LATER), "Elected in");
    let merged = again("{person: 9, name: Asha Example, party: pp1, former: [11]}");
    holds(&page(&merged, LATER), "Elected in 2031.");
    let gone = again("{person: 11, name: Asha Example, party: pp1, status: withdrawn}");
    lacks(&page(&gone, "test.2035-05-03/pond-lane/11-asha-example/index.html"), "Elected in");
    let unput = again("{person: 11, name: Asha Example, party: pp1}").replace(
        "candidates/test.2035-05-03/election.yaml",
        "  - {question: duck-pond}\n",
        "",
    );
    holds(&page(&unput, LATER), "Elected in 2031.");
    lacks(&page(&unput, LATER), "In 2031:");
}
