use tera::Value;

use super::{ballot, question};
use crate::messages::{fill, msg};
use crate::model::Question;
use crate::render::context::Context;
use crate::render::located::BallotAt;
use crate::render::parts::matrix::Rows;
use crate::render::parts::{link, question_head, seats};
use crate::render::view::list;

/// The title of a page that other sites show, by that of the page of which it is a part, and what it is.
pub(super) fn title(cx: &Context<'_>, page: String) -> (String, String) {
    let description = cx.words.with(msg::EMBED_DESCRIPTION, fill::page(&page));
    (cx.words.with(msg::EMBED_TITLE, fill::page(page)), description)
}

/// The table of a ballot, with what has to be known to read it.
pub(super) fn of_ballot(cx: &Context<'_>, at: BallotAt<'_>, rows: &Rows) -> Value {
    let BallotAt { election, ballot, .. } = at;
    let day = fill::date(cx.words.day(election.date));
    let matrix = ballot::drawn(cx, at, rows);
    view! {
        title: cx.ballot_name(election, ballot),
        under: cx.words.with(msg::EMBED_UNDER, (day, fill::election(cx.election_beside_day(election)))),
        cancelled: seats::cancelled(cx, election, ballot),
        warning: seats::incomplete(cx, ballot),
        nothing: list(matrix.is_none().then(|| cx.words.text(msg::BALLOT_NONE))),
        has_marks: matrix.is_some(),
        matrix,
        elections: list(None::<Value>),
        whole: whole(cx, at.page),
    }
}

/// The tables of a question: parties and candidates, in each election that asks it; or that there is none.
pub(super) fn of_question(cx: &Context<'_>, question: &Question) -> Value {
    let put = cx.elections().filter_map(|at| Some((at, at.election.put(&question.id)?)));
    let tables = put.map(|(at, put)| {
        let asked = question_head::asked_as(cx, put);
        (asked, question::lines_on(cx, at.election, put), question::people_table(cx, at, put))
    });
    let tables: Vec<_> = tables.filter(|(_, parties, people)| parties.is_some() || people.is_some()).collect();
    let none = [
        (msg::QUESTION_LEAD_NONE, tables.iter().any(|(_, parties, _)| parties.is_some())),
        (msg::QUESTION_PEOPLE_NONE, tables.iter().any(|(_, _, people)| people.is_some())),
    ];
    view! {
        title: &question.ask,
        nothing: list(none.into_iter().filter(|(_, is_known)| !is_known).map(|(message, _)| cx.words.text(message))),
        has_marks: !tables.is_empty(),
        elections: list(tables.into_iter().map(|(asked, parties, people)| view! { asked, parties, people })),
        whole: whole(cx, cx.question_link(&question.id)),
    }
}

/// The way to the page of which this is a part.
fn whole(cx: &Context<'_>, page: &str) -> Value {
    link::to(cx.words.with(msg::EMBED_WHOLE, fill::site(&cx.campaign.site.title)), page)
}
