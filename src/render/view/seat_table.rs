use serde::Serialize;

use super::mark::is_known_answer;
use super::{LinkView, Source};
use crate::atoms::Standing;
use crate::model::{Ballot, Candidacy, Cell, Own};

/// Seats, and what is known of each: a map in words.
#[derive(Debug, Serialize)]
pub struct SeatTable<'a> {
    /// What it shows.
    pub caption: String,
    /// The seats, in the election's order.
    pub rows: Vec<SeatRow<'a>>,
}

/// A seat in a table.
#[derive(Debug, Serialize)]
pub struct SeatRow<'a> {
    /// Its name and page.
    #[serde(flatten)]
    pub seat: LinkView<'a>,
    /// How many of its candidates gave a clear answer, and how many stand.
    pub known: String,
}

impl<'a> Source<'a> {
    /// All seats of an election, with the answers to one of its questions or to any.
    pub(super) fn seat_table(&self, e: usize, question: Option<usize>) -> SeatTable<'a> {
        let caption = if question.is_some() { "seats-caption" } else { "seats-caption-any" };
        let rows = 0..self.campaign.elections[e].ballots.len();
        SeatTable {
            caption: self.words.text(caption).into_owned(),
            rows: rows.map(|b| self.seat_row((e, b), question)).collect(),
        }
    }

    pub(super) fn seat_row(&self, (e, b): (usize, usize), question: Option<usize>) -> SeatRow<'a> {
        let (n, all) = answered(&self.campaign.elections[e].ballots[b], question);
        SeatRow { seat: self.seat(e, b), known: self.words.with("seats-known", [("n", n.into()), ("all", all.into())]) }
    }
}

/// How many of those who stand gave a clear answer to a question, or to any: own words only, whatever the answer. And how
/// many stand.
pub(super) fn answered(ballot: &Ballot, question: Option<usize>) -> (usize, usize) {
    let clear = |cell: &Cell| matches!(&cell.own, Own::Stance(given) if is_known_answer(&given.mark));
    let gave = |person: &&Candidacy| match question {
        Some(at) => person.cells.get(at).is_some_and(clear),
        None => person.cells.iter().any(clear),
    };
    let standing = ballot.candidacies.iter().filter(|person| person.status == Standing::Standing);
    (standing.clone().filter(gave).count(), standing.count())
}
