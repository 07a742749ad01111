//! Takes what the scorecard shows of those who stand, gives what voters can write to each of them.

use jiff::civil::Date;

use super::cell::{Cell, Gap, Own};
use super::types::{Ask, Ballot, Campaign, Candidacy, Election, LetterToCandidate, PublicLetter, ToWrite};
use crate::atoms::{AskOutcome, LetterTo, PersonId, Stance, Standing};

impl Campaign {
    /// What voters can write to those who stand on a ballot, in its order; nothing once the election is over or the poll
    /// called off. It tells no more than the scorecard does.
    #[must_use]
    pub fn letters_on<'a>(&'a self, election: &'a Election, ballot: &'a Ballot) -> Vec<LetterToCandidate<'a>> {
        if self.letters.is_empty() || election.is_over || ballot.cancellation.is_some() {
            return Vec::new();
        }
        let letters: Vec<&PublicLetter> = self.letters.iter().filter(|letter| letter.is_for(ballot)).collect();
        let to = |candidacy: &'a Candidacy| {
            let what = to_write(election, candidacy, &letters)?;
            Some(LetterToCandidate { candidacy, what })
        };
        let all: Vec<_> = ballot.candidacies.iter().filter_map(to).collect();
        if all.iter().all(|one| matches!(one.what, ToWrite::Waits)) { Vec::new() } else { all }
    }
}

/// What to write to somebody: the first letter that fits.
fn to_write<'a>(election: &Election, candidacy: &'a Candidacy, letters: &[&'a PublicLetter]) -> Option<ToWrite<'a>> {
    let cells = &candidacy.cells;
    let is_off = |cell: &Cell| matches!(cell.own, Own::TakenDown(_) | Own::AllTakenDown);
    let wants_none =
        || cells.iter().any(is_off) || cells.iter().any(has_declined) || election.leaves_out(&candidacy.person);
    if candidacy.status != Standing::Standing || wants_none() {
        return None;
    }
    if cells.iter().any(|cell| matches!(cell.own, Own::Gap(Gap::BeingChecked))) {
        return Some(ToWrite::Waits);
    }
    let to = |whom: LetterTo| letters.iter().copied().filter(move |letter| letter.to.value == whom);
    let asks = to(LetterTo::Unanswered).find_map(|letter| {
        let open: Vec<&Cell> = cells.iter().filter(|cell| is_open(cell) && letter.asks(cell)).collect();
        (!open.is_empty()).then_some(ToWrite::Asks(letter, open))
    });
    let thanks =
        || to(LetterTo::Answered).find(|letter| cells.iter().any(|cell| has_answered(cell) && letter.asks(cell)));
    asks.or_else(|| thanks().map(ToWrite::Thanks))
}

/// Whether nothing is known of what somebody says, not even by others.
fn is_open(cell: &Cell) -> bool {
    matches!(&cell.own, Own::Gap(gap) if *gap != Gap::BeingChecked)
}

fn has_declined(cell: &Cell) -> bool {
    matches!(&cell.own, Own::Answer(position) if position.mark.stance == Stance::Declined)
}

/// Whether somebody gave a clear answer, and not only others say so.
fn has_answered(cell: &Cell) -> bool {
    matches!(&cell.own, Own::Answer(position) if position.mark.stance.is_clear() && position.mark.is_firm())
}

impl PublicLetter {
    /// Whether it is about the question of a cell.
    fn asks(&self, cell: &Cell) -> bool {
        self.questions.is_empty() || self.questions.iter().any(|id| *id == cell.question.id)
    }
}

impl Election {
    /// Whether rounds left somebody out on purpose, and none asked.
    fn leaves_out(&self, person: &PersonId) -> bool {
        let left_out = |ask: &Ask| ask.exception(person).is_some_and(|entry| entry.outcome == AskOutcome::NotAsked);
        self.asks.iter().any(left_out) && !self.asks.iter().any(|ask| ask.reaches(person))
    }

    /// The last day for an answer of somebody to some questions, in a round that puts one of them and still runs on a day.
    #[must_use]
    pub fn open_deadline(&self, person: &PersonId, open: &[&Cell], as_of: Date) -> Option<Date> {
        let puts = |ask: &&Ask| ask.questions.iter().any(|(id, _)| open.iter().any(|cell| cell.question.id == *id));
        let runs = self.asks.iter().filter(|ask| ask.date <= as_of && as_of <= ask.deadline && ask.reaches(person));
        runs.filter(puts).map(|ask| ask.deadline).max()
    }
}
