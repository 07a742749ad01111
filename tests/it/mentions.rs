//! Where texts speak of the site's questions, as `hustings mentions` tells it.

use hustings::mentions::{Finder, Plain, SearchTerm};
use proptest::prelude::*;

use crate::support::SiteFixture;

const QUESTION: &str = "content/questions/duck-pond.md";

/// A site whose question about the pond looks for some terms.
fn looking_for(terms: &str) -> SiteFixture {
    let with_terms = format!("campaign_wants: supports\nterms: {terms}\n");
    SiteFixture::base().replace(QUESTION, "campaign_wants: supports\n", &with_terms)
}

/// What the program prints about the pond for a text.
fn mentions(terms: &str, text: impl AsRef<[u8]>) -> String {
    let site = looking_for(terms).file("leaflet.txt", text);
    let output = site.hustings().args(["mentions", "--question", "duck-pond"]).arg(site.path("leaflet.txt")).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    printed.lines().skip(1).map(|line| format!("{}\n", line.trim())).collect()
}

#[track_caller]
fn hits(terms: &str, text: &str, expected: &[&str]) {
    let printed = mentions(terms, text);
    let found: Vec<&str> = printed.split('[').skip(1).map(|rest| rest.split(']').next().unwrap_or_default()).collect();
    assert_eq!(found, expected, "in {text:?}: {printed}");
}

#[test]
fn a_mention_stands_in_its_sentence_with_page_and_line() {
    let text = "Our plan.\n\nWe like benches. We will clean the duck\npond by May! And more.\n\u{c}Nothing here.\n";
    assert_eq!(
        mentions("[{words: duck pond}]", text),
        "duck-pond: 1 mention in the 2 pages we could read\npage 1, line 3: We will clean the [duck pond] by May!\n"
    );
}

#[test]
fn silence_names_the_pages_that_could_be_read_and_does_not_say_more() {
    let none = mentions("[{words: pond}]", "Buses.\n\u{c}\n\u{c}Trains.\n\u{c}");
    assert_eq!(none, "duck-pond: no mention found in the 2 of 3 pages that we could read\n");
    let blank = mentions("[{words: pond}]", "Buses.\u{c}\u{c}\u{c}\n");
    assert_eq!(blank, "duck-pond: no mention found in the 1 of 3 pages that we could read\n");
    assert_eq!(mentions("[{words: pond}]", "Buses."), "duck-pond: no mention found in the page we could read\n");
    assert_eq!(mentions("[{words: pond}]", " \n\u{c}"), "no words could be read in it\n");
    assert_eq!(mentions("[]", "Buses."), "duck-pond: the question lists no terms to look for\n");
}

#[test]
fn a_phrase_is_found_over_lines_hyphens_ligatures_and_quotes() {
    hits("[{words: duck pond}]", "the duck\n   pond and the duck-pond", &["duck pond", "duck-pond"]);
    hits("[{words: benefit}]", "a bene-\nfit, a bene\u{ad}fit, a BENEFIT", &["bene-fit", "benefit", "BENEFIT"]);
    hits("[{words: work-related}]", "work-\nrelated, work related", &["work-related", "work related"]);
    hits("[{words: office}]", "the o\u{fb03}ce", &["o\u{fb03}ce"]);
    hits("[{words: carer's pay}]", "the carer’s pay", &["carer’s pay"]);
    hits("[{words: Ynys Môn}]", "in YNYS MON", &["YNYS MON"]);
}

#[test]
fn an_acronym_is_found_with_full_stops_and_in_capitals_only() {
    hits("[{words: WCA}]", "the W.C.A. and W. C. A. and W.C.A", &["W.C.A", "W. C. A", "W.C.A"]);
    hits("[{words: WCA}]", "the W.C.A’s rules, two W.C.As", &["W.C.A’s", "W.C.As"]);
    hits("[{words: W.C.A.}]", "WCA, WCAs, W.C.A.", &["WCA", "WCAs", "W.C.A"]);
    hits("[{words: WCA}]", "w.c.a. and WC. A day and A.W.C.", &[]);
    hits("[{words: BA}]", "Plan B. A new plan", &[]);
}

#[test]
fn a_word_divided_by_a_hyphen_and_a_space_is_whole() {
    hits("[{words: sanction}]", "sanc- tions", &["sanc- tions"]);
}

#[test]
fn a_word_that_waits_for_its_second_half_is_not_divided() {
    hits("[{words: preand}, {words: war}]", "pre- and post-war, pre-\nand post-war", &["war", "war"]);
    hits("[{words: hand}, {words: bore}]", "H- and J-blocks, B- or E-roads", &[]);
    hits("[{words: Hund, lang: de, compound: last}]", "Milch- und Käse, ein Schäferhund", &["Schäferhund"]);
    hits("[{words: Bund, lang: de}]", "Die B- und C-Jugend, der Bund", &["Bund"]);
    hits("[{words: cyna, lang: cy}]", "cyn- a swyddi, cyna", &["cyna"]);
}

#[test]
fn a_term_states_what_its_language_does_to_words() {
    let german = "Sanktion, Sanktionen, Sanktionsmoratorium, Leistungssanktionen, Sanktionierung";
    hits("[{words: Sanktion, lang: de}]", german, &["Sanktion"]);
    hits("[{words: Sanktion, lang: de, endings: [en, s]}]", german, &["Sanktion", "Sanktionen"]);
    hits(
        "[{words: Sanktion, lang: de, endings: [en], compound: last}]",
        german,
        &["Sanktion", "Sanktionen", "Leistungssanktionen"],
    );
    let first = ["Sanktion", "Sanktionen", "Sanktionsmoratorium", "Sanktionierung"];
    hits("[{words: Sanktion, lang: de, compound: first}]", german, &first);
    hits("[{words: sanktion, lang: de, compound: any}]", german, &german.split(", ").collect::<Vec<_>>());
    hits(
        "[{words: Bürgergeld, lang: de, endings: [er, es, ämter]}]",
        "Bürgergeldes, BÜRGERGELDÄMTER",
        &["Bürgergeldes", "BÜRGERGELDÄMTER"],
    );
    hits("[{words: Sanktion, lang: de, endings: [-en]}]", "Sanktionen", &["Sanktionen"]);
    hits("[{words: WCA, endings: [en], compound: any}]", "WCAen, W.C.Aen, WCABC", &["WCAen", "W.C.Aen"]);
    hits("[{words: g, lang: cy, compound: any}]", "no such letter in it", &[]);
}

#[test]
fn plurals_are_found_and_other_words_are_not() {
    hits("[{words: pond}]", "ponds, pond’s, ponder, compound, ponds’", &["ponds", "pond’s", "ponds"]);
    hits("[{words: penalty}]", "penalties", &["penalties"]);
    hits("[{words: box}]", "boxes boxing", &["boxes"]);
}

#[test]
fn an_acronym_counts_only_in_capitals() {
    hits("[{words: WRAG}]", "the WRAG, two WRAGs, a wrag, BWRAG", &["WRAG", "WRAGs"]);
}

#[test]
fn the_words_around_tell_what_is_meant() {
    let terms = "[{words: sanction, near: [benefit], unless: [trade]}]";
    hits(terms, "A sanction on those who draw benefits.", &["sanction"]);
    hits(terms, "A sanction on rail companies.", &[]);
    hits(terms, "Trade sanctions, and a word on benefits.", &[]);
    let far = format!("A sanction. {} A benefit.", "word ".repeat(60));
    hits(terms, &far, &[]);
}

#[test]
fn of_terms_that_overlap_the_longest_counts() {
    hits("[{words: pond}, {words: duck pond}]", "the duck pond, a pond", &["duck pond", "pond"]);
}

#[test]
fn welsh_words_are_found_with_changed_first_letters() {
    hits("[{words: budd-dal, lang: cy}]", "ei fudd-dal, a budd-dal", &["fudd-dal", "budd-dal"]);
    hits("[{words: budd-dal}]", "ei fudd-dal", &[]);
    hits("[{words: llyn, lang: cy}]", "i lyn", &["lyn"]);
    hits("[{words: gardd, lang: cy}]", "ei ardd", &["ardd"]);
}

#[test]
fn what_a_text_says_to_the_terminal_is_not_passed_on() {
    let told = mentions("[{words: pond}]", "A pond \u{1b}[2Jfor ten\u{ad}\nants.");
    assert!(told.contains("A [pond] [2Jfor tenants."), "{told:?}");
}

#[test]
fn a_sentence_without_end_is_cut() {
    let told = mentions("[{words: pond}]", format!("{} pond {}", "a".repeat(5000), "b".repeat(5000)));
    assert!(told.contains("…a") && told.contains("[pond]") && told.chars().count() < 1000, "{told}");
}

#[test]
fn programs_get_a_row_for_each_mention() {
    let site = looking_for("[{words: duck pond}]").file("a.txt", "Clean the\nduck pond, now.");
    let output = site.hustings().args(["mentions", "--format", "csv"]).arg(site.path("a.txt")).output();
    let printed = String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8");
    let mut rows = csv::Reader::from_reader(printed.as_bytes());
    let row: Vec<_> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.headers().expect("a head").len(), 9);
    assert_eq!(row.len(), 1);
    let told: Vec<&str> = row[0].iter().skip(1).collect();
    assert_eq!(told, ["duck-pond", "duck pond", "1", "2", "10", "19", "duck pond", "Clean the duck pond, now."]);
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    let site = looking_for("[{words: pond}]").file("bad.txt", b"pond \xff");
    let site = site.file("a.pdf", "%PDF-1.7 pond").file("a.rtf", "{\\rtf1 pond}");
    for (file, why) in [
        ("bad.txt", "its byte 6 is not UTF-8"),
        ("a.pdf", "it is a PDF"),
        ("a.rtf", "it is an RTF"),
        ("none.txt", "cannot read"),
        ("content", "cannot read"),
    ] {
        let ran = site.hustings().arg("mentions").arg(site.path(file)).assert().code(3);
        let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(told.contains(why) && told.contains(file), "{told}");
    }
    let endless = site.hustings().args(["mentions", "/dev/zero"]).assert().code(3);
    let told = String::from_utf8_lossy(&endless.get_output().stderr).into_owned();
    assert!(told.contains("it is not a regular file") && told.contains("save it as a text file"), "{told}");
    let ran = site.hustings().args(["mentions", "--question", "swans"]).arg(site.path("bad.txt")).assert().code(2);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("no question “swans”") && told.contains("duck-pond"), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    /// Whatever a text holds, a mention lies in its sentence, and both lie in the text.
    #[test]
    fn a_mention_lies_in_its_sentence(text in "[a-d ﬁ’\\-\n.\u{c}\u{ad}é]{0,60}", words in "[a-d]{1,2}") {
        let terms = [SearchTerm { words: words.parse().expect("a text"), lang: None, endings: vec![], compound: None, near: vec![], unless: vec![] }];
        let plain = Plain::of(&text);
        for mention in Finder::of(&terms).find(&plain) {
            let (hit, around) = (&mention.words.bytes, &mention.sentence.bytes);
            prop_assert!(around.start <= hit.start && hit.start < hit.end && hit.end <= around.end);
            prop_assert!(text.is_char_boundary(around.end) && mention.words.page <= plain.pages());
            prop_assert!(plain.show(around.clone()).to_lowercase().contains(&words[..1]));
        }
    }
}
