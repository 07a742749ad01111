use jiff::civil::Date;

use super::refer::Refer;
use super::types::{Cancellation, Candidacy};
use crate::atoms::{Standing, Words as _};
use crate::diagnostic::{Code, Pos};
use crate::load::At;
use crate::load::records::{CandidacyRecord, ElectedRecord};

/// What the results of a ballot have to fit.
pub(super) struct Count<'a> {
    /// Polling day, where it is known.
    pub(super) polling_day: Option<Date>,
    /// How many are elected, where that could be read.
    pub(super) seats: Option<u32>,
    /// That the poll was called off.
    pub(super) cancellation: Option<&'a Cancellation>,
}

impl Count<'_> {
    /// Whether all who stand are elected without a vote, so that nobody waits for polling day.
    fn is_uncontested(&self) -> bool {
        self.cancellation.is_some_and(|cancellation| cancellation.uncontested)
    }
}

impl Refer<'_> {
    /// Judges who is said to have been elected on a ballot.
    pub(super) fn results(&mut self, candidacies: &[Candidacy], count: &Count<'_>) {
        for candidacy in candidacies {
            if let Some(result) = candidacy.record.elected.as_deref() {
                self.result_of_its_day(result, count);
            }
            if let Some(result) = candidacy.elected() {
                self.could_be_elected(&candidacy.record, result, count);
            }
        }
        self.no_more_than_seats(candidacies, count);
    }

    /// A result comes on polling day or after it, unless nobody had to vote.
    fn result_of_its_day(&mut self, At { pos, value: result }: &At<ElectedRecord>, count: &Count<'_>) {
        result.date.iter().for_each(|date| self.happened(date));
        let Some(polling_day) = count.polling_day.filter(|_| !count.is_uncontested()) else { return };
        if let Some(day) = self.to.known.day.filter(|day| day.day() < polling_day) {
            let message = format!("this is a result, and polling day is {polling_day}, after {day}");
            self.judge.report(
                Code::WrongResult,
                *pos,
                message,
                "take it out until the votes are counted, or move “as_of:” in hustings.yaml forward",
            );
        } else if let Some(date) = result.date.as_ref().filter(|date| date.latest() < polling_day) {
            let message = format!("this result is of {}, before polling day, {polling_day}", date.value);
            self.judge.report(Code::DateOrder, date.pos, message, "write the day on which the result was declared");
        }
    }

    /// Nobody is elected who did not stand on polling day, nor in a poll that was called off.
    fn could_be_elected(&mut self, person: &CandidacyRecord, result: &ElectedRecord, count: &Count<'_>) {
        let (pos, name) = (result.value.pos, &person.name);
        let since = person.status_date.as_ref().map(|date| date.earliest());
        let stood = since.is_some_and(|since| count.polling_day.is_some_and(|polling_day| since > polling_day));
        if person.status != Standing::Standing && !stood {
            let message = format!("{name} is said to be elected here, and to have “status: {}”", person.status.word());
            let help = "correct one of the two; of what happened after polling day “status_date:” says when";
            self.judge.report(Code::WrongResult, pos, message, help);
        }
        if count.cancellation.is_some() && !count.is_uncontested() {
            let message = format!("{name} is said to be elected here, and the poll to have been called off");
            let help = "take one of the two out; “cancellation: {uncontested: true}” says that no vote was needed";
            self.judge.report(Code::WrongResult, pos, message, help);
        }
    }

    fn no_more_than_seats(&mut self, candidacies: &[Candidacy], count: &Count<'_>) {
        let Some(seats) = count.seats else { return };
        let elected: Vec<Pos> = candidacies.iter().filter_map(|one| Some(one.elected()?.value.pos)).collect();
        let too_many = usize::try_from(seats).ok().and_then(|seats| elected.get(seats));
        if let Some(first) = too_many {
            let seats = if seats == 1 { "1 seat".to_owned() } else { format!("{seats} seats") };
            let message = format!("{} people are said to be elected here, for {seats}", elected.len());
            self.judge.report(
                Code::WrongResult,
                *first,
                message,
                "correct “seats:”, or say “value: false” of who was not elected",
            );
        }
    }
}
