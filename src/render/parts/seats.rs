use std::collections::BTreeMap;

use crate::atoms::language_marks::unmarked;
use crate::atoms::{Nation, Text, slug_of};
use crate::messages::{fill, msg};
use crate::model::{Ballot, Election};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{LinkView, SeatRow, phrase, seat_table};

/// From how many ballots on the index has letters to jump to.
pub(crate) const FEWEST_FOR_LETTERS: usize = 30;

/// Up to how many ballots the home page lists them itself.
pub(crate) const MOST_AT_HOME: usize = 40;

views! {
    /// The ballots of one letter.
    Letter<'a> {
        letter: String, "The letter";
        id: String, "The anchor";
        seats: Vec<LinkView<'a>>, "The ballots";
    }

    /// The ballots of one region.
    PlaceSeats<'a> {
        name: String, "Nation and region";
        id: String, "The anchor";
        rows: Vec<SeatRow<'a>>, "The ballots, with the answers to any question";
    }
}

/// A ballot by its area, and that its poll was called off.
pub(crate) fn seat<'a>(cx: &Context<'a>, at: BallotAt<'a>) -> LinkView<'a> {
    let name = cx.ballot_name(at.election, at.ballot);
    let id = match &at.ballot.cancellation {
        None => return LinkView::to(name, at.page),
        Some(cancellation) if cancellation.uncontested => msg::BALLOT_UNOPPOSED,
        Some(_) => msg::BALLOT_CALLED_OFF,
    };
    LinkView::to(cx.words.with(id, fill::area(name)), at.page)
}

pub(crate) fn letters<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> Vec<Letter<'a>> {
    let mut letters: BTreeMap<char, BTreeMap<_, LinkView<'a>>> = BTreeMap::new();
    for (b, at) in at.ballots().enumerate() {
        let name = slug_of(&unmarked(&at.ballot.area)).unwrap_or_else(|| at.ballot.slug.clone());
        let initial = name.as_str().chars().next().unwrap_or('a');
        letters.entry(initial).or_default().insert((name, b), seat(cx, at));
    }
    let letters = letters.into_iter().map(|(letter, seats)| Letter {
        letter: letter.to_ascii_uppercase().to_string(),
        id: format!("letter-{letter}"),
        seats: seats.into_values().collect(),
    });
    letters.collect()
}

/// The ballots of an election by nation and region; none when they all lie in one.
pub(crate) fn places<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> Vec<PlaceSeats<'a>> {
    if !lies_in_many_places(at.election) {
        return Vec::new();
    }
    let mut places: BTreeMap<_, Vec<BallotAt<'a>>> = BTreeMap::new();
    for at in at.ballots() {
        places.entry(place_of(at.ballot)).or_default().push(at);
    }
    let places = places.into_values().zip(1..).map(|(of_place, n)| PlaceSeats {
        id: format!("place-{n}"),
        name: of_place.first().map(|at| phrase::place_name(cx, at.ballot)).unwrap_or_default(),
        rows: of_place.into_iter().map(|at| seat_table::row(cx, at, None)).collect(),
    });
    places.collect()
}

/// Whether the ballots of an election lie in more than one nation or region.
pub(crate) fn lies_in_many_places(election: &Election) -> bool {
    let mut places = election.ballots.iter().map(place_of);
    places.next().is_some_and(|first| places.any(|other| other != first))
}

/// The nation and the region of a ballot.
fn place_of(ballot: &Ballot) -> (Option<Nation>, Option<&Text>) {
    (ballot.nation, ballot.region.as_ref())
}

/// Whether an election has more ballots than are on record here.
pub(crate) fn part_only(election: &Election) -> bool {
    election.ballots_in_all.is_some_and(|all| usize::try_from(all).is_ok_and(|all| all > election.ballots.len()))
}
