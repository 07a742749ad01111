use std::sync::Arc;

use super::marks::{evidence, nations, recorded, silent};
use super::rows::LineRow;
use super::tables::WithEvidence;
use crate::model::{Election, Line, Party, PartyLine, Question};

/// The recorded lines of all parties in an election, and the silences of their documents.
pub(super) fn lines<'a>(election: &'a Election, parties: &'a [Arc<Party>]) -> Vec<WithEvidence<'a, LineRow<'a>>> {
    let mut rows = Vec::new();
    for party in parties {
        let own = party.lines.iter().filter(|line| line.election == election.id);
        rows.extend(own.map(|line| line_row(party, line)));
        for put in &election.questions {
            let cell = election.party_lines.get(&party.id, None, put.id());
            let Some(cell) = cell.filter(|cell| cell.lent_because.is_none()) else { continue };
            if let PartyLine::Silent(silence) = &cell.line {
                let row =
                    LineRow { mark: silent(silence), ..of(party, election.id.as_str(), &put.question, put.version) };
                rows.push(WithEvidence { row, evidence: Vec::new() });
            }
        }
    }
    rows
}

fn line_row<'a>(party: &'a Party, line: &'a Line) -> WithEvidence<'a, LineRow<'a>> {
    let row = LineRow {
        nations: nations(&line.nations),
        mark: recorded(&line.mark),
        ..of(party, line.election.as_str(), &line.question, line.version)
    };
    WithEvidence { row, evidence: evidence(&line.mark) }
}

/// Whose line it is, and on what.
fn of<'a>(party: &'a Party, election: &'a str, question: &'a Question, version: u32) -> LineRow<'a> {
    LineRow {
        party: party.id.as_str(),
        party_name: party.name.as_str(),
        election,
        question: question.id.as_str(),
        version,
        ..LineRow::default()
    }
}
