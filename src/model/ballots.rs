use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::index::{Index, Known};
use super::judge::Judge;
use super::marks::{RawMark, Told};
use super::refer::{Refer, named};
use super::score::Score;
use super::types::{Ballot, Cancellation, Candidacy, Complete, Party, Position, Subject, SupportWithdrawn};
use crate::atoms::{BallotKind, ElectionId, PartyId, PersonId, PersonPage, Slug, Standing};
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{
    BallotRecord, CancellationRecord, CandidacyRecord, CompleteRecord, PositionRecord, SupportWithdrawnRecord,
};
use crate::load::{At, InFile};

/// What the candidacies of a ballot have in common.
struct Here<'a> {
    election: &'a ElectionId,
    parties: &'a BTreeMap<PartyId, Arc<Party>>,
    kind: BallotKind,
    /// The nation in which the ballot lies, if it can be told whether the record names one.
    nation: Option<Option<Nation>>,
}

/// Resolves one ballot, still without cells and scores.
pub(super) fn ballot(
    in_file: InFile<BallotRecord>,
    election: &ElectionId,
    parties: &BTreeMap<PartyId, Arc<Party>>,
    index: &Index,
    known: &Known,
) -> (Option<Ballot>, Diagnostics) {
    let mut refer = Refer { judge: Judge::of(&in_file), index, known };
    let ballot = refer.a_ballot(in_file, election, parties);
    (ballot, refer.judge.found)
}

/// What decides whether a vote is needed at all.
struct Race<'a> {
    seats: u32,
    complete: Option<&'a Complete>,
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
    fn a_ballot(
        &mut self,
        in_file: InFile<BallotRecord>,
        election: &ElectionId,
        parties: &BTreeMap<PartyId, Arc<Party>>,
    ) -> Option<Ballot> {
        let slug: Option<Slug> = in_file.stem().parse().ok();
        let record = in_file.record;
        let id = self.judge.need(record.id, "id", Pos::START);
        let (area, gss) = match record.area {
            Some(At { pos, value }) => (self.judge.need(value.name, "name", pos), self.judge.take(value.gss)),
            None => {
                self.judge.missing("area", Pos::START);
                (None, None)
            }
        };
        let named = record.nation.is_some();
        let (nation, region) = (self.judge.take(record.nation), self.judge.take(record.region));
        if !named {
            self.needs_nation(election);
        }
        let seats = self.seats(record.seats);
        let kind = self.judge.take(record.kind).unwrap_or(BallotKind::People);
        let complete = record.complete.and_then(|complete| self.complete(complete));
        let order = self.judge.take(record.order);
        let here = Here { election, parties, kind, nation: (named == nation.is_some()).then_some(nation) };
        let candidacies = record.candidates.unwrap_or_default();
        let candidacies =
            candidacies.into_iter().filter_map(|candidacy| self.candidacy(candidacy, &here)).collect::<Vec<_>>();
        let mut candidacies = self.once_each(candidacies);
        if kind == BallotKind::Lists {
            list_by_list(&mut candidacies);
        }
        let race = Race { seats, complete: complete.as_ref(), candidacies: &candidacies };
        let cancellation = self.cancellation(record.cancelled, record.cancellation, &race);
        let former = self.judge.former_of(record.former, slug.as_ref());
        Some(Ballot {
            id: id?,
            slug: slug?,
            area: area?,
            gss,
            nation,
            region,
            seats,
            kind,
            cancellation,
            complete,
            order,
            candidacies,
            former,
            file: in_file.file,
        })
    }

    /// Which questions are put on a ballot depends on its nation, where some are put in one nation only.
    fn needs_nation(&mut self, election: &ElectionId) {
        let put = self.known.put.get(election).into_iter().flatten().find(|put| !put.nations.is_empty());
        if let Some(put) = put {
            let nations = named(&put.nations);
            let message =
                format!("{election} puts “{}” in {nations} only, and nothing says where this is", put.question);
            self.judge.report(Code::MissingKey, Pos::START, message, "add “nation:” to the ballot");
        }
    }

    fn seats(&mut self, record: Option<At<u32>>) -> u32 {
        if let Some(At { pos, value: 0 }) = record {
            let help = "write how many are elected; “cancelled: true” says that the poll was called off";
            self.judge.report(Code::Malformed, pos, "a ballot elects at least one", help);
        }
        record.map_or(1, |seats| seats.value)
    }

    /// That a poll was called off: nothing but `cancelled: true` says that it was.
    fn cancellation(
        &mut self,
        cancelled: Option<At<bool>>,
        known: Option<At<CancellationRecord>>,
        race: &Race<'_>,
    ) -> Option<Cancellation> {
        let cancelled = cancelled.filter(|cancelled| cancelled.value);
        if let Some(At { pos, .. }) = known.as_ref().filter(|_| cancelled.is_none()) {
            let message = "this says when or why the poll was called off, and nothing says that it was";
            self.judge.report(Code::MissingKey, *pos, message, "write “cancelled: true”, or take “cancellation” out");
        }
        let known = known.map(|known| known.value).unwrap_or_default();
        let (date, reason) = (self.judge.take(known.date), self.judge.take(known.reason));
        if let Some(At { pos, .. }) = known.uncontested.as_ref().filter(|said| said.value && !race.all_are_elected()) {
            let message = format!("{} stand here for {}, so a vote is needed", race.standing(), race.seats);
            let help = "mend “seats:”, say with “status:” who does not stand any more, or take “uncontested” out";
            self.judge.report(Code::Malformed, *pos, message, help);
        }
        let worked_out = || reason.is_none() && race.all_are_elected() && race.is_undisturbed();
        let uncontested = known.uncontested.map_or_else(worked_out, |said| said.value);
        cancelled.map(|At { pos, .. }| Cancellation { date, reason, uncontested, pos })
    }

    fn complete(&mut self, At { pos, value }: At<CompleteRecord>) -> Option<Complete> {
        if value.value.is_none() {
            self.judge.missing("value", pos);
        }
        let source = self.judge.need(value.source, "source", pos);
        let date = self.past(value.date);
        Some(Complete { value: value.value?.value, source: source?, date })
    }

    fn candidacy(&mut self, At { pos, value }: At<CandidacyRecord>, here: &Here<'_>) -> Option<Candidacy> {
        let Here { election, parties, kind, .. } = *here;
        let person = self.judge.need(value.person, "person", pos);
        let name = self.judge.need(value.name, "name", pos);
        let party = self.judge.need_at(value.party, "party", pos);
        let party = self.party(party).and_then(|id| parties.get(&id).cloned());
        let shares = value.answers_in.is_some();
        let answers_in = self.judge.at(value.answers_in);
        let answers_in = self.ballot(answers_in, election);
        let subjects: Vec<_> = person.iter().cloned().map(Subject::Person).collect();
        let positions = value.positions.unwrap_or_default();
        let positions = positions.into_iter().filter_map(|position| self.position(position, here, &subjects));
        let positions = positions.map(Arc::new).collect();
        let support_withdrawn =
            value.support_withdrawn.and_then(|record| self.support_withdrawn(record, party.as_deref()));
        let list_position = value.list_position.as_ref().map(|at| at.value);
        if kind == BallotKind::Lists {
            self.on_a_list(pos, value.list_position.as_ref(), party.as_deref());
        }
        let reply = value.reply.and_then(|reply| self.reply(reply));
        let takedown = value.takedown.and_then(|takedown| self.takedown(takedown));
        // Without its “answers_in” it would seem to hold answers of its own.
        if shares && answers_in.is_none() {
            return None;
        }
        let former = self.judge.former_of(value.former, person.as_ref());
        let page = person.as_ref().zip(name.as_ref()).map(|(person, name)| PersonPage::of(person, name));
        let former_pages = self.judge.former_of(value.former_pages, page.as_ref());
        Some(Candidacy {
            name: name?,
            sort_name: self.judge.take(value.sort_name),
            guessed: value.guessed.is_some_and(|guessed| guessed.value),
            support_withdrawn,
            description: self.judge.take(value.description),
            status: self.judge.take(value.status).unwrap_or(Standing::Standing),
            list_position,
            website: self.judge.take(value.website),
            former,
            former_pages,
            person: person?,
            party: party?,
            answers_in,
            positions,
            reply,
            takedown,
            cells: Vec::new(),
            score: Score::default(),
            pos,
        })
    }

    /// Who stands for a party has a place on its list, and an independent is an option alone.
    fn on_a_list(&mut self, pos: Pos, place: Option<&At<u32>>, party: Option<&Party>) {
        match (party, place) {
            (Some(party), None) if party.is_registered() => self.judge.missing("list_position", pos),
            (Some(label), Some(at)) if !label.is_registered() => {
                let message = format!("“{}” is no party, and has no list to stand on", label.name);
                self.judge.report(Code::Malformed, at.pos, message, "take “list_position” out, or mend the party");
            }
            _ => {}
        }
    }

    /// That a party withdrew its support, which only a party can.
    fn support_withdrawn(
        &mut self,
        At { pos, value }: At<SupportWithdrawnRecord>,
        party: Option<&Party>,
    ) -> Option<SupportWithdrawn> {
        if let Some(label) = party.filter(|party| !party.is_registered()) {
            let message = format!("“{}” is no party, and cannot withdraw its support", label.name);
            let help = "name the party that the ballot paper names, or take “support_withdrawn” out";
            self.judge.report(Code::Malformed, pos, message, help);
        }
        let date = self.past_date(value.date, pos);
        let says = self.judge.take(value.says);
        if value.evidence.as_ref().is_none_or(Vec::is_empty) {
            let message = "nothing says where the party withdrew its support";
            let help = "add “evidence:” with at least one entry that a reader can look up";
            self.judge.report(Code::NoEvidence, pos, message, help);
            return None;
        }
        let evidence = self.evidence(value.evidence, pos, &[], Told { words: true, date: true });
        (!evidence.is_empty()).then_some(SupportWithdrawn { date: date?, says, evidence })
    }

    fn position(
        &mut self,
        At { pos, mut value }: At<PositionRecord>,
        here: &Here<'_>,
        subjects: &[Subject],
    ) -> Option<Position> {
        let question = self.judge.need_at(value.question.take(), "question", pos);
        let at = question.as_ref().map_or(pos, |question| question.pos);
        let question = self.put_question(question, value.version.take(), here.election);
        if let (Some((question, _)), Some(nation)) = (&question, here.nation) {
            self.put_here(at, &question.id, here.election, nation);
        }
        let mark = self.mark(RawMark::of_position(pos, value), subjects);
        let (question, version) = question?;
        Some(Position { question, version, mark: mark? })
    }

    /// Nobody stands twice on one ballot: the second time is left out.
    fn once_each(&mut self, candidacies: Vec<Candidacy>) -> Vec<Candidacy> {
        let mut seen: BTreeSet<PersonId> = BTreeSet::new();
        let (first, again): (Vec<_>, Vec<_>) = candidacies.into_iter().partition(|c| seen.insert(c.person.clone()));
        for candidacy in again {
            let message = format!("“{}” stands twice on this ballot", candidacy.person);
            let help = "if it is one person, move what only one entry says into the other; if they are two, mend the id of one";
            self.judge.report(Code::DuplicateId, candidacy.pos, message, help);
        }
        first
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
        (list.is_none(), list, candidacy.list_position.filter(|_| list.is_some()))
    });
}
