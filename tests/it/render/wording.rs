//! Sentences of the built pages that must stay true whatever the records say.

use std::collections::BTreeSet;

use super::{ASHA, BALLOT, BEN, PAGE, base, between, holds, html, lacks, page, rendered, starter, text};
use crate::support::SiteFixture;

const MANIFESTO: &str = "candidates/documents/harbour-manifesto.yaml";
const CHECK: &str = "        checked:\n          - {by: sam, date: 2031-04-04}\n";

/// The base site on the day after polling day.
fn over() -> SiteFixture {
    base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-05-02")
}

#[test]
fn a_party_without_a_line_is_not_said_to_be_unread() {
    let fixture = base().replace("candidates/parties/pp2.yaml", "Meadow Party", "Meadow Party\nnote: The one in Kent.");
    let parties = page(&fixture, "parties/index.html");
    holds(&parties, "No line is recorded for these parties. That is our gap, not theirs.");
    holds(&parties, "The one in Kent.");
    holds(&page(&fixture, "parties/pp2/index.html"), "No line from Meadow Party is on record.");
}

#[test]
fn only_documents_searched_whole_count_as_read() {
    holds(&page(&base(), PAGE), "We read the manifesto of one of their parties.");
    let part = base().replace(MANIFESTO, "whole: true", "whole: false");
    lacks(&page(&part, PAGE), "We read the manifesto");
    holds(&page(&part, PAGE), "We read parts of a document of one of their parties.");
    let idle = base().replace(MANIFESTO, "looked_for: [duck-pond, town-clock]", "looked_for: []").replace(
        MANIFESTO,
        "found: [duck-pond]",
        "found: []",
    );
    lacks(&page(&idle, PAGE), "We read");
}

#[test]
fn a_document_that_was_only_described_is_not_said_to_be_read() {
    let fixture = base().replace(MANIFESTO, "seen: original\n    whole: true", "seen: described\n    whole: false");
    let documents = page(&fixture, "documents/harbour-manifesto/index.html");
    holds(&documents, "has not seen it. On 29 March 2031 they read what somebody wrote about it.");
    lacks(&documents, "read part of it");
    let party = page(&fixture, "parties/pp1/index.html");
    holds(&party, "Documents we know of");
    lacks(&party, "<h2>Documents we read</h2>");
}

#[test]
fn a_party_without_documents_is_not_said_to_have_been_read() {
    lacks(&page(&base(), "parties/pp2/index.html"), "<h2>Documents we read</h2>");
}

#[test]
fn a_party_line_is_counted_only_when_clear_and_not_denied() {
    holds(&page(&base(), ASHA), "Party lines, not double-checked yet: Harbour Alliance: Yes.");
    let party = page(&base(), "parties/pp1/index.html");
    holds(&party, "Yes to 1 of 2 questions. That is not double-checked yet.");
    let line = "    entered_by: pat\n";
    let disputed =
        format!("{line}    verification: {{state: disputed, because: They say it is a misprint., date: 2031-04-02}}\n");
    let fixture = base().replace("candidates/parties/pp1.yaml", line, &disputed);
    lacks(&page(&fixture, ASHA), "Party lines");
    holds(
        &page(&fixture, "parties/pp1/index.html"),
        "We know of no clear line from Harbour Alliance on any of the 2 questions.",
    );
}

#[test]
fn a_disputed_answer_leads_no_page() {
    let line = "        entered_by: pat\n";
    let disputed =
        format!("{line}        verification: {{state: disputed, because: She denies it., date: 2031-04-05}}\n");
    let fixture = base().replace(BALLOT, line, &disputed);
    let ballot = page(&fixture, PAGE);
    lacks(between(&ballot, "<div class=\"lead\">", "</div>"), "Asha Example");
    holds(&ballot, "Disputed: Yes</b>");
}

#[test]
fn an_answer_that_was_taken_down_is_still_an_answer_to_us() {
    let line = "        entered_by: pat\n";
    let gone = format!("{line}        takedown: {{date: 2031-04-06, reason: At her request.}}\n");
    let fixture = base().replace(BALLOT, line, &gone);
    holds(between(&page(&fixture, PAGE), "<strong>Clean the pond?</strong>", "</p>"), "One has not answered.");
}

#[test]
fn who_has_spoken_may_still_have_time_for_the_rest() {
    let fixture = base().replace(
        "candidates/test.2031-05-01/asks/first-letter.yaml",
        "deadline: 2031-04-10",
        "deadline: 2031-04-25",
    );
    holds(
        &page(&fixture, PAGE),
        "Clean the pond?</strong> Not double-checked yet: Asha Example (Yes). One still has time to answer.",
    );
    let gone = fixture.replace(BALLOT, "    party: pp2", "    party: pp2\n    status: withdrawn");
    let ben = page(&gone, BEN);
    holds(&ben, "Was a candidate in Pond Lane");
    lacks(&ben, "Waiting for a reply");
    lacks(&ben, "waiting for an answer");
    holds(&page(&gone, PAGE), "Clean the pond?</strong> Not double-checked yet: Asha Example (Yes). Party lines");
}

#[test]
fn silence_says_when_its_date_is_a_conclusion_and_who_has_checked_it() {
    let fixture = base()
        .replace(MANIFESTO, "date: 2031-03-28", "date: 2031-03-28\ndate_inferred: It came with the March paper.")
        .replace(
            MANIFESTO,
            "    found: [duck-pond]",
            "    found: [duck-pond]\n    checked: [{by: sam, date: 2031-04-01}]",
        );
    let parties = page(&fixture, "parties/index.html");
    holds(&parties, "Document dated 28 March 2031 (we think). Not double-checked yet: 1 of 2 checks done.");
    holds(&page(&fixture, ASHA), "<small>manifesto, about 28 Mar<i> · not double-checked yet</i></small>");
}

#[test]
fn a_description_says_what_is_on_record_not_what_was_said() {
    holds(&page(&base(), BEN), "What is on record about where Ben Sample stands in Pond Lane");
    holds(&page(&over(), BEN), "What is on record about where Ben Sample stood in Pond Lane");
    holds(&page(&over(), PAGE), "Who stood in Pond Lane");
}

#[test]
fn a_past_election_is_told_in_the_past() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let time = "date: 2031-05-01\npolls_close: \"22:00\"";
    let fixture = over().replace(election, "date: 2031-05-01", time);
    holds(&page(&fixture, "test.2031-05-01/index.html"), "Polls closed at 22:00.");
    holds(&page(&fixture, PAGE), "One person was elected here.");
    let candidates = page(&fixture, "for-candidates/index.html");
    lacks(&candidates, "Send us your answer");
    holds(&candidates, "<a href=\"../complaints/index.html\">Complaints</a>");
    holds(&candidates, "What we asked");
}

#[test]
fn dates_that_have_passed_are_not_offered() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let deadlines =
        "fictional: true\ndeadlines:\n  - {name: Register, date: 2031-04-14}\n  - {name: Proxy, date: 2031-04-23}\n";
    let fixture = base().replace(election, "fictional: true\n", deadlines);
    let home = page(&fixture, "index.html");
    holds(&home, "<dd>Proxy</dd>");
    lacks(&home, "Register");
}

#[test]
fn a_poll_that_was_called_off_says_so_wherever_its_seat_stands() {
    let fixture = base().replace(BALLOT, "candidates:", "cancelled: true\ncandidates:");
    holds(&page(&fixture, "test.2031-05-01/index.html"), "Pond Lane (the poll was called off)");
    holds(&page(&fixture, ASHA), "The poll here was called off.");
    holds(&page(&fixture, PAGE), "One person was to be elected here.");
}

#[test]
fn the_method_page_explains_every_mark_and_counts_by_the_rules() {
    let method = text(&starter(), "method/index.html");
    for word in ["We did not ask", "Two answers", "Taken down", "No mention", "Not looked up"] {
        holds(&method, &format!("<p>{word}</p>"));
    }
    holds(
        &method,
        "when there are at least 2 clear answers, and only when they cover at least half of the questions on which",
    );
    holds(&method, "#m-declined-sure");
}

#[test]
fn a_partly_is_never_without_its_words() {
    let line = "    stance: supports\n    date: 2031-03-28\n";
    let partly = "    stance: mixed\n    says: Only in spring.\n    date: 2031-03-28\n";
    let site = rendered(&base().replace("candidates/parties/pp1.yaml", line, partly).path(""));
    holds(&text(&site, "parties/index.html"), "In our words: Only in spring.");
    holds(&text(&site, "parties/pp1/index.html"), "In our words: Only in spring.");
}

#[test]
fn every_shape_of_a_mark_is_drawn_and_no_other() {
    let names = |page: &str, before: &str| -> BTreeSet<String> {
        page.split(before).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    // Any mark may be shown by the script of a page that takes a choice.
    let takes_choice = |page: &str| page.contains(" data-choice ");
    for (name, page) in html(&starter()).into_iter().filter(|(_, page)| !takes_choice(page)) {
        // The frame of an outline stands for no mark.
        let [drawn, used] = ["id=\"m-", "href=\"#m-"].map(|before| {
            let mut names = names(&page, before);
            names.remove("box");
            names
        });
        assert_eq!(drawn, used, "{name}");
    }
}

#[test]
fn what_only_others_report_is_never_said_to_be_on_the_way_to_confirmed() {
    let hearsay = |check: &str| base().replace(BALLOT, "kind: reply", "kind: news").replace(BALLOT, CHECK, check);
    for check in ["", CHECK] {
        let asha = page(&hearsay(check), ASHA);
        holds(&asha, "Reported by others, 3 April 2031. Only others report it, so it cannot be confirmed.</p>");
        holds(&asha, ". Only others report it, so it cannot be confirmed.</p>\n<ul>");
    }
}

#[test]
fn the_first_lines_do_not_say_that_what_only_others_report_waits_for_a_check() {
    let ballot = page(&base().replace(BALLOT, "kind: reply", "kind: news"), PAGE);
    holds(between(&ballot, "<strong>Clean the pond?</strong>", "</p>"), "Only others report it: Asha Example (Yes).");
}

#[test]
fn the_key_says_no_more_of_an_outline_than_is_true_of_all_of_them() {
    let line = "        entered_by: pat\n";
    let disputed =
        format!("{line}        verification: {{state: disputed, because: She denies it., date: 2031-04-05}}\n");
    let ballot = page(&base().replace(BALLOT, line, &disputed), PAGE);
    holds(&ballot, "Disputed: Yes");
    lacks(&ballot, "is only reported");
    holds(&ballot, "Where there is only an outline, the words beside it or above say why.");
}

#[test]
fn the_first_lines_of_a_ballot_leave_nobody_out() {
    let kit = "  - person: 13\n    name: Kit Third\n    party: pp2\n";
    let ballot = page(&base().replace(BALLOT, "    party: pp2\n", &format!("    party: pp2\n{kit}")), PAGE);
    holds(
        &ballot,
        "Clean the pond?</strong> Not double-checked yet: Asha Example (Yes). One has not answered. Nothing certain from one other.",
    );
    holds(
        &ballot,
        "Clock at night?</strong> No clear answer is known. 2 have not answered. Nothing certain from one other.",
    );
}

#[test]
fn a_question_that_nobody_was_asked_is_not_said_to_be_without_an_answer() {
    let asks = "candidates/test.2031-05-01/asks/first-letter.yaml";
    let ballot = page(&base().replace(asks, "  - {question: town-clock, version: 1}\n", ""), PAGE);
    holds(&ballot, "Clock at night?</strong> We have not asked this yet.");
}

#[test]
fn what_only_others_report_is_no_answer_that_somebody_gave() {
    let reported = base().replace(BALLOT, "kind: reply", "kind: news");
    holds(&page(&base(), "test.2031-05-01/index.html"), ">1 of 2<");
    holds(&page(&reported, "test.2031-05-01/index.html"), ">0 of 2<");
    holds(&page(&reported, PAGE), "Only others report it: Asha Example (Yes).");
}

#[test]
fn a_row_says_that_the_candidate_has_replied() {
    let reply = "    party: pp1\n    reply: {text: I meant the small pond., date: 2031-04-10}\n";
    let ballot = page(&base().replace(BALLOT, "    party: pp1\n", reply), PAGE);
    holds(between(&ballot, ">Asha Example</a>", "</th>"), "<small>see their reply</small>");
}

#[test]
fn what_only_parties_say_does_not_stand_under_the_word_of_the_candidates() {
    holds(&page(&base(), PAGE), "<h2>What they said</h2>");
    let ballot = "id: test.pond-lane.2031-05-01\narea: {name: Pond Lane}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1}\n";
    let none = base().without("candidates/test.2031-05-01/asks/first-letter.yaml").file(BALLOT, ballot);
    holds(&page(&none, PAGE), "<h2>What their parties say</h2>");
}
