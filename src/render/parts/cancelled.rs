use crate::atoms::Standing;
use crate::messages::{fill, msg};
use crate::model::{Ballot, Election};
use crate::render::context::Context;
use crate::render::parts::phrase;

views! {
    /// That a poll was called off.
    CancelledView<'a> {
        text: String, "That it was, and when, if that is known; or who is elected without a vote";
        reason: Option<&'a str>, "Why";
    }
}

/// That a poll was called off, with when and why as far as they are known; or that no vote is needed.
pub(crate) fn view<'a>(cx: &Context<'a>, election: &Election, ballot: &'a Ballot) -> Option<CancelledView<'a>> {
    let known = ballot.cancellation.as_ref()?;
    let text = match known.date {
        _ if known.uncontested => unopposed(cx, election, ballot),
        Some(date) if date.as_day().is_some() => {
            cx.words.with(msg::BALLOT_CANCELLED_ON, fill::date(cx.words.date(date)))
        }
        Some(date) => cx.words.with(msg::BALLOT_CANCELLED_IN, fill::date(cx.words.date(date))),
        None => cx.words.text(msg::BALLOT_CANCELLED).into_owned(),
    };
    Some(CancelledView { text, reason: known.reason.as_deref() })
}

/// Who is elected without a vote.
fn unopposed(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> String {
    let standing = ballot.candidacies.iter().filter(|candidacy| candidacy.status == Standing::Standing);
    let names: Vec<&str> = standing.map(|candidacy| cx.person_name(ballot, candidacy)).collect();
    let id = if election.is_over { msg::BALLOT_ELECTED_UNOPPOSED_AFTER } else { msg::BALLOT_ELECTED_UNOPPOSED };
    cx.words.with(id, (fill::n(names.len()), fill::names(phrase::names_listed(cx, &names))))
}
