//! Answers belong to the words that were put: no page and no data file shows them under others.

use super::{base, between, holds, lacks, page};
use crate::support::SiteFixture;

const OLD: &str = "Should the duck pond be cleaned?";
const NEW: &str = "Should the duck pond be filled in?";

/// A site whose question has a second version, while its election put the first.
fn site(earlier: &str) -> SiteFixture {
    let question = format!(
        "---\nask: {NEW}\nshort: Fill the pond?\nversion: 2\ncampaign_wants: \
         opposes\nearlier:\n  - {{version: 1, ask: \"{OLD}\"{earlier}}}\n---\nThe pond is green.\n"
    );
    let leaflet = "id: asha-leaflet\ntitle: Asha\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\nreadings:\n  - {by: pat, \
                   date: 2031-04-04, seen: original, whole: true, looked_for: [duck-pond], found: [duck-pond]}\n";
    base()
        .file("content/questions/duck-pond.md", question)
        .file("candidates/documents/asha-leaflet.yaml", leaflet)
        .replace(
            "candidates/test.2031-05-01/pond-lane.yaml",
            "          - {by: sam, date: 2031-04-04}\n",
            "          - {by: sam, date: 2031-04-04}\n          - {by: lee, date: 2031-04-04}\n",
        )
}

#[test]
fn the_questions_page_names_the_old_words_over_answers_to_them() {
    let page = page(&site(""), "questions/duck-pond/index.html");
    holds(&page, &format!("<h1>{NEW}</h1>"));
    let parties = between(&page, "What the parties say", "</section>");
    holds(parties, OLD);
    lacks(parties, NEW);
    lacks(parties, "Fill the pond?");
    let people = between(&page, "What candidates say", "</section>");
    holds(people, &format!("The question was then: {OLD}"));
    holds(people, "Asha Example");
    let leaflets = between(&page, "What the leaflets say", "</section>");
    holds(leaflets, &format!("The question was then: {OLD}"));
}

#[test]
fn no_other_page_shows_the_new_words_over_old_answers() {
    let site = site("");
    for name in [
        "index.html",
        "test.2031-05-01/pond-lane/index.html",
        "test.2031-05-01/pond-lane/11-asha-example/index.html",
        "test.2031-05-01/index.html",
        "parties/index.html",
        "parties/pp1/index.html",
        "documents/harbour-manifesto/index.html",
        "documents/asha-leaflet/index.html",
        "for-candidates/index.html",
        "compare/test.2031-05-01.js",
        "compare/test.2031-05-01/pond-lane.js",
        "compare/test.2031-05-01/parties/pp1.js",
    ] {
        let page = page(&site, name);
        lacks(&page, NEW);
        lacks(&page, "Fill the pond?");
        lacks(&page, "the pond should be filled in");
    }
    holds(&page(&site, "documents/harbour-manifesto/index.html"), OLD);
    holds(&page(&site, "parties/pp1/index.html"), OLD);
}

#[test]
fn agreement_is_only_counted_with_what_was_wanted_of_those_words() {
    let ballot = "test.2031-05-01/pond-lane/11-asha-example/index.html";
    lacks(&page(&site(""), ballot), "The campaign");
    let known = site(", short: Clean it?, campaign_wants: supports");
    holds(&page(&known, "test.2031-05-01/pond-lane/index.html"), "Clean it?");
    let questions = page(&known, "data/questions.csv");
    holds(&questions, &format!("duck-pond,1,false,{OLD},supports,"));
    holds(&questions, &format!("duck-pond,2,true,{NEW},opposes,"));
}
