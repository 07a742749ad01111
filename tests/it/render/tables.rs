//! What tables of answers say, and what they leave to one line: of a mark, of a row, of all.

use super::{ASHA, BALLOT, PAGE, base, between, holds, lacks, page, rendered, text};

#[test]
fn a_mark_says_in_its_own_cell_what_it_is_whose_from_where_and_how_far_it_is_checked() {
    let site = rendered(&base().path(""));
    let page = text(&site, "test.2031-05-01/pond-lane/index.html");
    let cell = between(&page, "<td>", "</td>");
    holds(cell, "#m-yes\"/></svg>Yes</b> <small>own reply, 3 Apr<i> · not double-checked yet</i></small>");
    holds(cell, "<small>party:</small> ");
    holds(cell, "Yes</b> <small><i>not double-checked yet</i></small>");
    let said = between(&page, "<summary>Asha Example</summary>", "</details>");
    for part in [
        "I would clean it.",
        "Letter to the campaign",
        "Own word, 3 April 2031.",
        "Not double-checked yet: 1 of 2 checks done.",
        "11-asha-example/index.html#q-duck-pond",
    ] {
        holds(said, part);
    }
}

#[test]
fn the_year_stands_in_small_print_only_when_it_is_another_than_that_of_the_election() {
    let later = base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2032-04-20");
    holds(&page(&later, PAGE), "own reply, 3 Apr<");
    let before =
        base().replace(BALLOT, "date: 2031-04-03", "date: 2030-04-03").replace(BALLOT, "kind: reply", "kind: site");
    holds(&page(&before, PAGE), "own website, 3 Apr 2030<");
}

#[test]
fn only_confirmed_marks_are_filled() {
    let record = "candidates/test.2031-05-01/pond-lane.yaml";
    let check = "- {by: sam, date: 2031-04-04}";
    let fixture = base().replace(record, check, &format!("{check}\n          - {{by: lee, date: 2031-04-05}}"));
    let page = text(&rendered(&fixture.path("")), "test.2031-05-01/pond-lane/index.html");
    let cell = between(&page, "<td>", "</td>");
    holds(cell, "#m-yes-sure\"/></svg>Yes</b> <small>own reply, 3 Apr<span class=\"c\"> · 2 checks</span></small>");
    holds(&page, "<small>Filled boxes have been checked by 2 other people.</small></caption>");
    lacks(&page, "A filled box has been checked");
    holds(
        &page,
        "Clean the pond?</strong> Yes: Asha Example. One has not answered. Party lines, not double-checked yet: Harbour Alliance: Yes.",
    );
}

#[test]
fn how_many_checked_is_said_over_a_table_only_when_it_holds_of_all_filled_boxes() {
    let check = "- {by: sam, date: 2031-04-04}";
    let more = |by: &str| format!("{check}\n          - {{by: {by}, date: 2031-04-05}}");
    let three = more("lee") + "\n          - {by: kim, date: 2031-04-06}";
    let line = "candidates/parties/pp1.yaml";
    let checked = || {
        base()
            .replace(
                "hustings.yaml",
                "  - {id: lee, name: Lee Third}",
                "  - {id: lee, name: Lee Third}\n  - {id: kim, name: Kim Fourth}",
            )
            .replace(
                line,
                "- {by: sam, date: 2031-03-30}",
                "- {by: sam, date: 2031-03-30}\n      - {by: lee, date: 2031-03-31}",
            )
    };
    let alike = page(&checked().replace(BALLOT, check, &more("lee")), PAGE);
    holds(&alike, "<table class=\"matrix c2 checked\">");
    let differ = page(&checked().replace(BALLOT, check, &three), PAGE);
    holds(&differ, "<table class=\"matrix c2\">");
    holds(&differ, "A filled box has been checked by 2 other people.");
}

#[test]
fn that_all_of_a_persons_own_answers_wait_is_said_once_beside_the_name() {
    let clock = "      - question: town-clock\n        stance: opposes\n        date: 2031-04-03\n        entered_by: pat\n        evidence:\n          - {kind: reply, title: Letter to the campaign, where: our file of letters, date: 2031-04-03, quote: Let it sleep.}\n";
    let line = "- {by: sam, date: 2031-03-30}";
    let fixture = base().replace(BALLOT, "  - person: 12\n", &format!("{clock}  - person: 12\n")).replace(
        "candidates/parties/pp1.yaml",
        line,
        &format!("{line}\n      - {{by: lee, date: 2031-03-31}}"),
    );
    let ballot = page(&fixture, PAGE);
    holds(&ballot, "<tr class=\"unchecked own\"><th scope=\"row\"><a class=\"who\"");
    holds(between(&ballot, ">Asha Example</a>", "</th>"), "<small><i>not double-checked yet</i></small>");
}

#[test]
fn a_row_in_which_nothing_is_known_says_why_in_one_line() {
    let ballot = page(&base(), PAGE);
    let ben = between(&ballot, ">Ben Sample</a>", "</tr>");
    holds(
        ben,
        "<td colspan=\"2\">No reply to any of the 2 questions, asked 20 Mar. Party line not looked up yet.</td>",
    );
    lacks(&ballot, "<summary>Ben Sample</summary>");
}

#[test]
fn what_holds_of_all_is_said_once_over_the_table() {
    let asks = "candidates/test.2031-05-01/asks/first-letter.yaml";
    let ballot = "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - {person: 11, name: Asha Example, \
                  party: pp1}\n  - {person: 12, name: Ben Sample, party: pp2}\n";
    let none = base().without(asks).file(BALLOT, ballot);
    let ballot = page(&none, PAGE);
    holds(
        &ballot,
        "<small>We have asked none of them yet. These answers are not double-checked yet.</small></caption>",
    );
    holds(&ballot, "<div class=\"lead\"><p>Their parties’ lines, not double-checked yet:</p>");
    holds(&ballot, "Clean the pond?</strong> Harbour Alliance: Yes.");
    holds(between(&ballot, ">Ben Sample</a>", "</tr>"), ">Party line not looked up yet.</td>");
    let after = page(&none.replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-06-01"), PAGE);
    holds(&after, "<small>We asked none of them. ");
    lacks(&after, "We did not ask");
}

#[test]
fn with_more_questions_than_stand_side_by_side_each_group_has_a_table_and_the_first_is_open() {
    let names: Vec<String> = (1..=17).map(|n| format!("question-{n}")).collect();
    let mut fixture = base();
    for name in &names {
        let question = format!("---\nask: Is it {name}?\nshort: It {name}?\ncampaign_wants: none\n---\nWhy.\n");
        fixture = fixture.file(&format!("content/questions/{name}.md"), question);
    }
    let list: String = names.iter().map(|name| format!("  - {{question: {name}}}\n")).collect();
    let election = "candidates/test.2031-05-01/election.yaml";
    let fixture = fixture.replace(election, "questions:\n", &format!("questions:\n{list}"));
    let site = rendered(&fixture.replace("hustings.yaml", "title: A test\n", "title: A test\nembed: true\n").path(""));
    let ballot = text(&site, PAGE);
    let titles: Vec<&str> =
        ballot.split("<summary>Questions ").skip(1).map(|rest| rest.split('<').next().unwrap_or("")).collect();
    assert_eq!(titles, ["1 to 7", "8 to 14", "15 to 19"], "{ballot}");
    assert_eq!(ballot.matches("<details open>").count(), 1);
    holds(&ballot, "class=\"matrix c7 ");
    for wide in [ballot, text(&site, &format!("embed/{PAGE}"))] {
        let sheets = wide.split_once("/static/style.css").expect("a style sheet").1;
        holds(sheets, "/static/pages.css");
    }
}

#[test]
fn who_stands_is_shown_where_nothing_is_asked() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let ballot = "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - {person: 11, name: Asha Example, \
                  party: pp2}\n";
    let fixture = base()
        .file(election, "id: test.2031-05-01\nname: Test elections\ndate: 2031-05-01\nfictional: true\n")
        .file(BALLOT, ballot)
        .file("candidates/parties/pp1.yaml", "id: pp1\nname: Harbour Alliance\n")
        .without("candidates/test.2031-05-01/asks/first-letter.yaml")
        .without("candidates/documents/harbour-manifesto.yaml");
    let ballot = page(&fixture, PAGE);
    holds(between(&ballot, "<table class=\"matrix c0\">", "</table>"), ">Asha Example</a>");
    lacks(&ballot, "colspan");
}

#[test]
fn many_questions_of_which_nothing_is_known_are_folded_under_one_line() {
    let wish = |n: u32| format!("---\nask: Is wish {n} good?\nshort: Wish {n}?\ncampaign_wants: none\n---\nIt is.\n");
    let put: String = (1..=9).map(|n| format!("  - {{question: wish-{n}}}\n")).collect();
    let site =
        base().replace("candidates/test.2031-05-01/election.yaml", "questions:\n", &format!("questions:\n{put}"));
    let site = (1..=9).fold(site, |site, n| site.file(&format!("content/questions/wish-{n}.md"), wish(n)));
    let site = rendered(&site.path(""));
    for (page, n) in [(ASHA, "9"), ("parties/pp1/index.html", "9")] {
        let page = text(&site, page);
        let folded = between(&page, &format!("<summary>Nothing known on {n} questions</summary>"), "</details>");
        holds(folded, ">Is wish 9 good?</a>");
        lacks(&page, ">Is wish 9 good?</a></h2>");
    }
}

#[test]
fn the_many_candidates_of_a_party_are_folded_away_by_the_letter_of_their_area() {
    let party = "parties/pp1/index.html";
    lacks(&page(&base(), party), "<div class=\"folds\">");
    let people =
        (100..140).map(|id| format!("  - {{person: {id}, name: Person {id}, party: pp1}}\n")).collect::<String>();
    let many = base().replace(BALLOT, "  - person: 12\n", &format!("{people}  - person: 12\n"));
    let many = page(&many, party);
    let folded = between(&many, "<div class=\"folds\">\n<details><summary>P</summary>", "</details>");
    assert_eq!(folded.matches("<li>").count(), 41);
}
