use std::borrow::Cow;

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
    let checks = [("checks", cx.campaign.site.checks_required.into())];
    CandidatesView {
        body: body::added(cx, PageKind::ForCandidates, up),
        elections: cx.campaign.elections.iter().map(|election| asked(cx, election)).collect(),
        open: cx.campaign.elections.iter().any(|election| !election.is_over) && cx.campaign.site.contact.is_some(),
        complaints: LinkView::to(cx.words.text("complaints-title"), cx.built_in(PageKind::Complaints)),
        checked: cx.words.with("candidates-checked-text", checks),
    }
}

pub(crate) fn asked<'a>(cx: &Context<'a>, election: &'a Election) -> AskedView<'a> {
    let none = if election.is_over { "candidates-rounds-none-after" } else { "candidates-rounds-none" };
    let head = match (election.is_over, election.asks.is_empty()) {
        (false, _) => "candidates-asked",
        (true, false) => "candidates-asked-after",
        (true, true) => "candidates-asked-none",
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
    let id = if open { "round-text-open" } else { "round-text" };
    let gaps = [
        ("how", ask.how.as_str().into()),
        ("date", cx.words.day(ask.date).into()),
        ("deadline", cx.words.day(ask.deadline).into()),
    ];
    let put = [("people", ask.people.len().into()), ("questions", ask.questions.len().into())];
    format!("{} {}", cx.words.with(id, gaps), cx.words.with("round-put", put))
}
