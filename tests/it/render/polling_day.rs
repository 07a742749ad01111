//! When people vote, counted from the day of the records.

use super::{base, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const ELECTION: &str = "test.2031-05-01/index.html";

/// The pages that say it, of a site whose records are of some day.
fn pages(as_of: &str, site: SiteFixture) -> [String; 2] {
    let site = site.replace("hustings.yaml", "as_of: 2031-04-20", &format!("as_of: {as_of}"));
    let site = rendered(&site.path(""));
    ["index.html", ELECTION].map(|path| text(&site, path))
}

#[test]
fn an_election_ahead_says_how_many_days_were_left_at_the_last_update() {
    for (as_of, said) in [
        ("2031-04-20", "11 days to go at the last update."),
        ("2031-04-30", "one day to go at the last update."),
        ("2031-05-01", "the day of the last update."),
    ] {
        for page in pages(as_of, base()) {
            holds(&page, &format!("Polling day is 1 May 2031: {said}"));
            lacks(&page, "Polls close");
        }
    }
}

#[test]
fn it_says_until_when_people_can_vote_where_that_is_known() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let site = || base().replace(election, "date: 2031-05-01", "date: 2031-05-01\npolls_close: \"22:00\"");
    for page in pages("2031-04-20", site()) {
        holds(&page, "11 days to go at the last update. Polls close at 22:00.");
    }
    let [home, election] = pages("2031-05-02", site());
    lacks(&home, "Polling day");
    lacks(&election, "Polling day");
    holds(&election, "Polls closed at 22:00.");
}
