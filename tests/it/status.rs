//! What is to be done next and how far a site is, as `hustings status` tells it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, hustings, project, run_at, run_on};

const DOCUMENT: &str = "candidates/documents/harbour-manifesto.yaml";

fn status(site: &SiteFixture) -> String {
    let output = site.hustings().args(["status", "--list", "documents"]).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What is printed of the manifesto, and under which heading.
#[track_caller]
fn told(site: &SiteFixture, heading: &str, line: &str) {
    let status = status(site);
    let lines: Vec<&str> = status.lines().map(str::trim).collect();
    let at = lines.iter().position(|l| l.starts_with(DOCUMENT)).unwrap_or_else(|| panic!("{status}"));
    assert_eq!((lines[at - 1], lines[at]), (heading, format!("{DOCUMENT}: {line}").as_str()), "{status}");
}

fn base() -> SiteFixture {
    SiteFixture::base()
}

#[test]
fn a_document_that_was_read_whole_waits_for_checks() {
    told(&base(), "read whole, and to be checked: 1 of 1", "Clean Water (0 of 2 checks)");
    let checked = base().replace(
        DOCUMENT,
        "    found: [duck-pond]\n",
        "    found: [duck-pond]\n    checked: [{by: sam, date: 2031-04-01}, {by: lee, date: 2031-04-01}]\n",
    );
    assert!(status(&checked).ends_with("  read and checked: 1 of 1\n"), "{}", status(&checked));
}

#[test]
fn a_part_or_a_report_is_no_reading_of_the_whole() {
    let part = base().replace(DOCUMENT, "whole: true\n", "whole: false\n    part: The first page.\n");
    told(&part, "read in part: 1 of 1", "Clean Water (The first page.)");
    let report = base().replace(DOCUMENT, "seen: original\n    whole: true\n", "seen: described\n    whole: false\n");
    told(&report, "read in part: 1 of 1", "Clean Water (a mark quotes it)");
    let unquoted = report.replace(
        "candidates/parties/pp1.yaml",
        "document: harbour-manifesto",
        "title: Clean Water\n        where: page 1\n        date: 2031-03-28",
    );
    told(&unquoted, "nobody has seen: 1 of 1", "Clean Water (somebody described it)");
}

#[test]
fn a_question_that_nobody_looked_for_is_named() {
    let site = base().replace(DOCUMENT, "[duck-pond, town-clock]", "[duck-pond]");
    told(&site, "read whole, but not for every question: 1 of 1", "Clean Water (not for: town-clock)");
}

#[test]
fn every_question_wants_its_own_checks() {
    let second = "    looked_for: [duck-pond]\n    found: [duck-pond]\n    checked: [{by: sam, date: 2031-04-01}, {by: lee, date: 2031-04-01}]\n  \
                  - by: pat\n    date: 2031-04-02\n    seen: original\n    whole: true\n    looked_for: [town-clock]\n    found: []\n";
    let site = base().replace(DOCUMENT, "    looked_for: [duck-pond, town-clock]\n    found: [duck-pond]\n", second);
    told(&site, "read whole, and to be checked: 1 of 1", "Clean Water (0 of 2 checks)");
}

#[test]
fn an_election_that_is_not_there_is_refused() {
    let ran = base().hustings().args(["status", "--election", "test.2030"]).assert().code(2);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("no election “test.2030”") && told.contains("test.2031-05-01"), "{told}");
}

#[test]
fn records_that_make_no_site_are_reported_instead() {
    let site = base().replace("hustings.yaml", "as_of:", "as_off:");
    let ran = site.hustings().arg("status").assert().code(1);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("hustings.yaml:") && told.ends_with("there is no site to look at\n"), "{told}");
}

const SITE: &str = "hustings.yaml";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";
const ROUND: &str = "candidates/test.2031-05-01/asks/first-letter.yaml";

fn on(day: &str, site: &SiteFixture, words: &[&str]) -> RunOutcome {
    run_at(day, site, &[&["status"], words], None)
}

/// What is printed on a day.
#[track_caller]
fn printed(day: &str, site: &SiteFixture, words: &[&str]) -> String {
    let ran = on(day, site, words);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    ran.out
}

#[track_caller]
fn json(day: &str, site: &SiteFixture, words: &[&str]) -> serde_json::Value {
    let words: Vec<&str> = words.iter().copied().chain(["--format", "json"]).collect();
    serde_json::from_str(&printed(day, site, &words)).expect("JSON")
}

/// How many pieces each errand has.
fn counts(told: &serde_json::Value) -> Vec<(String, u64)> {
    let errands = told["errands"].as_array().expect("a list").iter();
    errands
        .map(|one| (one["kind"].as_str().expect("a name").to_owned(), one["count"].as_u64().expect("a count")))
        .collect()
}

fn count(told: &serde_json::Value, kind: &str) -> u64 {
    counts(told).into_iter().find(|(known, _)| known == kind).map_or(0, |(_, count)| count)
}

#[test]
fn the_whole_stands_on_a_screen_and_each_line_says_what_does_it() {
    let told = printed("2031-04-20", &base(), &[]);
    for line in [
        "Today, 2031-04-20, is the day of the records (as_of).",
        "Test elections (test.2031-05-01)",
        "  2 stand: 2 asked, 1 with an answer on record, 1 with that or a party line",
        "  first-letter, answers by 2031-04-10: 2 asked; 1 answered in part, 1 did not answer",
        "1 candidate has not answered in time [no-reply]",
        "    ask again: “hustings ask ROUND --election test.2031-05-01 --deadline DATE” writes to all who have left a question open",
        "2 answers wait for a second pair of eyes (entered by: pat 2) [to-confirm]",
        "    “hustings confirm --by ID” goes through them",
        "1 of 1 document left to read or to check (read whole, and to be checked: 1) [documents]",
        "    - no address: write “base_url:”, where the site will be served",
    ] {
        assert!(told.lines().any(|printed| printed == line), "{line} is not in:\n{told}");
    }
    assert!(told.lines().count() < 40, "{told}");
    assert_eq!(told, printed("2031-04-20", &base(), &[]), "the same each time");
}

#[test]
fn days_count_from_the_later_of_today_and_the_day_of_the_records() {
    let open = || base().replace(ROUND, "deadline: 2031-04-10", "deadline: 2031-04-22");
    for (today, kind, says) in [
        ("2031-04-01", "waiting", "in 2 days (2031-04-22)"),
        ("2031-04-21", "waiting", "tomorrow (2031-04-22)"),
        ("2031-04-22", "waiting", "today (2031-04-22): last day to answer first-letter (1 waited for)"),
        ("2031-04-23", "no-reply", "polling day"),
    ] {
        let told = json(today, &open(), &[]);
        assert_eq!(count(&told, kind), 1, "{today}: {told}");
        let dates = told["errands"].as_array().expect("a list").iter().find(|one| one["kind"] == "dates");
        let is_there = dates.is_some_and(|dates| dates.to_string().contains(says));
        assert_eq!(is_there, says != "polling day", "{today}: {told}");
    }
    let later = printed("2031-04-23", &open(), &[]);
    assert!(later.contains("Days are counted from today, 2031-04-23. The records are as of 2031-04-20."), "{later}");
    let overdue = "the records are as of 2031-04-20, and the last day to answer has passed since [as-of]";
    assert!(later.contains(overdue), "{later}");
    let early = printed("2031-04-01", &open(), &[]);
    assert!(early.contains("Days are counted from 2031-04-20, the day of the records (as_of)"), "{early}");
    assert!(!early.contains("[as-of]"), "{early}");
}

#[test]
fn deadlines_of_the_election_and_polling_day_are_told_a_week_ahead() {
    let site = base().replace(
        ELECTION,
        "date: 2031-05-01\n",
        "date: 2031-05-01\ndeadlines:\n  - {name: Register to vote, date: 2031-04-25}\n",
    );
    let told = printed("2031-04-25", &site, &["--list", "dates"]);
    assert!(told.contains("candidates/test.2031-05-01/election.yaml: today (2031-04-25): Register to vote"), "{told}");
    assert!(told.contains("in 6 days (2031-05-01): polling day (Test elections)"), "{told}");
    assert!(!printed("2031-04-20", &site, &["--list", "dates"]).contains("polling day"));
    assert_eq!(printed("2031-05-09", &site, &["--list", "dates"]), "Nothing of this is left to do.\n");
}

#[test]
fn whom_a_round_missed_is_told_apart() {
    let bounced = base().replace(
        ROUND,
        "ballots:\n",
        "exceptions:\n  - {person: 12, outcome: not_reached, because: It came back.}\nballots:\n",
    );
    let told = json("2031-04-20", &bounced, &[]);
    assert_eq!((count(&told, "not-reached"), count(&told, "no-reply")), (1, 0), "{told}");
    let unasked = base().replace(ROUND, "people: [11, 12]", "people: [11]");
    let list = printed("2031-04-20", &unasked, &["--list", "not-asked"]);
    assert!(list.contains("pond-lane.yaml:20: Ben Sample, Pond Lane"), "{list}");
    let gone = base().replace(BALLOT, "    party: pp2", "    party: pp2\n    status: withdrawn");
    assert_eq!(count(&json("2031-04-20", &gone, &[]), "no-reply"), 0, "nobody asks again who does not stand");
    assert_eq!(count(&json("2031-05-02", &base(), &[]), "no-reply"), 0, "nobody asks again after polling day");
}

#[test]
fn who_was_asked_again_is_waited_for_and_told_once() {
    let second = "id: second-letter\ndate: 2031-04-15\ndeadline: 2031-04-28\nhow: by letter\nquestions:\n  \
                  - {question: duck-pond, version: 1}\n  - {question: town-clock, version: 1}\nballots:\n  \
                  - {ballot: test.pond-lane.2031-05-01, people: [12]}\n";
    let again = base().file("candidates/test.2031-05-01/asks/second-letter.yaml", second);
    assert_eq!(again.check(), []);
    let told = json("2031-04-20", &again, &[]);
    assert_eq!((count(&told, "waiting"), count(&told, "no-reply")), (1, 0), "{told}");
    let part = again.replace(
        "candidates/test.2031-05-01/asks/second-letter.yaml",
        "  - {question: duck-pond, version: 1}\n",
        "",
    );
    let told = json("2031-04-20", &part, &[]);
    assert_eq!((count(&told, "waiting"), count(&told, "no-reply")), (1, 1), "of the rest nobody asked again: {told}");
    let later =
        base().replace(ROUND, "date: 2031-03-20\ndeadline: 2031-04-10", "date: 2031-04-25\ndeadline: 2031-04-28");
    assert_eq!(json("2031-04-20", &later, &[])["rounds"], serde_json::json!([]), "it was not sent yet");
}

#[test]
fn of_the_answers_to_confirm_somebody_may_ask_for_their_own() {
    for (by, expected) in [("lee", 2), ("sam", 0), ("pat", 0)] {
        assert_eq!(count(&json("2031-04-20", &base(), &["--by", by]), "to-confirm"), expected, "{by}");
    }
    let told = printed("2031-04-20", &base(), &["--by", "lee", "--list", "to-confirm"]);
    assert!(
        told.starts_with("2 answers wait for a check by lee (entered by: pat 2)\n“hustings confirm --by lee”"),
        "{told}"
    );
    assert!(
        told.contains(
            "pond-lane.yaml:8: Asha Example (11), duck-pond, 2031-04-03: yes (entered by pat, 1 of 2 checks)"
        ),
        "{told}"
    );
    let ran = on("2031-04-20", &base(), &["--by", "leo"]);
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("did you mean “lee”?"), "{}", ran.err);
}

#[test]
fn answers_that_nobody_is_left_to_confirm_are_named() {
    let few = base().replace(SITE, "  - {id: lee, name: Lee Third}\n", "");
    let told = json("2031-04-20", &few, &[]);
    assert_eq!(count(&told, "cannot-confirm"), 2, "{told}");
    assert!(told.to_string().contains("nothing could ever be confirmed"), "{told}");
    assert_eq!(count(&json("2031-04-20", &base(), &[]), "cannot-confirm"), 0);
}

#[test]
fn disputed_and_held_answers_are_told_and_what_is_due() {
    let disputed = base().replace(
        BALLOT,
        "        checked:\n",
        "        verification: {state: disputed, because: She says so., date: 2031-04-05}\n        checked:\n",
    );
    let told = json("2031-04-20", &disputed, &[]);
    assert_eq!((count(&told, "disputed"), count(&told, "to-confirm")), (1, 1), "{told}");
    let held = base().replace(
        BALLOT,
        "        entered_by: pat\n",
        "        entered_by: pat\n        publish_after: 2031-04-25\n",
    );
    let before = printed("2031-04-20", &held, &[]);
    assert!(before.contains("1 answer held back until their day [held]"), "{before}");
    assert!(
        before.contains("in 5 days (2031-04-25): the answer of Asha Example on duck-pond goes on the site"),
        "{before}"
    );
    let due = printed("2031-04-26", &held, &[]);
    assert!(due.contains("1 answer held back, of which the day of 1 has come [held]"), "{due}");
    let shown = held.replace(SITE, "2031-04-20", "2031-04-26");
    assert!(!printed("2031-04-26", &shown, &[]).contains("[held]"));
}

#[test]
fn what_is_missing_for_publishing_goes_away_when_it_is_there() {
    let told = json("2031-04-20", &base(), &[]);
    assert_eq!(count(&told, "publish"), 4, "{told}");
    let site = base().replace(
        SITE,
        "imprint:",
        "base_url: https://stand.example.org/\nlicence: {name: CC BY 4.0, url: \"https://creativecommons.org/licenses/by/4.0/\"}\n\
         contact: {email: hello@example.org}\ncomplaints: {how: Write to us., answered_within_days: 5, then: Somebody else looks.}\nimprint:",
    );
    assert_eq!(site.check(), []);
    assert_eq!(count(&json("2031-04-20", &site, &[]), "publish"), 0);
}

#[test]
fn an_empty_site_and_one_with_errors_are_told_of_as_far_as_that_goes() {
    let empty = SiteFixture::bare().file(SITE, "title: New\nas_of: 2031-04-20\nimprint: {none_because: A test.}\n");
    let told = printed("2031-04-20", &empty, &[]);
    assert!(told.contains("There is no election on record yet"), "{told}");
    let broken = base().replace(BALLOT, "stance: supports", "stance: mumbles");
    let told = printed("2031-04-20", &broken, &[]);
    assert!(told.contains("There are errors in the records: what they hide is missing here."), "{told}");
    assert!(told.contains("1 error keeps the site from being built [errors]"), "{told}");
    assert_eq!(json("2031-04-20", &broken, &[])["may_be_incomplete"], true);
}

#[test]
fn programs_get_stable_keys() {
    let told = json("2031-04-20", &base(), &[]);
    let keys: Vec<&String> = told.as_object().expect("an object").keys().collect();
    let expected =
        ["as_of", "counted_from", "coverage", "errands", "may_be_incomplete", "rounds", "site", "today"].to_vec();
    let mut sorted = keys.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
    let waits = told["errands"].as_array().expect("a list").iter().find(|one| one["kind"] == "no-reply");
    let item = serde_json::json!({
        "what": "Ben Sample, Pond Lane: first-letter, answers by 2031-04-10", "id": "12",
        "file": "candidates/test.2031-05-01/pond-lane.yaml", "line": 20,
    });
    assert_eq!(waits.expect("Ben's")["items"], serde_json::json!([item]));
    let round = serde_json::json!({
        "election": "test.2031-05-01", "id": "first-letter", "date": "2031-03-20", "deadline": "2031-04-10",
        "asked": 2, "answered": 0, "in_part": 1, "waiting": 0, "no_reply": 1, "not_reached": 0,
    });
    assert_eq!(told["rounds"], serde_json::json!([round]));
    let parties: Vec<(&str, u64)> = told["coverage"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|part| part["by"] == "party")
        .map(|part| (part["name"].as_str().expect("a name"), part["known"].as_u64().expect("a count")))
        .collect();
    assert_eq!(parties, [("Harbour Alliance", 1), ("Meadow Party", 0)]);
    let coverage = printed("2031-04-20", &base(), &["--coverage"]);
    assert!(coverage.contains("  party Meadow Party: 1 stand: 1 asked, 0 with an answer on record"), "{coverage}");
}

#[test]
fn the_page_is_private_plain_and_written_whole() {
    let site = base().replace(BALLOT, "name: Ben Sample", "name: \"Ben <b> & 'Sample'\"");
    let ran = on("2031-04-20", &site, &["--html", "status.html"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let page = fs::read_to_string(site.path("status.html")).expect("the page");
    assert!(page.contains("name=\"robots\" content=\"noindex, nofollow\""), "{page}");
    assert!(page.contains("Ben &lt;b&gt; &amp; ") && !page.contains("Ben <b>"), "{page}");
    assert!(!page.contains("<script") && !page.contains("http"), "it asks nobody for anything: {page}");
    let mode = fs::metadata(site.path("status.html")).expect("the page").permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else reads it");
    assert_eq!(on("2031-04-20", &site, &["--html", "status.html"]).exit, Exit::Clean, "again over the old one");
    let site = site.build();
    assert!(!site.path("public/status.html").exists());
}

#[test]
fn the_page_goes_neither_among_the_records_nor_where_the_site_is() {
    let site = base();
    site.hustings().args(["build", "--out", "elsewhere"]).assert().success();
    for file in ["public/x.html", "candidates/x.html", "content/pages/x.html", "themes/x.html", "elsewhere/x.html"] {
        fs::create_dir_all(site.path(file).parent().expect("a folder")).expect("a writable folder");
        let ran = on("2031-04-20", &site, &["--html", file]);
        assert_eq!(ran.exit, Exit::Usage, "{file}: {}", ran.err);
        assert!(ran.err.contains("choose a file elsewhere"), "{}", ran.err);
        assert!(!site.path(file).exists(), "{file}");
    }
    let before = fs::read(site.path(SITE)).expect("the file");
    let ran = on("2031-04-20", &site, &["--html", SITE]);
    assert_eq!(ran.exit, Exit::Environment);
    assert!(ran.err.contains("“hustings status” did not write it"), "{}", ran.err);
    assert_eq!(fs::read(site.path(SITE)).expect("the file"), before);
}

/// What `docs/status.md` shows: the words of each command, with the lines that it prints; “…” stands for any others.
fn shown() -> Vec<(Vec<String>, String)> {
    let page = fs::read_to_string(project().join("docs/status.md")).expect("the page");
    let blocks = page.split("```console\n$ hustings ").skip(1);
    let block = |block: &str| {
        let block = block.split("```").next().expect("a block");
        let (command, lines) = block.split_once('\n').expect("a command");
        (command.split(' ').map(str::to_owned).collect(), lines.to_owned())
    };
    blocks.map(block).collect()
}

#[test]
fn the_documentation_shows_what_is_printed() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let site = dir.path().join("site");
    let made = |name: &str| drop(hustings().arg("init").arg(dir.path().join(name)).assert().success());
    ["site", "last-week"].into_iter().for_each(made);
    let shown = shown();
    assert_eq!(shown.len(), 3, "{shown:?}");
    for (command, lines) in shown {
        if command[0] == "diff" {
            let reply = "record dev meadow no --kind reply --on 2031-04-19 --by pat --yes --where files --quote";
            hustings().arg("-C").arg(&site).args(reply.split(' ')).arg("Keep the meadow green.").assert().success();
        }
        let last_week = dir.path().join("last-week").to_string_lossy().into_owned();
        let words = command.iter().map(|word| word.replace("../last-week", &last_week).into());
        let ran = run_on("2026-11-29", ["hustings".into(), "-C".into(), site.clone().into()].into_iter().chain(words));
        let out = ran.out.replace(&last_week, "../last-week");
        let mut rest = out.as_str();
        for part in lines.split("…\n") {
            let at =
                rest.find(part).unwrap_or_else(|| panic!("{command:?} does not print {part:?}:\n{out}{}", ran.err));
            rest = &rest[at + part.len()..];
        }
    }
}
