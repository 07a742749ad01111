use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::{Index, Known};
use super::judge::Judge;
use super::marks::RawMark;
use super::refer::Refer;
use super::types::{Line, Party, Subject};
use crate::atoms::{PartyId, PartyKind, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{LineFromRecord, LineRecord, PartyRecord};
use crate::load::{At, InFile};

/// Resolves the parties and their lines.
pub(super) fn parties(
    records: Vec<InFile<PartyRecord>>,
    index: &Index,
    known: &Known,
    found: &mut Diagnostics,
) -> BTreeMap<PartyId, Arc<Party>> {
    let lenders: BTreeMap<PartyId, Lender> = records.iter().filter_map(|r| Some((id_of(r)?, Lender::of(r)?))).collect();
    let mut parties = BTreeMap::new();
    for record in records {
        let mut refer = Refer { judge: Judge::of(&record), index, known };
        if let Some(party) = refer.a_party(record, &lenders) {
            parties.insert(party.id.clone(), Arc::new(party));
        }
        found.extend(refer.judge.found);
    }
    parties
}

fn id_of(record: &InFile<PartyRecord>) -> Option<PartyId> {
    record.record.id.as_ref().and_then(|id| id.value.0.clone().ok())
}

/// What has to be known of a party whose line another one borrows.
struct Lender {
    name: Text,
    borrows: bool,
}

impl Lender {
    fn of(record: &InFile<PartyRecord>) -> Option<Self> {
        let name = record.record.name.as_ref()?.value.0.clone().ok()?;
        Some(Self { name, borrows: record.record.line_from.is_some() })
    }
}

impl Refer<'_> {
    fn a_party(&mut self, in_file: InFile<PartyRecord>, lenders: &BTreeMap<PartyId, Lender>) -> Option<Party> {
        let stem = in_file.stem().to_owned();
        let record = in_file.record;
        let id = self.judge.id(record.id, &stem);
        let name = self.judge.need(record.name, "name", Pos::START);
        let (ids, short_name) = (self.judge.values(record.ids), self.judge.take(record.short_name));
        let kind = self.judge.take(record.kind).unwrap_or(PartyKind::Party);
        let colour = self.judge.take(record.colour);
        let (website, note) = (self.judge.take(record.website), self.judge.take(record.note));
        let line_from = record.line_from.and_then(|from| self.line_from(from, id.as_ref(), name.as_ref(), lenders));
        let subjects: Vec<_> = id.iter().cloned().map(Subject::Party).collect();
        let lines = record.lines.unwrap_or_default().into_iter().filter_map(|line| self.line(line, &subjects));
        let lines: Vec<_> = lines.map(Arc::new).collect();
        self.one_line_each(&lines);
        let former = self.judge.former_of(record.former, id.as_ref());
        let (id, name, file) = (id?, name?, in_file.file);
        Some(Party { id, ids, name, short_name, kind, colour, website, note, line_from, lines, former, file })
    }

    fn line_from(
        &mut self,
        from: At<LineFromRecord>,
        present: Option<&PartyId>,
        name: Option<&Text>,
        lenders: &BTreeMap<PartyId, Lender>,
    ) -> Option<(PartyId, Text)> {
        let At { pos, value } = from;
        let lender = self.judge.need_at(value.party, "party", pos);
        let at = lender.as_ref().map_or(pos, |lender| lender.pos);
        let lender = self.party(lender);
        let because = self.judge.need(value.because, "because", pos);
        let lender = lender?;
        let known = lenders.get(&lender);
        if present == Some(&lender) {
            let help = "delete “line_from”, or name the party whose line it is";
            self.judge.report(Code::BorrowedLine, at, "a party cannot borrow its line from itself", help);
            return None;
        }
        let same = |a: &Text, b: &Text| a.to_lowercase() == b.to_lowercase();
        if name.zip(known).is_some_and(|(a, b)| same(a, &b.name)) {
            let message =
                format!("“{lender}” only has the same name; it is another registration with its own documents");
            let help = "delete “line_from”, and record what this registration itself says";
            self.judge.report(Code::SameNameLine, at, message, help);
            return None;
        }
        if known.is_some_and(|known| known.borrows) {
            let message = format!("“{lender}” borrows its line itself, and a borrowed line is not lent on");
            self.judge.report(Code::BorrowedLine, at, message, "name the party whose own line it is");
            return None;
        }
        Some((lender, because?))
    }

    fn line(&mut self, record: At<LineRecord>, subjects: &[Subject]) -> Option<Line> {
        let At { pos, mut value } = record;
        let election = self.judge.need_at(value.election.take(), "election", pos);
        let election = self.election(election);
        let question = self.judge.need_at(value.question.take(), "question", pos);
        let at = question.as_ref().map_or(pos, |question| question.pos);
        let version = value.version.take();
        let question = election.as_ref().and_then(|election| self.put_question(question, version, election));
        let nations = self.judge.unbroken(value.nations.take());
        if let (Some(election), Some((question, _)), Some(nations)) = (&election, &question, &nations) {
            self.put_in_all(at, &question.id, election, nations);
        }
        let mark = self.mark(RawMark::of_line(pos, value), subjects);
        let (question, version) = question?;
        Some(Line { election: election?, question, version, nations: nations?, mark: mark? })
    }

    /// Two lines on one question may not hold in the same place.
    fn one_line_each(&mut self, lines: &[Arc<Line>]) {
        for (number, line) in lines.iter().enumerate() {
            let clash = lines[..number].iter().find(|other| {
                other.election == line.election
                    && other.question.id == line.question.id
                    && !other.mark.is_retracted()
                    && !line.mark.is_retracted()
                    && other.nations.is_empty() == line.nations.is_empty()
                    && (line.nations.is_empty() || line.nations.iter().any(|n| other.nations.contains(n)))
            });
            if let Some(other) = clash {
                let message =
                    format!("there is a line on “{}” already, on line {}", line.question.id, other.mark.pos.line);
                let help = "mark the older one retracted with the reason, give them different “nations:”, or join the evidence of both in one";
                self.judge.report(Code::TwoLines, line.mark.pos, message, help);
            }
        }
    }
}
