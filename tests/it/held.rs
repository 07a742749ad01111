//! Answers that wait for their day: nothing of them is on the site before it, but that something is being checked.

use std::fs;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, files_under, known, run_at};

const SITE: &str = "hustings.yaml";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const PARTY: &str = "candidates/parties/pp1.yaml";
const ROUND: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";
const BALLOT_PAGE: &str = "test.2031-05-01/pond-lane/index.html";
const ASHA: &str = "test.2031-05-01/pond-lane/11-asha-example/index.html";

/// A word that stands in every text of what is held back, and nowhere else.
const SECRET: &str = "Zebra";

/// The base site as it would be published, with a mark of Asha and a line of her party that wait for 25 April.
fn held() -> SiteFixture {
    let own = "        date: 2031-04-03\n        entered_by: pat\n        publish_after: 2031-04-25\n        says: Zebra one.\n        caveat: Zebra two.\n";
    SiteFixture::base()
        .replace(SITE, "as_of:", "base_url: https://stand.example.org/\nshare_pictures: true\nas_of:")
        .replace(BALLOT, "        date: 2031-04-03\n        entered_by: pat\n", own)
        .replace(BALLOT, "Letter to the campaign", "Zebra three")
        .replace(BALLOT, "our file of letters", "Zebra four")
        .replace(BALLOT, "I would clean it.", "Zebra five.")
        .replace(PARTY, "    entered_by: pat\n", "    entered_by: pat\n    publish_after: 2031-04-25\n")
        .replace(PARTY, "Clean water, every spring.", "Zebra six.")
}

/// Every file of a built site that holds a word.
fn with_word(site: &SiteFixture, word: &str) -> Vec<String> {
    let public = site.path("public");
    let holds = |name: &String| {
        let bytes = fs::read(public.join(name)).expect("a file of the site");
        String::from_utf8_lossy(&bytes).to_lowercase().contains(&word.to_lowercase())
    };
    files_under(&public).into_iter().filter(holds).collect()
}

fn build_on(site: &SiteFixture, day: &str) {
    site.hustings().args(["build", "--as-of", day]).assert().success();
}

fn mark_of(site: &SiteFixture, person: &str, question: &str) -> String {
    known(site, person, question).0
}

#[test]
fn until_its_day_nothing_of_an_answer_is_on_the_site_but_that_it_is_being_checked() {
    let site = held();
    build_on(&site, "2031-04-24");
    assert_eq!(with_word(&site, SECRET), Vec::<String>::new());
    assert_eq!(mark_of(&site, "11", "duck-pond"), "being_checked");
    for page in [BALLOT_PAGE, ASHA, "parties/pp1/index.html", "questions/duck-pond/index.html"] {
        assert!(site.page(page).contains("Being checked"), "{page}");
    }
    assert!(!site.page(ASHA).contains("m-yes"), "{}", site.page(ASHA));
    let lines = site.page("data/party-lines.csv");
    assert!(!lines.lines().any(|line| line.starts_with("pp1,") && line.contains("duck-pond")), "{lines}");
}

#[test]
fn on_its_day_it_is_there_and_counts_as_new() {
    let site = held();
    build_on(&site, "2031-04-25");
    let there = with_word(&site, "Zebra five");
    assert!(there.contains(&ASHA.to_owned()) && there.contains(&BALLOT_PAGE.to_owned()), "{there:?}");
    assert_eq!(mark_of(&site, "11", "duck-pond"), "supports");
    assert!(!site.page(ASHA).contains("Being checked"));
    let feed = site.page("feed.atom");
    let asha = feed.split("<entry>").find(|entry| entry.contains("Asha Example")).expect("an entry of hers");
    assert!(asha.contains("<updated>2031-04-25"), "{asha}");
    assert!(!feed.contains("2031-04-04T"), "what happened before it was shown is no change of the site: {feed}");
}

#[test]
fn a_round_shows_its_replies_all_at_once_and_holds_back_nothing_else() {
    let more = "      - question: town-clock\n        stance: opposes\n        date: 2031-04-05\n        entered_by: pat\n        evidence:\n          - {kind: site, title: Her page, url: \"https://asha.example.org/\", date: 2031-04-05, quote: Let it rest.}\n  - person: 12\n";
    let site = SiteFixture::base().replace(ROUND, "deadline:", "publish_after: 2031-04-25\ndeadline:").replace(
        BALLOT,
        "  - person: 12\n",
        more,
    );
    build_on(&site, "2031-04-24");
    assert_eq!(mark_of(&site, "11", "duck-pond"), "being_checked");
    assert_eq!(mark_of(&site, "11", "town-clock"), "opposes");
    assert_eq!(mark_of(&site, "12", "duck-pond"), "no_reply");
    assert_eq!(with_word(&site, "I would clean it"), Vec::<String>::new());
    build_on(&site, "2031-04-25");
    assert_eq!(mark_of(&site, "11", "duck-pond"), "supports");
}

#[test]
fn an_answer_from_before_the_round_is_not_held_back_by_it() {
    let site = SiteFixture::base().replace(ROUND, "deadline:", "publish_after: 2031-04-25\ndeadline:").replace(
        BALLOT,
        "2031-04-03",
        "2031-03-19",
    );
    build_on(&site, "2031-04-24");
    assert_eq!(mark_of(&site, "11", "duck-pond"), "supports");
}

#[test]
fn an_earlier_answer_stays_until_the_later_one_has_its_day() {
    let later = "          - {by: sam, date: 2031-04-04}\n      - question: duck-pond\n        stance: opposes\n        date: 2031-04-10\n        entered_by: pat\n        publish_after: 2031-04-25\n        evidence:\n          - {kind: reply, title: Another letter, where: our file of letters, date: 2031-04-10, quote: Zebra.}\n";
    let site = SiteFixture::base().replace(BALLOT, "          - {by: sam, date: 2031-04-04}\n", later);
    build_on(&site, "2031-04-24");
    assert_eq!(mark_of(&site, "11", "duck-pond"), "supports");
    assert_eq!(with_word(&site, SECRET), Vec::<String>::new());
}

#[test]
fn what_is_held_back_waits_for_its_checks_like_the_rest() {
    let site = held().replace(SITE, "as_of:", "checks_required: 2\nas_of:");
    let ran = run_at("2031-04-21", &site, &[&["confirm", "--by", "lee"]], None);
    assert!(ran.out.contains("Zebra five."), "{}", ran.err);
}

#[test]
fn the_day_has_to_be_one() {
    let site = SiteFixture::base().replace(
        BALLOT,
        "        entered_by: pat\n",
        "        entered_by: pat\n        publish_after: 2031-04\n",
    );
    let found = site.check();
    assert_eq!(found[0].place_and_code(), format!("{BALLOT}:12:24 malformed"), "{found:?}");
}

#[test]
fn where_everybody_who_was_asked_answered_nobody_is_said_not_to_have_been_asked() {
    let answer = |question: &str| {
        format!(
            "      - question: {question}\n        stance: opposes\n        date: 2031-04-03\n        entered_by: pat\n        evidence:\n          - {{kind: reply, title: Letter, where: our file, date: 2031-04-03, quote: Let it be.}}\n"
        )
    };
    let (pond, clock) = (answer("duck-pond"), answer("town-clock"));
    let site = SiteFixture::base()
        .replace(BALLOT, "    party: pp2\n", &format!("    party: pp2\n    positions:\n{pond}{clock}"))
        .replace(BALLOT, "  - person: 12\n", &format!("{clock}  - person: 12\n"));
    let page = site.build().page(BALLOT_PAGE);
    assert!(!page.contains("We have asked none of them"), "{page}");
    assert!(!page.contains("We have asked neither"), "{page}");
}

fn preview(site: &SiteFixture, words: &[&str]) -> RunOutcome {
    run_at("2031-04-21", site, &[&["preview-for"], words], None)
}

#[test]
fn a_preview_shows_one_person_alone_what_is_held_back_of_them() {
    let site = held();
    let before = files_under(&site.path("candidates"));
    let ran = preview(&site, &["asha", "--out", "for-asha"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let folder = site.path("for-asha");
    let files: Vec<String> = files_under(&folder).into_iter().filter(|file| !file.starts_with("static/")).collect();
    assert_eq!(files, [".hustings-manifest", "index.html", "letter.txt", ASHA]);
    let page = fs::read_to_string(folder.join(ASHA)).expect("her page");
    assert!(page.contains("Zebra five.") && page.contains("A copy only for Asha Example"), "{page}");
    assert!(page.contains(r#"name="robots" content="noindex""#), "{page}");
    assert!(!page.contains("og:title") && !page.contains("ld+json") && !page.contains("canonical"), "{page}");
    assert!(!page.contains("Zebra six"), "what is held back of her party is not hers: {page}");
    let letter = fs::read_to_string(folder.join("letter.txt")).expect("a letter");
    assert!(letter.starts_with("Dear Asha Example,\n\nOn 25 April 2031, we are going to publish"), "{letter}");
    assert!(letter.contains("  Yes. “Zebra five.”\n  (Zebra three, 3 April 2031)\n"), "{letter}");
    assert_eq!(files_under(&site.path("candidates")), before);
}

#[test]
fn what_would_lead_to_a_page_that_is_not_in_the_preview_is_no_link() {
    let site = held();
    preview(&site, &["11", "--out", "for-asha"]);
    let folder = site.path("for-asha");
    let page = fs::read_to_string(folder.join(ASHA)).expect("her page");
    let hrefs = page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inside = hrefs.filter(|href| !href.starts_with('#') && !href.contains("://"));
    let here = folder.join(ASHA);
    let mut seen = 0;
    for href in inside {
        let there = here.parent().expect("a folder").join(href.split('#').next().expect("a path"));
        assert!(there.is_file(), "{href} leads nowhere in {page}");
        seen += 1;
    }
    assert!(seen > 0, "{page}");
    let first = fs::read_to_string(folder.join("index.html")).expect("a first page");
    assert!(first.contains(&format!("<a href=\"{ASHA}\">Asha Example, Pond Lane</a>")), "{first}");
}

#[test]
fn a_preview_is_for_a_person_on_record_and_stays_out_of_the_records() {
    let site = held().build();
    for (words, why) in [
        (&["nobody", "--out", "x"][..], "no candidate or party on record fits “nobody”"),
        (&["pp1", "--out", "x"], "no candidate or party on record fits “pp1”"),
        (&["asha", "--out", "candidates/x"], "records and themes live there"),
        (&["asha", "--out", "public"], "a site stands there"),
    ] {
        let ran = preview(&site, words);
        assert_ne!(ran.exit, Exit::Clean, "{words:?}");
        assert!(ran.err.contains(why), "{words:?}: {}", ran.err);
    }
    assert!(!site.path("x").exists() && !site.path("candidates/x").exists());
    assert!(site.page("index.html").contains("Test elections"), "the site is as it was");
    for _ in 0..2 {
        assert_eq!(preview(&site, &["asha", "--out", "again"]).exit, Exit::Clean, "a preview takes the place of one");
    }
    let ran = preview(&SiteFixture::base(), &["asha", "--out", "for-asha"]);
    assert!(ran.err.contains("Nothing of theirs is held back"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_preview_in_two_languages_says_of_its_first_page_which_and_holds_no_sign_that_cannot_be_seen() {
    let site = held().replace(SITE, "as_of:", "languages: [en, cy]\nas_of:");
    assert_eq!(preview(&site, &["asha", "--out", "for-asha"]).exit, Exit::Clean);
    let first = fs::read_to_string(site.path("for-asha/index.html")).expect("a first page");
    assert!(first.contains(r#"<html lang="en">"#), "{first}");
    assert!(
        first.contains(&format!(r#"<li lang="cy"><a href="cy/{ASHA}">Asha Example, Pond Lane (Cymraeg)</a></li>"#)),
        "{first}"
    );
    assert!(first.chars().all(|c| !('\u{e0000}'..='\u{e007f}').contains(&c)), "{first:?}");
    let page = fs::read_to_string(site.path("for-asha/cy").join(ASHA)).expect("her page in Welsh");
    assert!(page.chars().all(|c| !('\u{e0000}'..='\u{e007f}').contains(&c)), "{page:?}");
}
