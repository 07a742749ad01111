//! What pages say of a ballot as a whole: its order, its poll, and who left it.

use super::{ASHA, BALLOT, BEN, PAGE, base, between, holds, lacks, page};
use crate::support::SiteFixture;

fn with(keys: &str) -> SiteFixture {
    base().replace(BALLOT, "candidates:\n", &format!("{keys}candidates:\n"))
}

/// The base site, in which the second candidate has a status.
fn ben_is(status: &str) -> SiteFixture {
    base().replace(BALLOT, "    party: pp2\n", &format!("    party: pp2\n    status: {status}\n"))
}

#[test]
fn the_order_is_the_ballot_papers_only_where_the_record_says_so() {
    let cases = [
        ("order: ballot_paper\n", "2 candidates, in ballot-paper order."),
        ("order: family_name\n", "2 candidates, by family name."),
        ("complete: {value: true, source: A poster}\n", "2 candidates, in the order of our list."),
    ];
    for (keys, words) in cases {
        let page = page(&with(keys), PAGE);
        holds(between(&page, "<p class=\"under\">", "</p>"), words);
    }
    lacks(&page(&base(), "method/index.html"), "Candidates stand in the order of the ballot paper.");
}

#[test]
fn a_poll_that_was_called_off_says_when_and_why_where_that_is_known() {
    let known = with("cancelled: true\ncancellation: {date: 2031-04-19, reason: A candidate has died.}\n");
    for name in [PAGE, ASHA] {
        holds(&page(&known, name), "The poll here was called off on 19 April 2031.</strong> A candidate has died.");
    }
    holds(&page(&with("cancelled: true\ncancellation: {date: 2031-04}\n"), PAGE), "was called off in April 2031.");
    let because = with("cancelled: true\ncancellation: {reason: A candidate has died.}\n");
    holds(&page(&because, PAGE), "The poll here was called off.</strong> A candidate has died.");
    holds(&page(&with("cancelled: true\n"), PAGE), "<strong>The poll here was called off.</strong>");
}

#[test]
fn with_no_more_candidates_than_seats_no_vote_is_needed() {
    let both = "Asha Example and Ben Sample are elected unopposed.</strong>";
    let uncontested = with("seats: 2\ncancelled: true\n");
    for name in [PAGE, ASHA] {
        holds(&page(&uncontested, name), &format!("<strong>No vote is needed here: {both}"));
        lacks(&page(&uncontested, name), "called off");
    }
    holds(&page(&uncontested, "test.2031-05-01/index.html"), "Pond Lane (elected unopposed)");
    let one = ben_is("withdrawn").replace(BALLOT, "candidates:\n", "cancelled: true\ncandidates:\n");
    holds(&page(&one, PAGE), "No vote is needed here: Asha Example is elected unopposed.");
    let said = with("seats: 2\ncancelled: true\ncancellation: {uncontested: true, reason: Only two came.}\n");
    holds(&page(&said, PAGE), &format!("{both} Only two came."));
    let after = with("seats: 2\ncancelled: true\n").replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-06-01");
    holds(&page(&after, PAGE), "No vote was needed here: Asha Example and Ben Sample were elected unopposed.");
    for fixture in [&uncontested, &one, &said, &after] {
        assert_eq!(fixture.check(), []);
    }
}

#[test]
fn a_poll_that_may_have_been_called_off_for_another_reason_elects_nobody() {
    let reason = "seats: 2\ncancelled: true\ncancellation: {reason: A candidate has died.}\n";
    let fixtures = [
        with(reason),
        with("seats: 2\ncancelled: true\ncancellation: {uncontested: false}\n"),
        with("seats: 2\ncancelled: true\ncomplete: {value: false, source: A poster}\n"),
        ben_is("died").replace(BALLOT, "candidates:\n", "cancelled: true\ncandidates:\n"),
        ben_is("not_listed").replace(BALLOT, "candidates:\n", "cancelled: true\ncandidates:\n"),
    ];
    for fixture in &fixtures {
        holds(&page(fixture, PAGE), "<strong>The poll here was called off.");
        lacks(&page(fixture, PAGE), "unopposed");
    }
    let told = fixtures.map(|fixture| fixture.check().iter().any(|found| found.code == "unexplained-cancellation"));
    assert_eq!(told, [false, true, true, true, true]);
}

#[test]
fn who_left_the_list_is_not_waited_for() {
    let asks = "candidates/test.2031-05-01/asks/first-letter.yaml";
    for status in ["withdrawn", "not_listed", "died"] {
        let fixture = ben_is(status).replace(asks, "deadline: 2031-04-10", "deadline: 2031-04-25");
        let ben = page(&fixture, BEN);
        holds(&ben, "Was a candidate in Pond Lane");
        lacks(&ben, "Waiting for a reply");
    }
}

#[test]
fn a_partys_page_tells_who_stands_from_who_does_not() {
    let stands = page(&base(), "parties/pp2/index.html");
    holds(&stands, "<p>One candidate on this site.</p>");
    lacks(&stands, "No longer standing");
    let left = page(&ben_is("withdrawn"), "parties/pp2/index.html");
    holds(&left, "<p>No candidates on this site.</p>");
    let gone = between(&left, "No longer standing", "</section>");
    holds(gone, "Pond Lane: Ben Sample (Withdrew)");
    lacks(&left, ">Pond Lane: Ben Sample<");
}
