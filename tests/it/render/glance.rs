//! Who says what, on the home page, and all that supports it, on the page of all parties.

use super::{base, between, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const PARTY: &str = "candidates/parties/pp1.yaml";

/// The base site with a second ballot, so that its home page speaks of all of them.
fn two() -> SiteFixture {
    base().file(
        "candidates/test.2031-05-01/mill-lane.yaml",
        "id: test.mill-lane.2031-05-01\narea: {name: Mill Lane}\ncandidates: []\n",
    )
}

/// What the home page says of the first question.
fn glance(fixture: &SiteFixture) -> String {
    let home = text(&rendered(&fixture.path("")), "index.html");
    between(&home, "Clean the pond?</a></dt>", "</dd>").to_owned()
}

#[test]
fn each_answer_names_its_parties_which_are_one_choice_away() {
    let site = rendered(&two().path(""));
    let home = text(&site, "index.html");
    holds(&glance(&two()), "<dd>Parties: Not double-checked yet: Harbour Alliance (Yes).");
    holds(&home, "href=\"parties/index.html\">All parties side by side</a>");
    let parties = text(&site, "parties/index.html");
    for part in ["#m-yes\"", "Harbour Alliance", "Said 28 March 2031. Not double-checked yet: 1 of 2 checks done."] {
        holds(&parties, part);
    }
}

#[test]
fn a_confirmed_line_stands_under_its_word() {
    let checked = two().replace(
        PARTY,
        "- {by: sam, date: 2031-03-30}",
        "- {by: sam, date: 2031-03-30}\n      - {by: lee, date: 2031-04-01}",
    );
    holds(&glance(&checked), "Parties: Yes: Harbour Alliance.");
}

#[test]
fn a_disputed_line_answers_nothing() {
    let line = "    entered_by: pat\n";
    let state =
        "    verification: {state: disputed, because: A misprint., date: 2031-04-02}\n    caveat: One page only.\n";
    let counts = glance(&two().replace(PARTY, line, &format!("{line}{state}")));
    holds(&counts, "Candidates: Not double-checked yet: Asha Example (Yes).");
    lacks(&counts, "Harbour");
}

#[test]
fn a_party_with_two_lines_is_named_once() {
    let line = |nation: &str| {
        format!(
            "  - {{election: test.2031-05-01, question: duck-pond, nations: [{nation}], stance: supports, \
             date: 2031-03-28, entered_by: pat, evidence: [{{kind: speech, title: A speech}}]}}\n"
        )
    };
    let lines = format!("lines:\n{}{}", line("england"), line("wales"));
    let fixture = two().file("candidates/parties/pp2.yaml", format!("id: pp2\nname: Meadow Party\n{lines}"));
    holds(&glance(&fixture), "Not double-checked yet: Harbour Alliance and Meadow Party (in England, Wales) (Yes).");
    let parties = text(&rendered(&fixture.path("")), "parties/index.html");
    for nation in ["Only for England.", "Only for Wales."] {
        holds(&parties, nation);
    }
}

#[test]
fn with_more_names_than_a_line_holds_it_counts() {
    let mut fixture = two();
    for n in 10..19 {
        let line = "lines:\n  - {election: test.2031-05-01, question: duck-pond, stance: opposes, date: 2031-03-28, \
                    entered_by: pat, evidence: [{kind: speech, title: A speech}]}\n";
        fixture =
            fixture.file(&format!("candidates/parties/pp{n}.yaml"), format!("id: pp{n}\nname: Party {n}\n{line}"));
    }
    holds(&glance(&fixture), "Parties: Not double-checked yet: Yes: 1; No: 9.");
}

#[test]
fn a_silence_says_how_it_was_read_and_how_far_it_is_checked() {
    let reading = "seen: original\n    whole: true\n    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]\n";
    let transcript = reading.replace("original", "transcription").replace("found: [duck-pond]", "found: []");
    let site = rendered(&base().replace("candidates/documents/harbour-manifesto.yaml", reading, &transcript).path(""));
    let parties = text(&site, "parties/index.html");
    for part in ["No mention", "The transcription we read does not mention it.", "Not double-checked yet."] {
        holds(&parties, part);
    }
}

#[test]
fn a_document_that_mentions_nothing_is_said_to_in_one_line() {
    let document = "id: lantern\ntitle: Our lantern\nkind: manifesto\nelection: test.2031-05-01\nparty: pp3\ndate: 2031-03-28\nurl: https://lantern.example.org/\nreadings:\n  - {by: pat, date: 2031-03-29, seen: original, whole: true, looked_for: [duck-pond, town-clock], found: []}\n";
    let fixture = base()
        .file("candidates/documents/lantern.yaml", document)
        .file("candidates/parties/pp3.yaml", "id: pp3\nname: Lantern Party\n");
    let parties = text(&rendered(&fixture.path("")), "parties/index.html");
    let row = between(&parties, "Lantern Party</a></span>", "</tr>");
    holds(row, "<td colspan=\"2\">");
    holds(
        row,
        "No mention of any of the 2 questions</b> <small>manifesto, 28 Mar<i> · not double-checked yet</i></small>",
    );
}
