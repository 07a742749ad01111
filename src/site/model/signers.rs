use super::changes::Candidate;
use super::types::{Ask, Campaign, Candidacy, Pledge, Signature, Signer};
use crate::atoms::{PersonId, Standing};
use crate::load::records::TakedownRecord;

impl Campaign {
    /// Why a signature is not shown: it was taken off the site, or all that the one who signed said.
    #[must_use]
    pub fn takedown_of<'c>(&'c self, pledge: &Pledge, signature: &'c Signature) -> Option<&'c TakedownRecord> {
        let of_person = || {
            let Signer::Person(person) = &signature.who else { return None };
            let ballots = self.elections.by_id(&pledge.election)?.ballots.iter();
            ballots.filter_map(|ballot| ballot.candidacies.by_id(person)?.takedown.as_deref()).next()
        };
        signature.mark.takedown.as_deref().or_else(of_person)
    }

    /// Who was asked everything that a pledge answers while it could be signed, whose time for an answer is over, and of whom no
    /// signature is on record, in the order of the ballots. Nobody else is said not to have signed.
    #[must_use]
    pub fn asked_and_unsigned(&self, pledge: &Pledge) -> Vec<Candidate<'_>> {
        let Some(election) = self.elections.by_id(&pledge.election) else { return Vec::new() };
        let rounds: Vec<&Ask> = election.asks.iter().filter(|ask| self.asks_of(ask, pledge)).collect();
        let is_asked = |person: &PersonId| {
            rounds.iter().any(|ask| ask.people.contains(person) && !ask.exceptions.contains_key(person))
        };
        let has_signed =
            |person: &PersonId| pledge.recorded().any(|signature| signature.who == Signer::Person(person.clone()));
        let is_unsigned = |person: &Candidacy| {
            let stands = person.status == Standing::Standing && person.answers_in.is_none();
            stands && person.takedown.is_none() && is_asked(&person.person) && !has_signed(&person.person)
        };
        let ballots = election.ballots.iter();
        let people = ballots
            .flat_map(|ballot| ballot.candidacies.iter().map(move |person| Candidate { election, ballot, person }));
        people.filter(|at| is_unsigned(at.person)).collect()
    }

    /// Whether a round put all that a pledge answers while it could be signed, and its time is over.
    fn asks_of(&self, ask: &Ask, pledge: &Pledge) -> bool {
        let is_open = pledge.opened.as_ref().is_none_or(|opened| opened.earliest() <= ask.date)
            && pledge.closed.as_ref().is_none_or(|closed| ask.date <= closed.latest());
        let puts_all = pledge.answers.iter().all(|answer| ask.puts(&answer.question.id, answer.version));
        !pledge.answers.is_empty() && puts_all && is_open && ask.deadline < self.site.as_of
    }
}
