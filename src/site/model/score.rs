use super::cell::{Cell, Own};
use super::types::Mark;
use crate::atoms::{Stance, Wanted};

/// Under how many clear answers no sum is printed.
pub const FEWEST_CLEAR: usize = 2;

/// Of how many parts of the questions one must be answered clearly for a sum to be printed: a half.
pub const PART_ANSWERED: usize = 2;

/// How many of an election's questions have a confirmed clear answer, and how they compare with what
/// the campaign wants. Counts, never a grade, and only of questions on which the campaign takes a side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Score {
    /// On how many of the election's questions the campaign takes a side.
    pub questions: usize,
    /// How many of them have a confirmed clear answer.
    pub clear: usize,
    /// Of those, how many agree with the campaign.
    pub agree: usize,
    /// Of those, how many agree partly.
    pub partly: usize,
    /// Of those, how many disagree.
    pub disagree: usize,
}

impl Score {
    /// Counts, for each question that was put, what the campaign wants and the mark that stands for an answer, if any.
    #[must_use]
    pub fn of<'a>(questions: impl Iterator<Item = (Wanted, Option<&'a Mark>)>) -> Self {
        let mut score = Self::default();
        for (wanted, mark) in questions.filter(|(wanted, _)| *wanted != Wanted::None) {
            score.questions += 1;
            match mark.filter(|mark| mark.is_confirmed()).and_then(|mark| agreement(wanted, *mark.stance)) {
                Some(Agreement::Full) => score.agree += 1,
                Some(Agreement::Part) => score.partly += 1,
                Some(Agreement::None) => score.disagree += 1,
                None => continue,
            }
            score.clear += 1;
        }
        score
    }

    /// The sum of a person's own confirmed answers.
    pub(super) fn of_cells(cells: &[Cell]) -> Self {
        let answers = cells.iter().map(|cell| {
            let answer = if let Own::Answer(position) = &cell.own { Some(&position.mark) } else { None };
            (cell.wording().wants, answer)
        });
        Self::of(answers)
    }

    /// Whether there are enough clear answers for a sum: at least two, and at least half the questions.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.clear >= FEWEST_CLEAR && self.clear * PART_ANSWERED >= self.questions
    }
}

/// How an answer compares with what the campaign wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// It is what the campaign wants.
    Full,
    /// It goes part of the way.
    Part,
    /// It is the opposite.
    None,
}

/// Compares an answer with what the campaign wants; nothing when the campaign takes no side or the
/// answer is not clear.
#[must_use]
pub fn agreement(wanted: Wanted, stance: Stance) -> Option<Agreement> {
    match (wanted, stance) {
        (Wanted::None, _) | (_, Stance::Unclear | Stance::Declined) => None,
        (_, Stance::Mixed) => Some(Agreement::Part),
        (Wanted::Supports, Stance::Supports) | (Wanted::Opposes, Stance::Opposes) => Some(Agreement::Full),
        (Wanted::Supports, Stance::Opposes) | (Wanted::Opposes, Stance::Supports) => Some(Agreement::None),
    }
}
