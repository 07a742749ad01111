use crate::atoms::Standing;
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
            cx.words.with("ballot-cancelled-on", [("date", cx.words.date(date).into())])
        }
        Some(date) => cx.words.with("ballot-cancelled-in", [("date", cx.words.date(date).into())]),
        None => cx.words.text("ballot-cancelled").into_owned(),
    };
    Some(CancelledView { text, reason: known.reason.as_deref() })
}

/// Who is elected without a vote.
fn unopposed(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> String {
    let standing = ballot.candidacies.iter().filter(|candidacy| candidacy.status == Standing::Standing);
    let names: Vec<&str> = standing.map(|candidacy| cx.person_name(ballot, candidacy)).collect();
    let id = if election.is_over { "ballot-elected-unopposed-after" } else { "ballot-elected-unopposed" };
    cx.words.with(id, [("n", names.len().into()), ("names", phrase::names_listed(cx, &names).into())])
}
