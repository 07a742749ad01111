use std::collections::BTreeSet;

use jiff::civil::Date;

use super::asked::{Outcome, outcomes};
use super::errand::{Errand, ErrandItem, ErrandKind, counted};
use crate::desk::EnteredMark;
use crate::model::{Election, Event};

/// How many days ahead are told.
const AHEAD: i32 = 7;

/// What falls on a day of the next week, beginning with the day itself.
pub(super) fn errand(
    (elections, events): (&[&Election], &[Event]),
    marks: &[EnteredMark<'_>],
    day: Date,
) -> Option<Errand> {
    let mut dates = BTreeSet::new();
    let mut add = |on: Date, what: String, file: Option<String>| {
        if (0..=AHEAD).contains(&days_until(on, day)) {
            dates.insert((on, what, file));
        }
    };
    for election in elections {
        let file = Some(election.file.to_string());
        add(election.date, format!("polling day ({})", election.name), file.clone());
        for deadline in &election.deadlines {
            if let Some(on) = deadline.date.as_day() {
                add(on, format!("{} ({})", deadline.name.value, election.name), file.clone());
            }
        }
        for ask in election.asks.iter().filter(|ask| ask.date <= day) {
            let waiting = outcomes(election, ask, day).filter(|(_, _, outcome)| *outcome == Outcome::Waiting).count();
            let file = Some(format!("candidates/{}/asks/{}.yaml", election.id, ask.id));
            add(ask.deadline, format!("last day to answer {} ({waiting} waited for)", ask.id), file.clone());
            if let Some(on) = ask.publish_after {
                add(on, format!("replies to {} go on the site", ask.id), file);
            }
        }
    }
    for event in events {
        if let Some(on) = event.date.as_day() {
            add(on, event.title.to_string(), Some(format!("content/events/{}.yaml", event.id)));
        }
    }
    for held in marks.iter().filter(|mark| mark.mark.publish_after.is_some()) {
        if let Some(on) = held.mark.shown_from {
            let what = format!("the answer of {} on {} goes on the site", held.name(), held.topic());
            add(on, what, Some(held.file().to_string()));
        }
    }
    let items = dates.into_iter().map(|(on, what, file)| ErrandItem {
        what: format!("{} ({on}): {what}", in_days(on, day)),
        id: None,
        file,
        line: None,
    });
    let items: Vec<ErrandItem> = items.collect();
    let what = format!("{} in the next {AHEAD} days", counted(items.len(), "date"));
    Errand::of(ErrandKind::Dates, what, "run “hustings as-of” as the days pass", items)
}

fn days_until(on: Date, day: Date) -> i32 {
    (on - day).get_days()
}

fn in_days(on: Date, day: Date) -> String {
    match days_until(on, day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}
