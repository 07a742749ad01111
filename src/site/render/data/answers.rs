use std::sync::Arc;

use jiff::civil::Date;

use super::marks::{MarkAt, nations};
use super::table::columns;
use crate::country::uk::Nation;
use crate::model::{Campaign, Cell, Election, Gap, Line, Own, Party, PartyLine, Position, Question};
use crate::render::located::PersonAt;

/// What is known of a candidate's own word on a question: an answer, or why there is none.
pub(super) struct PositionAt<'a> {
    of: PersonAt<'a>,
    question: &'a Question,
    version: u32,
    shown: bool,
    asked: Option<Date>,
    deadline: Option<Date>,
    late_after: Option<Date>,
    mark: MarkAt<'a>,
}

columns!(PositionAt { of, question, version, shown, asked, deadline, late_after, mark } = PositionAt<'_> => {
    election: "string" in Csv, "The election's id", &of.election.id;
    ballot: "string", "The ballot's id", &of.ballot.id;
    person: "string", "The person's id", &of.person.person;
    question: "string", "The question's id", &question.id;
    version: "integer", "The version of the question", *version;
    shown: "boolean", "Whether the scorecard shows it; the others are history", *shown;
    asked: "date", "For gaps: when we asked", *asked;
    deadline: "date", "For gaps: the last day for an answer", *deadline;
    late_after: "date", "For replies that came late: the deadline that had passed", *late_after;
    pledge: "string", "The id of the pledge that was signed, when that is the answer", mark.pledge();
    ..mark: MarkAt<'_>
});

/// The answers that the scorecard shows or its gap, and the history; nothing twice for people who
/// answer on another ballot.
pub(super) fn positions<'a>(of: PersonAt<'a>) -> Vec<PositionAt<'a>> {
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

fn gap<'a>(of: PersonAt<'a>, cell: &'a Cell) -> Option<PositionAt<'a>> {
    let (mark, asked, deadline) = match &cell.own {
        Own::Answer(_) | Own::Contradiction(_) | Own::TakenDown(_) => return None,
        Own::AllTakenDown => ("taken_down", None, None),
        Own::Gap(gap) => match gap {
            Gap::Waiting { asked, deadline } | Gap::NoReply { asked, deadline } => {
                (gap.word(), Some(*asked), Some(*deadline))
            }
            Gap::NotReached { asked, .. } => (gap.word(), Some(*asked), None),
            Gap::BeingChecked | Gap::NotAsked | Gap::NotChecked => (gap.word(), None, None),
        },
    };
    let (question, version, mark) = (&*cell.question, cell.version, MarkAt::gap(mark));
    Some(PositionAt { of, question, version, shown: true, asked, deadline, late_after: None, mark })
}

fn answer<'a>(of: PersonAt<'a>, position: &'a Arc<Position>) -> PositionAt<'a> {
    let shown = of.person.cells.iter().any(|cell| match &cell.own {
        Own::Answer(shown) | Own::TakenDown(shown) => Arc::ptr_eq(shown, position),
        Own::Contradiction(both) => both.iter().any(|shown| Arc::ptr_eq(shown, position)),
        Own::AllTakenDown | Own::Gap(_) => false,
    });
    let Position { question, version, mark } = &**position;
    let late_after = of.election.late(&of.person.person, position).filter(|_| mark.takedown.is_none());
    let (version, mark) = (*version, MarkAt::recorded(mark));
    PositionAt { of, question, version, shown, asked: None, deadline: None, late_after, mark }
}

/// What is known of a party's line on a question.
pub(super) struct LineAt<'a> {
    party: &'a Party,
    election: &'a Election,
    question: &'a Question,
    version: u32,
    nations: &'a [Nation],
    mark: MarkAt<'a>,
}

columns!(line = LineAt<'_> => {
    party: "string", "The party's id", &line.party.id;
    party_name: "string", "The party's name", &line.party.name;
    election: "string", "The election's id", &line.election.id;
    question: "string", "The question's id", &line.question.id;
    version: "integer", "The version of the question", line.version;
    nations: "string", "The nations to which it applies, with spaces between them; empty for all", nations(line.nations);
    pledge: "string", "The id of the pledge that was signed, when that is the line", line.mark.pledge();
    ..mark: MarkAt<'_>
});

/// The recorded lines of all parties in an election, and the silences of their documents.
pub(super) fn lines<'a>(campaign: &'a Campaign, election: &'a Election) -> Vec<LineAt<'a>> {
    let mut rows = Vec::new();
    for party in campaign.parties.iter().map(|party| &**party) {
        let own = party.lines.iter().filter(|line| line.election == election.id);
        rows.extend(own.map(|line| {
            let Line { question, version, nations, mark, .. } = &**line;
            LineAt { party, election, question, version: *version, nations, mark: MarkAt::recorded(mark) }
        }));
        rows.extend(election.questions.iter().filter_map(|put| {
            let cell = election.party_lines.get(&party.id, None, put.id())?;
            let PartyLine::Silent(silence) = &cell.line else { return None };
            let (question, version, mark) = (&*put.question, put.version, MarkAt::silent(silence));
            cell.lent_because.is_none().then_some(LineAt { party, election, question, version, nations: &[], mark })
        }));
    }
    rows
}
