//! Takes what a plan says of a page, gives its title and its view, one file for each kind of page. Never writes HTML.

mod ballot;
mod compare;
mod corrections;
mod data;
mod document;
mod documents;
mod election;
mod find;
mod for_candidates;
mod glossary;
pub(crate) mod head;
mod home;
mod method;
mod parties;
mod party;
mod person;
mod postcode_area;
mod prose;
mod question;
mod questions;
pub(crate) mod redirect;

pub use ballot::{BallotView, ListView};
pub use compare::{CompareView, ElectionItem};
pub use corrections::{CorrectionView, CorrectionsView};
pub use data::{DataFile, DataView, ImportedView};
pub use document::{DocumentView, PictureView};
pub use documents::{DocumentItem, DocumentsView, ElectionDocuments};
pub use election::ElectionView;
pub use find::{FindElection, FindView};
pub use for_candidates::{AskedView, CandidatesView};
pub use glossary::{GlossaryView, TermView};
pub use head::{LanguageLink, PageView};
pub use home::{HomeElection, HomeView};
pub use method::{MeaningView, MethodView};
pub use parties::PartiesView;
pub use party::{PartyAnswer, PartyElection, PartyPage};
pub use person::{AnswerView, PersonView, WithdrawnView};
pub use postcode_area::{OutcodeView, PostcodeAreaView};
pub use prose::ProseView;
pub use question::{PeopleTable, PersonRow, QuestionPage, SoughtView};
pub use questions::{QuestionItem, QuestionsView};
pub use redirect::RedirectView;

use serde::Serialize;
use tera::{TeraResult, Value};

use crate::atoms::SitePath;
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{Cells, body};

/// The view of a page; `cells` are those of its kind.
pub(crate) fn view_of<'a>(
    cx: &Context<'a>,
    path: &SitePath,
    kind: PageKind,
    cells: &'a Cells<'a>,
) -> TeraResult<Value> {
    let up = &body::up(cx, path, kind);
    match kind {
        PageKind::Home => ready(&home::view(cx, up)),
        PageKind::Find => ready(&find::view(cx)),
        PageKind::PostcodeArea(a) => ready(&postcode_area::view(cx, &cx.plan.addresses.postcode_areas[a].0)),
        PageKind::Election(e) => ready(&election::view(cx, cx.election(e))),
        PageKind::Ballot(e, b) => ready(&ballot::view(cx, cx.election(e).ballot(b), cells)),
        PageKind::Person(e, b, c) => {
            ready(&person::view(cx, cx.election(e).ballot(b).person(c), cells.get(c).map_or(&[], Vec::as_slice)))
        }
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
            ready(&ProseView { body: body::added(cx, kind, up) })
        }
        PageKind::Prose(p) => ready(&ProseView { body: Some(body::html_of(cx, &cx.campaign.pages[p].body, up)) }),
    }
}

fn ready(view: &impl Serialize) -> TeraResult<Value> {
    Value::try_from_serializable(view)
}
