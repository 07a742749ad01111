use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::Referable;
use super::pledges::SignedAnswers;
use super::refer::Refer;
use super::types::{Line, Party, Subject};
use crate::atoms::{PartyId, Text, WrittenVerification};
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{LineFromRecord, LineRecord, PartyRecord};
use crate::load::{At, InFile};

/// What has to be known of a party whose line another one borrows: its name, and whether it borrows its own.
type Lender = (Text, bool);

/// Resolves the parties and their lines.
pub(super) fn parties(
    records: Vec<InFile<PartyRecord>>,
    (to, signed): (Referable<'_>, &SignedAnswers),
    found: &mut Diagnostics,
) -> BTreeMap<PartyId, Arc<Party>> {
    let lender =
        |PartyRecord { id, name, line_from, .. }: &PartyRecord| (id.value.clone(), (name.clone(), line_from.is_some()));
    let lenders: BTreeMap<PartyId, Lender> = records.iter().map(|in_file| lender(&in_file.record)).collect();
    let mut parties = BTreeMap::new();
    for record in records {
        let mut refer = to.from(&record);
        if let Some(party) = refer.a_party(record, &lenders, signed) {
            parties.insert(party.id.clone(), Arc::new(party));
        }
        found.extend(refer.judge.found);
    }
    parties
}

impl Refer<'_> {
    fn a_party(
        &mut self,
        in_file: InFile<PartyRecord>,
        lenders: &BTreeMap<PartyId, Lender>,
        signed: &SignedAnswers,
    ) -> Option<Party> {
        let is_named = self.judge.id_is(&in_file.record.id, in_file.stem());
        let InFile { mut record, file, .. } = in_file;
        record.line_from = record.line_from.take().filter(|from| self.may_borrow(from, &record, lenders));
        let subjects: Vec<_> = is_named.then(|| Subject::Party(record.id.value.clone())).into_iter().collect();
        self.one_line_each(&record.lines);
        let lines = std::mem::take(&mut record.lines).into_iter().filter_map(|line| self.line(line, &subjects));
        let mut lines: Vec<_> = lines.map(Arc::new).collect();
        lines.extend(signed.of_party(&record.id.value).iter().cloned().map(Arc::new));
        let (held, lines) = lines.into_iter().partition(|line| self.is_held(&line.mark));
        self.judge.former(&mut record.former, &record.id.value);
        let is_whole = self.judge.is_whole(Pos::START);
        (is_named && is_whole).then(|| Party { id: record.id.value.clone(), record, lines, held, file })
    }

    fn may_borrow(
        &mut self,
        LineFromRecord { party: lender, .. }: &LineFromRecord,
        by: &PartyRecord,
        lenders: &BTreeMap<PartyId, Lender>,
    ) -> bool {
        if !self.is_party(lender) {
            return false;
        }
        let known = lenders.get(&lender.value);
        // What is blank could not be read.
        let same =
            |name: &Text| !name.as_str().is_empty() && name.as_str().to_lowercase() == by.name.as_str().to_lowercase();
        let (code, message, help) = if *lender == by.id.value {
            let message = "a party cannot borrow its line from itself".to_owned();
            (Code::BorrowedLine, message, "delete “line_from”, or name the party whose line it is")
        } else if known.is_some_and(|(name, _)| same(name)) {
            let message =
                format!("“{}” only has the same name; it is another registration with its own documents", lender.value);
            (Code::SameNameLine, message, "delete “line_from”, and record what this registration itself says")
        } else if known.is_some_and(|(_, borrows)| *borrows) {
            let message =
                format!("“{}” itself borrows its line, and a borrowed line cannot be lent again", lender.value);
            (Code::BorrowedLine, message, "name the party whose own line it is")
        } else {
            return true;
        };
        self.judge.report(code, lender.pos, message, help);
        false
    }

    fn line(&mut self, At { pos, value: record }: At<LineRecord>, subjects: &[Subject]) -> Option<Line> {
        let LineRecord { election, question: asked, version, nations, mark } = record;
        self.is_election(&election);
        let nations: Vec<Nation> =
            nations.iter().filter(|nation| nation.is_read()).map(|nation| nation.value).collect();
        let question = self.put_question(&asked, version.as_ref(), &election);
        if question.is_some() {
            self.put_in_all(asked.pos, &asked, &election, &nations);
        }
        let mark = self.mark(pos, mark, subjects);
        let (question, version) = question?;
        Some(Line { election: election.value, question, version, nations, mark: mark? })
    }

    /// Two lines on one question may not hold in the same place.
    fn one_line_each(&mut self, lines: &[At<LineRecord>]) {
        for (number, line) in lines.iter().enumerate() {
            if let Some(other) = lines[..number].iter().find(|other| clash(other, line)) {
                let message = format!("there is a line on “{}” already, on line {}", line.question, other.pos.line);
                let help = "mark the older one retracted with the reason, give them different “nations:”, or join the evidence of both in one";
                self.judge.report(Code::TwoLines, line.pos, message, help);
            }
        }
    }
}

/// Whether two lines hold in the same place, as far as that could be read.
fn clash(one: &LineRecord, other: &LineRecord) -> bool {
    let stands = |line: &LineRecord| {
        let written = line.mark.verification.as_ref().map(|written| &written.state);
        written.is_none_or(|state| state.is_read() && *state != WrittenVerification::Retracted)
    };
    let are_read = one.election.is_read() && one.question.is_read();
    let holds =
        |nation: &At<Nation>| nation.is_read() && other.nations.iter().any(|n| n.is_read() && *n == nation.value);
    are_read
        && (&*one.election, &*one.question) == (&*other.election, &*other.question)
        && stands(one)
        && stands(other)
        && one.nations.is_empty() == other.nations.is_empty()
        && (one.nations.is_empty() || one.nations.iter().any(holds))
}
