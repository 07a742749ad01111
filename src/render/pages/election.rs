use crate::messages::{fill, msg};
use crate::model::Election;
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{DatedView, Letter, LinkView, MapView, PlaceSeats, deadlines, map, question_head, seats};

views! {
    /// All ballots of an election.
    ElectionView<'a> {
        name: &'a str, "Its name";
        under: String, "The date, and how many ballots of all there are";
        lead: String, "What is here, in large type";
        past: bool, "Whether polling day is over";
        polls_close: Option<String>, "When the polls close, as a sentence";
        boundaries: Option<String>, "The boundaries in force, as a sentence";
        deadlines: Vec<DatedView<'a>>, "Dates that voters must not miss";
        jump: bool, "Whether there are so many ballots that letters to jump to help";
        letters: Vec<Letter<'a>>, "The ballots from A to Z";
        places: Vec<PlaceSeats<'a>>, "The ballots by nation and region, when they lie in more than one";
        map: Option<MapView<'a>>, "Which of all seats are here, on a map";
        questions: Vec<LinkView<'a>>, "The questions";
    }
}

pub(crate) fn title(cx: &Context<'_>, election: &Election) -> (String, String) {
    let id = if election.is_over { msg::ELECTION_DESCRIPTION_AFTER } else { msg::ELECTION_DESCRIPTION };
    let name = cx.election_name(election);
    (name.to_owned(), cx.words.with(id, fill::election(name)))
}

pub(crate) fn view<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> ElectionView<'a> {
    let election = at.election;
    let (date, n) = (fill::date(cx.words.day(election.date)), || fill::n(election.ballots.len()));
    let all = || fill::all(election.ballots_in_all.unwrap_or_default());
    let part = seats::part_only(election);
    let under = match part {
        true => cx.words.with(msg::ELECTION_UNDER_OF, (all(), date, n())),
        false => cx.words.with(msg::ELECTION_UNDER, (date, n())),
    };
    let lead = match (part, election.is_over) {
        (true, _) => cx.words.with(msg::ELECTION_LEAD_SOME, (all(), n())),
        (false, true) => cx.words.text(msg::ELECTION_LEAD_AFTER).into_owned(),
        (false, false) => cx.words.text(msg::ELECTION_LEAD_ALL).into_owned(),
    };
    let polls = if election.is_over { msg::POLLS_CLOSE_AFTER } else { msg::POLLS_CLOSE };
    let boundaries = election.boundaries.as_ref();
    ElectionView {
        name: cx.election_name(election),
        under,
        lead,
        past: election.is_over,
        polls_close: election.polls_close.map(|time| cx.words.with(polls, fill::time(time.to_string()))),
        boundaries: boundaries.map(|set| cx.words.with(msg::ELECTION_BOUNDARIES, fill::set(set.to_string()))),
        deadlines: deadlines::ahead(cx, election),
        jump: election.ballots.len() > seats::FEWEST_FOR_LETTERS,
        letters: seats::letters(cx, at),
        places: seats::places(cx, at),
        map: map::of_seats(cx, at),
        questions: question_head::links(cx, election),
    }
}
