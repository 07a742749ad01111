use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::{Index, Known};
use super::judge::Judge;
use super::refer::{Refer, instead};
use super::types::{Heard, Question, Transcript};
use crate::atoms::{DocumentId, PageText, Show, Text, split_pages};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{TranscribedRecord, TranscriptRecord};
use crate::load::{At, Body, InFile};
use crate::mentions::{Finder, Plain};

/// Judges the texts of documents, and takes people's contact details out of them.
pub(super) fn transcripts(
    records: Vec<InFile<(TranscriptRecord, Body)>>,
    index: &Index,
    known: &Known,
    found: &mut Diagnostics,
) -> BTreeMap<DocumentId, Transcript> {
    let mut transcripts = BTreeMap::new();
    for in_file in records {
        let mut refer = Refer { judge: Judge::of(&in_file), index, known };
        let id = refer.transcribed_document(&in_file);
        let transcript = refer.transcript(in_file);
        transcripts.extend(id.zip(transcript));
        found.extend(refer.judge.found);
    }
    transcripts
}

impl Refer<'_> {
    /// The document that a text belongs to, known to have a record.
    fn transcribed_document(&mut self, in_file: &InFile<(TranscriptRecord, Body)>) -> Option<DocumentId> {
        let id: DocumentId = in_file.stem().parse().ok()?;
        let record = format!("candidates/documents/{id}.yaml");
        if !self.index.is_there(&record) {
            let known = self.index.documents();
            let or = format!("write {record}, or give this text the name of the document's record");
            let help = instead(id.as_str(), known, &or);
            self.judge.report(Code::UnknownReference, Pos::START, format!("there is no document “{id}”"), help);
            return None;
        }
        Some(id)
    }

    fn transcript(&mut self, in_file: InFile<(TranscriptRecord, Body)>) -> Option<Transcript> {
        let (record, body) = in_file.record;
        let made_from = self.judge.need(record.made_from, "made_from", Pos::START);
        let date = self.past_date(record.date, Pos::START);
        let sources = record.sources.unwrap_or_default();
        let sources = sources.into_iter().filter_map(|source| self.transcribed(source)).collect();
        let corrected = self.checks(record.corrected, None, date);
        let show = self.judge.take(record.show).unwrap_or(Show::Whole);
        let note = self.judge.take(record.note);
        let pages = self.pages(&body)?;
        let (made_from, date) = (made_from?, date?);
        let mentions = BTreeMap::new();
        Some(Transcript { made_from, date, sources, corrected, show, note, pages, mentions, file: in_file.file })
    }

    fn transcribed(&mut self, At { pos, value }: At<TranscribedRecord>) -> Option<Text> {
        self.judge.take(value.file);
        self.judge.take(value.url);
        let hash = self.judge.need_at(value.sha256, "sha256", pos)?;
        let is_hash = |hash: &Text| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_hash(&hash.value) {
            let help = "write its 64 hexadecimal digits, as sha256sum prints them, or leave “sources:” out";
            self.judge.report(Code::Malformed, hash.pos, "this is not a SHA-256", help);
            return None;
        }
        Some(hash.value)
    }

    /// The pages without people's contact details, which are reported.
    fn pages(&mut self, body: &Body) -> Option<Vec<PageText>> {
        let line = |at: usize| Pos { line: body.line + u32::try_from(at).unwrap_or(u32::MAX), column: 1 };
        let pages = match split_pages(&body.text) {
            Ok(pages) => pages,
            Err((at, malformed)) => {
                self.judge.report(Code::Malformed, line(at), malformed.what, malformed.help);
                return None;
            }
        };
        // Nobody gets as far as this without; see the pipeline.
        let patterns = self.known.patterns?;
        let mut redacted = Vec::new();
        for (start, page) in pages {
            let (text, taken) = patterns.redact(&page.text);
            for (kind, at) in taken {
                let message = format!("this looks like {}, and is left out of what is published", patterns.what(kind));
                let help = "take it out here too, since whoever reads the records sees it";
                self.judge.report(Code::Redacted, line(start + at - 1), message, help);
            }
            redacted.push(PageText { confidence: page.confidence, text: text.into_owned() });
        }
        Some(redacted)
    }
}

impl Transcript {
    /// Notes where the text speaks of questions that have terms to look for.
    pub(super) fn look_for(&mut self, questions: &[&Arc<Question>]) {
        let texts: Vec<&str> = self.pages.iter().map(|page| page.text.as_str()).collect();
        let text = texts.join("\u{c}");
        let text = Plain::of(&text);
        let sought = questions.iter().filter(|question| !question.terms.is_empty());
        self.mentions = sought.map(|question| (question.id.clone(), self.heard(&text, question))).collect();
    }

    fn heard(&self, text: &Plain<'_>, question: &Question) -> Vec<Heard> {
        let found = Finder::of(&question.terms).find(text).into_iter();
        let heard = found.map(|mention| {
            let page = mention.words.page;
            Heard { page, sure: self.is_readable(page), excerpt: mention.excerpt(text) }
        });
        heard.collect()
    }
}

impl Known {
    /// The questions that an election puts.
    pub(super) fn put_in(&self, election: &crate::atoms::ElectionId) -> Vec<&Arc<Question>> {
        let put = self.put.get(election).into_iter().flatten();
        put.filter_map(|put| self.questions.get(&put.question)).collect()
    }
}
