//! Hard words open where they are used, with the meaning of the election's day.

use super::{BALLOT, base, holds, page, rendered, text};
use crate::support::SiteFixture;

const TERMS: &str = "content/glossary.yaml";
const PROSE: &str = "pond/index.html";

/// The base site with a page of these words, and these terms.
fn with_words(terms: &str, words: &str) -> SiteFixture {
    base()
        .file(TERMS, format!("terms:\n{terms}"))
        .file("content/pages/pond.md", format!("---\ntitle: The pond\n---\n{words}\n"))
}

const SPN: &str = "  - {id: spn, term: SPN, stands_for: Statement of persons nominated, means: The official list.}\n";
const WARD: &str = "  - {id: ward, term: ward, means: A part of a council's area.}\n";

#[test]
fn the_first_use_of_a_word_leads_to_its_meaning_and_that_leads_back() {
    let words = "Each Ward has an SPN. Two wards have two. The [list](/glossary/#spn) again.";
    let page = page(&with_words(&format!("{SPN}{WARD}"), words), PROSE);
    holds(
        &page,
        "<p>Each <a id=\"from_word_ward\" href=\"#word_ward\">Ward</a> has an <a id=\"from_word_spn\" href=\"#word_spn\">SPN</a>. \
         Two wards have two. The <a href=\"#word_spn\">list</a> again.</p>",
    );
    holds(&page, "<h2>Words in this text</h2>");
    holds(
        &page,
        "<div id=\"word_spn\"><dt>SPN</dt>\n<dd>Short for Statement of persons nominated. The official list.</dd>\n\
         <dd><a href=\"#from_word_spn\">Back to “SPN” in the text</a></dd></div>",
    );
    let places = ["word_ward\"><dt>ward", "word_spn\"><dt>SPN"].map(|dt| page.find(&format!("<div id=\"{dt}")));
    assert!(places[0].is_some() && places[0] < places[1], "in the order of the text: {page}");
}

#[test]
fn a_word_within_another_a_heading_a_link_or_code_is_left_alone() {
    for words in
        ["A steward said so.", "## The ward\n\nSome text.", "[the ward](https://example.org/)", "`ward`", "An spn."]
    {
        let page = page(&with_words(&format!("{SPN}{WARD}"), words), PROSE);
        assert!(!page.contains("#word_") && !page.contains("Words in this text"), "{words}: {page}");
    }
}

#[test]
fn of_two_terms_in_one_place_the_longer_one_is_meant() {
    let terms = format!("{WARD}  - {{id: ward-list, term: ward list, means: A list.}}\n");
    let page = page(&with_words(&terms, "See the ward list of the ward."), PROSE);
    holds(&page, "href=\"#word_ward-list\">ward list</a> of the <a id=\"from_word_ward\"");
}

#[test]
fn the_meaning_on_the_day_of_the_election_is_the_one_shown() {
    let terms = "  - {id: ward, term: ward, means: An old part., until: 2030-12-31}\n  \
                 - {id: ward, term: ward, means: A new part., from: 2031-01-01, nations: [england]}\n  \
                 - {id: ward, term: ward, means: Another part., from: 2031-01-01, nations: [wales]}\n";
    let site = rendered(&with_words(terms, "The ward.").path(""));
    let page = text(&site, PROSE);
    holds(
        &page,
        "<dd>From 1 January 2031, in England: A new part.</dd>\n<dd>From 1 January 2031, in Wales: Another part.</dd>",
    );
    assert!(!page.contains("An old part."), "{page}");
    let glossary = text(&site, "glossary/index.html");
    holds(&glossary, "<dt id=\"ward\">ward (until 31 December 2030)</dt>\n<dd>An old part.</dd>");
    holds(&glossary, "<dt>ward (from 1 January 2031, in England)</dt>");
}

#[test]
fn the_meaning_where_people_vote_in_the_election_is_the_one_shown() {
    let terms = "  - {id: ward, term: ward, means: An English part., nations: [england]}\n  \
                 - {id: ward, term: ward, means: A Welsh part., nations: [wales]}\n";
    let shown = |nation: &str| {
        let fixture = with_words(terms, "The ward.").replace(BALLOT, "area:", &format!("{nation}area:"));
        let page = text(&rendered(&fixture.path("")), PROSE);
        ["An English part.", "A Welsh part."].map(|means| page.contains(means))
    };
    assert_eq!(shown("nation: england\n"), [true, false]);
    assert_eq!(shown("nation: wales\n"), [false, true]);
    assert_eq!(shown(""), [true, true]);
    assert_eq!(shown("nation: scotland\n"), [true, true]);
}

#[test]
fn the_question_of_an_earlier_election_keeps_the_meaning_of_its_day() {
    let terms = "  - {id: ward, term: ward, means: An old part., until: 2030-12-31}\n  \
                 - {id: ward, term: ward, means: A new part., from: 2031-01-01}\n";
    let earlier = "id: test.2030-05-01\nname: Earlier elections\ndate: 2030-05-01\nquestions: [{question: old-ward}]\nfictional: true\n";
    let question = "---\nask: Was the ward too large?\nshort: Too large?\ncampaign_wants: none\n---\nThe ward.\n";
    let fixture = with_words(terms, "The ward.")
        .file("candidates/test.2030-05-01/election.yaml", earlier)
        .file("content/questions/old-ward.md", question);
    let site = rendered(&fixture.path(""));
    let old = text(&site, "questions/old-ward/index.html");
    assert!(old.contains("An old part.") && !old.contains("A new part."), "{old}");
    let new = text(&site, PROSE);
    assert!(new.contains("A new part.") && !new.contains("An old part."), "{new}");
}

#[test]
fn two_meanings_for_one_time_and_place_are_an_error() {
    for (first, second, clash) in [
        ("", "", true),
        ("until: 2030", "from: 2031", false),
        ("until: 2031-03", "from: 2031-03-31", true),
        ("until: 2031-03", "", true),
        ("nations: [wales]", "nations: [england]", false),
        ("nations: [wales]", "", true),
        ("nations: [wales, england]", "nations: [england, scotland], from: 2030", true),
    ] {
        let entry = |more: &str| format!("  - {{id: ward, term: ward, means: A part., {more}}}\n");
        let found = with_words(&format!("{}{}", entry(first), entry(second)), "A pond.").check();
        let places: Vec<_> = found.iter().map(crate::support::Found::place_and_code).collect();
        let wanted: &[&str] = if clash { &["content/glossary.yaml:3:10 duplicate-id"] } else { &[] };
        assert_eq!(places, wanted, "{first} and {second}");
    }
}

#[test]
fn a_date_that_cannot_be_read_is_not_taken_for_none() {
    let entry = |more: &str| format!("  - {{id: ward, term: ward, means: A part., {more}}}\n");
    let found = with_words(&format!("{}{}", entry("until: soon"), entry("from: 2031")), "A pond.").check();
    assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["malformed"]);
}

#[test]
fn a_meaning_that_ends_before_it_begins_is_an_error() {
    let term = "  - {id: ward, term: ward, means: A part., from: 2031, until: 2030}\n";
    let found = with_words(term, "A pond.").check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].code, "date-order");
}

#[test]
fn a_text_in_another_language_than_its_page_has_the_words_of_the_page_below_it() {
    let fixture = with_words(WARD, "The ward.").replace(
        "hustings.yaml",
        "title: A test\n",
        "title: A test\nlanguages: [en, cy]\n",
    );
    let page = text(&rendered(&fixture.path("")), &format!("cy/{PROSE}"));
    holds(&page, "</div>\n<section>\n<h2>Geiriau yn y testun hwn</h2>");
}
