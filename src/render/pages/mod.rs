//! Takes what a plan says of a page, gives its title and its view, one file for each kind of page. Never writes HTML.

/// The scorecard of a ballot.
pub mod ballot;
/// Candidates and parties of one’s own choice side by side.
pub mod compare;
/// The corrections.
pub mod corrections;
/// The data files, and data of others.
pub mod data;
/// One document.
pub mod document;
/// The documents that we know of.
pub mod documents;
/// All ballots of an election.
pub mod election;
/// Where a voter finds the ballots.
pub mod find;
/// The page for candidates.
pub mod for_candidates;
/// The glossary.
pub mod glossary;
/// The home page.
pub mod home;
/// How marks are given.
pub mod method;
/// The party lines side by side.
pub mod parties;
/// One party.
pub mod party;
/// One candidacy.
pub mod person;
/// Where postcodes with the same first letters lie.
pub mod postcode_area;
/// Words of a site’s own.
pub mod prose;
/// One question.
pub mod question;
/// All questions.
pub mod questions;
/// A page that only leads on to another.
pub mod redirect;

use serde::Serialize;
use tera::{TeraResult, Value};

use crate::atoms::SitePath;
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::pages::prose::ProseView;
use crate::render::parts::cell::Cells;
use crate::render::parts::prose::{added_prose, html_of, up};

/// The view of a page; `cells` are those of its kind.
pub(crate) fn view_of<'a>(cx: &Context<'a>, path: &SitePath, kind: PageKind, cells: &Cells<'a>) -> TeraResult<Value> {
    let up = &up(cx, path, kind);
    match kind {
        PageKind::Home => ready(&home::view(cx, up)),
        PageKind::Find => ready(&find::view(cx)),
        PageKind::PostcodeArea(a) => ready(&postcode_area::view(cx, &cx.plan.addresses.postcode_areas[a].0)),
        PageKind::Election(e) => ready(&election::view(cx, cx.election(e))),
        PageKind::Ballot(e, b) => ready(&ballot::view(cx, cx.election(e).ballot(b), cells)),
        PageKind::Person(e, b, c) => ready(&person::view(cx, cx.election(e).ballot(b).person(c), cells.of_person(c))),
        PageKind::Parties => ready(&parties::view(cx)),
        PageKind::Party(p) => ready(&party::view(cx, &cx.campaign.parties[p])),
        PageKind::Compare => ready(&compare::view(cx)),
        PageKind::Questions => ready(&questions::view(cx)),
        PageKind::Question(q) => ready(&question::view(cx, &cx.campaign.questions[q], up)),
        PageKind::Documents => ready(&documents::view(cx)),
        PageKind::Document(d) => ready(&document::view(cx, &cx.campaign.documents[d])),
        PageKind::Glossary => ready(&glossary::view(cx)),
        PageKind::ForCandidates => ready(&for_candidates::view(cx, up)),
        PageKind::Method => ready(&method::view(cx, up)),
        PageKind::Corrections => ready(&corrections::view(cx)),
        PageKind::Data => ready(&data::view(cx)),
        PageKind::About | PageKind::Privacy | PageKind::Accessibility | PageKind::Complaints | PageKind::NotFound => {
            ready(&ProseView { body: added_prose(cx, kind, up) })
        }
        PageKind::Prose(p) => ready(&ProseView { body: Some(html_of(cx, &cx.campaign.pages[p].body, up)) }),
    }
}

fn ready(view: &impl Serialize) -> TeraResult<Value> {
    Value::try_from_serializable(view)
}
