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
    let description = cx.words.with(msg::EMBED_DESCRIPTION, fill::page(page.as_str()));
    (cx.words.with(msg::EMBED_TITLE, fill::page(page)), description)
}

/// The table of a ballot, with what has to be known to read it.
pub(super) fn of_ballot(cx: &Context<'_>, at: BallotAt<'_>, rows: &Rows) -> Value {
    let BallotAt { election, ballot, .. } = at;
    let day = fill::date(cx.words.day(election.date));
    view! {
        title: cx.ballot_name(election, ballot),
        under: cx.words.with(msg::EMBED_UNDER, (day, fill::election(cx.election_beside_day(election)))),
        cancelled: seats::cancelled(cx, election, ballot),
        warning: seats::incomplete(cx, ballot),
        matrix: ballot::drawn(cx, at, rows),
        elections: list(None::<Value>),
        whole: whole(cx, at.page),
    }
}

/// The tables of a question: parties and candidates, in each election that asks it.
pub(super) fn of_question(cx: &Context<'_>, question: &Question) -> Value {
    let elections = cx.elections().filter_map(|at| {
        let put = at.election.put(&question.id)?;
        let (parties, people) = (question::lines_on(cx, at.election, put), question::people_table(cx, at, put));
        let known = parties.is_some() || people.is_some();
        known.then(|| view! { asked: question_head::asked_as(cx, put), parties, people })
    });
    view! {
        title: &question.ask,
        elections: list(elections),
        whole: whole(cx, cx.question_link(&question.id)),
    }
}

/// The way to the page of which this is a part.
fn whole(cx: &Context<'_>, page: &str) -> Value {
    link::to(cx.words.with(msg::EMBED_WHOLE, fill::site(cx.campaign.site.title.as_str())), page)
}
