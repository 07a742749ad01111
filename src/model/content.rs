use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::day::RecordsDay;
use super::judge::Judge;
use super::types::{Page, Question};
use crate::atoms::QuestionId;
use crate::atoms::language_marks::unmarked;
use crate::diagnostic::{Code, Diagnostics};
use crate::load::records::{
    CorrectionRecord, CorrectionsFile, EarlierVersion, GlossaryFile, PageRecord, QuestionRecord, SearchTermRecord,
    TermRecord,
};
use crate::load::{Body, InFile};
use crate::mentions::SearchTerm;

/// Judges the questions.
pub(super) fn questions(
    records: Vec<InFile<(QuestionRecord, Body)>>,
    found: &mut Diagnostics,
) -> BTreeMap<QuestionId, Arc<Question>> {
    let mut questions = BTreeMap::new();
    for in_file in records {
        let mut judge = Judge::of(&in_file);
        let id = in_file.stem().parse().ok();
        if let Some(question) = id.and_then(|id| judge.question(id, in_file.record)) {
            questions.insert(question.id.clone(), Arc::new(question));
        }
        found.extend(judge.found);
    }
    questions
}

/// Judges the prose pages.
pub(super) fn pages(records: Vec<InFile<(PageRecord, Body)>>, found: &mut Diagnostics) -> Vec<Page> {
    let mut pages = Vec::new();
    for in_file in records {
        let mut judge = Judge::of(&in_file);
        let Ok(id) = in_file.stem().parse() else { continue };
        let (mut record, body) = in_file.record;
        judge.former(&mut record.former, &id);
        pages.push(Page { id, record, body });
        found.extend(judge.found);
    }
    pages
}

/// Judges the glossary, sorted by term.
pub(super) fn glossary(in_file: Option<InFile<GlossaryFile>>, found: &mut Diagnostics) -> Vec<TermRecord> {
    let Some(in_file) = in_file else { return Vec::new() };
    let mut ids = BTreeSet::new();
    for id in in_file.record.terms.iter().map(|term| &term.id) {
        if !ids.insert(&id.value) {
            let message = format!("there are two terms with the id “{}”", id.value);
            found.push(Code::DuplicateId, &in_file.file, id.pos, message, "give each term an id of its own");
        }
    }
    let mut terms = in_file.record.terms;
    terms.sort_by_cached_key(|term| (unmarked(&term.term).to_lowercase(), term.id.value.clone()));
    terms
}

/// Judges the corrections, the latest first.
pub(super) fn corrections(
    in_file: Option<InFile<CorrectionsFile>>,
    day: Option<RecordsDay>,
    found: &mut Diagnostics,
) -> Vec<CorrectionRecord> {
    let Some(in_file) = in_file else { return Vec::new() };
    let mut judge = Judge::of(&in_file);
    let mut corrections = in_file.record.corrections;
    for correction in &corrections {
        judge.not_after(&correction.date, day);
    }
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date.value));
    found.extend(judge.found);
    corrections
}

impl Judge {
    fn question(&mut self, id: QuestionId, (mut record, body): (QuestionRecord, Body)) -> Option<Question> {
        // Without the number of its present text nothing can be said of the others.
        let numbered = self.broken.is_empty() || record.version.is_some();
        let version = record.version.as_ref().map_or(1, |version| version.value);
        self.earlier(&mut record.earlier, if numbered { version } else { u32::MAX });
        let terms = std::mem::take(&mut record.terms).into_iter().filter_map(|term| self.search_term(term)).collect();
        self.former(&mut record.former, &id);
        numbered.then_some(Question { id, version, terms, record, body })
    }

    fn search_term(&mut self, record: SearchTermRecord) -> Option<SearchTerm> {
        let SearchTermRecord { words, lang, endings, compound, near, unless } = record;
        if !words.contains(char::is_alphanumeric) {
            let help = "write the word, phrase or acronym as a document would have it";
            self.report(Code::Malformed, words.pos, format!("“{}” holds no word", words.value), help);
            return None;
        }
        Some(SearchTerm { words: words.value, lang, endings, compound, near, unless })
    }

    /// Keeps the earlier texts that have numbers of their own, each before that of the present one.
    fn earlier(&mut self, earlier: &mut Vec<EarlierVersion>, present: u32) {
        let mut numbers = BTreeSet::new();
        earlier.retain(|EarlierVersion { version, .. }| {
            let (code, message, help) = if version.value >= present {
                let message = format!("version {} is not earlier than the present version {present}", version.value);
                (Code::Malformed, message, "raise “version:” above, or mend the number here")
            } else if !numbers.insert(version.value) {
                let message = format!("there are two earlier texts with the number {}", version.value);
                (Code::DuplicateId, message, "give each earlier text a number of its own")
            } else {
                return true;
            };
            self.report(code, version.pos, message, help);
            false
        });
    }
}
