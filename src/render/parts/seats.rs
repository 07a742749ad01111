use std::collections::BTreeMap;

use serde::Serialize;

use crate::atoms::language_marks::unmarked;
use crate::atoms::{Nation, Text, slug_of};
use crate::model::{Ballot, Election};
use crate::render::context::Context;
use crate::render::parts::link::LinkView;
use crate::render::parts::phrase::place_name;
use crate::render::parts::seat_table::{SeatRow, seat_row};

/// From how many ballots on the index has letters to jump to.
pub(crate) const FEWEST_FOR_LETTERS: usize = 30;

/// Up to how many ballots the home page lists them itself.
pub(crate) const MOST_AT_HOME: usize = 40;

/// The ballots of one letter.
#[derive(Debug, Serialize)]
pub struct Letter<'a> {
    /// The letter.
    pub letter: String,
    /// The anchor.
    pub id: String,
    /// The ballots.
    pub seats: Vec<LinkView<'a>>,
}

/// The ballots of one region.
#[derive(Debug, Serialize)]
pub struct PlaceSeats<'a> {
    /// Nation and region.
    pub name: String,
    /// The anchor.
    pub id: String,
    /// The ballots, with the answers to any question.
    pub rows: Vec<SeatRow<'a>>,
}

pub(crate) fn seat<'a>(cx: &Context<'a>, e: usize, b: usize) -> LinkView<'a> {
    let election = &cx.campaign.elections[e];
    let ballot = &election.ballots[b];
    let name = cx.ballot_name(election, ballot);
    let link = cx.plan.addresses.ballots[e][b].as_str();
    let id = match &ballot.cancellation {
        None => return LinkView::to(name, link),
        Some(cancellation) if cancellation.uncontested => "ballot-unopposed",
        Some(_) => "ballot-called-off",
    };
    LinkView::to(cx.words.with(id, [("area", name.into())]), link)
}

pub(crate) fn letters<'a>(cx: &Context<'a>, e: usize) -> Vec<Letter<'a>> {
    let mut letters: BTreeMap<char, BTreeMap<_, LinkView<'a>>> = BTreeMap::new();
    for (b, ballot) in cx.campaign.elections[e].ballots.iter().enumerate() {
        let name = slug_of(&unmarked(&ballot.area)).unwrap_or_else(|| ballot.slug.clone());
        let initial = name.as_str().chars().next().unwrap_or('a');
        letters.entry(initial).or_default().insert((name, b), seat(cx, e, b));
    }
    let letters = letters.into_iter().map(|(letter, seats)| Letter {
        letter: letter.to_ascii_uppercase().to_string(),
        id: format!("letter-{letter}"),
        seats: seats.into_values().collect(),
    });
    letters.collect()
}

pub(crate) fn places<'a>(cx: &Context<'a>, e: usize) -> Vec<PlaceSeats<'a>> {
    if !lies_in_many_places(cx, e) {
        return Vec::new();
    }
    let mut places: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let ballots = &cx.campaign.elections[e].ballots;
    for (b, ballot) in ballots.iter().enumerate() {
        places.entry(place_of(ballot)).or_default().push(b);
    }
    let places = places.into_values().zip(1..).map(|(of_place, n)| PlaceSeats {
        id: format!("place-{n}"),
        name: of_place.first().map(|b| place_name(cx, &ballots[*b])).unwrap_or_default(),
        rows: of_place.into_iter().map(|b| seat_row(cx, (e, b), None)).collect(),
    });
    places.collect()
}

/// Whether the ballots of an election lie in more than one nation or region.
pub(crate) fn lies_in_many_places(cx: &Context<'_>, e: usize) -> bool {
    let mut places = cx.campaign.elections[e].ballots.iter().map(place_of);
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
