//! The timeline: all that has a date, with how sure it is, and one kind alone without a script.

use super::{base, between, holds, lacks, page, rendered, text};
use crate::support::SiteFixture;

const PAGE: &str = "timeline/index.html";
const NET: &str = "content/accounts/net.yaml";
const ACCOUNT: &str = "kind: claim\nabout: A net\nsays: There is a net.\nby: Example Council\ndate: 2031-03\n\
                       evidence: [{title: A net, publisher: Example Gazette, date: 2031-03-14}]\n";
const PLEDGE: &str = "title: Keep the pond clean\ntext: I will.\nopened: 2031-03-10\nclosed: 2031-04-18\n\
                      election: test.2031-05-01\nevidence: [{title: A leaflet}]\n";

fn with_account() -> SiteFixture {
    base().file(NET, ACCOUNT)
}

/// The lines: kind, date and words.
fn lines(fixture: &SiteFixture) -> Vec<(String, String, String)> {
    let page = page(fixture, PAGE);
    let lines = page.split("<li class=\"").skip(1).map(|line| {
        let (kind, rest) = line.split_once("\">").expect("a class");
        let (date, rest) = rest.split_once("<br>").expect("a date");
        (kind.to_owned(), date.to_owned(), between(between(rest, "<a", "/a>"), ">", "<").to_owned())
    });
    lines.collect()
}

#[test]
fn everything_with_a_date_stands_in_its_order() {
    let fixture = with_account().file("content/pledges/clean-pond.yaml", PLEDGE);
    let expected = [
        ("accounts", "March 2031", "A net"),
        ("pledges", "10 March 2031", "Pledge opened: Keep the pond clean"),
        ("asked", "20 March 2031", "We asked 2 candidates (Test elections)"),
        ("documents", "28 March 2031", "Clean Water"),
        ("corrections", "6 April 2031", "Correction: Asha Example on the pond"),
        ("pledges", "18 April 2031", "Pledge closed: Keep the pond clean"),
        ("elections", "1 May 2031", "Polling day: Test elections"),
    ];
    let lines = lines(&fixture);
    let told: Vec<_> = lines.iter().map(|(kind, date, what)| (kind.as_str(), date.as_str(), what.as_str())).collect();
    assert_eq!(told, expected);
}

#[test]
fn one_kind_alone_needs_a_link_and_no_script() {
    let page = page(&with_account(), PAGE);
    for kind in ["accounts", "documents", "elections", "asked", "corrections"] {
        holds(&page, &format!("<span id=\"{kind}\"></span>"));
        holds(&page, &format!("<li><a href=\"#{kind}\">"));
    }
    lacks(&page, "<span id=\"pledges\">");
    lacks(&page, "<script");
    holds(&page, "<section class=\"year accounts asked corrections documents elections\">\n<h2>2031</h2>");
    // What is chosen stands before all that it may hide.
    assert!(page.find("<span id=").expect("an anchor") < page.find("<section class=\"year").expect("a year"));
}

#[test]
fn an_account_says_how_sure_it_is_in_the_same_sentence_and_when_it_does_not_apply() {
    let tried = with_account().replace(
        NET,
        "date: 2031-03\n",
        "date: 2031-03\ndoes_not_apply_when: the pond is frozen\nverification: {state: unverified, tried: We rang.}\n",
    );
    let page = page(&tried, PAGE);
    holds(&page, "Unverified: There is a net.");
    holds(&page, "March 2031<br><strong>Be careful: this does not apply when the pond is frozen.</strong><br><a");
}

#[test]
fn a_date_says_when_it_is_of_a_report_and_when_we_only_think_so() {
    let reported = with_account().replace(NET, "date: 2031-03\n", "");
    assert!(lines(&reported).iter().any(|(kind, date, _)| kind == "accounts" && date == "Reported 14 March 2031"));
    let inferred = reported.replace(NET, "date: 2031-03-14", "date: 2031-03-14, date_inferred: Its number.");
    assert!(lines(&inferred).iter().any(|(_, date, _)| date == "Reported 14 March 2031 (we think)"));
    let undated = inferred.replace(NET, ", date: 2031-03-14, date_inferred: Its number.", "");
    assert!(!lines(&undated).iter().any(|(kind, ..)| kind == "accounts"));
    holds(&page(&undated, PAGE), "One more claim or report has no date that we know.");
    let document = with_account().replace(
        "candidates/documents/harbour-manifesto.yaml",
        "date: 2031-03-28\n",
        "date: 2031-03-28\ndate_inferred: It came with the post of that day.\n",
    );
    assert!(lines(&document).iter().any(|(_, date, what)| date == "28 March 2031 (we think)" && what == "Clean Water"));
}

#[test]
fn many_documents_of_a_month_are_one_line() {
    let mut fixture = with_account();
    for n in 10..40 {
        let leaflet = format!(
            "id: leaflet-{n}\ntitle: Leaflet {n}\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\ndate: 2031-04-{:02}\n",
            n % 20 + 1
        );
        fixture = fixture.file(&format!("candidates/documents/leaflet-{n}.yaml"), leaflet);
    }
    let lines = lines(&fixture);
    assert!(lines.contains(&("documents".into(), "April 2031".into(), "30 leaflets".into())), "{lines:?}");
    assert!(!lines.iter().any(|(_, _, what)| what.starts_with("Leaflet ")));
}

#[test]
fn a_site_without_accounts_and_pledges_has_none() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().contains("timeline") && path.as_str() != "static/timeline.css"));
    lacks(&text(&site, "index.html"), "Timeline");
    holds(&page(&with_account(), "index.html"), ">Timeline</a>");
}
