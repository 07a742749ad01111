use std::borrow::Cow;
use std::collections::BTreeSet;

use tera::Value;

use crate::atoms::{DocumentKind, PartyId, Seen, Standing};
use crate::messages::{Message, fill, msg};
use crate::model::{Ballot, Candidacy, Cell, Document, Election, Gap, Own, Position, PutQuestion, Reading, Subject};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::answers::{self, Answers, Who};
use crate::render::parts::{gap, mark};
use crate::render::view::list;

/// For up to how many questions each has a line of its own.
pub(crate) const MOST_LINES: usize = 8;

/// What is known of the candidates of a ballot, counted.
#[derive(Default)]
struct Tally {
    all: usize,
    answered: usize,
    spoke: usize,
    asked: usize,
    no_reply: usize,
    waiting: usize,
}

impl Tally {
    fn of(people: &[&Candidacy]) -> Self {
        let mut known = Self { all: people.len(), ..Self::default() };
        for person in people {
            let own = |test: fn(&Own) -> bool| person.cells.iter().any(|cell| test(&cell.own));
            let answered = person.cells.iter().any(|cell| clear(cell).is_some());
            let spoke = own(|own| !matches!(own, Own::Gap(_)));
            let (no_reply, waiting) = (own(is_no_reply), own(is_waiting));
            let not_reached = own(|own| matches!(own, Own::Gap(Gap::NotReached { .. })));
            known.answered += usize::from(answered);
            known.spoke += usize::from(spoke);
            known.asked += usize::from(no_reply || waiting || not_reached);
            known.no_reply += usize::from(no_reply && !waiting && !spoke);
            known.waiting += usize::from(waiting);
        }
        known
    }
}

/// The first lines of a ballot's page: who answers what, a line for each question; or in a sentence that nobody is known to.
pub(crate) fn of_ballot<'a>(cx: &Context<'a>, election: &'a Election, ballot: &'a Ballot) -> Value {
    let people: Vec<&Candidacy> = ballot.candidacies.iter().filter(|c| c.status == Standing::Standing).collect();
    let known = Tally::of(&people);
    let in_short = || view! { text: in_short(cx, &known), questions: list(None::<Value>) };
    let put: Vec<&PutQuestion> = election.put_in(ballot.nation).collect();
    if known.all == 0 || put.len() > MOST_LINES {
        return in_short();
    }
    let questions = put.into_iter().map(|put| {
        let named = people.iter().map(|person| (cx.person_name(ballot, person), *person));
        let cells = people.iter().filter_map(|person| person.cell(put.id()));
        (put, Answers::of_people(cx, named, put), Answers::of_lines(cx, cells))
    });
    let questions: Vec<_> = questions.collect();
    let has_own = questions.iter().any(|(_, own, _)| own.are_known());
    if !has_own && !questions.iter().any(|(_, _, lines)| lines.are_known()) {
        return in_short();
    }
    let lines = || questions.iter().map(|(_, _, lines)| lines);
    // All questions in one way. Beside candidates' own answers there is room for fewer parties.
    let most = |names: fn(&Answers<'_>, &Answers<'_>) -> usize| {
        Who::of(questions.iter().map(|(_, own, lines)| names(own, lines)).max().unwrap_or_default())
    };
    let (who, lines_who) = (most(|own, _| own.names()), most(|own, lines| own.names() + lines.names()));
    let only_lines = (!has_own && known.asked == 0).then(|| only_lines(lines())).flatten();
    let lines = questions.iter().map(|(put, own, lines)| {
        let lines = match only_lines {
            Some(_) => lines.bare_lines_text(cx, lines_who),
            None => lines.lines_text(cx, lines_who),
        };
        let none = (!own.are_known() && lines.is_none()).then(|| match known.asked {
            // The table says of all questions that nobody was asked.
            0 => cx.words.text(msg::LEAD_KNOWN_NONE).into_owned(),
            _ => none_known(cx, election, &people, put).into_owned(),
        });
        let texts = none
            .into_iter()
            .chain([own.text(cx, who)])
            .chain(own.rest(cx))
            .chain(lines)
            .filter(|text| !text.is_empty());
        answers::line(cx, put, texts.collect::<Vec<_>>().join(" "))
    });
    view! { text: only_lines.map(|text| cx.words.text(text)), questions: list(lines) }
}

/// Why no clear answer to a question is known.
fn none_known<'a>(cx: &Context<'a>, election: &Election, people: &[&Candidacy], put: &PutQuestion) -> Cow<'a, str> {
    let mut cells = people.iter().filter_map(|person| person.cell(put.id()));
    cx.words.text(match cells.all(|cell| matches!(cell.own, Own::Gap(Gap::NotAsked))) {
        true if election.is_over => msg::LEAD_NOT_ASKED_AFTER,
        true => msg::LEAD_NOT_ASKED,
        false => msg::LEAD_KNOWN_NONE,
    })
}

/// Where nothing is known but the lines of parties: that this is what they are, said once, when all are checked or none is.
fn only_lines<'l, 'a: 'l>(lines: impl Iterator<Item = &'l Answers<'a>> + Clone) -> Option<Message<()>> {
    let mut known = lines.filter(|lines| lines.are_known());
    if known.clone().all(Answers::are_unchecked) {
        return Some(msg::LEAD_ONLY_LINES_UNCHECKED);
    }
    known.all(Answers::are_checked).then_some(msg::LEAD_ONLY_LINES)
}

/// What is known of all questions together.
fn in_short(cx: &Context<'_>, known: &Tally) -> String {
    let all = || fill::all(known.all);
    let mut lead = vec![match known {
        Tally { all: 0, .. } => return cx.words.text(msg::BALLOT_NONE).into_owned(),
        Tally { answered: 1.., .. } => cx.words.with(msg::LEAD_ANSWERED, (all(), fill::n(known.answered))),
        Tally { asked: 0, spoke: 0, .. } => cx.words.with(msg::LEAD_NONE_ASKED, all()),
        _ => cx.words.with(msg::LEAD_NONE_ANSWERED, all()),
    }];
    if known.no_reply > 0 {
        lead.push(cx.words.with(msg::LEAD_NO_REPLY, fill::n(known.no_reply)));
    }
    if known.waiting > 0 {
        lead.push(cx.words.with(msg::LEAD_WAITING, fill::n(known.waiting)));
    }
    lead.join(" ")
}

/// Of how many of their parties we read a document whole, and of how many more a part of one.
pub(crate) fn read_of(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> Option<String> {
    let people = ballot.candidacies.iter().filter(|c| c.status == Standing::Standing);
    let is_party = |c: &&Candidacy| c.party.is_registered() && c.support_withdrawn.is_none();
    let parties: BTreeSet<&PartyId> = people.filter(is_party).map(whose_line).collect();
    let holds = |document: &&Document| {
        document.election == election.id
            && (document.nations.is_empty() || ballot.nation.is_some_and(|n| document.nations.contains(&n)))
    };
    let of = |party: &PartyId| {
        let documents = cx.documents_of(&Subject::Party(party.clone())).iter();
        documents.copied().filter(|document| document.readings.iter().any(|reading| is_search(reading))).filter(holds)
    };
    let count = |test: &dyn Fn(&PartyId) -> bool| parties.iter().filter(|party| test(party)).count();
    let whole = count(&|party| of(party).any(is_read_whole));
    let manifestos = count(&|party| of(party).any(|d| d.kind == DocumentKind::Manifesto && is_read_whole(d)));
    let parts = count(&|party| of(party).next().is_some()) - whole;
    let of_all = || fill::parties(parties.len());
    let wholes = if whole == manifestos { msg::LEAD_MANIFESTOS } else { msg::LEAD_DOCUMENTS };
    let wholes = (whole > 0).then(|| cx.words.with(wholes, (fill::n(whole), of_all())));
    let more = fill::n(parts);
    let parts = (parts > 0).then(|| match whole {
        0 => cx.words.with(msg::LEAD_PARTS, (more, of_all())),
        _ => cx.words.with(msg::LEAD_PARTS_MORE, more),
    });
    let both: Vec<String> = wholes.into_iter().chain(parts).collect();
    (!both.is_empty()).then(|| both.join(" "))
}

/// The first lines of a person's page: what they answer, a line for each question, and their party's line.
pub(crate) fn of_person(cx: &Context<'_>, at: PersonAt<'_>) -> Value {
    let lines = lines_of(cx, at).into_iter().map(|(put, text)| answers::line(cx, put, text));
    let lines = if at.person.cells.len() > MOST_LINES { list(None::<Value>) } else { list(lines) };
    view! { text: why_none(cx, at), questions: lines }
}

/// The same as one text.
pub(crate) fn text_of_person(cx: &Context<'_>, at: PersonAt<'_>) -> String {
    let lines =
        lines_of(cx, at).into_iter().map(|(put, text)| format!("{} {text}", cx.words.told(put.wording().short)));
    why_none(cx, at).into_iter().chain(lines).collect::<Vec<_>>().join(" ")
}

/// Why there is no answer of a person's own to any question.
fn why_none(cx: &Context<'_>, at: PersonAt<'_>) -> Option<String> {
    let none = at.person.cells.iter().all(|cell| matches!(cell.own, Own::Gap(_)));
    none.then(|| cx.words.with(gap_lead(at.election, at.person), fill::name(&at.person.name)))
}

/// What a person and their party say on each question, as far as anything is known.
fn lines_of<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> Vec<(&'a PutQuestion, String)> {
    let PersonAt { election, person, .. } = at;
    let none = person.cells.iter().all(|cell| matches!(cell.own, Own::Gap(_)));
    let lines = person.cells.iter().filter_map(|cell| {
        let own = (!none).then(|| own_text(cx, at, cell));
        let line = Answers::of_lines(cx, std::iter::once(cell)).lines_text(cx, Who::Named);
        let texts: Vec<String> = own.into_iter().chain(line).collect();
        (!texts.is_empty()).then_some((election.put(&cell.question.id)?, texts.join(" ")))
    });
    lines.collect()
}

fn own_text(cx: &Context<'_>, at: PersonAt<'_>, cell: &Cell) -> String {
    cx.words.with(msg::LEAD_OWN, fill::word(own_word(cx, at, cell)))
}

/// What a person answers, in a word or two.
pub(crate) fn own_word<'a>(cx: &Context<'a>, at: PersonAt<'_>, cell: &Cell) -> Cow<'a, str> {
    match &cell.own {
        Own::Contradiction(_) => cx.words.text(msg::GAP_DIFFER),
        Own::Answer(position) if mark::waits(&position.mark) => {
            cx.words.with(msg::LEAD_OWN_UNCHECKED, fill::word(mark::word(cx, &position.mark))).into()
        }
        Own::Answer(position) => mark::word(cx, &position.mark),
        Own::TakenDown(_) | Own::AllTakenDown => cx.words.text(msg::GAP_TAKEN_DOWN),
        Own::Gap(gap) => gap::word(cx, gap, at.election.is_over),
    }
}

/// Whether somebody read the whole of a document, and looked for something.
fn is_read_whole(document: &Document) -> bool {
    document.readings.iter().any(|reading| reading.whole && is_search(reading))
}

/// Whether somebody saw a document, or a copy of it, and looked for at least one question.
fn is_search(reading: &Reading) -> bool {
    reading.seen != Seen::Described && !reading.looked_for.is_empty()
}

fn is_no_reply(own: &Own) -> bool {
    matches!(own, Own::Gap(Gap::NoReply { .. }))
}

fn is_waiting(own: &Own) -> bool {
    matches!(own, Own::Gap(Gap::Waiting { .. }))
}

fn clear(cell: &Cell) -> Option<&Position> {
    match &cell.own {
        Own::Answer(position) if mark::is_given(&position.mark) => Some(position),
        _ => None,
    }
}

fn gap_lead(election: &Election, person: &Candidacy) -> Message<fill::Name> {
    let all = |test: fn(&Own) -> bool| !person.cells.is_empty() && person.cells.iter().all(|cell| test(&cell.own));
    let stands = person.status == Standing::Standing;
    if all(is_no_reply) {
        msg::PERSON_LEAD_NO_REPLY
    } else if all(is_waiting) && stands {
        msg::PERSON_LEAD_WAITING
    } else if all(|own| matches!(own, Own::Gap(Gap::NotReached { .. }))) {
        msg::PERSON_LEAD_NOT_REACHED
    } else if all(|own| matches!(own, Own::Gap(Gap::NotAsked))) {
        if election.is_over || !stands { msg::PERSON_LEAD_NOT_ASKED_AFTER } else { msg::PERSON_LEAD_NOT_ASKED }
    } else {
        msg::PERSON_LEAD_UNKNOWN
    }
}

/// The party whose line a candidate carries.
fn whose_line(person: &Candidacy) -> &PartyId {
    person.cells.iter().find_map(|cell| cell.party.as_ref()).map_or(&person.party.id, |cell| &cell.party.id)
}
