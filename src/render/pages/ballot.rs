use tera::Value;

use crate::atoms::{BallotKind, BallotOrder, Standing};
use crate::country::uk::Gss;
use crate::messages::{Message, fill, msg};
use crate::model::{Ballot, Candidacy, Election, Party};
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};
use crate::render::pages::events;
use crate::render::parts::{Cells, candidate, figures, gap, lead, leaflets, link, phrase, question_head, seats};
use crate::render::view::list;

/// The scorecard of a ballot.
pub(crate) fn view(cx: &Context<'_>, at: BallotAt<'_>, cells: &Cells) -> Value {
    let BallotAt { election, ballot, .. } = at;
    let on_list = |person: &Candidacy| ballot.kind == BallotKind::Lists && person.list().is_some();
    let row = |(at, cells): &(PersonAt<'_>, &Vec<Value>)| candidate::row(cx, *at, list(cells.iter().cloned()));
    let people = at.people().zip(cells);
    let (standing, gone): (Vec<_>, Vec<_>) = people.partition(|(at, _)| at.person.status == Standing::Standing);
    let (listed, alone): (Vec<_>, Vec<_>) = standing.into_iter().partition(|(at, _)| on_list(at.person));
    let lists = listed.chunk_by(|(one, _), (next, _)| one.person.party.id == next.person.party.id);
    let lists = lists.map(|list| list_view(cx, at, &list[0].0.person.party, list.iter().map(row).collect()));
    let lists: Vec<Value> = lists.collect();
    let all = alone.len() + listed.len();
    let put = election.put_in(ballot.nation);
    let questions: Vec<_> = put.map(|put| question_head::of(cx, put, put.wording().ask.as_str())).collect();
    let seats = usize::try_from(ballot.seats).unwrap_or(usize::MAX);
    view! {
        election_link: at.election_page,
        trail: cx.words_of(at.election).with(msg::BALLOT_TRAIL, fill::election(cx.election_name(election))),
        area: cx.ballot_name(election, ballot),
        under: ballot_under(cx, election, ballot, lists.len(), (all, alone.len())),
        lead: lead::of_ballot(cx, election, ballot),
        cancelled: seats::cancelled(cx, election, ballot),
        warning: incomplete(cx, ballot),
        size: question_head::size_of_table(questions.len()),
        questions,
        compare: (all > 1).then(|| link::compare_people(cx, at)),
        lists,
        // Who stands, in the order of the records, which `under` names; on a ballot of lists, who is on none.
        rows: list(alone.iter().map(row)),
        gone: list(gone.into_iter().map(|(at, _)| link::to(candidate::gone(cx, at), at.page))),
        leaflets: leaflets::of_ballot(cx, at),
        events: events::of_ballot(cx, ballot),
        figures: figures::of_area(cx, election, ballot),
        past: election.is_over,
        seats: cx.words.with(seats_message(election, ballot), fill::n(seats)),
        place: phrase::place_name(cx, ballot),
        gss: ballot.gss.as_ref().map(Gss::as_str),
        complete: complete_text(cx, ballot),
    }
}

/// A party's list, and once for all on it the party's lines as they hold where the ballot is.
fn list_view(
    cx: &Context<'_>,
    BallotAt { election, ballot, .. }: BallotAt<'_>,
    party: &Party,
    rows: Vec<Value>,
) -> Value {
    let cells = election.put_in(ballot.nation).map(|put| {
        let line = election.party_lines.get(&party.id, ballot.nation, put.id());
        let marks = line.map(|line| gap::of_party(cx, party, line, election.id.as_str()));
        view! { short: put.wording().short, marks: list(marks) }
    });
    view! {
        party: link::party(cx, party),
        count: cx.words.with(msg::LIST_CANDIDATES, fill::n(rows.len())),
        cells: list(cells),
        rows,
    }
}

/// Election, date and who stands: how many in all, and how many of them on no list.
fn ballot_under(
    cx: &Context<'_>,
    election: &Election,
    ballot: &Ballot,
    lists: usize,
    (n, alone): (usize, usize),
) -> String {
    let (date, n) = (fill::date(cx.words.day(election.date)), fill::n(n));
    let name = fill::election(cx.election_beside_day(election));
    match (ballot.kind, ballot.order) {
        (BallotKind::Lists, _) => {
            let blanks = (fill::alone(alone), date, name, fill::lists(lists), n);
            cx.words.with(msg::BALLOT_UNDER_LISTS, blanks)
        }
        (BallotKind::People, Some(BallotOrder::BallotPaper)) => cx.words.with(msg::BALLOT_UNDER_PAPER, (date, name, n)),
        (BallotKind::People, Some(BallotOrder::FamilyName)) => cx.words.with(msg::BALLOT_UNDER_NAME, (date, name, n)),
        (BallotKind::People, None) => cx.words.with(msg::BALLOT_UNDER, (date, name, n)),
    }
}

fn incomplete(cx: &Context<'_>, ballot: &Ballot) -> Option<String> {
    let complete = ballot.complete.as_ref().filter(|complete| !complete.value)?;
    Some(cx.words.with(msg::BALLOT_INCOMPLETE, fill::source(complete.source.as_str())))
}

fn complete_text(cx: &Context<'_>, ballot: &Ballot) -> String {
    let Some(complete) = &ballot.complete else {
        return cx.words.text(msg::BALLOT_UNKNOWN_COMPLETE).into_owned();
    };
    let source = fill::source(complete.source.as_str());
    match complete.date {
        _ if !complete.value => cx.words.with(msg::BALLOT_INCOMPLETE, source),
        Some(date) => cx.words.with(msg::BALLOT_COMPLETE_DATE, (fill::date(cx.words.date(*date)), source)),
        None => cx.words.with(msg::BALLOT_COMPLETE, source),
    }
}

pub(crate) fn title(cx: &Context<'_>, BallotAt { election, ballot, .. }: BallotAt<'_>) -> (String, String) {
    let gaps = || (fill::area(cx.ballot_name(election, ballot)), fill::election(cx.election_name(election)));
    let id = if election.is_over { msg::BALLOT_DESCRIPTION_AFTER } else { msg::BALLOT_DESCRIPTION };
    (cx.words.with(msg::BALLOT_TITLE, gaps()), cx.words.with(id, gaps()))
}

fn seats_message(election: &Election, ballot: &Ballot) -> Message<fill::N> {
    match (ballot.cancellation.is_some(), election.is_over) {
        (true, _) => msg::BALLOT_SEATS_CANCELLED,
        (false, true) => msg::BALLOT_SEATS_AFTER,
        (false, false) => msg::BALLOT_SEATS,
    }
}
