use std::sync::Arc;

use super::marks::{evidence, text, url, verified};
use super::rows::PositionRow;
use super::tables::{Of, WithEvidence};
use crate::atoms::Words;
use crate::model::{Cell, Gap, Own, Position, Question};

/// The answers that the scorecard shows or its gap, and the history; nothing twice for people who
/// answer on another ballot.
pub(super) fn positions<'a>(of: &Of<'a>) -> Vec<WithEvidence<'a, PositionRow<'a>>> {
    let Of { person, .. } = *of;
    if person.answers_in.is_some() {
        return Vec::new();
    }
    let mut rows: Vec<_> = person.cells.iter().filter_map(|cell| gap(of, cell)).collect();
    if person.takedown.is_none() {
        rows.extend(person.positions.iter().map(|position| answer(of, position)));
    }
    rows
}

fn gap<'a>(of: &Of<'a>, cell: &'a Cell) -> Option<WithEvidence<'a, PositionRow<'a>>> {
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
    let mut row = empty(of, &cell.question, cell.version, mark);
    row.asked = asked.map(ToString::to_string);
    row.deadline = deadline.map(ToString::to_string);
    row.shown = true;
    Some(WithEvidence { row, evidence: Vec::new() })
}

fn answer<'a>(of: &Of<'a>, position: &'a Arc<Position>) -> WithEvidence<'a, PositionRow<'a>> {
    let shown = of.person.cells.iter().any(|cell| match &cell.own {
        Own::Stance(shown) | Own::TakenDown(shown) => Arc::ptr_eq(shown, position),
        Own::Contradiction(both) => both.iter().any(|shown| Arc::ptr_eq(shown, position)),
        Own::AllTakenDown | Own::Gap(_) => false,
    });
    let mark = &position.mark;
    if mark.takedown.is_some() {
        let mut row = empty(of, &position.question, position.version, "taken_down");
        row.shown = shown;
        return WithEvidence { row, evidence: Vec::new() };
    }
    let (first, verified) = (mark.evidence.first(), verified(mark));
    let row = PositionRow {
        shown,
        date: Some(mark.date.to_string()),
        date_inferred: text(mark.date_inferred.as_ref()),
        verification: Some(verified.state),
        verification_because: verified.because,
        verification_date: verified.date,
        other_text: verified.other_text,
        checks: verified.checks,
        says: text(mark.says.as_ref()),
        caveat: text(mark.caveat.as_ref()),
        quote: mark.quote().map(|(quote, _)| quote.as_str()),
        evidence_kind: first.map(|evidence| evidence.kind.word()),
        evidence_title: first.map(|evidence| evidence.title.as_str()),
        evidence_place: first.and_then(|evidence| text(evidence.place.as_ref())),
        evidence_url: first.and_then(|evidence| url(evidence.url.as_ref())),
        reply: mark.reply.as_ref().map(|reply| reply.text.as_str()),
        ..empty(of, &position.question, position.version, mark.stance.word())
    };
    WithEvidence { row, evidence: mark.evidence.iter().map(evidence).collect() }
}

fn empty<'a>(of: &Of<'a>, question: &'a Question, version: u32, mark: &'static str) -> PositionRow<'a> {
    PositionRow {
        election: of.election.id.as_str(),
        ballot: of.ballot.id.as_str(),
        person: of.person.person.as_str(),
        question: question.id.as_str(),
        version,
        shown: false,
        mark,
        date: None,
        date_inferred: None,
        asked: None,
        deadline: None,
        verification: None,
        verification_because: None,
        verification_date: None,
        other_text: None,
        checks: 0,
        says: None,
        caveat: None,
        quote: None,
        evidence_kind: None,
        evidence_title: None,
        evidence_place: None,
        evidence_url: None,
        reply: None,
    }
}
