use std::sync::Arc;

use tera::Value;

use crate::atoms::Standing;
use crate::messages::{Blanks, fill, msg};
use crate::model::{Candidacy, Cell, Position, Subject, SupportWithdrawn};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{candidate, cell, documents, entry, gap, lead, link, phrase, seats};
use crate::render::record_words;
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>, at: PersonAt<'_>) -> (String, String) {
    let gaps = || {
        (
            fill::area(cx.ballot_name(at.election, at.ballot)),
            fill::election(cx.election_name(at.election)),
            fill::name(cx.person_name(at.ballot, at.person)),
        )
    };
    let stands = at.person.status == Standing::Standing && !at.election.is_over;
    let id = if stands { msg::PERSON_DESCRIPTION } else { msg::PERSON_DESCRIPTION_AFTER };
    (cx.words.with(msg::PERSON_TITLE, gaps()), cx.words.with(id, gaps()))
}

/// One candidacy: every answer with its evidence and history.
pub(crate) fn view(cx: &Context<'_>, at: PersonAt<'_>, cells: &[Value]) -> Value {
    let person = at.person;
    let elsewhere = candidate::elsewhere(cx, at);
    let has_answers = elsewhere.is_none() && person.takedown.is_none();
    let stands = person.status == Standing::Standing;
    let documents = cx.documents_of(&Subject::Person(person.person.clone()));
    view! {
        ballot_link: at.ballot_page,
        trail: cx.ballot_name(at.election, at.ballot),
        name: &person.name,
        party: link::party(cx, &person.party),
        under: under(cx, at),
        support: person.support_withdrawn.as_ref().map(|withdrawn| support(cx, person, withdrawn)),
        description: person.description.as_ref(),
        cancelled: seats::cancelled(cx, at.election, at.ballot),
        gone: gone_because(cx, person),
        lead: has_answers.then(|| lead::of_person(cx, at.election, person)),
        website: person.website.as_ref(),
        reply: entry::reply_of(cx, person),
        compare: (has_answers && stands).then(|| link::compare_person(cx, at)),
        answers: list(person.cells.iter().zip(cells).map(|(cell, shown)| answer(cx, at, cell, shown))),
        all_read: documents::all_read(documents),
        documents: documents::links(cx, documents),
        score: candidate::score(cx, person).filter(|_| elsewhere.is_none()),
        also: also(cx, at),
        taken_down: person.takedown.as_ref().map(|takedown| gap::taken_down_text(cx, takedown)),
        elsewhere,
    }
}

/// That a party does not support its candidate any more, with everything that shows it.
fn support(cx: &Context<'_>, person: &Candidacy, withdrawn: &SupportWithdrawn) -> Value {
    view! {
        id: candidate::SUPPORT,
        text: candidate::support_text(cx, person, withdrawn),
        says: withdrawn.says.as_ref().map(|says| phrase::says(cx, says)),
        evidence: entry::evidence(cx, &withdrawn.evidence),
    }
}

/// What a person says on one question: what the scorecard shows, and every recorded answer, the latest first.
fn answer(cx: &Context<'_>, at: PersonAt<'_>, cell: &Cell, shown: &Value) -> Value {
    let question = &cell.question;
    let mut positions: Vec<_> = at.person.positions.iter().filter(|p| p.question.id == question.id).collect();
    positions.sort_by_key(|position| std::cmp::Reverse(*position.mark.date));
    let entry = |position: &Arc<Position>| {
        let late = cell::late(cx, at, position).filter(|_| position.mark.takedown.is_none());
        entry::view(cx, &position.mark, late.into_iter())
    };
    view! {
        id: cell::own_anchor(question.id.as_str()),
        ask: cell.wording().ask,
        link: cx.question_link(&question.id),
        cell: shown.clone(),
        history: list(positions.into_iter().map(entry)),
    }
}

fn under(cx: &Context<'_>, at: PersonAt<'_>) -> String {
    let stands = at.person.status == Standing::Standing;
    cx.words.with(if stands { msg::PERSON_UNDER } else { msg::PERSON_UNDER_GONE }, where_and_when(cx, at))
}

type WhereAndWhen = (fill::Area, fill::Date, fill::Election);

/// For which area a person stands, in which election and when.
fn where_and_when<'w>(cx: &Context<'w>, at: PersonAt<'w>) -> <WhereAndWhen as Blanks>::Fillings<'w> {
    (
        fill::area(cx.ballot_name(at.election, at.ballot)),
        fill::date(cx.words.day(at.election.date)),
        fill::election(cx.election_beside_day(at.election)),
    )
}

/// The other candidacies of a person, the latest first; that on which the answers of this one stand is named already.
fn also<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> Value {
    let person = at.person;
    let ids = std::iter::once(&person.person).chain(person.former.iter().map(|former| &former.value));
    let others = ids.filter_map(|id| cx.candidacies.get(id)).flatten().filter(|other| other.page != at.page);
    let named = |other: &PersonAt<'_>| {
        other.election.id == at.election.id && person.answers_in.as_deref() == Some(&other.ballot.id)
    };
    list(others.filter(|other| !named(other)).map(|other| stands_too(cx, *other)))
}

fn stands_too(cx: &Context<'_>, at: PersonAt<'_>) -> Value {
    let id = match (at.person.status, at.election.is_over) {
        (Standing::Standing, false) => msg::PERSON_ALSO,
        (Standing::Standing, true) => msg::PERSON_ALSO_STOOD,
        _ => msg::PERSON_ALSO_WAS,
    };
    link::to(cx.words.with(id, where_and_when(cx, at)), at.page)
}

fn gone_because(cx: &Context<'_>, person: &Candidacy) -> Option<String> {
    let why = cx.words.text(record_words::gone(person.status)?);
    Some(cx.words.with(msg::PERSON_GONE, fill::why(why)))
}
