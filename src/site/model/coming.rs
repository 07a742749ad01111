use jiff::civil::Date;

use super::{Campaign, Election, Event};
use crate::load::records::DeadlineRecord;

/// Something that is to come on a known day.
#[derive(Debug, Clone, Copy)]
pub struct Coming<'c> {
    /// The day, or the first of several.
    pub date: Date,
    /// What it is.
    pub kind: ComingKind<'c>,
}

/// What is to come.
#[derive(Debug, Clone, Copy)]
pub enum ComingKind<'c> {
    /// An event to which people can go.
    Event(&'c Event),
    /// The last day for something that voters have to do, with how many deadlines of its election before it have its date.
    Deadline(&'c Election, usize, &'c DeadlineRecord),
    /// Polling day.
    Polling(&'c Election),
}

impl Campaign {
    /// What was not over on the day of the records and whose day is known, in order of date.
    #[must_use]
    pub fn coming(&self) -> Vec<Coming<'_>> {
        let as_of = self.site.as_of;
        let events = self.content.events.iter().filter(|event| !event.is_past);
        let events =
            events.filter_map(|event| Some(Coming { date: event.date.as_day()?, kind: ComingKind::Event(event) }));
        let ahead = || self.elections.iter().filter(|election| !election.is_over);
        let deadlines = ahead().flat_map(|election| {
            let numbered = election.deadlines.iter().enumerate();
            numbered.filter_map(move |(at, deadline)| {
                let n = election.deadlines[..at].iter().filter(|one| one.date.value == deadline.date.value).count();
                let date = deadline.date.as_day().filter(|date| *date >= as_of)?;
                Some(Coming { date, kind: ComingKind::Deadline(election, n, deadline) })
            })
        });
        let polls = ahead().map(|election| Coming { date: election.date, kind: ComingKind::Polling(election) });
        let mut coming: Vec<_> = deadlines.chain(events).chain(polls).collect();
        coming.sort_by_key(|coming| coming.date);
        coming
    }
}
