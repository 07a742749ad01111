use std::sync::Arc;

use super::marks::{evidence, nations, text, url, verified};
use super::rows::LineRow;
use super::tables::WithEvidence;
use crate::atoms::Words;
use crate::model::{Election, Line, Party, PartyLine, Question};

/// The recorded lines of all parties in an election, and the silences of their documents.
pub(super) fn lines<'a>(election: &'a Election, parties: &'a [Arc<Party>]) -> Vec<WithEvidence<'a, LineRow<'a>>> {
    let mut rows = Vec::new();
    for party in parties {
        let own = party.lines.iter().filter(|line| line.election == election.id);
        rows.extend(own.map(|line| line_row(party, line)));
        for (question, version) in &election.questions {
            let cell = election.party_lines.get(&party.id, None, &question.id);
            let Some(cell) = cell.filter(|cell| cell.lent_because.is_none()) else { continue };
            if let PartyLine::Silent(silence) = &cell.line {
                let mut row = empty_line(party, election.id.as_str(), question, *version, "silent");
                row.document = Some(silence.document.id.as_str());
                row.evidence_title = Some(silence.document.title.as_str());
                row.date = silence.document.date.map(|date| date.to_string());
                row.date_inferred = text(silence.document.date_inferred.as_ref());
                rows.push(WithEvidence { row, evidence: Vec::new() });
            }
        }
    }
    rows
}

fn line_row<'a>(party: &'a Party, line: &'a Line) -> WithEvidence<'a, LineRow<'a>> {
    let (mark, election) = (&line.mark, line.election.as_str());
    let nations = nations(&line.nations);
    if mark.takedown.is_some() {
        let row = LineRow { nations, ..empty_line(party, election, &line.question, line.version, "taken_down") };
        return WithEvidence { row, evidence: Vec::new() };
    }
    let (first, verified) = (mark.evidence.first(), verified(mark));
    let row = LineRow {
        nations,
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
        document: first.and_then(|evidence| evidence.document.as_ref()).map(|document| document.id.as_str()),
        evidence_kind: first.map(|evidence| evidence.kind.word()),
        evidence_title: first.map(|evidence| evidence.title.as_str()),
        evidence_place: first.and_then(|evidence| text(evidence.place.as_ref())),
        evidence_url: first.and_then(|evidence| url(evidence.url.as_ref())),
        reply: mark.reply.as_ref().map(|reply| reply.text.as_str()),
        ..empty_line(party, election, &line.question, line.version, mark.stance.word())
    };
    WithEvidence { row, evidence: mark.evidence.iter().map(evidence).collect() }
}

fn empty_line<'a>(
    party: &'a Party,
    election: &'a str,
    question: &'a Question,
    version: u32,
    mark: &'static str,
) -> LineRow<'a> {
    LineRow {
        party: party.id.as_str(),
        party_name: party.name.as_str(),
        election,
        question: question.id.as_str(),
        version,
        nations: String::new(),
        mark,
        date: None,
        date_inferred: None,
        verification: None,
        verification_because: None,
        verification_date: None,
        other_text: None,
        checks: 0,
        says: None,
        caveat: None,
        quote: None,
        document: None,
        evidence_kind: None,
        evidence_title: None,
        evidence_place: None,
        evidence_url: None,
        reply: None,
    }
}
