use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::derive::{Entrant, Scorecard};
use super::index::Referable;
use super::judge::Judge;
use super::marks::SaidAround;
use super::pledges::SignedAnswers;
use super::refer::{Refer, named};
use super::results::Count;
use super::score::Score;
use super::types::{Ballot, Cancellation, Candidacy, Party, Position, Question, Subject, SupportWithdrawn};
use crate::atoms::{BallotId, BallotKind, ElectionId, PartyId, PersonId, PersonPage, Standing};
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{
    AreaRecord, BallotRecord, CancellationRecord, CandidacyRecord, CompleteRecord, PositionRecord,
    SupportWithdrawnRecord,
};
use crate::load::{At, InFile, Rare};

/// What the ballots of an election have in common.
pub(super) struct Poll<'a> {
    pub(super) election: &'a ElectionId,
    /// Polling day; none where the election itself is not in order.
    pub(super) polling_day: Option<Date>,
    pub(super) parties: &'a BTreeMap<PartyId, Arc<Party>>,
    /// What people answered by signing pledges.
    pub(super) signed: &'a SignedAnswers,
    /// What decides the cells; none where the election itself is not in order, so that no ballot of it is shown.
    pub(super) scorecard: Option<Scorecard<'a>>,
}

/// What the candidacies of a ballot have in common.
struct Here<'a> {
    contest: &'a Poll<'a>,
    kind: BallotKind,
    nation: Option<Nation>,
}

impl Here<'_> {
    /// What a person answered by signing pledges, on questions that are put here.
    fn signed_by(&self, person: &PersonId) -> impl Iterator<Item = Position> {
        let put = self.contest.scorecard.as_ref().map_or(&[][..], |scorecard| scorecard.questions);
        let is_put = |question: &Question| put.iter().any(|put| *put.id() == question.id && put.is_put_in(self.nation));
        let signed = self.contest.signed.of_person(self.contest.election, person);
        signed.iter().filter(move |position| is_put(&position.question)).cloned()
    }
}

/// Resolves one ballot of an election.
pub(super) fn ballot(
    in_file: InFile<BallotRecord>,
    contest: &Poll<'_>,
    to: Referable<'_>,
) -> (Option<Ballot>, Diagnostics) {
    let mut refer = to.from(&in_file);
    let ballot = refer.a_ballot(in_file, contest);
    (ballot, refer.judge.found)
}

/// What decides whether a vote is needed at all.
struct Race<'a> {
    seats: u32,
    /// Whether all of this could be read and judged.
    is_sure: bool,
    complete: Option<&'a CompleteRecord>,
    candidacies: &'a [Candidacy],
}

impl Race<'_> {
    fn standing(&self) -> usize {
        self.candidacies.iter().filter(|candidacy| candidacy.status == Standing::Standing).count()
    }

    /// Whether anybody stands, and no more than are elected.
    fn all_are_elected(&self) -> bool {
        let seats = usize::try_from(self.seats).unwrap_or(usize::MAX);
        (1..=seats).contains(&self.standing())
    }

    /// Whether nobody died or went off the list, for which a poll is called off too, and nobody is missing.
    fn is_undisturbed(&self) -> bool {
        let stays = |candidacy: &Candidacy| !matches!(candidacy.status, Standing::Died | Standing::NotListed);
        self.complete.is_none_or(|complete| complete.value) && self.candidacies.iter().all(stays)
    }
}

impl Refer<'_> {
    fn a_ballot(&mut self, in_file: InFile<BallotRecord>, contest: &Poll<'_>) -> Option<Ballot> {
        let slug = in_file.stem().parse().ok()?;
        let InFile { mut record, file, .. } = in_file;
        if record.nation.is_none() {
            self.needs_nation(contest.election);
        }
        let kind = record.kind.unwrap_or(BallotKind::People);
        let seats = self.seats(record.seats.as_ref());
        record.complete.iter().filter_map(|complete| complete.date.as_ref()).for_each(|date| self.happened(date));
        let nation = record.nation.as_ref().filter(|nation| nation.is_read()).map(|nation| nation.value);
        let here = Here { contest, kind, nation };
        self.once_each(&record.candidates);
        let candidates = std::mem::take(&mut record.candidates);
        let written = candidates.len();
        let candidacies = candidates.into_iter().filter_map(|candidacy| self.candidacy(candidacy, &here));
        let mut candidacies: Vec<_> = candidacies.collect();
        let mut seen = BTreeSet::new();
        candidacies.retain(|candidacy| seen.insert(candidacy.person.clone()));
        if kind == BallotKind::Lists {
            list_by_list(&mut candidacies);
        }
        // Whether enough stand for a vote can be told when everybody who stands could be judged, and the seats be read.
        let seats_read = record.seats.as_ref().is_none_or(At::is_read);
        let is_sure =
            seats_read && candidacies.len() == written && !candidacies.iter().any(|c| self.judge.broken.holds(c.pos));
        let race = Race { seats, is_sure, complete: record.complete.as_ref(), candidacies: &candidacies };
        let cancellation = self.cancellation(record.cancelled.as_ref(), record.cancellation.take(), &race);
        let (polling_day, seats_told) = (contest.polling_day, seats_read.then_some(seats));
        self.results(&candidacies, &Count { polling_day, seats: seats_told, cancellation: cancellation.as_ref() });
        self.judge.former(&mut record.former, &slug);
        let AreaRecord { name: area, gss } = record.area.clone();
        let candidacies = candidacies.into_iter().map(|one| (one.person.clone(), one)).collect();
        let id = record.id.value.clone();
        let is_whole = self.judge.is_whole(Pos::START);
        is_whole.then_some(Ballot { slug, id, area, gss, nation, seats, kind, cancellation, candidacies, file, record })
    }

    /// Which questions are put on a ballot depends on its nation, where some are put in one nation only.
    fn needs_nation(&mut self, election: &ElectionId) {
        let put = self.to.known.put.get(election).into_iter().flatten().find(|put| !put.nations.is_empty());
        if let Some(put) = put {
            let nations = named(&put.nations);
            let message =
                format!("{election} asks “{}” in {nations} only, and nothing says where this is", put.question);
            self.judge.report(Code::MissingKey, Pos::START, message, "add “nation:” to the ballot");
        }
    }

    fn seats(&mut self, seats: Option<&At<u32>>) -> u32 {
        let Some(At { pos, value }) = seats else { return 1 };
        if *value == 0 {
            let help = "write how many are elected; “cancelled: true” says that the poll was called off";
            self.judge.report(Code::Malformed, *pos, "a ballot elects at least one", help);
        }
        *value
    }

    /// That a poll was called off: nothing but `cancelled: true` says that it was.
    fn cancellation(
        &mut self,
        cancelled: Option<&At<bool>>,
        known: Option<At<CancellationRecord>>,
        race: &Race<'_>,
    ) -> Option<Cancellation> {
        let is_told = cancelled.is_none_or(At::is_read);
        let cancelled = cancelled.filter(|cancelled| cancelled.value);
        if let Some(At { pos, .. }) = known.as_ref().filter(|_| cancelled.is_none() && is_told) {
            let message = "this says when or why the poll was called off, but nothing says that it was";
            self.judge.report(Code::MissingKey, *pos, message, "write “cancelled: true”, or take “cancellation” out");
        }
        let CancellationRecord { date, reason, uncontested } = known.map(|known| known.value).unwrap_or_default();
        let is_wrong = |said: &&At<bool>| said.value && race.is_sure && !race.all_are_elected();
        if let Some(At { pos, .. }) = uncontested.as_ref().filter(is_wrong) {
            let message = format!("{} stand here for {}, so a vote is needed", race.standing(), race.seats);
            let help = "correct “seats:”, say with “status:” who does not stand any more, or take “uncontested” out";
            self.judge.report(Code::Malformed, *pos, message, help);
        }
        let worked_out = || reason.is_none() && race.all_are_elected() && race.is_undisturbed();
        let uncontested = uncontested.map_or_else(worked_out, |said| said.value);
        cancelled.map(|At { pos, .. }| Cancellation { date, reason, uncontested, pos: *pos })
    }

    fn candidacy(&mut self, At { pos, value: mut record }: At<CandidacyRecord>, here: &Here<'_>) -> Option<Candidacy> {
        let party =
            self.is_party(&record.party).then(|| here.contest.parties.get(&record.party.value).cloned()).flatten();
        let answers_elsewhere = record.answers_in.as_ref().map(|ballot| self.has_ballot(ballot, here.contest.election));
        let person = record.person.value.clone();
        let subjects = [Subject::Person(person.clone())];
        let own = self.positions(std::mem::take(&mut record.positions), here, &subjects);
        let withdrawn = record.support_withdrawn.take();
        let support_withdrawn = withdrawn
            .and_then(|withdrawn| self.support_withdrawn(withdrawn.into_inner(), party.as_deref()))
            .map(Rare::new);
        if here.kind == BallotKind::Lists {
            self.on_a_list(pos, record.list_position.as_ref(), party.as_deref());
        }
        self.reply(record.reply.as_deref());
        self.takedown(record.takedown.as_deref());
        record.status_date.iter().for_each(|date| self.happened(date));
        // Without its “answers_in” it would seem to hold answers of its own.
        if answers_elsewhere == Some(false) {
            return None;
        }
        self.judge.former(&mut record.former, &person);
        self.judge.former(&mut record.former_pages, &PersonPage::of(&person, record.name.as_str()));
        let party = party.filter(|_| self.judge.is_whole(pos))?;
        let mut answers = match record.answers_in.clone() {
            Some(home) => self.lent(&mut record, &home, own, (here, pos)),
            None => own,
        };
        answers.extend(here.signed_by(&person));
        let [positions, held] = self.held_back(answers, here, &person);
        self.photo(&mut record);
        let entrant = Entrant {
            person: &person,
            party: &party.id,
            nation: here.nation,
            positions: &positions,
            held: &held,
            takedown: record.takedown.as_deref(),
            status: record.status,
            status_date: record.status_date.as_ref().map(|date| date.value),
            supported: support_withdrawn.is_none(),
        };
        let cells = here.contest.scorecard.as_ref().map_or_else(Vec::new, |scorecard| scorecard.cells(&entrant));
        let score = Score::of_cells(&cells);
        Some(Candidacy { person, party, support_withdrawn, positions, held, cells, score, pos, record })
    }

    fn positions(&mut self, records: Vec<At<PositionRecord>>, here: &Here<'_>, subjects: &[Subject]) -> Vec<Position> {
        // Collected in one go, they would keep the memory of their records, which are many times as large.
        let mut positions = Vec::with_capacity(records.len());
        positions.extend(records.into_iter().filter_map(|one| self.position(one, here, subjects)));
        positions
    }

    /// Answers that are shown, and those that are held back by themselves or by the round to which they are replies.
    fn held_back(&self, answers: Vec<Position>, here: &Here<'_>, person: &PersonId) -> [Vec<Arc<Position>>; 2] {
        let asks = here.contest.scorecard.as_ref().map_or(&[][..], |scorecard| scorecard.asks);
        let [mut shown, mut held] = [Vec::with_capacity(answers.len()), Vec::new()];
        for mut answer in answers {
            let by_round = asks.iter().filter_map(|ask| ask.holds_back(person, &answer)).max();
            answer.mark.shown_from = answer.mark.shown_from.max(by_round);
            let is_revealed = self.to.known.reveal.as_ref() == Some(person);
            let there = if self.is_held(&answer.mark) && !is_revealed { &mut held } else { &mut shown };
            there.push(Arc::new(answer));
        }
        [shown, held]
    }

    /// The answers of a person who gave them on another ballot: they hold here too, and with them a takedown. What is wrong with
    /// them is reported there.
    fn lent(
        &mut self,
        record: &mut CandidacyRecord,
        home: &BallotId,
        own: Vec<Position>,
        (here, pos): (&Here<'_>, Pos),
    ) -> Vec<Position> {
        if !own.is_empty() {
            let message = format!("“{}” has positions here as well as “answers_in”", record.person);
            let help = "move the positions to the other ballot, or delete “answers_in”";
            self.judge.report(Code::AnswersTwice, pos, message, help);
            return own;
        }
        let key = (here.contest.election.clone(), home.clone(), record.person.value.clone());
        let Some(lent) = self.to.known.lent.get(&key).cloned() else { return own };
        record.takedown = record.takedown.take().or(lent.takedown);
        let mut there = Refer { judge: Judge::of_file(self.judge.file.clone()), to: self.to };
        there.positions(lent.positions, here, &[Subject::Person(record.person.value.clone())])
    }

    /// Takes a photograph out that is not there, which is reported, or whose person was taken down.
    fn photo(&mut self, record: &mut CandidacyRecord) {
        let is_taken_down = record.takedown.is_some();
        record.photo = record
            .photo
            .take()
            .filter(|photo| self.judge.has_picture(&photo.file, self.to.known.pictures.iter()) && !is_taken_down);
    }

    /// Who stands for a party has a place on its list, and an independent is an option alone.
    fn on_a_list(&mut self, pos: Pos, place: Option<&At<u32>>, party: Option<&Party>) {
        match (party, place) {
            (Some(party), None) if party.is_registered() => self.judge.missing("list_position", pos),
            (Some(label), Some(at)) if !label.is_registered() => {
                let message = format!("“{}” is not a party, and has no list to stand on", label.name);
                self.judge.report(Code::Malformed, at.pos, message, "take “list_position” out, or correct the party");
            }
            _ => {}
        }
    }

    /// That a party withdrew its support, which only a party can.
    fn support_withdrawn(
        &mut self,
        At { pos, value: SupportWithdrawnRecord { date, says, evidence, .. } }: At<SupportWithdrawnRecord>,
        party: Option<&Party>,
    ) -> Option<SupportWithdrawn> {
        if let Some(label) = party.filter(|party| !party.is_registered()) {
            let message = format!("“{}” is not a party, and cannot withdraw its support", label.name);
            let help = "name the party that the ballot paper names, or take “support_withdrawn” out";
            self.judge.report(Code::Malformed, pos, message, help);
        }
        self.happened(&date);
        if evidence.is_empty() {
            let message = "nothing says where the party withdrew its support";
            let help = "add “evidence:” with at least one entry that a reader can look up";
            self.judge.report(Code::NoEvidence, pos, message, help);
            return None;
        }
        let evidence = self.evidence(evidence, pos, &[], SaidAround { words: true, date: true });
        (!evidence.is_empty()).then_some(SupportWithdrawn { date: date.value, says, evidence })
    }

    fn position(
        &mut self,
        At { pos, value: PositionRecord { question: asked, version, mark } }: At<PositionRecord>,
        here: &Here<'_>,
        subjects: &[Subject],
    ) -> Option<Position> {
        let question = self.put_question(&asked, version.as_ref(), here.contest.election);
        if question.is_some() {
            self.put_in_all(asked.pos, &asked, here.contest.election, here.nation.as_slice());
        }
        let mark = self.mark(pos, mark, subjects);
        let (question, version) = question?;
        Some(Position { question, version, mark: mark? })
    }

    /// Nobody stands twice on one ballot.
    fn once_each(&mut self, candidates: &[At<CandidacyRecord>]) {
        let mut seen = BTreeSet::new();
        for At { pos, value: CandidacyRecord { person, .. } } in candidates {
            if person.is_read() && !seen.insert(&person.value) {
                let message = format!("“{person}” is on this ballot twice");
                let help = "if it is one person, move what only one entry says into the other; if they are two, correct the id of one";
                self.judge.report(Code::DuplicateId, *pos, message, help);
            }
        }
    }
}

/// Puts candidacies in the order in which voters see them: list by list, as the file brings the lists, each by its numbers;
/// then those who stand alone.
fn list_by_list(candidacies: &mut [Candidacy]) {
    let mut lists: BTreeMap<PartyId, usize> = BTreeMap::new();
    for candidacy in candidacies.iter() {
        let next = lists.len();
        lists.entry(candidacy.party.id.clone()).or_insert(next);
    }
    candidacies.sort_by_key(|candidacy| {
        let list = candidacy.list().and_then(|party| lists.get(&party.id).copied());
        (list.is_none(), list, candidacy.list_position.as_ref().filter(|_| list.is_some()).map(|at| at.value))
    });
}
