use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::by_id::ById;
use super::index::Referable;
use super::refer::{Refer, instead};
use super::types::Ballot;
use crate::atoms::{AccountResponse, PartialDate, PersonId, Slug, SourceKind, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{AccountRecord, NamedAreaRecord, SourceRecord};
use crate::load::{At, InFile};

/// Something that is claimed, laid down, tried out or reported around the questions. It is no answer of anybody, and no score
/// counts it.
#[derive(Debug)]
pub struct Account {
    /// Its id, which is the name of its page.
    pub id: Slug,
    /// All that has to be said of it wherever it is shown; never empty.
    pub statuses: Vec<AccountStatus>,
    /// When it was said, laid down or begun; where the record does not say, when that was first reported.
    pub date: Option<PartialDate>,
    /// Its file.
    pub file: FileName,
    /// Its record, without what was resolved; what it refers to is there.
    pub record: AccountRecord,
}

owns_record!(Account: AccountRecord);

/// How far an account can be relied upon: worked out, but for `Unverified`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountStatus {
    /// Another account stands in its place now.
    Superseded,
    /// Somebody whom it concerns denies it.
    Disputed,
    /// Somebody tried to verify it and could not.
    Unverified,
    /// Two publishers tell of it, each by itself.
    Confirmed,
    /// One does.
    Claimed,
}

impl AccountStatus {
    /// Its word in the data files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Superseded => "superseded",
            Self::Disputed => "disputed",
            Self::Unverified => "unverified",
            Self::Confirmed => "confirmed",
            Self::Claimed => "claimed",
        }
    }

    /// What is to be said of a record: doubts first, and each of them; how many confirm it only when there is none.
    fn all_of(record: &AccountRecord) -> Vec<Self> {
        let denied = record.responses.iter().any(|response| response.response == AccountResponse::Denies);
        let doubts = [
            (Self::Superseded, record.superseded_by.is_some()),
            (Self::Disputed, denied),
            (Self::Unverified, record.verification.is_some()),
        ];
        let doubts: Vec<Self> = doubts.into_iter().filter(|(_, holds)| *holds).map(|(status, _)| status).collect();
        match doubts.is_empty() {
            true if publishers(record).len() >= CONFIRMED_BY => vec![Self::Confirmed],
            true => vec![Self::Claimed],
            false => doubts,
        }
    }
}

/// How many publishers confirm an account.
const CONFIRMED_BY: usize = 2;

/// Who tells of an account without repeating somebody else, and was read: in its sources, and in those of whoever confirms it.
fn publishers(record: &AccountRecord) -> BTreeSet<String> {
    let confirming = record.responses.iter().filter(|response| response.response == AccountResponse::Confirms);
    let sources = record.evidence.iter().chain(confirming.filter_map(|response| response.source.as_ref()));
    let own = sources.filter(|source| source.kind == SourceKind::Source);
    own.map(|source| source.publisher.as_str().to_lowercase()).collect()
}

impl Account {
    /// Whether a ballot lies in an area that it names, as far as its record says. That it does not say so means nothing.
    #[must_use]
    pub fn names(&self, ballot: &Ballot) -> bool {
        self.areas.iter().any(|area| area.is_known_to_hold(ballot))
    }

    /// Whether its date is that of a report, so that it is older itself.
    #[must_use]
    pub fn is_dated_by_report(&self) -> bool {
        self.record.date.is_none()
    }

    /// Whether its date is that of a report whose own date we only concluded.
    #[must_use]
    pub fn is_date_inferred(&self) -> bool {
        let is_that = |source: &SourceRecord| source.date.as_ref().map(|date| date.value) == self.date;
        let sources = || self.evidence.iter().filter(|source| is_that(source));
        self.is_dated_by_report()
            && sources().next().is_some()
            && sources().all(|source| source.date_inferred.is_some())
    }

    /// Whether it is shown where people look for what holds now.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.superseded_by.is_none()
    }
}

impl NamedAreaRecord {
    /// Whether a ballot is known to lie in it.
    #[must_use]
    pub fn is_known_to_hold(&self, ballot: &Ballot) -> bool {
        let in_nation = self.nation.is_none() || self.nation == ballot.nation;
        let in_region = self.region.is_none() || self.region.as_ref() == ballot.region.as_ref();
        let by_name = (self.nation.is_some() || self.region.is_some()) && in_nation && in_region;
        by_name
            || self.ballots.iter().any(|id| *id == ballot.id)
            || ballot.gss.as_ref().is_some_and(|gss| self.gss.contains(gss))
    }
}

/// Which account stands in the place of which.
type Successors = BTreeMap<Slug, Option<Slug>>;

/// Resolves the accounts, the latest first.
pub(super) fn accounts(
    records: Vec<InFile<AccountRecord>>,
    to: Referable<'_>,
    found: &mut Diagnostics,
) -> ById<Slug, Account> {
    let successor = |record: &AccountRecord| record.superseded_by.as_ref().map(|id| id.value.clone());
    let named = records.iter().filter_map(|record| Some((record.stem().parse().ok()?, successor(&record.record))));
    let successors: Successors = named.collect();
    let mut accounts = Vec::new();
    for record in records {
        let mut refer = to.from(&record);
        accounts.extend(refer.account(record, &successors));
        found.extend(refer.judge.found);
    }
    accounts.sort_by_key(|account| (Reverse(account.date.map(PartialDate::latest)), account.id.clone()));
    accounts.into_iter().map(|account| (account.id.clone(), account)).collect()
}

impl Refer<'_> {
    fn account(&mut self, in_file: InFile<AccountRecord>, successors: &Successors) -> Option<Account> {
        let id: Slug = in_file.stem().parse().ok()?;
        let InFile { mut record, file, .. } = in_file;
        self.judge.former(&mut record.former, &id);
        self.one_sentence(&record.says);
        self.sources(&record);
        self.days(&record);
        record.questions.retain(|id| self.the_question(id).is_some());
        record.parties.retain(|id| self.is_party(id));
        record.people.retain(|id| self.is_anybody(id));
        let ballots = record.areas.iter_mut().map(|area| &mut area.ballots);
        ballots.for_each(|ballots| ballots.retain(|id| self.judge.is_ballot(id, self.to.index)));
        if let Some(newer) = &record.superseded_by {
            self.successor(&id, newer, successors);
        }
        let first = record.evidence.iter().filter_map(|source| source.date.as_ref()).map(|date| date.value);
        let date = record.date.as_ref().map(|date| date.value).or_else(|| first.min_by_key(|date| date.earliest()));
        let statuses = AccountStatus::all_of(&record);
        self.judge.is_whole(Pos::START).then_some(Account { id, statuses, date, file, record })
    }

    /// What can be said of an account stands in one sentence with it, so it has to be one.
    fn one_sentence(&mut self, says: &At<Text>) {
        if ends_within(says.as_str()) {
            let message = "this is more than one sentence, and only the first would say how sure it is";
            let help = "say it in one sentence, and write the rest into “note:”";
            self.judge.report(Code::Malformed, says.pos, message, help);
        }
    }

    /// Reports an account of which nobody has read any source.
    fn sources(&mut self, record: &AccountRecord) {
        let pos = if record.about.is_read() { record.about.pos } else { Pos::START };
        let (message, help) = match record.evidence.first() {
            None => {
                ("this account has no evidence", "add “evidence:” with at least one entry that says who published it")
            }
            Some(_) if record.evidence.iter().all(|source| source.kind == SourceKind::Unread) => {
                ("nobody here has read any source of this account", "read one of them, or name where you know it from")
            }
            Some(_) => return,
        };
        self.judge.report(Code::NoEvidence, pos, message, help);
    }

    /// Judges the days: what has happened did so by the day of the records, and what goes on ends after it began.
    fn days(&mut self, record: &AccountRecord) {
        let responses = record.responses.iter();
        let of_responses = responses.clone().filter_map(|response| response.source.as_ref());
        let sources = record.evidence.iter().chain(of_responses).map(|source| &source.value);
        let published = sources.flat_map(|SourceRecord { date, accessed, .. }| date.iter().chain(accessed));
        let tried = record.verification.iter().filter_map(|tried| tried.date.as_ref());
        let said = record.date.iter().chain(responses.clone().filter_map(|response| response.date.as_ref()));
        let entered = record.entered.iter().chain(responses.filter_map(|response| response.entered.as_ref()));
        said.chain(tried).chain(published).chain(entered).for_each(|date| self.happened(date));
        if let Some((from, until)) = record.from.as_ref().zip(record.until.as_ref())
            && until.latest() < from.earliest()
        {
            let message = format!("it goes on from {}, and {} is before that", from.value, until.value);
            self.judge.report(Code::DateOrder, until.pos, message, "correct one of the two dates");
        }
    }

    /// Whether somebody stands anywhere, as far as can be told; reported when not.
    pub(super) fn is_anybody(&mut self, id: &At<PersonId>) -> bool {
        let index = self.to.index;
        let there = index.elections.iter().any(|election| index.stands(&id.value, election) > 0);
        let unsure = index.elections.iter().any(|election| index.is_unsure_of(election));
        if !there && !unsure {
            let message = format!("nobody with the id “{}” stands in any election", id.value);
            let known = index.elections.iter().flat_map(|election| index.people_of(election));
            let help = instead(id.as_str(), known, "add the person to a ballot");
            self.judge.report(Code::UnknownReference, id.pos, message, help);
        }
        there
    }

    /// Reports what is said to stand in the place of an account when there is no such account, or it is the account itself.
    fn successor(&mut self, id: &Slug, newer: &At<Slug>, successors: &Successors) {
        if !successors.contains_key(&newer.value) {
            let known = successors.keys().map(Slug::as_str);
            let file = format!("content/accounts/{}.yaml", newer.value);
            return self.unknown((newer.pos, newer.as_str()), "account", &file, known);
        }
        let next = |id: &Slug| successors.get(id).cloned().flatten();
        let all = std::iter::successors(Some(newer.value.clone()), |id| next(id)).take(successors.len());
        if all.into_iter().any(|later| later == *id) {
            let message =
                format!("“{}” leads back to this account, so neither stands in the other's place", newer.value);
            let help = "take “superseded_by:” out of the one that holds now";
            self.judge.report(Code::Malformed, newer.pos, message, help);
        }
    }
}

/// Whether a text has the end of a sentence within it: a stop after a word in small letters, and then a capital. So “Dr. Example”
/// and “no. 7” end none.
fn ends_within(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let stem = word.trim_end_matches(['”', '’', '"', '\'', ')']);
        let ended = stem.strip_suffix(['.', '!', '?']).is_some_and(|word| {
            let begins = word.trim_start_matches(|sign: char| !sign.is_alphanumeric()).chars().next();
            begins.is_some_and(|sign| !sign.is_uppercase())
        });
        let begins =
            |next: &&str| next.trim_start_matches(|sign: char| !sign.is_alphanumeric()).starts_with(char::is_uppercase);
        if ended && words.peek().is_some_and(begins) {
            return true;
        }
    }
    false
}
