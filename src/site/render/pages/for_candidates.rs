use tera::Value;

use crate::messages::{fill, msg};
use crate::model::{Ask, Election};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{Up, body, link, question_head};
use crate::render::view::list;

/// The page for candidates.
pub(crate) fn view(cx: &Context<'_>, up: &Up) -> Value {
    let (site, elections) = (&cx.campaign.site, &cx.campaign.elections);
    view! {
        body: body::added(cx, &PageKind::ForCandidates, up),
        elections: list(elections.iter().map(|election| asked(cx, election))),
        // Whether an answer can still be sent.
        open: elections.iter().any(|election| !election.is_over) && site.contact.is_some(),
        complaints: link::to(cx.words.text(msg::COMPLAINTS_TITLE), cx.built_in(&PageKind::Complaints)),
        checked: cx.words.with(msg::CANDIDATES_CHECKED_TEXT, fill::checks(site.checks_required)),
    }
}

/// What was asked in one election, when and how.
fn asked(cx: &Context<'_>, election: &Election) -> Value {
    let none = if election.is_over { msg::CANDIDATES_ROUNDS_NONE_AFTER } else { msg::CANDIDATES_ROUNDS_NONE };
    let head = match (election.is_over, election.asks.is_empty()) {
        (false, _) => msg::CANDIDATES_ASKED,
        (true, false) => msg::CANDIDATES_ASKED_AFTER,
        (true, true) => msg::CANDIDATES_ASKED_NONE,
    };
    view! {
        head: cx.words.text(head),
        id: election.id.as_str(),
        name: cx.election_name(election),
        questions: question_head::links(cx, election),
        rounds: list(election.asks.iter().map(|ask| round(cx, ask))),
        no_rounds: cx.words.text(none),
    }
}

fn round(cx: &Context<'_>, ask: &Ask) -> String {
    let open = cx.campaign.site.as_of <= ask.deadline;
    let id = if open { msg::ROUND_TEXT_OPEN } else { msg::ROUND_TEXT };
    let gaps = (fill::date(cx.words.day(ask.date)), fill::deadline(cx.words.day(ask.deadline)), fill::how(&ask.how));
    let put = (fill::people(ask.people.len()), fill::questions(ask.questions.len()));
    format!("{} {}", cx.words.with(id, gaps), cx.words.with(msg::ROUND_PUT, put))
}
