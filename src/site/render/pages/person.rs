use tera::Value;

use crate::atoms::Standing;
use crate::messages::{Blanks, fill, msg};
use crate::model::{Candidacy, Cell, Own, PartyCell, PartyLine, Position, Subject, SupportWithdrawn};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::pages::accounts;
use crate::render::parts::mark::{Depth, Whose};
use crate::render::parts::{
    candidate, cell, corrected, documents, elected, entry, gap, holder, lead, link, phrase, question_head, seats,
};
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
pub(crate) fn view(cx: &Context<'_>, at: PersonAt<'_>) -> Value {
    let person = at.person;
    let elsewhere = candidate::elsewhere(cx, at);
    let has_answers = candidate::has_answers(cx, at);
    let stands = person.status == Standing::Standing;
    let documents = cx.documents_of(&Subject::Person(person.person.clone()));
    let cells = person.cells.iter().filter(|_| has_answers);
    let link = |cell: &Cell| link::to(cell.wording().ask, cx.question_link(&cell.question.id));
    let (answers, unknown) = question_head::unfolded(cx, cells, |cell| is_known(cx, at, cell), link);
    view! {
        ballot_link: at.ballot_page,
        trail: cx.ballot_name(at.election, at.ballot),
        name: &person.name,
        photo: photo(cx, at),
        party: link::party(cx, &person.party),
        under: under(cx, at),
        support: person.support_withdrawn.as_ref().map(|withdrawn| support(cx, person, withdrawn)),
        description: person.description.as_deref(),
        cancelled: seats::cancelled(cx, at.election, at.ballot),
        elected: elected::result(cx, at),
        then: list(holder::said_then(cx, at)),
        gone: gone_because(cx, person),
        lead: has_answers.then(|| lead::of_person(cx, at)),
        website: person.website.as_ref(),
        reply: entry::reply_of(cx, person),
        compare: (has_answers && stands).then(|| link::compare_person(cx, at)),
        answers: list(answers.into_iter().map(|cell| answer(cx, at, cell))),
        unknown,
        all_read: documents::all_read(documents),
        documents: documents::links(cx, documents),
        accounts: accounts::of_person(cx, &person.person),
        score: candidate::score(cx, person).filter(|_| elsewhere.is_none()),
        also: also(cx, at),
        taken_down: person.takedown.as_ref().map(|takedown| gap::taken_down_text(cx, takedown)),
        elsewhere,
    }
}

/// The photograph of a person, half as large as it is so that it looks sharp, with whom to credit for it and why it may be shown.
fn photo(cx: &Context<'_>, at: PersonAt<'_>) -> Option<Value> {
    let key = (at.election.id.clone(), at.ballot.slug.clone(), at.person.person.clone());
    let (path, name) = cx.plan.addresses.photographs.get(&key)?;
    let (picture, photo) = (cx.campaign.photographs.get(name)?, at.person.photo.as_ref()?);
    let alt = photo.alt.as_ref().map(|alt| cx.words.told(alt).into_owned());
    Some(view! {
        link: path,
        width: picture.width.div_ceil(2),
        height: picture.height.div_ceil(2),
        alt: alt.unwrap_or_else(|| cx.words.with(msg::PHOTO_ALT, fill::name(&at.person.name))),
        caption: list([&photo.credit, &photo.rights]),
    })
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

/// Whether there is anything to tell of a person and a question.
fn is_known(cx: &Context<'_>, at: PersonAt<'_>, cell: &Cell) -> bool {
    let has_position = || at.person.positions.iter().any(|position| position.question.id == cell.question.id);
    cell::has_own(cell)
        || cell::has_line(cell)
        || !cell.silences.is_empty()
        || has_position()
        || !corrected::of_answer(cx, at, cell).is_empty()
}

/// What a person says on one question, each answer once with all that supports it: what the scorecard shows, then earlier
/// ones, the latest first; and the party's line, whose words stand on its page.
fn answer(cx: &Context<'_>, at: PersonAt<'_>, cell: &Cell) -> Value {
    let question = &cell.question;
    let mut positions: Vec<&Position> =
        at.person.positions.iter().map(|p| &**p).filter(|p| p.question.id == question.id).collect();
    positions.sort_by_key(|position| std::cmp::Reverse(*position.mark.date));
    let is_shown = |position: &&Position| match &cell.own {
        Own::Answer(shown) | Own::TakenDown(shown) => std::ptr::eq(&**shown, *position),
        Own::Contradiction(shown) => shown.iter().any(|shown| std::ptr::eq(&**shown, *position)),
        Own::AllTakenDown | Own::Gap(_) => false,
    };
    let (shown, earlier): (Vec<_>, Vec<_>) = positions.into_iter().partition(is_shown);
    let entry = |position: &Position| {
        let late = cell::late(cx, at, position).filter(|_| position.mark.takedown.is_none());
        entry::view(cx, &position.mark, Whose::Own, late.into_iter())
    };
    let gap = shown.is_empty().then(|| cell::own_marks(cx, at, cell, Depth::Whole));
    // A gap has them among its notes.
    let corrected = if gap.is_none() { corrected::of_answer(cx, at, cell) } else { Vec::new() };
    view! {
        id: cell::own_anchor(question.id.as_str()),
        ask: cell.wording().ask,
        link: cx.question_link(&question.id),
        differ: cell::differ(cx, cell),
        gap: list(gap.into_iter().flatten()),
        shown: list(shown.into_iter().map(entry)),
        corrected,
        silences: list(cell.silences.iter().map(|silence| cell::own_silence(cx, silence))),
        earlier: list(earlier.into_iter().map(entry)),
        line: list(cell::line_mark(cx, at, cell, Depth::Whole)),
        line_link: cell.party.as_ref().and_then(|line| line_link(cx, at, line, cell)),
    }
}

/// Where all that supports a party's line stands.
fn line_link(cx: &Context<'_>, at: PersonAt<'_>, line: &PartyCell, cell: &Cell) -> Option<Value> {
    let PartyLine::Stance(_) = &line.line else { return None };
    let anchor = gap::line_anchor(at.election.id.as_str(), cell.question.id.as_str());
    let page = format!("{}#{anchor}", cx.party_page(&line.party));
    Some(link::to(cx.words.text(msg::PARTY_LINE_WHOLE), page))
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

fn gone_because(cx: &Context<'_>, person: &Candidacy) -> Option<Value> {
    let why = cx.words.text(record_words::gone(person.status)?);
    Some(view! {
        text: cx.words.with(msg::PERSON_GONE, fill::why(why)),
        date: person.status_date.as_ref().map(|date| cx.words.date(date.value)),
        because: person.status_because.as_deref(),
    })
}
