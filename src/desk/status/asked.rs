use jiff::civil::Date;
use serde::Serialize;

use super::errand::{Errand, ErrandItem, ErrandKind, counted, either};
use crate::atoms::Standing;
use crate::model::{Ask, Ballot, Candidacy, Election, PutQuestion};

/// What came of a round of asking, of those who still stand.
#[derive(Debug, Serialize)]
pub(crate) struct RoundResult {
    /// The election.
    pub(crate) election: String,
    /// The round.
    pub(crate) id: String,
    /// When we asked.
    pub(crate) date: Date,
    /// The last day for an answer.
    pub(crate) deadline: Date,
    /// How many it reached.
    pub(crate) asked: usize,
    /// Of how many there is an answer to every question that it put to them, wherever they gave it.
    pub(crate) answered: usize,
    /// Of how many to some of the questions.
    pub(crate) in_part: usize,
    /// How many have not answered and still have time.
    pub(crate) waiting: usize,
    /// How many did not answer in time.
    pub(crate) no_reply: usize,
    /// How many it did not reach.
    pub(crate) not_reached: usize,
}

/// What came of a round for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Answered,
    InPart,
    Waiting,
    NoReply,
    NotReached,
}

/// What came of each round that was sent by a day.
pub(super) fn rounds(election: &Election, day: Date) -> Vec<RoundResult> {
    let sent = election.asks.iter().filter(|ask| ask.date <= day);
    let result = |ask: &Ask| {
        let outcomes: Vec<Outcome> = outcomes(election, ask, day).map(|(_, _, outcome)| outcome).collect();
        let of = |one: Outcome| outcomes.iter().filter(|outcome| **outcome == one).count();
        RoundResult {
            election: election.id.to_string(),
            id: ask.id.to_string(),
            date: ask.date,
            deadline: ask.deadline,
            asked: outcomes.len() - of(Outcome::NotReached),
            answered: of(Outcome::Answered),
            in_part: of(Outcome::InPart),
            waiting: of(Outcome::Waiting),
            no_reply: of(Outcome::NoReply),
            not_reached: of(Outcome::NotReached),
        }
    };
    sent.map(result).collect()
}

/// Everybody whom a round asked and who still stands, with what came of it.
pub(super) fn outcomes<'c>(
    election: &'c Election,
    ask: &'c Ask,
    day: Date,
) -> impl Iterator<Item = (&'c Ballot, &'c Candidacy, Outcome)> {
    standing(election).filter_map(move |(ballot, candidacy)| {
        Some((ballot, candidacy, outcome(election, ballot, candidacy, ask, day)?))
    })
}

/// Everybody who stands, each on the ballot that has the answers.
pub(super) fn standing(election: &Election) -> impl Iterator<Item = (&Ballot, &Candidacy)> {
    let all = election.ballots.iter().flat_map(|ballot| ballot.candidacies.iter().map(move |one| (ballot, one)));
    all.filter(|(_, one)| one.status == Standing::Standing && one.answers_in.is_none())
}

fn outcome(election: &Election, ballot: &Ballot, candidacy: &Candidacy, ask: &Ask, day: Date) -> Option<Outcome> {
    let put = election.put_in(ballot.nation).filter(|put| ask.puts(put.id(), put.version));
    let put: Vec<&PutQuestion> = put.collect();
    if put.is_empty() || day < ask.date || !ask.reaches(&candidacy.person) {
        return None;
    }
    let answered = put.iter().filter(|put| has_answered(candidacy, put)).count();
    Some(match answered {
        all if all == put.len() => Outcome::Answered,
        1.. => Outcome::InPart,
        // Of those whom a round reaches, only who was not to be found is an exception.
        0 if ask.exceptions.contains_key(&candidacy.person) => Outcome::NotReached,
        0 if day <= ask.deadline => Outcome::Waiting,
        0 => Outcome::NoReply,
    })
}

fn has_answered(candidacy: &Candidacy, put: &PutQuestion) -> bool {
    candidacy.recorded().any(|position| position.question.id == *put.id() && !position.mark.is_retracted())
}

/// Whom to remind, to ask again, to find and to ask, in elections to come.
pub(super) fn errands(elections: &[&Election], day: Date) -> Vec<Option<Errand>> {
    let to_come: Vec<&Election> = elections.iter().copied().filter(|election| day <= election.date).collect();
    let id = match to_come[..] {
        [one] => one.id.to_string(),
        _ => "ELECTION".to_owned(),
    };
    let ask =
        format!("“hustings ask ROUND --election {id} --deadline DATE” writes to all who have left a question open");
    let (waiting, silent) = (of(&to_come, day, Outcome::Waiting), of(&to_come, day, Outcome::NoReply));
    let (unreached, unasked) = (of(&to_come, day, Outcome::NotReached), unasked(&to_come));
    let have = |count| either(count, "has", "have");
    let told = |items: &[ErrandItem], what: &str| {
        let count = items.len();
        format!("{} {} {what}", counted(count, "candidate"), have(count))
    };
    let remind = "remind them; “hustings record NAME” enters what they answer";
    let find = format!("find another address and ask again: {ask}");
    vec![
        Errand::of(ErrandKind::Waiting, told(&waiting, "yet to answer and still time to do so"), remind, waiting),
        Errand::of(ErrandKind::NoReply, told(&silent, "not answered in time"), format!("ask again: {ask}"), silent),
        Errand::of(ErrandKind::NotReached, told(&unreached, "not been reached"), find, unreached),
        Errand::of(ErrandKind::NotAsked, told(&unasked, "not been asked"), ask, unasked),
    ]
}

/// Those for whom this came of a round that no later one has repeated to them.
fn of(elections: &[&Election], day: Date, wanted: Outcome) -> Vec<ErrandItem> {
    let mut items = Vec::new();
    for election in elections {
        for (ballot, candidacy) in standing(election) {
            let came = |ask: &&Ask| {
                outcome(election, ballot, candidacy, ask, day) == Some(wanted)
                    && !is_repeated(election, ballot, candidacy, ask, day)
            };
            let Some(ask) = election.asks.iter().rfind(came) else { continue };
            let (name, area) = (&candidacy.name, &ballot.area);
            items.push(ErrandItem {
                what: format!("{name}, {area}: {}, answers by {}", ask.id, ask.deadline),
                id: Some(candidacy.person.to_string()),
                file: Some(ballot.file.to_string()),
                line: Some(candidacy.pos.line),
            });
        }
    }
    items
}

/// Whether a later round put all the same to somebody, so that what came of this one is past.
fn is_repeated(election: &Election, ballot: &Ballot, candidacy: &Candidacy, ask: &Ask, day: Date) -> bool {
    let put = |by: &Ask| -> Vec<_> {
        let put = election.put_in(ballot.nation).filter(|put| by.puts(put.id(), put.version));
        put.map(PutQuestion::id).collect()
    };
    let later = election.asks.iter().filter(|later| (ask.date < later.date) && later.date <= day);
    later.filter(|later| later.reaches(&candidacy.person)).any(|later| {
        let again = put(later);
        put(ask).iter().all(|question| again.contains(question))
    })
}

/// Those who stand, of whom no answer is on record, and whom no round asks or leaves out with a reason.
fn unasked(elections: &[&Election]) -> Vec<ErrandItem> {
    let is_missed = |election: &Election, candidacy: &Candidacy| {
        let person = &candidacy.person;
        candidacy.recorded().next().is_none()
            && !election.asks.iter().any(|ask| ask.reaches(person) || ask.exceptions.contains_key(person))
    };
    let mut items = Vec::new();
    for election in elections {
        let missed = standing(election).filter(|(_, candidacy)| is_missed(election, candidacy));
        items.extend(missed.map(|(ballot, candidacy)| ErrandItem {
            what: format!("{}, {}", candidacy.name, ballot.area),
            id: Some(candidacy.person.to_string()),
            file: Some(ballot.file.to_string()),
            line: Some(candidacy.pos.line),
        }));
    }
    items
}

/// The rounds whose last day has passed although the site, by the day of its records, still waits for answers to them.
pub(super) fn overdue(elections: &[&Election], as_of: Date, day: Date) -> Vec<ErrandItem> {
    let asks = elections.iter().flat_map(|election| election.asks.iter().map(move |ask| (*election, ask)));
    let past = asks.filter(|(_, ask)| ask.date <= as_of && as_of <= ask.deadline && ask.deadline < day);
    let item = |(election, ask): (&Election, &Ask)| ErrandItem {
        what: format!("the site still waits for answers to {}, whose last day was {}", ask.id, ask.deadline),
        id: None,
        file: Some(format!("candidates/{}/asks/{}.yaml", election.id, ask.id)),
        line: None,
    };
    past.map(item).collect()
}
