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
use crate::render::parts::cell::Cells;
use crate::render::parts::prose::{ProseView, added, prose, up};

/// The name of a page's template, the name under which it is given its view, and the view.
#[derive(Debug)]
pub struct Page {
    /// The template.
    pub template: &'static str,
    /// The name of the view in the template.
    pub name: &'static str,
    /// The view.
    pub view: Value,
}

/// The template and the view of a page; `cells` are those of its kind.
pub(crate) fn page_of<'a>(cx: &Context<'a>, path: &SitePath, kind: PageKind, cells: &Cells<'a>) -> TeraResult<Page> {
    let up = &up(cx, path, kind);
    Ok(match kind {
        PageKind::Home => page("home.html", "home", &home::view(cx, up))?,
        PageKind::Find => page("find.html", "find", &find::view(cx))?,
        PageKind::PostcodeArea(a) => page("postcode-area.html", "area", &postcode_area::view(cx, a))?,
        PageKind::Election(e) => page("election.html", "election", &election::view(cx, e))?,
        PageKind::Ballot(e, b) => page("ballot.html", "ballot", &ballot::view(cx, e, b, cells))?,
        PageKind::Person(e, b, c) => page("person.html", "person", &person::view(cx, (e, b, c), cells))?,
        PageKind::Parties => page("parties.html", "parties", &parties::view(cx))?,
        PageKind::Party(p) => page("party.html", "party", &party::view(cx, p))?,
        PageKind::Compare => page("compare.html", "compare", &compare::view(cx))?,
        PageKind::Questions => page("questions.html", "questions", &questions::view(cx))?,
        PageKind::Question(q) => page("question.html", "question", &question::view(cx, q, up))?,
        PageKind::Document(d) => page("document.html", "document", &document::view(cx, d))?,
        PageKind::Documents => page("documents.html", "documents", &documents::view(cx))?,
        PageKind::Glossary => page("glossary.html", "glossary", &glossary::view(cx))?,
        PageKind::ForCandidates => page("for-candidates.html", "candidates", &for_candidates::view(cx, up))?,
        PageKind::Method => page("method.html", "method", &method::view(cx, up))?,
        PageKind::Corrections => page("corrections.html", "corrections", &corrections::view(cx))?,
        PageKind::Data => page("data.html", "data", &data::view(cx))?,
        PageKind::About => page("about.html", "prose", &added(cx, kind, up))?,
        PageKind::Privacy => page("privacy.html", "prose", &added(cx, kind, up))?,
        PageKind::Accessibility => page("accessibility.html", "prose", &added(cx, kind, up))?,
        PageKind::Complaints => page("complaints.html", "prose", &added(cx, kind, up))?,
        PageKind::NotFound => page("404.html", "prose", &ProseView { body: None })?,
        PageKind::Prose(p) => {
            let body = Some(prose(cx, &cx.campaign.pages[p].body, up));
            page("page.html", "prose", &ProseView { body })?
        }
    })
}

fn page(template: &'static str, name: &'static str, view: &impl Serialize) -> TeraResult<Page> {
    Ok(Page { template, name, view: Value::try_from_serializable(view)? })
}
