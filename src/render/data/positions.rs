use std::sync::Arc;

use super::marks::{evidence, recorded, without_evidence};
use super::rows::PositionRow;
use super::tables::WithEvidence;
use crate::model::{Cell, Gap, Own, Position, Question};
use crate::render::located::PersonAt;

/// The answers that the scorecard shows or its gap, and the history; nothing twice for people who
/// answer on another ballot.
pub(super) fn positions<'a>(of: &PersonAt<'a>) -> Vec<WithEvidence<'a, PositionRow<'a>>> {
    let person = of.person;
    if person.answers_in.is_some() {
        return Vec::new();
    }
    let mut rows: Vec<_> = person.cells.iter().filter_map(|cell| gap(of, cell)).collect();
    if person.takedown.is_none() {
        rows.extend(person.positions.iter().map(|position| answer(of, position)));
    }
    rows
}

fn gap<'a>(of: &PersonAt<'a>, cell: &'a Cell) -> Option<WithEvidence<'a, PositionRow<'a>>> {
    let (mark, asked, deadline) = match &cell.own {
        Own::Stance(_) | Own::Contradiction(_) | Own::TakenDown(_) => return None,
        Own::AllTakenDown => ("taken_down", None, None),
        Own::Gap(gap) => match gap {
            Gap::Waiting { asked, deadline } | Gap::NoReply { asked, deadline } => {
                (gap.word(), Some(asked), Some(deadline))
            }
            Gap::NotReached { asked, .. } => (gap.word(), Some(asked), None),
            Gap::NotAsked | Gap::NotChecked => (gap.word(), None, None),
        },
    };
    let row = PositionRow {
        shown: true,
        asked: asked.map(ToString::to_string),
        deadline: deadline.map(ToString::to_string),
        mark: without_evidence(mark),
        ..on(of, &cell.question, cell.version)
    };
    Some(WithEvidence { row, evidence: Vec::new() })
}

fn answer<'a>(of: &PersonAt<'a>, position: &'a Arc<Position>) -> WithEvidence<'a, PositionRow<'a>> {
    let shown = of.person.cells.iter().any(|cell| match &cell.own {
        Own::Stance(shown) | Own::TakenDown(shown) => Arc::ptr_eq(shown, position),
        Own::Contradiction(both) => both.iter().any(|shown| Arc::ptr_eq(shown, position)),
        Own::AllTakenDown | Own::Gap(_) => false,
    });
    let mark = recorded(&position.mark);
    let late_after = of.election.late(&of.person.person, position).filter(|_| position.mark.takedown.is_none());
    let late_after = late_after.map(|deadline| deadline.to_string());
    let row = PositionRow { shown, late_after, mark, ..on(of, &position.question, position.version) };
    WithEvidence { row, evidence: evidence(&position.mark) }
}

/// Whose word it is, and on what.
fn on<'a>(of: &PersonAt<'a>, question: &'a Question, version: u32) -> PositionRow<'a> {
    PositionRow {
        election: of.election.id.as_str(),
        ballot: of.ballot.id.as_str(),
        person: of.person.person.as_str(),
        question: question.id.as_str(),
        version,
        ..PositionRow::default()
    }
}
