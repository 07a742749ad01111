use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::by_id::ById;
use super::day::RecordsDay;
use super::glossary::glossary;
use super::guides::{self, Guide};
use super::index::Index;
use super::judge::Judge;
use super::refer::instead;
use super::types::{Page, Question};
use crate::atoms::{BallotId, ElectionId, QuestionId, Slug};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{
    EarlierVersion, EventRecord, GuidesRecord, PageRecord, QuestionRecord, SearchTermRecord, TermRecord,
};
use crate::load::{At, Body, InFile, Records};
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

/// What a site says on pages of its own.
#[derive(Debug)]
pub struct Content {
    /// The prose pages, sorted by id.
    pub pages: ById<Slug, Page>,
    /// The glossary, sorted by term without regard to case.
    pub glossary: Vec<TermRecord>,
    /// The guides, in the order in which they are listed.
    pub guides: ById<Slug, Guide>,
    /// The events: those to come, the next one first; then those that are over, the latest first.
    pub events: Vec<Event>,
}

impl Content {
    /// Takes them out of the records, and judges them as of a day.
    pub(super) fn of(
        records: &mut Records,
        (index, guides): (&Index, Option<&GuidesRecord>),
        (day, as_of): (Option<RecordsDay>, Date),
        found: &mut Diagnostics,
    ) -> Self {
        Self {
            pages: pages(std::mem::take(&mut records.pages), found)
                .into_iter()
                .map(|page| (page.id.clone(), page))
                .collect(),
            guides: guides::guides(std::mem::take(&mut records.guides), guides, &records.unreadable, found)
                .into_iter()
                .map(|guide| (guide.id.clone(), guide))
                .collect(),
            glossary: glossary(records.glossary.take(), found),
            events: events(std::mem::take(&mut records.events), index, (day, as_of), found),
        }
    }
}

/// Judges the prose pages.
fn pages(records: Vec<InFile<(PageRecord, Body)>>, found: &mut Diagnostics) -> Vec<Page> {
    let mut pages = Vec::new();
    for in_file in records {
        let mut judge = Judge::of(&in_file);
        let Ok(id) = in_file.stem().parse() else { continue };
        let (mut record, body) = in_file.record;
        judge.former(&mut record.former, &id);
        pages.extend(judge.is_whole(Pos::START).then_some(Page { id, record, body }));
        found.extend(judge.found);
    }
    pages
}

/// An event to which people can go.
#[derive(Debug)]
pub struct Event {
    /// Its id, which is its anchor on the page.
    pub id: Slug,
    /// Whether it was over on the day of the records.
    pub is_past: bool,
    /// Its record.
    pub record: EventRecord,
}

owns_record!(Event: EventRecord);

/// Judges the events.
fn events(
    records: Vec<InFile<EventRecord>>,
    index: &Index,
    (day, as_of): (Option<RecordsDay>, Date),
    found: &mut Diagnostics,
) -> Vec<Event> {
    let mut events = Vec::new();
    for in_file in records {
        let mut judge = Judge::of(&in_file);
        judge.event(&in_file.record, index, day);
        let is_whole = judge.is_whole(Pos::START);
        found.extend(judge.found);
        let Some(id) = in_file.stem().parse().ok().filter(|_| is_whole) else { continue };
        let record = in_file.record;
        let last = record.until.as_ref().unwrap_or(&record.date).latest();
        events.push(Event { id, is_past: last < as_of, record });
    }
    events.sort_by(|a, b| a.date.latest().cmp(&b.date.latest()).then_with(|| (a.time, &a.id).cmp(&(b.time, &b.id))));
    let (mut past, mut events): (Vec<_>, Vec<_>) = events.into_iter().partition(|event| event.is_past);
    past.reverse();
    events.append(&mut past);
    events
}

impl Judge {
    /// Reports what does not go together in an event.
    fn event(&mut self, event: &EventRecord, index: &Index, day: Option<RecordsDay>) {
        if event.evidence.is_empty() {
            let help = "add “evidence:” with at least one entry that says where it was announced";
            let pos = if event.title.is_read() { event.title.pos } else { Pos::START };
            self.report(Code::NoEvidence, pos, "this event has no evidence", help);
        }
        event.evidence.iter().filter_map(|piece| piece.accessed.as_ref()).for_each(|date| self.not_after(date, day));
        if let Some(until) = event.until.as_ref().filter(|until| until.earliest() <= event.date.latest()) {
            let message = format!("it begins on {}, and {} is not a later day", event.date.value, until.value);
            self.report(Code::DateOrder, until.pos, message, "correct one of the two, or take “until:” out");
        }
        if event.time.is_some() && event.date.as_day().is_none() {
            let message = format!("it has a time, and {} is not a single day", event.date.value);
            self.report(Code::Malformed, event.date.pos, message, "write the day, or take “time:” out");
        }
        let Some(ballot) = &event.ballot else { return };
        if let Some(area) = &event.area {
            let help = "take “area:” out: the page names the ballot's own area";
            self.report(Code::Malformed, area.pos, "it names both an area and a ballot", help);
        }
        self.is_ballot(ballot, index);
    }

    /// Whether there is a ballot, as far as can be told; reported when there is none.
    pub(super) fn is_ballot(&mut self, id: &At<BallotId>, index: &Index) -> bool {
        // A ballot that could not be read may be the one: its id ends in the day of its election, as the election's does.
        let may_be_of = |election: &ElectionId| {
            let day = election.as_str().rsplit('.').next();
            index.is_unsure_of(election) && day.is_some_and(|day| id.as_str().ends_with(day))
        };
        let there = index.ballots.contains_key(&id.value) || index.elections.iter().any(may_be_of);
        if !there {
            let known = index.ballots.keys().map(BallotId::as_str);
            let help = instead(id.as_str(), known, "take the “id:” inside the ballot's file");
            self.report(Code::UnknownReference, id.pos, format!("there is no ballot “{}”", id.value), help);
        }
        there
    }

    fn question(&mut self, id: QuestionId, (mut record, body): (QuestionRecord, Body)) -> Option<Question> {
        // Without the numbers of its texts nothing can be said of who answered which.
        let numbered = record.version.as_ref().map_or(!self.broken.is_torn(), At::is_read)
            && record.earlier.iter().all(|earlier| earlier.version.is_read());
        let version = record.version.as_ref().map_or(1, |version| version.value);
        self.earlier(&mut record.earlier, if numbered { version } else { u32::MAX });
        let terms = std::mem::take(&mut record.terms).into_iter().filter_map(|term| self.search_term(term)).collect();
        self.former(&mut record.former, &id);
        (numbered && self.is_whole(Pos::START)).then_some(Question { id, version, terms, record, body })
    }

    fn search_term(&mut self, record: SearchTermRecord) -> Option<SearchTerm> {
        let SearchTermRecord { words, lang, endings, compound, near, unless } = record;
        if !words.as_str().contains(char::is_alphanumeric) {
            let help = "write the word, phrase or acronym as a document would write it";
            self.report(Code::Malformed, words.pos, format!("“{}” has no word in it", words.value), help);
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
                (Code::Malformed, message, "raise “version:” above, or correct the number here")
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
