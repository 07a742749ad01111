use std::collections::BTreeSet;
use std::sync::Arc;

use super::day::RecordsDay;
use super::judge::Judge;
use super::refer::Refer;
use super::types::{Document, Evidence, Mark, Subject, Verification};
use crate::atoms::{DocumentId, EvidenceKind, PartialDate, Slug, Stance};
use crate::diagnostic::{Code, Pos};
use crate::load::At;
use crate::load::records::{BackingRecord, CheckRecord, EvidenceRecord, MarkRecord, ReplyRecord, TakedownRecord};

/// What is told beside a piece of evidence by that for which it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct SaidAround {
    /// What was said.
    pub(super) words: bool,
    /// When.
    pub(super) date: bool,
}

/// What a piece of evidence lacks for a stranger to follow it.
struct Lacks {
    words: bool,
    date: bool,
    place: bool,
}

impl Lacks {
    /// What is not written; a value that cannot be read is reported at its own place.
    fn of(record: &EvidenceRecord, told: SaidAround) -> Self {
        let EvidenceRecord { quote, says, date, url, archived, document, place, .. } = record;
        Self {
            words: !told.words && quote.is_none() && says.is_none(),
            date: !told.date && date.is_none(),
            place: url.is_none() && archived.is_none() && document.is_none() && place.is_none(),
        }
    }

    /// The same, with what is known from the record of the document; nothing is known of one that is not there.
    fn unless_of(self, document: Option<&Document>) -> Self {
        let undated = document.is_some_and(|document| document.date.is_none() && document.received.is_none());
        Self { date: self.date && undated, ..self }
    }

    fn report(&self, pos: Pos, judge: &mut Judge) {
        let lacks = [
            (self.words, "what was said", "“quote:” or “says:” with the words"),
            (self.date, "when", "“date:”"),
            (
                self.place,
                "where that can be looked up",
                "“url:”, “document:” or “where:” (of a letter, where it is kept)",
            ),
        ];
        let (what, remedy): (Vec<&str>, Vec<&str>) =
            lacks.iter().filter(|(lacks, ..)| *lacks).map(|(_, what, remedy)| (*what, *remedy)).unzip();
        if !what.is_empty() {
            let message = format!("nobody could check this evidence: it does not say {}", what.join(", and "));
            judge.report(Code::BareEvidence, pos, message, format!("add {}", remedy.join(", and ")));
        }
    }
}

impl Refer<'_> {
    /// Judges a mark; nothing when it lacks what no mark can lack.
    pub(super) fn mark(&mut self, pos: Pos, record: MarkRecord, subjects: &[Subject]) -> Option<Mark> {
        // Of “mixed” it is told apart, and more plainly, that the words are missing.
        let words = record.says.is_some() || record.stance == Stance::Mixed;
        self.mixed_has_words(&record);
        self.backed_mark(pos, record, subjects, words)
    }

    /// Judges what stands behind a mark; `words` are told by the mark itself, or by what was signed.
    pub(super) fn backed_mark(
        &mut self,
        pos: Pos,
        mut mark: MarkRecord,
        subjects: &[Subject],
        words: bool,
    ) -> Option<Mark> {
        let record = &mut mark.backing;
        self.happened(&record.date);
        let is_known = self.is_checker(&record.entered_by);
        let pieces = std::mem::take(&mut record.evidence);
        let written = pieces.len();
        let evidence = self.evidence(pieces, pos, subjects, SaidAround { words, date: false });
        let entered_by = Some(&record.entered_by.value).filter(|_| is_known);
        let since = self.entered(record).unwrap_or(record.date.value);
        let checks = self.checks(std::mem::take(&mut record.checked), entered_by, Some(since));
        record.verification.iter().for_each(|verification| self.happened(&verification.date));
        self.reply(record.reply.as_deref());
        self.takedown(record.takedown.as_deref());
        let shown_from = record.publish_after.as_ref().and_then(|day| self.judge.the_day(day, "publish_after"));
        if !is_known || evidence.is_empty() || evidence.len() < written || !self.judge.is_whole(pos) {
            return None;
        }
        let verification = match record.verification.take() {
            Some(written) => Verification::Written(written),
            None => self.derived_verification(&checks, &evidence),
        };
        Some(Mark { record: mark, evidence, checks, verification, shown_from, pledge: None, pos })
    }

    /// Whether a mark is held back on the day of the records.
    pub(super) fn is_held(&self, mark: &Mark) -> bool {
        let day = self.to.known.day.map(RecordsDay::day);
        mark.shown_from.zip(day).is_some_and(|(from, day)| day < from)
    }

    /// The day on which a mark was put into the records; reported when what it tells of had not been said yet.
    fn entered(&mut self, record: &BackingRecord) -> Option<PartialDate> {
        let entered = record.entered.as_ref()?;
        self.happened(entered);
        let said = *record.date;
        if entered.latest() < said.earliest() {
            let message = format!("{} is before {said}, the day on which this was said", entered.value);
            self.judge.report(Code::DateOrder, entered.pos, message, "correct one of the two dates");
            return None;
        }
        Some(entered.value)
    }

    fn mixed_has_words(&mut self, record: &MarkRecord) {
        let words = record.says.is_some() || record.evidence.iter().any(|e| e.quote.is_some() || e.says.is_some());
        if record.stance == Stance::Mixed && !words {
            let message = "“mixed” tells a voter nothing without the words";
            let help = "add “says:” with one sentence, or a “quote:” to the evidence";
            self.judge.report(Code::MixedWithoutWords, record.stance.pos, message, help);
        }
    }

    /// Judges evidence for something that itself tells a part of what has to be known.
    pub(super) fn evidence(
        &mut self,
        records: Vec<At<EvidenceRecord>>,
        pos: Pos,
        subjects: &[Subject],
        told: SaidAround,
    ) -> Vec<Evidence> {
        if records.is_empty() {
            let message = "this mark has no evidence, and no mark is published without any";
            let help = "add “evidence:” with at least one entry that says where it was said; until you have one, take the mark out";
            self.judge.report(Code::NoEvidence, pos, message, help);
        }
        let mut evidence = Vec::with_capacity(records.len());
        evidence.extend(records.into_iter().filter_map(|record| self.piece(record, subjects, told)));
        evidence
    }

    fn piece(&mut self, record: At<EvidenceRecord>, subjects: &[Subject], told: SaidAround) -> Option<Evidence> {
        let At { pos, value: record } = record;
        if record.title.is_none() && record.document.is_none() {
            self.judge.missing("title", pos);
        }
        let document = record.document.as_ref().and_then(|id| self.the_document(id));
        let bare = Lacks::of(&record, told);
        let bare = if record.document.is_some() { bare.unless_of(document.as_deref()) } else { bare };
        bare.report(pos, &mut self.judge);
        let partys = self.is_partys_word(&record.kind, document.as_deref().map(|document| &document.of), subjects);
        if let (Some(id), Some(document), false) = (&record.document, &document, partys) {
            self.whose(id.pos, &document.of, document.id.as_str(), subjects);
        }
        record.date.iter().chain(&record.accessed).for_each(|date| self.happened(date));
        let title = record.title.as_deref().or(document.as_deref().map(|document| &document.title))?.clone();
        self.judge.is_whole(pos).then_some(Evidence { title, document, record, pos })
    }

    /// A document; reported when there is none.
    pub(super) fn the_document(&mut self, id: &At<DocumentId>) -> Option<Arc<Document>> {
        let document = self.to.documents.get(&id.value).cloned();
        if document.is_none() {
            let known = self.to.index.documents();
            self.unknown((id.pos, id.as_str()), "document", &format!("candidates/documents/{}.yaml", id.value), known);
        }
        document
    }

    /// A candidate's mark rests on the candidate's own word, never on the party's: reported, and true,
    /// when it does not.
    fn is_partys_word(&mut self, kind: &At<EvidenceKind>, of: Option<&Subject>, subjects: &[Subject]) -> bool {
        let person = subjects.iter().any(|s| matches!(s, Subject::Person(_)));
        let partys = matches!(of, Some(Subject::Party(_))) || kind.is_read() && *kind == EvidenceKind::Manifesto;
        if person && partys {
            let message = "a manifesto or another document of a party is the party's word, not the candidate's own";
            let help = "record it as a line in the party's file; it then shows beside the candidate's answer by itself";
            self.judge.report(Code::NotOwnWord, kind.pos, message, help);
        }
        person && partys
    }

    /// A mark rests on its own subject's documents, if it can be told whose mark it is.
    fn whose(&mut self, pos: Pos, of: &Subject, document: &str, subjects: &[Subject]) {
        // A person whose id could not be read may be anybody.
        let is_unread = |subject: &Subject| matches!(subject, Subject::Person(id) if id.as_str().is_empty());
        if subjects.is_empty() || subjects.contains(of) || subjects.iter().any(is_unread) {
            return;
        }
        let whose = match of {
            Subject::Party(party) => format!("the party {party}"),
            Subject::Person(person) => format!("the person {person}"),
        };
        let message = format!("“{document}” is a document of {whose}, not of the one this mark is about");
        let help = "cite a document of their own; another registration's words are not theirs, whatever its name";
        self.judge.report(Code::ForeignDocument, pos, message, help);
    }

    /// Judges checks: each by somebody else than the one who entered what is checked, once, and not
    /// before the day from which it is.
    pub(super) fn checks(
        &mut self,
        records: Vec<At<CheckRecord>>,
        entered_by: Option<&Slug>,
        since: Option<PartialDate>,
    ) -> Vec<CheckRecord> {
        let mut seen = BTreeSet::new();
        let mut checks = Vec::with_capacity(records.len());
        for At { pos, value: CheckRecord { by, date } } in records {
            let is_known = self.is_checker(&by);
            self.happened(&date);
            if let Some(since) = since.filter(|since| date.is_read() && date.latest() < since.earliest()) {
                let message =
                    format!("this check of {} is older than what it checks, which is from {since}", date.value);
                self.judge.report(Code::DateOrder, pos, message, "correct one of the two dates");
            }
            if !is_known {
                continue;
            }
            if Some(&by.value) == entered_by || !seen.insert(by.value.clone()) {
                let why = if Some(&by.value) == entered_by { "entered this" } else { "has checked it already" };
                let message = format!("“{}” {why}, so this check adds nothing", by.value);
                self.judge.report(Code::IdleCheck, pos, message, "delete it, or name the person who really checked");
                continue;
            }
            checks.push(CheckRecord { by, date });
        }
        checks
    }

    fn derived_verification(&self, checks: &[CheckRecord], evidence: &[Evidence]) -> Verification {
        let hearsay = evidence.iter().all(|piece| piece.kind.is_hearsay());
        if checks.len() >= self.to.known.checks_required as usize && !hearsay {
            Verification::Confirmed
        } else {
            Verification::Claimed
        }
    }

    /// Judges a right of reply.
    pub(super) fn reply(&mut self, reply: Option<&ReplyRecord>) {
        reply.into_iter().for_each(|reply| self.happened(&reply.date));
    }

    /// Judges a takedown.
    pub(super) fn takedown(&mut self, takedown: Option<&TakedownRecord>) {
        takedown.into_iter().for_each(|takedown| self.happened(&takedown.date));
    }
}
