use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::by_id::ById;
use super::index::Referable;
use super::refer::Refer;
use super::types::{Line, Mark, Pledge, PledgeAnswer, Position, Signature, SignedPledge, Signer, Subject};
use crate::atoms::{ElectionId, PartyId, PersonId, Slug, Stance, Words as _, WrittenVerification};
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{MarkRecord, PledgeAnswerRecord, PledgeRecord, SignatureRecord};
use crate::load::{At, InFile};

/// What signatures answer to questions: they count among the answers of whoever signed.
#[derive(Default)]
pub(super) struct SignedAnswers {
    /// The answers of people in an election.
    people: HashMap<(ElectionId, PersonId), Vec<Position>>,
    /// The lines of parties.
    parties: HashMap<PartyId, Vec<Line>>,
}

impl SignedAnswers {
    /// What a person answered in an election by signing.
    pub(super) fn of_person(&self, election: &ElectionId, person: &PersonId) -> &[Position] {
        self.people.get(&(election.clone(), person.clone())).map_or(&[], Vec::as_slice)
    }

    /// What a party answered by signing.
    pub(super) fn of_party(&self, party: &PartyId) -> &[Line] {
        self.parties.get(party).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, pledge: &Pledge) {
        for signature in pledge.recorded() {
            for answer in &pledge.answers {
                self.add_one(&pledge.election, signature, answer);
            }
        }
    }

    fn add_one(&mut self, election: &ElectionId, signature: &Signature, answer: &PledgeAnswer) {
        let mut mark = signature.mark.clone();
        mark.record.stance.value = answer.stance;
        let (question, version) = (answer.question.clone(), answer.version);
        match &signature.who {
            Signer::Person(person) => {
                let of = self.people.entry((election.clone(), person.clone())).or_default();
                of.push(Position { question, version, mark });
            }
            Signer::Party(party) => {
                let (election, nations) = (election.clone(), signature.nations.clone());
                let of = self.parties.entry(party.clone()).or_default();
                of.push(Line { election, question, version, nations, mark });
            }
            Signer::Named(_) => {}
        }
    }
}

/// Resolves the pledges, and what their signatures answer.
pub(super) fn pledges(
    records: Vec<InFile<PledgeRecord>>,
    to: Referable<'_>,
    found: &mut Diagnostics,
) -> (ById<Slug, Pledge>, SignedAnswers) {
    let (mut pledges, mut signed) = (Vec::new(), SignedAnswers::default());
    for in_file in records {
        let mut refer = to.from(&in_file);
        if let Some(pledge) = refer.pledge(in_file) {
            signed.add(&pledge);
            pledges.push((pledge.id.clone(), pledge));
        }
        found.extend(refer.judge.found);
    }
    (pledges.into_iter().collect(), signed)
}

impl Refer<'_> {
    fn pledge(&mut self, in_file: InFile<PledgeRecord>) -> Option<Pledge> {
        let id: Slug = in_file.stem().parse().ok()?;
        let InFile { mut record, file, .. } = in_file;
        self.pledge_dates(&record);
        if record.evidence.is_empty() {
            let help = "add “evidence:” with at least one entry that says where it was published";
            self.judge.report(Code::NoEvidence, Pos::START, "this pledge has no evidence", help);
        }
        record.evidence.iter().filter_map(|piece| piece.accessed.as_ref()).for_each(|date| self.happened(date));
        let is_known = self.is_election(&record.election);
        let answers = std::mem::take(&mut record.answers);
        let answers: Vec<_> = answers.into_iter().filter_map(|one| self.pledge_answer(one, &record.election)).collect();
        let signatures = std::mem::take(&mut record.signatures);
        self.signed_once_each(&signatures);
        let of = SignedPledge { id: id.clone(), title: record.title.value.clone(), file: file.clone() };
        let within = (Arc::new(of), &record);
        let signatures: Vec<Signature> =
            signatures.into_iter().filter_map(|one| self.signature(one, &within, &answers)).collect();
        let (held, signatures) = signatures.into_iter().partition(|signature| self.is_kept_back(signature));
        let election = record.election.value.clone();
        let is_whole = is_known && self.judge.is_whole(Pos::START);
        is_whole.then_some(Pledge { id, election, answers, signatures, held, file, record })
    }

    /// Whether a signature is held back, and not by whoever looks at their own.
    fn is_kept_back(&self, signature: &Signature) -> bool {
        let is_revealed = matches!(&signature.who, Signer::Person(id) if self.to.known.reveal.as_ref() == Some(id));
        self.is_held(&signature.mark) && !is_revealed
    }

    fn pledge_dates(&mut self, record: &PledgeRecord) {
        record.opened.iter().chain(&record.entered).for_each(|date| self.happened(date));
        let (Some(opened), Some(closed)) = (&record.opened, &record.closed) else { return };
        if closed.is_read() && opened.is_read() && closed.latest() < opened.earliest() {
            let message = format!("it closed on {}, before it opened on {}", closed.value, opened.value);
            self.judge.report(Code::DateOrder, closed.pos, message, "correct one of the two dates");
        }
    }

    fn pledge_answer(
        &mut self,
        At { value: PledgeAnswerRecord { question: asked, version, stance }, .. }: At<PledgeAnswerRecord>,
        election: &ElectionId,
    ) -> Option<PledgeAnswer> {
        let question = self.put_question(&asked, version.as_ref(), election);
        let is_plain = matches!(stance.value, Stance::Supports | Stance::Opposes);
        if !is_plain {
            let message = format!("whoever signs a pledge says yes or no, and not “{}”", stance.value.word());
            let help = "write “supports” or “opposes”; leave the question out when the pledge does not answer it";
            self.judge.report(Code::Malformed, stance.pos, message, help);
        }
        let (question, version) = question.filter(|_| is_plain && stance.is_read())?;
        Some(PledgeAnswer { question, version, stance: stance.value })
    }

    fn signature(
        &mut self,
        At { pos, value: record }: At<SignatureRecord>,
        (of, pledge): &(Arc<SignedPledge>, &PledgeRecord),
        answers: &[PledgeAnswer],
    ) -> Option<Signature> {
        let who = self.signer(pos, &record, &pledge.election);
        let SignatureRecord { capacity, nations, backing, .. } = record;
        if let Some(opened) = pledge.opened.as_ref().filter(|opened| backing.date.latest() < opened.earliest()) {
            let message = format!("it was signed on {}, before it opened on {}", backing.date.value, opened.value);
            self.judge.report(Code::DateOrder, backing.date.pos, message, "correct one of the two dates");
        }
        if matches!(who, Some(Signer::Named(_))) && capacity.is_none() {
            self.judge.missing("capacity", pos);
        }
        let nations = self.signed_nations(&nations, who.as_ref());
        answers.iter().for_each(|answer| {
            self.put_in_all(pos, &answer.question.id, &pledge.election, &nations);
        });
        let subjects: Vec<Subject> = who.iter().filter_map(subject).collect();
        // What was said is the pledge itself.
        let stance = At { pos, value: Stance::Supports };
        let mark = self.backed_mark(pos, MarkRecord { stance, backing }, &subjects, true);
        let mark = Mark { pledge: Some(of.clone()), ..mark? };
        Some(Signature { who: who?, capacity, nations, mark })
    }

    /// Who signed: exactly one of the three.
    fn signer(
        &mut self,
        pos: Pos,
        SignatureRecord { person, party, name, .. }: &SignatureRecord,
        election: &At<ElectionId>,
    ) -> Option<Signer> {
        match (person, party, name) {
            (Some(person), None, None) => self.stands(person, election).then(|| Signer::Person(person.value.clone())),
            (None, Some(party), None) => self.is_party(party).then(|| Signer::Party(party.value.clone())),
            (None, None, Some(name)) => name.is_read().then(|| Signer::Named(name.value.clone())),
            (None, None, None) => {
                let help = "write “person:” of somebody who stands, “party:”, or “name:” of somebody else";
                self.judge.report(Code::MissingKey, pos, "this signature does not say who signed", help);
                None
            }
            _ => {
                let message = "a person and a party never sign as one";
                let help =
                    "write a signature for each of them, and in each only one of “person:”, “party:” and “name:”";
                self.judge.report(Code::WrongShape, pos, message, help);
                None
            }
        }
    }

    fn signed_nations(&mut self, nations: &[At<Nation>], who: Option<&Signer>) -> Vec<Nation> {
        let read: Vec<_> = nations.iter().filter(|nation| nation.is_read()).collect();
        if let (Some(first), Some(Signer::Person(_) | Signer::Named(_))) = (read.first(), who) {
            let message = "nations are for what a party signs; a person signs once";
            self.judge.report(Code::WrongShape, first.pos, message, "take “nations:” out");
        }
        read.into_iter().map(|nation| nation.value).collect()
    }

    /// Nobody signs twice, but for signatures that we withdrew.
    fn signed_once_each(&mut self, signatures: &[At<SignatureRecord>]) {
        let mut known = BTreeMap::new();
        for At { pos, value: signature } in signatures {
            let written = signature.backing.verification.as_ref().map(|written| written.state.value);
            let Some(who) = signed_by(signature).filter(|_| written != Some(WrittenVerification::Retracted)) else {
                continue;
            };
            if let Some(first) = known.get(&who) {
                let message = format!("there is a signature of “{}” already, on line {first}", who.as_str());
                let help = "join the evidence of both in one, or correct the one who signed";
                self.judge.report(Code::DuplicateId, *pos, message, help);
            } else {
                known.insert(who, pos.line);
            }
        }
    }
}

/// Who signed, as written.
fn signed_by(signature: &SignatureRecord) -> Option<Signer> {
    let person = signature.person.as_ref().filter(|id| id.is_read()).map(|id| Signer::Person(id.value.clone()));
    let party = || signature.party.as_ref().filter(|id| id.is_read()).map(|id| Signer::Party(id.value.clone()));
    let name = || signature.name.as_ref().filter(|name| name.is_read()).map(|name| Signer::Named(name.value.clone()));
    person.or_else(party).or_else(name)
}

/// Whose documents a signature may rest on.
fn subject(who: &Signer) -> Option<Subject> {
    match who {
        Signer::Person(id) => Some(Subject::Person(id.clone())),
        Signer::Party(id) => Some(Subject::Party(id.clone())),
        Signer::Named(_) => None,
    }
}
