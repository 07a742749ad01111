use serde::Serialize;
use url::form_urlencoded;

use crate::atoms::Standing;
use crate::desk::{
    BallotOf, EnteredMark, NotDone, Speaker, Within, answer_word, ballots, entered_marks, known, speakers,
};
use crate::model::{Campaign, PutQuestion, Verification};

/// All answers of some people or parties to some questions, as a table in which each can be recorded.
#[derive(Debug, Serialize)]
pub(super) struct BoardView {
    title: String,
    /// The questions, by their ids and shortest forms.
    questions: Vec<(String, String)>,
    rows: Vec<BoardRow>,
    /// What all forms on it are told.
    election: String,
    /// The ballot, where it is one.
    ballot: Option<String>,
    /// Its page in the preview, below its address.
    page: Option<String>,
}

#[derive(Debug, Serialize)]
struct BoardRow {
    /// What forms are told of them.
    query: String,
    name: String,
    /// The party, or what else tells them from others.
    of: String,
    cells: Vec<BoardCell>,
}

#[derive(Debug, Serialize)]
struct BoardCell {
    /// Whether the question is put to them.
    is_put: bool,
    answers: Vec<BoardAnswer>,
}

#[derive(Debug, Serialize)]
struct BoardAnswer {
    word: &'static str,
    said: String,
    /// How far it is checked.
    state: String,
}

impl BoardView {
    /// The board of a ballot; none when there is no such ballot.
    pub(super) fn of_ballot(campaign: &Campaign, election: &str, slug: &str) -> Result<Option<Self>, NotDone> {
        let all = ballots(campaign, &Within { election: Some(election.to_owned()), ballot: None })?;
        let Some(BallotOf { election, ballot }) = all.into_iter().find(|one| one.ballot.slug.as_str() == slug) else {
            return Ok(None);
        };
        let within = Within { election: Some(election.id.to_string()), ballot: Some(ballot.id.to_string()) };
        let questions: Vec<&PutQuestion> = election.put_in(ballot.nation).collect();
        let title = format!("{}, {}", ballot.area, election.name.value);
        let board = Self::of(title, &speakers(campaign, &within)?, &questions, campaign);
        let page = Some(format!("{}/{}/", election.id, ballot.slug));
        Ok(Some(Self { election: election.id.to_string(), ballot: Some(ballot.id.to_string()), page, ..board }))
    }

    /// The board of the parties in an election.
    pub(super) fn of_parties(campaign: &Campaign, election: &str) -> Result<Self, NotDone> {
        let within = Within { election: Some(election.to_owned()), ballot: None };
        let mut all = speakers(campaign, &within)?;
        all.retain(|one| matches!(one, Speaker::Party { .. }));
        let election = known("election", election, campaign.elections.iter(), |one| one.id.as_str())?;
        let questions: Vec<&PutQuestion> = election.questions.iter().collect();
        let title = format!("Parties, {}", election.name.value);
        let board = Self::of(title, &all, &questions, campaign);
        Ok(Self { election: election.id.to_string(), ..board })
    }

    fn of(title: String, speakers: &[Speaker<'_>], questions: &[&PutQuestion], campaign: &Campaign) -> Self {
        let rows = speakers.iter().map(|speaker| BoardRow::of(speaker, questions, campaign)).collect();
        let questions = questions.iter().map(|put| (put.id().to_string(), put.wording().short.to_string())).collect();
        Self { title, questions, rows, election: String::new(), ballot: None, page: None }
    }
}

impl BoardRow {
    fn of(speaker: &Speaker<'_>, questions: &[&PutQuestion], campaign: &Campaign) -> Self {
        let marks = entered_marks(&[*speaker]);
        let put = speaker.questions();
        let cell = |question: &&PutQuestion| BoardCell {
            is_put: put.iter().any(|put| put.id() == question.id()),
            answers: marks
                .iter()
                .filter(|mark| mark.topic() == question.id().as_str())
                .map(|mark| BoardAnswer::of(mark, campaign))
                .collect(),
        };
        let of = match speaker {
            Speaker::Candidate { candidacy, .. } => {
                let party = candidacy.party.called();
                if candidacy.status == Standing::Standing {
                    party.to_string()
                } else {
                    format!("{party}; does not stand any more")
                }
            }
            Speaker::Party { party, .. } => party.id.to_string(),
        };
        let cells = questions.iter().map(cell).collect();
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("person", &speaker.address())
            .append_pair("election", speaker.election().id.as_str())
            .extend_pairs(["person", "question", "election"].map(|name| ("keep", name)))
            .finish();
        Self { query, name: speaker.name().to_owned(), of, cells }
    }
}

impl BoardAnswer {
    fn of(entered: &EnteredMark<'_>, campaign: &Campaign) -> Self {
        let mark = entered.mark;
        let state = match (&mark.verification, entered.settled(), entered.missing_checks(campaign)) {
            (Verification::Confirmed, ..) => "confirmed".to_owned(),
            (_, Some(settled), _) => settled.trim_start_matches("it is ").trim_start_matches("it was ").to_owned(),
            (_, None, 1) => "waits for 1 check".to_owned(),
            (_, None, missing) => format!("waits for {missing} checks"),
        };
        Self { word: answer_word(mark.stance.value), said: mark.date.value.to_string(), state }
    }
}
