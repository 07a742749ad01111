//! Takes what a plan says of a page, gives its title and its view, one file for each kind of page. Never writes HTML.

mod ballot;
mod data;
mod document;
mod election;
mod find;
mod for_candidates;
pub(super) mod head;
mod home;
mod lists;
mod method;
mod party;
mod person;
mod postcode_area;
mod question;

use tera::Value;

use crate::atoms::SitePath;
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{Cells, body};

/// What the template of a page is given; `cells` are those of its kind.
pub(super) fn view_of(cx: &Context<'_>, path: &SitePath, kind: PageKind, cells: &Cells) -> Value {
    let up = &body::up(cx, path, kind);
    match kind {
        PageKind::Home => home::view(cx, up),
        PageKind::Find => find::view(cx),
        PageKind::PostcodeArea(a) => postcode_area::view(cx, &cx.plan.addresses.postcode_areas[a].0),
        PageKind::Election(e) => election::view(cx, cx.election(e)),
        PageKind::Ballot(e, b) => ballot::view(cx, cx.election(e).ballot(b), cells),
        PageKind::Person(e, b, c) => {
            person::view(cx, cx.election(e).ballot(b).person(c), cells.get(c).map_or(&[], Vec::as_slice))
        }
        PageKind::Parties => lists::parties(cx),
        PageKind::Party(p) => party::view(cx, &cx.campaign.parties[p]),
        PageKind::Compare => lists::compare(cx),
        PageKind::Questions => lists::questions(cx),
        PageKind::Question(q) => question::view(cx, &cx.campaign.questions[q], up),
        PageKind::Documents => lists::documents(cx),
        PageKind::Document(d) => document::view(cx, &cx.campaign.documents[d]),
        PageKind::Glossary => lists::glossary(cx),
        PageKind::ForCandidates => for_candidates::view(cx, up),
        PageKind::Method => method::view(cx, up),
        PageKind::Corrections => lists::corrections(cx),
        PageKind::Data => data::view(cx),
        PageKind::About | PageKind::Privacy | PageKind::Accessibility | PageKind::Complaints | PageKind::NotFound => {
            view! { body: body::added(cx, kind, up) }
        }
        PageKind::Prose(p) => view! { body: body::html_of(cx, &cx.campaign.pages[p].body, up) },
    }
}
