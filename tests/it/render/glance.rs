//! The parties at a glance, on the home page.

use super::{base, between, rendered, text};
use crate::support::SiteFixture;

const PARTY: &str = "candidates/parties/pp1.yaml";

/// What the home page says of the parties on the first question: the counts, and what opens below them.
fn glance(fixture: &SiteFixture) -> (String, String) {
    let home = text(&rendered(&fixture.path("")), "index.html");
    let question = between(&home, "Should the duck pond be cleaned?</a></h3>", "</details>");
    let (counts, marks) = question.split_once("<details>").expect("what opens");
    (counts.to_owned(), marks.to_owned())
}

#[test]
fn each_answer_is_counted_and_names_its_parties_with_date_and_evidence() {
    let (counts, marks) = glance(&base());
    assert!(counts.contains("#m-yes\"") && counts.contains("<b>Reported: Yes</b>: 1 party"), "{counts}");
    let link = "href=\"parties/pp1/index.html#q-test.2031-05-01-duck-pond\">Harbour Alliance</a>";
    for part in ["#m-yes\"", "Reported: Yes", link, "Said 28 March 2031. Checked by 1 of 2 so far."] {
        assert!(marks.contains(part), "no {part:?} in {marks}");
    }
}

#[test]
fn answers_that_are_known_differently_stand_apart_and_keep_their_doubts() {
    let line = "    entered_by: pat\n";
    let state =
        "    verification: {state: disputed, because: A misprint., date: 2031-04-02}\n    caveat: One page only.\n";
    let (counts, marks) = glance(&base().replace(PARTY, line, &format!("{line}{state}")));
    assert!(counts.contains("<b>Disputed: Yes</b>: 1 party") && !counts.contains("Reported"), "{counts}");
    assert!(marks.contains("Disputed since 2 April 2031: A misprint."), "{marks}");
    assert!(marks.contains("<p class=\"caveat\">Take care: One page only.</p>"), "{marks}");
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
    let (counts, marks) = glance(&fixture);
    assert!(counts.contains("<b>Reported: Yes</b>: 2 parties"), "{counts}");
    assert!(marks.contains("Only for England.") && marks.contains("Only for Wales."), "{marks}");
}

#[test]
fn a_silence_says_how_it_was_read_and_how_far_it_is_checked() {
    let reading = "seen: original\n    whole: true\n    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]\n";
    let transcript = reading.replace("original", "transcription").replace("found: [duck-pond]", "found: []");
    let fixture = base().replace("candidates/documents/harbour-manifesto.yaml", reading, &transcript);
    let home = text(&rendered(&fixture.path("")), "index.html");
    let marks = between(&home, "Should the town clock strike at night?</a></h3>", "</details>");
    for part in ["No mention", "The transcription we read does not mention it.", "Not yet checked."] {
        assert!(marks.contains(part), "no {part:?} in {marks}");
    }
    assert!(marks.contains("<summary>“Clock at night?”: which party says what</summary>"), "{marks}");
}
