use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::day::RecordsDay;
use super::judge::Judge;
use super::types::{Correction, EarlierWording, Page, Question, Term};
use crate::atoms::language_marks::unmarked;
use crate::atoms::{LanguageTag, Malformed, QuestionId, Slug, Wanted};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{
    CorrectionRecord, CorrectionsFile, EarlierVersion, Fingerprints, GlossaryFile, PageRecord, QuestionRecord,
    SearchTermRecord, TermRecord,
};
use crate::load::{At, Body, InFile};
use crate::mentions::SearchTerm;

/// Judges the questions.
pub(super) fn questions(
    records: Vec<InFile<(QuestionRecord, Body)>>,
    found: &mut Diagnostics,
) -> BTreeMap<QuestionId, Arc<Question>> {
    let mut questions = BTreeMap::new();
    for in_file in records {
        let mut judge = Judge::of(&in_file);
        if let Some(question) = judge.question(in_file) {
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
        let id: Option<Slug> = in_file.stem().parse().ok();
        let (record, body) = in_file.record;
        let title = judge.need(record.title, "title", Pos::START);
        let description = judge.take(record.description);
        let former = judge.former(record.former, id.as_ref());
        let body = body.into();
        if let (Some(id), Some(title)) = (id, title) {
            pages.push(Page { id, title, description, body, former });
        }
        found.extend(judge.found);
    }
    pages
}

/// Judges the glossary, sorted by term.
pub(super) fn glossary(in_file: Option<InFile<GlossaryFile>>, found: &mut Diagnostics) -> Vec<Term> {
    let Some(in_file) = in_file else { return Vec::new() };
    let mut judge = Judge::of(&in_file);
    let mut ids = BTreeSet::new();
    let records = in_file.record.terms.unwrap_or_default();
    let mut terms: Vec<Term> = records.into_iter().filter_map(|term| judge.term(term, &mut ids)).collect();
    terms.sort_by_cached_key(|term| (unmarked(&term.term).to_lowercase(), term.id.clone()));
    found.extend(judge.found);
    terms
}

/// Judges the corrections, the latest first.
pub(super) fn corrections(
    in_file: Option<InFile<CorrectionsFile>>,
    day: Option<RecordsDay>,
    found: &mut Diagnostics,
) -> Vec<Correction> {
    let Some(in_file) = in_file else { return Vec::new() };
    let mut judge = Judge::of(&in_file);
    let records = in_file.record.corrections.unwrap_or_default();
    let mut corrections: Vec<Correction> = records.into_iter().filter_map(|c| judge.correction(c, day)).collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date));
    found.extend(judge.found);
    corrections
}

impl Judge {
    fn question(&mut self, in_file: InFile<(QuestionRecord, Body)>) -> Option<Question> {
        let id: Option<QuestionId> = in_file.stem().parse().ok();
        let (record, body) = in_file.record;
        // Without the number of its present text nothing can be said of the others.
        let numbered = in_file.broken.is_empty() || record.version.is_some();
        let ask = self.need(record.ask, "ask", Pos::START);
        let short = self.need(record.short, "short", Pos::START);
        let statement = self.need(record.statement, "statement", Pos::START);
        let wants = self.need(record.campaign_wants, "campaign_wants", Pos::START);
        let version = record.version.map_or(1, |version| version.value);
        let earlier = record.earlier.unwrap_or_default();
        let present = if numbered { version } else { u32::MAX };
        let mut numbers = BTreeSet::new();
        let earlier: Vec<_> = earlier.into_iter().filter_map(|e| self.earlier(e, present, &mut numbers)).collect();
        let terms = record.terms.unwrap_or_default();
        let terms = terms.into_iter().filter_map(|term| self.search_term(term)).collect();
        self.fingerprints(record.fingerprint);
        let wording_fix = self.take(record.wording_fix);
        let former = self.former(record.former, id.as_ref());
        Some(Question {
            id: id.filter(|_| numbered)?,
            ask: ask?,
            short: short?,
            statement: statement?,
            version,
            wants: wants?,
            terms,
            wording_fix,
            earlier,
            former,
            body: body.into(),
        })
    }

    /// Judges how fingerprints are written; whether they fit is judged where all languages are at hand.
    fn fingerprints(&mut self, written: Option<Fingerprints>) {
        for (tag, field) in written.unwrap_or_default() {
            let pos = field.pos;
            self.take(Some(field));
            if let Err(Malformed { what, help, .. }) = tag.parse::<LanguageTag>() {
                self.report(Code::Malformed, pos, what, help);
            }
        }
    }

    fn search_term(&mut self, At { pos, value }: At<SearchTermRecord>) -> Option<SearchTerm> {
        let words = self.need_at(value.words, "words", pos);
        let (lang, near, unless) = (self.take(value.lang), self.values(value.near), self.values(value.unless));
        let (endings, compound) = (self.values(value.endings), self.take(value.compound));
        let words = words?;
        if !words.value.contains(char::is_alphanumeric) {
            let help = "write the word, phrase or acronym as a document would have it";
            self.report(Code::Malformed, words.pos, format!("“{}” holds no word", words.value), help);
            return None;
        }
        Some(SearchTerm { words: words.value, lang, endings, compound, near, unless })
    }

    fn earlier(
        &mut self,
        At { pos, value }: At<EarlierVersion>,
        present: u32,
        numbers: &mut BTreeSet<u32>,
    ) -> Option<EarlierWording> {
        if value.version.is_none() {
            self.missing("version", pos);
        }
        let ask = self.need(value.ask, "ask", pos);
        let (short, statement) = (self.take(value.short), self.take(value.statement));
        let wants = self.take(value.campaign_wants).unwrap_or(Wanted::None);
        self.fingerprints(value.fingerprint);
        let wording_fix = self.take(value.wording_fix);
        let until = self.take(value.until);
        let version = value.version?;
        if version.value >= present {
            let message = format!("version {} is not earlier than the present version {present}", version.value);
            self.report(Code::Malformed, version.pos, message, "raise “version:” above, or mend the number here");
            return None;
        }
        if !numbers.insert(version.value) {
            let message = format!("there are two earlier texts with the number {}", version.value);
            self.report(Code::DuplicateId, version.pos, message, "give each earlier text a number of its own");
            return None;
        }
        Some(EarlierWording { version: version.value, ask: ask?, short, statement, wants, wording_fix, until })
    }

    fn term(&mut self, At { pos, value }: At<TermRecord>, ids: &mut BTreeSet<Slug>) -> Option<Term> {
        let id = self.need_at(value.id, "id", pos);
        let term = self.need(value.term, "term", pos);
        let means = self.need(value.means, "means", pos);
        let (stands_for, url) = (self.take(value.stands_for), self.take(value.url));
        let id = id?;
        if !ids.insert(id.value.clone()) {
            let message = format!("there are two terms with the id “{}”", id.value);
            self.report(Code::DuplicateId, id.pos, message, "give each term an id of its own");
        }
        Some(Term { id: id.value, term: term?, stands_for, means: means?, url })
    }

    fn correction(&mut self, At { pos, value }: At<CorrectionRecord>, day: Option<RecordsDay>) -> Option<Correction> {
        if value.date.is_none() {
            self.missing("date", pos);
        }
        let date = self.past(value.date, day);
        let about = self.need(value.about, "about", pos);
        let was = self.need(value.was, "was", pos);
        let now = self.need(value.now, "now", pos);
        let because = self.need(value.because, "because", pos);
        Some(Correction { date: date?, about: about?, was: was?, now: now?, because: because? })
    }
}
