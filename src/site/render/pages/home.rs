use tera::Value;

use super::{ballot, events, find};
use crate::atoms::{Standing, Text};
use crate::messages::{fill, msg};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::answers::{self, Answers, Who};
use crate::render::parts::{Up, body, changes, formats, polling_day, question_head, seats};
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>) -> (String, String) {
    let site = &cx.campaign.site;
    let lead = || cx.words.text(msg::HOME_LEAD).into_owned();
    let told = |text: &Text| cx.words.told(text).into_owned();
    (told(&site.title), site.description.as_ref().map_or_else(lead, |text| told(text)))
}

/// The home page: the elections, and of the latest its questions or how many parties say what on each.
pub(crate) fn view(cx: &Context<'_>, up: &Up) -> Value {
    let latest = cx.elections().next();
    // A site about one ballot shows it at once.
    let mut ballots = cx.elections().flat_map(ElectionAt::ballots);
    let only = ballots.next().filter(|_| ballots.next().is_none());
    view! {
        elections: list(cx.elections().map(|at| home_election(cx, at))),
        finder: find::finder(cx),
        body: body::added(cx, &PageKind::Home, up),
        questions: latest.map(|at| question_head::links(cx, at.election)),
        answers: latest.filter(|_| only.is_none()).map(|at| answers(cx, at)),
        ballot: only.map(|at| ballot::at_a_glance(cx, at)),
        changes: changes::latest(cx),
    }
}

fn home_election(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    let election = at.election;
    let n = election.ballots.len();
    let name = fill::election(cx.election_name(election));
    let find = if seats::part_only(election) {
        let all = fill::all(election.ballots_in_all.unwrap_or_default());
        cx.words_of(election).with(msg::HOME_FIND_OF, (all, name, fill::n(n)))
    } else {
        cx.words_of(election).with(msg::HOME_FIND_TEXT, (name, fill::n(n)))
    };
    // All seats, when there are few.
    let seats = at.ballots().filter(|_| n <= seats::MOST_AT_HOME);
    view! {
        name: cx.election_name(election),
        date: cx.words.day(election.date),
        polling_day: polling_day::ahead(cx, election),
        find,
        link: at.page,
        seats: list(seats.map(|ballot| seats::seat(cx, ballot))),
        deadlines: seats::deadlines(cx, election),
        calendar: events::calendar(cx).filter(|_| !election.is_over),
        formats: formats::of_parties(cx, election),
    }
}

/// Who says what in an election, a line for each question: the parties, or where no line of theirs is clear the candidates.
fn answers(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    list(at.election.questions.iter().filter_map(|put| {
        let parties = Answers::of_parties(cx, at.election, put);
        let people = || at.ballots().flat_map(BallotAt::people).filter(|at| at.person.status == Standing::Standing);
        let (known, whose) = match parties.are_known() {
            true => (parties, msg::GLANCE_PARTIES),
            false => {
                let named = people().map(|at| (cx.person_name(at.ballot, at.person), at.person));
                (Answers::of_people(cx, named, put), msg::GLANCE_PEOPLE)
            }
        };
        let text = || cx.words.with(whose, fill::text(known.text(cx, Who::of(known.names()))));
        known.are_known().then(|| answers::line(cx, put, text()))
    }))
}
