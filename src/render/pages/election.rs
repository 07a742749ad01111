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
    let id = if election.is_over { "election-description-after" } else { "election-description" };
    let name = cx.election_name(election);
    (name.to_owned(), cx.words.with(id, [("election", name.into())]))
}

pub(crate) fn view<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> ElectionView<'a> {
    let election = at.election;
    let gaps = || {
        [
            ("n", election.ballots.len().into()),
            ("all", election.ballots_in_all.unwrap_or_default().into()),
            ("date", cx.words.day(election.date).into()),
        ]
    };
    let part = seats::part_only(election);
    let (under, lead) =
        if part { ("election-under-of", "election-lead-some") } else { ("election-under", "election-lead-all") };
    let lead = if election.is_over && !part { "election-lead-after" } else { lead };
    let polls = if election.is_over { "polls-close-after" } else { "polls-close" };
    let sentence = |id, name, text: String| cx.words.with(id, [(name, text.into())]);
    ElectionView {
        name: cx.election_name(election),
        under: cx.words.with(under, gaps()),
        lead: cx.words.with(lead, gaps()),
        past: election.is_over,
        polls_close: election.polls_close.map(|time| sentence(polls, "time", time.to_string())),
        boundaries: election.boundaries.as_ref().map(|set| sentence("election-boundaries", "set", set.to_string())),
        deadlines: deadlines::ahead(cx, election),
        jump: election.ballots.len() > seats::FEWEST_FOR_LETTERS,
        letters: seats::letters(cx, at),
        places: seats::places(cx, at),
        map: map::of_seats(cx, at),
        questions: question_head::links(cx, election),
    }
}
