//! What the picture of a page says: one function for each kind of page that has one.

use super::card::{Block, Card, Lines, Row};
use crate::atoms::{Stance, Standing, Words as _};
use crate::messages::{fill, msg};
use crate::model::{Candidacy, Cell, Election, Gap, Mark, Own, Party, PartyCell, PartyLine, PutQuestion, Question};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::{candidate, gap, mark, party_table, phrase, unknown};
use crate::render::record_words;

/// What the picture of a page says; nothing of kinds that have none, nor where it would show only what we did not do.
pub(super) fn of(cx: &Context<'_>, kind: &PageKind) -> Option<Card> {
    let card = match kind {
        PageKind::Ballot(election, ballot) => Some(of_ballot(cx, cx.election(election).ballot(ballot))),
        PageKind::Person(election, ballot, id) => of_person(cx, cx.election(election).ballot(ballot).person(id)),
        PageKind::Party(id) => of_party(cx, &cx.campaign.parties[id]),
        PageKind::Question(id) => of_question(cx, &cx.campaign.questions[id]),
        _ => None,
    };
    card.filter(|card| !card.blocks.iter().all(Block::is_bare))
}

fn of_ballot(cx: &Context<'_>, BallotAt { election, ballot, .. }: BallotAt<'_>) -> Card {
    let people = ballot.candidacies.iter().filter(|person| person.status == Standing::Standing);
    let people: Vec<_> = people.map(|person| (cx.person_name(ballot, person), person)).collect();
    let blocks = election.put_in(ballot.nation).map(|put| {
        let mut block = of_people(cx, people.iter().copied(), put);
        let cells = people.iter().filter_map(|(_, person)| person.cell(put.id())?.party.as_ref());
        let lines = cells.filter_map(|cell| match &cell.line {
            PartyLine::Stance(line) => Some((cell.party.called().as_str(), &line.mark)),
            _ => None,
        });
        block.lines = labelled(cx.words.text(msg::PICTURE_LINES).into_owned(), rows(cx, lines));
        Block { head: put.wording().short.to_string(), ..block }
    });
    let blocks = blocks.collect();
    let none_asked = (!people.is_empty() && unknown::none_asked(ballot)).then(|| fill::all(people.len()));
    Card {
        fictional: election.fictional,
        title: cx.ballot_name(election, ballot).to_owned(),
        under: in_election(cx, election),
        lead: none_asked.map(|all| cx.words.with(msg::LEAD_NONE_ASKED, all)),
        blocks,
    }
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
            let label = cx.words.with(msg::PARTY_LINE, fill::party(party.called().as_str()));
            block.lines = labelled(label, rows(cx, std::iter::once(("", &line.mark))));
        }
        block
    });
    let gaps = (
        fill::area(cx.ballot_name(election, ballot)),
        fill::date(cx.words.day(election.date)),
        fill::election(cx.election_beside_day(election)),
        fill::party(person.party.name.as_str()),
    );
    Some(Card {
        fictional: election.fictional,
        title: cx.person_name(ballot, person).to_owned(),
        under: cx.words.with(msg::PICTURE_CANDIDACY, gaps),
        lead: person.support_withdrawn.as_ref().map(|withdrawn| candidate::support_text(cx, person, withdrawn)),
        blocks: blocks.collect(),
    })
}

/// A person's own word on a question.
fn own(cx: &Context<'_>, election: &Election, cell: &Cell) -> Block {
    let text = |message| cx.words.text(message).into_owned();
    let head = cell.wording().short.to_string();
    let block = Block { head, none: text(msg::PICTURE_NONE), ..Block::default() };
    match &cell.own {
        Own::Answer(position) => Block { rows: rows(cx, std::iter::once(("", &position.mark))), ..block },
        Own::Contradiction(_) => Block { notes: vec![text(msg::GAP_DIFFER)], ..block },
        Own::TakenDown(_) | Own::AllTakenDown => Block { none: text(msg::GAP_TAKEN_DOWN), ..block },
        Own::Gap(gap) => {
            let word = gap::word(cx, gap, election.is_over).into_owned();
            match gap {
                Gap::NotAsked | Gap::NotChecked => Block { none: word, ..block },
                Gap::Waiting { .. } | Gap::NoReply { .. } | Gap::NotReached { .. } => {
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
        let lines = party_table::lines(election, party, &put.question).map(|line| {
            let nations = (!line.nations.is_empty()).then(|| phrase::nations_listed(cx, &line.nations));
            (nations.map(|nations| cx.words.with(msg::NATIONS_ONLY, fill::nations(nations))), &line.mark)
        });
        let lines: Vec<_> = lines.collect();
        let lines = lines.iter().map(|(nations, mark)| (nations.as_deref().unwrap_or_default(), *mark));
        Block {
            head: put.wording().short.to_string(),
            rows: rows(cx, lines),
            none: cx.words.text(msg::PICTURE_NO_LINE).into_owned(),
            ..Block::default()
        }
    });
    let blocks = blocks.collect();
    party.is_registered().then(|| Card {
        fictional: election.fictional,
        title: cx.party_title(party).to_owned(),
        under: cx.words.with(msg::PARTY_LINES, fill::election(in_election(cx, election))),
        lead: None,
        blocks,
    })
}

/// Who stands where on a question, in the latest election that puts it.
fn of_question(cx: &Context<'_>, question: &Question) -> Option<Card> {
    let (at, put) = cx.elections().find_map(|at| Some((at, at.election.put(&question.id)?)))?;
    let ElectionAt { election, .. } = at;
    let lines = party_table::known(cx, election).into_iter().flat_map(|party| {
        party_table::lines(election, party, &put.question).map(|line| (party.called().as_str(), &line.mark))
    });
    let lines =
        Block { head: cx.words.text(msg::PICTURE_LINES).into_owned(), rows: rows(cx, lines), ..Block::default() };
    let standing = |at: &PersonAt<'_>| at.person.status == Standing::Standing && at.person.answers_in.is_none();
    let people = at.ballots().flat_map(BallotAt::people).filter(standing);
    let people = of_people(cx, people.map(|at| (cx.person_name(at.ballot, at.person), at.person)), put);
    let people = Block { head: cx.words.text(msg::PICTURE_PEOPLE).into_owned(), ..people };
    let known = [people, lines].into_iter().filter(|block| !block.is_bare());
    Some(Card {
        fictional: election.fictional,
        title: put.wording().ask.to_string(),
        under: in_election(cx, election),
        lead: None,
        blocks: known.collect(),
    })
}

/// The candidates' own answers to a question, and how many gave none.
fn of_people<'a>(cx: &Context<'_>, people: impl Iterator<Item = (&'a str, &'a Candidacy)>, put: &PutQuestion) -> Block {
    let (mut answers, mut unchecked, mut no_reply, mut waiting) = (Vec::new(), 0, 0, 0);
    for (name, cell) in people.filter_map(|(name, person)| Some((name, person.cell(put.id())?))) {
        match &cell.own {
            Own::Answer(position) => {
                unchecked += usize::from(mark::waits(&position.mark));
                answers.push((name, &position.mark));
            }
            Own::Gap(Gap::NoReply { .. }) => no_reply += 1,
            Own::Gap(Gap::Waiting { .. }) => waiting += 1,
            _ => {}
        }
    }
    let counted = [(msg::PICTURE_UNCHECKED, unchecked), (msg::LEAD_NO_REPLY, no_reply), (msg::LEAD_WAITING, waiting)];
    let notes = counted.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| cx.words.with(id, fill::n(n)));
    Block {
        rows: rows(cx, answers.into_iter()),
        notes: notes.collect(),
        none: cx.words.text(msg::PICTURE_NONE).into_owned(),
        ..Block::default()
    }
}

/// The confirmed among some marks, a row for each stance, with the names of those who hold it.
fn rows<'a>(cx: &Context<'_>, marks: impl Iterator<Item = (&'a str, &'a Mark)>) -> Vec<Row> {
    let marks: Vec<_> = marks.filter(|(_, mark)| mark.is_confirmed() && mark.takedown.is_none()).collect();
    let noted = |name: &str, mark: &Mark| match mark.caveat {
        Some(_) if name.is_empty() => cx.words.text(msg::PICTURE_NOTE).into_owned(),
        Some(_) => cx.words.with(msg::PICTURE_NAME_NOTE, fill::name(name)),
        None => name.to_owned(),
    };
    let row = |stance: Stance| {
        let held = marks.iter().filter(|(_, mark)| *mark.stance == stance);
        let word = cx.words.text(record_words::stance(stance)).into_owned();
        let mut row = Row { stance, word, names: Vec::new() };
        for (name, mark) in held.clone() {
            let name = noted(name, mark);
            if !name.is_empty() && !row.names.contains(&name) {
                row.names.push(name);
            }
        }
        (held.count() > 0).then_some(row)
    };
    Stance::ALL.iter().copied().filter_map(row).collect()
}

fn labelled(label: String, rows: Vec<Row>) -> Option<Lines> {
    (!rows.is_empty()).then_some(Lines { label, rows })
}

fn in_election(cx: &Context<'_>, election: &Election) -> String {
    let gaps = (fill::date(cx.words.day(election.date)), fill::election(cx.election_beside_day(election)));
    cx.words.with(msg::PICTURE_ELECTION, gaps)
}
