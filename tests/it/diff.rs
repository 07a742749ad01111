//! What changed between two states of the records, as `hustings diff` tells it.

use std::fs;
use std::path::Path;
use std::process::Command;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, files_under, hustings, run_on};

const SITE: &str = "hustings.yaml";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ROUND: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";
const PARTY: &str = "candidates/parties/pp1.yaml";
const DAY: &str = "2031-04-21";

fn base() -> SiteFixture {
    SiteFixture::base()
}

fn diff(words: &[&str]) -> RunOutcome {
    run_on(DAY, ["hustings", "diff"].iter().chain(words).map(Into::into))
}

fn path(site: &SiteFixture) -> String {
    site.path("").to_string_lossy().into_owned()
}

/// What is printed below the first line.
#[track_caller]
fn told(old: &SiteFixture, new: &SiteFixture) -> String {
    let ran = diff(&[&path(old), &path(new)]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let (first, rest) = ran.out.split_once("\n").expect("a first line");
    assert!(first.starts_with("What changed from "), "{first}");
    rest.to_owned()
}

#[track_caller]
fn json(old: &SiteFixture, new: &SiteFixture) -> serde_json::Value {
    let ran = diff(&[&path(old), &path(new), "--format", "json"]);
    serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}", ran.err))
}

/// Exactly these sentences, below the heading of the one ballot.
#[track_caller]
fn on_the_ballot(old: &SiteFixture, new: &SiteFixture, sentences: &[&str]) {
    let list: String = sentences.iter().map(|sentence| format!("- {sentence}\n")).collect();
    assert_eq!(told(old, new), format!("\nTest elections (made up)\n\nPond Lane\n{list}"));
}

/// The base site with one more answer: of Ben's, or of Asha's, whose answers come first.
fn with_answer(person: &str, answer: &str) -> SiteFixture {
    match person {
        "Ben" => base().replace(BALLOT, "    party: pp2\n", &format!("    party: pp2\n    positions:\n{answer}")),
        _ => base().replace(BALLOT, "  - person: 12\n", &format!("{answer}  - person: 12\n")),
    }
}

fn answer(question: &str, stance: &str, date: &str, kind: &str) -> String {
    format!(
        "      - question: {question}\n        stance: {stance}\n        date: {date}\n        entered_by: pat\n        evidence:\n          \
         - kind: {kind}\n            title: A source\n            where: page 2\n            date: {date}\n            quote: Tick tock.\n"
    )
}

#[test]
fn the_same_records_say_that_nothing_changed() {
    assert_eq!(told(&base(), &base()), "\nNothing changed that the site shows.\n");
    let remarked = base().replace(BALLOT, "name: Ben Sample", "name: Ben Sample   # a remark");
    assert_eq!(told(&base(), &remarked), "\nNothing changed that the site shows.\n");
}

#[test]
fn a_new_answer_is_told_with_its_source_and_how_sure_it_is() {
    let new = with_answer("Ben", &answer("town-clock", "supports", "2031-04-15", "reply"));
    let sentence = "New: Ben Sample (Meadow Party) on “The town clock”: yes. “Tick tock.” (A source, 15 April 2031; not double-checked yet)";
    let question = fs::read_to_string(new.path("content/questions/town-clock.md")).expect("the question");
    let short = question.lines().find_map(|line| line.strip_prefix("short: ")).expect("a short form");
    on_the_ballot(&base(), &new, &[&sentence.replace("The town clock", short)]);
    let reported = with_answer("Ben", &answer("town-clock", "opposes", "2031-04-15", "news"));
    let told = told(&base(), &reported);
    assert!(told.contains(": Reported: no. “Tick tock.” (A source, 15 April 2031; only others report it)"), "{told}");
    let json = json(&base(), &new);
    let change = &json["elections"][0]["groups"][0]["changes"][0];
    assert_eq!(
        (&change["kind"], &change["id"], &change["question"], &change["to"], &change["hedge"]),
        (&"new-answer".into(), &"12".into(), &"town-clock".into(), &"yes".into(), &"not double-checked yet".into()),
    );
    assert_eq!(change["sources"][0], serde_json::json!({"title": "A source", "place": "page 2", "url": null}));
}

#[test]
fn another_answer_is_told_as_a_change_and_a_correction_too() {
    let later = with_answer("Asha", &answer("duck-pond", "opposes", "2031-04-15", "speech"));
    let changed = told(&base(), &later);
    assert!(changed.contains("- Changed from “yes” to “no”: Asha Example (Harbour Alliance) on “"), "{changed}");
    assert_eq!(changed.matches("\n- ").count(), 1, "{changed}");
    let corrected = base().replace(BALLOT, "stance: supports", "stance: opposes");
    let changed = told(&base(), &corrected);
    assert!(changed.contains("- Changed from “yes” to “no”: Asha Example"), "{changed}");
    assert!(!changed.contains("Not on the site"), "{changed}");
    let both = |stance: &str| with_answer("Asha", &answer("duck-pond", stance, "2031-03-01", "speech"));
    let hidden = told(&both("mixed"), &both("opposes"));
    assert!(
        hidden.contains("- Changed from “partly” to “no”") && hidden.ends_with("The site still shows “yes”.\n"),
        "{hidden}"
    );
    let earlier = with_answer("Asha", &answer("duck-pond", "opposes", "2031-03-01", "speech"));
    assert!(told(&base(), &earlier).contains("- New: Asha Example"), "one from before changes nothing");
}

#[test]
fn what_the_site_does_not_show_first_is_not_told_as_a_change() {
    for (stance, date, kind, but) in [
        ("opposes", "2031-04-15", "news", "only others report it) The site still shows “yes”.\n"),
        ("unclear", "2031-04-15", "speech", "not double-checked yet) The site still shows “yes”.\n"),
        ("opposes", "2031-03-01", "speech", "not double-checked yet) The site still shows “yes”.\n"),
        (
            "opposes",
            "2031-04-03",
            "speech",
            "Another answer has the same date: the site shows both and counts neither.\n",
        ),
        ("supports", "2031-04-15", "speech", "(A source, 15 April 2031; not double-checked yet)\n"),
    ] {
        let told = told(&base(), &with_answer("Asha", &answer("duck-pond", stance, date, kind)));
        assert!(told.contains("- New: Asha Example") && told.ends_with(but), "{stance} {kind}: {told}");
        assert_eq!(told.matches("\n- ").count(), 1, "{told}");
    }
}

#[test]
fn what_becomes_of_an_answer_is_told_once() {
    let checked = "{by: sam, date: 2031-04-04}";
    let both = "{by: sam, date: 2031-04-04}\n          - {by: lee, date: 2031-04-05}";
    let confirmed = || base().replace(BALLOT, checked, both);
    for (old, new, opening) in [
        (base(), confirmed(), "Double-checked: Asha Example"),
        (confirmed(), base(), "To be checked again: Asha Example"),
    ] {
        let told = told(&old, &new);
        assert!(told.contains(&format!("- {opening}")) && told.matches("\n- ").count() == 1, "{told}");
    }
    let written = |state: &str| {
        let written = format!(
            "        verification: {{state: {state}, because: It was Sunday., date: 2031-04-12}}\n        checked:\n"
        );
        base().replace(BALLOT, "        checked:\n", &written)
    };
    for (state, opening) in [
        ("disputed", "Disputed: Asha"),
        ("unverified", "Could not be verified: Asha"),
        ("retracted", "We took back the answer of Asha"),
    ] {
        let told = told(&base(), &written(state));
        assert!(told.contains(&format!("- {opening}")) && told.contains("It was Sunday."), "{told}");
        assert_eq!(told.matches("\n- ").count(), 1, "{told}");
    }
    assert!(told(&written("disputed"), &base()).contains("- Settled: Asha Example"));
    assert!(told(&written("retracted"), &base()).contains("- Back on the site: Asha Example"));
}

#[test]
fn of_what_was_taken_down_no_word_is_repeated() {
    let mark = base().replace(
        BALLOT,
        "        checked:\n",
        "        takedown: {date: 2031-04-12, reason: It was private.}\n        checked:\n",
    );
    let all = base().replace(
        BALLOT,
        "    party: pp1\n",
        "    party: pp1\n    takedown: {date: 2031-04-12, reason: It was private.}\n",
    );
    let text = fs::read_to_string(base().path(BALLOT)).expect("the ballot");
    let (before, rest) = text.split_once("    positions:\n").expect("positions");
    let (_, after) = rest.split_once("  - person: 12").expect("the next");
    let deleted = base().file(BALLOT, format!("{before}  - person: 12{after}"));
    for (new, sentence) in [
        (mark, "- Taken off the site: the answer of Asha Example (Harbour Alliance) on “"),
        (all, "- Taken off the site: all answers of Asha Example (Harbour Alliance) (12 April 2031): It was private."),
        (deleted, "- Not on the site any more: an answer of Asha Example (Harbour Alliance) on “"),
    ] {
        let told = told(&base(), &new);
        assert!(told.contains(sentence) && told.matches("\n- ").count() == 1, "{told}");
        let json = json(&base(), &new).to_string();
        for gone in ["I would clean it", "Letter to the campaign", "yes"] {
            assert!(!told.contains(gone) && !json.contains(gone), "{gone} in {told} {json}");
        }
    }
}

#[test]
fn what_is_held_back_never_appears() {
    let reply = answer("town-clock", "supports", "2031-04-15", "reply");
    let held =
        reply.replace("        entered_by: pat\n", "        entered_by: pat\n        publish_after: 2031-04-25\n");
    let nothing = "\nNothing changed that the site shows.\n";
    assert_eq!(told(&base(), &with_answer("Ben", &held)), nothing);
    let round = with_answer("Ben", &reply).replace(ROUND, "deadline:", "publish_after: 2031-04-25\ndeadline:");
    assert!(!told(&base(), &round).contains("Ben"), "{}", told(&base(), &round));
    let line = base().replace(PARTY, "    entered_by: pat\n", "    entered_by: pat\n    publish_after: 2031-04-25\n");
    assert_eq!(told(&base(), &line), nothing, "nor that it went");
    let shown = with_answer("Ben", &held).replace(SITE, "2031-04-20", "2031-04-25");
    let told = told(&with_answer("Ben", &held), &shown);
    assert!(told.contains("- New: Ben Sample") && told.contains("Tick tock."), "{told}");
}

#[test]
fn who_is_new_has_gone_moved_or_withdrawn() {
    let cara = "  - person: 13\n    name: Cara Specimen\n    party: pp2\n";
    let with = |site: SiteFixture| {
        let text = fs::read_to_string(site.path(BALLOT)).expect("the ballot");
        site.file(BALLOT, format!("{text}{cara}"))
    };
    on_the_ballot(&base(), &with(base()), &["New on the list: Cara Specimen (Meadow Party)."]);
    on_the_ballot(&with(base()), &base(), &["Cara Specimen (Meadow Party) is no longer listed."]);
    let withdrawn = base().replace(BALLOT, "    party: pp2", "    party: pp2\n    status: withdrawn");
    on_the_ballot(&base(), &withdrawn, &["Ben Sample (Meadow Party) has withdrawn."]);
    let other = base().replace(BALLOT, "    party: pp2", "    party: pp1");
    on_the_ballot(&base(), &other, &["Ben Sample is now listed for Harbour Alliance, before for Meadow Party."]);
    let moved = base().file(
        "candidates/test.2031-05-01/duck-row.yaml",
        format!("id: test.duck-row.2031-05-01\narea: {{name: Duck Row}}\ncandidates:\n{cara}"),
    );
    let told = told(&with(base()), &moved);
    assert!(told.contains("\nDuck Row\n- New on the site: Duck Row, with Cara Specimen (Meadow Party).\n"), "{told}");
    assert!(told.contains("- Cara Specimen (Meadow Party) now stands in Duck Row, before in Pond Lane."), "{told}");
    assert!(!told.contains("no longer listed"), "{told}");
}

#[test]
fn somebody_with_another_id_is_the_same_person() {
    let new = base().replace(BALLOT, "person: 11\n", "person: 4711\n    former: [11]\n").replace(
        ROUND,
        "[11, 12]",
        "[4711, 12]",
    );
    let told = told(&base(), &new);
    assert_eq!(told, "\nFor those who keep the records\n- Asha Example has another id: 4711, before 11.\n");
}

#[test]
fn party_lines_replies_and_corrections_have_their_places() {
    let new = base()
        .replace(PARTY, "      - {by: sam, date: 2031-03-30}", "      - {by: sam, date: 2031-03-30}\n      - {by: lee, date: 2031-03-31}")
        .replace(BALLOT, "        checked:\n", "        reply: {date: 2031-04-12, text: I meant June.}\n        checked:\n")
        .file(
            "content/corrections.yaml",
            "corrections:\n  - {date: 2031-04-12, about: Ben, was: We said no., now: We say nothing., because: It was another Ben.}\n",
        );
    let told = told(&base(), &new);
    let order = [
        "\nPond Lane\n- Asha Example (Harbour Alliance) replied to what we show on “",
        "(12 April 2031): “I meant June.”",
        "\nWhat parties say\n- Double-checked: Harbour Alliance on “",
        "\nCorrections\n- Ben (12 April 2031). Before: We said no. Now: We say nothing. Why: It was another Ben.\n",
    ];
    let places: Vec<usize> =
        order.iter().map(|part| told.find(part).unwrap_or_else(|| panic!("{part}: {told}"))).collect();
    assert!(places.is_sorted(), "{told}");
    assert_eq!(told.matches("I meant June.").count(), 1, "{told}");
}

#[test]
fn errors_are_told_of_and_records_that_make_no_site_stop_it() {
    let broken = base().replace(BALLOT, "stance: supports", "stance: mumbles");
    let ran = diff(&[&path(&base()), &path(&broken)]);
    assert_eq!(ran.exit, Exit::Clean);
    assert!(ran.err.contains("Note: 1 error in ") && ran.err.contains("may look new or gone"), "{}", ran.err);
    let none = base().replace(SITE, "as_of:", "as_off:");
    let ran = diff(&[&path(&none), &path(&base())]);
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.starts_with("In ") && ran.err.contains("nothing was compared"), "{}", ran.err);
}

/// Runs git in a folder.
fn git(folder: &Path, words: &[&str]) -> String {
    let words =
        ["-c", "user.name=Pat", "-c", "user.email=pat@example.org", "-c", "commit.gpgsign=false"].iter().chain(words);
    let ran = Command::new("git").arg("-C").arg(folder).args(words).output().expect("git runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("UTF-8").trim().to_owned()
}

/// A site with one state committed in a repository in whose folder “site” it is, and another one at hand.
fn in_git() -> SiteFixture {
    let site = base();
    let names = files_under(&site.path(""));
    let top = names.iter().fold(SiteFixture::bare(), |top, name| {
        top.file(&format!("site/{name}"), fs::read(site.path(name)).expect("a fixture"))
    });
    git(&top.path(""), &["init", "--quiet", "--initial-branch=main"]);
    git(&top.path(""), &["add", "."]);
    git(&top.path(""), &["commit", "--quiet", "-m", "First"]);
    let ballot = format!("site/{BALLOT}");
    top.replace(&ballot, "    party: pp2", "    party: pp2\n    status: withdrawn")
}

#[test]
fn revisions_of_git_are_compared_with_the_records_at_hand_and_each_other() {
    let top = in_git();
    let site = top.path("site").to_string_lossy().into_owned();
    let before = git(&top.path(""), &["status", "--porcelain"]);
    let ran = diff(&["-C", &site, "HEAD"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let commit = &git(&top.path(""), &["rev-parse", "HEAD"])[..8];
    let first =
        format!("What changed from HEAD ({commit}) (as of 2031-04-20) to the records as they are (as of 2031-04-20)\n");
    assert!(ran.out.starts_with(&first), "{}", ran.out);
    assert!(ran.out.contains("- Ben Sample (Meadow Party) has withdrawn."), "{}", ran.out);
    assert_eq!(git(&top.path(""), &["status", "--porcelain"]), before, "the repository is as it was");
    git(&top.path(""), &["commit", "--quiet", "-a", "-m", "Second"]);
    let ran = diff(&["-C", &site, "main~1", "main"]);
    assert!(ran.out.contains("- Ben Sample (Meadow Party) has withdrawn."), "{} {}", ran.out, ran.err);
    assert!(diff(&["-C", &site, "main"]).out.contains("Nothing changed"));
}

#[test]
fn a_revision_that_is_not_there_or_looks_like_an_option_is_refused() {
    let top = in_git();
    let site = top.path("site").to_string_lossy().into_owned();
    for (words, says) in [
        (&["mian"][..], "“mian” is neither a folder with a hustings.yaml nor a revision that git knows"),
        (&["--", "--output=stolen"], "“--output=stolen” is no revision"),
        (&[""], "is no revision"),
        (&["HEAD", "HEAD:site"], "“HEAD:site” is neither"),
    ] {
        let words: Vec<&str> = ["-C", &site].iter().chain(words).copied().collect();
        let ran = diff(&words);
        assert_eq!(ran.exit, Exit::Usage, "{words:?}: {}", ran.err);
        assert!(ran.err.contains(says), "{words:?}: {}", ran.err);
    }
    let ran = diff(&["-C", &path(&base()), "HEAD"]);
    assert_eq!(ran.exit, Exit::Usage, "{}", ran.err);
    git(&top.path(""), &["rm", "--quiet", "-r", "-f", "--cached", "site"]);
    git(&top.path(""), &["commit", "--quiet", "-m", "Gone", "--allow-empty"]);
    let ran = diff(&["-C", &site, "HEAD"]);
    assert!(ran.err.contains("there is no hustings.yaml in") && ran.err.contains("at revision “HEAD”"), "{}", ran.err);
}

#[test]
fn without_git_it_says_what_to_do_and_folders_still_work() {
    let site = base();
    let ran = hustings().env("PATH", "").args(["-C", &path(&site), "diff", "HEAD"]).assert().code(3);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("cannot run git") && told.contains("name two folders"), "{told}");
    hustings().env("PATH", "").args(["diff", &path(&site), &path(&site)]).assert().success();
}

const NET: &str = "content/accounts/net.yaml";
const ACCOUNT: &str = "kind: claim\nabout: A net\nsays: There is a net.\nby: Example Council\n\
                       evidence: [{title: A net, publisher: Example Gazette}]\n";

#[test]
fn what_is_new_of_claims_and_reports_is_told_with_how_sure_it_is() {
    let heading = "\nClaims, rules and pledges\n";
    let with = |more: &str| base().file(NET, format!("{ACCOUNT}{more}"));
    assert_eq!(
        told(&base(), &with("responses: [{by: Pond Club, response: denies}]\n")),
        format!("{heading}- New (claim, A net). Disputed: There is a net.\n"),
        "what a new one says is told with it"
    );
    let denied = with("responses: [{by: Pond Club, response: denies, says: There is none.}]\n");
    assert_eq!(
        told(&with(""), &denied),
        format!(
            "{heading}- Pond Club (A net): denies. In our words: There is none. Disputed: There is a net.\n\
             - Now disputed (A net). Disputed: There is a net.\n"
        )
    );
    let tried = with("verification: {state: unverified, tried: We rang.}\n");
    assert_eq!(told(&with(""), &tried), format!("{heading}- Now unverified (A net). Unverified: There is a net.\n"));
    // Another id is no news.
    let renamed = base().file("content/accounts/pond-net.yaml", format!("{ACCOUNT}former: [net]\n"));
    assert_eq!(told(&with(""), &renamed), "\nNothing changed that the site shows.\n");
    assert_eq!(json(&with(""), &tried)["around"][0]["kind"], "account-status");
}

#[test]
fn what_happens_a_second_time_is_news_too() {
    let denials = |n: usize| {
        let one = "{by: Pond Club, response: denies}";
        base().file(NET, format!("{ACCOUNT}responses: [{}]\n", vec![one; n].join(", ")))
    };
    assert_eq!(told(&denials(1), &denials(2)).matches("Pond Club (A net): denies.").count(), 1);
    let signed = |name: &str, checks: &str| {
        let signature = format!(
            "{{name: {name}, capacity: Councillor, date: 2031-04-05, entered_by: pat, evidence: [{{kind: signature, title: Form, where: page 3, date: 2031-04-05, quote: I sign.}}], checked: [{checks}]}}"
        );
        let pledge = "title: Keep it clean\ntext: I will.\nelection: test.2031-05-01\nevidence: [{title: A leaflet}]\n";
        base().file("content/pledges/clean.yaml", format!("{pledge}signatures: [{signature}]\n"))
    };
    let (one, two) = ("{by: sam, date: 2031-04-06}", "{by: sam, date: 2031-04-06}, {by: lee, date: 2031-04-07}");
    assert!(told(&signed("Gil Example", one), &signed("Gil Example", two)).contains("- Checked: Gil Example signed"));
    // Two names of which the letters are spelt alike elsewhere are two people.
    assert!(told(&signed("李明", ""), &signed("黎明", "")).contains("黎明 signed “Keep it clean”"));
}

#[test]
fn pledges_signatures_and_results_are_told() {
    let pledge =
        "title: Keep the pond clean\ntext: I will.\nelection: test.2031-05-01\nevidence: [{title: A leaflet}]\n";
    let file = "content/pledges/clean-pond.yaml";
    let signed = format!(
        "{pledge}signatures:\n  - name: Gil Example\n    capacity: Councillor\n    date: 2031-04-05\n    entered_by: pat\n\
         \x20   evidence: [{{kind: news, title: Paper, where: page 3, date: 2031-04-05}}]\n"
    );
    let (old, new) = (base().file(file, pledge), base().file(file, signed));
    let heading = "\nClaims, rules and pledges\n";
    assert_eq!(told(&base(), &old), format!("{heading}- New pledge: “Keep the pond clean”\n"));
    assert_eq!(
        told(&old, &new),
        format!("{heading}- Reported: Gil Example signed “Keep the pond clean” (5 April 2031).\n")
    );
    let counted = |more: &str| {
        base().replace(SITE, "as_of: 2031-04-20", "as_of: 2031-05-03").replace(
            BALLOT,
            "    party: pp2\n",
            &format!("    party: pp2\n{more}"),
        )
    };
    let elected = counted("    elected: {value: true, source: Declaration, date: 2031-05-02}\n");
    let sentence = "- Elected: Ben Sample (Meadow Party) (Declaration).\n";
    assert!(told(&counted(""), &elected).contains(&format!("\nPond Lane\n{sentence}")));
}

#[test]
fn a_correction_says_whose_mark_it_concerns() {
    let because = "    because: We had misread the letter.\n";
    let file = "content/corrections.yaml";
    let new = base().replace(file, because, &format!("{because}    concerns: {{person: 11, question: duck-pond}}\n"));
    let change = &json(&base().without(file), &new)["corrections"][0];
    assert_eq!((&change["id"], &change["question"]), (&"11".into(), &"duck-pond".into()));
}
