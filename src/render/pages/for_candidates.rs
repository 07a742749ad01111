use std::borrow::Cow;

use crate::messages::{fill, msg};
use crate::model::{Ask, Election};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{LinkView, Up, body, question_head};

views! {
    /// The page for candidates.
    CandidatesView<'a> {
        body: Option<String>, "The site's own words, as HTML";
        elections: Vec<AskedView<'a>>, "What was asked, by election, the latest first";
        open: bool, "Whether an election is ahead, so that an answer can still be sent";
        complaints: LinkView<'a>, "The page on complaints, for when none can";
        checked: String, "How replies are checked";
    }

    /// What was asked in one election.
    AskedView<'a> {
        id: &'a str, "The anchor";
        name: &'a str, "The election's name";
        head: Cow<'a, str>, "What the questions are: asked, still being asked, or only looked at";
        questions: Vec<LinkView<'a>>, "The questions";
        rounds: Vec<String>, "When and how we asked, a sentence each";
        no_rounds: Cow<'a, str>, "That nobody was asked, when there are no rounds";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, up: &Up) -> CandidatesView<'a> {
    let checks = fill::checks(cx.campaign.site.checks_required);
    CandidatesView {
        body: body::added(cx, PageKind::ForCandidates, up),
        elections: cx.campaign.elections.iter().map(|election| asked(cx, election)).collect(),
        open: cx.campaign.elections.iter().any(|election| !election.is_over) && cx.campaign.site.contact.is_some(),
        complaints: LinkView::to(cx.words.text(msg::COMPLAINTS_TITLE), cx.built_in(PageKind::Complaints)),
        checked: cx.words.with(msg::CANDIDATES_CHECKED_TEXT, checks),
    }
}

pub(crate) fn asked<'a>(cx: &Context<'a>, election: &'a Election) -> AskedView<'a> {
    let none = if election.is_over { msg::CANDIDATES_ROUNDS_NONE_AFTER } else { msg::CANDIDATES_ROUNDS_NONE };
    let head = match (election.is_over, election.asks.is_empty()) {
        (false, _) => msg::CANDIDATES_ASKED,
        (true, false) => msg::CANDIDATES_ASKED_AFTER,
        (true, true) => msg::CANDIDATES_ASKED_NONE,
    };
    AskedView {
        head: cx.words.text(head),
        id: election.id.as_str(),
        name: cx.election_name(election),
        questions: question_head::links(cx, election),
        rounds: election.asks.iter().map(|ask| round(cx, ask)).collect(),
        no_rounds: cx.words.text(none),
    }
}

fn round(cx: &Context<'_>, ask: &Ask) -> String {
    let open = cx.campaign.site.as_of <= ask.deadline;
    let id = if open { msg::ROUND_TEXT_OPEN } else { msg::ROUND_TEXT };
    let gaps =
        (fill::date(cx.words.day(ask.date)), fill::deadline(cx.words.day(ask.deadline)), fill::how(ask.how.as_str()));
    let put = (fill::people(ask.people.len()), fill::questions(ask.questions.len()));
    format!("{} {}", cx.words.with(id, gaps), cx.words.with(msg::ROUND_PUT, put))
}
