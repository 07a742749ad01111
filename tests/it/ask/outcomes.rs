//! What came of a round of letters, for one person or for many at once.

use super::*;

#[test]
fn what_came_back_is_one_entry_however_many_it_is_true_of() {
    let site = site();
    let before = text(&site, FIRST);
    let ran = ask(&site, &["first-letter", "--outcome", "bounced", "ben", "--on", "2031-03-22"], None);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let one = "exceptions:\n  - people: [12]\n    outcome: not_reached\n    because: The e-mail came back.\n    date: 2031-03-22\n";
    assert_eq!(text(&site, FIRST), format!("{before}{one}"));
    assert!(ran.err.ends_with(&format!("{FIRST}: recorded for 1 person.\n")), "{}", ran.err);
    ask(&site, &["first-letter", "--outcome", "bounced", "asha", "--on", "2031-03-22"], None);
    assert_eq!(text(&site, FIRST), format!("{before}{}", one.replace("[12]", "[12, 11]")));
    let ran = ask(&site, &["first-letter", "--outcome", "not-asked", "13", "--because", "Her name came late."], None);
    let late = "  - people: [13]\n    outcome: not_asked\n    because: Her name came late.\n";
    assert_eq!(text(&site, FIRST), format!("{before}{}{late}", one.replace("[12]", "[12, 11]")), "{}", ran.err);
    assert_eq!(site.check(), []);
    let again = ask(&site, &["first-letter", "--outcome", "bounced", "ben", "asha"], None);
    assert!(again.err.ends_with("recorded for 0 people; 2 on record already.\n"), "{}", again.err);
}

#[test]
fn outcomes_of_many_come_from_a_table() {
    let site = site().file(
        "came.csv",
        "ID,Outcome,Date,Because\n12,Bounced,2031-03-22,\n11,not reached,,The house is gone.\n13,no_address,,\n",
    );
    let file = site.path("came.csv").to_string_lossy().into_owned();
    let ran = ask(&site, &["first-letter", "--outcomes", &file], None);
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("13 was not asked in the round “first-letter”"), "{}", ran.err);
    let site = site.replace("came.csv", "13,no_address,,\n", "");
    let ran = ask(&site, &["first-letter", "--outcomes", &file, "--dry-run"], None);
    assert!(ran.out.contains("because: The house is gone.\n"), "{} {}", ran.out, ran.err);
    assert!(!text(&site, FIRST).contains("gone"));
    let ran = ask(&site, &["first-letter", "--outcomes", &file], None);
    assert!(ran.err.ends_with("recorded for 2 people.\n"), "{}", ran.err);
    // The table of those without an address says what the round says already.
    second(&site);
    assert_eq!(site.check(), []);
    let file = site.path("private/letters/second/no-address.csv").to_string_lossy().into_owned();
    let ran = ask(&site, &["second", "--outcomes", &file], None);
    assert!(ran.err.ends_with("recorded for 0 people; 1 on record already.\n"), "{}", ran.err);
}

#[test]
fn outcomes_that_make_no_sense_are_refused() {
    let site = site();
    let before = text(&site, FIRST);
    for (words, said) in [
        (&["first-letter", "--outcome", "lost", "ben"][..], "“lost” is not an outcome"),
        (&["first-letter", "--outcome", "no_reply", "ben"], "it follows from the deadline of the round"),
        (&["first-letter", "--outcome", "bounced"], "PERSON"),
        (&["first-letter", "--outcome", "bounced", "bne"], "no candidate or party on record fits “bne”"),
        (&["first-letter", "--outcome", "bounced", "harbour"], "no candidate or party on record fits “harbour”"),
        (&["first-letter", "--outcome", "bounced", "13"], "13 was not asked in the round"),
        (
            &["first-letter", "--outcome", "not-asked", "ben"],
            "say why, since “not-asked” does not: with --because TEXT",
        ),
        (
            &["first-letter", "--outcome", "bounced", "ben", "--on", "2031-03-19"],
            "2031-03-19 is before the day of asking",
        ),
        (&["first", "--outcome", "bounced", "ben"], "there is no round “first”; the site has: first-letter"),
        (&["first-letter", "--outcome", "bounced", "ben", "--deadline", "2031-04-27"], "cannot be used with"),
    ] {
        let ran = ask(&site, words, None);
        assert_eq!(ran.exit, Exit::Usage, "{words:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
    }
    let reason = ["first-letter", "--outcome", "bounced", "ben", "--because", "Ring 01632 960123."];
    assert_eq!(ask(&site, &reason, None).exit, Exit::Errors, "contact details are no reason");
    assert_eq!(text(&site, FIRST), before);
    ask(&site, &["first-letter", "--outcome", "bounced", "ben"], None);
    let ran = ask(&site, &["first-letter", "--outcome", "not-sent", "ben"], None);
    assert!(ran.err.contains("something else is on record of 12 in this round (The e-mail came back.)"), "{}", ran.err);
}

#[test]
fn a_round_of_fifteen_hundred_without_an_address_is_short() {
    use std::fmt::Write as _;
    let mut ballot = "id: test.long-list.2031-05-01\narea: {name: Long List}\ncandidates:\n".to_owned();
    for id in 1000..2500 {
        let _ = writeln!(ballot, "  - {{person: {id}, name: Person N{id} Example, party: pp2}}");
    }
    let site = site().file("candidates/test.2031-05-01/long-list.yaml", ballot);
    second(&site);
    let round = text(&site, ROUND);
    assert!(round.lines().count() < 20, "{round}");
    assert!(round.contains("[13, 1000, 1001, ") || round.contains("[1000, 1001, "), "{round}");
    assert_eq!(files_under(&site.path("private/letters/second")).len(), 6);
}
