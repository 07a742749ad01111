//! Evidence that a stranger could follow, and how long ago something was said.

use crate::support::{Found, SiteFixture};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const LETTER: &str = "          - kind: reply\n            title: Letter to the campaign\n            where: our file of letters\n            \
                      date: 2031-04-03\n            quote: I would clean it.\n";

/// The base site, with this instead of the letter of Asha Example.
fn with(evidence: &str) -> SiteFixture {
    SiteFixture::base().replace(BALLOT, LETTER, &format!("          - {evidence}\n"))
}

fn found(site: &SiteFixture) -> Vec<Found> {
    site.check().into_iter().filter(|found| found.severity == "error").collect()
}

#[test]
fn evidence_needs_words_a_date_and_a_place() {
    let cases = [
        (
            "{kind: reply, title: E-mail}",
            "what was said, and when, and where",
            ["“quote:”", "“date:”", "“where:”"].as_slice(),
        ),
        ("{kind: reply, title: E-mail, where: our inbox, date: 2031-04-03}", "what was said", &["“says:”"]),
        ("{kind: reply, title: E-mail, where: our inbox, quote: Yes.}", "when", &["“date:”"]),
        (
            "{kind: reply, title: E-mail, date: 2031-04-03, quote: Yes.}",
            "where",
            &["“url:”", "“document:”", "“where:”"],
        ),
    ];
    for (evidence, what, remedies) in cases {
        let found = found(&with(evidence));
        assert_eq!(found.len(), 1, "{evidence}: {found:?}");
        assert_eq!(found[0].place_and_code(), format!("{BALLOT}:13:13 bare-evidence"));
        assert!(found[0].message.contains(what), "{}", found[0].message);
        assert!(remedies.iter().all(|remedy| found[0].help.contains(remedy)), "{}", found[0].help);
    }
}

#[test]
fn each_piece_has_to_be_followed_by_itself() {
    let site =
        SiteFixture::base().replace(BALLOT, LETTER, &format!("{LETTER}          - {{kind: news, title: A paper}}\n"));
    assert_eq!(found(&site).len(), 1);
}

#[test]
fn a_document_gives_place_and_date_and_the_marks_own_words_count() {
    let record = "id: asha-leaflet\ntitle: Asha\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\n";
    let leaflet = "candidates/documents/asha-leaflet.yaml";
    let cited = || {
        with("{kind: leaflet, document: asha-leaflet}").replace(
            BALLOT,
            "        entered_by: pat",
            "        entered_by: pat\n        says: She would.",
        )
    };
    for dated in ["date: 2031-04\n", "received: {date: 2031-04-02, how: through the door}\n"] {
        assert_eq!(found(&cited().file(leaflet, format!("{record}{dated}"))).len(), 0, "{dated}");
    }
    let undated = found(&cited().file(leaflet, record));
    assert_eq!(undated.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["bare-evidence"]);
    for place in ["url: \"https://asha.example.org/\"", "archived: \"https://archive.example.org/a\"", "where: item 6"]
    {
        let site = with(&format!("{{kind: vote, title: Vote, date: 2031-04-03, says: For it., {place}}}"));
        assert_eq!(found(&site).len(), 0, "{place}");
    }
}

#[test]
fn what_cannot_be_read_is_not_said_to_be_missing() {
    let found = found(&with("{kind: reply, title: E-mail, where: our inbox, date: yesterday, quote: Yes.}"));
    assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["malformed"]);
}

#[test]
fn more_than_ten_years_before_polling_day_is_a_warning() {
    let dated = |date: &str| {
        let site = SiteFixture::base().replace(BALLOT, "date: 2031-04-03", &format!("date: {date}"));
        site.check().into_iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(dated("2021-05-01"), [""; 0]);
    assert_eq!(dated("2021"), [""; 0]);
    assert_eq!(dated("2021-04-30"), ["old-date", "old-date"], "the mark and its evidence");
    assert!(dated("2031-04-30").contains(&"date-order".to_owned()), "what comes after as_of cannot have been said");
}

#[test]
fn what_is_quoted_from_a_document_stands_on_its_page() {
    let record =
        "id: asha-leaflet\ntitle: Asha\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\ndate: 2031-04-02\n";
    let site = with("{kind: leaflet, document: asha-leaflet, where: back, quote: Clean water for all.}")
        .file("candidates/documents/asha-leaflet.yaml", record)
        .build();
    let page = site.page("documents/asha-leaflet/index.html");
    assert!(page.contains("<blockquote><p>Clean water for all.</p></blockquote><figcaption>Back. "), "{page}");
    assert!(page.contains("href=\"../../test.2031-05-01/pond-lane/11-asha-example/index.html#q-duck-pond\">Where we use this: Asha Example</a>"), "{page}");
    let manifesto = site.page("documents/harbour-manifesto/index.html");
    assert!(manifesto.contains("<p>Clean water, every spring.</p>"), "{manifesto}");
}

#[test]
fn what_is_quoted_and_taken_down_leaves_the_documents_page() {
    let record =
        "id: asha-leaflet\ntitle: Asha\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\ndate: 2031-04-02\n";
    let site = with("{kind: leaflet, document: asha-leaflet, where: back, quote: Clean water for all.}")
        .file("candidates/documents/asha-leaflet.yaml", record)
        .replace(
            BALLOT,
            "        entered_by: pat",
            "        entered_by: pat\n        takedown: {date: 2031-04-19, reason: A court asked.}",
        )
        .build();
    assert!(!site.page("documents/asha-leaflet/index.html").contains("Clean water for all"));
}
