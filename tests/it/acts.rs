//! What the acts of those who keep records have in common: the day that none is named for, and who is meant.

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_at, text};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";

#[track_caller]
fn done_on(day: &str, site: &SiteFixture, words: &[&str]) -> RunOutcome {
    let ran = run_at(day, site, &[words], None);
    assert_eq!(ran.exit, Exit::Clean, "{words:?}: {}", ran.err);
    ran
}

/// Every act for which no day is named, and the lines that say its day.
const ACTS: [(&[&str], &str, &str); 6] = [
    (&["takedown", "ben", "--reason", "He asked us to."], BALLOT, "    takedown:\n      date: DAY\n"),
    (&["confirm", "asha", "pond", "--by", "lee", "--answer", "yes"], BALLOT, "          - {by: lee, date: DAY}\n"),
    (
        &[
            "record",
            "ben",
            "clock",
            "no",
            "--kind",
            "reply",
            "--on",
            "2031-04-18",
            "--by",
            "pat",
            "--quote",
            "No.",
            "--where",
            "here",
        ],
        BALLOT,
        "        entered: DAY\n",
    ),
    (
        &[
            "add",
            "correction",
            "--about",
            "Asha Example",
            "--was",
            "No.",
            "--now",
            "Yes.",
            "--because",
            "We misread it.",
        ],
        "content/corrections.yaml",
        "  - date: DAY\n    about: Asha Example\n",
    ),
    (
        &["read", "harbour-manifesto", "--by", "lee", "--whole", "--found", "none", "--seen", "original"],
        "candidates/documents/harbour-manifesto.yaml",
        "  - by: lee\n    date: DAY\n",
    ),
    (
        &["ask", "reminder", "--paper", "--deadline", "2031-04-27"],
        "candidates/test.2031-05-01/asks/reminder.yaml",
        "date: DAY\n",
    ),
];

#[test]
fn every_act_is_of_today_or_of_the_day_of_records_that_are_ahead_of_the_clock() {
    // The records hold nothing later than the 4th.
    for (today, day) in [("2031-04-19", "2031-04-19"), ("2026-11-29", "2031-04-20"), ("2031-04-03", "2031-04-20")] {
        for (words, file, lines) in ACTS {
            let site = SiteFixture::base();
            done_on(today, &site, words);
            let lines = lines.replace("DAY", day);
            assert!(text(&site, file).contains(&lines), "on {today}, {words:?}: {}", text(&site, file));
        }
    }
}

#[test]
fn whoever_is_named_by_a_part_of_the_name_is_told_in_full_before_anything_is_written() {
    let asha = "This is about Asha Example, Harbour Alliance (11, on test.pond-lane.2031-05-01).\n";
    for words in [
        &["takedown", "ash", "--reason", "She asked us to."][..],
        &["withdraw", "ash"],
        &["rename", "ash", "Asha Sample"],
        &[
            "record",
            "ash",
            "clock",
            "no",
            "--kind",
            "reply",
            "--on",
            "2031-04-18",
            "--by",
            "pat",
            "--quote",
            "No.",
            "--where",
            "here",
        ],
        &["ask", "first-letter", "--outcome", "bounced", "ash"],
    ] {
        let site = SiteFixture::base();
        let before = text(&site, BALLOT);
        let ran = run_at("2031-04-19", &site, &[words], Some("n\n"));
        let (told, asked) = ran.err.split_once("Write this into ").unwrap_or_else(|| panic!("{words:?}: {}", ran.err));
        assert!(told.ends_with(asha) && asked.ends_with("Nothing was written.\n"), "{words:?}: {}", ran.err);
        assert_eq!(text(&site, BALLOT), before);
        let trial = done_on("2031-04-19", &site, &[words, &["--dry-run"]].concat());
        assert!(trial.err.contains("It would be about Asha Example, Harbour Alliance (11, on"), "{}", trial.err);
        assert!(done_on("2031-04-19", &site, &[words, &["--yes"]].concat()).err.contains(asha));
    }
    let party = ["takedown", "pp1", "pond", "--reason", "It asked us to."];
    let ran = done_on("2031-04-19", &SiteFixture::base(), &party);
    assert!(ran.err.contains("This is about Harbour Alliance (pp1, for test.2031-05-01).\n"), "{}", ran.err);
}

#[track_caller]
fn refused(words: &[&str], said: &str) {
    let ran = run_at("2031-04-19", &SiteFixture::base(), &[words], None);
    assert_eq!(ran.exit, Exit::Usage, "{words:?}: {}", ran.err);
    assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
}

#[test]
fn what_is_not_on_record_leads_to_what_is_near() {
    let by_id = |id: &str| format!("did you mean “{id}”? A question or a ballot is named by its whole id");
    refused(&["rename", "clock", "night-clock"], &by_id("town-clock"));
    refused(&["rename", "town-clok", "night-clock"], &by_id("town-clock"));
    refused(&["rename", "clean", "clean-pond"], &by_id("duck-pond"));
    refused(&["rename", "pond-lain", "pond-row"], &by_id("pond-lane"));
    refused(&["rename", "ashaa", "Asha Sample"], "did you mean “Asha”?");
    refused(&["takedown", "asha", "nihgt", "--reason", "So."], "did you mean “night?”?");
    refused(&["takedown", "asha", "pound", "--reason", "So."], "did you mean “pond”?");
    refused(&["add", "candidate", "Cleo Trial", "--party", "harbor"], "did you mean “Harbour”?");
    refused(&["add", "candidate", "Cleo Trial", "--party", "pp1", "--ballot", "laen"], "did you mean “Lane”?");
    refused(&["rename", "nobody-at-all", "Somebody"], "no candidate or party on record fits “nobody-at-all”\n");
}

#[test]
fn a_name_is_one_line() {
    for words in [
        &["rename", "asha"][..],
        &["add", "party"],
        &["add", "checker"],
        &["add", "election", "--date", "2031-05-01"],
        &["add", "ballot"],
        &["add", "candidate", "--party", "pp1"],
        &["add", "party", "Another", "--short-name"],
        &["rename", "asha", "Asha Sample", "--sort-name"],
    ] {
        for name in ["Asha\nSample", "Asha\tSample", "Asha\u{7}Sample"] {
            refused(
                &[words, &[name]].concat(),
                "a name is one line; write it without line breaks, tabs and control characters",
            );
        }
    }
}
