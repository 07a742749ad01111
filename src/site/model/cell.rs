use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::derive::{Entrant, Scorecard};
use super::types::{Ask, AskExceptions, Document, Line, Party, Position, PutQuestion, Question, Reading, Wording};
use crate::atoms::{PersonId, Stance, Standing, Text};

/// One cell of a scorecard: what a candidate says on one question, and beside it the party line.
#[derive(Debug)]
pub struct Cell {
    /// The question.
    pub question: Arc<Question>,
    /// The version that is put in this election.
    pub version: u32,
    /// The candidate's own word: an answer or its gap, always present.
    pub own: Own,
    /// The candidate's own documents that do not speak of the question, a line under the own word.
    pub silences: Vec<Silence>,
    /// The party line; none for independents and the Speaker.
    pub party: Option<PartyCell>,
}

impl Cell {
    /// The words that are put.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        self.question.wording(self.version)
    }
}

/// What the first slot of a cell shows.
#[derive(Debug)]
pub enum Own {
    /// What was answered, if only `unclear` or `declined`.
    Answer(Arc<Position>),
    /// Clear answers of the same date that differ; they count as neither.
    Contradiction(Vec<Arc<Position>>),
    /// A mark that was taken off the site, and since when and why.
    TakenDown(Arc<Position>),
    /// All marks of the candidacy were taken off the site; the candidacy says why.
    AllTakenDown,
    /// A known gap.
    Gap(Gap),
}

/// Why there is no answer. Never written in a record, always derived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// An answer is on record and held back, so that its words can be checked first.
    BeingChecked,
    /// Asked, and the deadline is not reached.
    Waiting {
        /// When we asked.
        asked: Date,
        /// The last day for an answer.
        deadline: Date,
    },
    /// We tried to ask and could not.
    NotReached {
        /// When we tried.
        asked: Date,
        /// Why it failed.
        because: Text,
        /// When we learned of it.
        learned: Option<Date>,
    },
    /// Asked, and no reply came in time.
    NoReply {
        /// When we asked.
        asked: Date,
        /// The last day for an answer.
        deadline: Date,
    },
    /// We have not asked this person; after polling day we did not.
    NotAsked,
    /// Nobody has looked.
    NotChecked,
}

impl Gap {
    /// The word for it in data files, which records may not use.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::BeingChecked => "being_checked",
            Self::Waiting { .. } => "waiting",
            Self::NotReached { .. } => "not_reached",
            Self::NoReply { .. } => "no_reply",
            Self::NotAsked => "not_asked",
            Self::NotChecked => "not_checked",
        }
    }
}

/// A document that does not speak of a question, by a reading of the whole.
#[derive(Debug, Clone)]
pub struct Silence {
    /// The document.
    pub document: Arc<Document>,
    /// The reading that shows it.
    pub reading: Arc<Reading>,
}

/// What the second slot of a cell shows.
#[derive(Debug, Clone)]
pub struct PartyCell {
    /// Whose line it is: the candidate's party, or the one that lends its line.
    pub party: Arc<Party>,
    /// Why another party's line holds here.
    pub lent_because: Option<Text>,
    /// What is known.
    pub line: PartyLine,
}

/// What is known of a party's line on a question.
#[derive(Debug, Clone)]
pub enum PartyLine {
    /// A recorded line.
    Stance(Arc<Line>),
    /// A document that was read whole and does not speak of it.
    Silent(Silence),
    /// A line that was taken off the site.
    TakenDown(Arc<Line>),
    /// A line that is on record and held back.
    BeingChecked,
    /// Nobody has looked.
    NotChecked,
}

impl Scorecard<'_> {
    /// Which entry shows of a person's own word: a clear answer, then `declined` or `unclear`, then the gaps.
    pub(super) fn own(&self, of: &Entrant<'_>, put: &PutQuestion) -> Own {
        if of.takedown.is_some() {
            return Own::AllTakenDown;
        }
        let mine = || of.positions.iter().filter(|p| p.question.id == *put.id() && !p.mark.is_retracted());
        let clear: Vec<_> = mine().filter(|p| p.mark.stance.is_clear()).collect();
        if let Some(own) = latest_clear(&clear) {
            return own;
        }
        match mine().max_by_key(|p| p.mark.date.value) {
            Some(position) => shown(position),
            None => Own::Gap(self.gap(of, put)),
        }
    }

    fn gap(&self, of: &Entrant<'_>, put: &PutQuestion) -> Gap {
        if of.held.iter().any(|position| position.question.id == *put.id()) {
            return Gap::BeingChecked;
        }
        let rank = |gap: &Gap| match gap {
            Gap::Waiting { .. } => 0,
            Gap::NotReached { .. } => 1,
            Gap::BeingChecked | Gap::NoReply { .. } | Gap::NotAsked | Gap::NotChecked => 2,
        };
        let mut sent = self.asks.iter().filter(|ask| ask.date <= self.as_of).peekable();
        let stands = of.status == Standing::Standing;
        let asking = stands && sent.peek().is_some();
        let asked = sent.filter_map(|ask| self.asked(of.person, put, ask));
        let known: Vec<Gap> = asked.filter(|gap| stands || of.leaves(gap)).collect();
        let none = || if asking || (stands && self.is_over) { Gap::NotAsked } else { Gap::NotChecked };
        known.into_iter().rev().min_by_key(rank).unwrap_or_else(none)
    }

    /// What came of one round, when it put this version of the question to this person.
    fn asked(&self, person: &PersonId, put: &PutQuestion, ask: &Ask) -> Option<Gap> {
        if !ask.puts(put.id(), put.version) || !ask.reaches(person) {
            return None;
        }
        let (asked, deadline) = (ask.date, ask.deadline);
        match ask.exception(person) {
            Some(AskExceptions { because, date, .. }) => {
                Some(Gap::NotReached { asked, because: because.clone(), learned: *date })
            }
            None if self.as_of <= deadline => Some(Gap::Waiting { asked, deadline }),
            None => Some(Gap::NoReply { asked, deadline }),
        }
    }
}

impl Entrant<'_> {
    /// Whether what came of a round stays true of somebody who does not stand any more: nobody waits for them now, and whoever
    /// went before the deadline owed no answer.
    fn leaves(&self, gap: &Gap) -> bool {
        match gap {
            Gap::NotReached { .. } => true,
            Gap::NoReply { deadline, .. } => self.status_date.is_some_and(|gone| gone.earliest() > *deadline),
            Gap::BeingChecked | Gap::Waiting { .. } | Gap::NotAsked | Gap::NotChecked => false,
        }
    }
}

/// The latest clear answer, or all of the last date's when they differ.
///
/// What the person is known to have said comes before what others report or nobody could verify, and
/// an answer that is still on the site before one of the same date that was taken down.
fn latest_clear(clear: &[&Arc<Position>]) -> Option<Own> {
    let firm: Vec<&Arc<Position>> = clear.iter().copied().filter(|p| p.mark.is_firm()).collect();
    let among = if firm.is_empty() { clear.to_vec() } else { firm };
    let last = among.iter().map(|p| p.mark.date.value).max()?;
    let of_last: Vec<&Arc<Position>> = among.into_iter().filter(|p| p.mark.date == last).collect();
    let live: Vec<&Arc<Position>> = of_last.iter().copied().filter(|p| p.mark.takedown.is_none()).collect();
    let stances: BTreeSet<Stance> = live.iter().map(|p| p.mark.stance.value).collect();
    if stances.len() > 1 {
        return Some(Own::Contradiction(live.into_iter().cloned().collect()));
    }
    live.last().or(of_last.last()).map(|position| shown(position))
}

fn shown(position: &Arc<Position>) -> Own {
    if position.mark.takedown.is_some() { Own::TakenDown(position.clone()) } else { Own::Answer(position.clone()) }
}
