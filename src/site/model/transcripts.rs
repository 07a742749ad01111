use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::KnownFirst;
use super::refer::{Refer, instead};
use super::types::{Heard, Question, Transcript, is_readable};
use crate::atoms::{DocumentId, PageText, QuestionId, Text, split_pages};
use crate::diagnostic::{Code, Pos};
use crate::load::records::{TranscribedRecord, TranscriptRecord};
use crate::load::{Body, InFile};
use crate::mentions::{Finder, Plain};

/// The text of a document, as it is written.
pub(super) type WrittenTranscript = InFile<(TranscriptRecord, Body)>;

impl Refer<'_> {
    /// Reports a text that belongs to no document.
    pub(super) fn belongs_to(&mut self, id: &DocumentId) {
        let record = format!("candidates/documents/{id}.yaml");
        if !self.to.index.is_there(&record) {
            let known = self.to.index.documents();
            let or = format!("write {record}, or give this text the name of the document's record");
            let help = instead(id.as_str(), known, &or);
            self.judge.report(Code::UnknownReference, Pos::START, format!("there is no document “{id}”"), help);
        }
    }

    /// Judges the text of a document, and takes people's contact details out of it; `questions` are those to look for.
    pub(super) fn transcript(
        &mut self,
        in_file: WrittenTranscript,
        questions: &[&Arc<Question>],
    ) -> Option<Transcript> {
        let InFile { file, record: (mut record, body), .. } = in_file;
        self.happened(&record.date);
        record.sources.iter().for_each(|source| self.is_hash(source));
        let corrected = self.checks(std::mem::take(&mut record.corrected), None, Some(record.date.value));
        let pages = self.pages(&body)?;
        let mentions = mentions(&pages, !corrected.is_empty(), questions);
        self.judge.is_whole(Pos::START).then_some(Transcript { corrected, pages, mentions, file, record })
    }

    fn is_hash(&mut self, TranscribedRecord { sha256: hash, .. }: &TranscribedRecord) {
        let is_hash =
            |hash: &Text| hash.as_str().len() == 64 && hash.as_str().bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_hash(hash) {
            let help = "write its 64 hexadecimal digits, as sha256sum prints them, or leave “sources:” out";
            self.judge.report(Code::Malformed, hash.pos, "this is not a SHA-256", help);
        }
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
        let patterns = self.to.known.patterns?;
        let mut redacted = Vec::new();
        for (start, page) in pages {
            let (text, taken) = patterns.redact(&page.text);
            for (kind, at) in taken {
                let message = format!("this looks like {}, and is left out of what is published", patterns.what(kind));
                let help = "delete it here too: everybody who reads the records can see it";
                self.judge.report(Code::Redacted, line(start + at - 1), message, help);
            }
            redacted.push(PageText { confidence: page.confidence, text: text.into_owned() });
        }
        Some(redacted)
    }
}

/// Where pages speak of the questions that have terms to look for.
fn mentions(pages: &[PageText], is_compared: bool, questions: &[&Arc<Question>]) -> BTreeMap<QuestionId, Vec<Heard>> {
    let texts: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
    let text = texts.join("\u{c}");
    let text = Plain::of(&text);
    let heard = |question: &Question| {
        let found = Finder::of(&question.terms).find(&text).into_iter();
        let heard = found.map(|mention| {
            let page = mention.words.page;
            Heard { page, sure: is_readable(pages, is_compared, page), excerpt: mention.excerpt(&text) }
        });
        heard.collect()
    };
    let sought = questions.iter().filter(|question| !question.terms.is_empty());
    sought.map(|question| (question.id.clone(), heard(question))).collect()
}

impl KnownFirst {
    /// The questions that an election puts.
    pub(super) fn put_in(&self, election: &crate::atoms::ElectionId) -> Vec<&Arc<Question>> {
        let put = self.put.get(election).into_iter().flatten();
        put.filter_map(|put| self.questions.get(&put.question)).collect()
    }
}
