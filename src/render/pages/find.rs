use std::borrow::Cow;

use crate::messages::msg;
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{FinderView, LinkView, finder, seats};

views! {
    /// Where a voter finds the ballots.
    FindView<'a> {
        lead: Cow<'a, str>, "By what a ballot can be found here";
        finder: Option<FinderView>, "The box; nothing while there is no ballot";
        elections: Vec<FindElection<'a>>, "The elections, the latest first";
        areas: Vec<LinkView<'a>>, "The first letters of postcodes, each with the page of its areas";
        credits: Vec<&'a str>, "The attribution that the postcodes ask for";
    }

    /// The ways to the ballots of an election that need no script.
    FindElection<'a> {
        name: &'a str, "Its name";
        link: &'a str, "Its page";
        empty: bool, "Whether it has none yet";
        seats: Vec<LinkView<'a>>, "Its ballots, when there are few";
        letters: Vec<LinkView<'a>>, "The letters with which its areas begin";
        places: Vec<LinkView<'a>>, "Its nations and regions";
    }
}

pub(crate) fn title(cx: &Context<'_>) -> (String, String) {
    (cx.words.text(msg::FIND_TITLE).into_owned(), cx.words.text(finder::lead(cx)).into_owned())
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
