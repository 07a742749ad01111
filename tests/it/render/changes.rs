//! The latest changes on the home page: from the dates of the records, and from nothing else.

use super::{base, between, rendered, text};
use crate::support::SiteFixture;

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const MANIFESTO: &str = "candidates/documents/harbour-manifesto.yaml";
const LEAFLET: &str = "id: second\ntitle: A leaflet\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\n\
                       readings: [{by: sam, date: 2031-03-29, seen: original}]\n";
const ASHA: &str = "test.2031-05-01/pond-lane/11-asha-example/index.html#q-duck-pond";

/// The changes on the home page: date, words and link.
fn changes(fixture: &SiteFixture) -> Vec<(String, String, String)> {
    let home = text(&rendered(&fixture.path("")), "index.html");
    let section = between(&home, "Latest changes</h2>", "</section>");
    let list = section.split("<dt>").skip(1).flat_map(|day| {
        let (date, day) = day.split_once("</dt>").expect("a date");
        day.split("<dd>").skip(1).map(move |entry| {
            let words = between(between(entry, "<a", "/a>"), ">", "<");
            change(date, words, between(entry, "href=\"", "\""))
        })
    });
    list.collect()
}

fn change(date: &str, words: &str, link: &str) -> (String, String, String) {
    (date.to_owned(), words.to_owned(), link.to_owned())
}

#[test]
fn the_latest_changes_are_the_latest_dates_of_the_records() {
    let all = [
        change("6 April 2031", "Correction: Asha Example on the pond", "corrections/index.html"),
        change("4 April 2031", "Checked: Asha Example, “Clean the pond?”", ASHA),
        change(
            "30 March 2031",
            "Checked: Harbour Alliance, “Clean the pond?”",
            "parties/pp1/index.html#q-test.2031-05-01-duck-pond",
        ),
        change("29 March 2031", "Looked through: Clean Water", "documents/harbour-manifesto/index.html"),
    ];
    assert_eq!(changes(&base()), all);
}

#[test]
fn what_befell_a_mark_is_a_change_of_its_day() {
    let line = "        entered_by: pat\n";
    let with = |keys: &str| base().replace(BALLOT, line, &format!("{line}        {keys}\n"));
    let disputed = with("verification: {state: disputed, because: She denies it., date: 2031-04-09}");
    assert_eq!(changes(&disputed)[0], change("9 April 2031", "Disputed: Asha Example, “Clean the pond?”", ASHA));
    let replied = with("reply: {date: 2031-04-10, text: I meant June.}");
    assert_eq!(changes(&replied)[0], change("10 April 2031", "Reply: Asha Example, “Clean the pond?”", ASHA));
    let gone = with("takedown: {date: 2031-04-11, reason: At her request.}");
    assert_eq!(changes(&gone)[0], change("11 April 2031", "Taken down: Asha Example, “Clean the pond?”", ASHA));
    // What was checked before has been checked all the same, but is off the site.
    assert_eq!(changes(&replied)[2], change("4 April 2031", "Checked: Asha Example, “Clean the pond?”", ASHA));
    assert_eq!(changes(&gone)[2].0, "30 March 2031");
    let retracted = with("verification: {state: retracted, because: A slip., date: 2031-04-09}");
    assert_eq!(changes(&retracted)[0].1, "Withdrawn by us: Asha Example, “Clean the pond?”");
    assert_eq!(changes(&retracted)[2].0, "30 March 2031");
}

#[test]
fn a_mark_changes_the_site_on_the_day_on_which_it_is_entered_and_not_when_it_is_said() {
    let checked = "        checked:\n          - {by: sam, date: 2031-04-04}\n";
    let silent = base().replace(BALLOT, checked, "");
    assert_eq!(changes(&silent)[1].0, "30 March 2031", "nobody wrote down when it was entered");
    let entered = base().replace(BALLOT, checked, "        entered: 2031-04-05\n");
    assert_eq!(changes(&entered)[1], change("5 April 2031", "Added: Asha Example, “Clean the pond?”", ASHA));
    // The same for the line of a party.
    let line = base().replace(
        "candidates/parties/pp1.yaml",
        "    entered_by: pat\n",
        "    entered_by: pat\n    entered: 2031-03-29\n",
    );
    let page = "parties/pp1/index.html#q-test.2031-05-01-duck-pond";
    assert_eq!(changes(&line)[3], change("29 March 2031", "Added: Harbour Alliance, “Clean the pond?”", page));
}

#[test]
fn what_concerns_a_whole_candidacy_is_a_change_too() {
    let page = ASHA.split('#').next().expect("a page");
    let with = |keys: &str| base().replace(BALLOT, "    party: pp1\n", &format!("    party: pp1\n    {keys}\n"));
    let gone = with("takedown: {date: 2031-04-11, reason: At her request.}");
    assert_eq!(changes(&gone)[0], change("11 April 2031", "Taken down: Asha Example, all answers", page));
    assert!(!changes(&gone).iter().any(|(_, words, _)| words.starts_with("Checked: Asha")));
    let replied = with("reply: {date: 2031-04-12, text: I never said that.}");
    assert_eq!(changes(&replied)[0], change("12 April 2031", "Reply to the page: Asha Example", page));
}

#[test]
fn who_stands_twice_has_answers_once() {
    let twice = base().file(
        "candidates/test.2031-05-01/old-quay.yaml",
        "id: test.old-quay.2031-05-01\narea: {name: Old Quay}\ncandidates:\n  - {person: 11, name: Asha Example, party: pp1, \
         answers_in: test.pond-lane.2031-05-01}\n",
    );
    assert_eq!(changes(&twice), changes(&base()));
}

#[test]
fn changes_of_one_kind_and_day_about_one_person_are_one() {
    let clock = "      - question: town-clock\n        stance: opposes\n        date: 2031-04-02\n        entered_by: pat\n\
                 \x20       evidence: [{kind: speech, title: A speech}]\n        checked: [{by: lee, date: 2031-04-04}]\n";
    let fixture = base().replace(BALLOT, "    positions:\n", &format!("    positions:\n{clock}"));
    let page = ASHA.split('#').next().expect("a page");
    assert_eq!(changes(&fixture)[1], change("4 April 2031", "Checked: Asha Example, 2 answers", page));
    assert_eq!(changes(&fixture).len(), 4);
}

#[test]
fn what_nobody_has_seen_was_not_read() {
    let described = base().replace(MANIFESTO, "seen: original\n    whole: true", "seen: described\n    whole: false");
    assert!(!changes(&described).iter().any(|(_, words, _)| words.starts_with("Read")));
    let two = base().file("candidates/documents/second.yaml", LEAFLET);
    assert_eq!(changes(&two)[3], change("29 March 2031", "Looked through: 2 documents", "documents/index.html"));
}

#[test]
fn no_more_than_a_handful_of_changes_stand_at_home() {
    let many: String = (1..=9)
        .map(|n| format!("  - {{date: 2031-04-1{n}, about: The {n}th, was: a, now: b, because: c}}\n"))
        .collect();
    let fixture = base().file("content/corrections.yaml", format!("corrections:\n{many}"));
    let changes = changes(&fixture);
    assert_eq!(changes.len(), 5);
    assert!(changes[0].1.contains("The 9th") && changes[4].1.contains("The 5th"), "{changes:?}");
}

#[test]
fn claims_pledges_signatures_and_results_are_changes_of_their_days() {
    let account = "kind: claim\nabout: A net\nsays: There is a net.\nby: Example Council\nentered: 2031-04-10\n\
                   evidence: [{title: A net, publisher: Example Gazette}]\n\
                   responses: [{by: Pond Club, response: denies, entered: 2031-04-12}]\n\
                   verification: {state: unverified, tried: We rang., date: 2031-04-11}\n";
    let pledge = "title: Keep the pond clean\ntext: I will.\nelection: test.2031-05-01\nentered: 2031-04-13\n\
                  evidence: [{title: A leaflet}]\nsignatures:\n\
                  \x20 - {name: Gil Example, capacity: Councillor, date: 2031-04-05, entered_by: pat, entered: 2031-04-14,\n\
                  \x20    evidence: [{kind: signature, title: Signed form, where: our file}]}\n";
    let net = "accounts/net/index.html";
    let clean = "pledges/clean-pond/index.html";
    let named = "A net (claim, disputed and unverified)";
    let fixture = base().file("content/accounts/net.yaml", account).file("content/pledges/clean-pond.yaml", pledge);
    let expected = [
        change("14 April 2031", "Added: Gil Example, “Keep the pond clean”", clean),
        change("13 April 2031", "New pledge: Keep the pond clean", clean),
        change("12 April 2031", &format!("What Pond Club says about this: {named}"), net),
        change("11 April 2031", &format!("Changed: {named}"), net),
        change("10 April 2031", &format!("Added: {named}"), net),
    ];
    assert_eq!(changes(&fixture), expected);
    let elected = base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-05-03").replace(
        BALLOT,
        "    party: pp1\n",
        "    party: pp1\n    elected: {value: true, source: Declaration, date: 2031-05-02}\n",
    );
    let results = "test.2031-05-01/elected/index.html";
    assert_eq!(changes(&elected)[0], change("2 May 2031", "Who was elected in Test elections: 1 person", results));
}

#[test]
fn an_account_leaves_a_redirect_where_it_was() {
    let account = "kind: claim\nabout: A net\nsays: There is a net.\nby: Example Council\nformer: [old-net]\n\
                   evidence: [{title: A net, publisher: Example Gazette}]\n";
    let site = rendered(&base().file("content/accounts/net.yaml", account).path(""));
    assert!(text(&site, "accounts/old-net/index.html").contains("../net/index.html"));
}
