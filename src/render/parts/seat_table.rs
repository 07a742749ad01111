use crate::atoms::Standing;
use crate::messages::{fill, msg};
use crate::model::{Ballot, Candidacy, Cell, Own, PutQuestion};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{LinkView, mark, seats};

views! {
    /// Seats, and what is known of each: a map in words.
    SeatTable<'a> {
        caption: String, "What it shows";
        rows: Vec<SeatRow<'a>>, "The seats, in the election's order";
    }

    /// A seat in a table.
    SeatRow<'a> {
        #[serde(flatten)]
        seat: LinkView<'a>, "Its name and page";
        known: String, "How many of its candidates gave a clear answer, and how many stand";
    }
}

/// The seats of an election in which one of its questions is put, with the answers to it; or all, with those to any.
pub(crate) fn view<'a>(cx: &Context<'a>, at: ElectionAt<'a>, question: Option<&PutQuestion>) -> SeatTable<'a> {
    let caption = if question.is_some() { msg::SEATS_CAPTION } else { msg::SEATS_CAPTION_ANY };
    let ballots = at.ballots().filter(|at| question.is_none_or(|put| put.is_put_in(at.ballot.nation)));
    SeatTable { caption: cx.words.text(caption).into_owned(), rows: ballots.map(|at| row(cx, at, question)).collect() }
}

pub(crate) fn row<'a>(cx: &Context<'a>, at: BallotAt<'a>, question: Option<&PutQuestion>) -> SeatRow<'a> {
    let (n, all) = answered(at.ballot, question);
    SeatRow { seat: seats::seat(cx, at), known: cx.words.with(msg::SEATS_KNOWN, (fill::all(all), fill::n(n))) }
}

/// How many of those who stand gave a clear answer to a question, or to any: own words only, whatever the answer. And how
/// many stand.
pub(crate) fn answered(ballot: &Ballot, question: Option<&PutQuestion>) -> (usize, usize) {
    let clear = |cell: &Cell| matches!(&cell.own, Own::Stance(given) if mark::is_known_answer(&given.mark));
    let gave = |person: &&Candidacy| match question {
        Some(put) => person.cell(put.id()).is_some_and(clear),
        None => person.cells.iter().any(clear),
    };
    let standing = ballot.candidacies.iter().filter(|person| person.status == Standing::Standing);
    (standing.clone().filter(gave).count(), standing.count())
}
