//! What is to come, as a file for calendars: read here by a small reader that knows only the standard.

use std::collections::BTreeMap;

use super::{base, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const EVENING: &str = "title: \"Questions, answers; cake\"
date: 2031-04-25
time: \"19:30\"
ballot: test.pond-lane.2031-05-01
access: No steps. Ŷou can ask by post, or send in a question before. ¿Ünd so weiter, ein sehr langer Satz mit äöü, der umbricht?
evidence: [{title: Poster}]
";
const ELECTION: &str = "candidates/test.2031-05-01/election.yaml";

/// The parts of a calendar: of each its names, parameters and all, with their values.
fn parts(file: &str, wanted: &str) -> Vec<BTreeMap<String, String>> {
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{line} has {} bytes", line.len());
    }
    let (mut found, mut open) = (Vec::new(), None::<BTreeMap<String, String>>);
    for line in file.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').expect("a name and a value");
        match (name, value, &mut open) {
            ("BEGIN", of, _) if of == wanted => open = Some(BTreeMap::new()),
            ("END", of, _) if of == wanted => found.extend(open.take()),
            (_, _, Some(part)) => drop(part.insert(name.to_owned(), value.to_owned())),
            _ => {}
        }
    }
    found
}

fn with_dates() -> SiteFixture {
    base().file("content/events/evening.yaml", EVENING).replace(
        ELECTION,
        "fictional: true\n",
        "fictional: true\ndeadlines: [{name: Register to vote, date: 2031-04-14}, {name: Apply for a postal vote, date: 2031-04-23}, {name: Get ID, date: 2031-04}]\n",
    )
}

#[test]
fn what_is_to_come_is_in_the_calendar_and_what_is_over_is_not() {
    let site = rendered(&with_dates().path(""));
    let file = text(&site, "calendar.ics");
    let events = parts(&file, "VEVENT");
    let summaries: Vec<&str> = events.iter().map(|event| event["SUMMARY"].as_str()).collect();
    assert_eq!(summaries[1], "Made up. Questions\\, answers\\; cake");
    assert!(summaries[0].starts_with("Made up. Last day: Apply for a postal vote ("), "{summaries:?}");
    assert!(summaries[2].starts_with("Made up. Polling day: "), "{summaries:?}");
    assert_eq!(summaries.len(), 3);
    let [deadline, evening, polling] = &events[..] else { panic!("{summaries:?}") };
    // The day after the last one ends a whole day.
    assert_eq!((&*deadline["DTSTART;VALUE=DATE"], &*deadline["DTEND;VALUE=DATE"]), ("20310423", "20310424"));
    assert_eq!((&*polling["DTSTART;VALUE=DATE"], &*polling["DTEND;VALUE=DATE"]), ("20310501", "20310502"));
    assert_eq!(evening["DTSTART;TZID=Europe/London"], "20310425T193000");
    assert!(evening["DESCRIPTION"].contains("Ŷou can ask by post\\, or"), "{}", evening["DESCRIPTION"]);
    assert_eq!(evening["LOCATION"], "Pond Lane");
    assert_eq!(evening["UID"], "event-evening@hustings.invalid");
    assert!(events.iter().all(|event| event["DTSTAMP"] == "20310420T000000Z"));
    let zone = &parts(&file, "DAYLIGHT")[0];
    assert_eq!((&*zone["DTSTART"], &*zone["TZOFFSETTO"]), ("19960331T010000", "+0100"));
    for page in ["index.html", "events/index.html"] {
        holds(&text(&site, page), "calendar.ics\">Put these dates into your calendar</a>");
    }
}

#[test]
fn a_deadline_keeps_its_id_when_another_comes_to_stand_before_it() {
    let ids = |site: SiteFixture| -> Vec<String> {
        let events = parts(&text(&rendered(&site.path("")), "calendar.ics"), "VEVENT");
        events.iter().map(|event| event["UID"].clone()).collect()
    };
    let before = ids(with_dates());
    let first = "deadlines: [{name: Ask for a proxy, date: 2031-04-23}, {name: Look, date: 2031-04-22}, ";
    let after = ids(with_dates().replace(ELECTION, "deadlines: [", first));
    assert_eq!(after.len(), before.len() + 2);
    assert!(before.iter().all(|id| after.contains(id)), "{before:?} {after:?}");
    let distinct: std::collections::BTreeSet<_> = after.iter().collect();
    assert_eq!(distinct.len(), after.len());
}

#[test]
fn several_days_are_whole_days_that_say_when_they_begin() {
    let site = with_dates().replace("content/events/evening.yaml", "time:", "until: 2031-04-27\ntime:");
    let events = parts(&text(&rendered(&site.path("")), "calendar.ics"), "VEVENT");
    let evening = &events[1];
    assert_eq!((&*evening["DTSTART;VALUE=DATE"], &*evening["DTEND;VALUE=DATE"]), ("20310425", "20310428"));
    assert!(evening["DESCRIPTION"].starts_with("25 April 2031 to 27 April 2031\\, from 19:30\\n"), "{evening:?}");
}

#[test]
fn times_are_those_of_the_country() {
    for (country, begins, offset) in [
        ("de", "DTSTART;TZID=Europe/Berlin", Some("+0200")),
        ("ie", "DTSTART;TZID=Europe/Dublin", Some("+0100")),
        // Nobody knows of which of its zones.
        ("us", "DTSTART", None),
    ] {
        let site = with_dates().replace("hustings.yaml", "title:", &format!("country: {country}\ntitle:"));
        let file = text(&rendered(&site.path("")), "calendar.ics");
        assert_eq!(parts(&file, "VEVENT")[1][begins], "20310425T193000", "{country}");
        assert_eq!(parts(&file, "DAYLIGHT").first().map(|zone| zone["TZOFFSETTO"].as_str()), offset, "{country}");
    }
}

#[test]
fn each_language_has_its_own_with_the_same_ids() {
    let site = with_dates()
        .replace("hustings.yaml", "title:", "languages: [en, cy]\nbase_url: https://example.org/2031/\ntitle:")
        .replace("content/events/evening.yaml", "evidence:", "translations: {cy: {title: Cwestiynau}}\nevidence:");
    let site = rendered(&site.path(""));
    let (english, welsh) = (text(&site, "calendar.ics"), text(&site, "cy/calendar.ics"));
    let ids = |file: &str| -> Vec<String> { parts(file, "VEVENT").iter().map(|event| event["UID"].clone()).collect() };
    assert_eq!(ids(&english), ids(&welsh));
    assert_eq!(ids(&english)[1], "event-evening@example.org/2031");
    assert_eq!(parts(&welsh, "VEVENT")[1]["SUMMARY"], "Dychmygol. Cwestiynau");
    assert_eq!(parts(&english, "VEVENT")[2]["URL"], "https://example.org/2031/test.2031-05-01/");
    holds(&text(&site, "cy/index.html"), "href=\"calendar.ics\"");
}

#[test]
fn where_nothing_is_to_come_there_is_none() {
    let over = base().replace("hustings.yaml", "as_of: 2031-04-20", "as_of: 2031-05-02");
    let site = rendered(&over.path(""));
    assert!(!site.keys().any(|path| path.as_str().ends_with("calendar.ics")));
    lacks(&text(&site, "index.html"), "calendar");
}
