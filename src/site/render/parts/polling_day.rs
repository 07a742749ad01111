use crate::messages::{fill, msg};
use crate::model::Election;
use crate::render::context::Context;

/// When people vote, how many days after the day of the records that is, and when polls close; nothing once it is over.
/// What a poll is that was called off, [`seats::cancelled`](super::seats::cancelled) says in its place.
pub(crate) fn ahead(cx: &Context<'_>, election: &Election) -> Option<String> {
    let days = days_left(cx, election)?;
    let day = cx.words.with(msg::POLLING_DAY, (fill::date(cx.words.day(election.date)), fill::n(days)));
    let closes = election.polls_close.map(|time| cx.words.with(msg::POLLS_CLOSE, fill::time(time.to_string())));
    Some([Some(day), closes].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// How many days after the day of the records that is, beside the day itself; nothing once it is over.
pub(crate) fn in_days(cx: &Context<'_>, election: &Election) -> Option<String> {
    Some(cx.words.with(msg::POLLING_DAYS, fill::n(days_left(cx, election)?)))
}

fn days_left(cx: &Context<'_>, election: &Election) -> Option<usize> {
    let days = cx.campaign.site.as_of.until(election.date).ok().filter(|_| !election.is_over)?;
    usize::try_from(days.get_days()).ok()
}
