use super::table::columns;
use crate::atoms::{ElectionId, PartyId, PersonId, QuestionId};
use crate::model::{CorrectedPlace, Correction};
use crate::render::context::Context;
use crate::render::parts::corrected;

/// A correction, and what its page is made from.
pub(super) type CorrectionAt<'a> = (&'a Correction, &'a Context<'a>);

columns!((correction, cx) = CorrectionAt<'_> => {
    date: "string", "When it was made: year, month or day", correction.date.value;
    about: "string", "What it concerns, in a few words", &correction.about;
    was: "string", "What the site said before", &correction.was;
    now: "string", "What it says now", &correction.now;
    because: "string", "Why", &correction.because;
    person: "string", "The id of the candidate whose answer was put right", of_answer(correction).map(|(_, person, _)| person);
    party: "string", "The id of the party whose line was put right", of_line(correction).map(|(_, party, _)| party);
    question: "string", "The id of the question, of an answer or a line; else that of the question that was put right", question(correction);
    election: "string", "The id of the election, of an answer or a line",
        of_answer(correction).map(|(of, ..)| of).or(of_line(correction).map(|(of, ..)| of));
    document: "string", "The id of the document that was put right",
        if let Some(CorrectedPlace::Document(id)) = &correction.place { Some(id) } else { None };
    account: "string", "The id of the account that was put right",
        if let Some(CorrectedPlace::Account(id)) = &correction.place { Some(id) } else { None };
    pledge: "string", "The id of the pledge that was put right",
        if let Some(CorrectedPlace::Pledge(id)) = &correction.place { Some(id) } else { None };
    own_page: "string", "The id of the page of the site's own that was put right",
        if let Some(CorrectedPlace::Page(id)) = &correction.place { Some(id) } else { None };
    page: "string", "Where it stands on the site, from the site's root", corrected::link_to_place(cx, correction);
});

fn of_answer(of: &Correction) -> Option<(&ElectionId, &PersonId, &QuestionId)> {
    match &of.place {
        Some(CorrectedPlace::Answer(election, person, question)) => Some((election, person, question)),
        _ => None,
    }
}

fn of_line(of: &Correction) -> Option<(&ElectionId, &PartyId, &QuestionId)> {
    match &of.place {
        Some(CorrectedPlace::Line(election, party, question)) => Some((election, party, question)),
        _ => None,
    }
}

fn question(of: &Correction) -> Option<&QuestionId> {
    match &of.place {
        Some(CorrectedPlace::Question(id)) => Some(id),
        _ => of_answer(of).map(|(.., id)| id).or(of_line(of).map(|(.., id)| id)),
    }
}
