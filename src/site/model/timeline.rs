use std::collections::BTreeMap;

use super::accounts::Account;
use super::content::Event;
use super::corrections::Correction;
use super::types::{Ask, Campaign, Document, Election, Pledge};
use crate::atoms::{DocumentKind, PartialDate};

/// Something of the campaign's memory that has a date.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// When, as exactly as it is on record. What is known to the month or the year alone comes before the days in it.
    pub date: PartialDate,
    /// What.
    pub what: MomentOf<'a>,
}

/// What stands on the timeline.
#[derive(Debug, Clone, Copy)]
pub enum MomentOf<'a> {
    /// Something was claimed, laid down, tried out or reported.
    Account(&'a Account),
    /// A pledge was opened for signatures.
    PledgeOpened(&'a Pledge),
    /// It was closed.
    PledgeClosed(&'a Pledge),
    /// A document appeared.
    Document(&'a Document),
    /// So many documents of a kind appeared in one month, or in a year of which the month is not known; and whether the date of
    /// any was inferred.
    Documents(DocumentKind, usize, bool),
    /// Something to which people can go.
    Event(&'a Event),
    /// People vote.
    PollingDay(&'a Election),
    /// People were asked.
    Asked(&'a Election, &'a Ask),
    /// We put something right.
    Corrected(&'a Correction),
}

impl Campaign {
    /// Whether there is more to remember than elections and documents: a timeline of those would say what other pages say.
    #[must_use]
    pub fn has_timeline(&self) -> bool {
        !self.accounts.is_empty() || !self.pledges.is_empty()
    }

    /// All that has a date, the earliest first; what has one date in the order of its kinds.
    #[must_use]
    pub fn timeline(&self) -> Vec<Moment<'_>> {
        let mut moments: Vec<Moment<'_>> = Vec::new();
        let mut add = |date: Option<PartialDate>, what| moments.extend(date.map(|date| Moment { date, what }));
        for election in &self.elections {
            add(Some(PartialDate::day(election.date)), MomentOf::PollingDay(election));
            for ask in election.asks.iter().filter(|ask| ask.date <= self.site.as_of) {
                add(Some(PartialDate::day(ask.date)), MomentOf::Asked(election, ask));
            }
        }
        self.accounts.iter().for_each(|account| add(account.date, MomentOf::Account(account)));
        for pledge in &self.pledges {
            add(pledge.opened.map(|date| *date), MomentOf::PledgeOpened(pledge));
            let closed = pledge.closed.map(|date| *date).filter(|date| date.latest() <= self.site.as_of);
            add(closed, MomentOf::PledgeClosed(pledge));
        }
        self.content.events.iter().for_each(|event| add(Some(*event.date), MomentOf::Event(event)));
        self.corrections.iter().for_each(|correction| add(Some(*correction.date), MomentOf::Corrected(correction)));
        self.documents_by_month().into_iter().for_each(|(date, what)| add(Some(date), what));
        moments.sort_by_key(|moment| moment.date);
        moments
    }

    /// The documents with a date, those of one kind and month together: there may be thousands.
    fn documents_by_month(&self) -> Vec<(PartialDate, MomentOf<'_>)> {
        let mut months = BTreeMap::<(i16, Option<i8>, DocumentKind), Vec<(PartialDate, &Document)>>::new();
        for document in &self.documents {
            let Some(date) = document.date.map(|date| *date) else { continue };
            months.entry((date.year(), date.month(), document.kind)).or_default().push((date, document));
        }
        let mut moments = Vec::new();
        for ((_, _, kind), of) in months {
            moments.extend(match of[..] {
                [] => None,
                [(date, document)] => Some((date, MomentOf::Document(document))),
                [(first, _), ..] => {
                    let is_inferred = of.iter().any(|(_, document)| document.date_inferred.is_some());
                    Some((first.without_day(), MomentOf::Documents(kind, of.len(), is_inferred)))
                }
            });
        }
        moments
    }
}
