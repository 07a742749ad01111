use jiff::civil::Date;
use serde::Serialize;

use super::asked::standing;
use crate::atoms::Words as _;
use crate::model::{Ballot, Candidacy, Election, Own, PartyLine, PutQuestion};

/// Of how many candidates something is known, in an election or a part of it.
#[derive(Debug, Serialize)]
pub(crate) struct Covered {
    /// The election.
    pub(crate) election: String,
    /// What the part goes by: `election` for the whole, `nation`, `region` or `party`.
    pub(crate) by: &'static str,
    /// The name of the part.
    pub(crate) name: String,
    /// How many stand.
    pub(crate) candidates: usize,
    /// How many of them were sent a round of asking.
    pub(crate) asked: usize,
    /// Of how many at least one answer of their own is on record.
    pub(crate) answered: usize,
    /// Of how many that, or a line of their party.
    pub(crate) known: usize,
}

/// How far an election is, as a whole, then by nation, region and party, each by name.
pub(super) fn coverage(election: &Election, day: Date) -> Vec<Covered> {
    let mut rows = vec![row(election, "election", election.name.as_str())];
    for (ballot, candidacy) in standing(election) {
        let nation = ballot.nation.map(|nation| nation.word().to_owned());
        let region = ballot.region.as_ref().map(ToString::to_string);
        let parts = [
            ("election", Some(election.name.to_string())),
            ("nation", nation),
            ("region", region),
            ("party", Some(candidacy.party.name.to_string())),
        ];
        for (by, name) in parts.into_iter().filter_map(|(by, name)| Some((by, name?))) {
            let at = rows.iter().position(|row| row.by == by && row.name == name).unwrap_or_else(|| {
                rows.push(row(election, by, &name));
                rows.len() - 1
            });
            rows[at].count(election, candidacy, ballot, day);
        }
    }
    let order = |by: &str| ["election", "nation", "region", "party"].iter().position(|known| *known == by);
    rows.sort_by(|one, other| (order(one.by), &one.name).cmp(&(order(other.by), &other.name)));
    rows
}

fn row(election: &Election, by: &'static str, name: &str) -> Covered {
    Covered {
        election: election.id.to_string(),
        by,
        name: name.to_owned(),
        candidates: 0,
        asked: 0,
        answered: 0,
        known: 0,
    }
}

impl Covered {
    fn count(&mut self, election: &Election, candidacy: &Candidacy, ballot: &Ballot, day: Date) {
        let person = &candidacy.person;
        let mut sent = election.asks.iter().filter(|ask| ask.date <= day);
        let was_asked = sent.any(|ask| ask.reaches(person) && !ask.exceptions.contains_key(person));
        let put: Vec<_> = election.put_in(ballot.nation).map(PutQuestion::id).collect();
        let is_own =
            candidacy.recorded().any(|position| put.contains(&&position.question.id) && !position.mark.is_retracted())
                || candidacy.cells.iter().any(|cell| matches!(cell.own, Own::AllTakenDown));
        let has_line = candidacy.cells.iter().any(|cell| {
            cell.party.as_ref().is_some_and(|party| matches!(party.line, PartyLine::Stance(_) | PartyLine::Silent(_)))
        });
        self.candidates += 1;
        self.asked += usize::from(was_asked);
        self.answered += usize::from(is_own);
        self.known += usize::from(is_own || has_line);
    }
}
