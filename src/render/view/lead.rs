use std::collections::BTreeSet;

use super::Source;
use crate::atoms::{DocumentKind, PartyId, PartyKind, Stance, Standing};
use crate::model::{Ballot, Candidacy, Election, Gap, Own, PartyLine, Position};

/// What is known of the candidates of a ballot, counted.
#[derive(Default)]
struct Known {
    all: usize,
    answered: usize,
    spoke: usize,
    asked: usize,
    no_reply: usize,
    waiting: usize,
}

impl<'a> Source<'a> {
    /// The first sentences of a ballot's page: only what is known.
    pub(super) fn ballot_lead(&self, election: &Election, ballot: &'a Ballot) -> String {
        let people: Vec<&Candidacy> = ballot.candidacies.iter().filter(|c| c.status == Standing::Standing).collect();
        let known = Known::of(&people);
        if known.all == 0 {
            return self.words.text("ballot-none").into_owned();
        }
        let all = ("all", known.all.into());
        let mut lead = vec![match self.says_yes(election, &people) {
            Some(sentence) => sentence,
            None if known.answered > 0 => self.words.with("lead-answered", [("n", known.answered.into()), all]),
            None if known.asked == 0 && known.spoke == 0 => self.words.with("lead-none-asked", [all]),
            None => self.words.with("lead-none-answered", [all]),
        }];
        if known.no_reply > 0 {
            lead.push(self.words.with("lead-no-reply", [("n", known.no_reply.into())]));
        }
        if known.waiting > 0 {
            lead.push(self.words.with("lead-waiting", [("n", known.waiting.into())]));
        }
        lead.extend(self.read_of(election, ballot, &people));
        lead.join(" ")
    }

    /// Who says yes to the first question that anybody answered clearly.
    fn says_yes(&self, election: &Election, people: &[&Candidacy]) -> Option<String> {
        let answers = |question: usize| people.iter().filter_map(move |person| clear(person, question));
        let at = (0..election.questions.len()).find(|&question| answers(question).next().is_some())?;
        let yes: Vec<&Position> = answers(at).filter(|p| p.mark.stance == Stance::Supports).collect();
        let first = yes.first()?;
        let id = if yes.iter().all(|p| p.mark.is_confirmed()) { "lead-yes" } else { "lead-yes-reported" };
        let statement = first.question.statement.as_str().into();
        Some(self.words.with(id, [("n", yes.len().into()), ("all", people.len().into()), ("statement", statement)]))
    }

    /// Of how many of their parties we read something.
    fn read_of(&self, election: &Election, ballot: &Ballot, people: &[&Candidacy]) -> Option<String> {
        let is_party = |c: &&&Candidacy| matches!(c.party.kind, PartyKind::Party | PartyKind::Joint);
        let parties: BTreeSet<&PartyId> = people.iter().filter(is_party).map(|c| whose_line(c)).collect();
        let read = |party: &&PartyId, only_manifestos: bool| {
            self.read.get(*party).is_some_and(|documents| {
                documents.iter().any(|document| {
                    document.election == election.id
                        && (document.nations.is_empty() || ballot.nation.is_some_and(|n| document.nations.contains(&n)))
                        && (!only_manifestos || document.kind == DocumentKind::Manifesto)
                })
            })
        };
        let manifestos = parties.iter().filter(|party| read(party, true)).count();
        let documents = parties.iter().filter(|party| read(party, false)).count();
        let id = if documents == manifestos { "lead-manifestos" } else { "lead-documents" };
        (documents > 0).then(|| self.words.with(id, [("n", documents.into())]))
    }

    /// The first sentences of a person's page.
    pub(super) fn person_lead(&self, election: &Election, person: &Candidacy) -> String {
        let (name, all) = (person.name.as_str(), election.questions.len());
        let clear: Vec<&Position> = (0..all).filter_map(|question| clear(person, question)).collect();
        let own = if clear.is_empty() {
            self.words.with(gap_lead(election, person), [("name", name.into())])
        } else {
            let sure = clear.iter().all(|p| p.mark.is_confirmed());
            let id = if sure { "person-lead-answered" } else { "person-lead-reported" };
            self.words.with(id, [("name", name.into()), ("n", clear.len().into()), ("all", all.into())])
        };
        let lines = person.cells.iter().filter_map(|cell| cell.party.as_ref());
        let spoken = lines.filter(|cell| matches!(&cell.line, PartyLine::Stance(line) if line.mark.stance.is_clear()));
        let spoken = spoken.count();
        if spoken == 0 {
            return own;
        }
        let party = person.party.called().as_str().into();
        format!(
            "{own} {}",
            self.words.with("person-lead-party", [("party", party), ("n", spoken.into()), ("all", all.into())])
        )
    }
}

impl Known {
    fn of(people: &[&Candidacy]) -> Self {
        let mut known = Self { all: people.len(), ..Self::default() };
        for person in people {
            let own = |test: fn(&Own) -> bool| person.cells.iter().any(|cell| test(&cell.own));
            let answered = (0..person.cells.len()).any(|question| clear(person, question).is_some());
            let spoke = own(|own| matches!(own, Own::Stance(_) | Own::Contradiction(_)));
            let (no_reply, waiting) = (own(is_no_reply), own(is_waiting));
            let not_reached = own(|own| matches!(own, Own::Gap(Gap::NotReached { .. })));
            known.answered += usize::from(answered);
            known.spoke += usize::from(spoke);
            known.asked += usize::from(no_reply || waiting || not_reached);
            known.no_reply += usize::from(no_reply && !spoke);
            known.waiting += usize::from(waiting && !spoke);
        }
        known
    }
}

fn is_no_reply(own: &Own) -> bool {
    matches!(own, Own::Gap(Gap::NoReply { .. }))
}

fn is_waiting(own: &Own) -> bool {
    matches!(own, Own::Gap(Gap::Waiting { .. }))
}

fn clear(person: &Candidacy, question: usize) -> Option<&Position> {
    match &person.cells.get(question)?.own {
        Own::Stance(position) if position.mark.stance.is_clear() => Some(position),
        _ => None,
    }
}

fn gap_lead(election: &Election, person: &Candidacy) -> &'static str {
    let all = |test: fn(&Own) -> bool| !person.cells.is_empty() && person.cells.iter().all(|cell| test(&cell.own));
    if all(is_no_reply) {
        "person-lead-no-reply"
    } else if all(is_waiting) {
        "person-lead-waiting"
    } else if all(|own| matches!(own, Own::Gap(Gap::NotReached { .. }))) {
        "person-lead-not-reached"
    } else if all(|own| matches!(own, Own::Gap(Gap::NotAsked))) {
        if election.is_over { "person-lead-not-asked-after" } else { "person-lead-not-asked" }
    } else {
        "person-lead-unknown"
    }
}

/// The party whose line a candidate carries.
fn whose_line(person: &Candidacy) -> &PartyId {
    person.cells.iter().find_map(|cell| cell.party.as_ref()).map_or(&person.party.id, |cell| &cell.party.id)
}
