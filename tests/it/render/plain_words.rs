//! What answers mean in plain words, and pages in Easy Read.

use super::{base, holds, page, rendered, text};
use crate::support::SiteFixture;

const FILE: &str = "content/questions/duck-pond.md";
const QUESTION: &str = "questions/duck-pond/index.html";

/// The base site with what two answers to its question mean.
fn with_meanings() -> SiteFixture {
    let means =
        "supports_means: The pond should be cleaned.\nopposes_means: The pond should stay green.\ncampaign_wants:";
    base().replace(FILE, "campaign_wants:", means)
}

#[test]
fn a_question_says_what_each_answer_means_after_the_answers() {
    let page = page(&with_meanings(), QUESTION);
    let means = "<h2>In plain words</h2>\n<dl>\n<dt>Yes</dt><dd>The pond should be cleaned.</dd>\n\
                 <dt>No</dt><dd>The pond should stay green.</dd>\n</dl>";
    holds(&page, means);
    let answers = page.find("Candidates").or_else(|| page.find("<table")).expect("answers");
    assert!(page.find(means) > Some(answers), "{page}");
    assert!(!super::page(&base(), QUESTION).contains("In plain words"));
}

#[test]
fn a_statement_says_what_a_yes_means_where_nothing_else_does() {
    let stated =
        |record: SiteFixture| record.replace(FILE, "campaign_wants:", "statement: the pond be clean\ncampaign_wants:");
    holds(&page(&stated(base()), QUESTION), "<dt>Yes</dt><dd>The pond be clean.</dd>");
    assert!(!page(&stated(with_meanings()), QUESTION).contains("he pond be clean"));
}

#[test]
fn what_an_answer_means_is_a_whole_sentence_whether_its_author_wrote_one_or_not() {
    let shown = |means: &str| {
        let earlier = format!("earlier: [{{version: 1, ask: Is it dirty?, supports_means: {means}}}]");
        let fixture = base()
            .replace(
                FILE,
                "campaign_wants:",
                &format!("supports_means: {means}\nversion: 2\n{earlier}\ncampaign_wants:"),
            )
            .replace(
                "candidates/test.2031-05-01/election.yaml",
                "question: duck-pond",
                "question: duck-pond\n    version: 2",
            )
            .replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n");
        let site = rendered(&fixture.path(""));
        let page = text(&site, QUESTION);
        holds(&page, &format!("Yes: {}", super::between(&page, "<dt>Yes</dt><dd>", "</dd>")));
        let welsh = text(&site, &format!("cy/{QUESTION}"));
        let english = super::between(&page, "<dt>Yes</dt><dd>", "</dd>");
        holds(&welsh, &format!("<dd><span lang=\"en\">{english}</span></dd>"));
        english.to_owned()
    };
    for (written, wanted) in [
        ("the pond is clean", "The pond is clean."),
        ("The pond is clean.", "The pond is clean."),
        ("\"“the pond is clean”\"", "“The pond is clean”."),
        ("\"“The pond is clean.”\"", "“The pond is clean.”"),
        ("Clean it (soon)", "Clean it (soon)."),
        ("Clean it!", "Clean it!"),
    ] {
        assert_eq!(shown(written), wanted, "{written}");
    }
}

#[test]
fn meanings_are_told_in_other_languages_and_those_of_earlier_words_stay_with_them() {
    let fixture = with_meanings()
        .replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n")
        .replace(
            FILE,
            "campaign_wants:",
            "version: 2\nearlier: [{version: 1, ask: Is it dirty?, supports_means: It is dirty.}]\n\
             translations: {cy: {supports_means: Dylid glanhau’r pwll.}}\ncampaign_wants:",
        )
        .replace(
            "candidates/test.2031-05-01/election.yaml",
            "question: duck-pond",
            "question: duck-pond\n    version: 2",
        );
    let site = rendered(&fixture.path(""));
    holds(&text(&site, QUESTION), "Yes: It is dirty.");
    let welsh = text(&site, &format!("cy/{QUESTION}"));
    holds(&welsh, "<dd>Dylid glanhau’r pwll.</dd>");
    holds(&welsh, "<dd><span lang=\"en\">The pond should stay green.</span></dd>");
    assert!(welsh.contains("It is dirty."), "what an earlier text meant is translated as if it were the present one");
}

#[test]
fn the_data_say_what_answers_mean() {
    let site = rendered(&with_meanings().path(""));
    holds(&text(&site, "data/questions.csv"), ",supports,,The pond should be cleaned.,The pond should stay green.,\n");
}

#[test]
fn a_page_in_easy_read_has_it_at_the_top_and_the_accessibility_page_names_it() {
    let easy = "easy_read: |\n  We have a pond.\n  It is green.\n";
    let fixture = base()
        .replace(FILE, "campaign_wants:", &format!("{easy}campaign_wants:"))
        .file("content/pages/about.md", format!("---\ntitle: About\n{easy}---\nWe are the Pond Club.\n"));
    let site = rendered(&fixture.path(""));
    let folded = "</h1>\n<details class=\"easy\">\n<summary>In Easy Read</summary>\n<div>\n<div><p>We have a pond.</p><p>It is green.</p></div>\n</div>\n</details>";
    holds(&text(&site, "about/index.html"), folded);
    holds(&text(&site, QUESTION), "<summary>In Easy Read</summary>");
    let accessibility = text(&site, "accessibility/index.html");
    holds(
        &accessibility,
        "<li><a href=\"../questions/duck-pond/index.html\">Should the duck pond be cleaned?</a></li>",
    );
    holds(&accessibility, "The other pages have none yet.");
    assert!(!text(&site, "questions/town-clock/index.html").contains("Easy Read"));
}

#[test]
fn a_site_without_easy_read_says_so_once() {
    let site = rendered(&base().path(""));
    holds(&text(&site, "accessibility/index.html"), "No page on this site has an Easy Read version yet.");
    let told = site.iter().filter(|(path, bytes)| {
        path.as_str().ends_with(".html") && String::from_utf8_lossy(bytes).contains("Easy Read version")
    });
    assert_eq!(told.count(), 1);
}
