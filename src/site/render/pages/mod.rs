//! Takes what a plan says of a page, gives its title and its view, one file for each kind of page. Never writes HTML.

mod accounts;
mod ballot;
mod data;
mod diary;
mod document;
mod elected;
mod election;
mod embed;
pub(super) mod events;
mod find;
mod for_candidates;
mod guide;
pub(super) mod head;
mod home;
mod letters;
mod linked;
mod lists;
mod method;
mod party;
mod person;
mod pledge;
mod postcode_area;
mod question;
mod reports;
mod timeline;

use tera::Value;

use crate::atoms::SitePath;
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::matrix::Rows;
use crate::render::parts::{body, plain_words};

/// What the template of a page is given; `rows` are those of the ballot that it shows.
pub(super) fn view_of(cx: &Context<'_>, path: &SitePath, kind: &PageKind, rows: &Rows) -> Value {
    let up = &body::up(cx, path, kind);
    match kind {
        PageKind::Home => home::view(cx, up),
        PageKind::Find => find::view(cx),
        PageKind::PostcodeArea(area) => postcode_area::view(cx, area),
        PageKind::Election(id) => election::view(cx, cx.election(id)),
        PageKind::Elected(id) => elected::view(cx, cx.election(id)),
        PageKind::Ballot(election, name) => ballot::view(cx, cx.election(election).ballot(name), rows),
        PageKind::Person(election, ballot, id) => person::view(cx, cx.election(election).ballot(ballot).person(id)),
        PageKind::Parties => lists::parties(cx),
        PageKind::Party(id) => party::view(cx, &cx.campaign.parties[id]),
        PageKind::Compare => lists::compare(cx),
        PageKind::Questions => lists::questions(cx),
        PageKind::Question(id) => question::view(cx, &cx.campaign.questions[id], up),
        PageKind::BallotEmbed(election, name) => embed::of_ballot(cx, cx.election(election).ballot(name), rows),
        PageKind::QuestionEmbed(id) => embed::of_question(cx, &cx.campaign.questions[id]),
        PageKind::Documents => lists::documents(cx),
        PageKind::Document(id) => document::view(cx, &cx.campaign.documents[id]),
        PageKind::Glossary => lists::glossary(cx),
        PageKind::ForCandidates => for_candidates::view(cx, up),
        PageKind::Method => method::view(cx, up),
        PageKind::Corrections => lists::corrections(cx),
        PageKind::Leaflets => diary::view(cx),
        PageKind::Events => events::view(cx),
        PageKind::Guides => guide::list_of_all(cx),
        PageKind::Guide(id, part) => guide::view(cx, &cx.campaign.content.guides[id], part.as_ref(), up),
        PageKind::Accounts => accounts::list_of_all(cx),
        PageKind::Account(id) => accounts::view(cx, &cx.campaign.accounts[id]),
        PageKind::Pledges => pledge::all(cx),
        PageKind::Pledge(id) => pledge::view(cx, &cx.campaign.pledges[id]),
        PageKind::Timeline => timeline::view(cx),
        PageKind::Letters => letters::list_of_all(cx),
        PageKind::Letter(id) => letters::view(cx, &cx.campaign.letters[id]),
        PageKind::BallotLetters(election, name) => letters::on_ballot(cx, cx.election(election).ballot(name)),
        PageKind::Reports => reports::view(cx),
        PageKind::ReportForm => reports::form(cx),
        PageKind::Data => data::view(cx),
        PageKind::Accessibility => {
            let in_easy_read = plain_words::in_easy_read(cx, |kind| head::title(cx, kind).0);
            view! { body: body::added(cx, kind, up), in_easy_read }
        }
        PageKind::About | PageKind::Privacy | PageKind::Complaints | PageKind::NotFound => {
            view! { body: body::added(cx, kind, up) }
        }
        PageKind::Prose(id) => view! { body: body::html_of(cx, kind, &cx.campaign.content.pages[id].body, up) },
    }
}
