use std::borrow::Cow;

use serde::Serialize;

use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{FinderView, LinkView, finder, seats};

/// Where a voter finds the ballots.
#[derive(Debug, Serialize)]
pub struct FindView<'a> {
    /// By what a ballot can be found here.
    pub lead: Cow<'a, str>,
    /// The box; nothing while there is no ballot.
    pub finder: Option<FinderView>,
    /// The elections, the latest first.
    pub elections: Vec<FindElection<'a>>,
    /// The first letters of postcodes, each with the page of its areas.
    pub areas: Vec<LinkView<'a>>,
    /// The attribution that the postcodes ask for.
    pub credits: Vec<&'a str>,
}

/// The ways to the ballots of an election that need no script.
#[derive(Debug, Serialize)]
pub struct FindElection<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its page.
    pub link: &'a str,
    /// Whether it has none yet.
    pub empty: bool,
    /// Its ballots, when there are few.
    pub seats: Vec<LinkView<'a>>,
    /// The letters with which its areas begin.
    pub letters: Vec<LinkView<'a>>,
    /// Its nations and regions.
    pub places: Vec<LinkView<'a>>,
}

pub(crate) fn title(cx: &Context<'_>) -> (String, String) {
    (cx.words.text("find-title").into_owned(), cx.words.text(finder::lead(cx)).into_owned())
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> FindView<'a> {
    let areas = cx.plan.addresses.postcode_areas.iter();
    FindView {
        lead: cx.words.text(finder::lead(cx)),
        finder: finder::view(cx),
        elections: cx.elections().map(|at| find_election(cx, at)).collect(),
        areas: areas.map(|(area, path)| LinkView::to(area.as_str(), path.as_str())).collect(),
        credits: finder::credits(cx),
    }
}

fn find_election<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> FindElection<'a> {
    let n = at.election.ballots.len();
    let few = n <= seats::MOST_AT_HOME;
    let anchor = |text: String, id: &str| LinkView::to(text, format!("{}#{id}", at.page));
    let letters = if few || n <= seats::FEWEST_FOR_LETTERS { Vec::new() } else { seats::letters(cx, at) };
    let places = if few { Vec::new() } else { seats::places(cx, at) };
    FindElection {
        name: cx.election_name(at.election),
        link: at.page,
        empty: n == 0,
        seats: at.ballots().filter(|_| few).map(|ballot| seats::seat(cx, ballot)).collect(),
        letters: letters.into_iter().map(|letter| anchor(letter.letter, &letter.id)).collect(),
        places: places.into_iter().map(|place| anchor(place.name, &place.id)).collect(),
    }
}
