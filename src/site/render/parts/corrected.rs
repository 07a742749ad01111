//! Corrections where they belong: beside what was put right, with when and why. What stood there before is told on the page of
//! corrections alone.

use tera::Value;

use crate::atoms::{ElectionId, PartyId, PersonId, QuestionId};
use crate::messages::{BlankValue, fill, msg};
use crate::model::{Cell, CorrectedPlace, Correction};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{account, candidate, cell, gap, link};
use crate::render::view::list;

/// What was put right in a candidate's answer.
pub(crate) fn of_answer(cx: &Context<'_>, at: PersonAt<'_>, cell: &Cell) -> Vec<Value> {
    let is_here = |place: &CorrectedPlace| match place {
        CorrectedPlace::Answer(election, person, question) => {
            *election == at.election.id && *person == at.person.person && *question == cell.question.id
        }
        _ => false,
    };
    notes(cx, is_here)
}

/// What was put right in what a party says.
pub(crate) fn of_line(cx: &Context<'_>, of: (&ElectionId, &PartyId, &QuestionId)) -> Vec<Value> {
    notes(
        cx,
        |place| matches!(place, CorrectedPlace::Line(election, party, question) if (election, party, question) == of),
    )
}

/// What was put right on a page that is about one thing.
pub(crate) fn on_page(cx: &Context<'_>, kind: &PageKind) -> Value {
    let is_it = |place: &CorrectedPlace| match (kind, place) {
        (PageKind::Document(here), CorrectedPlace::Document(id)) => here == id,
        (PageKind::Question(here), CorrectedPlace::Question(id)) => here == id,
        (PageKind::Account(here), CorrectedPlace::Account(id))
        | (PageKind::Pledge(here), CorrectedPlace::Pledge(id))
        | (PageKind::Prose(here), CorrectedPlace::Page(id)) => here == id,
        // The words of a page that every site has.
        (built_in, CorrectedPlace::Page(id)) => built_in.row().takes_prose && built_in.row().word == id.as_str(),
        _ => false,
    };
    list(notes(cx, is_it))
}

fn notes(cx: &Context<'_>, is_here: impl Fn(&CorrectedPlace) -> bool) -> Vec<Value> {
    let here = cx.campaign.corrections.iter().filter(|correction| correction.place.as_ref().is_some_and(&is_here));
    let note = |correction: &Correction| {
        let gaps = (fill::because(&correction.because), fill::date(cx.words.date(*correction.date)));
        link::to(cx.words.with(msg::CORRECTED, gaps), anchored(cx, correction))
    };
    here.map(note).collect()
}

/// Where a correction stands among the others; with an anchor where something leads to it.
pub(crate) fn anchored(cx: &Context<'_>, correction: &Correction) -> String {
    let page = cx.built_in(&PageKind::Corrections);
    if correction.place.is_some() { format!("{page}#{}", correction.id) } else { page.to_owned() }
}

/// What a correction concerns, with where that stands.
pub(crate) fn place(cx: &Context<'_>, correction: &Correction) -> Option<Value> {
    let (text, link) = named_place(cx, correction)?;
    Some(link::to(text, link))
}

/// Where that stands which a correction concerns.
pub(crate) fn link_to_place(cx: &Context<'_>, correction: &Correction) -> Option<String> {
    named_place(cx, correction).map(|(_, link)| link)
}

fn named_place(cx: &Context<'_>, correction: &Correction) -> Option<(String, String)> {
    let (campaign, told) = (cx.campaign, |text| cx.words.told(text).into_owned());
    let (text, link): (String, &str) = match correction.place.as_ref()? {
        CorrectedPlace::Answer(election, person, question) => return answer(cx, election, person, question),
        CorrectedPlace::Line(election, party, question) => {
            let (party, anchor) = (cx.party(party)?, gap::line_anchor(election.as_str(), question.as_str()));
            return Some((of_question(cx, &party.name, question), format!("{}#{anchor}", cx.party_page(party))));
        }
        CorrectedPlace::Document(id) => {
            let document = campaign.documents.by_id(id)?;
            (cx.document_title(document).into_owned(), cx.document_link(document))
        }
        CorrectedPlace::Account(id) => {
            let of = campaign.accounts.by_id(id)?;
            (account::named(cx, of), cx.account_link(of))
        }
        CorrectedPlace::Pledge(id) => (told(&campaign.pledges.by_id(id)?.title), cx.pledge_page(id)),
        CorrectedPlace::Question(id) => (told(&campaign.questions.by_id(id)?.ask), cx.question_link(id)),
        CorrectedPlace::Page(id) => (told(&campaign.content.pages.by_id(id)?.title), cx.prose_page(id)?),
    };
    Some((text, link.to_owned()))
}

/// The answer of a candidate, on the page on which the answers stand.
fn answer(
    cx: &Context<'_>,
    election: &ElectionId,
    person: &PersonId,
    question: &QuestionId,
) -> Option<(String, String)> {
    let here = |at: &&PersonAt<'_>| at.election.id == *election && at.person.answers_in.is_none();
    let at = *cx.candidacies.get(person)?.iter().find(here)?;
    let stands = candidate::has_answers(cx, at) && at.person.cell(question).is_some();
    let anchor = if stands { format!("#{}", cell::own_anchor(question.as_str())) } else { String::new() };
    let text = of_question(cx, cx.person_name(at.ballot, at.person), question);
    Some((text, format!("{}{anchor}", at.page)))
}

fn of_question<'a>(cx: &Context<'_>, name: impl Into<BlankValue<'a>>, question: &QuestionId) -> String {
    let what = cx.campaign.questions.by_id(question).map_or(fill::what(""), |question| fill::what(&question.short));
    cx.words.with(msg::CORRECTIONS_PLACE, (fill::name(name), what))
}
