use std::collections::BTreeSet;

use tera::Value;

use crate::atoms::{BallotKind, BallotOrder, Standing};
use crate::country::uk::Gss;
use crate::messages::{Message, fill, msg};
use crate::model::{Ballot, Election, Own, PutQuestion};
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};
use crate::render::pages::{accounts, events};
use crate::render::parts::matrix::{Alike, Head, Rows, Said};
use crate::render::parts::{candidate, figures, lead, leaflets, link, matrix, phrase, polling_day, seats, unknown};
use crate::render::view::list;

/// The scorecard of a ballot.
pub(crate) fn view(cx: &Context<'_>, at: BallotAt<'_>, rows: &Rows) -> Value {
    let BallotAt { election, ballot, .. } = at;
    let (standing, gone): (Vec<_>, Vec<_>) = at.people().partition(|at| at.person.status == Standing::Standing);
    let seats = usize::try_from(ballot.seats).unwrap_or(usize::MAX);
    view! {
        election_link: at.election_page,
        trail: cx.words_of(at.election).text(msg::BALLOT_TRAIL),
        area: cx.ballot_name(election, ballot),
        under: ballot_under(cx, election, ballot, &standing),
        polling_day: polling_day::in_days(cx, election).filter(|_| ballot.cancellation.is_none()),
        lead: lead::of_ballot(cx, election, ballot),
        cancelled: seats::cancelled(cx, election, ballot),
        warning: seats::incomplete(cx, ballot),
        matrix: drawn(cx, at, rows),
        said_title: cx.words.text(said_title(&standing)),
        said: list(standing.iter().filter_map(|at| candidate::said(cx, *at))),
        read: lead::read_of(cx, election, ballot),
        compare: (standing.len() > 1).then(|| link::compare_people(cx, at)),
        letters: at.letters,
        gone: list(gone.into_iter().map(|at| link::to(candidate::gone(cx, at), at.page))),
        leaflets: leaflets::of_ballot(cx, at),
        events: events::of_ballot(cx, ballot),
        accounts: accounts::of_ballot(cx, ballot),
        figures: figures::of_area(cx, election, ballot),
        seats: cx.words.with(seats_message(election, ballot), fill::n(seats)),
        place: phrase::place_name(cx, ballot),
        gss: ballot.gss.as_ref().map(Gss::as_str),
        complete: complete_text(cx, ballot),
    }
}

/// What stands over the words of all: theirs, or where no candidate has spoken, those of their parties.
fn said_title(standing: &[PersonAt<'_>]) -> Message<()> {
    let mut cells = standing.iter().flat_map(|at| &at.person.cells);
    if cells.any(|cell| !matches!(cell.own, Own::Gap(_))) { msg::SAID_TITLE } else { msg::SAID_TITLE_PARTIES }
}

/// The table of a ballot, made of rows that were drawn already.
pub(super) fn drawn(cx: &Context<'_>, at: BallotAt<'_>, rows: &Rows) -> Option<Value> {
    let row = |at: PersonAt<'_>, place: usize, _: &[&PutQuestion]| rows[&at.person.person].get(place).cloned();
    scorecard(cx, at, &row)
}

/// The first lines of a ballot and its scorecard, for a page that shows them too.
pub(crate) fn at_a_glance(cx: &Context<'_>, at: BallotAt<'_>) -> Value {
    let said = |at: PersonAt<'_>| Said {
        none_asked: unknown::none_asked(cx, at.election, at.ballot),
        party: candidate::is_listed(at),
    };
    view! {
        area: cx.ballot_name(at.election, at.ballot),
        link: at.page,
        lead: lead::of_ballot(cx, at.election, at.ballot),
        matrix: scorecard(cx, at, &|at: PersonAt<'_>, _, group: &[&PutQuestion]| {
            Some(matrix::of_person(cx, at, group, said(at)))
        }),
    }
}

/// Gives a candidate's row in the table of a group of questions, by its place among the groups.
type RowOf<'r> = &'r dyn Fn(PersonAt<'_>, usize, &[&PutQuestion]) -> Option<Value>;

/// The table of who stands, in the order of the records, which `under` names: the lists first, then who is on none. Nothing
/// when nobody stands.
fn scorecard(cx: &Context<'_>, at: BallotAt<'_>, row: RowOf<'_>) -> Option<Value> {
    let standing = at.people().filter(|at| at.person.status == Standing::Standing);
    let (listed, alone): (Vec<_>, Vec<_>) = standing.partition(|at| candidate::is_listed(*at));
    let caption = if at.election.is_over { msg::BALLOT_CAPTION_AFTER } else { msg::BALLOT_CAPTION };
    let head = Head {
        caption: cx.words.text(caption),
        corner: msg::BALLOT_CANDIDATE,
        holds: unknown::holds(cx, at.election, at.ballot),
        alike: Alike::of(unknown::checked(at.ballot)),
    };
    let put: Vec<_> = at.election.put_in(at.ballot.nation).collect();
    let bodies = |place, group: &[&PutQuestion]| {
        let rows = |people: &[PersonAt<'_>]| list(people.iter().filter_map(|at| row(*at, place, group)));
        let lists = listed.chunk_by(|one, next| one.person.party.id == next.person.party.id);
        let mut bodies: Vec<Value> = lists.map(|people| list_body(cx, people, group, rows(people))).collect();
        bodies.extend((!alone.is_empty()).then(|| view! { rows: rows(&alone) }));
        bodies
    };
    (!listed.is_empty() || !alone.is_empty()).then(|| matrix::view(cx, &head, &put, bodies))
}

/// A party's list: once for all on it the party's lines as they hold where the ballot is, then who is on it.
fn list_body(cx: &Context<'_>, people: &[PersonAt<'_>], group: &[&PutQuestion], rows: Value) -> Value {
    let notes = vec![cx.words.with(msg::LIST_CANDIDATES, fill::n(people.len()))];
    let head = people.first().map(|at| matrix::of_list(cx, *at, group, notes));
    view! { head, rows }
}

/// Election, date and who stands: how many in all, and how many of them on no list.
fn ballot_under(cx: &Context<'_>, election: &Election, ballot: &Ballot, standing: &[PersonAt<'_>]) -> String {
    let (date, n) = (fill::date(cx.words.day(election.date)), fill::n(standing.len()));
    let listed = standing.iter().filter(|at| candidate::is_listed(**at));
    let lists = listed.clone().map(|at| &at.person.party.id).collect::<BTreeSet<_>>().len();
    let alone = standing.len() - listed.count();
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

fn complete_text(cx: &Context<'_>, ballot: &Ballot) -> String {
    let Some(complete) = &ballot.complete else {
        return cx.words.text(msg::BALLOT_UNKNOWN_COMPLETE).into_owned();
    };
    let source = fill::source(&complete.source);
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
