//! The parties at a glance, on the home page, and all that supports it, on the page of all parties.

use super::{base, between, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const PARTY: &str = "candidates/parties/pp1.yaml";

/// What the home page says of the parties on the first question.
fn glance(fixture: &SiteFixture) -> String {
    let home = text(&rendered(&fixture.path("")), "index.html");
    between(&home, "Should the duck pond be cleaned?</a></h3>", "</ul>").to_owned()
}

#[test]
fn each_answer_is_counted_and_its_parties_are_one_choice_away() {
    let site = rendered(&base().path(""));
    let home = text(&site, "index.html");
    let counts = between(&home, "Should the duck pond be cleaned?</a></h3>", "</ul>");
    holds(counts, "#m-yes\"");
    holds(counts, "<b>Reported: Yes</b>: 1 party");
    lacks(between(&home, "Parties at a glance", "</section>"), "Harbour Alliance");
    holds(&home, "href=\"parties/index.html\">All parties side by side</a>");
    let parties = text(&site, "parties/index.html");
    for part in ["#m-yes\"", "Reported: Yes", "Harbour Alliance", "Said 28 March 2031. Checked by 1 of 2 so far."] {
        holds(&parties, part);
    }
}

#[test]
fn answers_that_are_known_differently_stand_apart() {
    let line = "    entered_by: pat\n";
    let state =
        "    verification: {state: disputed, because: A misprint., date: 2031-04-02}\n    caveat: One page only.\n";
    let counts = glance(&base().replace(PARTY, line, &format!("{line}{state}")));
    holds(&counts, "<b>Disputed: Yes</b>: 1 party");
    lacks(&counts, "Reported");
}

#[test]
fn a_party_with_two_lines_is_one_party() {
    let line = |nation: &str| {
        format!(
            "  - {{election: test.2031-05-01, question: duck-pond, nations: [{nation}], stance: supports, \
             date: 2031-03-28, entered_by: pat, evidence: [{{kind: speech, title: A speech}}]}}\n"
        )
    };
    let lines = format!("lines:\n{}{}", line("england"), line("wales"));
    let fixture = base().file("candidates/parties/pp2.yaml", format!("id: pp2\nname: Meadow Party\n{lines}"));
    holds(&glance(&fixture), "<b>Reported: Yes</b>: 2 parties");
    let parties = text(&rendered(&fixture.path("")), "parties/index.html");
    for nation in ["Only for England.", "Only for Wales."] {
        holds(&parties, nation);
    }
}

#[test]
fn a_silence_says_how_it_was_read_and_how_far_it_is_checked() {
    let reading = "seen: original\n    whole: true\n    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]\n";
    let transcript = reading.replace("original", "transcription").replace("found: [duck-pond]", "found: []");
    let site = rendered(&base().replace("candidates/documents/harbour-manifesto.yaml", reading, &transcript).path(""));
    holds(&text(&site, "index.html"), "<b>No mention</b>: 1 party");
    let parties = text(&site, "parties/index.html");
    for part in ["No mention", "The transcription we read does not mention it.", "Not yet checked."] {
        holds(&parties, part);
    }
}
