use tera::Value;

use crate::messages::{fill, msg};
use crate::model::Election;
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{elected, lead, link, map, polling_day, question_head, seats};
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>, election: &Election) -> (String, String) {
    let id = if election.is_over { msg::ELECTION_DESCRIPTION_AFTER } else { msg::ELECTION_DESCRIPTION };
    let name = cx.election_name(election);
    let description = cx.words_of(election).with(id, fill::election(&*name));
    (name.into_owned(), description)
}

/// All ballots of an election.
pub(crate) fn view(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    let election = at.election;
    let words = cx.words_of(election);
    let (date, n) = (fill::date(cx.words.day(election.date)), || fill::n(election.ballots.len()));
    let all = || fill::all(election.ballots_in_all.unwrap_or_default());
    let part = seats::part_only(election);
    let under = match part {
        true => words.with(msg::ELECTION_UNDER_OF, (all(), date, n())),
        false => words.with(msg::ELECTION_UNDER, (date, n())),
    };
    let lead = match (part, election.is_over) {
        (true, _) => words.with(msg::ELECTION_LEAD_SOME, (all(), n())),
        (false, true) => words.text(msg::ELECTION_LEAD_AFTER).into_owned(),
        (false, false) => words.text(msg::ELECTION_LEAD_ALL).into_owned(),
    };
    let closed = election.polls_close.filter(|_| election.is_over);
    let boundaries = election.boundaries.as_ref();
    view! {
        name: cx.election_name(election),
        under,
        lead,
        elected: at.elected.map(|page| elected(cx, at, page)),
        past: election.is_over,
        polling_day: polling_day::ahead(cx, election),
        polls_closed: closed.map(|time| cx.words.with(msg::POLLS_CLOSE_AFTER, fill::time(time.to_string()))),
        boundaries: boundaries.map(|set| cx.words.with(msg::ELECTION_BOUNDARIES, fill::set(set))),
        deadlines: seats::deadlines(cx, election),
        none: election.ballots.is_empty(),
        // Few ballots in one table; many folded by letter, and again by place.
        table: (!seats::is_folded(election)).then(|| seats::table(cx, at)),
        letters: list(seats::letters(at).into_iter().map(|group| group.rows(cx))),
        places: list(seats::places(cx, at).into_iter().map(|group| group.links(cx))),
        map: map::of_seats(cx, at),
        questions: question_head::links(cx, election),
    }
}

/// What those elected had said, as long as there are few questions, and where all of it is.
fn elected(cx: &Context<'_>, at: ElectionAt<'_>, page: &str) -> Value {
    let elected = elected::of_election(at);
    let few = at.election.questions.len() <= lead::MOST_LINES;
    let questions = if few { elected::lead(cx, at.election, &elected) } else { list(None::<Value>) };
    let all = cx.words.with(msg::ELECTED_ALL, fill::n(elected.len()));
    view! { lead: view! { questions: questions }, link: link::to(all, page) }
}
