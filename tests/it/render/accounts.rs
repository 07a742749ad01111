//! Accounts: on pages of their own, on those of questions, ballots, people and parties, and in the data.

use super::{ASHA, BEN, PAGE, base, between, holds, html, lacks, page, rendered, text};
use crate::support::{Found, SiteFixture};

const NET: &str = "content/accounts/pond-net.yaml";
const LIST: &str = "accounts/index.html";
const ACCOUNT: &str = "accounts/pond-net/index.html";
const QUESTION: &str = "questions/duck-pond/index.html";
const PARTY: &str = "parties/pp1/index.html";

const SAYS: &str = "The council is trying out a net over the pond.";

/// A trial that one publisher tells of, with everything that an account can say.
const RECORD: &str = "kind: pilot
about: A net over the pond
says: The council is trying out a net over the pond.
by: Example Council
date: 2031-03
version: version 3
section: \"1.5\"
from: 2031-03-15
until: 2031-06
provider: Example Nets Ltd
numbers:
  - {n: 3000, of: ducks, unit: count, about: true}
areas:
  - {name: Pond Lane and around, ballots: [test.pond-lane.2031-05-01]}
  - {name: The far shore}
questions: [duck-pond]
parties: [pp1]
people: [12]
evidence:
  - {title: A net for the pond, publisher: Example Gazette, where: page 4, date: 2031-03-14}
note: The net is green.
";

fn with(record: &str) -> SiteFixture {
    base().file(NET, record)
}

/// The record with more at its end.
fn and(more: &str) -> SiteFixture {
    with(&format!("{RECORD}{more}"))
}

const TRIED: &str = "verification: {state: unverified, tried: We rang the council twice., date: 2031-03-18}\n";

/// What is wrong with a record, one of whose texts is another.
fn wrong(from: &str, to: &str) -> Vec<Found> {
    with(RECORD).replace(NET, from, to).check()
}

/// The places and codes of what is wrong.
#[track_caller]
fn places(from: &str, to: &str, expected: &[&str]) {
    let places: Vec<String> = wrong(from, to).iter().map(Found::place_and_code).collect();
    let expected: Vec<String> = expected.iter().map(|place| format!("{NET}:{place}")).collect();
    assert_eq!(places, expected, "{from:?} → {to:?}");
}

#[test]
fn an_account_stands_on_its_page_and_wherever_it_is_about() {
    assert_eq!(with(RECORD).check(), []);
    let site = rendered(&with(RECORD).path(""));
    let own = text(&site, ACCOUNT);
    for words in [
        "<h1>A net over the pond</h1>",
        "Trial: Example Council, March 2031",
        "Claimed: The council is trying out a net over the pond.",
        "We know it from one publisher only.",
        "The net is green.",
        "version 3",
        "1.5",
        "15 March 2031",
        "Example Nets Ltd",
        "about 3,000 ducks",
        "A net for the pond, page 4 (Example Gazette). Dated 14 March 2031.",
        "It counts in no score.",
    ] {
        holds(&own, words);
    }
    for link in [PAGE, QUESTION, PARTY, BEN] {
        holds(&own, &format!("href=\"../../{link}\""));
    }
    for name in [LIST, QUESTION, PARTY, BEN] {
        let page = text(&site, name);
        holds(&page, "accounts/pond-net/index.html\">A net over the pond</a>");
        holds(&page, "Claimed: The council is trying out a net over the pond.");
    }
    holds(
        &page(&with(RECORD).replace(NET, "date: 2031-03\n", ""), ACCOUNT),
        "Trial: Example Council, reported 14 March 2031",
    );
    holds(&text(&site, LIST), "<h2>Trials</h2>");
    holds(&text(&site, "index.html"), "<a href=\"accounts/index.html\">Claims and rules</a>");
    lacks(&text(&site, ASHA), "A net over the pond");
}

#[test]
fn is_my_area_in_it() {
    let site = rendered(&with(RECORD).path(""));
    let own = text(&site, ACCOUNT);
    holds(&own, "Pond Lane and around: we know of one");
    holds(&own, "We could not match these to an area on this site: The far shore. Yours may still be in one of them.");
    let ballot = text(&site, PAGE);
    holds(&ballot, "../../accounts/pond-net/index.html\">A net over the pond (trial, claimed)</a>");
    let named = "{name: Pond Lane and around, ballots: [test.pond-lane.2031-05-01]}";
    let ballot = "candidates/test.2031-05-01/pond-lane.yaml";
    let place = "area: {name: Pond Lane, gss: E05999902}\nnation: england\nregion: Example Coast";
    let placed = || with(RECORD).replace(ballot, "area: {name: Pond Lane}", place);
    for (area, is_in) in [
        ("{name: Somewhere}", false),
        ("{name: Somewhere, gss: [E05999902]}", true),
        ("{name: Somewhere, gss: [E05999903]}", false),
        ("{name: Somewhere, region: Example Coast}", true),
        ("{name: Somewhere, region: Example Hills}", false),
        ("{name: Somewhere, nation: england}", true),
        ("{name: Somewhere, nation: wales}", false),
        ("{name: Somewhere, nation: wales, region: Example Coast}", false),
    ] {
        let shown = page(&placed().replace(NET, named, area), PAGE).contains("A net over the pond");
        assert_eq!(shown, is_in, "{area}");
    }
}

#[test]
fn an_area_of_many_ballots_folds_their_list() {
    let ballot = |n: u32| {
        format!("id: test.ward-{n}.2031-05-01\narea: {{name: Ward {n}}}\nregion: Example Coast\ncandidates: []\n")
    };
    let site = with(RECORD).replace(NET, "{name: The far shore}", "{name: The coast, region: Example Coast}");
    let site =
        (1..=13).fold(site, |site, n| site.file(&format!("candidates/test.2031-05-01/ward-{n}.yaml"), ballot(n)));
    let own = page(&site, ACCOUNT);
    let folded = between(&own, "<details><summary>The coast: we know of 13", "</details>");
    assert_eq!(folded.matches("<li>").count(), 13);
}

/// What is said of the account in the data, and on its page with what explains it.
#[track_caller]
fn status(site: &SiteFixture, word: &str, sentence: &str, why: &str) {
    assert_eq!(site.check(), []);
    let site = rendered(&site.path(""));
    holds(&text(&site, ACCOUNT), &format!("<p>{sentence}: {SAYS}</p>"));
    holds(&text(&site, ACCOUNT), why);
    holds(&text(&site, "data/accounts.csv"), &format!("pond-net,pilot,{word},"));
}

#[test]
fn the_status_follows_from_sources_and_responses() {
    status(&with(RECORD), "claimed", "Claimed", "from one publisher only");
    let second = |of: &str| with(RECORD).replace(NET, "note:", &format!("  - {{title: Nets, {of}}}\nnote:"));
    status(&second("publisher: Example Radio"), "confirmed", "Confirmed", "At least two publishers say so");
    for no_second in [
        "publisher: example gazette",
        "publisher: Example Radio, kind: repeat",
        "publisher: Example Radio, kind: unread",
    ] {
        status(&second(no_second), "claimed", "Claimed", "from one publisher only");
    }
    holds(&page(&second("publisher: Radio, kind: repeat"), ACCOUNT), "This only repeats another source.");
    holds(&page(&second("publisher: Radio, kind: unread"), ACCOUNT), "Nobody here has read it.");
    let confirms = "responses:\n  - {by: Example Council, response: confirms, source: {title: Our net, publisher: Example Council}}\n";
    status(&and(confirms), "confirmed", "Confirmed", "Example Council confirms it.");
    status(
        &and(&confirms.replace("confirms", "qualifies")),
        "claimed",
        "Claimed",
        "Example Council says there is more to it.",
    );
    let denies =
        "responses:\n  - {by: Pond Club, response: denies, says: It says that there is no net., date: 2031-03-20}\n";
    status(&and(denies), "disputed", "Disputed", "Pond Club denies it.");
    status(
        &and(TRIED),
        "unverified",
        "Unverified",
        "It could not be verified (18 March 2031). We rang the council twice.",
    );
    status(
        &and(&format!("{denies}{TRIED}")),
        "disputed unverified",
        "Disputed and unverified",
        "We rang the council twice.",
    );
    let later = base().file(NET, format!("{RECORD}{TRIED}superseded_by: pond-net-2\n"));
    let later = later.file("content/accounts/pond-net-2.yaml", RECORD.replace("A net", "A second net"));
    status(
        &later,
        "superseded unverified",
        "Replaced and unverified",
        "../../accounts/pond-net-2/index.html\">A second net",
    );
    let ballot = page(&later, PAGE);
    holds(&ballot, "A second net");
    lacks(&ballot, "A net over the pond");
}

#[test]
fn every_response_is_told_in_words() {
    let words =
        ["confirms", "qualifies", "denies", "consulted_not_agreed", "declined_to_comment", "declined_to_correct"];
    let all: String = words.iter().map(|word| format!("  - {{by: The {word}, response: {word}}}\n")).collect();
    let site = rendered(&and(&format!("responses:\n{all}")).path(""));
    let own = text(&site, ACCOUNT);
    for said in [
        "The confirms confirms it.",
        "The qualifies says there is more to it.",
        "The denies denies it.",
        "The consulted_not_agreed was asked for a view, and did not agree.",
        "The declined_to_comment would not comment.",
        "The declined_to_correct would not correct it.",
    ] {
        holds(&own, said);
    }
    let data = text(&site, "data/responses.csv");
    words.iter().for_each(|word| holds(&data, &format!("pond-net,The {word},{word},")));
}

#[test]
fn what_is_unverified_says_so_in_the_sentence_wherever_it_is_shown() {
    let site = rendered(&and(TRIED).path(""));
    let mut shown = 0;
    for (path, page) in site.keys().map(|path| (path.to_string(), text_or_nothing(&site, path.as_str()))) {
        for (before, _) in page.match_indices(SAYS).map(|(at, _)| page.split_at(at)) {
            assert!(before.ends_with("Unverified: ") || before.ends_with("unverified: "), "{path}");
            shown += 1;
        }
    }
    // Its page with its descriptions, the list, the question, the party, the person, and two data files.
    assert!(shown >= 8, "{shown}");
    holds(&text(&site, PAGE), "A net over the pond (trial, unverified)");
}

fn text_or_nothing(site: &crate::support::Site, path: &str) -> String {
    let path = path.parse().expect("an address");
    site.get(&path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
}

#[test]
fn when_it_does_not_apply_stands_above_everything_else() {
    let when = "does_not_apply_when: the pond is frozen, for then nobody may go near it\n";
    let site = rendered(&and(when).path(""));
    let warning = "Be careful: this does not apply when the pond is frozen, for then nobody may go near it.";
    let own = text(&site, ACCOUNT);
    let main = between(&own, "<main id=\"main\">", "</main>").trim_start();
    assert!(main.starts_with(&format!("<p class=\"note\"><strong>{warning}</strong></p>")), "{main}");
    for name in [LIST, QUESTION, PARTY, BEN, PAGE] {
        let page = text(&site, name);
        let (before, _) = page.split_once("A net over the pond").expect("the account");
        holds(before, warning);
    }
}

#[test]
fn an_account_changes_no_score_and_no_answer() {
    let rows = |site: &SiteFixture| text(&rendered(&site.path("")), "data/positions.csv");
    assert_eq!(rows(&with(RECORD)), rows(&base()));
    let score = |site: &SiteFixture| between(&page(site, PARTY), "<h1>", "<h2>Claims and reports").to_owned();
    assert_eq!(score(&with(RECORD)), score(&and(TRIED)));
}

#[test]
fn small_numbers_of_people_are_not_shown() {
    let site = with(RECORD).replace(NET, "{n: 3000, of: ducks, unit: count, about: true}", "{n: 4, of: people}");
    assert_eq!(site.check(), []);
    let site = rendered(&site.path(""));
    holds(&text(&site, ACCOUNT), "fewer than 10 people");
    holds(&text(&site, "data/accounts.csv"), "fewer than 10 people");
    for name in [ACCOUNT, "data/accounts.csv", "data/site.json"] {
        lacks(&text(&site, name), "4 people");
    }
}

#[test]
fn an_account_is_data_too() {
    let denies =
        "responses:\n  - {by: Pond Club, response: denies, says: It says that there is no net., date: 2031-03-20}\n";
    let site = rendered(&and(denies).path(""));
    let csv = text(&site, "data/accounts.csv");
    for value in [
        "disputed: The council is trying out a net over the pond.",
        "about 3000 ducks",
        "Pond Lane and around; The far shore",
        "test.pond-lane.2031-05-01",
        "A net for the pond,Example Gazette,2031-03-14,,1",
    ] {
        holds(&csv, value);
    }
    holds(&text(&site, "data/responses.csv"), "pond-net,Pond Club,denies,It says that there is no net.,2031-03-20,,,");
    holds(&text(&site, "data/site.json"), "\"accounts\":[\n{\"account\":\"pond-net\"");
    for name in ["data/datapackage.json", "data/index.html"] {
        holds(&text(&site, name), "accounts.csv");
        holds(&text(&site, name), "responses.csv");
    }
}

#[test]
fn what_does_not_go_together_is_reported_at_its_place() {
    places("questions: [duck-pond]", "questions: [duck-pont]", &["16:13 unknown-reference"]);
    places("parties: [pp1]", "parties: [pp7]", &["17:11 unknown-reference"]);
    places("people: [12]", "people: [99]", &["18:10 unknown-reference"]);
    places("[test.pond-lane.2031-05-01]", "[test.pond-lame.2031-05-01]", &["14:44 unknown-reference"]);
    places("note:", "superseded_by: pond-nets\nnote:", &["21:16 unknown-reference"]);
    places("note:", "superseded_by: pond-net\nnote:", &["21:16 malformed"]);
    places("until: 2031-06", "until: 2031-02", &["9:8 date-order"]);
    places("date: 2031-03\n", "date: 2032-03\n", &["5:7 date-order"]);
    places("date: 2031-03-14}", "date: 2031-03-14, accessed: 2032-01-01}", &["20:104 date-order"]);
    places("kind: pilot", "kind: trial", &["1:7 unknown-word"]);
    places("note:", "verification: {state: disputed, tried: We asked.}\nnote:", &["21:23 derived-word"]);
    places("note:", "responses: [{by: Pond Club, response: denied}]\nnote:", &["21:39 unknown-word"]);
    places("about: A net over the pond\n", "", &["1:1 missing-key"]);
    let evidence =
        RECORD.find("evidence:").map(|at| &RECORD[at..RECORD.find("note:").expect("a note")]).expect("evidence");
    places(evidence, "evidence: []\n", &["2:8 no-evidence"]);
    places("where: page 4", "kind: unread", &["2:8 no-evidence"]);
}

#[test]
fn two_accounts_cannot_stand_in_each_other_s_place() {
    let other = "content/accounts/other.yaml";
    let site = and("superseded_by: other\n").file(other, format!("{RECORD}superseded_by: pond-net\n"));
    let places: Vec<String> = site.check().iter().map(Found::place_and_code).collect();
    assert_eq!(places, [format!("{other}:22:16 malformed"), format!("{NET}:22:16 malformed")]);
}

#[test]
fn what_it_says_is_one_sentence_so_that_its_status_covers_all_of_it() {
    let says = |text: &str| wrong(SAYS, text).iter().map(Found::place_and_code).collect::<Vec<_>>();
    for two in
        ["There is a net. It is green.", "“There is a net.” So they say.", "Is there a net? The council says so."]
    {
        assert_eq!(says(two), [format!("{NET}:3:7 malformed")], "{two}");
    }
    for one in [
        "Dr. Example put up a net, no. 7 of them.",
        "There is a net at St. Example, i.e. at the pond",
        "They say: “There is a net.”",
    ] {
        let quoted = format!("'{one}'");
        assert_eq!(says(&quoted), [""; 0], "{one}");
    }
}

#[test]
fn no_text_of_an_account_holds_anybody_s_personal_details() {
    let responses = "responses:\n  - {by: Pond Club, response: denies, says: There is none., source: {title: A letter, publisher: The club}}\n";
    let full = || and(&format!("{responses}{TRIED}does_not_apply_when: it is frozen\n"));
    assert_eq!(full().check(), []);
    for text in [
        "A net over the pond",
        "trying out a net",
        "Example Council",
        "version 3",
        "Example Nets Ltd",
        "of: ducks",
        "Pond Lane and around",
        "A net for the pond",
        "Example Gazette",
        "page 4",
        "The net is green",
        "by: Pond Club",
        "There is none",
        "A letter",
        "We rang the council",
        "it is frozen",
    ] {
        let found = full().replace(NET, text, &format!("{text} claimant@example.org")).check();
        assert!(found.len() == 1 && found[0].code == "personal-text", "{text}: {found:?}");
        assert!(found[0].help.ends_with("to the account"), "{found:?}");
    }
}

#[test]
fn wording_about_somebody_s_character_is_warned_of() {
    for from in ["trying out a net", "The net is green"] {
        assert_eq!(
            wrong(from, "run by a liar").iter().map(|found| &*found.code).collect::<Vec<_>>(),
            ["risky-wording"]
        );
    }
}

#[test]
fn a_web_page_without_a_lasting_copy_is_warned_of() {
    places("where: page 4", "url: https://example.org/net", &["20:66 not-archived"]);
    let kept = "url: https://example.org/net, archived: https://archive.example.org/net";
    assert_eq!(wrong("where: page 4", kept), []);
}

#[test]
fn a_site_without_accounts_says_nothing_of_any() {
    let site = rendered(&base().path(""));
    assert!(!site.keys().any(|path| path.as_str().contains("account") || path.as_str().contains("responses")));
    for (_, page) in html(&site) {
        lacks(&page, "accounts");
    }
}

#[test]
fn an_account_is_told_in_further_languages() {
    let site = and(TRIED).replace("hustings.yaml", "title:", "languages: [en, cy]\ntitle:").replace(
        NET,
        "note:",
        "translations: {cy: {about: Rhwyd dros y pwll, says: Mae’r cyngor yn rhoi cynnig ar rwyd., note: Mae’r rhwyd yn wyrdd.}}\nnote:",
    );
    let page = page(&site, "cy/accounts/pond-net/index.html");
    for words in
        ["<h1>Rhwyd dros y pwll</h1>", "Mae’r cyngor yn rhoi cynnig ar rwyd.", "Mae’r rhwyd yn wyrdd.", "Treial"]
    {
        holds(&page, words);
    }
}
