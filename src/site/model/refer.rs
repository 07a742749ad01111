use std::sync::Arc;

use super::index::Referable;
use super::judge::Judge;
use super::types::Question;
use crate::atoms::{BallotId, ElectionId, PartialDate, PartyId, PersonId, QuestionId, Slug, Words, near};
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Pos};
use crate::load::records::ElectionQuestion;
use crate::load::{At, InFile};

/// Resolves references from one file to other records.
pub(super) struct Refer<'a> {
    pub(super) judge: Judge,
    pub(super) to: Referable<'a>,
}

impl<'a> Referable<'a> {
    /// Judges what a file refers to.
    pub(super) fn from<T>(self, in_file: &InFile<T>) -> Refer<'a> {
        Refer { judge: Judge::of(in_file), to: self }
    }
}

impl Refer<'_> {
    /// Reports a reference to a record that is not there, unless its file is; with the one that may be meant.
    pub(super) fn unknown<'k>(
        &mut self,
        (pos, id): (Pos, &str),
        kind: &str,
        file: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        if !self.to.index.is_there(file) {
            let help = instead(id, known, &format!("write {file}"));
            self.judge.report(Code::UnknownReference, pos, format!("there is no {kind} “{id}”"), help);
        }
    }

    /// Reports the date of something that has happened when it is after the day of the records.
    pub(super) fn happened(&mut self, date: &At<PartialDate>) {
        self.judge.not_after(date, self.to.known.day);
    }

    /// Whether there is a party; reported when there is none.
    pub(super) fn is_party(&mut self, id: &At<PartyId>) -> bool {
        let there = self.to.index.parties.contains(&id.value);
        if !there {
            let known = self.to.index.parties.iter().map(PartyId::as_str);
            self.unknown((id.pos, id.as_str()), "party", &format!("candidates/parties/{}.yaml", id.value), known);
        }
        there
    }

    /// Whether there is an election; reported when there is none.
    pub(super) fn is_election(&mut self, id: &At<ElectionId>) -> bool {
        let there = self.to.index.elections.contains(&id.value);
        if !there {
            let known = self.to.index.elections.iter().map(ElectionId::as_str);
            let file = format!("candidates/{}/election.yaml", id.value);
            self.unknown((id.pos, id.as_str()), "election", &file, known);
        }
        there
    }

    /// Whether a person stands in an election, as far as can be told; reported when not.
    pub(super) fn stands(&mut self, id: &At<PersonId>, election: &ElectionId) -> bool {
        let stands = self.to.index.stands(&id.value, election) > 0 || self.to.index.is_unsure_of(election);
        if !stands {
            let message = format!("nobody with the id “{}” stands in {election}", id.value);
            let known = self.to.index.people_of(election);
            let help = instead(id.as_str(), known, "add the person to a ballot of this election");
            self.judge.report(Code::UnknownReference, id.pos, message, help);
        }
        stands
    }

    /// Whether a ballot belongs to an election, as far as can be told; reported when not.
    pub(super) fn has_ballot(&mut self, id: &At<BallotId>, election: &ElectionId) -> bool {
        let there = self.to.index.ballots.get(&id.value) == Some(election) || self.to.index.is_unsure_of(election);
        if !there {
            let message = format!("{election} has no ballot “{}”", id.value);
            let known = self.to.index.ballots_of(election);
            let help = instead(id.as_str(), known, "take the “id:” inside the ballot's file");
            self.judge.report(Code::UnknownReference, id.pos, message, help);
        }
        there
    }

    /// Whether somebody is among those who enter or check records; reported when not.
    pub(super) fn is_checker(&mut self, id: &At<Slug>) -> bool {
        let Some(checkers) = self.to.index.checkers.as_ref().filter(|checkers| !checkers.contains(&id.value)) else {
            return true;
        };
        let message = format!("“{}” is not among the checkers", id.value);
        let help = instead(id.as_str(), checkers.iter().map(Slug::as_str), "add them to “checkers:” in hustings.yaml");
        self.judge.report(Code::UnknownReference, id.pos, message, help);
        false
    }

    /// A question; reported when there is none.
    pub(super) fn the_question(&mut self, id: &At<QuestionId>) -> Option<Arc<Question>> {
        let question = self.to.known.questions.get(&id.value).cloned();
        if question.is_none() {
            let known = self.to.known.questions.keys().map(QuestionId::as_str);
            self.unknown((id.pos, id.as_str()), "question", &format!("content/questions/{}.md", id.value), known);
        }
        question
    }

    /// Whether a question has a version; reported when it has not.
    pub(super) fn has_version(&mut self, at: Pos, question: &Question, version: u32) -> bool {
        let there = question.version(version).is_some();
        if !there {
            let message = format!("the question “{}” has no version {version}", question.id);
            let help = format!("see “version” and “earlier” in content/questions/{}.md", question.id);
            self.judge.report(Code::WrongVersion, at, message, help);
        }
        there
    }

    /// A question that an election puts, with the version that is meant.
    pub(super) fn put_question(
        &mut self,
        id: &At<QuestionId>,
        version: Option<&At<u32>>,
        election: &ElectionId,
    ) -> Option<(Arc<Question>, u32)> {
        let (question, asked) = self.put_at_all(id, election)?;
        let (at, version) = version.map_or((id.pos, 1), |v| (v.pos, v.value));
        let expected = asked.version.as_ref().map_or(1, |version| version.value);
        if version != expected {
            let message = format!("{election} asks version {expected} of “{}”, not version {version}", question.id);
            let help = "an answer to another text is not an answer to this one: check the evidence, then write the right version";
            self.judge.report(Code::WrongVersion, at, message, help);
            return None;
        }
        Some((question, version))
    }

    /// A question that an election puts in whatever version, with how it puts it.
    pub(super) fn put_at_all(
        &mut self,
        id: &At<QuestionId>,
        election: &ElectionId,
    ) -> Option<(Arc<Question>, &ElectionQuestion)> {
        let question = self.the_question(id)?;
        let put = self.to.known.put.get(election)?;
        let asked = put.iter().find(|put| put.question == question.id);
        if asked.is_none() {
            let message = format!("{election} does not ask the question “{}”", question.id);
            let known = put.iter().map(|put| put.question.as_str());
            let help = instead(question.id.as_str(), known, &put_it(election));
            self.judge.report(Code::UnknownReference, id.pos, message, help);
        }
        Some((question, &asked?.value))
    }

    /// Reports an answer that is said to hold in nations in which the question is not put.
    pub(super) fn put_in_all(&mut self, pos: Pos, question: &QuestionId, election: &ElectionId, nations: &[Nation]) {
        let put = self.to.known.put.get(election).into_iter().flatten().find(|put| put.question == *question);
        let Some(put) = put.filter(|put| !put.nations.is_empty()) else { return };
        let outside: Vec<Nation> = nations.iter().copied().filter(|nation| !put.nations.contains(nation)).collect();
        if outside.is_empty() {
            return;
        }
        let (put, outside) = (named(&put.nations), named(&outside));
        let message = format!("{election} asks “{question}” in {put} only, and this is an answer for {outside}");
        let help = format!(
            "add {outside} to the question's “nations:” in candidates/{election}/election.yaml; if it was not asked there, take the answer out"
        );
        self.judge.report(Code::NotPutHere, pos, message, help);
    }
}

/// Nations by the words of the records.
pub(super) fn named(nations: &[Nation]) -> String {
    nations.iter().map(|nation| nation.word()).collect::<Vec<_>>().join(" and ")
}

/// How to have a question put.
pub(super) fn put_it(election: &ElectionId) -> String {
    format!("add it to “questions:” in candidates/{election}/election.yaml")
}

/// How many ids are told when none of them is near.
const FEW: usize = 8;

/// What to do about an id that nothing has: take the one that may be meant, or do something else.
pub(super) fn instead<'k>(id: &str, known: impl Iterator<Item = &'k str>, or: &str) -> String {
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    match near(id, known.iter().copied()) {
        Some(near) => format!("did you mean “{near}”? If not, {or}"),
        None if (1..=FEW).contains(&known.len()) => format!("{or}, or use one of these: {}", known.join(", ")),
        None => format!("{or}, or correct the id"),
    }
}
