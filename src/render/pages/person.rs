use std::sync::Arc;

use crate::atoms::{Standing, WebUrl};
use crate::messages::{Blanks, fill, msg};
use crate::model::{Candidacy, Cell, Position, Subject};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{
    CancelledView, DrawnCell, EntryView, EvidenceView, LinkView, PartyName, ReplyView, cancelled, candidate, cell,
    compared, documents, entry, evidence, lead, link, reply,
};
use crate::render::record_words;

views! {
    /// One candidacy: every answer with its evidence and history.
    PersonView<'a> {
        ballot_link: &'a str, "The ballot's page";
        trail: &'a str, "The area's name";
        name: &'a str, "The person's name";
        party: PartyName<'a>, "The party";
        under: String, "Area, election and date";
        support: Option<WithdrawnView<'a>>,
            "That the party does not support the person any more, with everything that shows it";
        description: Option<&'a str>, "The description on the ballot paper";
        cancelled: Option<CancelledView<'a>>, "That the poll was called off, and what is known of it";
        gone: Option<String>, "Why the person does not stand any more";
        lead: Option<String>,
            "What is known, in large type; nothing when the answers stand elsewhere or were taken down";
        website: Option<&'a str>, "The person's own campaign website";
        reply: Option<ReplyView<'a>>, "What the person says about this page";
        elsewhere: Option<LinkView<'a>>, "Where the answers stand, when not here; then there are no answers";
        taken_down: Option<String>, "That all marks were taken off the site; then there are no answers";
        also: Vec<LinkView<'a>>, "Where else the same person stands or stood";
        compare: Option<LinkView<'a>>, "The answers beside those of others; nothing for who does not stand any more";
        answers: Vec<AnswerView<'a>>, "One for each question";
        all_read: bool, "Whether we read all of the person's documents, rather than only what others wrote about one";
        documents: Vec<LinkView<'a>>, "Documents of the person's own that we know of";
        scores: Vec<String>, "How the answers compare with what the campaign wants, as counts";
    }

    /// That a party does not support its candidate any more, with everything that shows it.
    WithdrawnView<'a> {
        id: &'static str, "The anchor";
        text: String, "That it does not, and since when";
        says: Option<String>, "Our words for it";
        evidence: Vec<EvidenceView<'a>>, "Where it was said; never empty";
    }

    /// What a person says on one question.
    AnswerView<'a> {
        id: String, "The anchor";
        ask: &'a str, "The question";
        link: &'a str, "The question's page";
        cell: &'a DrawnCell<'a>, "What the scorecard shows";
        history: Vec<EntryView<'a>>, "Every recorded answer, the latest first";
    }
}

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

pub(crate) fn view<'a>(cx: &Context<'a>, at: PersonAt<'a>, cells: &'a [DrawnCell<'a>]) -> PersonView<'a> {
    let person = at.person;
    let elsewhere = candidate::elsewhere(cx, at);
    let taken_down = candidate::all_taken_down(cx, person);
    let has_answers = elsewhere.is_none() && taken_down.is_none();
    let stands = person.status == Standing::Standing;
    let documents = cx.documents_of(&Subject::Person(person.person.clone()));
    PersonView {
        ballot_link: at.ballot_page,
        trail: cx.ballot_name(at.election, at.ballot),
        name: person.name.as_str(),
        party: link::party_name(cx, &person.party),
        under: under(cx, at),
        support: withdrawn_view(cx, person),
        description: person.description.as_deref(),
        cancelled: cancelled::view(cx, at.election, at.ballot),
        gone: gone_because(cx, person),
        lead: has_answers.then(|| lead::of_person(cx, at.election, person)),
        website: person.website.as_ref().map(WebUrl::as_str),
        reply: person.reply.as_ref().map(|reply| reply::of_person(cx, person, reply)),
        compare: (has_answers && stands).then(|| compared::compare_person(cx, at)),
        answers: person.cells.iter().zip(cells).map(|(cell, shown)| answer(cx, at, cell, shown)).collect(),
        all_read: documents::all_read(documents),
        documents: documents::links(cx, documents),
        scores: if elsewhere.is_none() { candidate::scores(cx, person) } else { Vec::new() },
        also: also(cx, at),
        elsewhere,
        taken_down,
    }
}

fn withdrawn_view<'a>(cx: &Context<'a>, person: &'a Candidacy) -> Option<WithdrawnView<'a>> {
    let withdrawn = person.support_withdrawn.as_ref()?;
    Some(WithdrawnView {
        id: candidate::SUPPORT,
        text: candidate::support_text(cx, person, withdrawn),
        says: candidate::support_says(cx, withdrawn),
        evidence: withdrawn.evidence.iter().map(|evidence| evidence::view(cx, evidence)).collect(),
    })
}

fn answer<'a>(cx: &Context<'a>, at: PersonAt<'a>, cell: &'a Cell, shown: &'a DrawnCell<'a>) -> AnswerView<'a> {
    let question = &cell.question;
    let mut positions: Vec<_> = at.person.positions.iter().filter(|p| p.question.id == question.id).collect();
    positions.sort_by_key(|position| std::cmp::Reverse(position.mark.date));
    let entry = |position: &'a Arc<Position>| {
        let mut entry = entry::view(cx, &position.mark);
        entry.notes.extend(cell::late(cx, at, position).filter(|_| position.mark.takedown.is_none()));
        entry
    };
    AnswerView {
        id: cell::own_anchor(question.id.as_str()),
        ask: cell.wording().ask.as_str(),
        link: cx.question_link(&question.id),
        cell: shown,
        history: positions.into_iter().map(entry).collect(),
    }
}

fn under(cx: &Context<'_>, at: PersonAt<'_>) -> String {
    let stands = at.person.status == Standing::Standing;
    cx.words.with(if stands { msg::PERSON_UNDER } else { msg::PERSON_UNDER_GONE }, where_and_when(cx, at))
}

type Placed = (fill::Area, fill::Date, fill::Election);

/// For which area a person stands, in which election and when.
fn where_and_when<'w>(cx: &Context<'w>, at: PersonAt<'w>) -> <Placed as Blanks>::Fillings<'w> {
    (
        fill::area(cx.ballot_name(at.election, at.ballot)),
        fill::date(cx.words.day(at.election.date)),
        fill::election(cx.election_beside_day(at.election)),
    )
}

/// The other candidacies of a person, the latest first; that on which the answers of this one stand is named already.
fn also<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> Vec<LinkView<'a>> {
    let person = at.person;
    let ids = std::iter::once(&person.person).chain(person.former.iter().map(|former| &former.value));
    let others = ids.filter_map(|id| cx.candidacies.get(id)).flatten().filter(|other| other.page != at.page);
    let named = |other: &PersonAt<'_>| {
        other.election.id == at.election.id && person.answers_in.as_ref() == Some(&other.ballot.id)
    };
    others.filter(|other| !named(other)).map(|other| stands_too(cx, *other)).collect()
}

fn stands_too<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> LinkView<'a> {
    let id = match (at.person.status, at.election.is_over) {
        (Standing::Standing, false) => msg::PERSON_ALSO,
        (Standing::Standing, true) => msg::PERSON_ALSO_STOOD,
        _ => msg::PERSON_ALSO_WAS,
    };
    LinkView::to(cx.words.with(id, where_and_when(cx, at)), at.page)
}

fn gone_because(cx: &Context<'_>, person: &Candidacy) -> Option<String> {
    let why = cx.words.text(record_words::gone(person.status)?);
    Some(cx.words.with(msg::PERSON_GONE, fill::why(why)))
}
