use tera::Value;

use crate::atoms::{BallotKind, Wanted};
use crate::messages::{Message, fill, msg};
use crate::model::{Candidacy, Cell, Own, Score, SupportWithdrawn};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::mark::Depth;
use crate::render::parts::{cell, corrected, entry, link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// The anchor on a person's page of what is known of it.
pub(crate) const SUPPORT: &str = "support";

/// Whether a person stands on a party's list, which says the party and its line once for all on it.
pub(crate) fn is_listed(at: PersonAt<'_>) -> bool {
    at.ballot.kind == BallotKind::Lists && at.person.list().is_some()
}

/// Whether a person's answers stand here: not on another ballot, and not taken off the site.
pub(crate) fn has_answers(cx: &Context<'_>, at: PersonAt<'_>) -> bool {
    at.person.takedown.is_none() && elsewhere(cx, at).is_none()
}

/// What a candidate and their party said, in their words and with where; nothing when neither is known.
pub(crate) fn said(cx: &Context<'_>, at: PersonAt<'_>) -> Option<Value> {
    let person = at.person;
    let listed = is_listed(at);
    let has_more = person.reply.is_some() || person.support_withdrawn.is_some();
    let is_corrected = |cell: &Cell| !corrected::of_answer(cx, at, cell).is_empty();
    let spoke = |cell: &Cell| !matches!(cell.own, Own::Gap(_)) || cell::has_line(cell) && !listed || is_corrected(cell);
    if !has_answers(cx, at) || !person.cells.iter().any(spoke) && !has_more {
        return None;
    }
    let answers = person.cells.iter().filter(|cell| spoke(cell)).map(|cell| {
        // Of those who did not answer the table says so.
        let silent = matches!(cell.own, Own::Gap(_)) && !is_corrected(cell);
        let own = if silent { Vec::new() } else { cell::own_marks(cx, at, cell, Depth::Whole) };
        let line = cell::line_mark(cx, at, cell, Depth::Whole).filter(|_| cell::has_line(cell) && !listed);
        view! { ask: cell.wording().ask, differ: cell::differ(cx, cell), own: list(own), line: list(line) }
    });
    Some(view! {
        name: cx.person_name(at.ballot, person),
        // Without the party's support no cell holds its line.
        support: person.support_withdrawn.as_ref().map(|withdrawn| support(cx, at, withdrawn)),
        description: person.description.as_deref(),
        score: score(cx, person).filter(|_| person.score.is_enough()),
        reply: person.reply.as_ref().map(|reply| entry::reply(cx, reply)),
        answers: list(answers),
    })
}

/// That a person’s party does not support them any more.
fn support(cx: &Context<'_>, at: PersonAt<'_>, withdrawn: &SupportWithdrawn) -> Value {
    let home = format!("{}#{SUPPORT}", at.page);
    view! {
        text: support_text(cx, at.person, withdrawn),
        says: withdrawn.says.as_ref().map(|says| phrase::says(cx, says)),
        source: withdrawn.evidence.first().map(|evidence| entry::source(cx, evidence, &home)),
    }
}

pub(crate) fn support_text(cx: &Context<'_>, person: &Candidacy, withdrawn: &SupportWithdrawn) -> String {
    let gaps = (fill::date(cx.words.date(withdrawn.date)), fill::party(person.party.called()));
    cx.words.with(msg::SUPPORT_WITHDRAWN, gaps)
}

/// Where a person's answers stand, when on another ballot.
pub(crate) fn elsewhere(cx: &Context<'_>, at: PersonAt<'_>) -> Option<Value> {
    let id = at.person.answers_in.as_deref()?;
    let all = cx.candidacies.get(&at.person.person)?;
    let there = all.iter().find(|there| there.election.id == at.election.id && there.ballot.id == *id)?;
    let area = cx.ballot_name(there.election, there.ballot);
    Some(link::to(cx.words.with(msg::ANSWERS_IN, fill::area(area)), there.page))
}

/// How a person's own words compare with what the campaign wants, as counts.
pub(crate) fn score(cx: &Context<'_>, person: &Candidacy) -> Option<String> {
    let takes_side = person.cells.iter().any(|cell| cell.wording().wants != Wanted::None);
    let counts = cx.campaign.site.score && takes_side && person.takedown.is_none();
    counts.then(|| score_text(cx, &person.score, (msg::SCORE_OWN, msg::SCORE_OWN_FEW)))
}

/// A score with the message for one out of enough clear answers.
type Counted = Message<(fill::Agree, fill::Clear, fill::Disagree, fill::Of, fill::Partly)>;

pub(crate) fn score_text(
    cx: &Context<'_>,
    score: &Score,
    (enough, few): (Counted, Message<(fill::Clear, fill::Of)>),
) -> String {
    let (clear, of) = (fill::clear(score.clear), fill::of(score.questions));
    if !score.is_enough() {
        return cx.words.with(few, (clear, of));
    }
    let (agree, disagree) = (fill::agree(score.agree), fill::disagree(score.disagree));
    cx.words.with(enough, (agree, clear, disagree, of, fill::partly(score.partly)))
}

/// The name of somebody who does not stand any more, and why.
pub(crate) fn gone(cx: &Context<'_>, at: PersonAt<'_>) -> String {
    let why = record_words::gone(at.person.status).map(|why| cx.words.text(why)).unwrap_or_default();
    cx.words.with(msg::BALLOT_GONE, (fill::name(cx.person_name(at.ballot, at.person)), fill::why(why)))
}
