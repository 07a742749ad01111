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
