//! What the picture of a page says: one function for each kind of page that has one.

use super::card::{Block, Card, Knowledge, Lines, Row};
use crate::atoms::Standing;
use crate::country::uk::Nation;
use crate::messages::{fill, msg};
use crate::model::{Ballot, Cell, Election, Gap, Mark, Own, Party, PartyCell, PartyLine, PutQuestion, Question};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::answers::{Answers, GivenBy, Group, NamedCandidacy};
use crate::render::parts::{candidate, gap, party_table, phrase, seats, unknown};

/// What the picture of a page says; nothing of kinds that have none, nor where it would show only what we did not do.
pub(super) fn of(cx: &Context<'_>, kind: &PageKind) -> Option<Card> {
    let card = match kind {
        PageKind::Ballot(election, ballot) => Some(of_ballot(cx, cx.election(election).ballot(ballot))),
        PageKind::Person(election, ballot, id) => of_person(cx, cx.election(election).ballot(ballot).person(id)),
        PageKind::Party(id) => of_party(cx, &cx.campaign.parties[id]),
        PageKind::Question(id) => of_question(cx, &cx.campaign.questions[id]),
        _ => None,
    };
    card.filter(|card| card.blocks.iter().any(|block| block.known() < Knowledge::Nothing))
}

fn of_ballot(cx: &Context<'_>, BallotAt { election, ballot, .. }: BallotAt<'_>) -> Card {
    let people = ballot.candidacies.iter().filter(|person| person.status == Standing::Standing);
    let people: Vec<_> = people.map(|person| (cx.person_name(ballot, person), person)).collect();
    let blocks = election.put_in(ballot.nation).map(|put| {
        let lines = Answers::of_lines(cx, people.iter().filter_map(|(_, person)| person.cell(put.id())));
        let lines = labelled(cx.words.text(msg::PICTURE_LINES).into_owned(), rows(cx, &lines));
        Block { head: put.wording().short.as_str().to_owned(), lines, ..of_people(cx, people.iter().cloned(), put) }
    });
    let blocks = blocks.collect();
    let none_asked = (!people.is_empty() && unknown::none_asked(cx, election, ballot)).then(|| fill::all(people.len()));
    let none_asked = none_asked.map(|all| cx.words.with(msg::LEAD_NONE_ASKED, all));
    Card {
        fictional: election.fictional,
        title: cx.ballot_name(election, ballot).into_owned(),
        under: in_election(cx, election),
        cancelled: cancelled(cx, election, ballot),
        leads: seats::incomplete(cx, ballot).into_iter().chain(none_asked).collect(),
        blocks,
    }
}

/// That the poll was called off, and why.
fn cancelled(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> Option<String> {
    let reason = ballot.cancellation.as_ref()?.reason.as_ref().map(|reason| reason.as_str().to_owned());
    let text = seats::cancelled_text(cx, election, ballot)?;
    Some([Some(text), reason].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// One candidate: the own answers, and the party's line under its own label.
fn of_person(cx: &Context<'_>, at: PersonAt<'_>) -> Option<Card> {
    let PersonAt { election, ballot, person, .. } = at;
    if person.status != Standing::Standing || !candidate::has_answers(cx, at) {
        return None;
    }
    let blocks = person.cells.iter().map(|cell| {
        let mut block = own(cx, election, cell);
        if let Some(PartyCell { party, line: PartyLine::Stance(line), .. }) = &cell.party {
            let label = cx.words.with(msg::PARTY_LINE, fill::party(party.called()));
            block.lines = labelled(label, of_mark(cx, &line.mark));
        }
        block
    });
    let support = person.support_withdrawn.as_ref();
    let gaps = (
        fill::area(cx.ballot_name(election, ballot)),
        fill::date(cx.words.day(election.date)),
        fill::election(cx.election_beside_day(election)),
        fill::party(&person.party.name),
    );
    Some(Card {
        fictional: election.fictional,
        title: cx.person_name(ballot, person).into_owned(),
        under: cx.words.with(msg::PICTURE_CANDIDACY, gaps),
        cancelled: cancelled(cx, election, ballot),
        leads: support.map(|withdrawn| candidate::support_text(cx, person, withdrawn)).into_iter().collect(),
        blocks: blocks.collect(),
    })
}

/// A person's own word on a question.
fn own(cx: &Context<'_>, election: &Election, cell: &Cell) -> Block {
    let text = |message| cx.words.text(message).into_owned();
    let head = cell.wording().short.as_str().to_owned();
    let block = Block { head, none: text(msg::PICTURE_NONE), ..Block::default() };
    match &cell.own {
        Own::Answer(position) => Block { rows: of_mark(cx, &position.mark), ..block },
        Own::Contradiction(_) => Block { notes: vec![text(msg::GAP_DIFFER)], ..block },
        Own::TakenDown(_) | Own::AllTakenDown => Block { none: text(msg::GAP_TAKEN_DOWN), ..block },
        Own::Gap(gap) => {
            let word = gap::word(cx, gap, election.is_over).into_owned();
            match gap {
                Gap::NotAsked | Gap::NotChecked => Block { none: word, ..block },
                Gap::BeingChecked | Gap::Waiting { .. } | Gap::NoReply { .. } | Gap::NotReached { .. } => {
                    Block { notes: vec![word], ..block }
                }
            }
        }
    }
}

/// A party's lines in the latest election of which any is known. Labels that are no party have none.
fn of_party(cx: &Context<'_>, party: &Party) -> Option<Card> {
    let election = cx.campaign.elections.iter().find(|election| election.knows_of(party))?;
    let blocks = election.put_to_party(party).map(|put| {
        let lines = party_table::lines(election, party, &put.question);
        Block {
            head: put.wording().short.as_str().to_owned(),
            rows: rows_of_one(cx, lines.map(|line| (&line.nations[..], &line.mark))),
            none: cx.words.text(msg::PICTURE_NO_LINE).into_owned(),
            ..Block::default()
        }
    });
    let blocks = blocks.collect();
    party.is_registered().then(|| Card {
        fictional: election.fictional,
        title: cx.party_title(party).into_owned(),
        under: cx.words.with(msg::PARTY_LINES, fill::election(in_election(cx, election))),
        cancelled: None,
        leads: Vec::new(),
        blocks,
    })
}

/// Who stands where on a question, in the latest election that puts it.
fn of_question(cx: &Context<'_>, question: &Question) -> Option<Card> {
    let (at, put) = cx.elections().find_map(|at| Some((at, at.election.put(&question.id)?)))?;
    let ElectionAt { election, .. } = at;
    let lines = rows(cx, &Answers::of_parties(cx, election, put));
    let lines = Block { head: cx.words.text(msg::PICTURE_LINES).into_owned(), rows: lines, ..Block::default() };
    let standing = |at: &PersonAt<'_>| at.person.status == Standing::Standing && at.person.answers_in.is_none();
    let people = at.ballots().flat_map(BallotAt::people).filter(standing);
    let people = of_people(cx, people.map(|at| (cx.person_name(at.ballot, at.person), at.person)), put);
    let people = Block { head: cx.words.text(msg::PICTURE_PEOPLE).into_owned(), ..people };
    let known = [people, lines].into_iter().filter(|block| block.known() < Knowledge::Nothing);
    Some(Card {
        fictional: election.fictional,
        title: put.wording().ask.as_str().to_owned(),
        under: in_election(cx, election),
        cancelled: None,
        leads: Vec::new(),
        blocks: known.collect(),
    })
}

/// The candidates' own answers to a question, and how many gave none.
fn of_people<'a>(cx: &Context<'a>, people: impl Iterator<Item = NamedCandidacy<'a>>, put: &PutQuestion) -> Block {
    let answers = Answers::of_people(cx, people, put);
    let unchecked = (answers.unchecked > 0).then(|| cx.words.with(msg::PICTURE_UNCHECKED, fill::n(answers.unchecked)));
    Block {
        rows: rows(cx, &answers),
        notes: unchecked.into_iter().chain(answers.silent(cx)).collect(),
        none: cx.words.text(msg::PICTURE_NONE).into_owned(),
        ..Block::default()
    }
}

/// The confirmed among some answers, a row for each stance, with the names of those who hold it.
fn rows(cx: &Context<'_>, answers: &Answers<'_>) -> Vec<Row> {
    let name = |holder: &GivenBy<'_>| match holder.noted {
        true => cx.words.with(msg::PICTURE_NAME_NOTE, fill::name(holder.name(cx))),
        false => holder.name(cx),
    };
    let row = |group: &Group<'_>| row(group, group.by.iter().map(name).collect(), String::new());
    answers.confirmed().map(row).collect()
}

fn row(group: &Group<'_>, names: Vec<String>, about: String) -> Row {
    Row { stance: group.stance, word: group.word.to_string(), names, about }
}

/// The same where the picture says already whose answers these are: with where alone they hold.
fn rows_of_one<'m>(cx: &Context<'_>, marks: impl Iterator<Item = (&'m [Nation], &'m Mark)>) -> Vec<Row> {
    let answers = Answers::of_marks(cx, marks.map(|(nations, mark)| ("".into(), nations, mark)));
    let about = |holder: &GivenBy<'_>| {
        let nations = (!holder.nations.is_empty()).then(|| phrase::nations_listed(cx, &holder.nations));
        let nations = nations.map(|nations| cx.words.with(msg::PICTURE_NATIONS, fill::nations(nations)));
        let note = holder.noted.then(|| cx.words.text(msg::PICTURE_NOTE).into_owned());
        [nations, note].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let row = |group: &Group<'_>| row(group, Vec::new(), group.by.iter().map(about).collect());
    answers.confirmed().map(row).collect()
}

fn of_mark(cx: &Context<'_>, mark: &Mark) -> Vec<Row> {
    rows_of_one(cx, std::iter::once((&[][..], mark)))
}

fn labelled(label: String, rows: Vec<Row>) -> Option<Lines> {
    (!rows.is_empty()).then_some(Lines { label, rows })
}

fn in_election(cx: &Context<'_>, election: &Election) -> String {
    let gaps = (fill::date(cx.words.day(election.date)), fill::election(cx.election_beside_day(election)));
    cx.words.with(msg::PICTURE_ELECTION, gaps)
}
