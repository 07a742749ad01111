use std::collections::BTreeSet;

use crate::atoms::{DocumentKind, PartyId, Seen, Stance, Standing};
use crate::messages::{Message, fill, msg};
use crate::model::{
    Ballot, Candidacy, Cell, Document, Election, Gap, Own, PartyCell, PartyLine, Position, PutQuestion, Reading,
    Subject,
};
use crate::render::context::Context;
use crate::render::parts::mark;

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

/// The first sentences of a ballot's page: only what is known.
pub(crate) fn of_ballot<'a>(cx: &Context<'a>, election: &Election, ballot: &'a Ballot) -> String {
    let people: Vec<&Candidacy> = ballot.candidacies.iter().filter(|c| c.status == Standing::Standing).collect();
    let known = Tally::of(&people);
    if known.all == 0 {
        return cx.words.text(msg::BALLOT_NONE).into_owned();
    }
    let all = || fill::all(known.all);
    let mut lead = vec![match says_yes(cx, election, &people) {
        Some(sentence) => sentence,
        None if known.answered > 0 => cx.words.with(msg::LEAD_ANSWERED, (all(), fill::n(known.answered))),
        None if known.asked == 0 && known.spoke == 0 => cx.words.with(msg::LEAD_NONE_ASKED, all()),
        None => cx.words.with(msg::LEAD_NONE_ANSWERED, all()),
    }];
    if known.no_reply > 0 {
        lead.push(cx.words.with(msg::LEAD_NO_REPLY, (all(), fill::n(known.no_reply))));
    }
    if known.waiting > 0 {
        lead.push(cx.words.with(msg::LEAD_WAITING, (all(), fill::n(known.waiting))));
    }
    lead.extend(read_of(cx, election, ballot, &people));
    lead.join(" ")
}

/// Who says yes to the first question that anybody answered clearly; nothing when nobody does, or when it is not
/// known what a yes to those words says.
fn says_yes(cx: &Context<'_>, election: &Election, people: &[&Candidacy]) -> Option<String> {
    let answers = |put: &PutQuestion| people.iter().filter_map(|person| clear(person.cell(put.id())?)).collect();
    let mut put = election.questions.iter().map(answers);
    let answers: Vec<&Position> = put.find(|answers: &Vec<&Position>| !answers.is_empty())?;
    let yes: Vec<&Position> = answers.into_iter().filter(|p| p.mark.stance == Stance::Supports).collect();
    let first = yes.first()?;
    let id = if yes.iter().all(|p| p.mark.is_confirmed()) { msg::LEAD_YES } else { msg::LEAD_YES_REPORTED };
    let statement = fill::statement(first.wording().statement?.as_str());
    Some(cx.words.with(id, (fill::all(people.len()), fill::n(yes.len()), statement)))
}

/// Of how many of their parties we read a document whole, and of how many more a part of one.
fn read_of(cx: &Context<'_>, election: &Election, ballot: &Ballot, people: &[&Candidacy]) -> Option<String> {
    let is_party = |c: &&&Candidacy| c.party.is_registered() && c.support_withdrawn.is_none();
    let parties: BTreeSet<&PartyId> = people.iter().filter(is_party).map(|c| whose_line(c)).collect();
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

/// The first sentences of a person's page.
pub(crate) fn of_person(cx: &Context<'_>, election: &Election, person: &Candidacy) -> String {
    let (name, all) = (person.name.as_str(), person.cells.len());
    let clear: Vec<&Position> = person.cells.iter().filter_map(clear).collect();
    let own = if clear.is_empty() {
        cx.words.with(gap_lead(election, person), fill::name(name))
    } else {
        let sure = clear.iter().all(|p| p.mark.is_confirmed());
        let id = if sure { msg::PERSON_LEAD_ANSWERED } else { msg::PERSON_LEAD_REPORTED };
        cx.words.with(id, (fill::all(all), fill::n(clear.len()), fill::name(name)))
    };
    let lines = person.cells.iter().filter_map(|cell| cell.party.as_ref());
    let known = |cell: &&PartyCell| matches!(&cell.line, PartyLine::Stance(line) if mark::is_known_answer(&line.mark));
    let lines: Vec<&PartyCell> = lines.filter(known).collect();
    // The line of another party may stand in for one's own: each is counted under its own name.
    let parties: BTreeSet<&str> = lines.iter().map(|cell| cell.party.called().as_str()).collect();
    let sentences = parties.into_iter().map(|party| {
        let n = lines.iter().filter(|cell| cell.party.called().as_str() == party).count();
        cx.words.with(msg::PERSON_LEAD_PARTY, (fill::all(all), fill::n(n), fill::party(party)))
    });
    std::iter::once(own).chain(sentences).collect::<Vec<_>>().join(" ")
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
        Own::Answer(position) if mark::is_known_answer(&position.mark) => Some(position),
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
