use std::cmp::Reverse;
use std::sync::Arc;

use super::accounts::Account;
use super::by_id::ById;
use super::cell::{Gap, Own};
use super::index::Referable;
use super::refer::Refer;
use super::types::{Campaign, Line, Page, Pledge};
use crate::atoms::{DocumentId, ElectionId, PartialDate, PartyId, PersonId, QuestionId, Slug};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{ConcernsRecord, CorrectionRecord, CorrectionsFile};
use crate::load::{At, InFile};

/// Something that we put right.
#[derive(Debug)]
pub struct Correction {
    /// Its anchor on the page of corrections: its date, with a number where several have one date.
    pub id: String,
    /// Where on the site it belongs; nothing where its record does not say, or what it says is wrong.
    pub place: Option<CorrectedPlace>,
    /// Its record.
    pub record: CorrectionRecord,
}

owns_record!(Correction: CorrectionRecord);

/// Where on the site something was wrong. All that it names is on record, but for the answer or line, which may be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectedPlace {
    /// What a candidate answers to a question that the election puts.
    Answer(ElectionId, PersonId, QuestionId),
    /// What a party says on it.
    Line(ElectionId, PartyId, QuestionId),
    /// A document.
    Document(DocumentId),
    /// An account.
    Account(Slug),
    /// A pledge.
    Pledge(Slug),
    /// A question itself.
    Question(QuestionId),
    /// A page of the site's own.
    Page(Slug),
}

impl Campaign {
    /// Takes away the corrections of what is held back or was taken off the site: they tell what it said.
    pub(super) fn withhold_corrections(&mut self) {
        let corrections = std::mem::take(&mut self.corrections);
        let shown =
            corrections.into_iter().filter(|one| !one.place.as_ref().is_some_and(|place| self.is_silent_on(place)));
        self.corrections = shown.collect();
    }

    fn is_silent_on(&self, place: &CorrectedPlace) -> bool {
        match place {
            CorrectedPlace::Answer(election, person, question) => {
                let ballots = self.elections.by_id(election).into_iter().flat_map(|election| &election.ballots);
                let cells = ballots.filter_map(|ballot| ballot.candidacies.by_id(person)?.cell(question));
                cells
                    .map(|cell| &cell.own)
                    .any(|own| matches!(own, Own::TakenDown(_) | Own::AllTakenDown | Own::Gap(Gap::BeingChecked)))
            }
            CorrectedPlace::Line(election, party, question) => {
                let is_it = |line: &&Arc<Line>| line.election == *election && line.question.id == *question;
                let party = self.parties.by_id(party);
                let held = party.into_iter().flat_map(|party| &party.held).any(|line| is_it(&line));
                held || party
                    .into_iter()
                    .flat_map(|party| &party.lines)
                    .filter(is_it)
                    .any(|line| line.mark.takedown.is_some())
            }
            _ => false,
        }
    }
}

/// What corrections can concern.
pub(super) struct Correctable<'a> {
    pub(super) to: Referable<'a>,
    pub(super) accounts: &'a ById<Slug, Account>,
    pub(super) pledges: &'a ById<Slug, Pledge>,
    pub(super) pages: &'a ById<Slug, Page>,
}

impl Correctable<'_> {
    /// Judges the corrections, the latest first.
    pub(super) fn corrections(
        &self,
        in_file: Option<InFile<CorrectionsFile>>,
        found: &mut Diagnostics,
    ) -> Vec<Correction> {
        let Some(in_file) = in_file else { return Vec::new() };
        let mut refer = self.to.from(&in_file);
        let mut corrections = Vec::<Correction>::new();
        for record in in_file.record.corrections {
            refer.happened(&record.date);
            let place = record.concerns.as_ref().and_then(|concerns| self.place(&mut refer, concerns));
            let id = anchor(*record.date, corrections.iter().filter(|one| one.date.value == *record.date).count());
            corrections.push(Correction { id, place, record });
        }
        corrections.sort_by_key(|correction| Reverse(correction.date.value));
        found.extend(refer.judge.found);
        corrections
    }

    fn place(&self, refer: &mut Refer<'_>, concerns: &At<ConcernsRecord>) -> Option<CorrectedPlace> {
        refer.is_one_thing(concerns).then_some(())?;
        match &concerns.value {
            ConcernsRecord { person: Some(person), question, election, .. } => {
                refer.corrected_answer(person, question.as_ref(), election.as_ref())
            }
            ConcernsRecord { party: Some(party), question, election, .. } => {
                refer.corrected_line(party, question.as_ref(), election.as_ref())
            }
            ConcernsRecord { document: Some(id), .. } => {
                refer.the_document(id).map(|document| CorrectedPlace::Document(document.id.clone()))
            }
            ConcernsRecord { account: Some(id), .. } => {
                let known = self.accounts.iter().map(|account| &account.id);
                refer.named(id, ("account", "yaml"), known).map(CorrectedPlace::Account)
            }
            ConcernsRecord { pledge: Some(id), .. } => {
                let known = self.pledges.iter().map(|pledge| &pledge.id);
                refer.named(id, ("pledge", "yaml"), known).map(CorrectedPlace::Pledge)
            }
            ConcernsRecord { page: Some(id), .. } => {
                let known = self.pages.iter().map(|page| &page.id);
                refer.named(id, ("page", "md"), known).map(CorrectedPlace::Page)
            }
            ConcernsRecord { question, .. } => {
                let question = refer.the_question(question.as_ref()?)?;
                Some(CorrectedPlace::Question(question.id.clone()))
            }
        }
    }
}

/// The anchor of a correction of a date, after some others of the same.
fn anchor(date: PartialDate, earlier: usize) -> String {
    match earlier {
        0 => format!("c-{date}"),
        earlier => format!("c-{date}-{}", earlier + 1),
    }
}

impl Refer<'_> {
    /// Whether a correction names one thing, and with it nothing that belongs to another; reported when not.
    fn is_one_thing(&mut self, At { pos, value: concerns }: &At<ConcernsRecord>) -> bool {
        let ConcernsRecord { person, party, question, election, document, account, pledge, page } = concerns;
        let speakers = [person.as_ref().map(|id| id.pos), party.as_ref().map(|id| id.pos)];
        let slugs = [account, pledge, page].map(|id| id.as_ref().map(|id| id.pos));
        let others = slugs.into_iter().chain([document.as_ref().map(|id| id.pos)]);
        let things: Vec<Pos> = speakers.into_iter().chain(others).flatten().collect();
        let is_of_speaker = speakers.iter().any(Option::is_some);
        let alone = question.as_ref().filter(|_| !things.is_empty()).map(|id| id.pos);
        let of_speaker = alone.or(election.as_ref().map(|id| id.pos)).filter(|_| !is_of_speaker);
        let (code, pos, message, help) = match (&things[..], of_speaker) {
            ([_, second, ..], _) => {
                (Code::WrongShape, *second, "a correction concerns one thing", "write a correction for each of them")
            }
            (_, Some(pos)) => {
                let message = "this belongs to an answer or a line, and no “person:” or “party:” is named";
                (Code::WrongShape, pos, message, "name whose it is, or take this out")
            }
            ([], None) if question.is_none() => {
                let help = "name a person, party, question, document, account, pledge or page, or take “concerns:” out";
                (Code::MissingKey, *pos, "this does not say what the correction concerns", help)
            }
            _ => return true,
        };
        self.judge.report(code, pos, message, help);
        false
    }

    /// A thing that is named by its file; reported when there is none.
    fn named<'k>(
        &mut self,
        id: &At<Slug>,
        (kind, ending): (&str, &str),
        known: impl Iterator<Item = &'k Slug> + Clone,
    ) -> Option<Slug> {
        let there = known.clone().find(|known| **known == id.value);
        if there.is_none() {
            let file = format!("content/{kind}s/{}.{ending}", id.value);
            self.unknown((id.pos, id.as_str()), kind, &file, known.map(Slug::as_str));
        }
        there.cloned()
    }

    fn corrected_answer(
        &mut self,
        person: &At<PersonId>,
        question: Option<&At<QuestionId>>,
        election: Option<&At<ElectionId>>,
    ) -> Option<CorrectedPlace> {
        let Some(question) = question else {
            self.judge.missing("question", person.pos);
            return None;
        };
        let election = match election {
            Some(election) => self.is_election(election).then(|| election.value.clone())?,
            None => self.only_election(person)?,
        };
        self.stands(person, &election).then_some(())?;
        let (question, _) = self.put_at_all(question, &election)?;
        Some(CorrectedPlace::Answer(election, person.value.clone(), question.id.clone()))
    }

    fn corrected_line(
        &mut self,
        party: &At<PartyId>,
        question: Option<&At<QuestionId>>,
        election: Option<&At<ElectionId>>,
    ) -> Option<CorrectedPlace> {
        let (Some(question), Some(election)) = (question, election) else {
            self.judge.missing(if question.is_none() { "question" } else { "election" }, party.pos);
            return None;
        };
        (self.is_party(party) & self.is_election(election)).then_some(())?;
        let (question, _) = self.put_at_all(question, &election.value)?;
        Some(CorrectedPlace::Line(election.value.clone(), party.value.clone(), question.id.clone()))
    }

    /// The one election in which a person stands; reported when there is none, or several.
    fn only_election(&mut self, person: &At<PersonId>) -> Option<ElectionId> {
        self.is_anybody(person).then_some(())?;
        let elections: Vec<&ElectionId> = self.to.index.elections_of(&person.value).collect();
        if let [only] = elections[..] {
            return Some(only.clone());
        }
        let ids: Vec<&str> = elections.iter().map(|id| id.as_str()).collect();
        let message = format!("“{}” stands in several elections, and this does not say in which it was", person.value);
        let help = format!("add “election:” with one of these: {}", ids.join(", "));
        self.judge.report(Code::MissingKey, person.pos, message, help);
        None
    }
}
