use super::marks::state;
use super::table::columns;
use crate::atoms::Words;
use crate::load::records::ElectedRecord;
use crate::model::{Cell, Mark, Own, PartyLine};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::elected;

/// What somebody who was elected said of a question.
pub(super) struct ElectedAt<'a> {
    of: PersonAt<'a>,
    result: &'a ElectedRecord,
    cell: &'a Cell,
}

columns!(all @ ElectedAt { of, result, cell } = ElectedAt<'_> => {
    election: "string", "The election's id", &of.election.id;
    ballot: "string", "The ballot's id", &of.ballot.id;
    area: "string" in Csv, "The area's name", &of.ballot.area;
    gss: "string" in Csv, "The area's GSS code", of.ballot.gss.as_ref();
    person: "string", "The person's id", &of.person.person;
    name: "string" in Csv, "The name on the ballot paper", &of.person.name;
    party: "string" in Csv, "The party's id", &of.person.party.id;
    party_name: "string" in Csv, "The party's name", &of.person.party.name;
    votes: "integer", "How many votes the person got", result.votes;
    declared: "string", "When the result was declared: year, month or day", result.date.as_ref().map(|date| date.value);
    source: "string", "How we know that the person was elected", &result.source;
    source_url: "string", "Where that can be read", result.url.as_ref();
    question: "string", "The question's id", &cell.question.id;
    version: "integer", "The version of the question", cell.version;
    mark: "string", "What the scorecard shows of the person's own word: a word as in positions.csv, or differ for two answers of one date",
        all.word();
    date: "string", "When it was said: year, month or day", all.mark().map(|mark| mark.date.value);
    verification: "string", "claimed, confirmed, disputed, unverified or retracted", all.mark().map(|mark| state(&mark.verification));
    says: "string", "The answer in the campaign's words", all.mark().and_then(|mark| mark.says.as_ref());
    quote: "string" in Csv, "The first quotation in the evidence", all.mark().and_then(|mark| mark.quote()).map(|(quote, _)| quote);
    party_line: "string", "The line of the person's party, which is not the person's own word: a word as in party-lines.csv, or not_checked; empty for those who have no party",
        all.line();
    page: "string", "The person's page, from the site's root", of.page;
});

impl<'a> ElectedAt<'a> {
    /// The answer that is shown, when it is one.
    fn mark(&self) -> Option<&'a Mark> {
        if let Own::Answer(position) = &self.cell.own { Some(&position.mark) } else { None }
    }

    fn word(&self) -> &'static str {
        match &self.cell.own {
            Own::Answer(position) => position.mark.stance.word(),
            Own::Contradiction(_) => "differ",
            Own::TakenDown(_) | Own::AllTakenDown => "taken_down",
            Own::Gap(gap) => gap.word(),
        }
    }

    fn line(&self) -> Option<&'static str> {
        Some(match &self.cell.party.as_ref()?.line {
            PartyLine::Stance(line) => line.mark.stance.word(),
            PartyLine::Silent(_) => "silent",
            PartyLine::TakenDown(_) => "taken_down",
            PartyLine::BeingChecked => "being_checked",
            PartyLine::NotChecked => "not_checked",
        })
    }
}

/// A row for everybody who was elected and each question that was put to them.
pub(super) fn rows<'a>(cx: &Context<'a>) -> impl Iterator<Item = ElectedAt<'a>> + use<'a> {
    let elections = cx.elections().filter(|at| at.elected.is_some());
    let known = elections.flat_map(elected::of_election).filter_map(|of| Some((of, of.person.elected()?)));
    known.flat_map(|(of, result)| of.person.cells.iter().map(move |cell| ElectedAt { of, result, cell }))
}
