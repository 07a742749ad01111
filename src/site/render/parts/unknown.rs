//! What is said where nothing is known.

use super::mark::Checked;
use super::matrix::Said;
use super::{brief, cell};
use crate::atoms::{PartialDate, Standing};
use crate::messages::{fill, msg};
use crate::model::{Ballot, Candidacy, Cell, Election, Gap, Own};
use crate::render::context::Context;

/// Whether nobody on a ballot was asked any of its questions.
pub(crate) fn none_asked(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> bool {
    let put: Vec<_> = election.put_in(ballot.nation).collect();
    let mut sent = election.asks.iter().filter(|ask| ask.date <= cx.campaign.site.as_of);
    !sent.any(|ask| {
        put.iter().any(|put| ask.puts(put.id(), put.version)) && standing(ballot).any(|one| ask.reaches(&one.person))
    })
}

/// What holds of all rows of a ballot: that nobody was asked.
pub(crate) fn holds(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> Option<String> {
    let is_said = election.put_in(ballot.nation).next().is_some() && none_asked(cx, election, ballot);
    let message = if election.is_over { msg::HOLDS_NONE_ASKED_AFTER } else { msg::HOLDS_NONE_ASKED };
    is_said.then(|| cx.words.with(message, fill::all(standing(ballot).count())))
}

/// How far what is known of the candidates of a ballot is checked.
pub(crate) fn checked(ballot: &Ballot) -> impl Iterator<Item = Checked> {
    standing(ballot).flat_map(|person| &person.cells).flat_map(cell::checked)
}

/// Why nothing is known of these cells of a person; nothing where something is.
pub(crate) fn why(cx: &Context<'_>, election: &Election, cells: &[&Cell], said: Said) -> Option<String> {
    if cells.is_empty() {
        return None;
    }
    let mut gaps: Vec<(&Gap, usize)> = Vec::new();
    for cell in cells {
        let Own::Gap(gap) = &cell.own else { return None };
        if cell::has_line(cell) && !said.party {
            return None;
        }
        match gaps.iter_mut().find(|(known, _)| *known == gap) {
            Some((_, n)) => *n += 1,
            None => gaps.push((gap, 1)),
        }
    }
    let is_said = |gap: &Gap| said.none_asked && matches!(gap, Gap::NotAsked | Gap::NotChecked);
    let own = gaps.into_iter().filter(|(gap, _)| !is_said(gap));
    let own: Vec<String> = own.map(|(gap, n)| of_gap(cx, election, gap, (n, cells.len()))).collect();
    let line = match cells.iter().any(|cell| cell.party.is_some()) {
        _ if said.party => None,
        true => Some(msg::ROW_LINE_UNREAD),
        false => own.is_empty().then_some(msg::ROW_NO_LINE),
    };
    let line = line.map(|line| cx.words.text(line).into_owned());
    Some(own.into_iter().chain(line).collect::<Vec<_>>().join(" "))
}

fn of_gap(cx: &Context<'_>, election: &Election, gap: &Gap, (n, all): (usize, usize)) -> String {
    let brief = |day| brief::date(cx, election, PartialDate::day(day), false);
    let day = |day| fill::date(brief(day));
    match gap {
        Gap::BeingChecked => cx.words.with(msg::ROW_BEING_CHECKED, fill::n(n)),
        Gap::NoReply { asked, .. } if n == all => cx.words.with(msg::ROW_NO_REPLY, (fill::all(all), day(*asked))),
        Gap::NoReply { asked, .. } => cx.words.with(msg::ROW_NO_REPLY_SOME, (day(*asked), fill::n(n))),
        Gap::Waiting { asked, deadline } => {
            let (asked, deadline) = (fill::asked(brief(*asked)), fill::deadline(brief(*deadline)));
            match n == all {
                true => cx.words.with(msg::ROW_WAITING, (asked, deadline)),
                false => cx.words.with(msg::ROW_WAITING_SOME, (asked, deadline, fill::n(n))),
            }
        }
        Gap::NotReached { asked, .. } => cx.words.with(msg::ROW_NOT_REACHED, day(*asked)),
        Gap::NotAsked if n < all && election.is_over => cx.words.with(msg::ROW_NOT_ASKED_SOME_AFTER, fill::n(n)),
        Gap::NotAsked if n < all => cx.words.with(msg::ROW_NOT_ASKED_SOME, fill::n(n)),
        Gap::NotAsked if election.is_over => cx.words.text(msg::ROW_NOT_ASKED_AFTER).into_owned(),
        Gap::NotAsked => cx.words.text(msg::ROW_NOT_ASKED).into_owned(),
        Gap::NotChecked => cx.words.text(msg::ROW_NOT_CHECKED).into_owned(),
    }
}

fn standing(ballot: &Ballot) -> impl Iterator<Item = &Candidacy> {
    ballot.candidacies.iter().filter(|person| person.status == Standing::Standing)
}
