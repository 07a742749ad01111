use std::collections::BTreeSet;

use super::judge::Judge;
use super::refer::Refer;
use super::types::{Check, Document, Evidence, Mark, Reply, Subject, Takedown, Verification};
use crate::atoms::{EvidenceKind, PartialDate, Slug, Stance, Text, WrittenVerification};
use crate::diagnostic::{Code, Pos};
use crate::load::records::{
    CheckRecord, EvidenceRecord, LineRecord, PositionRecord, ReplyRecord, TakedownRecord, VerificationRecord,
};
use crate::load::{At, Field};

/// What positions and party lines have in common.
pub(super) struct RawMark {
    pos: Pos,
    stance: Option<Field<Stance>>,
    date: Option<Field<PartialDate>>,
    date_inferred: Option<Field<Text>>,
    says: Option<Field<Text>>,
    caveat: Option<Field<Text>>,
    entered_by: Option<Field<Slug>>,
    evidence: Option<Vec<At<EvidenceRecord>>>,
    checked: Option<Vec<At<CheckRecord>>>,
    verification: Option<At<VerificationRecord>>,
    reply: Option<At<ReplyRecord>>,
    takedown: Option<At<TakedownRecord>>,
}

/// Moves the shared fields of a record into a [`RawMark`].
macro_rules! raw_mark {
    ($name:ident, $record:ty) => {
        impl RawMark {
            pub(super) fn $name(pos: Pos, record: $record) -> Self {
                Self {
                    pos,
                    stance: record.stance,
                    date: record.date,
                    date_inferred: record.date_inferred,
                    says: record.says,
                    caveat: record.caveat,
                    entered_by: record.entered_by,
                    evidence: record.evidence,
                    checked: record.checked,
                    verification: record.verification,
                    reply: record.reply,
                    takedown: record.takedown,
                }
            }
        }
    };
}
raw_mark!(of_position, PositionRecord);
raw_mark!(of_line, LineRecord);

/// What is told beside a piece of evidence by that for which it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
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
    fn of(record: &EvidenceRecord, told: Told) -> Self {
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
            let message = format!("nobody could follow this evidence: it does not say {}", what.join(", and "));
            judge.report(Code::BareEvidence, pos, message, format!("add {}", remedy.join(", and ")));
        }
    }
}

impl Refer<'_> {
    /// Judges a mark; nothing when it lacks what no mark can lack.
    pub(super) fn mark(&mut self, raw: RawMark, subjects: &[Subject]) -> Option<Mark> {
        let pos = raw.pos;
        let stance = self.judge.need_at(raw.stance, "stance", pos);
        let date = self.past_date(raw.date, pos);
        let entered_by = self.judge.need_at(raw.entered_by, "entered_by", pos);
        let entered_by = self.checker(entered_by);
        // Of “mixed” it is told apart, and more plainly, that the words are missing.
        let mixed = stance.as_ref().is_some_and(|stance| stance.value == Stance::Mixed);
        let words = raw.says.is_some() || mixed;
        let pieces = raw.evidence.as_ref().map_or(0, Vec::len);
        let evidence = self.evidence(raw.evidence, pos, subjects, Told { words, date: false });
        let checks = self.checks(raw.checked, entered_by.as_ref(), date);
        let written = raw.verification.and_then(|v| self.written_verification(v));
        let says = self.judge.take(raw.says);
        let (date_inferred, caveat) = (self.judge.take(raw.date_inferred), self.judge.take(raw.caveat));
        let reply = raw.reply.and_then(|r| self.reply(r));
        let takedown = raw.takedown.and_then(|t| self.takedown(t));
        let stance = stance?;
        if evidence.len() == pieces {
            self.mixed_has_words(&stance, says.as_ref(), &evidence);
        }
        if evidence.is_empty() || evidence.len() < pieces {
            return None;
        }
        let verification = written.unwrap_or_else(|| self.derived_verification(&checks, &evidence));
        let (stance, date, entered_by) = (stance.value, date?, entered_by?);
        Some(Mark {
            stance,
            date,
            date_inferred,
            says,
            caveat,
            entered_by,
            evidence,
            checks,
            verification,
            reply,
            takedown,
            pos,
        })
    }

    fn mixed_has_words(&mut self, stance: &At<Stance>, says: Option<&Text>, evidence: &[Evidence]) {
        let words = says.is_some() || evidence.iter().any(|e| e.quote.is_some() || e.says.is_some());
        if stance.value == Stance::Mixed && !words {
            let message = "“mixed” tells a voter nothing without the words";
            let help = "add “says:” with one sentence, or a “quote:” to the evidence";
            self.judge.report(Code::MixedWithoutWords, stance.pos, message, help);
        }
    }

    /// Judges evidence for something that itself tells a part of what has to be known.
    pub(super) fn evidence(
        &mut self,
        records: Option<Vec<At<EvidenceRecord>>>,
        pos: Pos,
        subjects: &[Subject],
        told: Told,
    ) -> Vec<Evidence> {
        let records = records.unwrap_or_default();
        if records.is_empty() {
            let help = "add “evidence:” with at least one entry that says where it was said; until you have one, take the mark out";
            self.judge.report(
                Code::NoEvidence,
                pos,
                "this mark has no evidence, and no mark is published without",
                help,
            );
        }
        records.into_iter().filter_map(|record| self.piece(record, subjects, told)).collect()
    }

    fn piece(&mut self, record: At<EvidenceRecord>, subjects: &[Subject], told: Told) -> Option<Evidence> {
        let At { pos, value } = record;
        let bare = Lacks::of(&value, told);
        let named = value.document.is_some();
        let kind = self.judge.need_at(value.kind, "kind", pos);
        if value.title.is_none() && value.document.is_none() {
            self.judge.missing("title", pos);
        }
        let document = self.judge.at(value.document).and_then(|id| {
            let document = self.known.documents.get(&id.value).cloned();
            let file = format!("candidates/documents/{}.yaml", id.value);
            if document.is_none() {
                let known = self.index.documents();
                self.unknown((id.pos, id.value.as_str()), "document", &file, known);
            }
            document.map(|document| (id.pos, document))
        });
        let title = self.judge.take(value.title).or_else(|| document.as_ref().map(|(_, d)| d.title.clone()));
        let bare = if named { bare.unless_of(document.as_ref().map(|(_, document)| &**document)) } else { bare };
        bare.report(pos, &mut self.judge);
        let of = document.as_ref().map(|(_, document)| &document.of);
        let partys = kind.as_ref().is_some_and(|kind| self.is_partys_word(kind, of, subjects));
        if let Some((at, document)) = document.as_ref().filter(|_| !partys) {
            self.whose(*at, &document.of, document.id.as_str(), subjects);
        }
        let evidence = Evidence {
            kind: kind?.value,
            title: title?,
            document: document.map(|(_, document)| document),
            place: self.judge.take(value.place),
            date: self.past(value.date),
            quote: self.judge.take(value.quote),
            says: self.judge.take(value.says),
            lang: value.lang,
            url: self.judge.at(value.url),
            archived: self.judge.take(value.archived),
            accessed: self.past(value.accessed),
            pos,
        };
        Some(evidence)
    }

    /// A candidate's mark rests on the candidate's own word, never on the party's: reported, and true,
    /// when it does not.
    fn is_partys_word(&mut self, kind: &At<EvidenceKind>, of: Option<&Subject>, subjects: &[Subject]) -> bool {
        let person = subjects.iter().any(|s| matches!(s, Subject::Person(_)));
        let partys = matches!(of, Some(Subject::Party(_))) || kind.value == EvidenceKind::Manifesto;
        if person && partys {
            let message = "a manifesto or another document of a party is the party's word, not the candidate's own";
            let help = "record it as a line in the party's file; it then shows beside the candidate's answer by itself";
            self.judge.report(Code::NotOwnWord, kind.pos, message, help);
        }
        person && partys
    }

    /// A mark rests on its own subject's documents, if it can be told whose mark it is.
    fn whose(&mut self, pos: Pos, of: &Subject, document: &str, subjects: &[Subject]) {
        if subjects.is_empty() || subjects.contains(of) {
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
        records: Option<Vec<At<CheckRecord>>>,
        entered_by: Option<&Slug>,
        since: Option<PartialDate>,
    ) -> Vec<Check> {
        let mut seen = BTreeSet::new();
        let mut checks = Vec::new();
        for At { pos, value } in records.unwrap_or_default() {
            let by = self.judge.need_at(value.by, "by", pos);
            let by = self.checker(by);
            let date = self.past_date(value.date, pos);
            let (Some(by), Some(date)) = (by, date) else { continue };
            if let Some(since) = since.filter(|since| date.latest() < since.earliest()) {
                let message = format!("this check of {date} is older than what it checks, which is from {since}");
                self.judge.report(Code::DateOrder, pos, message, "mend one of the two dates");
            }
            if Some(&by) == entered_by || !seen.insert(by.clone()) {
                let why = if Some(&by) == entered_by { "entered this" } else { "has checked it already" };
                let message = format!("“{by}” {why}, so this check adds nothing");
                self.judge.report(Code::IdleCheck, pos, message, "delete it, or name the person who really checked");
                continue;
            }
            checks.push(Check { by, date });
        }
        checks
    }

    fn written_verification(&mut self, record: At<VerificationRecord>) -> Option<Verification> {
        let At { pos, value } = record;
        let state = self.judge.need(value.state, "state", pos);
        let because = self.judge.need(value.because, "because", pos);
        let date = self.past_date(value.date, pos);
        let other_text = self.judge.take(value.other_text);
        let (because, date) = (because?, date?);
        Some(match state? {
            WrittenVerification::Disputed => Verification::Disputed { because, date, other_text },
            WrittenVerification::Unverified => Verification::Unverified { because, date },
            WrittenVerification::Retracted => Verification::Retracted { because, date },
        })
    }

    fn derived_verification(&self, checks: &[Check], evidence: &[Evidence]) -> Verification {
        let hearsay = evidence.iter().all(|e| e.kind.is_hearsay());
        if checks.len() >= self.known.checks_required as usize && !hearsay {
            Verification::Confirmed
        } else {
            Verification::Claimed
        }
    }

    /// Judges a right of reply.
    pub(super) fn reply(&mut self, record: At<ReplyRecord>) -> Option<Reply> {
        let At { pos, value } = record;
        let date = self.past_date(value.date, pos);
        let text = self.judge.need(value.text, "text", pos);
        Some(Reply { date: date?, text: text? })
    }

    /// Judges a takedown.
    pub(super) fn takedown(&mut self, record: At<TakedownRecord>) -> Option<Takedown> {
        let At { pos, value } = record;
        let date = self.past_date(value.date, pos);
        let reason = self.judge.need(value.reason, "reason", pos);
        Some(Takedown { date: date?, reason: reason? })
    }
}
